// SPDX-License-Identifier: MIT
// The three engines that the common tests run in. Chromium and Firefox come by playwright, the latter over
// WebDriver BiDi, since it is Debian's own. WebKitGTK only speaks classic WebDriver (W3C), a dozen
// requests of JSON: what is here looks like the part of playwright's browser and page that the tests use.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { firefox } from "playwright-core";
import { launch, root } from "./kit.mjs";

const PATIENCE_MS = 60_000; // of a busy machine
const MINI_BROWSER = process.env.LECTERN_WEBKIT || "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/** Starts a server that prints its address as its first line: { address, kill }. @param {string[]} args */
async function startServer(command, args, env) {
  const server = spawn(command, args, { env, stdio: ["ignore", "pipe", "ignore"] });
  for await (const address of createInterface({ input: server.stdout })) return { address, kill: () => server.kill() };
  throw new Error(`${command} does not start`);
}

/**
 * A desktop for browsers that need one: a screen without a window manager, and a message bus for assistive
 * technology: { env, close }.
 */
async function startDesktop() {
  // Else the sockets of two desktops are one.
  const folder = await mkdtemp(join(tmpdir(), "lectern-desktop-"));
  const env = { ...process.env, XDG_RUNTIME_DIR: folder, GNOME_ACCESSIBILITY: "1", LIBGL_ALWAYS_SOFTWARE: "1" };
  const [screen, bus] = await Promise.all([
    startServer("Xvfb", ["-displayfd", "1", "-screen", "0", "3200x2200x24", "-nolisten", "tcp"], env),
    startServer("dbus-daemon", ["--session", "--print-address", "--nofork"], env),
  ]);
  return {
    env: { ...env, DISPLAY: `:${screen.address}`, DBUS_SESSION_BUS_ADDRESS: bus.address },
    close: () => (screen.kill(), bus.kill(), rm(folder, { recursive: true, force: true })),
  };
}

/** One thing that assistive technology finds. @typedef {{ role: string, name: string, text: string, state: string }} Found */

// Roles by ARIA's names, as AT-SPI calls them in two browsers.
const ROLES = { "list item": "listitem", "column header": "columnheader", "row header": "rowheader", "table cell": "cell",
  "push button": "button", "toggle button": "button", "block quote": "blockquote", "check box": "checkbox", static: "text" };
const WITH_TEXT = new Set(["paragraph", "heading", "listitem", "text", "caption", "cell", "columnheader", "section"]);

/** What a screen reader finds in a page, in reading order, over AT-SPI. @returns {Promise<Found[]>} */
const askAtSpi = (desktop) => async (page) => {
  const address = await page.evaluate(() => location.href);
  const { stdout } = await promisify(execFile)("/usr/bin/python3",
    [join(root, "tests/browser/accessible_tree.py"), address], { env: desktop.env, maxBuffer: 2 ** 26 });
  return stdout.trim().split("\n").map((line) => JSON.parse(line)).map(([, found, name, whole, states, level]) => {
    const role = ROLES[found] ?? found;
    const text = WITH_TEXT.has(role) ? whole.replace(/\s+/g, " ").trim() : "";
    // An item's name is made of what is in it.
    return { role, name: role === "listitem" ? "" : name, text: /^[\ufffc ]*$/.test(text) ? "" : text, state: [...states, level].join(" ").trim() };
  }).filter(({ role, text, name }) => role !== "section" || text || name); // boxes that mean nothing
};

/** The same of Chromium, which tells its own tree. @returns {Promise<Found[]>} */
async function askChromium(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = (node) => [node, ...(node.childIds ?? []).flatMap((id) => inOrder(byId.get(id)))];
  const all = inOrder(nodes[0]).filter(({ ignored, role }) => !ignored && !/^(generic|none|InlineTextBox)$/.test(role.value))
    .map(({ role, name, properties = [] }) => {
      const property = (wanted) => properties.find((it) => it.name === wanted)?.value.value;
      const isText = role.value === "StaticText";
      return { role: isText ? "text" : role.value, name: isText ? "" : name?.value ?? "", text: isText ? name.value : "",
        state: ["pressed", "expanded", "checked"].filter((it) => String(property(it)) === "true").concat(property("level") ?? []).join(" ") };
    });
  // A text between elements is one, whatever number of nodes it has.
  return all.flatMap((it, i) => {
    if (it.role !== "text") return [it];
    if (all[i - 1]?.role === "text") return [];
    let end = i;
    while (all[end + 1]?.role === "text") end++;
    const text = all.slice(i, end + 1).map((one) => one.text).join("").replace(/\s+/g, " ").trim();
    return text ? [{ ...it, text }] : [];
  });
}

/** What ends with a browser ends after it. */
function closing(browser, end) {
  const close = browser.close.bind(browser);
  browser.close = () => close().finally(end);
  return browser;
}

async function launchFirefox() {
  const desktop = await startDesktop();
  const browser = await firefox.launch({
    channel: "moz-firefox", // the release as it is, not playwright's own
    executablePath: process.env.LECTERN_FIREFOX || "/usr/bin/firefox-esr",
    headless: false, // there it has no WebGL
    env: desktop.env,
    firefoxUserPrefs: { "webgl.force-enabled": true, "gfx.webrender.software": true },
  });
  return Object.assign(closing(browser, desktop.close), { accessibleTree: askAtSpi(desktop), env: desktop.env });
}

// The code points that stand for keys, WebDriver 17.4.2.
const KEYS = { Tab: "\ue004", Enter: "\ue007", Shift: "\ue008", Control: "\ue009", End: "\ue010", ArrowRight: "\ue014", ArrowDown: "\ue015", Space: " " };

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
      async click(x, y, { clickCount = 1 } = {}) {
        await page.mouse.move(x, y);
        const press = [{ type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
        await point(...Array(clickCount).fill(press).flat());
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
  const desktop = await startDesktop();
  return {
    async newContext({ viewport, colorScheme, deviceScaleFactor = 1 } = {}) {
      const { ask, stop } = await startDriver({ ...desktop.env, GDK_SCALE: String(deviceScaleFactor),
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
    accessibleTree: askAtSpi(desktop),
    env: desktop.env,
    close: async () => desktop.close(),
  };
}

// Without the flag its tree lacks what is far from the window.
const launchChromium = async () =>
  Object.assign(await launch(["--force-renderer-accessibility"]), { accessibleTree: askChromium });

/** The three with a window on a screen, where keys can be pressed as a person does: `env` has the screen. */
export async function launchOnScreen(name) {
  if (name !== "chromium") return STARTS[name]();
  const desktop = await startDesktop();
  const browser = await launch([], { headless: false, env: desktop.env });
  return Object.assign(closing(browser, desktop.close), { env: desktop.env });
}

const STARTS = { chromium: launchChromium, firefox: launchFirefox, webkit: launchWebKit };

/** Those to be tested, each a name and what starts it: all, or LECTERN_ENGINE alone. */
export const engines = Object.entries(STARTS)
  .filter(([name]) => !process.env.LECTERN_ENGINE || process.env.LECTERN_ENGINE === name);
