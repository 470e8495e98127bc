// The Spanish texts of changing a device.

/** @type {import("./index.js").Texts["deviceEdit"]} */
export const deviceEdit = {
  edit: "Editar",
  close: "Cancelar",
  save: "Guardar",
  saving: "Guardando…",
  saved: "Guardado.",
  name: "Nombre",
  uniqueId: "Identificador",
  uniqueIdHelp: "Cómo se llama a sí mismo el rastreador, por ejemplo su IMEI. El historial se queda "
    + "con el dispositivo.",
  category: "Tipo",
  categoryNone: "Ninguno",
  categories: {
    car: "Coche", van: "Furgoneta", truck: "Camión", bus: "Autobús", motorcycle: "Moto",
    bicycle: "Bicicleta", tractor: "Tractor", boat: "Barco", person: "Persona", animal: "Animal",
    trailer: "Remolque", parcel: "Paquete",
  },
  phone: "Número de teléfono de su SIM",
  contact: "Contacto",
  group: "Grupo",
  groupNone: "Ningún grupo",
  expirationTime: "Aceptado hasta",
  expirationHelp: "Después, sus mensajes no se guardan ni se contestan. Vacío para que no termine.",
  disabled: "Desactivado",
  disabledHelp: "Sus mensajes no se guardan ni se contestan.",
  options: "Opciones del rastreador",
  moreProblem: (line) => `Escribe nombre = valor: «${line}»`,
  remove: "Eliminar este dispositivo",
  removeSure: (name) => `¿Eliminar ${name}? Nadie lo verá más. Espera entre los recién llegados, con `
    + "su historial, y se puede volver a adoptar.",
  removed: "Eliminado.",
};

/** @type {import("./index.js").Texts["confirm"]} */
export const confirm = { yes: "Sí, eliminar", no: "Conservar" };
