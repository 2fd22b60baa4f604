// SPDX-License-Identifier: MIT
// The parts of the viewer, itself first; made by scripts/make_notices.mjs.
declare const parts: { name: string, version: string, licence: string, home: string, text: string }[];
export default parts;
