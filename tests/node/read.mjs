// Reads an exported file with the program that its format is for, and prints what it found as JSON.
import fs from "node:fs";

const readers = {
  async mermaid(text) {
    const { JSDOM } = await import("jsdom");
    const { window } = new JSDOM("<!DOCTYPE html><body></body>");
    globalThis.window = window;
    globalThis.document = window.document;
    const { default: mermaid } = await import("mermaid");
    mermaid.initialize({ startOnLoad: false, maxTextSize: 1e9 });
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    // Mermaid holds entities in a form of its own until it draws them.
    const shown = (value) =>
      JSON.parse(
        JSON.stringify(value)
          .replace(/\ufb02\u00b0\u00b0(\d+)\u00b6\u00df/g, (_, code) => JSON.stringify(String.fromCodePoint(code)).slice(1, -1)),
      );
    return shown({ title: db.getCommonDb().getDiagramTitle(), tasks: db.getTasks() });
  },

  async markwhen(text) {
    const { parse } = await import("@markwhen/parser");
    const parsed = parse(text);
    const events = [];
    const visit = (node) => (node.children ? node.children.forEach(visit) : events.push(node));
    visit(parsed.events);
    return {
      header: parsed.header,
      messages: parsed.parseMessages,
      events: events.map((event) => ({
        range: event.dateRangeIso,
        title: event.firstLine.restTrimmed,
        properties: event.properties,
        tags: event.tags,
      })),
    };
  },
};

const [format, path] = process.argv.slice(2);
console.log(JSON.stringify(await readers[format](fs.readFileSync(path, "utf8"))));
