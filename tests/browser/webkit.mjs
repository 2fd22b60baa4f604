// SPDX-License-Identifier: MIT
// WebKitGTK's test browser. It only speaks classic WebDriver (W3C), a dozen requests of JSON: what is here
// looks like the part of playwright's browser and page that the tests use.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askAtSpi } from "./accessible.mjs";
import { startDesktop } from "./desktop.mjs";

const PATIENCE_MS = 60_000; // of a busy machine
const MINI_BROWSER = process.env.LECTERN_WEBKIT || "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

// The code points that stand for keys, WebDriver 17.4.2.
const KEYS = { Tab: "\ue004", Enter: "\ue007", Shift: "\ue008", Control: "\ue009", Escape: "\ue00c", End: "\ue010", ArrowRight: "\ue014", ArrowDown: "\ue015", Space: " " };

// The same for xdotool, of those that tests hold down.
const HELD = { Control: "ctrl", Shift: "shift", Alt: "alt" };
const BUTTONS = { left: 1, middle: 2, right: 3 };
const ZOOM_STEP = 1.2; // of a press of Control and +

/**
 * A page of a WebDriver session.
 * @param {(method: string, path: string, body?: object) => Promise<any>} ask
 * @param {(...args: (string | number)[]) => Promise<string>} hand
 */
function makePage(ask, hand) {
  let window = "";
  const findWindow = async () => (window ||= (await hand("search", "--onlyvisible", "--name", ".")).split("\n").at(-1));
  let held = 0;
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
    /** Else nothing in it counts as focused to its styles. */
    async bringToFront() {
      await hand("windowfocus", "--sync", await findWindow());
      await page.waitForFunction(() => document.hasFocus());
    },
    async goBack() {
      await ask("POST", "/back", {});
    },
    async reload() {
      await page.evaluate(() => (globalThis.isOld = true));
      await ask("POST", "/refresh", {});
      await page.waitForFunction(() => !globalThis.isOld && document.readyState === "complete");
    },
    async evaluate(call, argument) {
      if (typeof call === "string") return void await ask("POST", "/execute/sync", { script: call, args: [] });
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
      async click(x, y, { clickCount = 1, button = "left" } = {}) {
        if (held || button !== "left") {
          // The driver knows one button, and no keys with it.
          const [left, top] = await page.evaluate(() => [screenX, screenY + outerHeight - innerHeight]);
          return void await hand("mousemove", Math.round(left + x), Math.round(top + y), "click", BUTTONS[button]);
        }
        await page.mouse.move(x, y);
        const press = [{ type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
        await point(...Array(clickCount).fill(press).flat());
      },
    },
    keyboard: {
      down: (key) => (held++, hand("keydown", HELD[key])),
      up: (key) => (held--, hand("keyup", HELD[key])),
      /** As playwright names them: "Control+c". */
      async press(keys) {
        const values = keys.split("+").map((key) => KEYS[key] ?? key);
        await act("key", "keyboard", [...values.map((value) => ({ type: "keyDown", value })),
          ...values.reverse().map((value) => ({ type: "keyUp", value }))]);
      },
    },

    async hide(so) {
      await hand(so ? "windowunmap" : "windowmap", await findWindow());
    },
    /** The page's zoom, or the text's alone in a context with `zoomsText`: a power of ZOOM_STEP. */
    async zoom(factor) {
      await page.bringToFront();
      await hand("key", "ctrl+0", ...Array(Math.round(Math.log(factor) / Math.log(ZOOM_STEP))).fill("ctrl+plus"));
    },
    /** The addresses of the browser's tabs. */
    async addresses() {
      const mine = await ask("GET", "/window");
      const all = [];
      for (const handle of await ask("GET", "/window/handles")) {
        await ask("POST", "/window", { handle });
        all.push(await ask("GET", "/url"));
      }
      await ask("POST", "/window", { handle: mine });
      return all;
    },
  };
  return page;
}

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Starts WebKitWebDriver, and gives what asks it. */
async function startDriver(env) {
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], { stdio: "ignore", env });
  const ask = async (method, path, body, patience = 5 * PATIENCE_MS) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`,
      { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(patience) });
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

/**
 * A folder of a reader's settings: of GTK, and of the browser's own.
 * @param {{ contrast?: string, reducedMotion?: string, minimumFontSize?: number, zoomsText?: boolean }} settings
 */
async function writeSettings({ contrast, reducedMotion, minimumFontSize = 0, zoomsText = false }) {
  const folder = await mkdtemp(join(tmpdir(), "lectern-settings-"));
  await mkdir(join(folder, "gtk-3.0"));
  await writeFile(join(folder, "gtk-3.0/settings.ini"), `[Settings]
gtk-enable-animations=${reducedMotion === "reduce" ? 0 : 1}
gtk-theme-name=${contrast === "more" ? "HighContrast" : "Adwaita"}
`);
  await writeFile(join(folder, "browser"), `[websettings]
minimum-font-size=${minimumFontSize}
zoom-text-only=${zoomsText}
`);
  return folder;
}

/** Each context is a driver with a session, and there is one at a time. */
export async function launchWebKit() {
  const desktop = await startDesktop();
  return {
    async newContext({ viewport, colorScheme, deviceScaleFactor = 1, ...settings } = {}) {
      const folder = await writeSettings(settings);
      const start = async () => {
        const driver = await startDriver({ ...desktop.env, GDK_SCALE: String(deviceScaleFactor),
          XDG_CONFIG_HOME: folder,
          // The sandbox asks for user namespaces, which a container's root has not.
          WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" });
        try {
          return { ...driver, ...await driver.ask("POST", "/session", { capabilities: { alwaysMatch: {
            "webkitgtk:browserOptions": { binary: MINI_BROWSER, args: ["--automation", `--config=${join(folder, "browser")}`,
              ...(colorScheme === "dark" ? ["--dark-mode"] : [])] },
            timeouts: { script: PATIENCE_MS },
          } } }, PATIENCE_MS) };
        } catch (error) {
          await driver.stop();
          throw error;
        }
      };
      // Now and then the browser does not come up, and the driver never answers: no page was seen by then.
      const { ask, stop, sessionId } = await start().catch(start);
      return {
        async newPage() {
          const page = makePage((method, path, body) => ask(method, `/session/${sessionId}${path}`, body), desktop.hand);
          if (viewport) await page.setViewportSize(viewport);
          return page;
        },
        close: () => ask("DELETE", `/session/${sessionId}`).finally(stop).finally(() => rm(folder, { recursive: true, force: true })),
      };
    },
    accessibleTree: askAtSpi(desktop),
    env: desktop.env,
    close: async () => desktop.close(),
  };
}
