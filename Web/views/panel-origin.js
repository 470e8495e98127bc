import { connectionOf } from "../model/fleet.js";
import { frameOfPosition } from "../model/frames.js";
import { routeFragment } from "../model/route.js";
import { momentText, span, zoneName } from "../model/time.js";
import { selectedDevice } from "./device-panel.js";
import { element, setAttribute, setText, show } from "./dom.js";
import { factList } from "./facts.js";

/**
 * How the position came in: protocol, transport, and the three times of its way.
 * @param {import("./context.js").Context} context
 */
export function originSection({ store, texts }) {
  const words = texts.panel;
  const facts = factList({
    protocol: words.protocol, transport: words.transport, peer: words.peer,
    fixTime: words.fixTime, deviceTime: words.deviceTime, serverTime: words.serverTime,
    delay: words.delay, source: texts.frames.source,
  });
  const source = element("a", {}, texts.frames.sourceLink);
  facts.row("source")?.lastElementChild?.append(source);
  const zone = element("p", { class: "quiet small" });
  const root = element("section", { class: "panel-section" },
    element("div", { class: "section-head" }, element("h3", {}, words.route)), facts.root, zone);

  store.watch((state) => [state.route, state.devices, state.positions, state.connections],
    (state) => {
      const device = selectedDevice(state);
      const position = device && state.positions.get(device.id);
      const connection = device && connectionOf(state.connections, device);
      show(root, Boolean(position ?? connection));
      if (!device || !(position ?? connection)) return;
      facts.set("protocol", connection?.protocol ?? position?.protocol);
      facts.set("transport", connection ? connection.transport.toUpperCase()
        : state.connections ? words.noConnection : "");
      facts.set("peer", connection?.peer);
      facts.set("fixTime", position && momentText(position.fixTime));
      facts.set("deviceTime", position && position.deviceTime !== position.fixTime
        ? momentText(position.deviceTime) : "");
      facts.set("serverTime", position && momentText(position.serverTime));
      facts.set("delay", position && texts.span(
        span(Date.parse(position.serverTime) - Date.parse(position.fixTime))));
      const row = facts.row("source");
      if (row) show(row, position !== undefined);
      if (position) {
        setAttribute(source, "href", routeFragment(
          { view: "frames", deviceId: device.id, frameId: frameOfPosition(position.id) }));
      }
      setText(zone, words.zone(zoneName()));
    });
  return root;
}
