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
  /** @param {string} line */
  moreProblem: (line) => `Write name = value: “${line}”`,
  remove: "Remove this device",
  /** @param {string} name */
  removeSure: (name) => `Remove ${name}? Nobody sees it then. It waits among the arrivals, with its `
    + "history, and can be adopted again.",
  removed: "Removed.",
};

export const confirm = { yes: "Yes, remove", no: "Keep" };
