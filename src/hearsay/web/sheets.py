"""What a report's page shows: its text cut into marked pieces, and a card for every finding. Pure, save for the ledger's
report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..claims.view import View
from ..covering import inside, owner
from ..export.terminal import letters
from ..ledger import Entry, State
from ..model import About, Attribution, Field, Figure, Mention, Polarity, Reading, Sighting, Span
from ..readers.published import Published
from ..store.reports import StoredReport
from .cutting import Mark, Run, runs
from .judging import Word, word_of

RIGHT_TO_LEFT = frozenset("ar ckb dv fa he ku ps sd ug ur yi".split())
"""Languages (ISO 639) that are mostly written from right to left."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a finding stands in: the sign of the attribution around it, and who speaks there."""

    sign: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Card:
    """A finding with all that its report tells. `sign` is its number (attributions), letter (figures) or "m" and a number
    (mentions); `around` the attributions that it stands in, innermost first; `holds` the signs of the figures and attributions
    that stand directly inside it; `whole` the sign of the figure that it is part of; `quote` its words, `cue` its cue's."""

    id: str
    sign: str
    type: str
    finding: Attribution | Figure | Mention
    said: Word
    quote: str
    start: int
    end: int
    cue: str = ""
    around: tuple[Voice, ...] = ()
    holds: tuple[str, ...] = ()
    whole: str = ""
    note: str = ""

    @property
    def own_voice(self) -> bool:
        """Whether the outlet itself says it: nobody is named around it."""
        return not self.around and not isinstance(self.finding, Attribution)

    @property
    def dropped(self) -> bool:
        """Whether it stands no longer."""
        return not self.said.entry.standing.stands


@dataclass(frozen=True)
class Sheet:
    """A report's page."""

    view: View
    title: str
    cards: tuple[Card, ...]
    runs: tuple[Run, ...]
    facts: tuple[tuple[About, Word], ...]
    sightings: tuple[Sighting, ...]
    readings: tuple[Reading, ...]
    dropped: int
    mentions: int
    by_sign: Mapping[str, Card] = field(default_factory=dict)

    @property
    def published(self) -> Published | None:
        return self.view.published

    @property
    def direction(self) -> str:
        """Which way the text's language is written, "ltr" or "rtl"; each paragraph decides for itself besides."""
        return "rtl" if self.view.text.language in RIGHT_TO_LEFT else "ltr"

    @property
    def outlet(self) -> str:
        """What the page calls its outlet, "" where it does not say."""
        return self.view.about(Field.OUTLET) or ""


def sheet(stored: StoredReport, agent: str = "", *, mentions: bool = False, dropped: bool = False) -> Sheet:
    """The page of a report for a reviewer. `mentions` adds what people are called, `dropped` what was rejected or replaced."""
    page = stored.report.page
    said = [entry for entry in stored.entries if entry.standing.by]
    standing = tuple(entry for entry in said if entry.standing.stands)
    view = View(stored.report.sighting, page.document.media_type, page.text, page.abouts, standing)
    gone = [entry for entry in said if not entry.standing.stands and isinstance(entry.finding, Attribution | Figure | Mention)]
    cards = tuple(_cards(stored, view, agent, gone if dropped else [], mentions))
    facts = [(e.finding, word_of(e, stored.verdicts[e.id], agent)) for e in said if isinstance(e.finding, About)]
    return Sheet(
        view=view,
        title=view.about(Field.HEADLINE) or view.name,
        cards=cards,
        runs=tuple(runs(page.text, [mark for card in cards for mark in marks(card)])),
        facts=tuple(facts),
        sightings=stored.sightings,
        readings=stored.report.readings,
        dropped=len(gone),
        mentions=len(view.mentions),
        by_sign={card.sign: card for card in cards},
    )


def _cards(stored: StoredReport, view: View, agent: str, gone: Sequence[Entry], mentions: bool) -> Iterator[Card]:
    """In order of the text, the wider first."""
    signs = {key: str(n) for n, (key, _) in enumerate(view.attributions, 1)}
    signs |= {key: letters(n) for n, (key, _) in enumerate(view.figures)}
    signs |= {key: f"m{n}" for n, (key, _) in enumerate(view.mentions, 1)}
    signs |= {entry.id: f"x{n}" for n, entry in enumerate(gone, 1)}
    shown = [*(e for e in view.entries if mentions or not isinstance(e.finding, Mention)), *gone]
    made = _Made(stored, view, signs, agent)
    cards = [made.card(e, e.finding) for e in shown if isinstance(e.finding, Attribution | Figure | Mention)]
    return iter(sorted(cards, key=lambda card: (card.start, -card.end, card.sign)))


class _Made:
    """Makes the cards of one report."""

    def __init__(self, stored: StoredReport, view: View, signs: Mapping[str, str], agent: str) -> None:
        self._stored, self._view, self._signs, self._agent = stored, view, signs, agent
        self._said = dict(view.attributions)
        self._inside = inside(view.attributions)
        self._owners = {key: owner(one, view.attributions) for key, one in view.figures}

    def card(self, entry: Entry, one: Attribution | Figure | Mention) -> Card:
        spans = one.content if isinstance(one, Attribution) else (one.span,)
        words = self._view.text.content
        cue = " … ".join(words[s.start : s.end] for s in one.cue.spans) if isinstance(one, Attribution) and one.cue else ""
        first = self._around(entry.id, one, spans)
        return Card(
            id=entry.id,
            sign=self._signs[entry.id],
            type=type(one).__name__.lower(),
            finding=one,
            said=word_of(entry, self._stored.verdicts[entry.id], self._agent),
            quote=" … ".join(words[s.start : s.end] for s in spans),
            start=spans[0].start,
            end=spans[-1].end,
            cue=cue,
            around=tuple(self._chain(first)),
            holds=tuple(self._holds(entry.id)),
            whole=self._signs.get(self._view.wholes.get(entry.id, ""), ""),
        )

    def _around(self, key: str, one: Attribution | Figure | Mention, spans: Sequence[Span]) -> str | None:
        """The id of the innermost attribution that a finding stands in; of a dropped one that of what is around its words."""
        if key in self._inside:
            return self._inside[key]
        if key in self._owners:
            return self._owners[key]
        whole = Span(spans[0].start, spans[-1].end)
        found = self._view.narrowest(whole)
        return None if isinstance(one, Attribution) and found and self._said[found].content == one.content else found

    def _chain(self, key: str | None) -> Iterator[Voice]:
        while key is not None:
            source = self._said[key].source
            yield Voice(self._signs[key], source.name if source else "")
            key = self._inside[key]

    def _holds(self, key: str) -> Iterator[str]:
        for table in (self._inside, self._owners):
            yield from (self._signs[one] for one, around in table.items() if around == key)


def marks(card: Card) -> Iterator[Mark]:
    """The stretches of the text that a finding marks."""
    one, gone = card.finding, " gone" if card.dropped else ""
    if isinstance(one, Figure):
        own = " own" if card.own_voice else ""
        yield Mark(one.span.start, one.span.end, card.sign, f"fig{own}{gone}", closing=True)
    elif isinstance(one, Mention):
        yield Mark(one.span.start, one.span.end, card.sign, f"men{gone}", closing=True)
    else:
        denied = " denied" if one.polarity is Polarity.DENIED else ""
        for span in one.content:
            last = span == one.content[-1]
            yield Mark(span.start, span.end, card.sign, f"said q-{one.quoting.value}{denied}{gone}", last, not card.dropped)
        yield from _parts(card.sign, one.source.spans if one.source else (), "src")
        yield from _parts(card.sign, one.cue.spans if one.cue else (), "cue")


def _parts(sign: str, spans: Iterable[Span], looks: str) -> Iterator[Mark]:
    return (Mark(span.start, span.end, sign, looks, beside=True) for span in spans)


def tally(cards: Iterable[Card]) -> dict[str, int]:
    """How many of the cards wait for a person, and how many each type has."""
    found = {"waiting": 0, "attribution": 0, "figure": 0, "mention": 0}
    for card in cards:
        found[card.type] += 1
        found["waiting"] += card.said.entry.standing.state is State.PROPOSED
    return found
