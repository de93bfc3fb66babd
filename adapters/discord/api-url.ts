/** Where the REST API is served, as discord.js wants it: without a slash or a version at the end. */

/**
 * Discord's own API is under `/api`, and so it is on most things that stand in for it. An address without a path is tried
 * that way first, then as it stands.
 */
export async function findApi(address: string, token: string): Promise<string> {
  const base = address.replace(/\/+$/, "").replace(/\/v\d+$/, "");
  if (new URL(base).pathname !== "/") return base;
  for (const api of [`${base}/api`, base]) {
    const found = await fetch(`${api}/v10/gateway/bot`, {
      headers: { authorization: `Bot ${token}` },
      signal: AbortSignal.timeout(5_000),
    }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status !== 404;
      },
      // Whether anything is there at all is for the login to say.
      () => false,
    );
    if (found) return api;
  }
  return `${base}/api`;
}
