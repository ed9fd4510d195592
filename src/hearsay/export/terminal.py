"""A report for the terminal: each paragraph with what is said in it marked, and numbered notes that say who says it.

Attributions are numbered 1, 2, 3; figures are lettered a, b, c. Only article blocks and captions are shown, the
stretches in which findings can stand. Everything that comes from the report goes through `visible`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_lowercase
from typing import TYPE_CHECKING

from ..analyse import HEADS, lines, readable
from ..claims.own import own_voice
from ..ledger import State
from ..model import Attribution, Field, Figure, Label, Span
from .phrases import bounds, counted, spoken
from .view import View
from .visible import one_line, visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text as Styled

BESIDE = 110
"""Columns from which on the notes stand beside their paragraph and not under it."""

Piece = tuple[str, str]
"""Characters and their style ("" none, else words that rich knows)."""

_STYLES = {"content": "underline", "source": "bold", "cue": "italic green", "figure": "bold yellow", "mark": "cyan"}
_MARK = _STYLES["mark"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be shown: code points [start, end), its style, and the footnote sign set after its end."""

    start: int
    end: int
    style: str
    sign: str = ""
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the report with its notes; `head` for headlines and headings."""

    pieces: tuple[Piece, ...]
    notes: tuple[str, ...]
    head: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is shown of a report."""

    title: str
    facts: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]


def sheet(view: View, beside: Mapping[str, str] | None = None) -> Sheet:
    """A report laid out: title, facts about the document, and its paragraphs with their notes; `beside` is what else is to be
    said of a finding, by its id."""
    signs = _signs(view)
    marks = sorted(_marks(view, signs), key=lambda mark: (mark.start, -mark.end))
    notes = sorted(_notes(view, signs, beside or {}))
    paragraphs = []
    for block in view.text.blocks:
        if not readable(block):
            continue
        for span in lines(view.text.content, block.span):
            here = tuple(note for at, note in notes if span.start <= at < span.end)
            caption = [("[caption] ", "dim")] if block.label is Label.CAPTION else []
            shown = (*caption, *pieces(view.text.content, span, marks))
            paragraphs.append(Paragraph(shown, here, block.label in HEADS))
    title = one_line(view.about(Field.HEADLINE) or view.name)
    if paragraphs and not paragraphs[0].notes and "".join(text for text, _ in paragraphs[0].pieces) == title:
        del paragraphs[0]  # the headline is the title
    return Sheet(title, tuple(_facts(view)), tuple(paragraphs))


def plain(laid: Sheet) -> Iterator[str]:
    """The sheet as lines without styles; what is said is framed: "‹96[a] soldiers had died›[1]"."""
    yield laid.title
    yield from laid.facts
    for paragraph in laid.paragraphs:
        yield ""
        yield "".join(text for text, _ in paragraph.pieces)
        yield from (f"    {note}" for note in paragraph.notes)


def show(laid: Sheet, console: "Console") -> None:
    """Prints the sheet, with notes beside the paragraphs where the console is wide enough, else under them."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text as Styled

    console.print(Styled(laid.title, "bold"))
    for fact in laid.facts:
        console.print(Styled(fact, "dim"))
    wide = console.width >= BESIDE
    grid = Table.grid(padding=(0, 3))
    grid.add_column(ratio=3)
    grid.add_column(ratio=2)
    for paragraph in laid.paragraphs:
        text, notes = _styled(paragraph), _noted(paragraph.notes)
        if wide:
            grid.add_row(text, notes)
            grid.add_row("", "")
            continue
        console.print()
        console.print(text)
        if paragraph.notes:
            console.print(Padding(notes, (0, 0, 0, 4)))
    if wide:
        console.print()
        console.print(grid)


def pieces(content: str, span: Span, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The characters of `span` cut at the ends of marks, each stretch with the styles that cover it, and with the
    footnote signs. Where marks end together the inner one's sign comes first."""
    here = [mark for mark in marks if mark.start < span.end and mark.end > span.start]
    cuts = {span.start, span.end}
    cuts.update(mark.start for mark in here if mark.start > span.start)
    cuts.update(mark.end for mark in here if mark.end < span.end)
    for start, end in pairwise(sorted(cuts)):
        for mark in here:
            if mark.framed and max(mark.start, span.start) == start:
                yield "‹", _MARK
        styles = {mark.style: None for mark in here if mark.start <= start and mark.end >= end}
        yield visible(content[start:end]), " ".join(styles)
        for mark in reversed(here):
            if min(mark.end, span.end) == end:
                sign = mark.sign if mark.end == end else ""
                if mark.framed or sign:
                    yield ("›" if mark.framed else "") + sign, _MARK


def letters(number: int) -> str:
    """The sign of figure `number` (from 0): a ... z, aa, ab ..."""
    above, last = divmod(number, 26)
    return (letters(above - 1) if above else "") + ascii_lowercase[last]


def _signs(view: View) -> dict[str, str]:
    numbered = {key: str(i) for i, (key, _) in enumerate(view.attributions, 1)}
    return numbered | {key: letters(i) for i, (key, _) in enumerate(view.figures)}


def _marks(view: View, signs: dict[str, str]) -> Iterator[Mark]:
    for key, one in view.attributions:
        last = one.content[-1]
        for span in one.content:
            sign = f"[{signs[key]}]" if span == last else ""
            yield Mark(span.start, span.end, _STYLES["content"], sign, framed=True)
        yield from _plain_marks(one.source.spans if one.source else (), "source")
        yield from _plain_marks(one.cue.spans if one.cue else (), "cue")
    for key, figure in view.figures:
        yield Mark(figure.span.start, figure.span.end, _STYLES["figure"], f"[{signs[key]}]")


def _plain_marks(spans: Iterable[Span], style: str) -> Iterator[Mark]:
    return (Mark(span.start, span.end, _STYLES[style]) for span in spans)


def _notes(view: View, signs: dict[str, str], beside: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Where each note belongs (the first code point that it speaks of), and the note."""
    said = [(key, one.content[0].start, _attribution(view, signs, key, one)) for key, one in view.attributions]
    said += [(key, figure.span.start, _figure(view, signs, key, figure)) for key, figure in view.figures]
    for key, at, words in said:
        yield at, _note(view, signs, key, "; ".join(part for part in (words, beside.get(key, "")) if part))


def _note(view: View, signs: dict[str, str], key: str, said: str) -> str:
    state = view.by_id[key].standing.state
    standing = "" if state is State.PROPOSED else f"; {state.value}"
    return one_line(f"[{signs[key]}] {said}{standing}  #{short(key)}")


def _attribution(view: View, signs: dict[str, str], key: str, one: Attribution) -> str:
    cue = " … ".join(view.text.content[span.start : span.end] for span in one.cue.spans) if one.cue else ""
    around = view.inside[key]
    within = f", inside [{signs[around]}]" if around else ""
    return spoken(one) + (f", “{cue}”" if cue else "") + within


def _figure(view: View, signs: dict[str, str], key: str, one: Figure) -> str:
    parts = [counted(one), bounds(one)]
    if whole := signs.get(view.wholes.get(key, "")):
        parts.append(f"part of [{whole}]")
    owner = view.owners[key]
    parts.append(f"said by [{signs[owner]}]" if owner else "in the page's own voice")
    return "; ".join(part for part in parts if part)


def short(key: str) -> str:
    """The first eight digits of an id, enough to name it in most ledgers."""
    return key.partition(":")[2][:8] or key[:8]


def _facts(view: View) -> Iterator[str]:
    told = view.published
    date = "date unknown"
    if told is not None:
        clash = f", but its header says {told.header}" if told.conflict and told.header else ""
        date = f"published {told.value} ({told.basis}){clash}"
    outlet = view.about(Field.OUTLET) or "outlet unknown"
    yield one_line(f"{outlet} · {date} · {view.text.language} · {view.media_type}")
    byte_id = view.text.document.removeprefix("sha256:")[:12]
    where = f" · {view.sighting.url}" if view.sighting.url else ""
    counts = f"{len(view.attributions)} attributions, {len(view.figures)} figures, {len(view.mentions)} mentions"
    own = f"{len(own_voice(view))} statements in its own voice"
    yield one_line(f"{view.name} · sha256 {byte_id}{where} · {counts}, {own}")
    outside = sum(1 for block in view.text.blocks if not readable(block))
    if outside:
        yield f"{outside} blocks outside the article are not shown"


def _styled(paragraph: Paragraph) -> "Styled":
    from rich.text import Text as Styled

    made = Styled(style="bold" if paragraph.head else "")
    for text, style in paragraph.pieces:
        made.append(text.strip("‹›") if style == _MARK else text, style or None)
    return made


def _noted(notes: Iterable[str]) -> "Styled":
    from rich.text import Text as Styled

    made = Styled()
    for i, note in enumerate(notes):
        sign, _, rest = note.partition(" ")
        made.append(("\n" if i else "") + sign, _MARK)
        made.append(" " + rest, "dim")
    return made
