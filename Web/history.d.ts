// What the page knows of histories.

import type { Position } from "./types";

/** What somebody wants to see. Days and moments are those of the viewer's clock. */
export interface HistoryQuestion {
  deviceIds: number[];
  /** 2026-03-05 or 2026-03-05T08:00; null for today. */
  from: string | null;
  /** The last day, which counts as a whole, or the moment of the end; null for the day of from. */
  to: string | null;
}

/** A span of time in milliseconds since 1970, from inclusive, to exclusive. */
export interface TimeRange {
  from: number;
  to: number;
}

/** A time for which a device stood. */
export interface Stop extends TimeRange {
  latitude: number;
  longitude: number;
  /** Positions from first to last. */
  first: number;
  last: number;
}

/** The way of one device, its positions in the order of their moments. */
export interface Track {
  deviceId: number;
  positions: Position[];
  /** When each position was, in milliseconds since 1970. */
  moments: Float64Array;
  /** The positions that have a place of their own. */
  placed: Int32Array;
  /** For each placed position, whether nothing is known of the way to it from the one before. */
  gaps: Uint8Array;
  /** Between positions, so many milliseconds without any are a silence. */
  silence: number;
  stops: Stop[];
  /** Metres, gaps included. */
  distance: number;
  /** Milliseconds under way: neither in a stop nor in a gap. */
  moving: number;
  /** Knots. */
  maxSpeed: number;
  /** Whether there were more positions than came. */
  isReduced: boolean;
}

/** The history of one device: being read while it has neither a track nor a problem. */
export interface DeviceHistory {
  deviceId: number;
  track: Track | null;
  problem: string | null;
}

export interface HistoryState {
  range: TimeRange;
  /** In the order of the question. */
  devices: DeviceHistory[];
}

export interface PlaybackState {
  /** The moment that is shown, in milliseconds since 1970; null without a track. */
  at: number | null;
  /** A moment that is only pointed at; it goes before the other. */
  peek: number | null;
  isPlaying: boolean;
  /** So many times as fast as it was. */
  rate: number;
  /** Whether the map keeps the devices in view. */
  follow: boolean;
}

/** What a chart can show: a name of the API and what makes its values those of the viewer. */
export interface ChartField {
  /** speed, altitude or attribute:NAME. */
  id: string;
  title: string;
  symbol: string;
  factor: number;
  /** Added to what the factor gives. */
  zero: number;
}

/** A curve: a value for each moment, NaN where there is none. */
export interface Series {
  deviceId: number;
  moments: Float64Array;
  values: Float64Array;
  /** The curve is not drawn across so many milliseconds without a position. */
  silence: number;
}

/** What views may ask for about histories. */
export interface HistoryActions {
  open(question: HistoryQuestion): void;
  retry(): void;
  seek(at: number): void;
  peek(at: number | null): void;
  /** To the next or previous position. */
  step(direction: 1 | -1): void;
  play(on: boolean): void;
  setRate(rate: number): void;
  follow(on: boolean): void;
}
