// The Spanish texts of Explain.

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** @type {import("./index.js").Texts["explain"]} */
export const explain = {
  title: "Explicar bytes",
  lead: "Qué significan los bytes de un rastreador, hasta el último. No se guarda nada.",
  input: "Bytes",
  inputHelp: "Dígitos hexadecimales, o texto tal como lo envía el rastreador. En el texto, los "
    + "saltos de línea cuentan como CR LF, y se entienden \\r, \\n y \\x1B.",
  readAs: "Leer como",
  forms: { auto: "Automático", hex: "Hexadecimal", text: "Texto" },
  protocol: "Protocolo",
  anyProtocol: "Reconocerlo",
  transport: "Transporte",
  submit: "Explicar",
  busy: "Explicando…",
  understood: (count, form) => `${plural(count, "byte leído", "bytes leídos")} como ${
    form === "hex" ? "hexadecimal" : "texto"}`,
  cut: "Estos son los primeros bytes que guardó el servidor; el último mensaje puede estar cortado.",
  problems: {
    oddDigits: "Falta un dígito: cada byte tiene dos.",
    notHex: "Solo los dígitos del 0 al 9 y de la A a la F son hexadecimales.",
    tooLong: "Es más de lo que se puede explicar de una vez.",
  },
  failed: (words) => `El servidor no ha podido explicarlo. ${words}`.trim(),
  unreachable: "No se puede contactar con el servidor. Inténtalo de nuevo.",

  found: (protocol) => `Esto es ${protocol}`,
  named: (protocol) => `Leído como ${protocol}`,
  notFound: "No se ha reconocido ningún protocolo",
  noFrame: "Los bytes no contienen ningún mensaje entero.",
  strength: "Solidez de la prueba",
  strengths: ["ninguna", "débil", "buena", "segura"],
  identifier: "Dispositivo",
  waiting: "Con más bytes podría ser",
  refusals: (count) => (count === 1 ? "Por qué no encajó otro protocolo"
    : `Por qué no encajaron otros ${count} protocolos`),
  refusalsNone: "Dónde dejó de encajar cada protocolo, empezando por el más cercano.",
  expected: (words) => `se esperaba ${words}`,
  frame: (number) => `Mensaje ${number}`,
  range: (offset, count) => `${plural(count, "byte", "bytes")} desde el byte ${offset}`,
  readWhole: "Leído hasta el último byte",
  unclaimed: (count) => plural(count, "byte sin explicar", "bytes sin explicar"),
  error: (words) => `No se puede leer: ${words}`,
  checksumFailed: "La suma de comprobación no coincide",
  skipped: "Bytes que no son de ningún mensaje",
  bytesOf: (name) => `${name}, byte a byte; muévete con las flechas`,
  fields: "Campos",
  columns: { name: "Campo", bytes: "Bytes", value: "Valor", meaning: "Significado" },
  refusalColumns: { name: "Protocolo", bytes: "En el byte", value: "Lo que encontró",
    meaning: "Lo que esperaba" },
  byte: (offset, hex, names) => `Byte ${offset}, ${hex}${names ? `: ${names}` : ""}`,
  pointAt: "Señala un byte o un campo para ver qué va con qué.",
  nobodys: "no es de ningún campo",
  separator: "separador",
  more: (count) => (count === 1 ? "Hay 1 más que no se muestra."
    : `Hay ${count} más que no se muestran.`),
  positions: "Posiciones",
  noPositions: "No lleva ninguna posición.",
  replies: "Lo que contesta el servidor",
  noReplies: "No se contesta.",
  fixTime: "Posición tomada",
  deviceTime: "Enviada por el dispositivo",
  place: "Lugar",
  noPlace: "sin lugar propio",
  valid: "Señal de satélites",
};
