// People, groups and what joins them, and what the page keeps of them.

import type { DeviceOptions } from "./options";
import type {
  AltitudeUnit, AttributeValue, Device, DistanceUnit, SpeedUnit, TemperatureUnit,
} from "./types";

/** GET /api/users, GET and POST /api/session. */
export interface User {
  id: number;
  name: string;
  email: string;
  phone?: string | null;
  administrator: boolean;
  readonly?: boolean;
  deviceReadonly?: boolean;
  limitCommands?: boolean;
  fixedEmail?: boolean;
  disabled?: boolean;
  /** ISO 8601; null for without end. */
  expirationTime?: string | null;
  /** -1 for any number. */
  deviceLimit?: number;
  /** 0 for somebody who manages nobody, -1 for any number. */
  userLimit?: number;
  attributes?: UserAttributes;
}

export interface UserAttributes {
  speedUnit?: SpeedUnit;
  distanceUnit?: DistanceUnit;
  altitudeUnit?: AltitudeUnit;
  temperatureUnit?: TemperatureUnit;
  /** Such as Europe/Madrid; missing for the browser's. */
  timezone?: string;
  /** Missing if it was never chosen. */
  language?: LanguageChoice;
  [name: string]: AttributeValue | undefined;
}

/** Auto is the browser's. */
export type LanguageChoice = "auto" | "en" | "es";

/** GET /api/groups. */
export interface Group {
  id: number;
  name: string;
  /** The group that it stands in; 0 for none. */
  groupId: number;
  attributes?: Record<string, AttributeValue>;
}

/** GET /api/permissions: a user may see a device or a group, among others. */
export interface Permission {
  userId?: number;
  deviceId?: number;
  groupId?: number;
}

/** GET /api/sessions. */
export interface OpenSession {
  id: number;
  createdAt: string;
  lastUsedAt: string;
  address: string;
  /** What the browser calls itself. */
  agent: string;
  current: boolean;
}

/** All that its owner may do, or only looking. */
export type TokenScope = "all" | "read";

/** GET /api/session/tokens; what opens a door is in none of them. */
export interface Token {
  id: number;
  /** What it is for; may be empty. */
  name: string;
  scope: TokenScope;
  createdAt: string;
  expiresAt: string;
}

/** What a user may see directly, as the numbers of devices and groups. */
export interface Permitted {
  userId: number;
  devices: ReadonlySet<number>;
  groups: ReadonlySet<number>;
}

/** Each part is null until read. */
export interface PeopleState {
  users: User[] | null;
  groups: Group[] | null;
  /** All that the user may deal with, for administrators also what is not on their map. */
  devices: Device[] | null;
  permitted: Permitted | null;
  sessions: OpenSession[] | null;
  tokens: Token[] | null;
  /** A token that was just made; it is shown once. */
  token: string | null;
}

/** What forms give: only what they show. */
export type Entered = Record<string, AttributeValue | Record<string, AttributeValue>>;

/** What is looked at in a list: a number, a new one, or the list itself. */
export type Chosen = number | "new" | null;

export interface AccountActions {
  save(fields: Entered): Promise<boolean>;
  /** Attributes that are null are taken away. */
  saveDisplay(attributes: Record<string, AttributeValue>): Promise<boolean>;
  changePassword(password: string): Promise<boolean>;
  endSession(id: number): Promise<void>;
  makeToken(days: number, name: string, scope: TokenScope): Promise<void>;
  endToken(id: number): Promise<void>;
}

export interface PeopleActions {
  save(id: number | "new", fields: Entered): Promise<void>;
  remove(id: number): Promise<void>;
  permit(userId: number, kind: "device" | "group", ids: number[], may: boolean): Promise<void>;
}

export interface GroupActions {
  save(id: number | "new", fields: { name: string; groupId: number }): Promise<void>;
  remove(id: number): Promise<void>;
  putDevices(groupId: number, deviceIds: number[], areIn: boolean): Promise<void>;
}

export interface DeviceActions {
  add(fields: { name: string; uniqueId: string; model: string | null }): Promise<boolean>;
  readOptions(id: number, protocol: string | null): Promise<DeviceOptions | null>;
  save(id: number, fields: Entered): Promise<boolean>;
  remove(id: number): Promise<void>;
}
