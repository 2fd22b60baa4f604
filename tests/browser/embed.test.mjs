// SPDX-License-Identifier: MIT
// An article in a partner's page: another origin and another site, in Chromium.
import assert from "node:assert/strict";
import { test } from "node:test";
import { countDrawing, drawing, settled, stillness, useSite } from "./kit.mjs";
import { hear, heard, usePartner } from "./partner.mjs";

const site = useSite();
const partner = usePartner();
const ARTICLE = "lighthouse";
const TALL = "<div style='height:3000px'>Far above.</div>";

const line = (attributes = "") => `<script async src="${site.url}/embed.js" data-article="${ARTICLE}" ${attributes}></script>`;
/** Opens a partner's page with that body. */
const open = (t, body, { headers, ...options } = {}) =>
  site.open(t, partner.page(body, headers), { wait: false, ...options });
/** The embedded page itself, in which the tests look as no partner can. */
async function frameOf(page) {
  await page.waitForFunction(() => document.querySelector("iframe")?.src);
  await hear(page, "ready");
  return (await page.locator("iframe").first().elementHandle()).contentFrame();
}
async function painted(page) {
  const frame = await frameOf(page);
  await frame.waitForFunction(() => globalThis.lectern); // once it is seen
  assert.equal(await settled(frame), "canvas", (await frame.evaluate(() => lectern.stats())).reason);
  return frame;
}
// Frames have no page.context; the kit's waits ask for it.
const boxOf = (page, selector = "iframe") => page.locator(selector).boundingBox();
const contentHeight = (frame) => frame.evaluate(() => document.querySelector(".stage").getBoundingClientRect().height);

test("a script tag becomes a frame as high as the article, which the canvas paints", async (t) => {
  const page = await open(t, `<h1>Partner</h1>${line("data-title='A lighthouse' style='display: block; height: 100vh'")}<p id="below">Below</p>`);
  const frame = await painted(page);
  const { height } = await boxOf(page);
  assert.ok(Math.abs(height - await contentHeight(frame)) <= 2, `${height} px`);
  assert.ok(height > 1500, "the whole article");
  assert.ok((await heard(page, "height")).length <= 2, "it settles in two messages");
  assert.equal(await page.evaluate(() => globalThis.shift), 0, "nothing moves in the partner's page");
  assert.equal(await page.locator("iframe").getAttribute("title"), "A lighthouse");
  assert.deepEqual(await page.evaluate(() => globalThis.thrown), []);
  assert.equal(await frame.locator("nav, header").count(), 0, "no site around it");
});

test("what is seen of a frame that is higher than the screen is painted while the partner's page scrolls", async (t) => {
  const page = await open(t, line());
  const frame = await painted(page);
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, 300);
  await page.waitForFunction(() => scrollY > 100); // a wheel over the frame is the partner's
  for (const share of [0.5, 0.9]) {
    await page.evaluate((share) => scrollTo(0, share * (document.body.scrollHeight - innerHeight)), share);
    await page.waitForTimeout(300);
    await stillness(frame);
    const { y } = await boxOf(page);
    const faults = await frame.evaluate(([top, bottom]) => [...document.querySelectorAll(".body p")].filter((it) => {
      const rect = it.getBoundingClientRect();
      return rect.top > top && rect.bottom < bottom && !it.classList.contains("on");
    }).map((it) => it.textContent.slice(0, 40)), [-y, -y + 800]);
    assert.deepEqual(faults, [], `at ${share}`);
  }
});

test("an embed that is quickly scrolled past draws nothing meanwhile", async (t) => {
  const page = await open(t, `${line("data-article='everything'")}${TALL}`.replace('data-article="lighthouse"', ""), { init: countDrawing });
  const frame = await painted(page);
  await stillness(frame);
  /** Scrolls some windows on; gives what was drawn, and the longest time without scrolling. */
  const scroll = async () => {
    const [, before] = await drawing(frame);
    const gap = await page.evaluate(async () => {
      let gap = 0;
      for (let from = scrollY, last = performance.now(); scrollY < from + 2500;) {
        scrollBy(0, 60);
        await new Promise((done) => requestAnimationFrame(done));
        gap = Math.max(gap, performance.now() - last);
        last = performance.now();
      }
      return gap;
    });
    return { drawn: (await drawing(frame))[1] - before, gap };
  };
  // On a busy machine a page may stand still between two frames as if the reader did.
  for (let left = 20; left; left--) {
    const { drawn, gap } = await scroll();
    await stillness(frame);
    const [, rested] = await drawing(frame);
    if (gap < 60) {
      assert.equal(drawn, 0, `a gap of ${gap} ms at most`);
      assert.ok(rested > 0);
      return;
    }
    await page.evaluate(() => scrollTo(0, 0));
    await stillness(frame);
  }
  assert.fail("the page scrolls");
});

test("lecternEmbed() and <lectern-article> do the same, come later, fire events, and go without a trace", async (t) => {
  const page = await open(t, `<script src="${site.url}/embed.js"></script><div id="box">Text that gives way</div>`);
  await page.evaluate(() => {
    globalThis.events = [];
    for (const type of ["ready", "height"]) {
      document.addEventListener(`lectern-${type}`, ({ target, detail }) => globalThis.events.push([type, target.localName, detail]));
    }
    globalThis.embed = lecternEmbed(document.querySelector("#box"), { article: "rainbow", title: "Rainbows" });
    const element = document.createElement("lectern-article");
    element.dataset.article = "lighthouse";
    document.body.append(element);
  });
  await page.waitForFunction(() => globalThis.events.filter(([type]) => type === "height").length >= 2);
  const events = await page.evaluate(() => globalThis.events);
  assert.deepEqual(events.filter(([type]) => type === "ready").map(([, name, { article }]) => [name, article]).sort(),
    [["div", "rainbow"], ["lectern-article", "lighthouse"]]);
  assert.equal(await page.locator("#box").innerText(), "", "a frame has taken the place of the text");

  await page.evaluate(() => {
    globalThis.embed.remove();
    document.querySelector("lectern-article").remove();
  });
  assert.equal(await page.locator("iframe").count(), 0);
  const extra = await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    return Object.getOwnPropertyNames(globalThis).filter((name) => !plain.has(name) && !/^(heard|thrown|failed|shift|events|embed)$/.test(name) && isNaN(name));
  });
  assert.deepEqual(extra, ["lecternEmbed"], "one global");
});

test("a bare frame needs no script: it scrolls inside, and says its height to who listens", async (t) => {
  const page = await open(t, `<iframe src="${site.url}/embed/${ARTICLE}/" width="640" height="400"></iframe>`);
  const frame = await painted(page);
  const { height } = await hear(page, "height");
  assert.ok(Math.abs(height - await contentHeight(frame)) <= 2);
  await page.mouse.move(300, 200);
  await page.mouse.wheel(0, 300);
  await frame.waitForFunction(() => scrollY > 200);
});

test("a frame far below that is told its size after its script has run says its height all the same", async (t) => {
  const late = () => {
    if (top === self) return;
    const { get } = Object.getOwnPropertyDescriptor(Element.prototype, "clientWidth");
    Object.defineProperty(Element.prototype, "clientWidth", { configurable: true, get() { return performance.now() < 1000 ? 0 : get.call(this); } });
  };
  const page = await open(t, `${TALL}<iframe src="${site.url}/embed/${ARTICLE}/" width="600"></iframe>`, { init: late });
  assert.ok((await hear(page, "height")).height > 1500);
});

test("an embed that is scrolled past is not loaded, one at which the reader stays or which they read past is", async (t) => {
  const opened = async () => {
    const page = await open(t, `${TALL}${line("data-reserve='600'")}${TALL}`);
    await page.locator("lectern-article a").waitFor();
    return page;
  };
  const frames = (page) => page.locator("iframe").count();
  /** Scrolls by so many px in each frame, for so long or to the end; gives the longest time without scrolling. */
  const scroll = (page, by, most = 60_000) => page.evaluate(async ([by, most]) => {
    let gap = 0;
    for (let from = performance.now(), last = from, now = from; now - from < most; last = now) {
      const before = scrollY;
      scrollBy(0, by);
      await new Promise((done) => requestAnimationFrame(done));
      if (scrollY === before) break;
      now = performance.now();
      gap = Math.max(gap, now - last);
    }
    return gap;
  }, [by, most]);
  // On a busy machine a page may stand still between two frames as if the reader did.
  let passed = null;
  for (let left = 20; left && !passed; left--) {
    const page = await opened();
    if (Math.max(await scroll(page, 300), await scroll(page, -300)) < 170) passed = page;
    else await page.close();
  }
  assert.ok(passed, "the page scrolls");
  await passed.waitForTimeout(500);
  assert.equal(await frames(passed), 0, "passed in both directions");
  await passed.evaluate(() => scrollTo(0, 1600)); // some way above it
  await scroll(passed, 1, 5000);
  assert.equal(await frames(passed), 1, "while one goes on slowly");
  const stayed = await opened();
  await stayed.evaluate(() => scrollTo(0, 2800));
  await stayed.locator("iframe").waitFor();
  await hear(stayed, "ready");
});

test("a fixed height scrolls inside, and passes the wheel on at its end", async (t) => {
  const page = await open(t, `${line("data-height='300'")}${TALL}`);
  const frame = await painted(page);
  assert.equal((await boxOf(page)).height, 300);
  await page.mouse.move(300, 200);
  await page.mouse.wheel(0, 200);
  await frame.waitForFunction(() => scrollY > 100);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await frame.evaluate(() => scrollTo(0, 1e6));
  // A wheel's turn goes to one of both until it rests.
  for (const end = Date.now() + 30_000; !(await page.evaluate(() => scrollY > 50)); ) {
    assert.ok(Date.now() < end, "the wheel is passed on");
    await page.waitForTimeout(700);
    await page.mouse.wheel(0, 200);
  }
});

test("a finger scrolls inside of a fixed height, and the partner's page from its end on", async (t) => {
  const page = await open(t, `${line("data-height='300'")}${TALL}`, { viewport: { width: 390, height: 700 }, hasTouch: true });
  const frame = await painted(page);
  const cdp = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints });
  const swipe = async () => {
    await touch("touchStart", { x: 150, y: 250 });
    for (let y = 240; y >= 50; y -= 10) await touch("touchMove", { x: 150, y });
    await touch("touchEnd");
  };
  await swipe();
  await frame.waitForFunction(() => scrollY > 50);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await frame.evaluate(() => scrollTo(0, 1e6));
  for (const end = Date.now() + 30_000; !(await page.evaluate(() => scrollY > 50)); await swipe()) assert.ok(Date.now() < end, "it is passed on");
});

test("nothing is asked for before the frame is near, or the button pressed", async (t) => {
  const asked = [];
  const page = await open(t, `${line("data-load='click' data-title='A lighthouse' data-reserve='200'")}${TALL}${line()}<p>Last</p>`, {
    route: [`${site.url}/**`, (route) => (asked.push(new URL(route.request().url()).pathname), route.continue())],
  });
  const button = page.getByRole("button", { name: /A lighthouse · Load the article from 127/ });
  await button.waitFor();
  assert.equal((await button.boundingBox()).height, 200);
  await page.waitForTimeout(500);
  assert.deepEqual(asked.filter((path) => path !== "/embed.js"), []);
  await page.evaluate(() => scrollTo(0, 1800)); // within a window's height of it
  await page.waitForFunction(() => document.querySelectorAll("iframe").length === 1);
  await page.evaluate(() => scrollTo(0, 0));
  await button.click();
  await page.waitForFunction(() => document.querySelectorAll("iframe").length === 2);
  assert.ok(await page.evaluate(() => document.activeElement.localName === "iframe"), "a press moves the focus along");
});

test("compact and card have the heights that they are given before they are there, and load no viewer", async (t) => {
  const asked = [];
  const page = await open(t, `${line("data-form='card'")}${line("data-form='compact'")}<p>Below</p>`, {
    route: [`${site.url}/**`, (route) => (asked.push(route.request().url()), route.continue())],
  });
  await page.waitForFunction(() => globalThis.heard.filter(({ type }) => type === "height").length === 2);
  const heights = await page.evaluate(() => [...document.querySelectorAll("iframe")].map((it) => it.getBoundingClientRect().height));
  assert.deepEqual(heights, [160, 480]);
  const frames = page.frames().slice(1);
  for (const frame of frames) assert.ok(await frame.getByRole("link", { name: "The Lectern Reader" }).isVisible());
  assert.ok(!asked.some((url) => url.endsWith(".wasm")));
});

const inSandbox = (sandbox, more = "", hash = "") =>
  `<iframe sandbox="${sandbox}" src="${site.url}/embed/${ARTICLE}/${hash}" width="600" height="400" ${more}></iframe>`;

test("in an opaque origin the HTML is read, its height is told in WordPress's form too, and a mood holds for the visit", async (t) => {
  const page = await open(t, inSandbox("allow-scripts", "", "#?secret=aB3dE6gH9j"), { expected: /./ });
  const frame = await frameOf(page);
  const { height } = await hear(page, "height");
  const wordpress = await page.evaluate(() => globalThis.heard.filter(({ message }) => message === "height"));
  assert.deepEqual(wordpress.map(({ value, secret, origin }) => [value, secret, origin]), [[height, "aB3dE6gH9j", "null"]]);
  assert.equal(await frame.evaluate(() => document.documentElement.dataset.view), "html");
  assert.match(await frame.locator("article").innerText(), /chart prints each rhythm/);
  const sad = frame.getByRole("button", { name: "Sad" });
  await sad.click();
  assert.equal(await sad.getAttribute("aria-pressed"), "true");
  assert.match(await frame.locator(".moods [role=status]").innerText(), /Kept for this visit only/);
  assert.equal((await hear(page, "mood")).mood, "sad");
  await sad.click();
  assert.equal(await sad.getAttribute("aria-pressed"), "false");
  assert.equal((await heard(page, "mood")).at(-1).mood, null);
  await frame.getByRole("link", { name: "The Lectern Reader" }).click();
  const { value } = await page.evaluate(() => globalThis.heard.find(({ message }) => message === "link"));
  assert.equal(value, `${site.url}/a/${ARTICLE}/`, "WordPress is asked to go to the whole article");
});

test("where storage is denied or never answers, a mood holds for the visit and the article is painted", async (t) => {
  for (const [what, init] of [
    ["denied", () => Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("no", "SecurityError"); } })],
    ["never answers", () => (indexedDB.open = () => ({}))],
  ]) {
    await t.test(what, async (t) => {
      const page = await open(t, line(), { init });
      const frame = await painted(page);
      await frame.getByRole("button", { name: "Happy" }).click();
      assert.equal((await hear(page, "mood")).mood, "happy");
      await frame.getByText("Kept for this visit only").waitFor();
    });
  }
});

test("keys: Tab goes in and out in order, Escape gives the focus back, and nothing takes it by itself", async (t) => {
  const page = await open(t, `<button id="before">Before</button>${line("data-form='card'")}<button id="after">After</button>`);
  const frame = await frameOf(page);
  const active = () => page.evaluate(() => document.activeElement.id || document.activeElement.localName);
  assert.equal(await active(), "body");
  await page.focus("#before");
  // On its way from one process to the other the focus is nowhere.
  const landed = async () => {
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      const it = await active();
      if (it !== "body" && (it !== "iframe" || await frame.evaluate(() => document.activeElement !== document.body))) return it;
    }
  };
  const way = [];
  for (let i = 0; i < 12 && way.at(-1) !== "after"; i++) {
    await page.keyboard.press("Tab");
    way.push(await landed());
  }
  assert.deepEqual([...new Set(way)], ["iframe", "after"]);
  await page.keyboard.press("Shift+Tab");
  assert.equal(await landed(), "iframe");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.localName !== "iframe");
  await page.keyboard.press("Tab");
  assert.equal(await active(), "after", "and Tab goes on from there");
});

test("links open a tab of their own, or are the partner's to open", async (t) => {
  const page = await open(t, `<h1>Partner</h1>${line("data-navigate='parent'")}`);
  const frame = await painted(page);
  const link = frame.getByRole("link", { name: "Oceans desk" });
  await page.evaluate(() => document.addEventListener("lectern-navigate", (event) => {
    globalThis.went = event.detail.url;
    event.preventDefault();
  }));
  await link.click();
  await page.waitForFunction(() => globalThis.went);
  assert.equal(await page.evaluate(() => globalThis.went), `${site.url}/author/oceans-desk/`);
  assert.equal(page.context().pages().length, 1);
  // The theme shows that both have come.
  await page.evaluate(() => document.querySelector("lectern-article").set({ navigate: "tab", theme: "dark" }));
  await frame.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  const [tab] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
  await tab.waitForURL(`${site.url}/author/oceans-desk/`);
});

test("a press of a footnote brings the partner's page there; nothing else scrolls it", async (t) => {
  const page = await open(t, `<div style="height:500px">Above</div>
    <script async src="${site.url}/embed.js" data-article="everything"></script>`);
  const frame = await painted(page);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await frame.evaluate(() => {
    scrollTo(0, 500);
    parent.postMessage({ lectern: 1, type: "navigate", url: location.href, top: 900 }, "*");
  });
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => scrollY), 0, "no press, no way");
  await frame.locator(".footnote-ref a").first().click();
  await page.waitForFunction(() => scrollY > 500);
  const { y } = await boxOf(page);
  const top = await frame.evaluate(() => document.querySelector(document.querySelector(".footnote-ref a").hash).getBoundingClientRect().top);
  assert.ok(y + top >= 0 && y + top < 780, `the note is at ${y + top}`);
});

test("five embeds are painted, share their files, and draw nothing while they are read", async (t) => {
  const five = ["lighthouse", "rainbow", "beaufort-scale", "why-bread-rises", "kilogram"];
  const page = await open(t, five.map(() => line("data-height='150'")).join(""), { init: countDrawing });
  await page.waitForFunction(() => globalThis.heard.filter(({ type }) => type === "ready").length === 5);
  const frames = page.frames().slice(1);
  for (const frame of frames) {
    await frame.waitForFunction(() => globalThis.lectern);
    assert.equal(await settled(frame), "canvas");
  }
  const paid = (await Promise.all(frames.map((frame) => frame.evaluate(() => performance.getEntriesByType("resource")
    .filter(({ name, transferSize }) => /\/_\/.*\.(wasm|js|css)$/.test(name) && transferSize > 0).map(({ name }) => name))))).flat();
  assert.ok(paid.some((name) => name.endsWith(".wasm")));
  assert.deepEqual(paid.filter((name, i) => paid.indexOf(name) < i), [], "what one has paid for the others have for nothing");
  for (const frame of frames) await stillness(frame); // late pictures
  const before = await Promise.all(frames.map(drawing));
  await page.waitForTimeout(2000);
  assert.deepEqual(await Promise.all(frames.map(drawing)), before);
});

test("progress is told by quarters as the reader comes to them", async (t) => {
  const page = await open(t, line());
  await painted(page);
  for (const share of [0.5, 1]) {
    await page.evaluate((share) => scrollTo(0, share * document.body.scrollHeight), share);
    await page.waitForTimeout(200);
  }
  await page.waitForFunction(() => globalThis.heard.some(({ progress }) => progress === 1));
  const all = (await heard(page, "progress")).map(({ progress }) => progress);
  assert.deepEqual(all, [...new Set(all)].sort(), "each once, and in order");
});

test("a container that grows, one that hides, one that is turned", async (t) => {
  const page = await open(t, `<div id="box" style="width:400px">${line()}</div>`);
  const frame = await painted(page);
  const narrow = (await boxOf(page)).height;
  await page.evaluate(() => (document.querySelector("#box").style.width = "700px"));
  await page.waitForFunction((before) => document.querySelector("iframe").getBoundingClientRect().height < before - 100, narrow);
  await stillness(frame); // a second message may follow
  await page.evaluate(() => (document.querySelector("#box").style.display = "none"));
  await page.waitForTimeout(300);
  const count = (await heard(page, "height")).length;
  await page.evaluate(() => (document.querySelector("#box").style.cssText = "width:700px;transform:rotate(3deg) scale(0.9)"));
  await stillness(frame);
  const box = await page.evaluate(() => document.querySelector("iframe").offsetHeight);
  assert.ok(Math.abs(box - await contentHeight(frame)) <= 2);
  assert.ok((await heard(page, "height")).length <= count + 1, "it did not send what a hidden frame has");
});

test("Escape gives the focus of a bare frame back too", async (t) => {
  const page = await open(t, `<iframe src="${site.url}/embed/${ARTICLE}/" width="640" height="400"></iframe>`);
  await frameOf(page);
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.activeElement.localName === "iframe");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.localName === "body");
});

test("the button Embed gives the line that shows the article, with a preview and choices", async (t) => {
  const page = await site.open(t, `a/${ARTICLE}/`);
  await page.getByRole("button", { name: "Embed" }).click();
  const dialog = page.getByRole("dialog", { name: "Embed" });
  const code = dialog.getByRole("textbox");
  await page.waitForFunction(() => /padding-top:/.test(document.querySelector("dialog textarea")?.value));
  assert.match(await code.inputValue(), new RegExp(`^<script async src="${site.url}/embed\\.js" data-article="lighthouse" data-title="How a lighthouse signs its name" style="display:block;padding-top:calc\\(\\d{4}px [^"]+\\)"></script>$`));
  const preview = page.frames().find((it) => it.url().includes("/embed/"));
  await preview.getByText("chart prints each rhythm").first().waitFor();
  await dialog.getByLabel("form").selectOption("card");
  await dialog.getByLabel("theme").selectOption("dark");
  await page.waitForFunction(() => /:160px/.test(document.querySelector("dialog textarea")?.value));
  assert.match(await code.inputValue(), / data-form="card" data-theme="dark" style="display:block;padding-top:160px">/);
  // The line does what it says.
  const other = await open(t, await code.inputValue());
  await hear(other, "height");
  assert.equal((await boxOf(other)).height, 160);
  await page.keyboard.press("Escape");
  assert.equal(await dialog.count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Embed", "the focus is where it was");
});

test("the line that the button gives keeps the article's place at any width, and nothing moves where its end is looked at", async (t) => {
  for (const article of [ARTICLE, "everything", "star-names", "seven-constants"]) {
    const written = await site.open(t, `a/${article}/`);
    await written.getByRole("button", { name: "Embed" }).click();
    await written.waitForFunction(() => /padding-top:/.test(document.querySelector("dialog textarea")?.value));
    const code = await written.evaluate(() => document.querySelector("dialog textarea")?.value);
    await written.close();
    for (const width of [320, 480, 768, 1200]) {
      const page = await open(t, `${TALL}<div style="width:${width}px">${code}</div><p id="below">Below</p>${TALL}`, { expected: /./ });
      await page.locator("lectern-article a").waitFor();
      const before = await page.evaluate(() => {
        const below = document.querySelector("#below");
        scrollBy(0, below.getBoundingClientRect().top - 600);
        return below.getBoundingClientRect().top;
      });
      const frame = await frameOf(page);
      await hear(page, "height");
      await frame.waitForFunction(() => globalThis.lectern); // a smaller script tells the height
      await stillness(frame);
      const [shift, after, kept] = await page.evaluate(() => [globalThis.shift, document.querySelector("#below").getBoundingClientRect().top,
        document.querySelector("iframe").offsetHeight]);
      const real = await contentHeight(frame);
      assert.equal(shift, 0, `${article} at ${width} px`);
      assert.ok(Math.abs(after - before) < 3, `${article} at ${width} px: what is below moved from ${before} to ${after}`);
      assert.ok(kept > real - 3 && kept < 1.06 * real, `${article} at ${width} px: ${kept} px are kept for ${real}`);
      await page.close();
    }
  }
});

test("a partner's design reaches the canvas and the card, and what is hard to read is said in the console", async (t) => {
  const page = await open(t, `${line()}${line("data-form='card' data-tokens='{\"paper\":\"#204060\",\"ink\":\"#ffffff\",\"radius\":1,\"serif\":\"Probe, serif\",\"title-weight\":300,\"title-size\":99,\"meta-face\":\"mono\"}'")}`);
  const warnings = [];
  page.on("console", (message) => /contrast/.test(message.text()) && warnings.push(message.text()));
  const frame = await painted(page);
  const before = await contentHeight(frame);
  await page.evaluate(() => document.querySelector("lectern-article").set({ tokens: { paper: "#fff4e0", ink: "#e8d8c0", "body-size": 1.5, nonsense: "}" } }));
  await page.waitForFunction((before) => document.querySelector("iframe").getBoundingClientRect().height > before + 100, before);
  assert.equal(await settled(frame), "canvas");
  assert.equal(await frame.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--paper").trim()), "#fff4e0");
  while (!warnings.some((it) => /ink on paper has a contrast of 1\.\d:1/.test(it))) await page.waitForTimeout(50);
  await page.evaluate(() => document.querySelector("lectern-article:last-of-type").scrollIntoView());
  await page.waitForFunction(() => document.querySelectorAll("iframe").length === 2);
  const card = page.frames().find((it) => it.url().includes("form=card"));
  await card.waitForFunction(() => getComputedStyle(document.querySelector(".stage")).backgroundColor === "rgb(32, 64, 96)");
  assert.deepEqual(await card.evaluate(() => {
    const style = (selector) => getComputedStyle(document.querySelector(selector));
    const { fontFamily, fontSize, fontWeight } = style(".title");
    return [fontFamily, fontSize, fontWeight, style(".stage").borderRadius, /mono/i.test(style(".source-line").fontFamily)];
  }), ["Probe, serif", "27px", "300", "32px", true], "faces, type, sizes as far as they fit, and the radius");
});
