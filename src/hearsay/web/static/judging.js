// Accept, reject and undo without leaving the page. `judge(id, stance)` saves the word and puts in what the server then shows;
// it tells others by the event "hearsay:judged" (detail: the answer of /judge).
import { post } from "./post.js";
import { say } from "./toast.js";

const DONE = { accepted: "Accepted", rejected: "Rejected", withdrawn: "Taken back" };

export async function judge(id, stance, { quiet = false } = {}) {
  try {
    const answer = await post("/judge", { finding: id, stance, back: location.pathname + location.search });
    for (const old of document.querySelectorAll(`[data-standing="${CSS.escape(answer.finding)}"]`)) swap(old, answer.html);
    document.dispatchEvent(new CustomEvent("hearsay:judged", { detail: answer }));
    const undo = stance === "withdrawn" ? null : () => judge(id, "withdrawn");
    if (!quiet) say(`${DONE[stance]}.${answer.state === "disputed" ? " Others see it differently: it is disputed." : ""}`, { undo });
    return answer;
  } catch (error) {
    say(error.message, { problem: true });
    return null;
  }
}

function swap(old, html) {
  const focused = old.contains(document.activeElement) ? document.activeElement.value : null;
  const made = document.createElement("template");
  made.innerHTML = html;
  const fresh = made.content.firstElementChild;
  old.replaceWith(fresh);
  if (focused) (fresh.querySelector(`button[value="${focused}"]:not(:disabled)`) ?? fresh.querySelector("button"))?.focus();
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-judge]");
  if (!form || !event.submitter) return;
  event.preventDefault();
  judge(form.dataset.judge, event.submitter.value);
});
