import { dayAfter, dayText, isOfDays, lastDays, rangeOf, shifted, timeText } from "../model/range.js";
import { zoneName } from "../model/time.js";
import { element, icon, setAttribute, setText } from "./dom.js";

/** @typedef {import("../history").HistoryQuestion} HistoryQuestion */

/**
 * Which time is looked at: a day or a week by one click, any other by two fields.
 * @param {import("./context.js").Context} context
 */
export function rangeForm({ store, texts, actions }) {
  const words = texts.history;
  /** @param {(question: HistoryQuestion, now: number) => Partial<HistoryQuestion>} change */
  const change = (change) => {
    const { route } = store.state;
    if (route.view !== "history") return;
    actions.history.open({ ...route.question, ...change(route.question, Date.now()) });
  };
  const quick = [
    { title: words.today, days: /** @param {number} now */ (now) => lastDays(1, now) },
    { title: words.yesterday, days: /** @param {number} now */ (now) => {
      const day = dayAfter(dayText(now), -1);
      return { from: day, to: day };
    } },
    { title: words.week, days: /** @param {number} now */ (now) => lastDays(7, now) },
  ].map(({ title, days }) => ({ days, button: element("button", {
    class: "button is-small", type: "button", click: () => change((_, now) => days(now)),
  }, title) }));
  const from = timeField(words.from);
  const to = timeField(words.to);
  const root = element("form", {
    class: "history-range", "aria-label": words.range,
    submit: (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const before = location.hash;
      change(() => ({ from: from.input.value, to: to.input.value }));
      // The same time again is asked for to see what has come since.
      if (location.hash === before) actions.history.retry();
    },
  },
  element("div", { class: "history-quick" },
    shift("back", words.earlier, -1), ...quick.map(({ button }) => button),
    shift("chevron", words.later, 1)),
  from.root, to.root,
  element("p", { class: "quiet small history-zone" }, texts.panel.zone(zoneName())),
  element("button", { class: "button is-primary", type: "submit" }, words.show));

  store.watch((state) => [state.route, state.user], ({ route, now }) => {
    if (route.view !== "history") return;
    const range = rangeOf(route.question, now);
    from.input.value = timeText(range.from);
    to.input.value = timeText(range.to);
    for (const { days, button } of quick) {
      const wanted = rangeOf({ deviceIds: [], ...days(now) }, now);
      const isThis = isOfDays(route.question) && wanted.from === range.from
        && wanted.to === range.to;
      setAttribute(button, "aria-pressed", String(isThis));
    }
  });
  return root;

  /** @param {string} picture @param {string} title @param {1 | -1} direction */
  function shift(picture, title, direction) {
    return element("button", {
      class: "button is-icon", type: "button", "aria-label": title, title,
      click: () => change((question, now) => shifted(question, direction, now)),
    }, icon(picture));
  }
}

/** @param {string} title */
function timeField(title) {
  const input = element("input", { type: "datetime-local", required: true });
  const label = element("span", {});
  setText(label, title);
  return { input, root: element("label", { class: "field" }, label, input) };
}
