// SPDX-License-Identifier: MIT
// Whose work is in what the build makes, from scripts/third_party.lock and the licences that stand in the sources
// themselves: TO/licences.js, a module with the name, version, licence, home and full notice of each part of the viewer, which
// the panel "About Lectern" shows; and SBOM, the same of viewer and command with their hashes (SPDX 2.3).
//   node scripts/make_notices.mjs VERSION TO/licences.js SBOM emscripten=VERSION=FOLDER NAME=FOLDER …
// A part of the lock that goes into either and has no licence here, or no notice in its folder, ends the build.
import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = new URL("..", import.meta.url).pathname;
const [version, modulePath, sbomPath, emscripten, ...folders] = process.argv.slice(2);
const folderOf = Object.fromEntries(folders.map((it) => [it.slice(0, it.indexOf("=")), it.slice(it.indexOf("=") + 1)]));
const [, emscriptenVersion, emscriptenFolder] = emscripten.split("=");

const own = readFileSync(join(root, "LICENSE"), "utf8");
/** The text of the MIT licence for somebody else. */
const mit = (/** @type {string} */ holder) => own.replace(/^Copyright .*/m, `Copyright ${holder}`);

/** By their name in the lock. `viewer`: what readers' browsers get has it; else the command alone. */
const PARTS = {
  imgui: { title: "Dear ImGui", licence: "MIT", file: "LICENSE.txt", viewer: true },
  md4c: { title: "MD4C", licence: "MIT", file: "LICENSE.md", viewer: true },
  libunibreak: { title: "libunibreak", licence: "Zlib", file: "LICENCE", viewer: true },
  sheenbidi: { title: "SheenBidi", licence: "Apache-2.0", file: "LICENSE", viewer: true },
  snowball: { title: "Snowball", licence: "BSD-3-Clause", file: "COPYING", viewer: true },
  nlohmann_json: { title: "JSON for Modern C++", licence: "MIT", text: mit("(c) 2013-2022 Niels Lohmann"), viewer: true },
  hyphen: { title: "hyphen", licence: "ISC", file: "LICENSE", viewer: true },
  "@fontsource/literata": { title: "Literata", licence: "OFL-1.1", file: "literata.LICENSE", viewer: true },
  "@fontsource/source-sans-3": { title: "Source Sans 3", licence: "OFL-1.1", file: "source-sans-3.LICENSE", viewer: true },
  "@fontsource/opendyslexic": { title: "OpenDyslexic", licence: "OFL-1.1", file: "opendyslexic.LICENSE", viewer: true },
  quickjs: { title: "QuickJS", licence: "MIT" },
  prismjs: { title: "Prism", licence: "MIT" },
};
/** Build tools: nothing of them is in what they make. */
const TOOLS = ["esbuild-wasm"];

function fail(/** @type {string} */ why) {
  console.error(`make_notices: ${why}`);
  process.exit(1);
}

/** One of each name: that from which the sources at hand are, whose folder bootstrap names by its hash; else the first. */
const pins = new Map();
for (const line of readFileSync(join(root, "scripts/third_party.lock"), "utf8").split("\n")) {
  const [kind, name, pinned, , hash, home] = line.split(" ");
  if (!["debian", "upstream", "script", "face", "tool"].includes(kind) || TOOLS.includes(name)) continue;
  if (pins.has(name) && !folderOf[name]?.includes(hash.slice(0, 12))) continue;
  if (!Object.hasOwn(PARTS, name)) fail(`scripts/third_party.lock has ${name}, of which no licence is known here.`);
  pins.set(name, { version: pinned, hash, home: home.replace(/\.git$|\/releases\/.*/, ""), ...PARTS[/** @type {keyof PARTS} */ (name)] });
}

const textOf = (/** @type {string} */ folder, /** @type {string} */ file) => {
  try {
    return readFileSync(join(folder, file), "utf8").trim();
  } catch {
    return fail(`${file} is not in ${folder}.`);
  }
};

const shown = [{ name: "Lectern", version, licence: "MIT", home: "", text: own.trim() }];
for (const [name, it] of pins) {
  if (!it.viewer) continue;
  const text = it.text ?? textOf(folderOf[name] ?? fail(`where ${name} is was not said.`), it.file);
  shown.push({ name: it.title, version: it.version, licence: it.licence, home: it.home, text: text.trim() });
}
// Where scripts/bootstrap has made a root for the compiler, its folder here holds links into that.
const system = join(realpathSync(join(emscriptenFolder, "cmake")), "../system/lib");
// What the compiler puts into WebAssembly. libc++ and compiler-rt (Apache-2.0 WITH LLVM-exception) ask for no notice in
// what was compiled with them.
const compiled = [
  { name: "Emscripten", version: emscriptenVersion, licence: "MIT", home: "https://emscripten.org", text: mit("(c) 2010-2014 Emscripten authors").trim() },
  { name: "musl", version: `of Emscripten ${emscriptenVersion}`, licence: "MIT", home: "https://musl.libc.org",
    text: textOf(system, "libc/musl/COPYRIGHT") },
];
shown.push(...compiled);
writeFileSync(modulePath, `export default ${JSON.stringify(shown)};\n`);

const id = (/** @type {string} */ name) => `SPDXRef-${name.replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^-/, "")}`;
/** @param {string} hash as the lock has it */
const checksum = (hash) => hash.startsWith("sha512-")
  ? { algorithm: "SHA512", checksumValue: Buffer.from(hash.slice(7), "base64").toString("hex") } : { algorithm: "SHA256", checksumValue: hash };
const created = new Date(process.env.SOURCE_DATE_EPOCH ? 1000 * Number(process.env.SOURCE_DATE_EPOCH) : Date.now());
const pack = (/** @type {string} */ name, /** @type {string} */ versionInfo, /** @type {string} */ licence, /** @type {string} */ home, /** @type {object} */ more = {}) => ({
  SPDXID: id(name), name, versionInfo, downloadLocation: home || "NOASSERTION", filesAnalyzed: false,
  licenseConcluded: licence, licenseDeclared: licence, copyrightText: "NOASSERTION", ...more });
const products = ["lectern-viewer", "lectern-command"];
const relate = (/** @type {string} */ from, /** @type {string} */ relationshipType, /** @type {string} */ to) =>
  ({ spdxElementId: id(from), relationshipType, relatedSpdxElement: id(to) });
// The fonts and the hyphenation are the viewer's alone, Dear ImGui too.
const ofCommand = (/** @type {string} */ name) => !["imgui", "hyphen"].includes(name) && !name.startsWith("@fontsource/");
writeFileSync(sbomPath, `${JSON.stringify({
  spdxVersion: "SPDX-2.3", dataLicense: "CC0-1.0", SPDXID: "SPDXRef-DOCUMENT", name: `lectern-${version}`,
  documentNamespace: `urn:lectern:sbom:${version}:${created.getTime()}`,
  creationInfo: { created: created.toISOString().replace(/\.\d+/, ""), creators: ["Tool: scripts/make_notices.mjs"] },
  packages: [...products.map((it) => pack(it, version, "MIT", "")),
    ...[...pins].map(([name, it]) => pack(name, it.version, it.licence, it.home, { checksums: [checksum(it.hash)] })),
    ...compiled.map((it) => pack(it.name, it.version, it.licence, it.home))],
  relationships: [
    ...products.map((it) => ({ spdxElementId: "SPDXRef-DOCUMENT", relationshipType: "DESCRIBES", relatedSpdxElement: id(it) })),
    ...[...pins].filter(([, it]) => it.viewer).map(([name]) => relate(products[0], "CONTAINS", name)),
    ...compiled.map((it) => relate(products[0], "CONTAINS", it.name)),
    ...[...pins.keys()].filter(ofCommand).map((name) => relate(products[1], "CONTAINS", name))],
}, null, 1)}\n`);
