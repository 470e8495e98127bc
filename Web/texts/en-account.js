// The English texts of what concerns the one who is signed in.

export const settings = {
  title: "Settings",
  lead: "Yours alone: how the page speaks to you, and who can get in with your name.",
  save: "Save",
  saving: "Saving…",
  saved: "Saved.",
  profile: "You",
  name: "Name",
  email: "Email",
  emailFixed: "An administrator has fixed this address.",
  phone: "Phone",
  display: "Language, units and time",
  language: "Language",
  languageAuto: "As this browser",
  speedUnit: "Speed",
  distanceUnit: "Distance",
  altitudeUnit: "Height and short lengths",
  temperatureUnit: "Temperature",
  /** @type {Record<string, string>} */
  units: {
    kmh: "Kilometres per hour", mph: "Miles per hour", kn: "Knots", km: "Kilometres", mi: "Miles",
    nmi: "Nautical miles", m: "Metres", ft: "Feet", c: "Degrees Celsius", f: "Degrees Fahrenheit",
  },
  timezone: "Time zone",
  /** @param {string} zone */
  timezoneHelp: (zone) => `Empty for that of this browser (${zone}).`,
  timezoneUnknown: "This browser does not know such a zone. Write it as Europe/Madrid.",
};

export const password = {
  title: "Password",
  enter: "New password",
  help: "At least 8 characters. A few unrelated words are good.",
  repeat: "Repeat it",
  differs: "The two are not the same.",
  ends: "Whoever else is signed in with your name is signed out, and your tokens end.",
  submit: "Change the password",
  busy: "Changing…",
  changed: "The password is changed.",
};

export const sessions = {
  title: "Where you are signed in",
  loading: "Reading sessions…",
  none: "No browser is signed in with your name.",
  current: "This browser",
  unknown: "Unknown program",
  /** @param {string} name @param {string} system */
  program: (name, system) => (system ? `${name} on ${system}` : name),
  /** @param {string} moment */
  since: (moment) => `Since ${moment}`,
  /** @param {string} age */
  used: (age) => `last used ${age}`,
  end: "Sign out there",
  /** @param {string} program @param {string} address */
  endOf: (program, address) => `Sign out ${program}, ${address}`,
  ended: "Signed out there.",
};

export const tokens = {
  title: "Access tokens",
  lead: "A token lets a program in with your rights and without your password. It is shown once: "
    + "keep it like a password.",
  name: "What it is for",
  nameHelp: "Such as the program that uses it.",
  scope: "It may",
  scopes: { all: "Do all that you may", read: "Only look" },
  life: "Good for",
  lives: { week: "A week", month: "30 days", year: "A year" },
  make: "Make a token",
  making: "Making…",
  made: "Your new token",
  own: "Your tokens",
  none: "You have no tokens.",
  /** @param {string} moment */
  of: (moment) => `Made ${moment}`,
  /** @param {string} moment */
  until: (moment) => `good until ${moment}`,
  revoke: "Revoke",
  /** @param {string} moment */
  revokeOf: (moment) => `Revoke the token made ${moment}`,
  revoked: "The token no longer opens anything.",
};
