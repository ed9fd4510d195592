// Home: adding reports without leaving the page, with progress; a reload shows the same, as the server keeps it.
import { get } from "./post.js";
import { say } from "./toast.js";

const box = document.getElementById("jobs");
const WAIT = 600;
let timer = null;

async function refresh() {
  timer = null;
  try {
    const { busy, html } = await get("/jobs");
    if (box.innerHTML !== html) box.innerHTML = html; // escaped by the server
    if (busy) again();
    else await renew();
  } catch (error) {
    say(error.message, { problem: true });
    again(WAIT * 10);
  }
}

function again(wait = WAIT) {
  timer ??= setTimeout(refresh, wait);
}

// The parts of the page that what was added changes; what is being typed stays.
async function renew() {
  const response = await fetch("/", { credentials: "same-origin" });
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const id of ["counts", "waiting", "recent"]) {
    const old = document.getElementById(id);
    const made = fresh.getElementById(id);
    if (old && made && old.innerHTML !== made.innerHTML) old.replaceWith(document.adoptNode(made));
  }
  await part();
}

async function part() {
  const place = document.getElementById("disputes");
  const response = await fetch(place.dataset.part, { credentials: "same-origin" });
  if (response.ok) place.innerHTML = await response.text(); // escaped by the server
}

for (const form of document.querySelectorAll("form[data-add]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await send(new FormData(form), form);
  });
}

async function send(fields, form) {
  try {
    const response = await fetch("/add", { method: "POST", body: fields, headers: { accept: "application/json" }, credentials: "same-origin" });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error);
    form?.reset();
    again(50);
  } catch (error) {
    say(error.message, { problem: true });
  }
}

const drop = document.querySelector(".drop");
for (const kind of ["dragenter", "dragover"]) {
  drop.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  const fields = new FormData();
  for (const file of event.dataTransfer.files) fields.append("files", file);
  if (event.dataTransfer.files.length) send(fields, null);
});

part().catch(() => {});
if (box.querySelector(".job.busy")) again(WAIT);
