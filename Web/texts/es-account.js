// The Spanish texts of what concerns the one who is signed in.

/** @type {import("./index.js").Texts["settings"]} */
export const settings = {
  title: "Ajustes",
  lead: "Solo para ti: cómo te habla la página y quién puede entrar con tu nombre.",
  save: "Guardar",
  saving: "Guardando…",
  saved: "Guardado.",
  profile: "Tú",
  name: "Nombre",
  email: "Correo electrónico",
  emailFixed: "La administración ha fijado esta dirección.",
  phone: "Teléfono",
  display: "Idioma, unidades y hora",
  language: "Idioma",
  languageAuto: "El de este navegador",
  speedUnit: "Velocidad",
  distanceUnit: "Distancia",
  altitudeUnit: "Altitud y longitudes cortas",
  temperatureUnit: "Temperatura",
  units: {
    kmh: "Kilómetros por hora", mph: "Millas por hora", kn: "Nudos", km: "Kilómetros",
    mi: "Millas", nmi: "Millas náuticas", m: "Metros", ft: "Pies", c: "Grados Celsius",
    f: "Grados Fahrenheit",
  },
  timezone: "Zona horaria",
  timezoneHelp: (zone) => `Vacía para usar la de este navegador (${zone}).`,
  timezoneUnknown: "Este navegador no conoce esa zona. Escríbela como Europe/Madrid.",
};

/** @type {import("./index.js").Texts["password"]} */
export const password = {
  title: "Contraseña",
  enter: "Contraseña nueva",
  help: "Al menos 8 caracteres. Unas cuantas palabras sin relación funcionan bien.",
  repeat: "Repítela",
  differs: "Las dos no son iguales.",
  ends: "Se cierran las demás sesiones abiertas con tu nombre, y tus tokens dejan de valer.",
  submit: "Cambiar la contraseña",
  busy: "Cambiando…",
  changed: "La contraseña ha cambiado.",
};

/** @type {import("./index.js").Texts["sessions"]} */
export const sessions = {
  title: "Dónde tienes la sesión abierta",
  loading: "Leyendo las sesiones…",
  none: "Ningún navegador tiene la sesión abierta con tu nombre.",
  current: "Este navegador",
  unknown: "Programa desconocido",
  program: (name, system) => (system ? `${name} en ${system}` : name),
  since: (moment) => `Desde el ${moment}`,
  used: (age) => `usada por última vez ${age}`,
  end: "Cerrar esa sesión",
  endOf: (program, address) => `Cerrar la sesión de ${program}, ${address}`,
  ended: "Esa sesión está cerrada.",
};

/** @type {import("./index.js").Texts["tokens"]} */
export const tokens = {
  title: "Tokens de acceso",
  lead: "Con un token, un programa entra con tus permisos y sin tu contraseña. Se muestra una sola "
    + "vez: guárdalo como una contraseña.",
  name: "Para qué es",
  nameHelp: "Por ejemplo, el programa que lo usa.",
  scope: "Puede",
  scopes: { all: "Hacer todo lo que puedes tú", read: "Solo mirar" },
  life: "Válido durante",
  lives: { week: "Una semana", month: "30 días", year: "Un año" },
  make: "Crear un token",
  making: "Creando…",
  made: "Tu token nuevo",
  own: "Tus tokens",
  none: "No tienes ningún token.",
  of: (moment) => `Creado el ${moment}`,
  until: (moment) => `válido hasta el ${moment}`,
  revoke: "Anular",
  revokeOf: (moment) => `Anular el token creado el ${moment}`,
  revoked: "El token ya no abre nada.",
};
