// Pictures with marks that lead to words: a mark that is pointed at, or that has the focus, is told beside the picture. What a mark
// is, the server has written into the table or the list below it (`data-of`); without this script the marks are plain links.
const NEAR = 26; // pixels from the middle of a mark within which it is pointed at

for (const box of document.querySelectorAll("[data-plot]")) enhance(box);

function enhance(box) {
  const svg = box.querySelector("svg.hearsay-plot");
  const field = svg.parentElement; // what listens: an svg that listens for focus becomes a stop of its own
  const readout = box.querySelector("[data-readout]");
  const marks = [...svg.querySelectorAll("a.mark")];
  const told = new Map([...box.querySelectorAll("[data-of]")].map((one) => [one.dataset.of, one]));
  const row_of = (mark) => told.get(mark?.dataset.node ?? mark?.dataset.id);
  let current = null;
  let touched = false;
  if (!marks.length) return;

  for (const mark of marks) {
    mark.querySelector(":scope > title")?.remove(); // told beside the picture; it stays the mark's label
    mark.setAttribute("tabindex", "-1");
  }
  marks[0].setAttribute("tabindex", "0");

  function show(mark, { scroll = true } = {}) {
    if (mark === current) return;
    current?.classList.remove("on");
    row_of(current)?.classList.remove("on");
    current = mark;
    if (!mark) return;
    mark.classList.add("on");
    const row = row_of(mark);
    row?.classList.add("on");
    readout.replaceChildren(...words(mark, row));
    const room = scroll && row?.closest(".scroll"); // only the table moves, never the page
    if (room) room.scrollTop = row.offsetTop - (room.clientHeight - row.offsetHeight) / 2;
  }

  function words(mark, row) {
    if (!row) return [made("p", mark.getAttribute("aria-label"))];
    return row instanceof HTMLTableRowElement ? fields(row) : [...row.cloneNode(true).childNodes];
  }

  function focus(mark) {
    for (const one of marks) one.setAttribute("tabindex", one === mark ? "0" : "-1");
    mark.focus();
  }

  field.addEventListener("focusin", (event) => {
    const mark = event.target.closest("a.mark");
    if (!mark) return;
    for (const one of marks) one.setAttribute("tabindex", one === mark ? "0" : "-1");
    show(mark);
  });

  field.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") show(nearest(marks, event) ?? current);
  });
  field.addEventListener("pointerdown", (event) => {
    touched = event.pointerType !== "mouse" && nearest(marks, event) !== current;
  });
  field.addEventListener("click", (event) => {
    const mark = event.pointerType === "mouse" || touched ? nearest(marks, event) : null;
    if (touched && mark) {
      event.preventDefault(); // the first tap tells what it is, the second one opens its words
      show(mark);
    } else if (mark && mark !== event.target.closest("a.mark") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault(); // marks may lie on each other: what is told is what opens
      location.assign(mark.getAttribute("href"));
    }
    touched = false;
  });

  field.addEventListener("keydown", (event) => {
    const at = marks.indexOf(event.target.closest("a.mark"));
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = {
      ArrowRight: () => marks[at + 1],
      ArrowLeft: () => marks[at - 1],
      ArrowDown: () => beyond(marks, at, 1),
      ArrowUp: () => beyond(marks, at, -1),
      Home: () => marks[0],
      End: () => marks.at(-1),
    }[event.key];
    if (!next) return;
    event.preventDefault();
    const mark = next();
    if (mark) focus(mark);
  });

  for (const mark of marks) {
    row_of(mark)?.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(mark, { scroll: false }));
  }
}

// A row of a table as the names of its columns and what stands in them.
function fields(row) {
  const names = [...row.closest("table").tHead.rows[0].cells].map((cell) => cell.textContent);
  const list = document.createElement("dl");
  [...row.cells].forEach((cell, at) => {
    if (!cell.textContent.trim()) return;
    const value = document.createElement("dd");
    value.append(...cell.cloneNode(true).childNodes);
    list.append(made("dt", names[at]), value);
  });
  return [list];
}

function made(name, words) {
  const element = document.createElement(name);
  element.textContent = words;
  return element;
}

function middle(mark) {
  const box = (mark.querySelector(".reach") ?? mark).getBoundingClientRect();
  return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
}

// The mark that is pointed at: the one whose middle lies nearest, or the one under the pointer (a long bar, a box).
function nearest(marks, event) {
  let best = null;
  let least = NEAR;
  for (const mark of marks) {
    const [x, y] = middle(mark);
    const far = Math.hypot(x - event.clientX, y - event.clientY);
    if (far < least) [best, least] = [mark, far];
  }
  return best ?? event.target.closest("a.mark");
}

// The nearest mark above or below.
function beyond(marks, at, way) {
  const [x, y] = middle(marks[at]);
  let best = null;
  let least = Infinity;
  for (const mark of marks) {
    const [left, top] = middle(mark);
    const down = (top - y) * way;
    const far = down + 2 * Math.abs(left - x);
    if (mark !== marks[at] && down > 1 && far < least) [best, least] = [mark, far];
  }
  return best;
}
