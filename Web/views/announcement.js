import { element, icon, setText, show } from "./dom.js";

/**
 * What an administrator has to say to everybody; whoever has read it closes it for this visit.
 * @param {import("./context.js").Context} context
 */
export function announcement({ store, texts }) {
  const text = element("p", {});
  let closed = "";
  const root = element("aside", { class: "announcement", "aria-label": texts.nav.announcement },
    icon("info"), text,
    element("button", {
      class: "button is-icon", type: "button", "aria-label": texts.dismiss,
      click: () => {
        closed = text.textContent ?? "";
        show(root, false);
      },
    }, icon("close")));
  store.watch((state) => [state.server?.announcement], ({ server }) => {
    const words = server?.announcement ?? "";
    setText(text, words);
    show(root, words !== "" && words !== closed);
  });
  return root;
}
