// SPDX-License-Identifier: MIT
// Clients that are slow, silent, many or rude, and a service that ends: who behaves is answered.
import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { folderFor, Service, sleep, token, writeSites } from "./kit.mjs";

const folder = folderFor({ after });
const sites = writeSites(folder);
const database = `sqlite:${folder}/moods.db`;
/** @type {Service} */
let service;
before(async () => (service = await Service.moods(database, sites, "--limits", "off")));
after(() => service.stop());

/** A bare connection; `got` is all that came. @param {Service} to @param {string} [text] sent at once */
function open(to, text = "") {
  const socket = connect(Number(new URL(to.base).port), "127.0.0.1");
  const client = { socket, got: "", closed: new Promise((done) => socket.once("close", done)) };
  socket.on("error", () => {});
  socket.on("data", (data) => (client.got += data));
  const ready = new Promise((done) => socket.once("connect", () => done(text && socket.write(text))));
  return Object.assign(client, { ready });
}

/** @param {string} reader @param {number} seq @param {string} [more] */
function put(reader, seq, more = "") {
  const body = JSON.stringify({ mood: "sad", seq });
  return `PUT /v1/sites/local/articles/slow/reactions/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${reader}\r\n`
    + `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n${more}\r\n${body}`;
}

test("two thousand connections that say nothing, or a little now and then, delay nobody", async () => {
  const half = put(token(), 1).slice(0, 60);
  const clients = Array.from({ length: 2000 }, (_, i) => open(service, i % 2 ? half : ""));
  await Promise.all(clients.map((client) => client.ready));
  const trickle = setInterval(() => clients.forEach((client, i) => i % 2 && client.socket.write("x")), 500);
  for (let i = 0; i < 50; i++) {
    assert.equal((await service.press("local", "many", token(), "sad", 1)).status, 200);
    assert.equal((await service.counts("local", "many")).json.total, i + 1);
  }
  const open_now = Number(/^lectern_moods_connections (\d+)$/m.exec((await service.ask("GET", "/metrics")).text)?.[1]);
  assert.ok(open_now > 2000, `${open_now} are open`);
  clearInterval(trickle);
  for (const { socket } of clients) socket.destroy();
});

test("who does not end a request is sent away", async () => {
  const silent = open(service);
  const slow = open(service, put(token(), 1).slice(0, 100));
  const trickle = setInterval(() => slow.socket.write("x"), 300);
  await Promise.all([silent.closed, slow.closed]);
  clearInterval(trickle);
  assert.deepEqual([silent.got, slow.got], ["", ""]);
});

test("a header, a body and a line of nonsense beyond the limits are refused", async () => {
  for (const [text, status] of /** @type {[string, number][]} */ ([
    [`GET / HTTP/1.1\r\nX: ${"x".repeat(9000)}\r\n\r\n`, 431],
    ["PUT / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n", 413],
    ["PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n" + "x".repeat(4095) + "\r\n", 413],
    ["hello\r\n\r\n", 400],
    ["GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400],
  ])) {
    const client = open(service, text);
    await client.closed;
    assert.match(client.got, new RegExp(`^HTTP/1.1 ${status} `), text.slice(0, 40));
    assert.match(client.got, /application\/problem\+json/);
  }
});

test("requests in one piece are answered in their order", async () => {
  const reader = token();
  const client = open(service, put(reader, 1) + put(reader, 2) + put(reader, 1, "Connection: close\r\n"));
  await client.closed;
  assert.deepEqual([...client.got.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1]), ["200", "200", "409"]);
});

test("SIGTERM: what has begun is answered, who waits is sent away, nothing new is taken", async () => {
  const own = await Service.moods(`sqlite:${folder}/drain.db`, sites, "--limits", "off");
  const idle = open(own);
  const reader = token();
  const whole = put(reader, 1);
  const begun = open(own, whole.slice(0, 80));
  await Promise.all([idle.ready, begun.ready]);
  await own.counts("local", "slow");  // so the others have been read before
  // A hundred readers at work.
  let answered = 0, refused = 0, stopping = false;
  const workers = Array.from({ length: 100 }, async (_, i) => {
    for (let seq = 1; ; seq++) {
      try {
        const answer = await own.press("local", `busy-${i}`, reader, "happy", seq);
        assert.equal(answer.status, 200);
        answered = Math.max(answered, seq);
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        assert.ok(stopping, String(error));
        return void refused++;
      }
    }
  });
  while (answered < 3) await sleep(10);
  stopping = true;
  own.child.kill("SIGTERM");
  await idle.closed;
  assert.equal(idle.got, "");
  begun.socket.write(whole.slice(80));
  await begun.closed;
  assert.match(begun.got, /^HTTP\/1.1 200 [^]*Connection: close[^]*"mine":\{"mood":"sad","seq":1\}/);
  assert.equal(await own.ended, 0);
  await Promise.all(workers);
  assert.equal(refused, 100);
});
