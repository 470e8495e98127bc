// The Spanish texts of people, groups and the server's settings.

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** @type {import("./index.js").Texts["people"]} */
export const people = {
  title: "Personas",
  lead: "Quién puede entrar aquí, qué puede hacer y qué ve.",
  loading: "Leyendo las personas…",
  search: "Buscar personas",
  nothingFound: "Nadie coincide.",
  add: "Añadir a alguien",
  addTitle: "Añadir a alguien",
  back: "Todas las personas",
  you: "tú",
  edit: "Abrir",
  editOf: (name) => `Abrir ${name}`,
  roles: {
    administrator: "Administración", manager: "Gestión", user: "Usuario", readonly: "Solo mirar",
    disabled: "Desactivado", expired: "Caducado",
  },
  gone: "No existe ese usuario, o no puedes verlo.",
  account: "Cuenta",
  name: "Nombre",
  email: "Correo electrónico",
  phone: "Teléfono",
  password: "Contraseña",
  passwordHelp: "Al menos 8 caracteres. Unas cuantas palabras sin relación funcionan bien.",
  newPassword: "Contraseña nueva",
  newPasswordHelp: "Déjala vacía para conservar la actual. Una nueva cierra todas sus sesiones.",
  role: "Permisos y límites",
  administrator: "Administra el servidor",
  administratorHelp: "Puede hacerlo todo y llega a todos los dispositivos.",
  readonly: "Solo puede mirar",
  readonlyHelp: "No cambia absolutamente nada.",
  deviceReadonly: "No puede cambiar dispositivos",
  limitCommands: "Solo puede enviar comandos guardados",
  disabled: "Desactivado",
  disabledHelp: "No puede entrar; sus sesiones terminan al momento.",
  fixedEmail: "No puede cambiar su propio correo",
  deviceLimit: "Dispositivos como máximo",
  deviceLimitHelp: "Vacío para cualquier cantidad.",
  userLimit: "Usuarios que puede gestionar como máximo",
  userLimitHelp: "0 para quien no gestiona a nadie, vacío para cualquier cantidad.",
  expirationTime: "Puede entrar hasta",
  expirationHelp: "Vacío para que no termine.",
  save: "Guardar",
  saving: "Guardando…",
  create: "Añadir",
  creating: "Añadiendo…",
  created: (name) => `${name} ya puede entrar. Elige abajo lo que ve.`,
  saved: "Guardado.",
  remove: "Eliminar este usuario",
  removeSure: (name) => `¿Eliminar a ${name}? Sus sesiones, tokens y permisos terminan; los `
    + "dispositivos se quedan.",
  removed: "Eliminado.",
  sees: "Lo que ve este usuario",
  seesHelp: "Cada marca tiene efecto al momento. Un grupo vale por todos los dispositivos que hay "
    + "en él y en los grupos que contiene.",
  seesAdministrator: "Quien administra llega a todos los dispositivos; las marcas eligen los que "
    + "están en su mapa.",
  devices: "Dispositivos",
  groups: "Grupos",
  noDevices: "Aún no hay dispositivos.",
  noGroups: "Aún no hay grupos.",
};

/** @type {import("./index.js").Texts["checkList"]} */
export const checkList = {
  search: "Buscar",
  count: (ticked, all) => `${ticked} de ${all}`,
  all: "Todos",
  none: "Ninguno",
  allOf: (title) => `Marcar todos: ${title}`,
  noneOf: (title) => `No marcar ninguno: ${title}`,
  nothingFound: "Nada coincide.",
};

/** @type {import("./index.js").Texts["groups"]} */
export const groups = {
  title: "Grupos",
  lead: "Dispositivos que van juntos. Quien ve un grupo ve lo que hay en él y por debajo de él.",
  loading: "Leyendo los grupos…",
  none: "Aún no hay grupos.",
  noneHelp: "Un grupo reúne dispositivos, como los de una sucursal o los de una familia, para "
    + "poder mostrárselos a alguien de una vez.",
  add: "Grupo nuevo",
  back: "Todos los grupos",
  open: "Abrir",
  openOf: (name) => `Abrir ${name}`,
  name: "Nombre",
  parent: "Está en",
  top: "Ningún otro grupo",
  save: "Guardar",
  saving: "Guardando…",
  saved: "Guardado.",
  create: "Crear el grupo",
  creating: "Creando…",
  devices: (count) => plural(count, "dispositivo", "dispositivos"),
  members: "Dispositivos de este grupo",
  membersHelp: "Un dispositivo está como mucho en un grupo. Cada marca tiene efecto al momento.",
  elsewhere: (name) => `ahora en ${name}`,
  gone: "No existe ese grupo, o no puedes verlo.",
  remove: "Eliminar este grupo",
  removeSure: (name) => `¿Eliminar ${name}? Sus dispositivos se quedan, sin grupo.`,
  removed: "Eliminado.",
};

/** @type {import("./index.js").Texts["serverSettings"]} */
export const serverSettings = {
  title: "Ajustes del servidor",
  lead: "Lo que vale para todos.",
  save: "Guardar",
  saving: "Guardando…",
  saved: "Guardado.",
  people: "Personas",
  registration: "Los visitantes pueden crearse una cuenta",
  registrationHelp: "No ven ningún dispositivo hasta que alguien les da acceso.",
  readonly: "Solo quien administra puede cambiar algo",
  deviceReadonly: "Solo quien administra puede cambiar dispositivos",
  limitCommands: "Solo se pueden enviar comandos guardados",
  announcement: "Aviso",
  announcementHelp: "Lo ve todo el que ha iniciado sesión. Vacío para no mostrar ninguno.",
  map: "Dónde empieza el mapa",
  mapHelp: "Para quien aún no tiene dispositivos en el mapa.",
  latitude: "Latitud",
  longitude: "Longitud",
  zoom: "Acercamiento",
  zoomHelp: "0 muestra el mundo, 12 una ciudad.",
  tiles: "Imágenes del mapa",
  mapTiles: "Dirección de las imágenes",
  mapTilesHelp: "Empieza por https://, o por / en este servidor, y tiene {z}, {x} e {y}.",
  mapAttribution: "Quién las ha hecho",
  trackers: "Rastreadores",
  trackerHost: "Dirección a la que se apuntan los rastreadores",
  trackerHostHelp: "Aparece en los mensajes de configuración. Vacía para usar el nombre que hay en "
    + "la dirección de la página.",
};
