import { element } from "../views/dom.js";
import { cornersEach, fragmentSource, rowLength, vertexSource } from "./fleet-shader.js";
import { worldPixels, worldShifts } from "./mercator.js";

/** @typedef {import("./scene.js").Scene} Scene */

const uniformNames = /** @type {const} */ ([
  "list", "view", "middle", "growth", "now", "duration", "ratio",
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
  /** Rows that the texture of the rectangles has. */
  #rows = 0;
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
    const context = this.#context;
    const rows = Math.ceil(scene.count / rowLength);
    context.activeTexture(context.TEXTURE1);
    context.pixelStorei(context.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    if (rows > this.#rows) {
      // As much as the scene has room for, so that it seldom happens again.
      this.#rows = scene.room / rowLength;
      context.texImage2D(context.TEXTURE_2D, 0, context.RGBA32F, rowLength * 4, this.#rows, 0,
        context.RGBA, context.FLOAT, null);
    }
    if (rows > 0) {
      context.texSubImage2D(context.TEXTURE_2D, 0, 0, 0, rowLength * 4, rows, context.RGBA,
        context.FLOAT, scene.floats);
    }
    context.activeTexture(context.TEXTURE0);
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
    context.uniform1f(others.growth, 2 ** (this.#map.getZoom() - scene.zoom));
    context.uniform1f(others.now, now - scene.madeAt);
    context.uniform1f(others.duration, duration);
    context.uniform1f(others.ratio, this.#canvas.width / Math.max(width, 1));
    const world = worldPixels(this.#map.getZoom());
    for (const shift of worldShifts(middle.x, width, world)) {
      context.uniform2f(at, middle.x + shift, middle.y);
      context.drawArrays(context.TRIANGLES, 0, cornersEach * scene.count);
    }
  }

  #begin() {
    const context = this.#context;
    const program = programOf(context);
    context.useProgram(program);
    for (const name of uniformNames) {
      this.#uniforms[name] = context.getUniformLocation(program, name);
    }
    context.uniform1i(this.#uniforms.list, 1);
    this.#rows = 0;
    context.activeTexture(context.TEXTURE1);
    context.bindTexture(context.TEXTURE_2D, context.createTexture());
    context.texParameteri(context.TEXTURE_2D, context.TEXTURE_MIN_FILTER, context.NEAREST);
    context.texParameteri(context.TEXTURE_2D, context.TEXTURE_MAG_FILTER, context.NEAREST);
    context.activeTexture(context.TEXTURE0);
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
