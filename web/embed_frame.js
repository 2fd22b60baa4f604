// SPDX-License-Identifier: MIT
// The script of an embedded page: says its height and what the reader does to the page around it, hears that
// page's wishes, and starts the viewer when the reader sees it. A classic script, and one file, since in an
// opaque origin (a sandbox without allow-same-origin) modules, fetch and storage fail: there the page stays
// HTML, and what this does still works. docs/embedding.md has every message.
(() => {
  const root = document.documentElement;
  const stage = /** @type {HTMLElement} */ (document.querySelector(".stage"));
  const { article, allow, unsaved = "" } = /** @type {HTMLElement} */ (document.currentScript).dataset;
  const asked = new URLSearchParams(location.search);
  const isOpaque = self.origin === "null";
  // WordPress tells its frames apart by a secret in their address, and hears its own form of messages alone.
  const secret = /secret=(\w{10})/.exec(location.hash)?.[1] ?? "";

  /** @param {string} type @param {object} [more] */
  const tell = (type, more) => {
    if (parent !== window) parent.postMessage({ lectern: 1, type, ...more }, "*");
  };
  /** @param {string} message @param {string | number} value */
  const tellWordPress = (message, value) => secret && parent.postMessage({ message, value, secret }, "*");

  /** Whether one of the list's sources, as in frame-ancestors, is that origin. @param {string} origin */
  function mayFrame(origin) {
    if (allow === undefined || origin === location.origin) return true;
    if (!/^https?:/.test(origin)) return false;
    const it = new URL(origin);
    return allow.split(" ").filter(Boolean).some((source) => {
      const wanted = new URL(source.replace("*.", ""));
      const scheme = wanted.protocol === it.protocol || (wanted.protocol === "http:" && it.protocol === "https:");
      const host = source.includes("*.") ? it.hostname.endsWith(`.${wanted.hostname}`) : it.hostname === wanted.hostname;
      return scheme && host && wanted.port === it.port;
    });
  }
  /** Who frames the page; "" where the browser does not say. */
  const ancestors = location.ancestorOrigins ? [...location.ancestorOrigins]
    : parent === window ? [] : [/^https?:\/\/[^/]+/.exec(document.referrer)?.[0] ?? ""];
  const isRefused = !ancestors.every(mayFrame);

  // Height. It is that of what is laid out, never of the window, so that it does not follow the frame's own.
  const FIRST_TRY_MS = 25;
  let told = 0;
  const tellHeight = () => {
    const height = Math.ceil(stage.getBoundingClientRect().height);
    if (!stage.clientWidth || Math.abs(height - told) <= 1) return; // hidden; or the same but for rounding
    told = height;
    tell("height", { height });
    tellWordPress("height", height);
  };

  // What of the page is seen: a frame may be as high as its page, so that its own window says nothing. The browser
  // says which of many strips, one below the other, are in the view of the outermost page.
  const STRIP = 256; // px; half a window is painted beyond what is seen
  const MOST = 1000;
  const REST_MS = 200;
  const TURN_MS = 8000;
  /** @type {HTMLElement[]} */
  const strips = [];
  /** @type {Set<number>} */
  const shown = new Set();
  let step = 0, share = 0, starting = 0, wasAway = false, seenFrom = -1;
  const eye = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const at = strips.indexOf(/** @type {HTMLElement} */ (target));
      if (isIntersecting) shown.add(at);
      else shown.delete(at);
    }
    clearTimeout(starting);
    if (!shown.size) {
      wasAway = true;
      seenFrom = -1;
      return void document.dispatchEvent(new Event("lectern-unseen"));
    }
    // What is scrolled into view is dressed when that rests.
    if (wasAway) starting = setTimeout(startViewer, REST_MS);
    else startViewer();
    const top = Math.min(...shown) * step;
    if (innerHeight > screen.height) root.dataset.seen = String(top);
    else delete root.dataset.seen;
    // A strip that comes into view below is no way: told as one, it would be the end of a quick scroll.
    if (top !== seenFrom) document.dispatchEvent(new Event("lectern-seen"));
    seenFrom = top;
    const read = Math.floor(4 * Math.min(1, (Math.max(...shown) + 1) * step / told)) / 4;
    if (read > share) tell("progress", { progress: (share = read) });
  });
  function layStrips() {
    step = Math.max(STRIP, told / MOST);
    for (let i = strips.length; i * step < told; i++) {
      const strip = document.createElement("i");
      strip.className = "strip";
      strip.setAttribute("aria-hidden", "true");
      strips.push(strip);
      stage.append(strip);
      eye.observe(strip);
    }
    while (strips.length && (strips.length - 1) * step >= told) {
      const strip = /** @type {HTMLElement} */ (strips.pop());
      shown.delete(strips.length);
      eye.unobserve(strip);
      strip.remove();
    }
    strips.forEach(({ style }, i) => ((style.top = `${i * step}px`), (style.height = `${Math.min(step, told - i * step)}px`)));
  }

  // Moods. The viewer keeps them; where it can't run, a press still counts for this visit.
  let isPlain = isOpaque, pressed = false;
  const moods = /** @type {HTMLElement[]} */ ([...stage.querySelectorAll(".mood-button")]);
  const isOn = (/** @type {Element} */ button) => button.getAttribute("aria-pressed") === "true";
  const tellMood = () => tell("mood", { mood: moods.find(isOn)?.dataset.key ?? null });
  /** @param {Element} button */
  function keepMood(button) {
    const again = isOn(button);
    for (const it of moods) it.setAttribute("aria-pressed", String(it === button && !again));
    const status = stage.querySelector(".moods [role=status]");
    if (status) status.textContent = again ? "" : unsaved;
  }
  const watch = new MutationObserver(() => pressed && tellMood());
  for (const button of moods) watch.observe(button, { attributeFilter: ["aria-pressed"] });

  // Links lead out of the frame: to a new tab, or where the page around takes them.
  let isParents = false;
  /** @param {HTMLAnchorElement} link @param {MouseEvent} event */
  function follow(link, event) {
    const { button, metaKey, ctrlKey, shiftKey, altKey } = event;
    if (button || metaKey || ctrlKey || shiftKey || altKey) return;
    const url = link.href;
    const part = link.hash && link.pathname === location.pathname ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
    if (part) {
      // A frame as high as its page can't scroll to it: the page around can.
      if (root.scrollHeight <= innerHeight + 1) tell("navigate", { url, top: Math.floor(part.getBoundingClientRect().top) });
      return;
    }
    if (!/^https?:/.test(link.protocol)) return;
    tell("navigate", { url });
    tellWordPress("link", url);
    if (isParents || secret) event.preventDefault();
  }

  stage.addEventListener("click", (event) => {
    const on = event.target instanceof Element ? event.target : null;
    const button = on?.closest(".mood-button"), link = on?.closest("a");
    if (button) {
      pressed = true;
      if (isPlain) keepMood(button);
    } else if (link instanceof HTMLAnchorElement && link.href) {
      follow(link, event);
    }
  });
  for (const link of stage.querySelectorAll('a[href^="#"]')) link.setAttribute("target", "_self");

  addEventListener("keydown", ({ key, defaultPrevented }) => {
    if (key !== "Escape" || defaultPrevented || parent === window) return;
    tell("blur");
    // Where nobody listens, the browser is asked.
    setTimeout(() => {
      if (!document.hasFocus()) return;
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      parent.focus();
    }, 100);
  });

  /**
   * One frame of a page after the other: what the first fetches the others find in the cache, and none keeps the
   * rest from what it does. The text is there meanwhile. @param {() => Promise<unknown>} act
   */
  async function inTurn(act) {
    /** @type {Promise<unknown> | undefined} */
    let run;
    const once = () => (run ??= act());
    try {
      await navigator.locks.request(`lectern ${location.host} viewer`, { signal: AbortSignal.timeout(TURN_MS) }, once);
    } catch {
      await once(); // storage is refused, or another is slow
    }
  }

  let started = false, isPainted = false;
  async function startViewer() {
    if (started || isOpaque || root.dataset.embed !== "full") return;
    started = true;
    let why = "";
    try {
      await inTurn(async () => {
        await import(/** @type {string} */ ("./boot.js"));
        await lectern.ready;
      });
      const view = await lectern.ready;
      const { words, reason } = lectern.stats();
      if (view === "html" && !words) why = reason; // the core is not there
      isPainted = !why;
      dress();
    } catch (error) {
      why = String(error);
    }
    if (!why) return;
    isPlain = true;
    tell("error", { code: "viewer", message: why });
  }

  /** @type {object | null} */
  let tokens = null;
  /** Puts the partner's design on, when there is what can do it. */
  async function dress() {
    if (!tokens || isOpaque || (root.dataset.embed === "full" && !isPainted)) return;
    const { wear } = await import(/** @type {string} */ ("./embed_tokens.js"));
    wear(tokens, isPainted);
  }
  /** @param {unknown} wish JSON or what it says */
  function take(wish) {
    try {
      const it = typeof wish === "string" ? JSON.parse(wish) : wish;
      if (typeof it !== "object" || !it || Array.isArray(it)) return;
      tokens = it;
      dress();
    } catch {
      // No JSON: it is of no use.
    }
  }

  /** What the page around wishes, or the address does; what is of no use is ignored. @param {Record<string, unknown>} wish */
  function heed({ form, height, theme, navigate, tokens: design }) {
    if (!isRefused && (form === "full" || form === "compact" || form === "card")) root.dataset.embed = form;
    if (height === "auto" || height === "fixed") root.dataset.height = height;
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    if (theme === "auto") delete root.dataset.theme;
    if (navigate === "parent" || navigate === "tab") isParents = navigate === "parent";
    take(design);
    if (shown.size) startViewer();
  }
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || parent === window || !mayFrame(origin) || typeof data !== "object" || !data) return;
    if (data.lectern === 1 && data.type === "settings") heed(data);
    if (secret && data.message === "ready" && data.secret === secret) tellWordPress("height", told);
  });

  heed(Object.fromEntries(asked));
  if (isRefused) root.dataset.embed = "card";
  tell("ready", { article, title: document.querySelector("h1")?.textContent ?? "", lang: root.lang, dir: root.dir,
    form: root.dataset.embed });
  if (isRefused) {
    console.info("Lectern: the publication does not let this site show its article, so a card stands here.");
    tell("error", { code: "refused", message: "The publication does not let this site show its articles." });
  }
  const settle = () => (tellHeight(), layStrips());
  new ResizeObserver(settle).observe(stage);
  // A frame may run before it has a size; and out of sight no observer in it is told when it gets one.
  let wait = FIRST_TRY_MS;
  const start = () => {
    settle();
    if (!told && (wait *= 2) < TURN_MS) setTimeout(start, wait);
  };
  start();
})();
