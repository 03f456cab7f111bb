export default async function globalTeardown() {
  await Promise.all(globalThis.laurelTestServers.map((server) => server.stop()));
}
