// On every page: the theme switch, the list of keys, and choices that are taken at once.
import { bindings, keys } from "./keys.js";

const root = document.documentElement;
const NAMES = { auto: "as the system", light: "light", dark: "dark" };
const NEXT = { auto: "light", light: "dark", dark: "auto" };
const button = document.querySelector("[data-theme-switch]");

function show(theme) {
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  button.setAttribute("aria-label", `Theme: ${NAMES[theme]}`);
  button.title = `Theme: ${NAMES[theme]}`;
}

button.addEventListener("click", () => {
  const theme = NEXT[root.dataset.theme ?? "auto"];
  show(theme);
  try {
    if (theme === "auto") localStorage.removeItem("hearsay-theme");
    else localStorage.setItem("hearsay-theme", theme);
  } catch {
    // not remembered, then
  }
});
show(root.dataset.theme ?? "auto");

const dialog = document.querySelector("dialog.keys");

function showKeys() {
  if (dialog.open) return;
  const list = dialog.querySelector("dl");
  list.replaceChildren();
  for (const [key, words] of bindings()) {
    const dt = document.createElement("dt");
    const kbd = document.createElement("kbd");
    kbd.textContent = key;
    dt.append(kbd);
    const dd = document.createElement("dd");
    dd.textContent = words;
    list.append(dt, dd);
  }
  dialog.showModal();
}

for (const one of document.querySelectorAll("[data-show-keys]")) one.addEventListener("click", showKeys);
keys({ "?": [showKeys, "this list"] });

for (const choice of document.querySelectorAll("select[data-at-once]")) choice.addEventListener("change", () => choice.form.requestSubmit());
