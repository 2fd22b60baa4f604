// SPDX-License-Identifier: MIT
// The three engines that the common tests run in. Chromium and Firefox come by playwright, the latter over
// WebDriver BiDi, since it is Debian's own. WebKitGTK only speaks classic WebDriver (W3C), a dozen
// requests of JSON: what is here looks like the part of playwright's browser and page that the tests use.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { firefox } from "playwright-core";
import { launch } from "./kit.mjs";

const PATIENCE_MS = 60_000; // of a busy machine
const MINI_BROWSER = process.env.LECTERN_WEBKIT || "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/** A screen for browsers that need one, without a window manager: { env, close }. */
async function startScreen() {
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "3200x2200x24", "-nolisten", "tcp"],
    { stdio: ["ignore", "pipe", "ignore"] });
  for await (const number of createInterface({ input: server.stdout })) {
    return {
      env: { ...process.env, DISPLAY: `:${number}`, LIBGL_ALWAYS_SOFTWARE: "1" },
      close: () => server.kill(),
    };
  }
  throw new Error("Xvfb does not start");
}

/** What ends with a browser ends after it. */
function closing(browser, end) {
  const close = browser.close.bind(browser);
  browser.close = () => close().finally(end);
  return browser;
}

async function launchFirefox() {
  const screen = await startScreen();
  const browser = await firefox.launch({
    channel: "moz-firefox", // the release as it is, not playwright's own
    executablePath: process.env.LECTERN_FIREFOX || "/usr/bin/firefox-esr",
    headless: false, // there it has no WebGL
    env: screen.env,
    firefoxUserPrefs: { "webgl.force-enabled": true, "gfx.webrender.software": true },
  });
  return closing(browser, screen.close);
}

// The code points that stand for keys, WebDriver 17.4.2.
const KEYS = { Tab: "\ue004", Enter: "\ue007", Shift: "\ue008", Control: "\ue009", End: "\ue010", Space: " " };

/** A page of a WebDriver session. @param {(method: string, path: string, body?: object) => Promise<any>} ask */
function makePage(ask) {
  const act = (type, id, actions) => ask("POST", "/actions", { actions: [{ type, id, actions,
    ...(type === "pointer" && { parameters: { pointerType: "mouse" } }) }] });
  const point = (...actions) => act("pointer", "mouse", actions);

  const page = {
    setDefaultTimeout() {},
    on() {}, // what is logged can't be asked for

    async goto(url) {
      await ask("POST", "/url", { url });
      // The answer may come before the page does.
      await page.waitForFunction((url) => document.readyState === "complete" && location.href === url, url);
    },
    async goBack() {
      await ask("POST", "/back", {});
    },
    async reload() {
      await page.evaluate(() => (globalThis.isOld = true));
      await ask("POST", "/refresh", {});
      await page.waitForFunction(() => !globalThis.isOld && document.readyState === "complete");
    },
    async waitForLoadState() {
      await page.waitForFunction(() => [...document.images].every((it) => it.complete || it.loading === "lazy"));
    },

    async evaluate(call, argument) {
      const { value, error } = await ask("POST", "/execute/async", {
        script: `const [argument, done] = arguments;
          (async () => (${call})(argument))().then((value) => done({ value }), (it) => done({ error: String(it) }))`,
        args: [argument ?? null],
      });
      if (error) throw new Error(error);
      return value ?? undefined;
    },
    async waitForFunction(call, argument) {
      for (const end = Date.now() + PATIENCE_MS; ;) {
        // A page that is just going answers with an error.
        const value = await page.evaluate(call, argument).catch((error) => {
          if (Date.now() > end) throw error;
        });
        if (value) return;
        if (Date.now() > end) throw new Error(`it never came to be: ${call}`);
        await new Promise((done) => setTimeout(done, 50));
      }
    },

    screenshot: async () => Buffer.from(await ask("GET", "/screenshot"), "base64"),

    async setViewportSize({ width, height }) {
      // Of the window's size a part is the browser's own.
      const inner = () => page.evaluate(() => [innerWidth, innerHeight, outerWidth, outerHeight]);
      const [w, h, outerW, outerH] = await inner();
      await ask("POST", "/window/rect", { width: width + outerW - w, height: height + outerH - h });
      await page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height]);
    },

    mouse: {
      move: (x, y) => point({ type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y) }),
      down: () => point({ type: "pointerDown", button: 0 }),
      up: () => point({ type: "pointerUp", button: 0 }),
      async click(x, y) {
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.up();
      },
    },
    keyboard: {
      /** As playwright names them: "Control+c". */
      async press(keys) {
        const values = keys.split("+").map((key) => KEYS[key] ?? key);
        await act("key", "keyboard", [...values.map((value) => ({ type: "keyDown", value })),
          ...values.reverse().map((value) => ({ type: "keyUp", value }))]);
      },
    },
  };
  return page;
}

/** Starts WebKitWebDriver, and gives what asks it. */
async function startDriver(env) {
  const port = 20_000 + process.pid % 20_000;
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], { stdio: "ignore", env });
  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
  for (const end = Date.now() + PATIENCE_MS; ; await new Promise((done) => setTimeout(done, 50))) {
    if (await ask("GET", "/status").then(() => true, () => false)) break;
    if (driver.exitCode !== null || Date.now() > end) throw new Error("WebKitWebDriver does not start");
  }
  return { ask, async stop() {
    driver.kill();
    if (driver.exitCode === null && driver.signalCode === null) await once(driver, "exit");
  } };
}

/** WebKitGTK's own test browser. Each context is a driver with a session, and there is one at a time. */
async function launchWebKit() {
  const screen = await startScreen();
  return {
    async newContext({ viewport, colorScheme, deviceScaleFactor = 1 } = {}) {
      const { ask, stop } = await startDriver({ ...screen.env, GDK_SCALE: String(deviceScaleFactor),
        // The sandbox asks for user namespaces, which a container's root has not.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" });
      const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: {
        "webkitgtk:browserOptions": { binary: MINI_BROWSER,
          args: ["--automation", ...(colorScheme === "dark" ? ["--dark-mode"] : [])] },
        timeouts: { script: PATIENCE_MS },
      } } });
      return {
        async newPage() {
          const page = makePage((method, path, body) => ask(method, `/session/${sessionId}${path}`, body));
          if (viewport) await page.setViewportSize(viewport);
          return page;
        },
        close: () => ask("DELETE", `/session/${sessionId}`).finally(stop),
      };
    },
    close: async () => screen.close(),
  };
}

const STARTS = { chromium: launch, firefox: launchFirefox, webkit: launchWebKit };

/** Those to be tested, each a name and what starts it: all, or LECTERN_ENGINE alone. */
export const engines = Object.entries(STARTS)
  .filter(([name]) => !process.env.LECTERN_ENGINE || process.env.LECTERN_ENGINE === name);
