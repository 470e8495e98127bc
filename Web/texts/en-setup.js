// The English texts of models, set-up messages and versions.

export const deviceSetup = {
  title: "Set-up by text message",
  model: "Model",
  modelFor: "Model (if known)",
  modelHelp: "Its messages are shown once the model is entered.",
  enter: "Save",
  entering: "Saving…",
  open: "Show messages",
  values: {
    apn: "Access point (APN)", apnUser: "Its user", apnPassword: "Its password",
    interval: "Interval in seconds",
  },
  loading: "Reading messages…",
  failed: "The server did not answer this. Please try again.",
  loopback: "This page was opened on the server itself: open it by the server's public address, "
    + "and the messages name that.",
  /** @param {string} password */
  password: (password) => `Password as delivered: ${password}`,
  perhaps: "Perhaps",
  perhapsHelp: "No source says this of this very model.",
  /** @param {string} title */
  needs: (title) => `Needs: ${title}`,
  send: "Open in messages",
  /** @param {string[]} sources */
  sources: (sources) => `From: ${sources.join("; ")}`,
  /** @type {Record<string, string>} what messages need */
  needed: {
    server: "server", port: "port", apn: "access point", apnUser: "user of the access point",
    apnPassword: "password of the access point", interval: "interval", password: "password",
    newPassword: "a new password", phone: "a phone number", identifier: "identifier in digits",
  },
  /** @type {Record<string, string>} by purpose */
  purposes: {
    begin: "Begin", identifier: "Identifier", apn: "Access point",
    apnWithUser: "Access point with user", apnUser: "User of the access point",
    apnPassword: "Password of the access point", server: "Server",
    serverByName: "Server by name", serverByAddress: "Server by address",
    secondServer: "Second server", transport: "Transport", start: "Start reporting",
    interval: "Interval", timeZone: "Clock in UTC", sosNumber: "Phone number",
    alarms: "Alarms to the server", newPassword: "New device password",
    position: "Ask where it is", status: "Ask how it is", version: "Ask for its version",
    restart: "Restart", factoryReset: "Factory settings",
  },
};

export const versions = {
  title: "Versions",
  kinds: { firmware: "Firmware", hardware: "Hardware" },
  /** @param {string} moment */
  since: (moment) => `since ${moment}`,
};
