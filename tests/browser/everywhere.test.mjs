// SPDX-License-Identifier: MIT
// What every engine must do, Chromium, Firefox and WebKit alike. What only playwright can ask of a browser
// stands in the other files.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { altered } from "./altered.mjs";
import { engines } from "./engines.mjs";
import { compareLines, countDrawing, difference, drawing, inkOf, lines, picture, settled, showText, stats, stillness, unseen, useSite } from "./kit.mjs";

const ARTICLE = "a/lighthouse/";
const WINDOW = { width: 1000, height: 700 };

/** The box of an element, put into the window's middle: the first of a selector, with a text if one is named. */
async function boxOf(page, selector, text = "") {
  const box = await page.evaluate(async ([selector, text]) => {
    const element = [...document.querySelectorAll(selector)].find((it) => it.textContent.includes(text));
    element.scrollIntoView({ block: "center", behavior: "instant" });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  }, [selector, text]);
  return { ...box, middle: [box.x + box.width / 2, box.y + box.height / 2] };
}

/** Presses so many times in quick succession: again where a busy machine was too slow for them to count as one. */
async function pressQuickly(page, x, y, count) {
  await page.evaluate(() => addEventListener("click", ({ detail }) => (globalThis.presses = detail)));
  for (let left = 5; left; left--) {
    await page.mouse.click(x, y, { clickCount: count });
    if (await page.evaluate(() => globalThis.presses) === count) return;
    await new Promise((done) => setTimeout(done, 2000)); // lest these count with the next
  }
  assert.fail(`${count} presses never counted as one`);
}

const isCanvas = () => document.documentElement.dataset.view === "canvas" && !!document.querySelector(".on");

/** The title and the last words can be seen. */
async function assertReadable(page, what) {
  for (const selector of ["h1", ".body > p:last-of-type"]) {
    const box = await boxOf(page, selector);
    assert.ok(inkOf(await picture(page), box) > 0.02, `${what}: ink in ${selector}`);
  }
}

// Resolution of the screen and zoom of the page, a pair of each: to the page it is the product, in a
// smaller window. WebKitGTK takes whole ones.
const SCALES = [[1, 0.67], [1.25, 3], [2, 1], [2, 1.5], [3, 1.25]];

const told = (compared, worst) => `${compared} lines, at most ${worst.map((it) => it.toFixed(3)).join(", ")} px ` +
  "off at the left, right and top";

const pressed = () => document.querySelector(".mood-button[aria-pressed=true]")?.textContent;

for (const [name, start] of engines) {
  describe(name, () => {
    const site = useSite({ start });
    const open = (t, path = ARTICLE, options = {}) => site.open(t, path, { viewport: WINDOW, ...options });

    test("an article opens on the canvas, with ink where lines() says and no text but that", async (t) => {
      const page = await open(t);
      assert.equal(await page.evaluate(() => lectern.ready), "canvas", (await stats(page)).reason);
      await page.evaluate(() => {
        document.querySelector(".room").style.display = "none"; // it lies over the text
        scrollTo(0, 600);
      });
      await stillness(page);
      const texts = await page.evaluate(unseen);
      assert.deepEqual(texts.faults, []);
      assert.ok(texts.painted > 3);
      const seen = (await lines(page)).map((line) => ({ ...line, y: line.y - 600 }))
        .filter((line) => line.y > 0 && line.y + line.height < WINDOW.height);
      assert.ok(seen.length > 5);
      const painted = await picture(page);
      for (const line of seen) assert.ok(inkOf(painted, line) > 0.03, `"${line.text}" has ink`);
      await page.evaluate(() => new Promise((done) => {
        document.querySelector("#lectern-canvas").toggleAttribute("hidden", true);
        requestAnimationFrame(() => requestAnimationFrame(done)); // a picture may be of the frame before
      }));
      const bare = await picture(page);
      const { view: now, reason } = await stats(page);
      for (const line of seen) assert.equal(inkOf(bare, line), 0, `"${line.text}" is the canvas's (${now} ${reason})`);
    });

    for (const id of ["everything", "many-scripts"]) {
      test(`each line of ${id} is where the browser has it, in a window of one size and another`, async (t) => {
        const page = await open(t, `a/${id}/`);
        let total = 0;
        let most = [0, 0, 0];
        for (const size of [WINDOW, { width: 520, height: 700 }]) {
          await page.setViewportSize(size);
          for (let y = 0, end = 1; y < end; y += 3 * size.height) {
            await page.evaluate((y) => scrollTo(0, y), y);
            await stillness(page);
            assert.equal(await page.evaluate(isCanvas), true);
            const { faults, compared, worst } = await compareLines(page, 0.5, 1);
            assert.deepEqual(faults, []);
            total += compared;
            most = most.map((it, i) => Math.max(it, worst[i]));
            end = await page.evaluate(() => document.documentElement.scrollHeight);
          }
        }
        t.diagnostic(told(total, most));
        assert.ok(total > 100, `${total} lines compared`);
      });
    }

    test("a line that ends within a word has a hyphen, painted and in the HTML, and in nothing that is copied", async (t) => {
      const page = await open(t, "a/hyphens/", { viewport: { width: name === "webkit" ? 500 : 360, height: 900 } }); // its window is as wide at least
      const { faults, compared } = await compareLines(page, 0.5, 1);
      assert.deepEqual(faults, []);
      const parted = (await lines(page)).filter((line) => line.hyphen);
      assert.ok(compared > 10 && parted.length > (name === "webkit" ? 0 : 3), `${parted.length} of ${compared} lines`);
      const behind = ({ x, y, width, height, hyphen }) => ({ x: x + width, y, width: hyphen + 1, height });
      const painted = await picture(page);
      for (const line of parted) assert.ok(inkOf(painted, behind(line)) > 0.01, `"${line.text}" has a hyphen`);
      await page.evaluate(showText);
      assert.ok(difference(painted, await picture(page)) < 0.015, "as the HTML has it");
      const words = await page.evaluate(() => {
        addEventListener("copy", ({ clipboardData }) => (globalThis.copied = clipboardData.getData("text/plain")));
        const [text] = document.querySelectorAll(".body p");
        getSelection().selectAllChildren(text);
        return text.textContent;
      });
      assert.ok(words.includes("Donau\u00ADdampf\u00ADschiff"), "the text is the article's");
      await page.keyboard.press("Control+c");
      await page.waitForFunction(() => globalThis.copied);
      const copied = await page.evaluate(() => globalThis.copied);
      assert.equal(copied.replace(/\s+/g, " ").trim(), words.replaceAll("\u00AD", "").replace(/\s+/g, " ").trim());
    });

    for (const [resolution, zoom] of SCALES) {
      const deviceScaleFactor = resolution * zoom;
      if (name === "webkit" && !Number.isInteger(deviceScaleFactor)) continue;
      test(`each line of many scripts is there with ${resolution} px for one, zoomed to ${100 * zoom} %`, async (t) => {
        const viewport = deviceScaleFactor > 2 ? { width: 500, height: 350 } : WINDOW;
        const page = await open(t, "a/many-scripts/", { viewport, deviceScaleFactor });
        assert.equal((await stats(page)).reason, "");
        assert.ok(Math.abs(await page.evaluate(() => devicePixelRatio) - deviceScaleFactor) < 0.001);
        await page.evaluate(() => scrollTo(0, 400));
        await stillness(page);
        const { faults, compared, worst } = await compareLines(page, 0.5, 1);
        assert.deepEqual(faults, []);
        t.diagnostic(told(compared, worst));
        assert.ok(compared > 10, `${compared} lines`);
        const painted = await picture(page);
        await page.evaluate(showText);
        const share = 100 * difference(painted, await picture(page));
        t.diagnostic(`${share.toFixed(2)} % of the px differ from the HTML's`);
        // Between device px the glyphs of a window full of text fall otherwise; misplaced ones make it more than that.
        assert.ok(share < (Number.isInteger(deviceScaleFactor) ? 1.5 : 3.5), `${share.toFixed(2)} % of the px differ from the HTML's`);
      });
    }

    test("a browser that has a line elsewhere keeps the HTML, and says which", async (t) => {
      const url = await altered(t, site, { init: () => {
        const real = CanvasRenderingContext2D.prototype.measureText;
        CanvasRenderingContext2D.prototype.measureText = function (text) {
          const { width } = real.call(this, text);
          return { width: width * 1.02, actualBoundingBoxLeft: 0, actualBoundingBoxRight: width,
            actualBoundingBoxAscent: 20, actualBoundingBoxDescent: 10 };
        };
      } });
      const page = await open(t, `${url}/${ARTICLE}`);
      assert.equal(await page.evaluate(() => lectern.ready), "html");
      assert.match((await stats(page)).reason, /places the line ".+" [\d.]+ px off/);
      await assertReadable(page, "measured wrongly");
    });

    test("assistive technology finds in the painted page what it finds in the plain one, once and whole", async (t) => {
      const trees = [];
      const page = await open(t, "a/everything/?view=html");
      for (const view of ["html", "canvas"]) {
        if (view === "canvas") await page.goto(`${site.url}/a/everything/?view=canvas`);
        assert.equal(await page.evaluate(() => lectern.ready), view);
        if (view === "html") {
          await page.evaluate(() => [...document.querySelectorAll(".mood-button")].find((it) => it.textContent === "Sad").click());
        }
        await page.waitForFunction(() => document.querySelector("[aria-pressed=true]"));
        await stillness(page);
        trees.push(await site.browser.accessibleTree(page));
        if (view === "html") continue;
        // Against the source: what HTML has is what is found.
        const wanted = await page.evaluate((listed) => {
          const shown = (selector) => [...document.querySelectorAll(selector)].filter((it) => it.checkVisibility());
          const texts = (selector) => shown(selector).map((it) => it.textContent.replace(/\s+/g, " ").trim());
          return { heading: texts("h1, h2, h3, h4, h5, h6"), button: shown("button").map((it) => it.ariaLabel || it.textContent.replace(/\s+/g, " ").trim()), image: shown("img").map((it) => it.alt),
            lists: shown(listed).length, items: shown("li").length, tables: shown("table").length, columns: texts("thead th"),
            summaries: texts("summary"), links: shown("a[href]:not(.skip)").length,
            paragraphs: texts(".body > p").filter(Boolean) };
        }, name === "firefox" ? "ul, ol, dl" : "ul, ol"); // Firefox calls definitions a list, too
        const found = trees[1];
        const names = (role) => found.filter((it) => it.role === role).map(({ name, text }) => (name || text).replace(/\s+/g, " ").trim());
        assert.deepEqual(names("heading"), wanted.heading);
        // Firefox calls what unfolds a button.
        assert.deepEqual(names("button").filter((it) => !wanted.summaries.includes(it)), wanted.button);
        assert.deepEqual(names("image").filter(Boolean), wanted.image.filter(Boolean), "images");
        assert.deepEqual([names("list").length, names("listitem").length, names("table").length],
          [wanted.lists, wanted.items, wanted.tables], "lists, items and tables");
        assert.deepEqual(names("columnheader"), wanted.columns, "the heads of columns");
        assert.equal(names("link").filter((it) => it !== "Skip to the text").length, wanted.links, "links");
        assert.equal(found.find((it) => it.role === "button" && it.name === "Sad").state.includes("pressed"), true);
        const all = found.map(({ text }) => text).join("\n");
        const plain = wanted.paragraphs.filter((it) => !/[\ufffc]/.test(it) && all.includes(it));
        t.diagnostic(`${found.length} things found, ${plain.length} of ${wanted.paragraphs.length} paragraphs are one text`);
        assert.ok(plain.length > 20, `${plain.length} paragraphs are one text`);
        for (const text of plain) assert.equal(all.split(text).length, 2, `once: ${text}`);
      }
      assert.deepEqual(trees[1], trees[0]);
    });

    test("a mood is left by pointer and by key, is seen, and stays", async (t) => {
      const page = await open(t);
      const box = await boxOf(page, ".mood-button", "Amused");
      await stillness(page);
      const before = (await picture(page)).at(Math.round(box.x + 8), Math.round(box.middle[1]));
      await page.mouse.click(...box.middle);
      await page.waitForFunction(() => document.querySelector("[aria-pressed=true]")?.textContent === "Amused");
      await page.mouse.move(5, 5);
      await stillness(page);
      const after = (await picture(page)).at(Math.round(box.x + 8), Math.round(box.middle[1]));
      assert.ok([0, 1, 2].some((i) => Math.abs(after[i] - before[i]) > 30), `${before} became ${after}`);
      await page.evaluate(() => [...document.querySelectorAll(".mood-button")]
        .find((it) => it.textContent === "Sad").focus());
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(pressed), "Sad");
      await page.reload();
      await settled(page);
      await page.waitForFunction(() => document.querySelector("[aria-pressed=true]")?.textContent === "Sad");
    });

    test("a link is followed, and Back comes back", async (t) => {
      const page = await open(t);
      await page.mouse.click(...(await boxOf(page, ".body a", "our guide to tides")).middle);
      await page.waitForFunction(() => location.pathname.endsWith("/a/spring-tides/"));
      await page.waitForFunction(isCanvas);
      await page.goBack();
      await page.waitForFunction(() => location.pathname.endsWith("/a/lighthouse/"));
      await page.waitForFunction(isCanvas);
      assert.match(await page.evaluate(() => document.querySelector("h1").textContent), /^How a lighthouse/);
    });

    test("what is selected by mouse over a line end is seen, and copied without it", async (t) => {
      const page = await open(t);
      const box = await boxOf(page, ".body > p");
      await stillness(page);
      const at = [Math.round(box.x + 150), Math.round(box.y + 3)];
      const ground = (await picture(page)).at(...at);
      await page.mouse.move(box.x + 60, box.y + 15);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width + 20, box.y + 15);
      await page.mouse.move(box.x + 120, box.y + 46);
      await page.mouse.up();
      await page.waitForFunction(() => !getSelection().isCollapsed);
      await stillness(page); // the engine draws it some frames later
      const selected = await picture(page);
      assert.ok([0, 1, 2].some((i) => Math.abs(selected.at(...at)[i] - ground[i]) > 8), "it is marked");
      const marked = { x: box.x + 80, y: box.y + 4, width: 300, height: 22 };
      assert.ok(inkOf(selected, marked) > 0.03, "and its words are seen on it");
      await page.evaluate(() => addEventListener("copy", ({ clipboardData }) => {
        globalThis.copied = ["text/plain", "text/html"].map((type) => clipboardData.getData(type));
      }));
      await page.keyboard.press("Control+c");
      await page.waitForFunction(() => globalThis.copied);
      const [plain, html] = await page.evaluate(() => globalThis.copied);
      const whole = await page.evaluate(() => document.querySelector(".body > p").textContent.replace(/\s+/g, " "));
      assert.ok(plain.length > 40 && plain.length < 120, `"${plain}"`);
      assert.ok(whole.includes(plain), `"${plain}"`);
      assert.doesNotMatch(html, /transparent|class=|style=/);
    });

    test("two clicks select a word, three its paragraph; Shift and arrows go on from there", async (t) => {
      const page = await open(t);
      const box = await boxOf(page, ".body > p");
      const selected = () => page.evaluate(() => getSelection().toString().replace(/\s+/g, " ").trim());
      const whole = await page.evaluate(() => document.querySelector(".body > p").textContent.replace(/\s+/g, " ").trim());
      await pressQuickly(page, box.x + 60, box.y + 46, 2);
      await page.waitForFunction(() => !getSelection().isCollapsed);
      const word = await selected();
      assert.match(word, /^[\p{L}’]+$/u);
      assert.ok(whole.includes(word), word);
      for (const [keys, longer] of [["Shift+ArrowRight", 0], ["Shift+ArrowDown", 20], ["Shift+ArrowDown", 20]]) {
        const before = (await selected()).length;
        await page.keyboard.press(keys);
        assert.ok((await selected()).length >= before + longer, `${keys}: "${await selected()}"`);
      }
      const article = await page.evaluate(() => document.querySelector("article").textContent.replace(/\s+/g, ""));
      assert.ok(article.includes((await selected()).replace(/\s+/g, "")), `one run of the text: "${await selected()}"`);
      await pressQuickly(page, box.x + 60, box.y + 46, 3);
      await page.waitForFunction(() => getSelection().toString().length > 100);
      assert.equal(await selected(), whole);
    });

    test("a drag over code, a list and headings grows line by line", async (t) => {
      const page = await open(t, ARTICLE, { viewport: { width: 1000, height: 1000 } });
      const from = await boxOf(page, ".body > p");
      await page.evaluate(() => document.querySelector(".body > p").scrollIntoView());
      await stillness(page);
      const { x, width } = from;
      const spots = await page.evaluate(() => [...document.querySelectorAll(".body > p, .body pre, .body li, .body h2")]
        .map((it) => it.getBoundingClientRect()).filter(({ bottom }) => bottom < innerHeight - 20)
        .map(({ top, bottom }) => (top + bottom) / 2));
      await page.mouse.move(x + 40, spots[0]);
      await page.mouse.down();
      let last = -1;
      for (const y of spots.slice(1)) {
        // In the text, in the gap beside it, and back in it.
        for (const across of [x + 120, x + width + 60, x + 160]) {
          await page.mouse.move(across, y);
          const { length, first } = await page.evaluate(() => ({ length: getSelection().toString().length,
            first: document.querySelector(".body > p").contains(getSelection().anchorNode) }));
          assert.ok(first, "it begins where it began");
          if (across === x + 120) {
            assert.ok(length > last, `at ${y}: ${length} after ${last}`);
            last = length;
          }
        }
      }
      await page.mouse.up();
      assert.ok(spots.length > 8, `${spots.length} lines`);
    });

    test("all that is selected and copied is the page's text, once", async (t) => {
      const page = await open(t, "a/everything/");
      const wanted = await page.evaluate(() => {
        addEventListener("copy", ({ clipboardData }) => (globalThis.copied = clipboardData.getData("text/plain")));
        const clone = document.querySelector(".page").cloneNode(true);
        clone.querySelectorAll("button, input, [hidden], [role=status]:empty").forEach((it) => it.remove());
        return clone.textContent.replace(/[\s\u00ad]/g, "");
      });
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Control+c");
      await page.waitForFunction(() => globalThis.copied);
      const copied = (await page.evaluate(() => globalThis.copied)).replace(/\s/g, "");
      assert.equal(copied.replace(/^Skiptothetext/, ""), wanted);
    });

    test("text that the reader has set another way is HTML, and painted again when it is not", async (t) => {
      const page = await open(t);
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
          p { margin-bottom: 2em !important }`);
        document.adoptedStyleSheets = [sheet];
      });
      await page.waitForFunction(() => document.documentElement.dataset.view === "html");
      assert.match((await stats(page)).reason, /px off/);
      await assertReadable(page, "text set another way");
      await page.evaluate(() => (document.adoptedStyleSheets = []));
      await page.waitForFunction(isCanvas);
      await stillness(page);
      assert.deepEqual((await compareLines(page, 0.5, 1)).faults, []);
    });

    test("a page translated half-way shows its text, in order", async (t) => {
      const page = await open(t);
      await page.evaluate(() => [...document.querySelectorAll(".body > p")].slice(0, 2).forEach((it, i) => {
        const font = document.createElement("font");
        font.textContent = `Absatz ${i + 1}, übersetzt.`;
        it.replaceChildren(font);
      }));
      await page.waitForFunction(() => document.documentElement.dataset.view === "html");
      assert.match((await stats(page)).reason, /translator/);
      await assertReadable(page, "translated");
      assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll(".body > p")].slice(0, 2)
        .map((it) => it.textContent)), ["Absatz 1, übersetzt.", "Absatz 2, übersetzt."]);
      assert.equal(await page.evaluate(() => document.querySelectorAll(".on, .laid, i.b").length), 0);
    });

    test("a phrase is found over a line end, and far below", async (t) => {
      const page = await open(t);
      const phrase = await page.evaluate(() => {
        const block = Number(document.querySelector(".body > p").dataset.block);
        const [first, second] = lectern.lines().filter((line) => line.block === block);
        return `${first.text.split(" ").pop()} ${second.text.split(" ")[0]}`;
      });
      assert.equal(await page.evaluate((it) => window.find(it), phrase), true, phrase);
      assert.equal(await page.evaluate(() => getSelection().toString().replace(/\s+/g, " ")), phrase);
      assert.equal(await page.evaluate(() => window.find("a chart outlives a lamp")), true);
      await page.waitForFunction(() => scrollY > 300);
    });

    for (const [what, amiss, reason] of [
      ["WebGL", { init: () => {
        const real = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
          return /webgl/.test(kind) ? null : real.call(this, kind, ...rest);
        };
      } }, /WebGL2/],
      ["WebAssembly", { init: () => delete globalThis.WebAssembly }, /WebAssembly/],
      ["the viewer's file", { missing: /[.]wasm$/ }, /404/],
    ]) {
      test(`without ${what} the page is HTML, and says why`, async (t) => {
        const page = await open(t, `${await altered(t, site, amiss)}/${ARTICLE}`, { expected: /404/ });
        assert.equal(await page.evaluate(() => lectern.ready), "html");
        assert.match((await stats(page)).reason, reason);
        await assertReadable(page, `without ${what}`);
      });
    }

    test("without scripts the page is HTML", async (t) => {
      const url = await altered(t, site, { policy: "script-src 'none'" });
      const page = await open(t, `${url}/${ARTICLE}`, { wait: false, expected: /script/ });
      assert.equal(await page.evaluate(() => "lectern" in globalThis), false);
      await assertReadable(page, "without scripts");
    });

    test("who reads on draws no frame", async (t) => {
      const page = await open(t, `${await altered(t, site, { init: countDrawing })}/${ARTICLE}`);
      const before = await drawing(page);
      assert.ok(before[0] > 0 && before[1] > 0);
      await page.evaluate(() => new Promise((done) => setTimeout(done, 3000)));
      assert.deepEqual(await drawing(page), before);
    });
  });
}
