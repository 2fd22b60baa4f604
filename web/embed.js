// SPDX-License-Identifier: MIT
// What partners load: shows an article of the publication that this file belongs to in their own page, as a
// frame that is as high as the article. By a script tag with data attributes, as <lectern-article>, or by
// lecternEmbed(element, options). It adds this one global, no style sheet, and throws nothing into the page.
// docs/embedding.md says how to use it, embed.d.ts has the types.
(() => {
  const self = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const home = self?.src ? new URL(self.src.includes("/_/") ? "../" : "./", self.src).href : "";
  const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
  /** The publisher writes the publication's words over these. */
  const LOAD = "Load the article from {host}";
  const PATIENCE_MS = 4000; // after all of the frame is there, its script too; of a busy phone
  const REST_MS = 200; // without scrolling
  const LONG_MS = 3000; // of scrolling near an embed: it is read past, not passed
  /** Heights that are known before the frame is there; a whole article has at least a window's. */
  const HEIGHTS = { full: "100vh", compact: "480px", card: "160px" };
  /** What each message may carry, and its type. @type {Record<string, Record<string, string>>} */
  const FIELDS = {
    ready: { article: "string", title: "string", lang: "string", dir: "string", form: "string" },
    height: { height: "number" },
    navigate: { url: "string", top: "number" },
    mood: { mood: "string" },
    progress: { progress: "number" },
    error: { code: "string", message: "string" },
    blur: {},
  };
  const MOST = 500_000; // px of height, and more than any text here has characters

  const warn = (/** @type {string} */ text) => console.warn(`Lectern: ${text}`);
  /** Those that have a frame. @type {Set<{ frame: HTMLIFrameElement, hear: (origin: string, data: any) => void }>} */
  const embeds = new Set();
  const hear = (/** @type {MessageEvent} */ { source, origin, data }) => {
    if (!source || !data || data.lectern !== 1) return;
    for (const it of embeds) if (it.frame.contentWindow === source) it.hear(origin, data);
  };

  /** @param {HTMLElement} host @param {Record<string, any>} options */
  function embed(host, options) {
    const { article, site = home, form = "full", theme = "auto", height = "auto", load = "near", title = "", label, reserve,
      ...more } = options ?? {};
    /** @type {URL} */
    let url;
    try {
      host.append; // that it is an element
      url = new URL(`embed/${encodeURIComponent(article)}/`, site);
      if (!article || !/^https?:$/.test(url.protocol)) throw 0;
    } catch {
      warn(`no article can be shown without an element, an article's id and the publication's address (${article}).`);
      return { set() {}, remove() {} };
    }
    const fixed = height !== "auto";
    for (const [name, value] of Object.entries({ form, theme, height: fixed ? "fixed" : "auto" })) url.searchParams.set(name, value);
    const page = new URL(`../../a/${encodeURIComponent(article)}/`, url).href;
    /** Of the place: px, or a length in CSS, in which 100% is its width. */
    const space = fixed ? (height > 0 ? height : 480) : reserve || (HEIGHTS[/** @type {"full"} */ (form)] ?? HEIGHTS.full);

    /** @type {Record<string, any>} */
    let wishes = { ...more };
    let isReady = false, wanted = 0, timer = 0;
    const frame = document.createElement("iframe");
    const click = load === "click";

    /** A link to the article, or the button that loads it. @param {boolean} press */
    function poster(press) {
      const it = document.createElement(press ? "button" : "a");
      if (it instanceof HTMLAnchorElement) ((it.href = page), (it.target = "_blank"), (it.rel = "noopener"));
      else it.type = "button";
      const where = press ? LOAD.replace("{host}", url.host) : url.host;
      it.textContent = [title, label || where].filter(Boolean).join(" · ");
      // A link is its text alone: what is blank costs nothing to scroll past.
      it.style.cssText = "box-sizing:border-box;display:flex;align-items:center;justify-content:center;width:100%;height:0;padding:50vh 1rem;" +
        "border:1px solid #8886;border-radius:8px;color:inherit;font:16px/1.4 system-ui,sans-serif;text-align:center;" +
        (press ? "background:#8881" : "border-color:transparent");
      // Paddings alone know the width.
      it.style.padding = `calc((${space > 0 ? `${space}px` : space})/2 - 1px) 1rem`;
      return it;
    }
    const place = poster(click);
    if (click) place.onclick = () => (show(), frame.focus());

    function show() {
      stay();
      near.disconnect();
      if (!embeds.size) addEventListener("message", hear);
      embeds.add(mine);
      frame.src = url.href;
      frame.style.height = `${place.offsetHeight}px`;
      place.replaceWith(frame, end);
    }
    function fail(/** @type {string} */ why) {
      leave();
      frame.replaceWith(Object.assign(poster(false), { style: place.style.cssText }));
      warn(`${page} could not be shown: ${why}.`);
      fire("error", { code: "frame", message: why });
    }
    function leave() {
      stay();
      near.disconnect();
      removeEventListener("scroll", fit, true);
      embeds.delete(mine);
      if (!embeds.size) removeEventListener("message", hear);
    }
    // What comes near by scrolling, or before the page is there, waits for that to rest: what is only passed is not loaded.
    let wasFar = false, since = 0;
    function rest() {
      clearTimeout(timer);
      timer = setTimeout(show, Math.min(REST_MS, since + LONG_MS - Date.now()));
    }
    function stay() {
      clearTimeout(timer);
      removeEventListener("scroll", rest, true);
    }
    const near = new IntersectionObserver((entries) => {
      stay();
      if (!entries[entries.length - 1].isIntersecting) return (wasFar = true);
      // While scripts still come, those of tags above may push this one down.
      if (!wasFar && document.readyState === "complete") return show();
      since = Date.now();
      addEventListener("scroll", rest, { capture: true, passive: true });
      rest();
    }, { rootMargin: "100% 0px" });

    /** Gives the frame its height; what would move something in view up is done later. */
    function fit() {
      const { top, height } = frame.getBoundingClientRect();
      const moves = wanted < height - 1 && top + height > 0 && top + wanted < innerHeight;
      if (!moves) frame.style.height = `${wanted}px`;
      removeEventListener("scroll", fit, true);
      if (moves) addEventListener("scroll", fit, { capture: true, passive: true });
    }
    const fire = (/** @type {string} */ type, /** @type {object} */ detail) => host.dispatchEvent(
      new CustomEvent(`lectern-${type}`, { detail, bubbles: true, cancelable: type === "navigate" }));
    function post() {
      try {
        frame.contentWindow?.postMessage({ ...wishes, lectern: 1, type: "settings" }, url.origin);
      } catch {
        warn("settings are texts and numbers; these could not be sent.");
      }
    }

    const mine = { frame, /** @param {string} origin @param {any} data */ hear(origin, data) {
      const known = Object.hasOwn(FIELDS, data.type) && FIELDS[data.type];
      if (!known || origin !== url.origin) return;
      /** @type {Record<string, any>} */
      const detail = {};
      for (const [name, type] of Object.entries(known)) {
        const value = data[name];
        if (value === null || (typeof value === type && !(value.length > MOST || value > MOST) && value === value)) detail[name] = value;
      }
      if (data.type === "height") {
        if (!(detail.height >= 1)) return;
        wanted = Math.ceil(detail.height);
        if (!fixed) fit();
      }
      if (data.type === "ready") {
        isReady = true;
        clearTimeout(timer);
        if (detail.title && !title) frame.title = detail.title;
        if (Object.keys(wishes).length) post();
      }
      if (data.type === "blur" && document.activeElement === frame) end.focus({ preventScroll: true });
      if (data.type === "navigate" && !/^https?:/.test(detail.url)) return;
      if (!fire(data.type, detail) || data.type !== "navigate" || document.activeElement !== frame) return;
      // What the reader has pressed, and the partner has left to this.
      if (detail.top >= 0) scrollBy(0, frame.getBoundingClientRect().top + detail.top);
      else if (wishes.navigate === "parent") open(detail.url, "_blank", "noopener");
    } };

    // Behind the frame: from here Tab goes on when the reader has left it by Escape.
    const end = document.createElement("span");
    end.tabIndex = -1;
    end.style.outline = "none";

    frame.title = title || url.host;
    frame.setAttribute("sandbox", SANDBOX);
    frame.allow = "clipboard-write";
    frame.referrerPolicy = "strict-origin-when-cross-origin"; // so that the frame knows whose page it is in
    frame.style.cssText = "display:block;width:100%;border:0";
    frame.onload = () => (isReady || (timer = setTimeout(fail, PATIENCE_MS, "the frame does not answer")));
    host.replaceChildren(place);
    if (!click) near.observe(place);

    return {
      /** @param {Record<string, any>} settings */
      set(settings) {
        wishes = { ...wishes, ...settings };
        if (isReady) post();
      },
      remove() {
        leave();
        place.remove();
        frame.remove();
        end.remove();
      },
    };
  }

  if (!globalThis.lecternEmbed) globalThis.lecternEmbed = embed;
  if (!customElements.get("lectern-article")) {
    customElements.define("lectern-article", class extends HTMLElement {
      static observedAttributes = ["article", "form", "height", "load", "theme"].map((it) => `data-${it}`);
      /** @type {ReturnType<typeof embed> | undefined} */
      #embed;
      connectedCallback() {
        // Asking for it makes the browser work out all styles at once.
        if (!this.style.display && getComputedStyle(this).display === "inline") this.style.display = "block";
        this.#embed = embed(this, this.dataset);
      }
      disconnectedCallback() {
        this.#embed?.remove();
        this.#embed = undefined;
      }
      /** @param {string} name @param {string | null} before @param {string | null} now */
      attributeChangedCallback(name, before, now) {
        if (!this.#embed || before === now) return;
        if (name === "data-theme") return this.#embed.set({ theme: now ?? "auto" });
        this.disconnectedCallback();
        this.connectedCallback();
      }
      /** @param {Record<string, any>} settings */
      set(settings) {
        this.#embed?.set(settings);
      }
    });
  }
  if (self?.dataset.article) {
    const host = document.createElement("lectern-article");
    host.style.display = "block";
    // The tag itself may have kept the article's place until now, by a style of its own: at any width, or at this.
    const { reserve = self.style.paddingTop || (self.className || self.style.length ? self.offsetHeight : ""), site = home } = self.dataset;
    Object.assign(host.dataset, self.dataset, { site, reserve });
    const put = () => (self.closest("head") ? document.body.prepend(host) : self.after(host));
    if (document.body) put();
    else addEventListener("DOMContentLoaded", put);
    self.style.display = "none";
  }
})();
