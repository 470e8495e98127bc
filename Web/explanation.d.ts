// What POST /api/decode takes and gives, and what the page keeps of it.

import type { AttributeValue, Transport } from "./types";

/** Bytes that somebody wants explained, as they stand in the page's address. */
export interface GivenBytes {
  hex: string;
  transport: Transport;
}

/** What POST /api/decode takes. */
export interface DecodeQuestion {
  hex: string;
  transport: Transport;
  /** Missing to have it recognised. */
  protocol?: string;
}

/** A named piece of a frame. */
export interface Field {
  name: string;
  /** From the first byte of the frame. */
  offset: number;
  length: number;
  hex: string;
  value: string;
  meaning: string | null;
}

export interface ExplainedPosition {
  fixTime: string | null;
  deviceTime: string | null;
  /** True if it has no place of its own. */
  outdated: boolean;
  valid?: boolean;
  latitude?: number;
  longitude?: number;
  altitude?: number;
  /** Knots. */
  speed?: number;
  course?: number;
  accuracy?: number;
  attributes: Record<string, AttributeValue>;
}

export interface ExplainedFrame {
  /** From the first byte of the conversation. */
  offset: number;
  hex: string;
  error: string | null;
  checksumFailed: boolean;
  fields: Field[];
  unclaimed: { offset: number; length: number }[];
  positions: ExplainedPosition[];
  /** Hexadecimal. */
  replies: string[];
}

export interface DetectionRefusal {
  protocol: string;
  offset: number;
  expected: string;
}

export interface Certificate {
  summary: string;
  /** How strong the proof is, from 0 to 3. */
  score: number;
  proofs: string[];
  refusals: DetectionRefusal[];
  waiting: string[];
}

/** What POST /api/decode gives. */
export interface Explanation {
  protocol: string | null;
  identifier: string | null;
  /** Missing if the protocol was named. */
  certificate?: Certificate;
  frames: ExplainedFrame[];
  skipped: { offset: number; hex: string }[];
}

/** The last question and its answer; a problem is a sentence for the person. */
export interface ExplanationState {
  answer: Explanation | null;
  problem: string | null;
}
