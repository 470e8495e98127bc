import { ownIdentifier } from "../model/fleet.js";
import { groupTree } from "../model/people.js";
import { checkList } from "./check-list.js";
import { element, setText, show } from "./dom.js";
import { formCard } from "./form-card.js";

/**
 * Which devices and groups a user sees.
 * @param {import("./context.js").Context} context
 */
export function personSees({ store, texts, actions }) {
  const words = texts.people;
  const help = element("p", { class: "quiet" });
  const groups = checkList(words.groups, words.noGroups, texts,
    (ids, may) => permit("group", ids, may));
  const devices = checkList(words.devices, words.noDevices, texts,
    (ids, may) => permit("device", ids, may));
  const root = formCard(words.sees, element("p", { class: "quiet" }, words.seesHelp), help,
    groups.root, devices.root);

  store.watch((state) => [state.people], ({ people }) => {
    const { permitted } = people;
    show(root, permitted !== null);
    if (!permitted) return;
    const user = people.users?.find(({ id }) => id === permitted.userId);
    show(help, user?.administrator === true);
    setText(help, words.seesAdministrator);
    groups.update(groupTree(people.groups ?? [])
      .map(({ group }) => ({ id: group.id, name: group.name, detail: "" })), permitted.groups);
    devices.update((people.devices ?? []).map((device) => (
      { id: device.id, name: device.name || device.uniqueId, detail: ownIdentifier(device) })),
    permitted.devices);
  });
  return { root };

  /** @param {"device" | "group"} kind @param {number[]} ids @param {boolean} may */
  async function permit(kind, ids, may) {
    const { permitted } = store.state.people;
    if (permitted) await actions.people.permit(permitted.userId, kind, ids, may);
  }
}
