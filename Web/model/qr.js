// QR codes as ISO/IEC 18004 has them: bytes, error correction level M, versions 1 to 10.

/** By version, from 1: codewords in all, for correction in each block, and the number of blocks. */
const layouts = [
  [26, 10, 1], [44, 16, 1], [70, 26, 1], [100, 18, 2], [134, 24, 2], [172, 16, 4], [196, 18, 4],
  [242, 22, 4], [292, 22, 5], [346, 26, 5],
];
/** Where the middles of alignment patterns are, by version. */
const alignments = [
  [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46],
  [6, 28, 50],
];
const byteMode = 0b0100;
const padding = [0xec, 0x11];
const fieldPolynomial = 0x11d;
const formatGenerator = 0b10100110111;
const formatMask = 0b101010000010010;
const versionGenerator = 0b1111100100101;

/** @type {((row: number, column: number) => boolean)[]} */
const masks = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => row * column % 2 + row * column % 3 === 0,
  (row, column) => (row * column % 2 + row * column % 3) % 2 === 0,
  (row, column) => ((row + column) % 2 + row * column % 3) % 2 === 0,
];

/** @typedef {boolean[][]} Modules */

/**
 * The code of a text, rows of modules of which the dark ones are true; null if it is too long.
 * @param {string} text
 * @param {number} [mask] the best one if it is not given
 * @returns {Modules | null}
 */
export function qrCode(text, mask) {
  if (!fitsCode(text)) return null;
  const bytes = [...new TextEncoder().encode(text)];
  const version = layouts.findIndex((_, index) => bytes.length <= capacity(index + 1)) + 1;
  const bits = interleaved(dataCodewords(bytes, version), version)
    .flatMap((codeword) => bitsOf(codeword, 8));
  const chosen = mask === undefined ? masks.map((_, index) => index) : [mask];
  const codes = chosen.map((each) => drawn(version, bits, each));
  const penalties = codes.map(penalty);
  return codes[penalties.indexOf(Math.min(...penalties))];
}

/** @param {string} text */
export function fitsCode(text) {
  return new TextEncoder().encode(text).length <= capacity(layouts.length);
}

/** @param {number} version */
function dataCount(version) {
  const [all, correction, blocks] = layouts[version - 1];
  return all - correction * blocks;
}

/**
 * Bits of the number that says how many bytes there are.
 * @param {number} version
 */
function countBits(version) {
  return version < 10 ? 8 : 16;
}

/** @param {number} version */
function capacity(version) {
  return dataCount(version) - 1 - countBits(version) / 8;
}

/** @param {number} value @param {number} count */
function bitsOf(value, count) {
  return Array.from({ length: count }, (_, index) => (value >> (count - 1 - index) & 1) === 1);
}

/** @param {number[]} bytes @param {number} version */
function dataCodewords(bytes, version) {
  const bits = [
    ...bitsOf(byteMode, 4), ...bitsOf(bytes.length, countBits(version)),
    ...bytes.flatMap((byte) => bitsOf(byte, 8)), ...bitsOf(0, 4),
  ];
  const codewords = [];
  for (let start = 0; start < bits.length; start += 8) {
    codewords.push(bits.slice(start, start + 8)
      .reduce((value, bit) => value * 2 + Number(bit), 0));
  }
  const missing = dataCount(version) - codewords.length;
  for (let index = 0; index < missing; index += 1) codewords.push(padding[index % 2]);
  return codewords;
}

/**
 * Data and correction of all blocks, a codeword of each in turn.
 * @param {number[]} data
 * @param {number} version
 */
function interleaved(data, version) {
  const [, correctionCount, blockCount] = layouts[version - 1];
  const shortLength = Math.floor(data.length / blockCount);
  const longFrom = blockCount - data.length % blockCount;
  const generator = generatorPolynomial(correctionCount);
  let start = 0;
  const blocks = Array.from({ length: blockCount }, (_, index) => {
    const block = data.slice(start, start + shortLength + Number(index >= longFrom));
    start += block.length;
    return block;
  });
  const corrections = blocks.map((block) => correctionOf(block, generator));
  return [...inTurns(blocks), ...inTurns(corrections)];
}

/** @param {number[][]} lists */
function inTurns(lists) {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) =>
    lists.filter((list) => index < list.length).map((list) => list[index])).flat();
}

/**
 * The product in the field of 256 elements.
 * @param {number} left
 * @param {number} right
 */
function product(left, right) {
  let result = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    result = result << 1 ^ (result >> 7) * fieldPolynomial;
    if (right >> bit & 1) result ^= left;
  }
  return result;
}

/**
 * The factors of a Reed-Solomon generator but the first, which is 1.
 * @param {number} degree
 */
function generatorPolynomial(degree) {
  let factors = [1];
  let root = 1;
  for (let index = 0; index < degree; index += 1) {
    const next = [...factors, 0];
    factors.forEach((factor, place) => { next[place + 1] ^= product(factor, root); });
    factors = next;
    root = product(root, 2);
  }
  return factors.slice(1);
}

/** @param {number[]} data @param {number[]} generator */
function correctionOf(data, generator) {
  let rest = generator.map(() => 0);
  for (const codeword of data) {
    const factor = codeword ^ rest[0];
    rest = [...rest.slice(1), 0].map((each, index) => each ^ product(generator[index], factor));
  }
  return rest;
}

/**
 * @param {number} version
 * @param {boolean[]} bits
 * @param {number} mask
 * @returns {Modules}
 */
function drawn(version, bits, mask) {
  const size = 17 + 4 * version;
  /** @type {(boolean | undefined)[][]} */
  const modules = Array.from({ length: size }, () => Array.from({ length: size }));
  drawPatterns(modules, version);
  drawFormat(modules, mask);
  if (version >= 7) drawVersion(modules, version);
  let next = 0;
  for (const [row, column] of dataPlaces(size)) {
    if (modules[row][column] !== undefined) continue;
    modules[row][column] = (bits[next] ?? false) !== masks[mask](row, column);
    next += 1;
  }
  return /** @type {Modules} */ (modules);
}

/**
 * Finders, timing and alignment.
 * @param {(boolean | undefined)[][]} modules
 * @param {number} version
 */
function drawPatterns(modules, version) {
  const size = modules.length;
  /** @param {number} middleRow @param {number} middleColumn @param {number} reach */
  const rings = (middleRow, middleColumn, reach) => {
    for (let row = middleRow - reach; row <= middleRow + reach; row += 1) {
      for (let column = middleColumn - reach; column <= middleColumn + reach; column += 1) {
        if (row < 0 || column < 0 || row >= size || column >= size) continue;
        const ring = Math.max(Math.abs(row - middleRow), Math.abs(column - middleColumn));
        modules[row][column] = reach === 2 ? ring !== 1 : ring !== 2 && ring !== 4;
      }
    }
  };
  for (let index = 0; index < size; index += 1) {
    modules[6][index] = modules[index][6] = index % 2 === 0;
  }
  for (const [row, column] of [[3, 3], [3, size - 4], [size - 4, 3]]) rings(row, column, 4);
  const places = alignments[version - 1];
  const last = places.length - 1;
  places.forEach((row, rowIndex) => places.forEach((column, columnIndex) => {
    const isFinder = (rowIndex === 0 && (columnIndex === 0 || columnIndex === last))
      || (rowIndex === last && columnIndex === 0);
    if (!isFinder) rings(row, column, 2);
  }));
}

/**
 * The remainder of a value behind so many zeros.
 * @param {number} value
 * @param {number} generator
 * @param {number} zeros
 */
function remainder(value, generator, zeros) {
  let rest = value << zeros;
  while (rest >> zeros) rest ^= generator << (31 - Math.clz32(rest) - zeros);
  return rest;
}

/**
 * Level M and the mask, twice.
 * @param {(boolean | undefined)[][]} modules
 * @param {number} mask
 */
function drawFormat(modules, mask) {
  const size = modules.length;
  // Level M is 00, so that the mask alone is the value.
  const format = (mask << 10 | remainder(mask, formatGenerator, 10)) ^ formatMask;
  for (let bit = 0; bit < 15; bit += 1) {
    const isDark = (format >> bit & 1) === 1;
    const across = bit < 8 ? size - 1 - bit : bit === 8 ? 7 : 14 - bit;
    const down = bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit;
    modules[8][across] = isDark;
    modules[down][8] = isDark;
  }
  modules[size - 8][8] = true;
}

/**
 * @param {(boolean | undefined)[][]} modules
 * @param {number} version
 */
function drawVersion(modules, version) {
  const value = version << 12 | remainder(version, versionGenerator, 12);
  for (let bit = 0; bit < 18; bit += 1) {
    const near = Math.floor(bit / 3);
    const far = modules.length - 11 + bit % 3;
    modules[near][far] = modules[far][near] = (value >> bit & 1) === 1;
  }
}

/**
 * The way of the data: two columns at a time from the right, up and down in turns.
 * @param {number} size
 * @returns {Generator<[number, number]>}
 */
function* dataPlaces(size) {
  let isUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const row = isUp ? size - 1 - step : step;
      yield [row, right];
      yield [row, right - 1];
    }
    isUp = !isUp;
  }
}

/**
 * How hard a code is to read: runs, blocks, look-alikes of finders, and too much of one colour.
 * @param {Modules} modules
 */
function penalty(modules) {
  const size = modules.length;
  const columns = modules.map((_, index) => modules.map((row) => row[index]));
  let sum = 0;
  for (const line of [...modules, ...columns]) {
    const text = line.map(Number).join("");
    for (const [run] of text.matchAll(/0{5,}|1{5,}/g)) sum += run.length - 2;
    sum += 40 * [...text.matchAll(/(?=00001011101|10111010000)/g)].length;
  }
  for (let row = 1; row < size; row += 1) {
    for (let column = 1; column < size; column += 1) {
      const colour = modules[row][column];
      if (modules[row - 1][column] === colour && modules[row][column - 1] === colour
        && modules[row - 1][column - 1] === colour) sum += 3;
    }
  }
  const dark = modules.flat().filter(Boolean).length;
  return sum + 10 * Math.floor(Math.abs(dark * 20 - size * size * 10) / (size * size));
}
