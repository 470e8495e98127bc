// The one place where the units of the API become those of the viewer. The API gives speed in
// knots, length in metres and engine hours in milliseconds.

/** @typedef {import("../types").SpeedUnit} SpeedUnit */
/** @typedef {import("../types").DistanceUnit} DistanceUnit */
/** @typedef {{speed: SpeedUnit, distance: DistanceUnit}} UnitChoice */

/** @type {Record<SpeedUnit, {factor: number, symbol: string}>} */
const speeds = {
  kmh: { factor: 1.852, symbol: "km/h" },
  mph: { factor: 1852 / 1609.344, symbol: "mph" },
  kn: { factor: 1, symbol: "kn" },
};

/** @type {Record<DistanceUnit, {metres: number, symbol: string}>} */
const distances = {
  km: { metres: 1000, symbol: "km" },
  mi: { metres: 1609.344, symbol: "mi" },
  nmi: { metres: 1852, symbol: "nmi" },
};

const metresShownMax = 1000;
const knotsOfMotion = 1;

// By number of digits: making one takes longer than using it a hundred times.
/** @type {Intl.NumberFormat[]} */
const formats = [];

/**
 * The units that a user chose; km/h and km if none.
 * @param {import("../types").User | null} user
 * @returns {UnitChoice}
 */
export function unitChoice(user) {
  const { speedUnit, distanceUnit } = user?.attributes ?? {};
  return {
    speed: speedUnit && speedUnit in speeds ? speedUnit : "kmh",
    distance: distanceUnit && distanceUnit in distances ? distanceUnit : "km",
  };
}

/**
 * @param {number} knots
 * @param {UnitChoice} choice
 */
export function speedText(knots, choice) {
  const unit = speeds[choice.speed];
  return `${number(knots * unit.factor, 0)} ${unit.symbol}`;
}

/**
 * Short lengths in metres, long ones in the chosen unit.
 * @param {number} metres
 * @param {UnitChoice} choice
 */
export function distanceText(metres, choice) {
  if (Math.abs(metres) < metresShownMax) return `${number(metres, 0)} m`;
  const unit = distances[choice.distance];
  return `${number(metres / unit.metres, 1)} ${unit.symbol}`;
}

/**
 * What makes numbers in a unit of the API those of an axis.
 * @param {string} unit
 * @param {UnitChoice} choice
 * @returns {{factor: number, symbol: string}}
 */
export function scaleOf(unit, choice) {
  switch (unit) {
    case "kn": return speeds[choice.speed];
    case "km/h": {
      const { factor, symbol } = speeds[choice.speed];
      return { factor: factor / speeds.kmh.factor, symbol };
    }
    case "m": {
      const { metres, symbol } = distances[choice.distance];
      return { factor: 1 / metres, symbol };
    }
    case "ms": return { factor: 1 / 3_600_000, symbol: "h" };
    default: return { factor: 1, symbol: unit };
  }
}

/**
 * Hours and minutes, for engine hours.
 * @param {number} milliseconds
 */
export function durationText(milliseconds) {
  const minutes = Math.floor(milliseconds / 60_000);
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${number(hours, 0)} h ${minutes % 60} min` : `${minutes} min`;
}

/**
 * A number in the way of the viewer's language.
 * @param {number} value
 * @param {number} digits after the point, at most
 */
export function number(value, digits) {
  const rounded = Object.is(value, -0) || Math.abs(value) < 0.5 / 10 ** digits ? 0 : value;
  const format = formats[digits] ??= new Intl.NumberFormat(undefined, {
    maximumFractionDigits: digits,
  });
  return format.format(rounded);
}

/** @param {number} knots */
export function isMoving(knots) {
  return knots > knotsOfMotion;
}

/**
 * Degrees as one of eight directions: 0 north, 1 north-east and so on.
 * @param {number} degrees
 */
export function compassPoint(degrees) {
  return ((Math.round(degrees / 45) % 8) + 8) % 8;
}
