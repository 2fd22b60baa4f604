// SPDX-License-Identifier: MIT
// What Emscripten's glue (build/web/lectern.js) looks like to the modules here.

/** A request of the core: UTF-8 texts joined by NUL, the first the name; numbers; room for answers; bytes. */
export type Host = (
  texts: Uint8Array,
  numbers: Float64Array,
  out: Float64Array,
  data: Uint8Array,
  more: Uint8Array,
) => number;

export interface Wasm {
  HEAPU8: Uint8Array; // replaced when the memory grows: never keep it
  _malloc(size: number): number;
  _free(pointer: number): void;
  [name: `_lectern_${string}`]: (...values: number[]) => number;
}

export default function start(options: {
  host: Host;
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}): Promise<Wasm>;
