// The queue: one key judges, corrects, takes back, or goes on. Every word is on the disk before the next finding is shown.
import { keys } from "./keys.js";
import { get, post } from "./post.js";
import { say as notice } from "./toast.js";
import { chosen, Spans } from "./spans.js";

const root = document.querySelector("#review");
const told = document.querySelector("#told");
const onward = document.querySelector("[data-onward]");
const DONE = { accepted: "Accepted", rejected: "Rejected" };
let editor = null;
let work = Promise.resolve(); // keys pressed while something is being saved wait their turn

// One notice at a time: its undo takes back the last action, whichever that is.
function say(words, options) {
  document.querySelector(".toasts").replaceChildren();
  notice(words, options);
}

const one = () => root.querySelector(".one");
const passage = () => root.querySelector(".passage");

function queued(action) {
  work = work.then(action).catch((error) => say(error.message, { problem: true }));
  return work;
}

// --- going from one to the next ---

async function load(url, { push = true } = {}) {
  const address = new URL(url, location.href);
  const part = new URL(address);
  part.searchParams.set("part", "1");
  const response = await fetch(part, { credentials: "same-origin" });
  if (!response.ok || response.redirected) {
    location.assign(address);
    return;
  }
  close();
  root.innerHTML = await response.text();
  if (push) history.pushState(null, "", address);
  told.textContent = summary();
  show();
}

function summary() {
  const words = root.querySelector(".passage .is")?.textContent ?? "";
  return `${root.querySelector(".card-head h2").textContent.trim()}, ${root.querySelector(".progress-line .num").textContent}: ${words}`;
}

function show() {
  const box = passage();
  const first = box?.querySelector(".is");
  if (first) box.scrollTop += first.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  if (one()?.querySelector("form.editing:not([hidden])")) edit();
}

const step = (name) => () => {
  if (editor || !one()?.dataset[name]) return false;
  queued(() => load(one().dataset[name]));
  return true;
};

// --- words ---

function judge(stance) {
  if (editor || !one()?.dataset.id) return false;
  queued(async () => {
    const { id, after, here } = one().dataset;
    const answer = await post("/judge", { finding: id, stance, back: here });
    root.dataset.saved = id;
    say(`${DONE[stance]}.${answer.state === "disputed" ? " Others see it differently: it is disputed." : ""}`, { undo });
    await load(onward.checked && after ? after : here);
  });
  return true;
}

function undo() {
  if (editor) return false;
  queued(async () => {
    const answer = await post("/review/undo", { query: one()?.dataset.query ?? "" });
    say(answer.words);
    await load(answer.go);
  });
  return true;
}

// --- corrections ---

function edit() {
  const form = root.querySelector("form.editing");
  if (!form || editor) return false;
  form.hidden = false;
  const reading = root.querySelector(".reading-side");
  if (reading) reading.hidden = true;
  editor = new Spans(form, passage(), follow);
  editor.focus(0);
  return true;
}

function close() {
  editor?.close();
  editor = null;
}

function cancel() {
  if (!editor) return false;
  if ("adding" in one().dataset) {
    location.assign(root.querySelector("[data-do=cancel]").href);
    return true;
  }
  queued(() => load(one().dataset.here, { push: false }));
  return true;
}

// What follows from marked words is shown at once; the server reads it again when it is saved.
const REPEATED = { who_spans: "who", "place.spans": "place.words" };
let asked = 0;

async function follow(name, spans, words) {
  const form = root.querySelector("form.editing");
  const field = (path) => form.elements.namedItem(path);
  if (REPEATED[name]) field(REPEATED[name]).value = words;
  if (name === "source.spans" && !field("source.name").value) field("source.name").value = words;
  if (name === "source.spans" && !field("source.kind").value) field("source.kind").value = "person";
  if (name === "span" && form.dataset.type === "mention" && !field("actor").value) field("actor").value = words;
  if (name !== "span" || form.dataset.type !== "figure" || !spans.length) return;
  const turn = (asked += 1);
  const query = new URLSearchParams({ text: passage().dataset.text, start: spans[0][0], end: spans[0][1] });
  const read = await get(`/review/read?${query}`);
  if (turn !== asked || !editor) return;
  problem(read.number ? "" : `“${words}” is no number that can be read: give its lowest and highest count.`);
  if (!read.number) return;
  field("low").value = read.low ?? "";
  field("high").value = read.high ?? "";
  field("modifier").value = read.modifier;
}

function problem(words) {
  const line = root.querySelector("form.editing .problem");
  line.hidden = !words;
  line.textContent = words;
}

function save(form) {
  queued(async () => {
    const fields = Object.fromEntries(new FormData(form));
    try {
      const adding = "adding" in one().dataset;
      const answer = await post(form.getAttribute("action"), fields);
      if (adding) {
        location.assign(answer.go);
        return;
      }
      const { after } = one().dataset;
      say("Corrected: the new finding stands in place of the old one.", { undo });
      root.dataset.saved = answer.finding;
      await load(onward.checked && after ? after : answer.go);
    } catch (error) {
      problem(error.message);
    }
  });
}

function add() {
  if (editor || !one()) return false;
  const marked = chosen(passage());
  const query = new URLSearchParams({ text: passage().dataset.text, type: one().dataset.type, back: location.pathname + location.search });
  if (marked) {
    query.set("start", marked[0]);
    query.set("end", marked[1]);
  }
  location.assign(`/review/new?${query}`);
  return true;
}

// --- everything together ---

root.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("form.editing")) {
    event.preventDefault();
    save(form);
  } else if (form.matches("form.verdict") && event.submitter) {
    event.preventDefault();
    judge(event.submitter.value);
  } else if (form.getAttribute("action") === "/review/undo") {
    event.preventDefault();
    undo();
  }
});

root.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const action = { edit, cancel, new: add }[link.dataset.do];
  if (action) {
    event.preventDefault();
    action();
  } else if (link.closest(".steps, .facts, .people") && link.pathname.startsWith("/review/")) {
    event.preventDefault();
    queued(() => load(link.href));
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && editor && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    cancel();
  }
});

window.addEventListener("popstate", () => queued(() => load(location.href, { push: false })));

if (onward) {
  try {
    onward.checked = localStorage.getItem("hearsay-onward") !== "no";
  } catch {
    // storage may be forbidden
  }
  onward.addEventListener("change", () => {
    try {
      localStorage.setItem("hearsay-onward", onward.checked ? "yes" : "no");
    } catch {
      // not remembered, then
    }
    onward.blur();
  });
}

for (const select of document.querySelectorAll(".choosing select")) select.addEventListener("change", () => select.form.requestSubmit());

const parts = Object.fromEntries(["1", "2", "3", "4"].map((n) => [n, [() => (editor ? editor.focus(Number(n) - 1) : false), n === "1" ? "while editing: the first part, the second …" : ""]]));

if (one() && "adding" in one().dataset) {
  keys(parts);
} else {
  keys({
    j: [step("after"), "next finding"],
    k: [step("before"), "previous finding"],
    a: [() => judge("accepted"), "accept"],
    x: [() => judge("rejected"), "reject"],
    e: [edit, "edit: words and fields"],
    u: [undo, "undo your last action"],
    n: [step("unjudged"), "next finding without your word"],
    m: [add, "add a finding (from the marked words)"],
    ...parts,
  });
}

if (one()) show();
if (one() && "adding" in one().dataset) {
  edit();
  for (const part of editor.parts) if (part.spans.length) follow(part.name, part.spans, editor.words(part.spans));
}

