"""From a report as it stands to its claims."""

from collections.abc import Iterable, Iterator
from itertools import chain

from ..covering import owner, within
from ..ledger import Entry, in_utc
from ..model import Attribution, Field, Figure, Mention, Span
from .base import Claim, Origin, Voice
from .setting import settings
from .view import View

AROUND = 160
"""Code points of context on each side of a claim, within its line."""


def claims_of(view: View, dropped: Iterable[Entry] = ()) -> Iterator[Claim]:
    """Every attribution, figure and mention of a view, each type in order of the text; then those `dropped` ones, which were
    rejected or replaced, and around which there is what still stands."""
    origin = origin_of(view)
    voices = _Voices(view)
    places = settings(view)
    entries = (view.by_id[key] for key, _ in chain(view.attributions, view.figures, view.mentions))
    for entry in chain(entries, dropped):
        one = entry.finding
        if isinstance(one, Attribution | Figure | Mention):
            start, context = _context(view.text.content, _extent(one))
            words, cue = (view.words(one), cue_words(view, one)) if isinstance(one, Attribution) else (one.words, "")
            standing = entry.standing
            whole = view.wholes.get(entry.id)
            around = voices.around(entry.id, one)
            told = (whole, words, cue, context, start, places.get(entry.id, ""))
            yield Claim(entry.id, one, origin, standing.state, standing.confidence, around, *told)


def origin_of(view: View) -> Origin:
    """What the claims of a view say of their report."""
    return Origin(
        text=view.text.id,
        document=view.text.document,
        name=view.name,
        at=in_utc(view.sighting.at).isoformat(timespec="microseconds").replace("+00:00", "Z"),
        url=view.sighting.url,
        outlet=view.about(Field.OUTLET) or "",
        title=view.about(Field.HEADLINE) or "",
        byline=view.about(Field.BYLINE) or "",
        published=view.published.value if view.published else None,
        language=view.text.language,
    )


def voice(key: str, one: Attribution) -> Voice:
    """An attribution as the voice of what stands inside of it."""
    lemma, shade = (one.cue.lemma, one.cue.shade) if one.cue else ("", "")
    return Voice(key, one.source, one.via, lemma, shade, one.quoting.value, one.polarity, one.inferred)


def cue_words(view: View, one: Attribution) -> str:
    """An attribution's cue as written, its lemma where it is left to be understood, "" where it has none."""
    if one.cue is None:
        return ""
    return " … ".join(view.text.content[span.start : span.end] for span in one.cue.spans) or one.cue.lemma


class _Voices:
    """The attributions of a view as voices, each looked for once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._by_id = dict(view.attributions)
        self._known: dict[str, tuple[Voice, ...]] = {}

    def around(self, key: str, one: Attribution | Figure | Mention) -> tuple[Voice, ...]:
        """The voices around a finding, innermost first."""
        if isinstance(one, Attribution):
            inner = within(key, one, self._view.attributions)
        else:
            inner = owner(one, self._view.attributions) if isinstance(one, Figure) else self._view.narrowest(one.span)
        return self._from(inner) if inner else ()

    def _from(self, key: str) -> tuple[Voice, ...]:
        """The voice of that attribution and of those around it."""
        if key not in self._known:
            above = self._view.inside[key]
            self._known[key] = (voice(key, self._by_id[key]), *(self._from(above) if above else ()))
        return self._known[key]


def _extent(one: Attribution | Figure | Mention) -> Span:
    if isinstance(one, Attribution):
        return Span(one.content[0].start, one.content[-1].end)
    return one.span


def _context(content: str, span: Span) -> tuple[int, str]:
    """Where the words around begin, and the words: no further than the line's ends."""
    start = max(content.rfind("\n", 0, span.start) + 1, span.start - AROUND)
    line_end = content.find("\n", span.end)
    end = min(len(content) if line_end < 0 else line_end, span.end + AROUND)
    return start, content[start:end]
