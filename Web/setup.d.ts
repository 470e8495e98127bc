// Models of trackers, the text messages that set them up, and the versions that devices report.

/** GET /api/models. */
export interface TrackerModel {
  /** Such as istartek-pt60. */
  id: string;
  maker: string;
  name: string;
  title: string;
  protocols: { name: string; certain: boolean }[];
}

/** A text message with the values that were given, or what is missing. */
export interface SetupMessage {
  /** A word by which the page names it. */
  purpose: string;
  transport: "tcp" | "udp" | null;
  /** The server's own words for the purpose. */
  title: string;
  template: string;
  /** Whether a source gives it just so for this model. */
  certain: boolean;
  remark: string;
  sources: string[];
  /** Null if something is in the way. */
  message: string | null;
  /** Names of values that have to be given. */
  missing: string[];
  problem: string | null;
}

/** GET /api/devices/{id}/setup. */
export interface Setup {
  model: TrackerModel;
  groups: {
    title: string;
    password: string | null;
    certain: boolean;
    remark: string;
    sources: string[];
    texts: SetupMessage[];
  }[];
}

/** Values that people give for the messages. */
export interface SetupValues {
  apn: string;
  apnUser: string;
  apnPassword: string;
  interval: string;
}

/** What the page knows about setting up one device. */
export interface SetupState {
  deviceId: number;
  setup: Setup | null;
  /** Why there is none, a sentence; null while it is being read. */
  problem: string | null;
}

/** GET /api/devices/{id}/versions: from when on a device reported a version. */
export interface DeviceVersion {
  kind: "firmware" | "hardware";
  value: string;
  /** By the device's clock. */
  firstSeen: string;
  lastSeen: string;
}

export interface VersionsState {
  deviceId: number;
  versions: DeviceVersion[];
}
