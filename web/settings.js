// SPDX-License-Identifier: MIT
// The panel "Reading settings": each choice is put on while the panel stays open. Loaded when it is first opened.
import { CHOICES, choose, chosen, coloursOf, DEFAULTS } from "./choices.js";
import { make } from "./make.js";
import { openPanel } from "./panel.js";
import { pin, unpin } from "./place.js";
import { roomWords } from "./room_words.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
/** Themes that are light, or dark, whatever the system is. @type {Record<string, "light" | "dark">} */
const SCHEMES = { paper: "light", sepia: "light", grey: "dark", night: "dark" };

export async function open() {
  const words = await roomWords();
  const note = make("p", { className: "note", role: "status" });
  const put = (/** @type {Partial<import("./choices.js").Choice>} */ change) => (note.textContent = choose(change) ? "" : words("unkept"));

  /** @param {"theme" | "face" | "measure" | "leading" | "align" | "hyphens"} name */
  const radios = (name) => make("fieldset", {}, make("legend", {}, words(name)), make("div", { className: `row ${name}` },
    ...CHOICES[name].map((value) => {
      const radio = make("input", { type: "radio", name, value, checked: chosen()[name] === value });
      radio.onchange = () => put({ [name]: value });
      const label = make("label", {}, radio, words(value));
      if (name === "theme") {
        const { paper, ink } = coloursOf(value, SCHEMES[value] ?? (dark.matches ? "dark" : "light"));
        Object.assign(label.style, { background: paper, color: ink });
      }
      return label;
    })));

  const slider = make("input", { type: "range", min: "0", max: String(CHOICES.size.length - 1), step: "1", ariaLabel: words("size") });
  const output = make("output", {});
  const tell = () => {
    const share = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" })
      .format(Number(CHOICES.size[Number(slider.value)]) / Number(DEFAULTS.size));
    slider.ariaValueText = output.value = share;
  };
  const setSlider = () => {
    slider.value = String(CHOICES.size.indexOf(chosen().size));
    tell();
  };
  setSlider();
  slider.oninput = () => {
    put({ size: CHOICES.size[Number(slider.value)] });
    tell();
  };

  /** @param {string} word @param {() => Promise<unknown>} act */
  const button = (word, act) => {
    const it = make("button", { type: "button" }, words(word));
    it.onclick = () => act().catch(() => (note.textContent = words("failed")));
    return it;
  };
  const backup = () => import("./backup.js");
  const file = make("input", { type: "file", accept: ".json", hidden: true });
  file.onchange = async () => {
    const [picked] = file.files ?? [];
    if (picked) note.textContent = words(await (await backup()).readIn(picked) ? "imported" : "unreadable");
    file.value = "";
    tellAll();
  };
  const erase = async () => {
    const { collect, erase, put } = await backup();
    const all = await collect();
    await erase();
    tellAll();
    const undo = make("button", { type: "button" }, words("undo"));
    undo.onclick = async () => {
      await put(all);
      tellAll();
      note.textContent = "";
    };
    note.replaceChildren(words("erased"), " ", undo);
  };
  /** @param {Promise<() => unknown>} opening of another panel, in the place of this one */
  const lead = async (opening) => {
    const open = await opening;
    panel.close();
    await open();
  };
  const marks = () => lead(import("./marks.js").then((it) => it.openList));
  const saved = () => lead(import("./saved_panel.js").then((it) => it.open));
  const about = () => lead(import("./about.js").then((it) => it.open));

  const reset = make("button", { type: "button" }, words("reset"));
  pin();
  const panel = openPanel(words("settings"), words("close"), radios("theme"),
    make("fieldset", {}, make("legend", {}, words("size")), make("div", { className: "row" }, slider, output)),
    radios("face"), radios("leading"), radios("measure"), radios("align"), radios("hyphens"), reset,
    make("fieldset", {}, make("legend", {}, words("kept_here")), make("div", { className: "row" },
      button("marks", marks), ...document.querySelector("script[data-worker]") ? [button("saved", saved)] : [], button("export", async () => (await backup()).write()), button("import", async () => file.click()),
      button("erase", erase), file)), note, button("about", about));
  panel.addEventListener("close", unpin);
  const tellAll = () => {
    for (const it of panel.querySelectorAll("input")) if (it.type === "radio") it.checked = Reflect.get(chosen(), it.name) === it.value;
    setSlider();
  };
  reset.onclick = () => {
    put(DEFAULTS);
    tellAll();
  };
}
