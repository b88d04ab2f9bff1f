(() => {
  "use strict";
  const form = document.querySelector("form");
  const [words, actor, tag] = ["words", "actor", "tag"].map((name) => form.elements[name]);
  const output = form.querySelector("output");
  const isPlain = (text) => /^[\x00-\x7f]*$/.test(text);
  const fold = (text) =>
    (isPlain(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "")).toLowerCase();
  const listed = (value) => new Set(value ? value.split("\n") : []);
  const sources = [...document.querySelectorAll(".sources > li")].map((element) => ({
    element,
    citing: 0,
    hidden: false,
  }));
  const sections = [...document.querySelectorAll("main > section")].map((element) => ({
    element,
    events: [...element.querySelectorAll("ol.events > li")].map((item) => ({
      element: item,
      actors: listed(item.dataset.actors),
      tags: listed(item.dataset.tags),
      sources: [...item.querySelectorAll("sup a")].map((link) => sources[link.hash.split(":")[1] - 1]),
      hidden: false,
    })),
  }));
  const events = sections.flatMap((section) => section.events);
  for (const event of events) for (const source of event.sources) source.citing += 1;

  // The folded text is made when it is needed, or before if there is time.
  const textOf = (event) => (event.text ??= fold(event.element.textContent));

  // An element is changed only if it must be: each change costs time.
  const hide = (one, hidden) => {
    if (one.hidden !== hidden) one.element.hidden = one.hidden = hidden;
  };

  const cite = () => sources.forEach((source) => hide(source, !source.citing));

  const filter = () => {
    const terms = fold(words.value).split(/\s+/).filter(Boolean);
    const [who, what] = [actor.value, tag.value];
    const matches = (event) =>
      (!who || event.actors.has(who)) &&
      (!what || event.tags.has(what)) &&
      terms.every((term) => textOf(event).includes(term));
    let count = 0;
    for (const section of sections) {
      let shown = 0;
      for (const event of section.events) {
        const hidden = !matches(event);
        if (hidden !== event.hidden) {
          for (const source of event.sources) source.citing += hidden ? -1 : 1;
          hide(event, hidden);
        }
        shown += !hidden;
      }
      if (section.shown !== shown) {
        section.shown = shown;
        section.element.hidden = !shown;
        section.element.style.containIntrinsicBlockSize = `${5 + 13 * shown}rem`;
      }
      count += shown;
    }
    // Not at once: the sources may have to leave the screen first, and are then not laid out.
    requestAnimationFrame(() => requestAnimationFrame(cite));
    const all = events.length.toLocaleString("en");
    output.value = count === events.length ? `${all} events` : `${count.toLocaleString("en")} of ${all} events`;
  };

  const save = () => {
    const state = new URLSearchParams();
    for (const field of [words, actor, tag]) {
      if (field.value) state.set(field.name, field.value);
    }
    const query = state.toString();
    try {
      history.replaceState(null, "", `${location.pathname}${query && "?"}${query}${location.hash}`);
    } catch {
      // Some browsers do not change the address of a local file.
    }
  };

  const load = () => {
    const state = new URLSearchParams(location.search);
    for (const field of [words, actor, tag]) field.value = state.get(field.name) ?? "";
    filter();
  };

  const change = () => {
    filter();
    save();
  };

  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(change));
  addEventListener("popstate", load);
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      words.focus();
    } else if (event.key === "Escape" && typing) {
      form.reset();
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-field]");
    if (!link) return;
    event.preventDefault();
    form.elements[link.dataset.field].value = link.dataset.value;
    change();
    form.scrollIntoView();
    form.elements[link.dataset.field].focus();
  });
  form.hidden = false;
  load();
  (window.requestIdleCallback ?? setTimeout)(() => events.forEach(textOf));
})();
