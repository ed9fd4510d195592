// Copies by keyboard: j and k go from pair to pair, a, x and u are said of the pair that has the focus.
import { judge } from "./judging.js";
import { keys } from "./keys.js";

const pairs = [...document.querySelectorAll("[data-copy]")];
const at = () => pairs.findIndex((one) => one.contains(document.activeElement));

function go(step) {
  const next = pairs[Math.min(Math.max(at() + step, 0), pairs.length - 1)];
  next?.focus();
}

function say(stance) {
  const pair = pairs[Math.max(at(), 0)];
  if (pair) judge(pair.querySelector("[data-judge]").dataset.judge, stance);
}

keys({
  j: [() => go(1), "next pair"],
  k: [() => go(-1), "previous pair"],
  a: [() => say("accepted"), "accept"],
  x: [() => say("rejected"), "reject"],
  u: [() => say("withdrawn"), "undo"],
});
