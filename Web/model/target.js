const defaultPort = 8888;

/**
 * Where trackers are to be pointed.
 * @param {import("../types").Server | null} server
 * @param {string} pageHost the page's own host name, if the server names none
 */
export function trackerTarget(server, pageHost) {
  const { trackerHost, trackerPort } = server?.attributes ?? {};
  const host = trackerHost || pageHost;
  return { host, port: trackerPort ?? defaultPort, isLoopback: isLoopback(host) };
}

/**
 * The command that plays some trackers against the server.
 * @param {{host: string, port: number}} target
 */
export function simulationCommand({ host, port }) {
  return `whereabouts simulate --protocol all --devices 5 --interval 5 --to ${host}:${port}`;
}

/** @param {string} host */
function isLoopback(host) {
  return host === "localhost" || host === "[::1]" || host === "::1" || host.startsWith("127.");
}
