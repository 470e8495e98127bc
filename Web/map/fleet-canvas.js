import { element } from "../views/dom.js";
import { fields, floatsEach, fragmentSource, vertexSource } from "./fleet-shader.js";

/** @typedef {import("./scene.js").Scene} Scene */

const uniformNames = /** @type {const} */ ([
  "view", "middle", "growth", "now", "duration", "ratio",
]);

/**
 * A canvas above the map that draws the devices by itself: the map is not drawn anew when they
 * move, and they move with it when it does.
 */
export class FleetCanvas {
  #map;
  #sheet;
  #canvas = element("canvas", { class: "fleet-canvas", "aria-hidden": "true" });
  /** @type {WebGL2RenderingContext} */
  #context;
  /** @type {Record<string, WebGLUniformLocation | null>} */
  #uniforms = {};
  /** Bytes that the buffer has room for. */
  #room = 0;
  /** @type {Scene | null} */
  #scene = null;

  /**
   * @param {import("../maplibre").MapLibreMap} map
   * @param {import("./sheet.js").Sheet} sheet
   * @param {() => void} onRestored when the browser took the context away and gave another
   */
  constructor(map, sheet, onRestored) {
    const context = this.#canvas.getContext("webgl2", { antialias: false, depth: false });
    if (!context) throw new Error("This browser has no WebGL 2");
    this.#map = map;
    this.#sheet = sheet;
    this.#context = context;
    this.#begin();
    map.getCanvas().parentElement?.append(this.#canvas);
    this.#canvas.addEventListener("webglcontextlost", (event) => event.preventDefault());
    this.#canvas.addEventListener("webglcontextrestored", () => {
      this.#begin();
      onRestored();
    });
  }

  /** @param {boolean} isShown */
  show(isShown) {
    this.#canvas.hidden = !isShown;
  }

  /**
   * Takes what is to be drawn from now on.
   * @param {Scene} scene
   */
  take(scene) {
    this.#scene = scene;
    const { floats, count } = scene;
    const context = this.#context;
    const bytes = count * floatsEach * floats.BYTES_PER_ELEMENT;
    if (bytes > this.#room) {
      this.#room = floats.byteLength;
      context.bufferData(context.ARRAY_BUFFER, this.#room, context.DYNAMIC_DRAW);
    }
    context.bufferSubData(context.ARRAY_BUFFER, 0, floats, 0, count * floatsEach);
  }

  /**
   * @param {number} now on the page's clock
   * @param {number} duration of a glide
   */
  draw(now, duration) {
    const scene = this.#scene;
    const context = this.#context;
    if (!scene || context.isContextLost()) return;
    const { clientWidth: width, clientHeight: height } = this.#map.getCanvas();
    this.#fit(width, height);
    context.clear(context.COLOR_BUFFER_BIT);
    const middle = this.#map.project([scene.longitude, scene.latitude]);
    const { view, middle: at, ...others } = this.#uniforms;
    context.uniform2f(view, width, height);
    context.uniform2f(at, middle.x, middle.y);
    context.uniform1f(others.growth, 2 ** (this.#map.getZoom() - scene.zoom));
    context.uniform1f(others.now, now - scene.madeAt);
    context.uniform1f(others.duration, duration);
    context.uniform1f(others.ratio, this.#canvas.width / Math.max(width, 1));
    context.drawArraysInstanced(context.TRIANGLE_STRIP, 0, 4, scene.count);
  }

  #begin() {
    const context = this.#context;
    const program = programOf(context);
    context.useProgram(program);
    for (const name of uniformNames) {
      this.#uniforms[name] = context.getUniformLocation(program, name);
    }
    context.bindVertexArray(context.createVertexArray());
    context.bindBuffer(context.ARRAY_BUFFER, context.createBuffer());
    this.#room = 0;
    let offset = 0;
    for (const [name, count] of fields) {
      const location = context.getAttribLocation(program, name);
      context.enableVertexAttribArray(location);
      context.vertexAttribPointer(location, count, context.FLOAT, false, floatsEach * 4, offset);
      context.vertexAttribDivisor(location, 1);
      offset += count * 4;
    }
    context.enable(context.BLEND);
    context.blendFunc(context.ONE, context.ONE_MINUS_SRC_ALPHA);
    this.#sheet.begin(context);
  }

  /**
   * @param {number} width
   * @param {number} height
   */
  #fit(width, height) {
    const ratio = window.devicePixelRatio || 1;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width === across && this.#canvas.height === down) return;
    [this.#canvas.width, this.#canvas.height] = [across, down];
    this.#context.viewport(0, 0, across, down);
  }
}

/** @param {WebGL2RenderingContext} context */
function programOf(context) {
  const program = context.createProgram();
  if (!program) throw new Error("The browser gives no program for the markers");
  for (const [kind, source] of /** @type {const} */ ([
    [context.VERTEX_SHADER, vertexSource], [context.FRAGMENT_SHADER, fragmentSource],
  ])) {
    const shader = context.createShader(kind);
    if (!shader) throw new Error("The browser gives no shader for the markers");
    context.shaderSource(shader, source);
    context.compileShader(shader);
    context.attachShader(program, shader);
  }
  context.linkProgram(program);
  if (!context.getProgramParameter(program, context.LINK_STATUS) && !context.isContextLost()) {
    throw new Error(`The markers cannot be drawn: ${context.getProgramInfoLog(program)}`);
  }
  return program;
}
