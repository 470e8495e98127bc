// The English texts of people, groups and the server's settings.

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export const people = {
  title: "People",
  lead: "Who may sign in here, what they may do, and what they see.",
  loading: "Reading people…",
  search: "Search people",
  nothingFound: "Nobody matches.",
  add: "Add somebody",
  addTitle: "Add somebody",
  back: "All people",
  you: "you",
  edit: "Open",
  /** @param {string} name */
  editOf: (name) => `Open ${name}`,
  roles: {
    administrator: "Administrator", manager: "Manager", user: "User", readonly: "May only look",
    disabled: "Disabled", expired: "Expired",
  },
  gone: "There is no such user, or it is not for you to see.",
  account: "Account",
  name: "Name",
  email: "Email",
  phone: "Phone",
  password: "Password",
  passwordHelp: "At least 8 characters. A few unrelated words are good.",
  newPassword: "New password",
  newPasswordHelp: "Leave it empty to keep the one there is. A new one signs the user out "
    + "everywhere.",
  role: "Role and limits",
  administrator: "Administrator",
  administratorHelp: "May do everything, and reaches every device.",
  readonly: "May only look",
  readonlyHelp: "Changes nothing at all.",
  deviceReadonly: "May not change devices",
  limitCommands: "May send saved commands only",
  disabled: "Disabled",
  disabledHelp: "Cannot sign in; sessions end at once.",
  fixedEmail: "May not change their own email address",
  deviceLimit: "Devices at most",
  deviceLimitHelp: "Empty for any number.",
  userLimit: "Users to manage at most",
  userLimitHelp: "0 for somebody who manages nobody, empty for any number.",
  expirationTime: "May sign in until",
  expirationHelp: "Empty for without end.",
  save: "Save",
  saving: "Saving…",
  create: "Add",
  creating: "Adding…",
  /** @param {string} name */
  created: (name) => `${name} can sign in now. Choose below what to see.`,
  saved: "Saved.",
  remove: "Remove this user",
  /** @param {string} name */
  removeSure: (name) => `Remove ${name}? Sessions, tokens and permissions end; devices stay.`,
  removed: "Removed.",
  sees: "What this user sees",
  seesHelp: "A tick takes effect at once. A group stands for all devices in it and in the groups "
    + "below it.",
  seesAdministrator: "Administrators reach every device; ticks choose what is on their map.",
  devices: "Devices",
  groups: "Groups",
  noDevices: "There are no devices yet.",
  noGroups: "There are no groups yet.",
};

export const checkList = {
  search: "Search",
  /** @param {number} ticked @param {number} all */
  count: (ticked, all) => `${ticked} of ${all}`,
  all: "All",
  none: "None",
  /** @param {string} title */
  allOf: (title) => `Tick all: ${title}`,
  /** @param {string} title */
  noneOf: (title) => `Tick none: ${title}`,
  nothingFound: "Nothing matches.",
};

export const groups = {
  title: "Groups",
  lead: "Devices that belong together. Whoever sees a group sees what is in it and below it.",
  loading: "Reading groups…",
  none: "No groups yet.",
  noneHelp: "A group gathers devices, such as those of a branch or of a family, so that they can be "
    + "shown to somebody at once.",
  add: "New group",
  back: "All groups",
  open: "Open",
  /** @param {string} name */
  openOf: (name) => `Open ${name}`,
  name: "Name",
  parent: "Stands in",
  top: "No other group",
  save: "Save",
  saving: "Saving…",
  saved: "Saved.",
  create: "Make the group",
  creating: "Making…",
  /** @param {number} count */
  devices: (count) => plural(count, "device", "devices"),
  members: "Devices in this group",
  membersHelp: "A device stands in one group at most. A tick takes effect at once.",
  /** @param {string} name */
  elsewhere: (name) => `now in ${name}`,
  gone: "There is no such group, or it is not for you to see.",
  remove: "Remove this group",
  /** @param {string} name */
  removeSure: (name) => `Remove ${name}? Its devices stay and stand in no group then.`,
  removed: "Removed.",
};

export const serverSettings = {
  title: "Server settings",
  lead: "What holds for everybody.",
  save: "Save",
  saving: "Saving…",
  saved: "Saved.",
  people: "People",
  registration: "Visitors may make themselves an account",
  registrationHelp: "They see no device until somebody gives them one.",
  readonly: "Everybody but administrators may only look",
  deviceReadonly: "Only administrators may change devices",
  limitCommands: "Only saved commands may be sent",
  announcement: "Announcement",
  announcementHelp: "Shown to everybody who is signed in. Empty for none.",
  map: "Where the map starts",
  mapHelp: "For whoever has no device on the map yet.",
  latitude: "Latitude",
  longitude: "Longitude",
  zoom: "Zoom",
  zoomHelp: "0 shows the world, 12 a town.",
  tiles: "Map images",
  mapTiles: "Address of the images",
  mapTilesHelp: "It begins with https://, or with / on this server, and has {z}, {x} and {y}.",
  mapAttribution: "Who made them",
  trackers: "Trackers",
  trackerHost: "Address that trackers are pointed at",
  trackerHostHelp: "Stands in the set-up texts. Empty for the name in the page's address.",
};
