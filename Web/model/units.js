// The one place where the units of the API become those of the viewer. The API gives speed in
// knots, length and height in metres, temperature in °C and engine hours in milliseconds.

import { viewerLocale } from "./viewer.js";

/** @typedef {import("../types").SpeedUnit} SpeedUnit */
/** @typedef {import("../types").DistanceUnit} DistanceUnit */
/** @typedef {import("../types").AltitudeUnit} AltitudeUnit */
/** @typedef {import("../types").TemperatureUnit} TemperatureUnit */
/**
 * @typedef {{speed: SpeedUnit, distance: DistanceUnit, altitude: AltitudeUnit,
 *   temperature: TemperatureUnit}} UnitChoice
 */

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

/** @type {Record<AltitudeUnit, {metres: number, symbol: string}>} */
const altitudes = { m: { metres: 1, symbol: "m" }, ft: { metres: 0.3048, symbol: "ft" } };

/** @type {Record<TemperatureUnit, {factor: number, zero: number, symbol: string}>} */
const temperatures = {
  c: { factor: 1, zero: 0, symbol: "°C" }, f: { factor: 1.8, zero: 32, symbol: "°F" },
};

/** What can be chosen, by the name of the user's attribute. */
export const unitsOf = {
  speedUnit: Object.keys(speeds), distanceUnit: Object.keys(distances),
  altitudeUnit: Object.keys(altitudes), temperatureUnit: Object.keys(temperatures),
};

const metresShownMax = 1000;
const knotsOfMotion = 1;

// By number of digits and locale: making one takes longer than using it a hundred times.
/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/**
 * The units that a user chose; km/h, km, m and °C if none.
 * @param {Pick<import("../types").User, "attributes"> | null} user
 * @returns {UnitChoice}
 */
export function unitChoice(user) {
  const { speedUnit, distanceUnit, altitudeUnit, temperatureUnit } = user?.attributes ?? {};
  return {
    speed: chosen(speeds, speedUnit, "kmh"), distance: chosen(distances, distanceUnit, "km"),
    altitude: chosen(altitudes, altitudeUnit, "m"),
    temperature: chosen(temperatures, temperatureUnit, "c"),
  };
}

/**
 * @template {string} Unit
 * @param {Record<Unit, unknown>} units
 * @param {Unit | undefined} wanted
 * @param {Unit} usual
 */
function chosen(units, wanted, usual) {
  return wanted !== undefined && Object.hasOwn(units, wanted) ? wanted : usual;
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
 * Long ways in the chosen unit, short ones as heights are given: in metres or feet.
 * @param {number} metres
 * @param {UnitChoice} choice
 */
export function distanceText(metres, choice) {
  if (Math.abs(metres) < metresShownMax) return altitudeText(metres, choice);
  const unit = distances[choice.distance];
  return `${number(metres / unit.metres, 1)} ${unit.symbol}`;
}

/**
 * What makes numbers in a unit of the API those of an axis.
 * @param {string} unit
 * @param {UnitChoice} choice
 * @returns {{factor: number, zero: number, symbol: string}} values are times factor plus zero
 */
export function scaleOf(unit, choice) {
  switch (unit) {
    case "kn": return { ...speeds[choice.speed], zero: 0 };
    case "km/h": {
      const { factor, symbol } = speeds[choice.speed];
      return { factor: factor / speeds.kmh.factor, zero: 0, symbol };
    }
    case "m": {
      const { metres, symbol } = distances[choice.distance];
      return { factor: 1 / metres, zero: 0, symbol };
    }
    case "°C": return temperatures[choice.temperature];
    case "ms": return { factor: 1 / 3_600_000, zero: 0, symbol: "h" };
    default: return { factor: 1, zero: 0, symbol: unit };
  }
}

/**
 * What makes heights in metres those of an axis.
 * @param {UnitChoice} choice
 */
export function altitudeScale(choice) {
  const { metres, symbol } = altitudes[choice.altitude];
  return { factor: 1 / metres, zero: 0, symbol };
}

/**
 * @param {number} metres
 * @param {UnitChoice} choice
 */
export function altitudeText(metres, choice) {
  const unit = altitudes[choice.altitude];
  return `${number(metres / unit.metres, 0)} ${unit.symbol}`;
}

/**
 * @param {number} celsius
 * @param {UnitChoice} choice
 */
export function temperatureText(celsius, choice) {
  const { factor, zero, symbol } = temperatures[choice.temperature];
  return `${number(celsius * factor + zero, 2)} ${symbol}`;
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
  return numberFormat(digits).format(rounded);
}

/** @param {number} digits */
function numberFormat(digits) {
  const key = `${digits} ${viewerLocale() ?? ""}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(viewerLocale(), { maximumFractionDigits: digits });
  formats.set(key, format);
  return format;
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
