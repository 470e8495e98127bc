import { Shelves } from "./shelves.js";

/**
 * A picture on the sheet: its size on the screen in pixels, and its part of the sheet.
 * @typedef {{width: number, height: number, part: [number, number, number, number]}} Sprite
 */
/** @typedef {{image: ImageData, pixelRatio: number}} Drawing */

/** Pixels; every device that has WebGL 2 can hold one of this size. */
const size = 2_048;

/** The pictures that are drawn on the map, on one texture. A full sheet is begun anew. */
export class Sheet {
  #shelves = new Shelves(size);
  /** @type {Map<string, Sprite>} */
  #sprites = new Map();
  /** @type {WebGL2RenderingContext | null} */
  #context = null;
  /** @type {WebGLTexture | null} */
  #texture = null;
  #draw;

  /** @param {(id: string) => Drawing} draw what an id stands for */
  constructor(draw) {
    this.#draw = draw;
  }

  /**
   * Begins in a new context; what was drawn in the one before is gone.
   * @param {WebGL2RenderingContext} context
   */
  begin(context) {
    this.#context = context;
    this.#texture = null;
    this.clear();
  }

  /** Forgets all pictures, such as when their colours change. */
  clear() {
    this.#shelves.clear();
    this.#sprites.clear();
    const context = this.#context;
    if (!context) return;
    // A new one is empty; on the old one the edges of other pictures would shine through.
    context.deleteTexture(this.#texture);
    this.#texture = context.createTexture();
    context.bindTexture(context.TEXTURE_2D, this.#texture);
    context.texStorage2D(context.TEXTURE_2D, 1, context.RGBA8, size, size);
    for (const [name, value] of [
      [context.TEXTURE_MIN_FILTER, context.LINEAR], [context.TEXTURE_MAG_FILTER, context.LINEAR],
      [context.TEXTURE_WRAP_S, context.CLAMP_TO_EDGE],
      [context.TEXTURE_WRAP_T, context.CLAMP_TO_EDGE],
    ]) context.texParameteri(context.TEXTURE_2D, name, value);
  }

  /** @param {string} id */
  has(id) {
    return this.#sprites.has(id);
  }

  /**
   * The picture of an id, drawn when it is first asked for; null if the sheet is full.
   * @param {string} id
   * @returns {Sprite | null}
   */
  get(id) {
    const known = this.#sprites.get(id);
    if (known) return known;
    const context = this.#context;
    if (!context) return null;
    const { image, pixelRatio } = this.#draw(id);
    const place = this.#shelves.place(image.width, image.height);
    if (!place) return null;
    context.pixelStorei(context.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    context.texSubImage2D(context.TEXTURE_2D, 0, place.x, place.y, context.RGBA,
      context.UNSIGNED_BYTE, image);
    /** @type {Sprite} */
    const sprite = {
      width: image.width / pixelRatio, height: image.height / pixelRatio,
      part: [place.x / size, place.y / size, (place.x + image.width) / size,
        (place.y + image.height) / size],
    };
    this.#sprites.set(id, sprite);
    return sprite;
  }
}
