// The Spanish texts of what is entered about a device because its messages do not say it.

/** @type {typeof import("./en-options.js").deviceOptions} */
export const deviceOptions = {
  loading: "Leyendo qué se puede indicar…",
  protocol: "Protocolo",
  protocolHelp: "El último que habló, o el de su modelo. Decide los campos de abajo.",
  noProtocol: "Aún no se sabe",
  titles: {
    "decoder.timezone": "Zona horaria de su reloj", devicePassword: "Contraseña del dispositivo",
  },
  meanings: {
    "decoder.timezone": "La zona por la que va el reloj del dispositivo.",
    devicePassword: "Aparece en sus comandos y en sus mensajes de configuración.",
    "gt06.language": "Los comandos llevan la palabra de idioma que algunas unidades necesitan.",
    "gt06.alternative": "El motor se para con `DYD,<contraseña>#` y se reanuda con "
      + "`HFYD,<contraseña>#` en lugar de `Relay,1#` y `Relay,0#`.",
    "h02.ack": "Se confirman todas las posiciones (R12), no solo V1, NBR, HTBT y V0, como quieren "
      + "algunas versiones de firmware.",
    "h02.alternative": "El intervalo se fija con D1 en lugar de S71.",
    "jt808.version": "La versión de la norma que habla el dispositivo: con 2019 los comandos llevan "
      + "su cabecera larga.",
    "jt808.alternative": "El motor se para con el mensaje A006.",
    "meiligao.server": "Lo que se responde a una unidad que pregunta por la dirección del servidor; "
      + "nada si no se indica.",
    "meiligao.alternative": "El relé solo se conmuta por debajo de 10 km/h (4114 en lugar de 4115).",
    "watch.maker": "Los dos caracteres del fabricante delante de sus tramas, como `SG` (`SG` también "
      + "para `3G`): una unidad solo acepta comandos de su fabricante.",
    "watch.index": "Sus tramas llevan un número entre el identificador y la longitud.",
  },
  zoneHelp: "Un desfase como +02:00, o una región como Europe/Madrid con su horario de verano.",
  usual: (value) => `Lo habitual (${value})`,
  usualSentence: (value) => `Si se deja vacío: ${value}.`,
  more: "Otras opciones",
  moreHelp: "Una en cada línea, como speedLimit = 50.",
};
