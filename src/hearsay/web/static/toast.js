// A short notice at the edge of the page, read out by screen readers; with a way to undo where there is one.
const STAYS = 6000;

export function say(words, { undo = null, problem = false } = {}) {
  const box = document.querySelector(".toasts");
  const one = document.createElement("div");
  one.className = problem ? "toast problem" : "toast";
  const text = document.createElement("span");
  text.dir = "auto";
  text.textContent = words;
  one.append(text);
  if (undo) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Undo";
    button.addEventListener("click", () => {
      one.remove();
      undo();
    });
    one.append(button);
  }
  while (box.children.length > 2) box.firstChild.remove();
  box.append(one);
  setTimeout(() => one.remove(), problem ? STAYS * 2 : STAYS);
}
