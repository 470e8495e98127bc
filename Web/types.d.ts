// The entities of the API as this page reads them, and the state that the page keeps.

import type { Setup, SetupState, SetupValues, TrackerModel, VersionsState } from "./setup";
import type { LayerChoices, MapActions, PastTrail, Pin } from "./map";
import type { HistoryActions, HistoryQuestion, HistoryState, PlaybackState } from "./history";
import type {
  AccountActions, Chosen, DeviceActions, Entered, GroupActions, PeopleActions, PeopleState, User,
} from "./people";
import type { FramesActions, FramesState } from "./frames";
import type { DecodeQuestion, ExplanationState, GivenBytes } from "./explanation";

export type { User } from "./people";
export type DeviceStatus = "online" | "offline" | "unknown";
export type Transport = "tcp" | "udp";
export type AttributeValue = string | number | boolean | null;

/** GET /api/server. */
export interface Server {
  version?: string;
  /** True as long as there is no user. */
  newServer?: boolean;
  latitude?: number;
  longitude?: number;
  zoom?: number;
  /** Whether visitors may make themselves users. */
  registration?: boolean;
  readonly?: boolean;
  deviceReadonly?: boolean;
  limitCommands?: boolean;
  /** For everybody who is signed in. */
  announcement?: string | null;
  attributes: {
    /** URL template of raster tiles with {z}, {x}, {y}; empty or missing for none. */
    mapTiles?: string;
    /** Plain text. */
    mapAttribution?: string;
    /** Where trackers connect to; the page's own host name if missing. */
    trackerHost?: string;
    /** 8888 if missing. */
    trackerPort?: number;
  };
}

/** GET /api/devices. */
export interface Device {
  id: number;
  name: string;
  uniqueId: string;
  status: DeviceStatus;
  disabled?: boolean;
  /** ISO 8601; null for without end. */
  expirationTime?: string | null;
  /** The group that it stands in; 0 for none. */
  groupId?: number;
  /** When it last said anything, ISO 8601; null if never. */
  lastUpdate: string | null;
  positionId?: number | null;
  phone?: string | null;
  model?: string | null;
  contact?: string | null;
  category?: string | null;
  attributes?: Record<string, AttributeValue>;
}

/** GET /api/positions. */
export interface Position {
  id: number;
  deviceId: number;
  protocol: string;
  serverTime: string;
  deviceTime: string;
  fixTime: string;
  valid: boolean;
  outdated?: boolean;
  latitude: number;
  longitude: number;
  /** Metres. */
  altitude: number;
  /** Knots. */
  speed: number;
  /** Degrees, clockwise from north. */
  course: number;
  /** Metres; 0 if unknown. */
  accuracy: number;
  address?: string | null;
  attributes: Record<string, AttributeValue>;
}

/** GET /api/devices/{id}/media: a picture or sound; its bytes are at /api/media/{id}. */
export interface MediaItem {
  id: number;
  deviceId: number;
  file: string;
  /** By its first bytes, whatever it calls itself. */
  kind: "image" | "audio" | "video" | "file";
  contentType: string;
  /** When its first piece came. */
  time: string;
  lastTime: string;
  /** Bytes that have come. */
  size: number;
  complete: boolean;
  /** Whether pieces may still come. */
  open: boolean;
  /** Whether its sender may be somebody else. */
  unconfirmed: boolean;
}

/** GET /api/arrivals: an identifier that belongs to no device yet. */
export interface Arrival {
  id: number;
  identifier: string;
  /** Empty if it was a device that has never said anything; then transport and peer are missing. */
  protocol: string;
  transport: Transport | null;
  /** Address and port. */
  peer: string;
  firstSeen: string;
  lastSeen: string;
  /** Messages so far. */
  count: number;
  /** Its last position (deviceId is 0), or null. */
  position: Position | null;
}

/** What somebody enters about an arrival that becomes a device. */
export interface Adoption {
  name: string;
  /** Empty if it is not known. */
  model: string;
}

/** GET /api/connections (administrator). */
export interface Connection {
  id: number;
  peer: string;
  transport: Transport;
  since: string;
  /** Null until detection has decided. */
  protocol: string | null;
  /** What detection or decoding says about it, in words; null if nothing. */
  why: string | null;
  /** Null until it has said who it is. */
  identifier: string | null;
  /** Whether another connection has the older right to speak for the device. */
  unconfirmed?: boolean;
  /** Why its messages are neither stored nor answered; null if they are taken. */
  refusal?: string | null;
  frames: number;
  lastFrameAt: string | null;
}

/** GET /api/connections/refused (administrator): something that came to nothing. */
export interface RefusalEntry {
  time: string;
  peer: string;
  transport: Transport;
  protocol: string | null;
  identifier: string | null;
  /** A word by which the page chooses its advice. */
  kind: string;
  /** The server's own words. */
  why: string;
  /** Hexadecimal; empty if nothing was kept. */
  firstBytes: string;
  count: number;
}

/** GET /api/vocabulary; a name that ends in * is a family (temp* covers temp1). */
export interface VocabularyWord {
  name: string;
  unit: string;
  title: string;
}

/** What the WebSocket says; {} is a keep-alive. */
export interface LiveMessage {
  devices?: Device[];
  positions?: Position[];
  media?: MediaItem[];
}

export type SpeedUnit = "kmh" | "mph" | "kn";
export type DistanceUnit = "km" | "mi" | "nmi";
export type AltitudeUnit = "m" | "ft";
export type TemperatureUnit = "c" | "f";

/** Whether the page hears the server. Times are milliseconds since 1970. */
export interface Link {
  state: "connecting" | "live" | "waiting";
  attempt: number;
  lastHeardAt: number | null;
  retryAt: number | null;
}

export type Route =
  | { view: "map"; deviceId: number | null }
  | { view: "history"; question: HistoryQuestion }
  | { view: "frames"; deviceId: number; frameId: number | null }
  | { view: "add" }
  | { view: "arrivals" }
  | { view: "connections" }
  | { view: "explain"; given: GivenBytes | null }
  | { view: "settings" }
  | { view: "people"; chosen: Chosen }
  | { view: "groups"; chosen: Chosen }
  | { view: "server" };

export type Phase = "starting" | "unreachable" | "setup" | "login" | "ready";
export type TilesState = "none" | "probing" | "shown" | "unreachable";
export type StatusFilter = "all" | DeviceStatus;

/** One sentence for the person, until replaced or dismissed. */
export interface Notice {
  kind: "info" | "error";
  text: string;
}

export interface State {
  phase: Phase;
  /** Why the page is at the entrance, or what went wrong there. */
  entranceNotice: string | null;
  setupCode: string;
  server: Server | null;
  user: User | null;
  devices: ReadonlyMap<number, Device>;
  /** The last position of each device, by device id. */
  positions: ReadonlyMap<number, Position>;
  /** Pictures and sounds of the selected device, the newest first. */
  album: { deviceId: number; items: MediaItem[] } | null;
  /** Whether the devices have been read once. */
  loaded: boolean;
  /** Null until read. */
  arrivals: Arrival[] | null;
  connections: Connection[] | null;
  refusals: RefusalEntry[] | null;
  /** What somebody looks for among connections and what came to nothing. */
  deskSearch: string;
  explanation: ExplanationState;
  /** What the device sent whose messages are looked at; else null. */
  frames: FramesState | null;
  people: PeopleState;
  /** The models that can be entered; empty until read. */
  models: TrackerModel[];
  /** Of the selected device; null until asked for. */
  setup: SetupState | null;
  /** Of the selected device; null until read. */
  versions: VersionsState | null;
  /** The names that a protocol can be chosen by. */
  protocols: string[];
  vocabulary: ReadonlyMap<string, VocabularyWord>;
  /** Null unless a history is looked at. */
  history: HistoryState | null;
  playback: PlaybackState;
  link: Link;
  route: Route;
  search: string;
  filter: StatusFilter;
  follow: boolean;
  layers: LayerChoices;
  /** A place that somebody looked for. */
  pin: Pin | null;
  trail: PastTrail | null;
  tiles: TilesState;
  notice: Notice | null;
  /** The page's clock, ticking once a second. */
  now: number;
}

/** What views may ask for. */
export interface Actions {
  setUp(form: { code: string; name: string; email: string; password: string }): Promise<void>;
  logIn(email: string, password: string): Promise<void>;
  register(form: { name: string; email: string; password: string }): Promise<void>;
  logOut(): Promise<void>;
  retry(): void;
  search(text: string): void;
  filter(filter: StatusFilter): void;
  select(deviceId: number | null): void;
  map: MapActions;
  adopt(arrival: Arrival, adoption: Adoption): Promise<void>;
  adoptAll(adoptions: ReadonlyMap<number, Adoption>): Promise<void>;
  confirmConnection(connection: Connection): Promise<void>;
  enterModel(deviceId: number, model: string): Promise<void>;
  readModelSetup(modelId: string, values: SetupValues):
    Promise<{ setup: Setup | null; problem: string | null }>;
  /** Has the server play a tracker. */
  playTracker(): Promise<void>;
  readSetup(deviceId: number, values: SetupValues): Promise<void>;
  dismissNotice(): void;
  searchDesk(text: string): void;
  explain(question: DecodeQuestion): Promise<void>;
  frames: FramesActions;
  history: HistoryActions;
  saveServer(fields: Entered): Promise<boolean>;
  account: AccountActions;
  people: PeopleActions;
  groups: GroupActions;
  device: DeviceActions;
}
