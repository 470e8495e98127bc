// The Spanish texts of adding a tracker.

/** @type {typeof import("./en-adding.js").adding} */
export const adding = {
  title: "Añadir un rastreador",
  lead: "Todo lo que habla con el puerto de este servidor aparece solo entre los recién llegados.",
  point: "Apúntalo aquí",
  messages: "Configúralo por mensaje de texto",
  messagesHelp: "Elige lo que tienes y envía los mensajes desde un teléfono al número de la SIM del "
    + "rastreador: cópialos, o escanea su código.",
  link: "Mensajes que configuran tu modelo",
  unknownModel: "Este modelo no está en la lista. Pon la dirección y el puerto según su manual.",
  none: "No se conocen mensajes para este modelo. Pon la dirección y el puerto según su manual.",
  simulated: "¿No tienes un rastreador a mano?",
  simulatedHelp: "El servidor simula uno durante media hora. Recorre una ciudad y llega aquí como "
    + "cualquier otro.",
  play: "Simular un rastreador",
  playingNow: "Empezando…",
  playing: "El rastreador está en camino. Llega en unos segundos.",
  ownComputer: "Simular varios desde otro ordenador",
  ownComputerHelp: "Con el programa de este servidor, esta orden simula cinco rastreadores. Ctrl-C "
    + "los termina. Si se compiló de su código, es .build/release/whereabouts.",
  hand: "Introducirlo a mano",
  handHelp: "Para darle nombre antes de que informe por primera vez.",
  submit: "Añadir",
  busy: "Añadiendo…",
  added: "El rastreador está introducido. Aparece en el mapa con su primera posición.",
};
