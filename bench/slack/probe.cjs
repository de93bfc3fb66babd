// Tells whoever started the process how much memory is in use after a collection, whenever it is asked.
process.on("message", () => {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send({ heapUsed, rss, cpuMs: (user + system) / 1000 });
});
process.channel?.unref();
