// SPDX-License-Identifier: MIT
// The three engines that the common tests run in. Their pages look as playwright's, and have these beside:
//   hide(so)       another tab or window in its place, and back: Firefox and WebKit
//   zoom(factor)   as by the browser's own keys; in WebKit the text's alone in a context with `zoomsText`
//   zoomText       Firefox
//   addresses()    of all tabs
// Colours, contrast, motion and a smallest size of text can be asked for when a page is opened, in Chromium and
// Firefox also later (`emulateMedia`).
import { askChromium } from "./accessible.mjs";
import { closing, startDesktop } from "./desktop.mjs";
import { launchFirefox } from "./firefox.mjs";
import { launch } from "./kit.mjs";
import { launchWebKit } from "./webkit.mjs";

/** What playwright has no name for in Chromium. */
function complete(browser) {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    const newPage = context.newPage.bind(context);
    context.newPage = async () => {
      const page = await newPage();
      return Object.assign(page, {
        // To a page that is what zoom is: more px of the screen for one, in a smaller window.
        async zoom(factor) {
          const { width, height } = page.viewportSize();
          const session = await context.newCDPSession(page);
          await session.send("Emulation.setDeviceMetricsOverride", { mobile: false, deviceScaleFactor: factor,
            width: Math.round(width / factor), height: Math.round(height / factor) });
        },
        addresses: async () => context.pages().map((it) => it.url()),
      });
    };
    return context;
  };
  return browser;
}

// Without the flag its tree lacks what is far from the window.
const launchChromium = async () =>
  Object.assign(complete(await launch(["--force-renderer-accessibility"])), { accessibleTree: askChromium });

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

/** Whether the tests that Chromium alone can run are asked for. */
export const withChromium = engines.some(([name]) => name === "chromium");
