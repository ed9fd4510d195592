// The report's page: from mark to finding and back, by mouse and by keys. What a finding is, the server has written into its card.
import { judge } from "./judging.js";
import { keys } from "./keys.js";
import { offsetsOf, rangeOf } from "./text.js";
import { say } from "./toast.js";
import { pane } from "./original.js";

const text = document.getElementById("text");
const side = document.querySelector(".cards");
const cards = [...side.querySelectorAll(".card")];
const where = side.querySelector(".where");
const original = pane(text, document.querySelector(".original-pane"), [...document.querySelectorAll("[data-show]")]);
const LINGER = 250; // milliseconds at a finding before the ledger is asked for more of it: who goes through fast asks nothing
let current = -1;
let looking = null;

const marked = (sign) => text.querySelectorAll(`[data-f~="${sign}"], .sign[data-go="${sign}"]`);

function select(index, { scroll = true, address = true } = {}) {
  for (const old of text.querySelectorAll(".on")) old.classList.remove("on", "beside");
  if (current >= 0) cards[current].classList.remove("on");
  current = index;
  side.classList.toggle("open", index >= 0);
  where.textContent = index < 0 ? `${cards.length} findings` : `${index + 1} of ${cards.length}`;
  if (index < 0) return;
  const card = cards[index];
  card.classList.add("on");
  const pieces = [...marked(card.dataset.sign)];
  for (const piece of pieces) {
    const core = (piece.dataset.c ?? "").split(" ").includes(card.dataset.sign);
    piece.classList.add("on");
    piece.classList.toggle("beside", piece.dataset.c !== undefined && !core); // its source and its cue
  }
  const furniture = pieces[0]?.closest("details");
  if (furniture) furniture.open = true;
  if (scroll) bring(pieces[0]);
  if (address) history.replaceState(null, "", `#${card.id}`);
  original.follow(card.dataset.start, card.dataset.end);
  clearTimeout(looking);
  looking = setTimeout(() => {
    const accounts = card.querySelector("details.accounts");
    if (accounts) accounts.open = true;
  }, LINGER);
}

// Scrolls an element into what the head of the page and, on a narrow screen, the sheet at its foot leave free.
function bring(element) {
  if (!element) return;
  const box = element.getBoundingClientRect();
  const roof = document.querySelector(".top").getBoundingClientRect().bottom;
  const floor = getComputedStyle(side).position === "fixed" ? side.getBoundingClientRect().top : innerHeight;
  if (box.top < roof + 20 || box.bottom > floor - 20) scrollBy(0, box.top - (roof + floor) / 2);
}

const indexOf = (sign) => cards.findIndex((card) => card.dataset.sign === sign);

function step(by) {
  if (!cards.length) return;
  select(current < 0 ? (by > 0 ? 0 : cards.length - 1) : Math.min(cards.length - 1, Math.max(0, current + by)));
}

function say_of(stance) {
  if (current < 0) return false;
  judge(cards[current].dataset.id, stance);
  return true;
}

// --- choosing -------------------------------------------------------------------------------------

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-go]");
  if (link) {
    event.preventDefault();
    select(indexOf(link.dataset.go));
    return;
  }
  const piece = event.target.closest("[data-f]");
  if (!piece || !getSelection().isCollapsed) return;
  const signs = piece.dataset.f.split(" ").filter((sign) => indexOf(sign) >= 0);
  const chosen = current < 0 ? -1 : signs.indexOf(cards[current].dataset.sign);
  const next = chosen < 0 ? signs.length - 1 : (chosen + signs.length - 1) % signs.length; // again: the one around it
  if (signs.length) select(indexOf(signs[next]), { scroll: false });
});

text.addEventListener("focusin", (event) => {
  const link = event.target.closest("a[data-go]");
  if (link && link.matches(":focus-visible")) select(indexOf(link.dataset.go), { scroll: false });
});

for (const button of side.querySelectorAll("[data-step]")) button.addEventListener("click", () => step(Number(button.dataset.step)));
side.querySelector("[data-close]").addEventListener("click", () => select(-1));
document.querySelector("[data-print]").addEventListener("click", () => print());

keys({
  j: [() => step(1), "next finding"],
  k: [() => step(-1), "finding before"],
  a: [() => say_of("accepted"), "accept"],
  x: [() => say_of("rejected"), "reject"],
  u: [() => say_of("withdrawn"), "undo"],
  e: [() => cards[current]?.querySelector("[data-edit]")?.click() ?? false, document.querySelector("[data-edit]") ? "edit" : ""],
  o: [() => original.toggle(), "original or text"],
  Escape: [() => (current < 0 ? false : select(-1)), "close the finding"],
});

// --- addresses ------------------------------------------------------------------------------------

function arrive() {
  const passage = /^#char=(\d+),(\d+)$/.exec(location.hash);
  if (passage) {
    select(-1, { address: false });
    show(Number(passage[1]), Number(passage[2]));
    return;
  }
  const found = cards.findIndex((card) => `#${card.id}` === location.hash);
  if (location.hash === "#facts") document.getElementById("facts").open = true;
  select(found, { address: false });
}

function show(start, end) {
  const range = rangeOf(text, start, end);
  if (!range) {
    say("This passage is not in the text.", { problem: true });
    return;
  }
  const furniture = range.startContainer.parentElement.closest("details");
  if (furniture) furniture.open = true;
  if (globalThis.Highlight) CSS.highlights.set("passage", new Highlight(range));
  else getSelection().addRange(range);
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
  original.follow(start, end);
}

addEventListener("hashchange", arrive);

document.addEventListener("click", (event) => {
  const copy = event.target.closest("a[data-copy], a[data-passage]");
  if (!copy || !navigator.clipboard || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  navigator.clipboard.writeText(copy.href).then(
    () => say("The link is copied."),
    () => location.assign(copy.href),
  );
});

// --- selected words -------------------------------------------------------------------------------

const chosen = document.createElement("p");
chosen.className = "selection no-print";
chosen.hidden = true;
chosen.setAttribute("role", "status");
document.querySelector(".toolbar").after(chosen);

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  const inside = !selection.isCollapsed && selection.rangeCount && text.contains(selection.anchorNode);
  const span = inside ? offsetsOf(text, selection.getRangeAt(0)) : null;
  if (!span) {
    chosen.hidden = true;
    return;
  }
  const link = document.createElement("a");
  link.href = `${text.dataset.report}#char=${span[0]},${span[1]}`;
  link.dataset.passage = "";
  link.textContent = "Link to these words";
  const ways = [link];
  for (const type of text.dataset.new ? ["attribution", "figure"] : []) {
    const way = document.createElement("a");
    way.href = `${text.dataset.new}&start=${span[0]}&end=${span[1]}&type=${type}&back=${encodeURIComponent(text.dataset.report)}`;
    way.textContent = `Mark as ${type}`;
    ways.push(way);
  }
  chosen.replaceChildren(`Code points ${span[0]}–${span[1]}`, ...ways);
  chosen.hidden = false;
});

// --- other accounts, fetched when their finding is looked at --------------------------------------------

for (const details of document.querySelectorAll("details.accounts")) {
  details.addEventListener("toggle", () => details.querySelectorAll("[data-part]").forEach(fill), { once: true });
}

async function fill(place) {
  try {
    const response = await fetch(place.dataset.part, { credentials: "same-origin" });
    if (response.ok) place.innerHTML = await response.text(); // escaped by the server
  } catch {
    // the link in it still leads there
  }
}

arrive();
