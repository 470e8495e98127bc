// The Spanish texts of models, set-up messages and versions.

/** @type {import("./index.js").Texts["deviceSetup"]} */
export const deviceSetup = {
  title: "Configuración por SMS",
  model: "Modelo",
  modelFor: "Modelo (si se conoce)",
  modelHelp: "Sus mensajes aparecen al poner el modelo.",
  enter: "Guardar",
  entering: "Guardando…",
  open: "Ver los mensajes",
  values: {
    apn: "Punto de acceso (APN)", apnUser: "Su usuario", apnPassword: "Su contraseña",
    interval: "Intervalo en segundos",
  },
  loading: "Leyendo los mensajes…",
  failed: "El servidor no ha respondido. Inténtalo de nuevo.",
  loopback: "Esta página se ha abierto en el propio servidor: ábrela por la dirección pública del "
    + "servidor y los mensajes la llevarán.",
  password: (password) => `Contraseña de fábrica: ${password}`,
  perhaps: "Quizá",
  perhapsHelp: "Ninguna fuente lo dice de este modelo en concreto.",
  needs: (title) => `Falta: ${title}`,
  send: "Abrir en Mensajes",
  sources: (sources) => `Según: ${sources.join("; ")}`,
  needed: {
    server: "servidor", port: "puerto", apn: "punto de acceso",
    apnUser: "usuario del punto de acceso", apnPassword: "contraseña del punto de acceso",
    interval: "intervalo", password: "contraseña", newPassword: "una contraseña nueva",
    phone: "un número de teléfono", identifier: "identificador en dígitos",
  },
  purposes: {
    begin: "Inicio", identifier: "Identificador", apn: "Punto de acceso",
    apnWithUser: "Punto de acceso con usuario", apnUser: "Usuario del punto de acceso",
    apnPassword: "Contraseña del punto de acceso", server: "Servidor",
    serverByName: "Servidor por nombre", serverByAddress: "Servidor por dirección",
    secondServer: "Segundo servidor", transport: "Transporte", start: "Empezar a enviar",
    interval: "Intervalo", timeZone: "Reloj en UTC", sosNumber: "Número de teléfono",
    alarms: "Alarmas al servidor", newPassword: "Nueva contraseña del dispositivo",
    position: "Preguntar dónde está", status: "Preguntar cómo está",
    version: "Preguntar su versión", restart: "Reiniciar", factoryReset: "Ajustes de fábrica",
  },
};

/** @type {import("./index.js").Texts["versions"]} */
export const versions = {
  title: "Versiones",
  kinds: { firmware: "Firmware", hardware: "Hardware" },
  since: (moment) => `desde el ${moment}`,
};
