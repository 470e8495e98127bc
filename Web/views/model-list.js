import { inOrder, modelName } from "../model/setup.js";
import { element, replace } from "./dom.js";

/** What inputs for a model name as their list. */
export const modelListId = "tracker-models";

/**
 * The models that an input for a model offers.
 * @param {import("./context.js").Context} context
 */
export function modelList({ store }) {
  const list = element("datalist", { id: modelListId });
  store.watch((state) => [state.models], ({ models }) => {
    replace(list, ...inOrder(models).map((model) =>
      element("option", { value: modelName(model) }, model.title)));
  });
  return list;
}
