// SPDX-License-Identifier: MIT
// Debian's own Firefox by playwright, over WebDriver BiDi. What playwright does not pass on there, a reader's
// settings, zoom and hidden tabs, is said to the browser in its own words, which BiDi takes where system
// access is allowed.
import { firefox } from "playwright-core";
import { askAtSpi } from "./accessible.mjs";
import { closing, startDesktop } from "./desktop.mjs";

/** What playwright has behind an object of its interface, where alone the protocol can be spoken. */
const behind = (it) => it._connection.toImpl(it);

/** Preferences by the names that playwright has for what they do; without a value as they are from the start. */
const settingsOf = ({ colorScheme, contrast, forcedColors, reducedMotion, minimumFontSize }) => ({
  "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1,
  "browser.display.document_color_use": forcedColors === "active" ? 2 : contrast === "more" ? 1 : 0,
  "ui.useAccessibilityTheme": contrast === "more" ? 1 : 0,
  "ui.prefersReducedMotion": reducedMotion === "reduce" ? 1 : 0,
  "font.minimum-size.x-western": minimumFontSize ?? 0,
});

/** Runs in the browser. */
const set = (_, values) => Object.entries(values).forEach(([name, value]) => Services.prefs.setIntPref(name, value));

const hideTab = (tab, so) => {
  const { gBrowser } = tab.topChromeWindow;
  const other = gBrowser.selectedTab;
  gBrowser.selectedTab = so ? gBrowser.addTrustedTab("about:blank") : gBrowser.getTabForBrowser(tab.embedderElement);
  if (!so) gBrowser.removeTab(other);
};

/** A style sheet of the reader's own, or none. */
const setUserStyle = (_, text) => {
  const sheets = Cc["@mozilla.org/content/style-sheet-service;1"].getService(Ci.nsIStyleSheetService);
  const { userStyle: before } = globalThis;
  if (before) sheets.unregisterSheet(before, sheets.USER_SHEET);
  globalThis.userStyle = text ? Services.io.newURI(`data:text/css,${encodeURIComponent(text)}`) : undefined;
  if (text) sheets.loadAndRegisterSheet(globalThis.userStyle, sheets.USER_SHEET);
};

/** The open menu, which is closed then. */
const menu = ({ topChromeWindow: { document, gContextMenu } }) => {
  const it = document.getElementById("contentAreaContextMenu");
  const found = { state: it.state, link: gContextMenu?.linkURL };
  it.hidePopup();
  return found;
};

/** What the reader mode makes of a page: its text. */
const readable = async (tab) => {
  const { ReaderMode } = ChromeUtils.importESModule("moz-src:///toolkit/components/reader/ReaderMode.sys.mjs");
  const { content } = await ReaderMode.downloadAndParseDocument(tab.currentURI.spec);
  return new DOMParser().parseFromString(content, "text/html").body.textContent.replace(/\s+/g, " ");
};

export async function launchFirefox() {
  const desktop = await startDesktop();
  const browser = await firefox.launch({
    channel: "moz-firefox", // the release as it is, not playwright's own
    executablePath: process.env.LECTERN_FIREFOX || "/usr/bin/firefox-esr",
    headless: false, // there it has no WebGL
    env: { ...desktop.env, MOZ_REMOTE_ALLOW_SYSTEM_ACCESS: "1" },
    firefoxUserPrefs: { "webgl.force-enabled": true, "gfx.webrender.software": true },
  });
  const session = behind(browser)._browserSession;
  const { contexts: [{ context }] } = await session.send("browsingContext.getTree", { "moz:scope": "chrome" });
  /** Runs a function in the browser, of the tab of a page and what is given: what it returns, as JSON has it. */
  const run = async (page, call, argument = null) => {
    const id = page && behind(page).delegate._session.sessionId;
    const { result, exceptionDetails } = await session.send("script.callFunction", { awaitPromise: true, target: { context },
      functionDeclaration: `async (id, json) => {
        const { NavigableManager } = ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");
        return JSON.stringify(await (${call})(id && NavigableManager.getBrowsingContextById(id), JSON.parse(json)) ?? null);
      }`, arguments: [id ?? "", JSON.stringify(argument)].map((value) => ({ type: "string", value })) });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return JSON.parse(result.value);
  };

  /** Adds to a page what playwright does not do in Firefox. */
  function complete(page, settings) {
    const { click } = page.mouse;
    return Object.assign(page, {
      async emulateMedia({ media, ...changes }) {
        if (media) await run(page, (tab, it) => void (tab.mediumOverride = it), media === "print" ? media : "");
        await run(page, set, settingsOf(Object.assign(settings, changes)));
      },
      // Playwright's own waits for fonts, and puts a style in that the policy does not allow.
      async screenshot({ clip } = {}) {
        const { _session } = behind(page).delegate;
        const { data } = await _session.send("browsingContext.captureScreenshot",
          { context: _session.sessionId, ...(clip && { clip: { type: "box", ...clip } }) });
        return Buffer.from(data, "base64");
      },
      // The size of the window is that of the screen's px then, as it is for a reader.
      zoom: (factor) => run(page, (tab, it) => void (tab.overrideDPPX = 0, tab.fullZoom = it), factor),
      zoomText: (factor) => run(page, (tab, it) => void (tab.textZoom = it), factor),
      userStyle: (text) => run(page, setUserStyle, text),
      readable: () => run(page, readable),
      status: () => run(page, (tab) => tab.topChromeWindow.XULBrowserWindow.overLink),
      menu: () => run(page, menu),
      hide: (so) => run(page, hideTab, so),
      addresses: async () => page.context().pages().map((it) => it.url()),
      mouse: Object.assign(page.mouse, { async click(x, y, options = {}) {
        const { clickCount = 1 } = options;
        if (clickCount === 1) return click.call(page.mouse, x, y, options);
        // One chain of actions: what is in two is never a double click.
        const press = [{ type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
        const { _session } = behind(page).delegate;
        await _session.send("input.performActions", { context: _session.sessionId, actions: [{ type: "pointer", id: "hand",
          parameters: { pointerType: "mouse" }, actions: [{ type: "pointerMove", x: Math.round(x), y: Math.round(y) },
            ...Array(clickCount).fill(press).flat()] }] });
      } }),
    });
  }

  const newContext = browser.newContext.bind(browser);
  browser.newContext = async ({ colorScheme, contrast, forcedColors, reducedMotion, minimumFontSize, ...options } = {}) => {
    const settings = { colorScheme, contrast, forcedColors, reducedMotion, minimumFontSize };
    await run(null, set, settingsOf(settings));
    const made = await newContext(options);
    const newPage = made.newPage.bind(made);
    made.newPage = async () => complete(await newPage(), settings);
    return made;
  };
  return Object.assign(closing(browser, desktop.close), { accessibleTree: askAtSpi(desktop), env: desktop.env });
}
