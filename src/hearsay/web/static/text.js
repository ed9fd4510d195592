// Offsets into a report's text are Unicode code points, and JavaScript counts UTF-16 units: every step between the two is here.
//
// The server cuts the text into pieces, `<span data-at="120">words</span>`; `data-at` is the offset of a piece's first code point.
// A piece with `data-size` stands for that many code points whatever it shows (a steering character, shown as a mark).

function pieces(root) {
  return [...root.querySelectorAll("[data-at]")];
}

const size = (piece) => (piece.dataset.size ? Number(piece.dataset.size) : points(piece.textContent));

export function points(string) {
  let count = 0;
  for (const _ of string) count += 1;
  return count;
}

// The UTF-16 index of code point `n` of a string.
export function unit(string, n) {
  let at = 0;
  let count = 0;
  for (const one of string) {
    if (count >= n) break;
    at += one.length;
    count += 1;
  }
  return at;
}

// A DOM Range over code points [start, end) of the text below `root`; null where no piece of it is there.
export function rangeOf(root, start, end) {
  let from = null;
  let to = null;
  for (const piece of pieces(root)) {
    const at = Number(piece.dataset.at);
    const last = at + size(piece);
    if (last <= start || at >= end) continue;
    from ??= [piece, Math.max(start, at) - at];
    to = [piece, Math.min(end, last) - at];
  }
  if (!from) return null;
  const range = document.createRange();
  range.setStart(...point(...from));
  range.setEnd(...point(...to));
  return range;
}

function point(piece, n) {
  const node = piece.firstChild;
  if (!node || piece.dataset.size) return [piece, n > 0 ? piece.childNodes.length : 0];
  return [node, unit(node.data, n)];
}

// The code points [start, end) that a DOM Range (of a selection, say) covers below `root`; null where it covers none.
export function offsetsOf(root, range) {
  let start = null;
  let end = null;
  for (const piece of pieces(root)) {
    if (!range.intersectsNode(piece)) continue;
    const at = Number(piece.dataset.at);
    const inside = within(piece, range);
    if (inside[1] <= inside[0]) continue;
    start ??= at + inside[0];
    end = at + inside[1];
  }
  return start === null ? null : [start, end];
}

function within(piece, range) {
  const whole = size(piece);
  const node = piece.firstChild;
  if (piece.dataset.size || !node) return [0, whole];
  const begins = range.startContainer === node ? points(node.data.slice(0, range.startOffset)) : 0;
  const ends = range.endContainer === node ? points(node.data.slice(0, range.endOffset)) : whole;
  return [begins, ends];
}
