// Los textos en español de lo que muestra el mapa y de los lugares que se buscan.

export const layers = {
  title: "Qué muestra el mapa",
  names: "Nombres",
  clusters: "Agrupar dispositivos cercanos",
  trails: "Estelas",
  accuracy: "Círculos de precisión",
  /** @type {Record<import("../map").Reach, string>} */
  reaches: { none: "No", selected: "Elegido", all: "Los visibles" },
  tiles: "Imágenes del mapa",
  /** @type {Record<import("../map").LayerChoices["tiles"], string>} */
  tileChoices: { server: "Las del servidor", own: "Fuente propia", none: "Cuadrícula" },
  ownTiles: "Dirección de las imágenes",
  ownTilesProblem: "Escribe una dirección que empiece por https:// y tenga {z}, {x} e {y}.",
  ownTilesSilent: "De ahí no ha llegado nada. ¿Es correcta la dirección, y deja su servidor que "
    + "otras páginas muestren sus imágenes (CORS)?",
  apply: "Usar",
  legend: "Leyenda",
  states: {
    moving: "En movimiento", online: "Parado", stale: "En línea, su posición es antigua",
    offline: "Desconectado", unknown: "Conectado pero callado",
  },
  /** @param {string} name */
  following: (name) => `Siguiendo a ${name}`,
  endFollow: "Dejar de seguir",
};

export const places = {
  search: "Buscar dispositivos o coordenadas",
  /** @param {string} place */
  goTo: (place) => `Ir a ${place}`,
  remove: "Quitar la marca",
};
