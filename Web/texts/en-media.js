// The English texts of pictures and sounds.

/** @param {number} bytes */
const sizeText = (bytes) =>
  (bytes < 1_024 ? `${bytes} B` : bytes < 1_048_576 ? `${Math.round(bytes / 1_024)} KB`
    : `${(bytes / 1_048_576).toFixed(1)} MB`);

export const media = {
  title: "Pictures and voice",
  /** @type {Record<import("../types").MediaItem["kind"], string>} */
  kinds: { image: "Picture", audio: "Voice", video: "Film", file: "File of unknown kind" },
  /** @param {string} moment */
  picture: (moment) => `Picture of ${moment}`,
  /** @param {string} moment */
  enlarge: (moment) => `Enlarge the picture of ${moment}`,
  /** @param {string} type @param {number} bytes */
  download: (type, bytes) =>
    `Download (${type === "application/octet-stream" ? "" : `${type}, `}${sizeText(bytes)})`,
  incomplete: "incomplete",
  incompleteHelp: "incomplete: this is what has come of it",
  voiceHelp: "Browsers cannot play AMR, which trackers record in. Download it and open it in a "
    + "media player such as VLC.",
};
