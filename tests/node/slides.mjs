// Opens an exported TimelineJS file in Chromium with TimelineJS itself, and prints what it shows as JSON.
// Arguments: the path of Chromium, and the path of the file.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, file] = process.argv.slice(2);
const library = path.join(path.dirname(fileURLToPath(import.meta.url)), "node_modules/@knight-lab/timelinejs/dist");
const site = "http://timeline.test/";
const html = `<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,">
<link rel="stylesheet" href="css/timeline.css"><div id="shown" style="width: 1200px; height: 700px"></div>
<script src="js/timeline.js"></script>`;
const types = { ".js": "text/javascript", ".css": "text/css" };

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
const page = await browser.newPage();
const errors = [];
page.on("pageerror", (error) => errors.push(String(error)));
page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
page.on("dialog", (dialog) => (errors.push(dialog.message()), dialog.dismiss().catch(() => {})));
// Nothing is requested from anywhere: pages that the events link to are empty.
await page.route("**", (route) => {
  const address = route.request().url();
  if (address === site) return route.fulfill({ contentType: "text/html", body: html });
  if (!address.startsWith(site)) return route.fulfill({ body: "" });
  const name = address.slice(site.length);
  if (name === "exported.json") return route.fulfill({ contentType: "application/json", path: file });
  if (!fs.existsSync(path.join(library, name))) return route.fulfill({ status: 404 });
  return route.fulfill({ contentType: types[path.extname(name)], path: path.join(library, name) });
});
await page.goto(site);
const shown = await page.evaluate(async (script_path) => {
  const timeline = new TL.Timeline("shown", "exported.json", { script_path });
  const ready = new Promise((resolve) => timeline.on("ready", resolve));
  // A file that is refused is never ready, and says so instead.
  const refused = new Promise((resolve) =>
    setInterval(() => timeline.config && !timeline.config.isValid() && resolve(), 50),
  );
  await Promise.race([ready, refused]);
  const text = (element, selector) => element.querySelector(selector)?.textContent ?? "";
  const slides = [...document.querySelectorAll(".tl-slide")].map((slide) => ({
    id: slide.id,
    headline: text(slide, ".tl-headline"),
    date: text(slide, ".tl-headline-date"),
    text: text(slide, ".tl-text-content"),
    links: [...slide.querySelectorAll(".tl-text-content a")].map((link) => link.getAttribute("href")),
    elements: [...new Set([...slide.querySelectorAll(".tl-text *")].map((one) => one.localName))],
  }));
  return {
    refused: timeline.config.getErrors().map(String),
    slides,
    groups: [...document.querySelectorAll(".tl-timegroup-message")].map((one) => one.textContent),
    groupElements: document.querySelectorAll(".tl-timegroup-message *").length,
    grouped: timeline.config.events.map((event) => event.group ?? ""),
    markers: document.querySelectorAll(".tl-timemarker").length,
  };
}, `${site}js/`);
await browser.close();
console.log(JSON.stringify({ errors, ...shown }));
