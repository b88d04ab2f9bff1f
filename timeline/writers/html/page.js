(() => {
  "use strict";
  const form = document.querySelector("form");
  const [words, actor, tag] = ["words", "actor", "tag"].map((name) => form.elements[name]);
  const output = form.querySelector("output");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const events = [...document.querySelectorAll("ol.events > li")];
  const sections = [...document.querySelectorAll("main > section")];
  let texts = null;

  const listed = (value) => (value ? value.split("\n") : []);
  const matches = (event, number, terms) =>
    (!actor.value || listed(event.dataset.actors).includes(actor.value)) &&
    (!tag.value || listed(event.dataset.tags).includes(tag.value)) &&
    terms.every((term) => texts[number].includes(term));

  const filter = () => {
    const terms = fold(words.value).split(/\s+/).filter(Boolean);
    if (terms.length) texts ??= events.map((event) => fold(event.textContent));
    let count = 0;
    events.forEach((event, number) => {
      event.hidden = !matches(event, number, terms);
      count += !event.hidden;
    });
    for (const section of sections) {
      section.hidden = !section.querySelector("li:not([hidden])");
    }
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
})();
