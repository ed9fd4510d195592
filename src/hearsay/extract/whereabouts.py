"""Where the harm was done: the place named in the figure's own sentence, and the words that its count rests on."""

from bisect import bisect_left

from ..analyse import Analysis, Sentence
from ..lang.figure_tables import Harm
from ..model import Measure, Place, Span
from .bonds import WEAK, Bond
from .casing import cased
from .dating import reach
from .names import Kind, Name
from .phrases import Counted, extent

NEAR = 24
"""Words between harm and its place at most."""
LABEL = 4
"""Words before the colon of a line that tells of one place ("Sau Velle: four killed") at most."""
BASIS = 8
"""Words after "confirmed by" at most."""


class Whereabouts:
    """Looks for places among the names of a text."""

    def __init__(self, analysis: Analysis, found: list[Name]) -> None:
        self.analysis, self.words, self.harm = analysis, cased(analysis), analysis.language.harm
        self.names, self.firsts = found, [name.first for name in found]

    def of(self, sentence: Sentence, one: Counted, bond: Bond) -> Place | None:
        """The label of the line, or the nearest name that a preposition, an event or a noun of places makes one."""
        if (label := self._label(sentence, one)) is not None:
            return label
        if bond.hit.trigger.form == WEAK:
            return None
        low, high = reach(sentence, one, bond)
        near = self.names[bisect_left(self.firsts, sentence.first) : bisect_left(self.firsts, sentence.last)]
        fitting = [name for name in near if self._is_place(sentence, name, bond)]

        def distance(name: Name) -> tuple[int, int]:
            own = max(one.lead - name.last, name.first - one.end, 0) + (name.last <= one.lead)
            return min(own, max(bond.hit.first - name.last, name.first - bond.hit.last, 0)), name.first

        best = min(fitting, key=distance, default=None)
        if best is None or max(low - best.last, best.first - high) > NEAR:
            return None
        return Place(best.words, (best.span,))

    def _label(self, sentence: Sentence, one: Counted) -> Place | None:
        """ "Sau Velle: four killed", "Third Ward: none dead"."""
        last = min(one.lead, sentence.first + LABEL + 1)
        end = next((k for k in range(sentence.first + 1, last) if self.words[k].text == ":"), None)
        named = range(sentence.first, end) if end is not None else range(0)
        beside = self.harm.joins | self.harm.place_nouns | self.harm.landscapes
        capitals = [self.words[k].text[0].isupper() for k in named]
        if end is None or not all(up or self.words[k].lower in beside for k, up in zip(named, capitals, strict=True)):
            return None
        if not any(capitals):
            return None
        span = extent(self.words, sentence.first, end)
        if span is None or any(self.words[k].lower in self.harm.heads for k in named):
            return None
        return Place(self.analysis.content[span.start : span.end], (span,))

    def _is_place(self, sentence: Sentence, name: Name, bond: Bond) -> bool:
        after = self.words[name.last].lower if name.last < sentence.last else "."
        noun = after in self.harm.place_nouns | self.harm.landscapes
        if name.kind is not Kind.UNKNOWN and not noun:
            return False
        if after in self.harm.reporting or (after.isalpha() and not self._may_follow(name.last, after) and not noun):
            return False
        j = name.first - 1
        while j > sentence.first and (self.words[j].lower in self.harm.definite or self.words[j].lower in self.harm.directions):
            j -= 1
        before = self.words[j].lower if j >= sentence.first else ""
        earlier = self.words[j - 1].lower if j > sentence.first else ""
        if before in self.harm.of:
            return earlier in self.harm.place_nouns | self.harm.dwellers
        if before in self.harm.place_prepositions and earlier not in self.harm.event | self.harm.reporting:
            return True
        if before in self.harm.place_words or (noun and before in self.harm.prepositions):
            return True
        if before in self.harm.targets and earlier in self.harm.event:
            return True
        return bond.measure is Measure.DISPLACED and before in self.harm.leaving

    def _may_follow(self, at: int, after: str) -> bool:
        """Whether a word after a name leaves it a name of its own: no noun goes with it ("in camouflage dress")."""
        harm = self.harm
        plain = after in harm.stops | harm.prepositions | harm.be | harm.light | harm.joins | harm.breaks | harm.relatives
        return plain or (after,) in harm.triggers or after in harm.time_words or not self.words[at].text[0].islower()


def basis(analysis: Analysis, sentence: Sentence, harm: Harm) -> str:
    """What a sentence says its count rests on ("confirmed by two independent records"), "" where it says nothing."""
    words = cased(analysis)
    for k in range(sentence.first, sentence.last - 1):
        if (words[k].lower, words[k + 1].lower) not in harm.resting:
            continue
        end = k + 2
        while end < min(sentence.last, k + BASIS) and words[end].text[0].isalnum() and words[end].lower not in harm.be:
            end += 1
        if end > k + 2:
            span = Span(words[k].start, words[end - 1].end)
            return analysis.content[span.start : span.end]
    return ""
