// SPDX-License-Identifier: MIT
// A mood service of a few lines, as docs/moods.openapi.json has it for readers: one row for each article and token, with seq
// and mood. `weather` may answer in its place, or let an answer get lost after the work is done. And the real one, in
// its form.
import { Service, writeSites } from "../server/kit.mjs";

const MOODS = ["touched", "sympathetic", "bored", "angry", "amused", "sad", "happy", "no-comment"];
const PATH = /^\/v1\/sites\/([^/]+)\/articles\/([^/]+)\/reactions(\/me)?$/;

export function makeMoodService() {
  const service = {
    /** By article and token. @type {Map<string, { mood: string | null, seq: number }>} */
    rows: new Map(),
    asked: [],
    tokens: new Set(),
    /** What becomes of a request: null, a status, or "lost" when it is done and the answer does not arrive. */
    weather: () => null,
    counts(article) {
      const counts = {};
      for (const [key, { mood }] of service.rows) {
        if (key.startsWith(`${article} `) && mood) counts[mood] = (counts[mood] ?? 0) + 1;
      }
      return counts;
    },
  };

  service.answer = async (request, response) => {
    const url = new URL(request.url, "http://x");
    const [, , article, mine] = PATH.exec(url.pathname) ?? [];
    let text = "";
    for await (const chunk of request) text += chunk;
    const token = /^Bearer ([0-9a-f]{32})$/.exec(request.headers.authorization ?? "")?.[1];
    service.asked.push({ method: request.method, article, token, headers: request.headers, text });
    const say = (status, body, headers = {}) => {
      response.writeHead(status, { "content-type": status < 400 ? "application/json" : "application/problem+json", ...headers });
      response.end(JSON.stringify(body));
    };
    const state = (row) => {
      const counts = service.counts(article);
      return { counts, total: Object.values(counts).reduce((sum, it) => sum + it, 0), ...(row && { mine: row }) };
    };
    const weather = service.weather(request.method, article);
    if (typeof weather === "number") return say(weather, { status: weather }, weather === 429 || weather === 503 ? { "retry-after": "1" } : {});
    if (request.method === "GET") return say(200, state());
    if (!mine || !token) return say(mine ? 401 : 404, {});
    service.tokens.add(token);
    const { mood = null, seq } = request.method === "PUT" ? JSON.parse(text) : { seq: Number(url.searchParams.get("seq")) };
    if (!Number.isSafeInteger(seq) || (mood !== null && !MOODS.includes(mood))) return say(400, {});
    const key = `${article} ${token}`;
    const row = service.rows.get(key);
    if (row && seq < row.seq) return say(409, state(row));
    if (!row || seq > row.seq) service.rows.set(key, { mood, seq });
    if (weather === "lost") return response.destroy();
    say(200, state(service.rows.get(key)));
  };
  return service;
}

/** `lectern moods` itself, for any articles of reader.example. @param {string} folder for what it keeps */
export async function useRealService(t, folder) {
  const sites = writeSites(folder, { "reader.example": { origins: [] } });
  const service = await Service.moods(`sqlite:${folder}/moods.db`, sites, "--limits", "off");
  t.after(() => service.stop());
  return {
    async counts(article) {
      const { counts } = (await service.counts("reader.example", article)).json;
      return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
    },
    async answer(request, response) {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const { authorization, "content-type": type } = request.headers;
      const answer = await fetch(service.base + request.url, { method: request.method,
        headers: { ...(authorization && { authorization }), ...(type && { "content-type": type }) },
        ...(chunks.length && { body: Buffer.concat(chunks) }) });
      response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
      response.end(Buffer.from(await answer.arrayBuffer()));
    },
  };
}
