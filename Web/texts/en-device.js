// The English texts of changing a device.

export const deviceEdit = {
  edit: "Edit",
  close: "Cancel",
  save: "Save",
  saving: "Saving…",
  saved: "Saved.",
  name: "Name",
  uniqueId: "Identifier",
  uniqueIdHelp: "What the tracker calls itself, such as its IMEI. History stays with the device.",
  category: "Kind",
  categoryNone: "None",
  /** @type {Record<string, string>} */
  categories: {
    car: "Car", van: "Van", truck: "Truck", bus: "Bus", motorcycle: "Motorcycle",
    bicycle: "Bicycle", tractor: "Tractor", boat: "Boat", person: "Person", animal: "Animal",
    trailer: "Trailer", parcel: "Parcel",
  },
  phone: "Phone number of its SIM card",
  contact: "Contact",
  group: "Group",
  groupNone: "No group",
  expirationTime: "Accepted until",
  expirationHelp: "Afterwards its messages are neither stored nor answered. Empty for without end.",
  disabled: "Disabled",
  disabledHelp: "Its messages are neither stored nor answered.",
  options: "Options of the tracker",
  timezone: "Offset of its clock",
  timezoneHelp: "For trackers that send local time, such as +02:00. Empty for as its protocol says.",
  password: "Device password",
  passwordHelp: "Stands in its commands and set-up texts.",
  more: "Further options",
  moreHelp: "One in each line, such as speedLimit = 50.",
  /** @param {string} line */
  moreProblem: (line) => `Write name = value: “${line}”`,
  remove: "Remove this device",
  /** @param {string} name */
  removeSure: (name) => `Remove ${name}? Nobody sees it any more. If it goes on sending, it waits `
    + "among the arrivals, with its history.",
  removed: "Removed.",
};

export const confirm = { yes: "Yes, remove", no: "Keep" };
