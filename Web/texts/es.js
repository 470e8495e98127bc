// Every Spanish text of the page, in the shape of the English ones.

import { adding } from "./es-adding.js";
import * as account from "./es-account.js";
import * as desk from "./es-desk.js";
import * as device from "./es-device.js";
import { frames } from "./es-frames.js";
import * as history from "./es-history.js";
import { layers, places } from "./es-map.js";
import { media } from "./es-media.js";
import { deviceOptions } from "./es-options.js";
import * as people from "./es-people.js";
import { register } from "./es-register.js";
import * as setUp from "./es-setup.js";
import { vocabulary } from "./es-vocabulary.js";

/** @type {Record<string, string>} */
const spanUnits = { second: "s", minute: "min", hour: "h", day: "d" };
const compassPoints = ["N", "NE", "E", "SE", "S", "SO", "O", "NO"];

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** @type {import("./index.js").Texts} */
export default {
  language: "es",
  product: "Whereabouts",
  yes: "Sí",
  no: "No",
  none: "–",
  close: "Cerrar",
  copy: "Copiar",
  copied: "Copiado",
  dismiss: "Descartar",
  failed: (reason) => reason || "El servidor no ha respondido. Inténtalo de nuevo.",

  vocabulary,

  span: (span) => `${span.amount} ${spanUnits[span.unit]}`,
  ago: (span) =>
    (span.unit === "second" && span.amount < 2 ? "ahora mismo"
      : `hace ${span.amount} ${spanUnits[span.unit]}`),
  compass: (point) => compassPoints[point],

  skip: { toList: "Ir a los dispositivos", toMap: "Ir al mapa" },

  entrance: {
    starting: "Conectando con el servidor…",
    unreachable: "No se puede contactar con el servidor. Comprueba que esté en marcha y que este "
      + "equipo tenga conexión.",
    retry: "Reintentar",
    refused: "El correo o la contraseña no son correctos.",
    failed: (status) => `El servidor ha rechazado la petición (estado ${status}).`,
    ended: "Tu sesión ha terminado. Vuelve a entrar.",
  },

  login: {
    title: "Iniciar sesión",
    email: "Correo electrónico",
    password: "Contraseña",
    submit: "Entrar",
    busy: "Entrando…",
  },

  setup: {
    title: "Crear la cuenta de administración",
    lead: "Este servidor es nuevo. La primera cuenta lo administra.",
    code: "Código de configuración",
    codeHelp: "El servidor lo mostró al arrancar, junto con un enlace a esta página. Sirve una "
      + "sola vez, durante 30 minutos; al reiniciar el servidor se muestra otro.",
    codeFromLink: "El código de un solo uso de tu enlace ya está puesto.",
    name: "Tu nombre",
    email: "Correo electrónico",
    password: "Contraseña",
    passwordHelp: "Al menos 10 caracteres. Unas cuantas palabras sin relación funcionan bien.",
    submit: "Crear la cuenta",
    busy: "Creando…",
  },

  nav: {
    label: "Principal",
    map: "Mapa",
    add: "Añadir un rastreador",
    arrivals: "Recién llegados",
    connections: "Conexiones",
    explain: "Explicar bytes",
    frames: "Mensajes",
    history: "Historial",
    settings: "Ajustes",
    people: "Personas",
    groups: "Grupos",
    server: "Ajustes del servidor",
    waiting: (count) => `${count} en espera`,
    account: "Cuenta",
    signOut: "Cerrar sesión",
    announcement: "Aviso",
    administrator: "Administración",
    notForYou: "Esa página no es para tu cuenta. Aquí está tu mapa.",
    deviceGone: "Ese dispositivo ya no existe, o no puedes verlo.",
  },

  link: {
    connecting: "Conectando…",
    live: "En directo",
    lost: (age) => `Última actualización ${age}, reconectando`,
    neverHeard: "Sin conexión, reintentando",
    announceLive: "Conectado. El mapa se actualiza en directo.",
    announceLost: "Se ha perdido la conexión. Se muestra el último estado conocido.",
  },

  status: { online: "En línea", offline: "Desconectado", unknown: "Desconocido" },

  list: {
    label: "Dispositivos",
    filter: "Mostrar",
    all: "Todos",
    nothingFound: "Ningún dispositivo coincide.",
    clear: "Borrar la búsqueda",
    loading: "Leyendo los dispositivos…",
    never: "nunca ha enviado nada",
    noPosition: "aún sin posición",
    stands: "parado",
    oldPosition: (age) => `posición de hace ${age}`,
    more: (count) => `${count} más. Busca para acotar la lista.`,
    found: (count) => plural(count, "dispositivo", "dispositivos"),
    arrivalsWaiting: (count) => (count === 1 ? "1 rastreador nuevo espera a que lo adoptes"
      : `${count} rastreadores nuevos esperan a que los adoptes`),
    review: "Ver",
    sheet: "Cambiar la altura de la lista",
  },

  empty: {
    title: "Apunta un rastreador a este servidor",
    lead: "Pon estos tres datos en el rastreador, desde su aplicación, su programa de ordenador o "
      + "por SMS. Su protocolo se reconoce solo.",
    address: "Dirección del servidor",
    port: "Puerto",
    transport: "Transporte",
    transports: "TCP o UDP",
    loopback: "Esta dirección solo vale en este equipo. Un rastreador en la red móvil necesita la "
      + "dirección pública de este servidor.",
    waiting: "Esperando el primer mensaje…",
    arrived: (count) =>
      (count === 1 ? "Ha llegado un rastreador. Adóptalo para verlo en el mapa."
        : `Han llegado ${count} rastreadores. Adóptalos para verlos en el mapa.`),
    review: "Ver los recién llegados",
    help: "¿No pasa nada? En Conexiones se ve quién está conectado y qué falta.",
    connections: "Abrir Conexiones",
    way: "El camino hasta el mapa",
    steps: {
      report: "Un rastreador envía algo a este servidor", adopt: "Lo adoptas",
      position: "Envía su primera posición",
    },
    arrivedOnMap: "Tu primer rastreador está en el mapa.",
    plain: "Aún no tienes dispositivos. Quien administra el servidor puede darte acceso a alguno.",
  },

  panel: {
    label: "Detalles del dispositivo",
    sheet: "Cambiar la altura de los detalles",
    lastHeard: "Último mensaje",
    neverHeard: "Nunca ha enviado nada",
    position: "Posición",
    noPosition: "Aún no ha enviado ninguna posición.",
    notValid: "Sin señal de satélites: este es el último lugar que comunicó.",
    follow: "Seguir",
    coordinates: "Coordenadas",
    speed: "Velocidad",
    course: "Rumbo",
    courseValue: (degrees, point) => `${Math.round(degrees)}° ${point}`,
    altitude: "Altitud",
    accuracy: "Precisión",
    address: "Dirección",
    fixAge: "Antigüedad",
    route: "Cómo ha llegado",
    protocol: "Protocolo",
    transport: "Transporte",
    peer: "Desde",
    noConnection: "No está conectado ahora",
    fixTime: "Posición tomada",
    deviceTime: "Enviada por el dispositivo",
    serverTime: "Recibida aquí",
    delay: "En camino durante",
    zone: (zone) => `Horas en ${zone}`,
    attributes: "Todo lo que ha dicho",
    noAttributes: "Nada aparte de su posición.",
    identifier: "Identificador",
    device: "Dispositivo",
    model: "Modelo",
    category: "Tipo",
    phone: "Teléfono",
    contact: "Contacto",
    announce: (name, status) => `${name}: ${status.toLowerCase()}`,
  },

  arrivals: {
    title: "Recién llegados",
    lead: "Rastreadores que envían mensajes aquí, pero aún no son de nadie. Al adoptar uno se "
      + "conserva todo lo que ha enviado hasta ahora.",
    none: "No hay rastreadores nuevos.",
    noneHelp: "Cuando un rastreador envía algo por primera vez, aparece aquí por sí solo.",
    loading: "Leyendo los recién llegados…",
    name: "Nombre",
    nameFor: (identifier) => `Nombre para ${identifier}`,
    modelFor: (identifier) => `Modelo de ${identifier}`,
    adopt: "Adoptar",
    adopting: "Adoptando…",
    adoptAll: "Adoptar todos",
    first: "Visto por primera vez",
    last: "por última vez",
    messages: (count) => plural(count, "mensaje", "mensajes"),
    adopted: (count) => `${plural(count, "rastreador adoptado", "rastreadores adoptados")}.`,
    notAdopted: (count, reason) =>
      (count === 1 ? `No se ha adoptado 1 rastreador. ${reason}`
        : `No se han adoptado ${count} rastreadores. ${reason}`).trim(),
    announce: (count) => (count === 1 ? "1 rastreador nuevo en espera."
      : `${count} rastreadores nuevos en espera.`),
  },

  ...account,
  adding,
  ...desk,
  ...device,
  deviceOptions,
  frames,
  ...history,
  layers,
  places,
  media,
  ...people,
  register,
  ...setUp,

  map: {
    label: "Mapa",
    zoomIn: "Acercar",
    zoomOut: "Alejar",
    fit: "Mostrar todos los dispositivos",
    unavailable: "Este navegador no puede dibujar el mapa (falta WebGL). Todo lo demás funciona.",
    notInstalled: "Falta la biblioteca de mapas en el servidor. Ejecuta allí "
      + "scripts/fetch-web-assets.",
    tilesUnreachable: "No se puede acceder a las imágenes del mapa. Se muestra una cuadrícula de "
      + "grados.",
    keys: {
      label: "Dispositivos y grupos en el mapa",
      help: "Las flechas pasan de uno a otro, Intro lo abre.",
      none: "No hay dispositivos en esta parte del mapa",
      group: (count, online) => `Grupo de ${count} dispositivos, ${online} en línea`,
      alarm: "alarma",
      place: (place, all) => `${place} de ${all}`,
    },
  },
};
