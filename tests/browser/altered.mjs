// SPDX-License-Identifier: MIT
// Another address of a site with something amiss, for engines whose requests the tests can't answer themselves.
import { once } from "node:events";
import { createServer } from "node:http";

/**
 * `init` runs in each page before all else, `missing` are paths that are answered with 404, `policy` takes the
 * place of the Content-Security-Policy, and `answers` are by path what answers instead.
 * @param {{ init?: Function | string, missing?: RegExp, policy?: string,
 *   answers?: Record<string, (response: import("node:http").ServerResponse) => unknown> }} amiss
 */
export async function altered(t, site, { init, missing, policy, answers = {} }) {
  const server = createServer(async (request, response) => {
    if (missing?.test(request.url)) return response.writeHead(404).end();
    if (answers[request.url]) return answers[request.url](response);
    if (request.url === "/init.js") return response.setHeader("content-type", "text/javascript").end(`(${init})()`);
    const answer = await fetch(site.url + request.url, { headers: { "accept-encoding": "identity" } });
    const type = answer.headers.get("content-type") ?? "";
    let body = Buffer.from(await answer.arrayBuffer());
    if (init && type.startsWith("text/html")) {
      body = body.toString().replace("<head>", '<head><script src="/init.js"></script>');
    }
    response.writeHead(answer.status, { "content-type": type,
      "content-security-policy": policy ?? answer.headers.get("content-security-policy") ?? "" }).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => (server.close(), server.closeAllConnections()));
  return `http://127.0.0.1:${server.address().port}`;
}
