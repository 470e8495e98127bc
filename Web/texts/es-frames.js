// The Spanish texts of what a device sent.

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** @type {typeof import("./en-frames.js").frames} */
export const frames = {
  title: (name) => `Mensajes de ${name}`,
  lead: "Lo que ha enviado, tal como llegó, primero lo último. Abre uno para ver qué significa "
    + "cada byte.",
  link: "Mensajes",
  source: "Origen",
  sourceLink: "Mensaje en el que llegó",
  back: "Volver al dispositivo",
  show: "Mostrar",
  choices: {
    all: "Todos los mensajes", positions: "Con posición", problems: "Con algún problema",
    answered: "Respondidos",
  },
  loading: "Leyendo mensajes…",
  none: "Aún no ha enviado nada.",
  noneOfChoice: "No hay ningún mensaje así.",
  noneYet: "Ningún mensaje así entre los revisados hasta ahora.",
  older: "Mensajes anteriores",
  newest: "A los últimos",
  bytes: (count) => plural(count, "byte", "bytes"),
  positions: (count) => plural(count, "posición", "posiciones"),
  answered: "respondido",
  unread: "no leído",
  unknown: "sin protocolo",
  gone: "El dispositivo no envió ese mensaje, o ya no se conserva.",
  notExplained: "Es demasiado largo para explicarlo aquí.",
  opening: "Leyendo sus bytes…",
  answer: "Lo que respondió el servidor",
};
