// What a device sent, as it came, and what the page keeps of it.

import type { Explanation } from "./explanation";
import type { Transport } from "./types";

/** GET /api/devices/{id}/frames: a message as it stands in the ledger. */
export interface Frame {
  /** Its number in the ledger; a later message has a greater one. */
  id: number;
  time: string;
  /** Null if no protocol knows it. */
  protocol: string | null;
  connection: { id: number; transport?: Transport; peer?: string; since?: string | null };
  hex: string;
  /** Hexadecimal; missing if it was not answered. */
  reply?: string | null;
  decoded: boolean;
  /** What is wrong or special about it, in the server's words. */
  notes: string[];
  /** How many positions it gave. */
  positions: number;
  /** Missing unless asked for, and of very long messages. */
  explanation?: Explanation;
}

export interface FramesPage {
  frames: Frame[];
  /** The number before which there may be more. */
  next?: number | null;
}

/** Which messages are shown. */
export type FrameChoice = "all" | "positions" | "problems" | "answered";

export interface FramesState {
  deviceId: number;
  choice: FrameChoice;
  /** The newest first; null until read. */
  frames: Frame[] | null;
  next: number | null;
  /** Whether the list begins with the newest, and new ones are added as they come. */
  isLive: boolean;
  isReading: boolean;
  problem: string | null;
  /** The one whose bytes are shown; its frame is null until read. */
  opened: { id: number; frame: Frame | null; problem: string | null } | null;
}

export interface FramesActions {
  /** Null closes it. */
  open(id: number | null): void;
  choose(choice: FrameChoice): void;
  more(): void;
  newest(): void;
}
