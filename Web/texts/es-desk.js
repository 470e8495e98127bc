// The Spanish texts of Connections.

/** @type {import("./index.js").Texts["connections"]} */
export const connections = {
  title: "Conexiones",
  lead: "Quién habla con el puerto de los rastreadores, y por qué un rastreador no está en el mapa.",
  search: "Identificador, dirección o protocolo",
  open: "Conectados ahora",
  none: "No hay nadie conectado.",
  loading: "Leyendo las conexiones…",
  peer: "Desde",
  since: "Conectado durante",
  protocol: "Protocolo",
  identifier: "Identificador",
  messages: "Mensajes",
  lastMessage: "Último mensaje",
  undecided: "no reconocido",
  unnamed: "aún no lo ha dicho",
  why: (words) => `Servidor: ${words}`,
  showDevice: (name) => `Ver ${name}`,
  findings: {
    silent: {
      title: "Conectado, pero aún sin nada legible",
      advice: "Algunos rastreadores esperan antes de hablar. Si esto dura, puede que espere TLS o "
        + "que no sea un rastreador.",
    },
    unrecognised: {
      title: "No se reconoce su idioma",
      advice: "Se guarda lo que ha enviado. Los escáneres de puertos y los navegadores también se "
        + "ven así; si es un rastreador de verdad, comprueba qué protocolo tiene elegido en sus "
        + "ajustes.",
    },
    anonymous: {
      title: "No ha dicho quién es",
      advice: "El protocolo está claro, falta el identificador. Llega con el mensaje de inicio de "
        + "sesión; al reiniciar el rastreador, lo vuelve a enviar.",
    },
    arrival: {
      title: "A la espera de ser adoptado",
      advice: "Envía bien, pero no es de nadie. Adóptalo para verlo en el mapa.",
    },
    refused: {
      title: "El servidor no acepta sus mensajes",
      advice: "No se guardan ni se contestan; el motivo está debajo.",
    },
    disabled: {
      title: "El dispositivo está desactivado",
      advice: "Sus mensajes no se guardan ni se contestan. Activa el dispositivo para verlo en el "
        + "mapa.",
    },
    unconfirmed: {
      title: "Dice ser un dispositivo que ya tiene otra conexión",
      advice: "Sus mensajes se guardan sin confirmar: no mueven la posición actual y no recibe "
        + "comandos. Lo confirman tres informes que sigan el recorrido del dispositivo, o tú.",
    },
    noPosition: {
      title: "Aún no ha enviado ninguna posición",
      advice: "Está conectado y es conocido. La primera posición puede tardar unos minutos: "
        + "llévalo al aire libre, con el cielo a la vista.",
    },
    noFix: {
      title: "No tiene señal de satélites",
      advice: "El mapa muestra el último lugar que comunicó. Llévalo al aire libre y comprueba su "
        + "antena.",
    },
    oldFix: {
      title: "Su posición es antigua",
      advice: "Envía mensajes, pero sin posiciones nuevas. Puede que duerma, que esté bajo techo o "
        + "que esté enviando registros guardados.",
    },
    quiet: {
      title: "Conectado, pero callado",
      advice: "Hace un rato que no envía nada. Muchos rastreadores duermen mientras están parados; "
        + "otros han perdido la red sin avisar.",
    },
    onMap: { title: "En el mapa", advice: "" },
  },
  adopt: "Ver los recién llegados",
  confirm: "Este es el dispositivo",
  confirmQuestion: "¿Tomar esta conexión por el dispositivo y soltar la otra?",
  confirmed: "La conexión se toma por el dispositivo.",
  notConfirmed: (reason) => `No se ha podido confirmar. ${reason}`,
};

export { checklist, known, refusals } from "./es-refusals.js";
export { explain } from "./es-explain.js";
