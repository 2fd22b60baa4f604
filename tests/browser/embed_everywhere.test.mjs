// SPDX-License-Identifier: MIT
// Embeds in Chromium, Firefox and WebKit alike, seen from the partner's page: what its frames tell, and what is seen.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { describe, test } from "node:test";
import { engines } from "./engines.mjs";
import { colorsOf, contrast, inkOf, picture, useSite } from "./kit.mjs";
import { hear, heard, usePartner } from "./partner.mjs";

/**
 * Another address of the publication, with a partner's page on it, which can look into its frames as only the same
 * origin can. Its policy names its origin, as that of a site with a base URL does.
 */
async function withPage(t, site, html) {
  const own = () => `http://127.0.0.1:${server.address().port}`;
  const server = createServer(async ({ url }, response) => {
    if (url === "/partner") return response.writeHead(200, { "content-type": "text/html" }).end(html);
    const answer = await fetch(site.url + url, { headers: { "accept-encoding": "identity" } });
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "",
      "content-security-policy": answer.headers.get("content-security-policy")?.replaceAll(/(script|style)-src 'self'/g, `$& ${own()}`) ?? "" }).end(Buffer.from(await answer.arrayBuffer()));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => (server.close(), server.closeAllConnections()));
  return own();
}

for (const [name, start] of engines) {
  describe(name, () => {
    const site = useSite({ start });
    const partner = usePartner();
    const line = (attributes = "") => `<script async src="${site.url}/embed.js" data-article="lighthouse" ${attributes}></script>`;
    const open = (t, address) => site.open(t, address, { wait: false, expected: /./, viewport: { width: 900, height: 700 } });

    test("a frame is as high as its article, settles in two messages, and shows it", async (t) => {
      const page = await open(t, partner.page(line("style='display:block;height:100vh'")));
      await hear(page, "height");
      await new Promise((done) => setTimeout(done, 2500)); // the viewer takes over meanwhile
      const all = await heard(page, "height");
      assert.ok(all.length <= 2 && all.at(-1).height > 1500, JSON.stringify(all));
      assert.equal(await page.evaluate(() => document.querySelector("iframe").getBoundingClientRect().height), all.at(-1).height);
      const box = await page.evaluate(() => document.querySelector("iframe").getBoundingClientRect().toJSON());
      assert.ok(inkOf(await picture(page), { ...box, height: 300 }) > 0.02, "the headline is seen");
      assert.deepEqual(await page.evaluate(() => globalThis.thrown), []);
    });

    test("a theme that the partner chooses is seen at once, and can be changed", async (t) => {
      const page = await open(t, partner.page(line("data-theme='dark' data-form='card'")));
      await hear(page, "height");
      const box = await page.evaluate(() => document.querySelector("iframe").getBoundingClientRect().toJSON());
      const paper = async () => contrast(colorsOf(await picture(page), box).ground, [0, 0, 0]); // 1 is black, 21 white
      const isSeen = async (isSo, what) => {
        for (const end = Date.now() + 30_000; !isSo(await paper());) assert.ok(Date.now() < end, what); // told before it is drawn
      };
      await isSeen((it) => it < 3, "dark");
      await page.evaluate(() => document.querySelector("lectern-article").set({ theme: "light" }));
      await isSeen((it) => it > 15, "then light");
    });

    test("in an opaque origin the article is read and its height told, in WordPress's form too", async (t) => {
      const page = await open(t, partner.page(`<iframe sandbox="allow-scripts" width="600" height="400"
        src="${await withPage(t, site, "")}/embed/lighthouse/#?secret=aB3dE6gH9j"></iframe>`));
      const { height, origin } = await hear(page, "height");
      assert.equal(origin, "null");
      const wordpress = await page.evaluate(() => globalThis.heard.find(({ message }) => message === "height"));
      assert.deepEqual([wordpress.value, wordpress.secret], [height, "aB3dE6gH9j"]);
      for (const end = Date.now() + 30_000; inkOf(await picture(page), { x: 110, y: 10, width: 580, height: 380 }) < 0.02;) {
        assert.ok(Date.now() < end, "the article is seen"); // its height is told before it is drawn
      }
    });

    test("the viewer paints in the frame what is seen of it", async (t) => {
      const page = await open(t, `${await withPage(t, site, "<!doctype html><body style='margin:0'><script src='/embed.js' data-article='lighthouse'></script>")}/partner`);
      await page.waitForFunction(() => document.querySelector("iframe")?.contentDocument?.documentElement?.dataset.view === "canvas");
      for (const y of [0, 1200]) {
        await page.evaluate((y) => scrollTo(0, y), y);
        await page.waitForFunction((y) => {
          const seen = [...document.querySelector("iframe").contentDocument.querySelectorAll("h1, .body p")].filter((it) => {
            const { top, bottom } = it.getBoundingClientRect();
            return top >= y && bottom <= y + innerHeight;
          });
          return seen.length && seen.every((it) => it.classList.contains("on"));
        }, y);
      }
    });
  });
}
