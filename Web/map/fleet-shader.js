// Every marker, name and group is one rectangle with a part of the picture sheet on it. Where it is
// between two moments is worked out here, so that ten thousand that glide cost the processor
// nothing.

/**
 * What is said of a rectangle, in floats: where it comes from and goes to (pixels from the middle
 * of the scene at the zoom that it was made for), when it set out (milliseconds, the scene's
 * clock), its turn (radians), its offset and size (pixels), its part of the sheet, its opacity,
 * and whether it stands on whole pixels.
 */
export const fields = /** @type {const} */ ([
  ["from", 2], ["to", 2], ["start", 1], ["turn", 1], ["offset", 2], ["size", 2], ["part", 4],
  ["opacity", 1], ["whole", 1],
]);

export const floatsEach = 16;

export const vertexSource = `#version 300 es
in vec2 from;
in vec2 to;
in float start;
in float turn;
in vec2 offset;
in vec2 size;
in vec4 part;
in float opacity;
in float whole;
uniform vec2 view;
uniform vec2 middle;
uniform float growth;
uniform float now;
uniform float duration;
uniform float ratio;
out vec2 place;
out float strength;

mat2 turned(float angle) {
  float c = cos(angle), s = sin(angle);
  return mat2(c, s, -s, c);
}

void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  float share = duration > 0.0 ? clamp((now - start) / duration, 0.0, 1.0) : 1.0;
  vec2 pixel = middle + mix(from, to, share) * growth;
  if (whole > 0.5) pixel = floor(pixel * ratio + 0.5) / ratio;
  pixel += offset + turned(turn) * ((corner - 0.5) * size);
  vec2 clip = pixel / view * 2.0 - 1.0;
  gl_Position = vec4(clip.x, -clip.y, 0.0, 1.0);
  place = mix(part.xy, part.zw, corner);
  strength = opacity;
}`;

export const fragmentSource = `#version 300 es
precision mediump float;
uniform sampler2D sheet;
in vec2 place;
in float strength;
out vec4 color;

void main() {
  color = texture(sheet, place) * strength;
}`;
