// Filters a page in Chromium, and prints how many milliseconds each filter took until it was painted.
// Arguments: the path of Chromium, the path of the page, and the filters as JSON: [field, value] pairs.
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, file, filters] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
const page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
await page.goto(pathToFileURL(file).href);
const filtered = async ([field, value]) => {
  const form = document.querySelector("form");
  const painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      }),
    );
  await painted();
  const start = performance.now();
  form.elements[field].value = value;
  form.elements[field].dispatchEvent(new Event("input", { bubbles: true }));
  await painted();
  // What comes into view only now is laid out for the next frame.
  await painted();
  return performance.now() - start;
};
const found = [];
for (const [field, value] of JSON.parse(filters)) {
  found.push(await page.evaluate(filtered, [field, value]));
  // All events again.
  found.push(await page.evaluate(filtered, [field, ""]));
}
await browser.close();
console.log(JSON.stringify(found));
