// Opens a page in Chromium as readers do, and prints what happened as JSON.
// Arguments: the path of Chromium, the path of the page, and a folder for screenshots.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, file, folder] = process.argv.slice(2);
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const address = pathToFileURL(file).href;
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
const seen = { errors: [], requests: [], violations: [], overflow: [] };

const opened = async (options, query = "") => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
  page.on("request", (one) => one.url().split(/[?#]/)[0] === address || seen.requests.push(one.url()));
  await page.goto(address + query);
  return page;
};
const shown = (page, items = "ol.events > li") =>
  page.$$eval(items, (all) => all.filter((one) => one.checkVisibility()).map((one) => one.id));

for (const width of [360, 800, 1600]) {
  for (const colorScheme of ["light", "dark"]) {
    const page = await opened({ viewport: { width, height: 1000 }, colorScheme });
    await page.screenshot({ path: path.join(folder, `${width}-${colorScheme}.png`) });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) seen.overflow.push([width, wide]);
    await page.context().close();
    const checked = await opened({ viewport: { width, height: 1000 }, colorScheme, bypassCSP: true });
    await checked.evaluate(axe);
    const { violations } = await checked.evaluate(() => axe.run());
    seen.violations.push(...violations.map((one) => `${one.id}: ${one.nodes[0].html}`));
    await checked.context().close();
  }
}

const plain = await opened({ javaScriptEnabled: false });
seen.withoutScript = await plain.locator("ol.events > li").count();
seen.formWithoutScript = await plain.locator("form").isVisible();

const page = await opened({});
seen.all = await shown(page);
await page.keyboard.press("/");
await page.keyboard.type("new start");
seen.words = await shown(page);
seen.output = await page.locator("output").innerText();
seen.search = await page.evaluate(() => location.search);
await page.keyboard.press("Escape");
await page.waitForFunction(() => !document.querySelector("ol.events > li[hidden]"), null, { timeout: 5000 });
seen.reset = (await shown(page)).length;
const tag = page.locator('a[data-field="tag"]').first();
if (await tag.count()) {
  seen.tagName = await tag.textContent();
  await tag.click();
  seen.tag = await shown(page);
  const again = await opened({}, await page.evaluate(() => location.search));
  seen.tagAgain = await shown(again);
  seen.sources = await shown(again, ".sources > li");
}
await browser.close();
console.log(JSON.stringify(seen));
