// The Spanish texts of pictures and sounds.

/** @param {number} bytes */
const sizeText = (bytes) =>
  (bytes < 1_024 ? `${bytes} B` : bytes < 1_048_576 ? `${Math.round(bytes / 1_024)} KB`
    : `${(bytes / 1_048_576).toFixed(1).replace(".", ",")} MB`);

/** @type {import("./index.js").Texts["media"]} */
export const media = {
  title: "Fotos y voz",
  kinds: { image: "Foto", audio: "Voz", video: "Vídeo", file: "Archivo de tipo desconocido" },
  picture: (moment) => `Foto del ${moment}`,
  enlarge: (moment) => `Ampliar la foto del ${moment}`,
  download: (type, bytes) =>
    `Descargar (${type === "application/octet-stream" ? "" : `${type}, `}${sizeText(bytes)})`,
  incomplete: "incompleto",
  incompleteHelp: "incompleto: esto es lo que ha llegado",
  voiceHelp: "Los navegadores no reproducen AMR, el formato en que graban los rastreadores. "
    + "Descárgalo y ábrelo con un reproductor como VLC.",
};
