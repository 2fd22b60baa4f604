// SPDX-License-Identifier: MIT
// The way into the WebAssembly: loads it, passes numbers and texts to its lectern_* functions, and
// notices when it has died, since a page must then go on as HTML.

const GLUE = "./lectern.js";
const CORE = "./lectern.wasm";

/** @typedef {import("./lectern.js").Wasm} Wasm */
/** @typedef {import("./lectern.js").Host} Host */

const encoder = new TextEncoder();
// A text may begin with a byte-order mark of its own.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** @type {Wasm | null} */
let wasm = null;
/** @type {(why: string) => void} */
let died = () => {};

/** @param {Uint8Array} bytes */
export const decode = (bytes) => decoder.decode(bytes);

export const isLoaded = () => wasm !== null;

/** @param {URL} url */
async function compile(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  // Streaming insists on this type, which some hosts do not send.
  return response.headers.get("content-type")?.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * Rejects with a reason when the viewer cannot be loaded.
 * @param {Host} host answers the core's requests
 * @param {(why: string) => void} onDeath
 */
export async function load(host, onDeath) {
  const [glue, module] = await Promise.all([
    /** @type {Promise<typeof import("./lectern.js")>} */ (import(GLUE)),
    compile(new URL(CORE, import.meta.url)),
  ]);
  died = onDeath;
  wasm = await new Promise((resolve, reject) => {
    /** @type {Parameters<typeof glue.default>[0]["instantiateWasm"]} */
    const instantiateWasm = (imports, done) => {
      WebAssembly.instantiate(module, imports).then((it) => done(it, module), reject);
      return {};
    };
    glue.default({ host, instantiateWasm }).then(resolve, reject);
  });
}

/**
 * Calls lectern_NAME; a text or bytes become a pointer and a length. 0 without the core.
 * @param {string} name
 * @param {(number | string | Uint8Array)[]} values
 */
export function call(name, ...values) {
  const { _malloc, _free } = wasm ?? {};
  if (!wasm || !_malloc || !_free) return 0;
  /** @type {number[]} */
  const held = [];
  /** @type {number[]} */
  const plain = [];
  try {
    for (const value of values) {
      if (typeof value === "number") {
        plain.push(value);
        continue;
      }
      const bytes = typeof value === "string" ? encoder.encode(value) : value;
      const pointer = _malloc(bytes.length || 1);
      held.push(pointer);
      wasm.HEAPU8.set(bytes, pointer);
      plain.push(pointer, bytes.length);
    }
    const answer = wasm[`_lectern_${name}`](...plain);
    held.forEach((pointer) => _free(pointer));
    return answer;
  } catch (error) {
    // A trap leaves the core in no known state: it is never called again.
    wasm = null;
    died(`The viewer stopped (${error}).`);
    return 0;
  }
}

/**
 * The text that lectern_NAME gives, "" without the core.
 * @param {string} name
 * @param {(number | string | Uint8Array)[]} values
 */
export function text(name, ...values) {
  const pointer = call(name, ...values);
  if (!wasm || !pointer) return "";
  return decode(wasm.HEAPU8.subarray(pointer, wasm.HEAPU8.indexOf(0, pointer)));
}
