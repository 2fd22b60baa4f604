// SPDX-License-Identifier: MIT
// What the mood service answers, and that it counts right: the same tests against SQLite and PostgreSQL.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { audit, countsOf, folderFor, lectern, MOODS, ORIGIN, Service, sleep, token, writeSites } from "./kit.mjs";
import { postgresStore, sqliteStore } from "./stores.mjs";

const ONE = "/v1/sites/news.example/articles/one/reactions";

const folder = folderFor({ after });
const sites = writeSites(folder);

for (const kind of ["SQLite", "PostgreSQL"]) {
  describe(kind, () => {
    /** @type {import("./stores.mjs").Store} */
    let store;
    /** @type {Service} */
    let service;
    let database = "";
    before(async () => {
      store = kind === "SQLite" ? sqliteStore(folder) : await postgresStore();
      database = store.database();
      service = await Service.moods(database, sites, "--limits", "off");
    });
    after(async () => {
      await service?.stop();
      await store?.stop();
    });

    test("the eight moods in their order, and health", async () => {
      const { json } = await service.ask("GET", "/v1/moods");
      assert.deepEqual(json.moods.map((/** @type {any} */ each) => each.mood), MOODS);
      assert.equal(json.moods[7].label, "No comment");
      assert.equal((await service.ask("GET", "/healthz")).status, 200);
    });

    test("a press counts, another takes its place, and taking it back leaves nothing", async () => {
      const reader = token();
      const before = (await service.counts("local", "presses")).json;
      assert.deepEqual(before, { counts: countsOf(), total: 0 });
      const sad = await service.press("local", "presses", reader, "sad", 7);
      assert.deepEqual(sad.json, { counts: countsOf({ sad: 1 }), total: 1, mine: { mood: "sad", seq: 7 } });
      assert.deepEqual((await service.press("local", "presses", token(), "sad", 1)).json.counts, countsOf({ sad: 2 }));
      const happy = await service.press("local", "presses", reader, "happy", 8);
      assert.deepEqual(happy.json.counts, countsOf({ sad: 1, happy: 1 }));
      const none = await service.unpress("local", "presses", reader, 9);
      assert.deepEqual(none.json, { counts: countsOf({ sad: 1 }), total: 1, mine: { mood: null, seq: 9 } });
      assert.deepEqual((await service.counts("local", "presses", reader)).json, none.json);
      assert.equal((await service.counts("local", "presses")).json.mine, undefined);
    });

    test("the same number again is answered the same, whatever comes with it; a lower one is a conflict", async () => {
      const reader = token();
      const first = await service.press("local", "retries", reader, "angry", 5);
      for (const again of [await service.press("local", "retries", reader, "angry", 5),
        await service.press("local", "retries", reader, "happy", 5), await service.unpress("local", "retries", reader, 5)]) {
        assert.deepEqual([again.status, again.json], [200, first.json]);
      }
      for (const late of [await service.press("local", "retries", reader, "happy", 4), await service.unpress("local", "retries", reader, 0)]) {
        assert.equal(late.status, 409);
        const { counts, total, mine } = late.json;
        assert.deepEqual({ counts, total, mine }, first.json);
      }
      const back = await service.unpress("local", "retries", reader, 6);
      assert.deepEqual((await service.unpress("local", "retries", reader, 6)).json, back.json);
      assert.equal((await service.press("local", "retries", reader, "angry", 5)).status, 409, "a late press counts");
      assert.equal((await service.counts("local", "retries")).json.total, 0);
    });

    test("a take-back that comes before its press keeps the press out", async () => {
      const reader = token();
      assert.deepEqual((await service.unpress("local", "order", reader, 2)).json.mine, { mood: null, seq: 2 });
      assert.equal((await service.press("local", "order", reader, "sad", 1)).status, 409);
      assert.equal((await service.counts("local", "order")).json.total, 0);
    });

    test("an ETag stays while nothing changes; a reader's own answer is private", async () => {
      const reader = token();
      const open = await service.counts("news.example", "two");
      const tag = open.headers.get("etag") ?? "";
      const again = await service.ask("GET", ONE.replace("one", "two"), { headers: { "If-None-Match": `"x", ${tag}` } });
      assert.equal(again.status, 304);
      await service.press("news.example", "two", reader, "bored", 1);
      const changed = await service.ask("GET", ONE.replace("one", "two"), { headers: { "If-None-Match": tag } });
      assert.equal(changed.status, 200);
      assert.doesNotMatch(open.headers.get("cache-control") ?? "", /private/);
      const own = await service.counts("news.example", "two", reader);
      assert.match(own.headers.get("cache-control") ?? "", /private/);
      assert.match(own.headers.get("vary") ?? "", /Authorization/);
      assert.notEqual(own.headers.get("etag"), changed.headers.get("etag"));
      assert.equal((await service.ask("HEAD", ONE)).text, "");
    });

    test("a batch has up to 100 articles, and leaves out those that the site does not have", async () => {
      const reader = token();
      await service.press("news.example", "one", reader, "amused", 3);
      const path = "/v1/sites/news.example/reactions?ids=";
      const some = await service.ask("GET", `${path}two,one,none,gone,br%C3%BCcke,one`, { token: reader });
      assert.deepEqual(Object.keys(some.json.articles).sort(), ["brücke", "one", "two"]);
      assert.deepEqual(some.json.articles.one.mine, { mood: "amused", seq: 3 });
      assert.equal(some.json.articles.two.mine, undefined);
      const ids = Array.from({ length: 100 }, (_, i) => `a${i}`);
      const many = await service.ask("GET", `/v1/sites/local/reactions?ids=${ids}`);
      assert.equal(Object.keys(many.json.articles).length, 100);
      assert.equal((await service.ask("GET", `/v1/sites/local/reactions?ids=${ids},b`)).status, 400);
      assert.equal((await service.ask("GET", "/v1/sites/local/reactions")).status, 400);
      const tag = some.headers.get("etag") ?? "";
      const same = await service.ask("GET", `${path}one,two,br%C3%BCcke`, { token: reader, headers: { "If-None-Match": tag } });
      assert.equal(same.status, 304);
    });

    test("what is refused, and how", async () => {
      const reader = token();
      const put = (/** @type {object} */ options, path = ONE) => service.ask("PUT", `${path}/me`, options);
      const json = { "Content-Type": "application/json" };
      const good = { token: reader, body: { mood: "sad", seq: 1 } };
      const table = /** @type {[number, object, string?][]} */ ([
        [400, { ...good, body: "{", headers: json }], [400, { ...good, body: "[]", headers: json }], [400, { ...good, body: {} }],
        [400, { ...good, body: { mood: "furious", seq: 1 } }], [400, { ...good, body: { mood: null, seq: 1 } }],
        [400, { ...good, body: { mood: "sad" } }], [400, { ...good, body: { mood: "sad", seq: "1" } }],
        [400, { ...good, body: { mood: "sad", seq: 1.5 } }], [400, { ...good, body: { mood: "sad", seq: -1 } }],
        [400, { ...good, body: { mood: "sad", seq: 2 ** 53 } }],
        [401, { body: good.body }], [401, { ...good, token: "short" }], [401, { ...good, token: `${reader}%` }],
        [401, { body: good.body, headers: { Authorization: `Basic ${reader}` } }],
        [403, { ...good, headers: { Origin: "https://evil.example" } }], [403, { ...good, headers: { Origin: "null" } }],
        [404, good, ONE.replace("one", "none")], [404, good, ONE.replace("news", "other")],
        [404, good, ONE.replace("one", "ONE")], [404, good, ONE.replace("one", "%00")],
        [410, good, ONE.replace("one", "gone")],
        [413, { ...good, body: { mood: "sad", seq: 1, more: "x".repeat(5000) } }],
        [415, { ...good, body: '{"mood":"sad","seq":1}' }], [415, { ...good, headers: { "Content-Type": "text/plain" } }],
        [431, { ...good, headers: { "X-Long": "x".repeat(12000) } }],
      ]);
      for (const [status, options, path] of table) {
        assert.equal((await put(options, path)).status, status, JSON.stringify(options).slice(0, 200) + path);
      }
      for (const seq of ["", "?seq=", "?seq=x", "?seq=1.5", "?seq=-1", "?seq=9007199254740992"]) {
        assert.equal((await service.ask("DELETE", `${ONE}/me${seq}`, { token: reader })).status, 400, seq);
      }
      assert.equal((await service.ask("GET", ONE.replace("one", "gone"))).status, 410);
      assert.equal((await service.ask("GET", ONE, { token: "x" })).status, 401);
      const wrong = await service.ask("PUT", ONE, good);
      assert.deepEqual([wrong.status, wrong.headers.get("allow")], [405, "GET, HEAD, OPTIONS"]);
      assert.equal((await service.ask("GET", "/v1/anything")).status, 404);
      assert.equal((await service.counts("news.example", "one", reader)).json.mine, undefined, "a refused press counts");
    });

    test("browsers on the site's origins may ask, others not", async () => {
      const path = `${ONE}/me`;
      const preflight = (/** @type {string} */ origin) => service.ask("OPTIONS", path,
        { headers: { Origin: origin, "Access-Control-Request-Method": "PUT", "Access-Control-Request-Headers": "authorization,content-type" } });
      const allowed = await preflight(ORIGIN);
      assert.equal(allowed.headers.get("access-control-allow-origin"), ORIGIN);
      assert.match(allowed.headers.get("access-control-allow-methods") ?? "", /PUT.*DELETE/);
      assert.match(allowed.headers.get("access-control-allow-headers") ?? "", /Authorization.*Content-Type/i);
      assert.equal((await preflight("https://evil.example")).status, 403);
      const answer = await service.ask("PUT", path, { token: token(), body: { mood: "sad", seq: 1 }, headers: { Origin: ORIGIN } });
      assert.equal(answer.headers.get("access-control-allow-origin"), ORIGIN);
      assert.match(answer.headers.get("vary") ?? "", /Origin/);
      assert.equal(answer.headers.get("access-control-allow-credentials"), null);
      assert.equal(answer.headers.get("set-cookie"), null);
      // A page must be able to read why not.
      const gone = await service.ask("GET", ONE.replace("one", "gone"), { headers: { Origin: ORIGIN } });
      assert.equal(gone.headers.get("access-control-allow-origin"), ORIGIN);
    });

    test("nothing of a request comes back, and no token is kept or logged", async () => {
      const secret = token();
      const mark = "zz<b>mark";
      for (const path of [`/${mark}`, `/v1/sites/${mark}/reactions?ids=a`, `${ONE.replace("one", mark)}?x=${mark}`,
        `/v1/sites/news.example/reactions?ids=${mark},one`]) {
        const { text } = await service.ask("GET", encodeURI(path), { token: secret });
        assert.doesNotMatch(text, /mark/, path);
      }
      const { text } = await service.ask("PUT", `${ONE}/me`, { token: secret, body: { mood: mark, seq: mark, [mark]: 1 } });
      assert.doesNotMatch(text, /mark/);
      await service.press("news.example", "one", secret, "sad", 1);
      assert.ok(!store.bytes(database).includes(secret), "the database has the token");
      await sleep(300);
      assert.ok(!service.log.includes(secret), "the log has the token");
      const lines = service.log.split("\n").filter(Boolean).map((line) => JSON.parse(line));
      assert.ok(lines.some((line) => line.method === "PUT" && line.status === 200 && line.article === "one" && line.ms > 0));
      assert.doesNotMatch(service.log, /127\.0\.0\.1|mark/);
    });

    test("readers who press at once are all counted, and are there after a restart", async () => {
      const readers = Array.from({ length: 200 }, token);
      const answers = await Promise.all(readers.map((reader, i) =>
        service.press("local", "crowd", reader, MOODS[i % 8], i)));
      assert.ok(answers.every((answer) => answer.status === 200));
      const { json } = await service.counts("local", "crowd");
      assert.deepEqual(json.counts, countsOf(Object.fromEntries(MOODS.map((mood) => [mood, 25]))));
      assert.equal(await service.stop(), 0);
      service = await Service.moods(database, sites, "--limits", "off");
      assert.deepEqual((await service.counts("local", "crowd")).json, json);
      assert.deepEqual((await service.counts("local", "crowd", readers[9])).json.mine, { mood: MOODS[1], seq: 9 });
    });

    test("two services on one database count right together", async () => {
      const second = await Service.moods(database, sites, "--limits", "off");
      const readers = Array.from({ length: 24 }, token);
      // Every reader presses each article on both at once, in all orders.
      await Promise.all(readers.flatMap((reader, r) => [service, second].map(async (at, s) => {
        for (let step = 0; step < 12; step++) {
          const article = ["one", "two", "brücke"][(step + r + s) % 3];
          const seq = Math.floor(step / 3) * 2 + s + 1;
          const answer = step % 5 === 4 ? await at.unpress("news.example", article, reader, seq)
            : await at.press("news.example", article, reader, MOODS[(step + r) % 8], seq);
          assert.ok([200, 409].includes(answer.status), answer.text);
        }
      })));
      const rows = await audit(service, database);
      await audit(second, database);
      assert.ok(rows.length >= 72);
      assert.equal(await second.stop(), 0);
    });

    test("connections that the database has ended are made anew, and nobody notices", async () => {
      const reader = token();
      await service.press("local", "away", reader, "sad", 1);
      store.cut(database);
      assert.equal((await service.press("local", "away", reader, "happy", 2)).status, 200);
      store.cut(database);
      const own = await service.counts("local", "away", reader);
      assert.deepEqual([own.json.counts, own.json.mine], [countsOf({ happy: 1 }), { mood: "happy", seq: 2 }]);
    });

    test("what a site or a token has can be written out and erased", async () => {
      const own = store.database();
      const own_service = await Service.moods(own, sites, "--limits", "off");
      const [reader, other] = [token(), token()];
      await own_service.press("news.example", "one", reader, "sad", 1);
      await own_service.press("local", "x", reader, "happy", 2);
      await own_service.unpress("local", "y", reader, 3);
      await own_service.press("news.example", "one", other, "sad", 4);
      const lines = (/** @type {string[]} */ ...which) => {
        const { status, stdout, stderr } = lectern(["moods", "export", "--db", own, ...which], `${reader}\n`);
        assert.deepEqual([status, stderr], [0, ""]);
        return stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line));
      };
      assert.deepEqual(lines("--token", "-").map(({ site, article, mood, seq }) => [site, article, mood, seq]),
        [["local", "x", "happy", 2], ["local", "y", null, 3], ["news.example", "one", "sad", 1]]);
      assert.equal(lines("--site", "news.example").length, 2);
      const erased = lectern(["moods", "erase", "--db", own, "--token", "-"], reader);
      assert.deepEqual([erased.status, erased.stdout], [0, "erased: 3\n"]);
      assert.deepEqual((await own_service.counts("news.example", "one", reader)).json, { counts: countsOf({ sad: 1 }), total: 1 });
      assert.equal((await own_service.counts("local", "x")).json.total, 0);
      assert.equal(lectern(["moods", "erase", "--db", own, "--site", "news.example"]).stdout, "erased: 1\n");
      assert.equal((await own_service.counts("news.example", "one")).json.total, 0);
      assert.equal((await own_service.press("news.example", "one", other, "sad", 4)).json.total, 1);
      assert.equal(await own_service.stop(), 0);
    });

    test("a database of a newer program is refused in one sentence", async () => {
      const newer = store.database();
      const made = await Service.moods(newer, sites);
      await made.stop();
      store.setVersion(newer, 99);
      const { status, stderr } = lectern(["moods", "export", "--db", newer, "--site", "local"]);
      assert.equal(status, 3);
      assert.match(stderr, /^lectern: moods: .*schema version 99, made by a newer lectern; this one knows version \d+\n$/);
    });
  });
}
