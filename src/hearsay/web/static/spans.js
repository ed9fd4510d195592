// Which words a finding is about, changed with keys or the mouse. All offsets are code points of the report's text.
//
// Each part of a finding (its number, who is counted ...) has a field "12-40 52-60" and, with a script, two ends a stretch: sliders
// that arrow keys move by word, with Shift by letter (never into the middle of what is seen as one letter). What is chosen is
// painted over the passage without touching it.
import { offsetsOf, points, rangeOf } from "./text.js";

const WORD = /[\p{L}\p{N}\p{M}]/u;

// The passage as an array of code points, from offset `base` on; what stands between the pieces is a line break.
function content(passage) {
  const pieces = [...passage.querySelectorAll("[data-at]")];
  const base = pieces.length ? Number(pieces[0].dataset.at) : 0;
  const letters = [];
  for (const piece of pieces) {
    while (base + letters.length < Number(piece.dataset.at)) letters.push("\n");
    if (piece.dataset.size) letters.push("\u2060");
    else letters.push(...piece.textContent);
  }
  return { base, letters, edges: clusters(letters) };
}

// The positions between which nothing is cut that is seen as one letter.
function clusters(letters) {
  const edges = new Set([letters.length]);
  let at = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(letters.join(""))) {
    edges.add(at);
    at += points(segment);
  }
  return edges;
}

export class Spans {
  constructor(form, passage, changed = () => {}) {
    this.form = form;
    this.passage = passage;
    this.changed = changed;
    this.text = content(passage);
    this.parts = [...form.querySelectorAll("[data-part]")].map((root) => this.part(root));
    this.active = this.parts[0];
    this.stretch = 0;
    this.marking = (event) => this.marked(event);
    document.addEventListener("pointerup", this.marking);
    passage.classList.add("editing");
    for (const part of this.parts) this.draw(part);
    this.paint();
  }

  close() {
    document.removeEventListener("pointerup", this.marking);
    this.passage.classList.remove("editing");
    for (let i = 1; i <= 5; i += 1) CSS.highlights?.delete(`part-${i}`);
    CSS.highlights?.delete("part-active");
  }

  part(root) {
    const input = root.querySelector("input");
    const part = { root, input, name: root.dataset.part, many: "many" in root.dataset, ends: root.querySelector(".ends"), spans: [] };
    const read = () => {
      part.spans = [...input.value.matchAll(/(\d+)\s*[-–]\s*(\d+)/g)].map((m) => [Number(m[1]), Number(m[2])]);
    };
    read();
    input.addEventListener("input", () => {
      read();
      this.draw(part);
      this.paint();
    });
    root.addEventListener("focusin", () => this.choose(part));
    root.querySelector("label").addEventListener("click", (event) => {
      event.preventDefault();
      this.choose(part);
      (part.ends.querySelector("[role=slider]") ?? input).focus();
    });
    part.ends.hidden = false;
    return part;
  }

  choose(part, stretch = null) {
    this.active = part;
    if (stretch !== null) this.stretch = stretch;
    this.stretch = Math.min(this.stretch, Math.max(0, part.spans.length - 1));
    for (const one of this.parts) one.root.classList.toggle("active", one === part);
    this.paint();
  }

  // Goes to the n-th part: its last end, else its field.
  focus(n, end = "end") {
    const part = this.parts[n];
    if (!part) return false;
    this.choose(part, 0);
    (part.ends.querySelector(`[data-end=${end}]`) ?? part.ends.querySelector("button") ?? part.input).focus();
    return true;
  }

  set(part, spans) {
    part.spans = spans;
    part.input.value = spans.map(([a, b]) => `${a}-${b}`).join(" ");
    this.draw(part);
    this.paint();
    this.changed(part.name, spans, this.words(spans));
  }

  words(spans) {
    const { base, letters } = this.text;
    return spans.map(([a, b]) => letters.slice(a - base, b - base).join("")).join(" ");
  }

  // --- the sliders ---

  draw(part) {
    const focused = part.ends.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    part.ends.replaceChildren(...part.spans.map((span, i) => this.row(part, span, i)));
    if (!part.spans.length) part.ends.append(this.button("Mark words in the passage", () => this.choose(part), "none"));
    else if (part.many) part.ends.append(this.button("+ another stretch", () => this.another(part), "more"));
    if (focused) part.ends.querySelector(`[data-key="${focused}"]`)?.focus();
  }

  row(part, span, i) {
    const row = document.createElement("div");
    row.className = "stretch";
    const said = this.words([span]);
    const output = document.createElement("bdi");
    output.className = "words";
    output.textContent = said.length > 90 ? `${[...said].slice(0, 42).join("")} … ${[...said].slice(-42).join("")}` : said;
    row.append(this.slider(part, i, 0), output, this.slider(part, i, 1));
    if (part.many) row.append(this.button("✕", () => this.drop(part, i), `drop${i}`, `${title(part)}: leave this stretch out`));
    return row;
  }

  slider(part, i, which) {
    const { base, letters } = this.text;
    const at = part.spans[i][which];
    const one = document.createElement("button");
    one.type = "button";
    one.className = which ? "end" : "start";
    one.textContent = which ? "⟩" : "⟨";
    one.dataset.end = which ? "end" : "start";
    one.dataset.key = `${i}-${which}`;
    one.setAttribute("role", "slider");
    one.setAttribute("aria-label", `${title(part)} ${which ? "ends after" : "begins with"}`);
    one.setAttribute("aria-valuemin", base);
    one.setAttribute("aria-valuemax", base + letters.length);
    one.setAttribute("aria-valuenow", at);
    one.setAttribute("aria-valuetext", this.near(at, which));
    one.addEventListener("focus", () => this.choose(part, i));
    one.addEventListener("keydown", (event) => this.key(event, part, i, which));
    return one;
  }

  button(words, action, key, label = null) {
    const one = document.createElement("button");
    one.type = "button";
    one.className = "linklike";
    one.textContent = words;
    one.dataset.key = key;
    if (label) one.setAttribute("aria-label", label);
    one.addEventListener("click", action);
    return one;
  }

  near(at, which) {
    const { base, letters } = this.text;
    const i = at - base;
    return (which ? letters.slice(Math.max(0, i - 24), i) : letters.slice(i, i + 24)).join("").trim();
  }

  another(part) {
    const { base, letters } = this.text;
    const last = part.spans.at(-1)[1] - base;
    const start = this.word(last, 0, true);
    if (start < letters.length) this.set(part, [...part.spans, [base + start, base + this.word(start, 1, true)]]);
    this.choose(part, part.spans.length - 1);
    part.ends.querySelector(`[data-key="${part.spans.length - 1}-1"]`)?.focus();
  }

  drop(part, i) {
    this.set(part, part.spans.filter((_, n) => n !== i));
    part.ends.querySelector("button")?.focus();
  }

  // --- keys and mouse ---

  key(event, part, i, which) {
    const arrow = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!arrow || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const sideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
    const forward = (sideways && this.rtl(part.spans[i][which]) ? -arrow : arrow) > 0;
    this.move(part, i, which, forward, event.shiftKey);
  }

  // Whether the line at a position runs from right to left: the left arrow then goes on and not back.
  rtl(at) {
    const range = rangeOf(this.passage, Math.max(this.text.base, at - 1), at + 1);
    const line = range?.startContainer.parentElement?.closest("p");
    return Boolean(line) && getComputedStyle(line).direction === "rtl";
  }

  move(part, i, which, forward, byLetter) {
    const { base } = this.text;
    const spans = part.spans.map((span) => [...span]);
    const from = spans[i][which] - base;
    const to = base + (byLetter ? this.letter(from, forward) : this.word(from, which, forward));
    const [low, high] = which ? [spans[i][0] + 1, spans[i + 1]?.[0] ?? Infinity] : [spans[i - 1]?.[1] ?? 0, spans[i][1] - 1];
    if (to < low || to > high || to === spans[i][which]) return;
    spans[i][which] = to;
    this.set(part, spans);
  }

  letter(at, forward) {
    let i = at + (forward ? 1 : -1);
    while (i > 0 && i < this.text.letters.length && !this.text.edges.has(i)) i += forward ? 1 : -1;
    return Math.max(0, Math.min(this.text.letters.length, i));
  }

  // The next place where a word begins (`which` 0) or ends (1).
  word(at, which, forward) {
    const { letters } = this.text;
    const is = (i) => WORD.test(letters[i] ?? "");
    let i = at;
    if (forward) {
      if (!which) while (i < letters.length && is(i)) i += 1;
      while (i < letters.length && !is(i)) i += 1;
      if (which) while (i < letters.length && is(i)) i += 1;
      return i;
    }
    if (which) while (i > 0 && is(i - 1)) i -= 1;
    while (i > 0 && !is(i - 1)) i -= 1;
    if (!which) while (i > 0 && is(i - 1)) i -= 1;
    return i;
  }

  marked(event) {
    if (event.button) return;
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!this.passage.contains(range.commonAncestorContainer)) return;
    const found = trimmed(offsetsOf(this.passage, range), this.text);
    if (!found) return;
    const part = this.active;
    const spans = part.many && part.spans.length ? part.spans.map((one, i) => (i === this.stretch ? found : one)) : [found];
    this.set(part, spans.sort((a, b) => a[0] - b[0]));
    selection.removeAllRanges();
    part.ends.querySelector(`[data-key="${Math.min(this.stretch, part.spans.length - 1)}-1"]`)?.focus({ preventScroll: true });
  }

  // --- what is seen ---

  paint() {
    if (!CSS.highlights) return;
    this.parts.forEach((part, i) => {
      const ranges = part.spans.map(([a, b]) => rangeOf(this.passage, a, b)).filter(Boolean);
      CSS.highlights.set(`part-${i + 1}`, new Highlight(...ranges));
    });
    const own = this.active.spans.map(([a, b]) => rangeOf(this.passage, a, b)).filter(Boolean);
    CSS.highlights.set("part-active", new Highlight(...own));
  }
}

function title(part) {
  return part.root.querySelector("label").firstChild.nextSibling.textContent.trim();
}

export function trimmed(span, { base, letters }) {
  if (!span) return null;
  let [start, end] = span;
  while (start < end && /\s/.test(letters[start - base] ?? " ")) start += 1;
  while (end > start && /\s/.test(letters[end - 1 - base] ?? " ")) end -= 1;
  return start < end ? [start, end] : null;
}

export function chosen(passage) {
  const selection = getSelection();
  if (!passage || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  return passage.contains(range.commonAncestorContainer) ? trimmed(offsetsOf(passage, range), content(passage)) : null;
}
