// Every marker, name and group is one rectangle with a part of the picture sheet on it. Where it is
// between two moments is worked out here, so that ten thousand that glide cost the processor
// nothing. What is said of the rectangles stands in a texture, and all of them are one plain list of
// triangles: where there is no graphics card, instances would be drawn one after the other.

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
/** Rectangles in a row of the texture; each takes four texels. */
export const rowLength = 256;
/** Two triangles. */
export const cornersEach = 6;

export const vertexSource = `#version 300 es
precision highp float;
precision highp sampler2D;
uniform sampler2D list;
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
  int index = gl_VertexID / ${cornersEach};
  int number = gl_VertexID % ${cornersEach};
  // 0 1 2 and 2 1 3: the corners of two triangles that make a rectangle.
  int edge = number < 3 ? number : number == 3 ? 2 : number == 4 ? 1 : 3;
  vec2 corner = vec2(edge & 1, edge >> 1);
  ivec2 at = ivec2(index % ${rowLength} * 4, index / ${rowLength});
  vec4 way = texelFetch(list, at, 0);
  vec4 turnAndOffset = texelFetch(list, at + ivec2(1, 0), 0);
  vec4 sizeAndPart = texelFetch(list, at + ivec2(2, 0), 0);
  vec4 rest = texelFetch(list, at + ivec2(3, 0), 0);
  float share = duration > 0.0 ? clamp((now - turnAndOffset.x) / duration, 0.0, 1.0) : 1.0;
  vec2 pixel = middle + mix(way.xy, way.zw, share) * growth;
  if (rest.w > 0.5) pixel = floor(pixel * ratio + 0.5) / ratio;
  pixel += turnAndOffset.zw + turned(turnAndOffset.y) * ((corner - 0.5) * sizeAndPart.xy);
  vec2 clip = pixel / view * 2.0 - 1.0;
  gl_Position = vec4(clip.x, -clip.y, 0.0, 1.0);
  place = mix(sizeAndPart.zw, rest.xy, corner);
  strength = rest.z;
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
