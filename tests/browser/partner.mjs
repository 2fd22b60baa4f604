// SPDX-License-Identifier: MIT
// A partner's site for the tests of embeds: pages made of what a test gives, on another port than the
// publication, and by the name localhost another site too. What the frames say is kept in `heard`.
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before } from "node:test";

/** Runs in the partner's page before all else: keeps messages, shifts of the layout, and what has been thrown. */
function listen() {
  globalThis.heard = [];
  globalThis.thrown = [];
  globalThis.shift = 0;
  addEventListener("message", ({ data, origin }) => globalThis.heard.push({ ...data, origin }));
  globalThis.failed = [];
  addEventListener("lectern-error", ({ detail }) => globalThis.failed.push(detail));
  addEventListener("error", ({ message }) => message && globalThis.thrown.push(message));
  addEventListener("unhandledrejection", ({ reason }) => globalThis.thrown.push(String(reason)));
  if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) {
    new PerformanceObserver((list) => list.getEntries().forEach((it) => (globalThis.shift += it.value)))
      .observe({ type: "layout-shift", buffered: true });
  }
}

/** A server whose pages are what `page` gave last: { url, page }. */
export function usePartner() {
  const partner = { url: "", pages: new Map(), headers: {} };
  let server;
  before(async () => {
    server = createServer(({ url }, response) => {
      const html = partner.pages.get(url);
      if (html === undefined) return response.writeHead(404).end();
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...partner.headers[url] }).end(html);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    partner.url = `http://localhost:${server.address().port}`;
  });
  after(() => (server.closeAllConnections(), server.close()));

  /** The address of a new page with that body. @param {string} body @param {Record<string, string>} [headers] */
  partner.page = (body, headers) => {
    const path = `/${partner.pages.size}`;
    partner.pages.set(path, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Partner</title>
      <link rel="icon" href="data:,"><style>body { margin: 0 auto; max-width: 700px; font: 16px/1.5 sans-serif }</style>
      <script>(${listen})()</script><body>${body}`);
    if (headers) partner.headers[path] = headers;
    return partner.url + path;
  };
  return partner;
}

/** What the frames of a page have said of one type. */
export const heard = (page, type) => page.evaluate((type) => globalThis.heard.filter((it) => it.type === type), type);

/** Waits until a frame has said something of a type; gives the last. */
export async function hear(page, type) {
  await page.waitForFunction((type) => globalThis.heard.some((it) => it.type === type), type);
  return (await heard(page, type)).at(-1);
}
