// The Spanish texts of visitors who make themselves an account.

/** @type {typeof import("./en-register.js").register} */
export const register = {
  open: "Crear una cuenta",
  title: "Crear una cuenta",
  lead: "No verás ningún dispositivo hasta que alguien te dé uno.",
  name: "Tu nombre",
  email: "Correo electrónico",
  password: "Contraseña",
  help: "Al menos 8 caracteres. Unas pocas palabras sin relación son una buena elección.",
  submit: "Crear cuenta",
  busy: "Creando…",
  back: "Ya tengo una cuenta",
};
