// What can be entered about a device because its messages do not say it.

import type { AttributeValue } from "./types";

/** One attribute that a protocol looks at. */
export interface DeviceOption {
  key: string;
  kind: "flag" | "words" | "number" | "code" | "text" | "zone" | "address";
  /** The values of kind words. */
  words?: string[];
  /** The least and greatest number, or how many characters. */
  least?: number | null;
  most?: number | null;
  /** What holds unless something is entered; empty if that has no name. */
  usual: string;
  /** What it changes, in English. */
  meaning: string;
}

/** GET /api/devices/{id}/options, GET /api/protocols/{name}. */
export interface DeviceOptions {
  /** Null if nothing is known of the device yet. */
  protocol: string | null;
  options: DeviceOption[];
}

export type Attributes = Record<string, AttributeValue>;
