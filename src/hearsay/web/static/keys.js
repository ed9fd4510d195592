// Keys without a modifier, on this page. `keys({ j: [next, "next finding"] })`; a key typed into a field is that field's.
const bound = new Map();

export function keys(table) {
  for (const [key, [action, words]] of Object.entries(table)) bound.set(key, { action, words });
}

export function bindings() {
  return [...bound].map(([key, { words }]) => [key, words]).filter(([, words]) => words);
}

export function typing(target) {
  return target instanceof Element && (target.closest("input, textarea, select, [contenteditable='true']") !== null);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const found = bound.get(event.key);
  if (!found || (typing(event.target) && event.key !== "Escape")) return;
  if (document.querySelector("dialog[open]")) return;
  if (found.action(event) !== false) event.preventDefault();
});
