// The Spanish texts of what came to nothing.

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** @type {import("./index.js").Texts["refusals"]} */
export const refusals = {
  title: "Intentos recientes que quedaron en nada",
  lead: "Quién llamó y no fue aceptado, con el motivo. El servidor recuerda los últimos cientos "
    + "hasta que se reinicia.",
  none: "No se ha rechazado nada desde que arrancó el servidor.",
  from: "Desde",
  when: "Cuándo",
  protocol: "Protocolo",
  identifier: "Identificador",
  unknown: "desconocido",
  unnamed: "no lo dijo",
  times: (count) => plural(count, "vez", "veces"),
  explain: "Explicar los bytes",
  explainOf: (peer) => `Explicar los bytes de ${peer}`,
  firstBytes: (bytes) => `Empezó por ${bytes}`,
  why: (words) => `Servidor: ${words}`,
  other: { title: "Rechazado", advice: "Debajo está lo que dice el servidor." },
  kinds: {
    silent: {
      title: "Se conectó, pero no envió nada",
      advice: "Un rastreador que llega hasta aquí tiene bien la dirección. Reinícialo; si no ayuda, "
        + "comprueba qué protocolo tiene elegido en sus ajustes.",
    },
    web: {
      title: "Un navegador o un escáner, no un rastreador",
      advice: "No hay que hacer nada. Si fuiste tú: la página está en el puerto web; este puerto es "
        + "solo para rastreadores.",
    },
    encrypted: {
      title: "Pide una conexión cifrada",
      advice: "Si es tu rastreador, desactiva TLS (SSL) en sus ajustes: el puerto de los "
        + "rastreadores acepta conexiones sin cifrar.",
    },
    scanner: {
      title: "Un escáner, no un rastreador",
      advice: "No hay que hacer nada: así se ven los programas que buscan puertos abiertos en "
        + "internet.",
    },
    unrecognised: {
      title: "No se reconoce su idioma",
      advice: "Si es tu rastreador, comprueba qué protocolo tiene elegido en sus ajustes. Explicar "
        + "muestra cuál se acercó más y dónde falló.",
    },
    incomplete: {
      title: "Se fue a mitad de un mensaje",
      advice: "Suele ser una red móvil débil: lo volverá a intentar. Si siempre se para aquí, mira "
        + "los bytes.",
    },
    unreadable: {
      title: "No se pueden leer sus mensajes",
      advice: "El protocolo está claro, pero sus mensajes están dañados o son de un tipo "
        + "desconocido. Explicar muestra el byte en el que se detuvo la lectura.",
    },
    anonymous: {
      title: "No dijo quién es",
      advice: "El identificador llega con el mensaje de inicio de sesión: reinicia el rastreador "
        + "para que lo envíe de nuevo.",
    },
    turnedAway: {
      title: "El servidor no acepta sus mensajes",
      advice: "El motivo está debajo.",
    },
    crowded: {
      title: "Demasiadas conexiones",
      advice: "Los rastreadores de una misma red móvil pueden compartir dirección: sube el límite "
        + "de conexiones en los ajustes del servidor.",
    },
    proxyHeader: {
      title: "El proxy no dijo de parte de quién venía",
      advice: "Haz que el proxy envíe la cabecera del protocolo PROXY, o quita su dirección de los "
        + "proxies de confianza del servidor.",
    },
    disabled: {
      title: "El dispositivo está desactivado",
      advice: "Sus mensajes no se guardan ni se contestan. Activa el dispositivo para volver a "
        + "aceptarlos.",
    },
    expired: {
      title: "El dispositivo ha caducado",
      advice: "Su fecha de caducidad ha pasado. Ponle una posterior para volver a aceptar sus "
        + "mensajes.",
    },
    identifierQuota: {
      title: "Nadie lo ha adoptado y ha agotado su cuota",
      advice: "Los rastreadores desconocidos solo pueden guardar cierta cantidad. Adóptalo en "
        + "Recién llegados y dejará de tener límite.",
    },
    networkQuota: {
      title: "Los rastreadores desconocidos de su red han agotado su cuota",
      advice: "Adóptalo en Recién llegados o añádelo como dispositivo, y dejará de tener límite.",
    },
    totalQuota: {
      title: "Los rastreadores desconocidos han agotado su cuota",
      advice: "Adóptalo en Recién llegados o añádelo como dispositivo, y dejará de tener límite.",
    },
    tooManyArrivals: {
      title: "La lista de recién llegados está llena",
      advice: "Adopta o borra algunos, o añade este identificador como dispositivo.",
    },
    tooManyArrivalsFromNetwork: {
      title: "Demasiados rastreadores desconocidos de su red",
      advice: "Adopta o borra algunos recién llegados, o añade este identificador como dispositivo.",
    },
    improperIdentifier: {
      title: "Su identificador no sirve",
      advice: "Está vacío, es demasiado largo o tiene caracteres no imprimibles. Vuelve a poner el "
        + "identificador en el rastreador.",
    },
    unavailable: {
      title: "El servidor no ha podido escribir su archivo",
      advice: "Comprueba que queda sitio en el disco del servidor; su registro dice más.",
    },
  },
};

/** @type {import("./index.js").Texts["checklist"]} */
export const checklist = {
  title: "Qué comprobar en el rastreador",
  notHere: "¿No está aquí tu rastreador? Qué comprobar en él",
  noTrace: (search) => `Ni rastro de «${search}»`,
  noTraceHelp: "No está conectado, no se le ha rechazado hace poco, y no es ni un dispositivo ni un "
    + "recién llegado. Así que no llega a este servidor:",
  address: "Dirección del servidor",
  port: "Puerto",
  portHelp: "TCP y UDP; si hay un cortafuegos por medio, debe dejar pasar los dos",
  sim: "Tarjeta SIM",
  simHelp: "tiene saldo y datos, su PIN está desactivado y su red cubre el lugar",
  apn: "APN",
  apnHelp: "el nombre, el usuario y la contraseña que da la operadora de la SIM; a menudo se pone "
    + "por SMS",
  loopback: "esto solo vale en este equipo: los rastreadores necesitan la dirección pública del "
    + "servidor",
};

/** @type {import("./index.js").Texts["known"]} */
export const known = {
  title: "Rastreadores conocidos",
  deviceHeard: (age) => `Un dispositivo; su último mensaje llegó ${age}`,
  deviceDisabled: "Un dispositivo desactivado: sus mensajes no se guardan ni se contestan",
  deviceRefused: (age) => `Un dispositivo que llamó ${age} y fue rechazado: mira más abajo`,
  deviceNever: "Un dispositivo que nunca ha enviado nada: compara su identificador con el del "
    + "rastreador",
  arrival: (age) => `A la espera de ser adoptado; su último mensaje llegó ${age}`,
  show: "Ver",
  adopt: "Ver los recién llegados",
};
