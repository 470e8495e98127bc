const metresPerDegree = 111_195;

/**
 * Metres between two places: exact enough for the steps of a track, and cheap.
 * @param {{latitude: number, longitude: number}} one
 * @param {{latitude: number, longitude: number}} other
 */
export function metresBetween(one, other) {
  let east = Math.abs(one.longitude - other.longitude);
  // The short way, across the antimeridian too.
  if (east > 180) east = 360 - east;
  const middle = (one.latitude + other.latitude) / 2 * Math.PI / 180;
  const north = one.latitude - other.latitude;
  return metresPerDegree * Math.hypot(north, east * Math.cos(middle));
}
