// The ledger's page: "/" goes to the search field, j and k from row to row, a choice of order is taken at once.
import { keys } from "./keys.js";

const form = document.querySelector("[data-asking]");
const field = form.querySelector("input[type=search]");
const rows = [...document.querySelectorAll("table.rows tbody tr")];
let at = -1;

function go(step) {
  if (!rows.length) return false;
  at = Math.min(rows.length - 1, Math.max(0, at + step));
  const target = rows[at].querySelector(".to-passage");
  target.focus({ preventScroll: true });
  rows[at].scrollIntoView({ block: "nearest" });
  return true;
}

function follow(selector) {
  const found = document.querySelector(selector);
  if (!found) return false;
  found.click();
  return true;
}

form.querySelector("select").addEventListener("change", () => form.requestSubmit());
form.addEventListener("submit", () => {
  for (const one of form.querySelectorAll("input")) if (!one.value) one.disabled = true; // the address stays short
});
window.addEventListener("pageshow", () => {
  for (const one of form.querySelectorAll("input")) one.disabled = false;
});

const narrow = window.matchMedia("(max-width: 60rem)");
const filters = document.querySelector(".all-facets");
if (narrow.matches) filters.open = false;
narrow.addEventListener("change", () => {
  filters.open = !narrow.matches;
});

keys({
  "/": [() => field.select() ?? field.focus(), "search"],
  j: [() => go(1), "next row"],
  k: [() => go(-1), "previous row"],
  r: [() => (at < 0 ? follow(".actions a.button") : rows[at].querySelector(".c-state a").click()), "review these, or the row"],
  e: [() => (at < 0 ? false : rows[at].querySelector(".to-edit").click()), "edit the row"],
  n: [() => follow(".pager a[rel=next]"), "next page of the list"],
  p: [() => follow(".pager a[rel=prev]"), "previous page of the list"],
});
