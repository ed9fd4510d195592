"""The scope of a figure where its own sentence does not tell: that of its whole, of the number it repeats, or of the stretch
of time that its paragraph or bulletin opens with."""

from ..analyse import Analysis, Sentence
from ..model import Measure, Precision, Scope, Window
from .bonds import WEAK
from .casing import cased
from .circumstances import Around
from .dating import STATES
from .drafts import TELLING, Draft
from .stretches import Stretch
from .windows import Clock, Expression, window

OPENING = 12
"""Words at the start of a sentence within which a stretch of time opens a bulletin."""
BACK = 30
"""Sentences that are looked back through at most."""
LINE = 4
"""Words before the colon of a bulletin's line ("Sector North: two wounded"), or before the time that opens it, at most."""


class Scopes:
    """Settles scopes in order of place; remembers those told so far."""

    def __init__(self, analysis: Analysis, clock: Clock) -> None:
        self.analysis, self.clock, self.words = analysis, clock, cased(analysis)
        self._of: dict[int, Scope] = {}
        self._by_value: dict[int, Scope] = {}
        self._evident: Scope | None = None
        self._by_measure: dict[Measure, Scope] = {}
        self._opened: dict[int, Stretch | None] = {}
        self._numbers = {sentence.first: i for i, sentence in enumerate(analysis.sentences)}

    def settle(self, draft: Draft, about: Around) -> Scope:
        """The scope of a figure with what stands around it."""
        scope = about.scope if about.evident else self._told(draft) or about.scope
        self._evident = about.scope if about.evident else self._evident
        self._of[id(draft)] = scope
        value = draft.one.low or draft.one.high
        if value is not None and draft.one.kind == "number":
            self._by_value.setdefault(value, scope)
            if draft.whole is None:
                self._by_measure[draft.bond.measure] = scope
        return scope

    def _told(self, draft: Draft) -> Scope | None:
        if draft.whole is not None:
            return self._of.get(id(draft.whole))
        value = draft.one.low or draft.one.high or 0
        if draft.bond.hit.trigger.form == WEAK:
            if draft.bond.measure in STATES:
                return Scope.CUMULATIVE
            return self._by_value.get(value) or self._by_measure.get(draft.bond.measure)
        if value >= TELLING and draft.one.kind == "number" and (told := self._by_value.get(value)):
            return told
        if self._bulletin(draft.sentence) is not None:
            return Scope.PERIOD
        words = {self.words[k].lower for k in range(draft.sentence.first, draft.sentence.last)}
        process = not words.isdisjoint(self.analysis.language.harm.process)
        return Scope.PERIOD if process and self._evident is Scope.PERIOD and draft.one.kind == "number" else None

    def window(self, draft: Draft) -> Window | None:
        """What "during this time" means in a paragraph that a stretch of time opens."""
        words, harm = self.words, self.analysis.language.harm
        first, last = draft.sentence.first, draft.sentence.last
        for k in range(first, last):
            size = next((n for n in (4, 3, 2) if tuple(word.lower for word in words[k : min(last, k + n)]) in harm.periods), 0)
            if size and (stretch := self._bulletin(draft.sentence)) is not None:
                return window(self.analysis.content, words, Expression(k, k + size, stretch))
        return None

    def _bulletin(self, sentence: Sentence) -> Stretch | None:
        """The stretch of time that opens the paragraph that a sentence goes on with, or the list that it is a line of."""
        at = self._numbers.get(sentence.first)
        if at is None:
            return None
        sentences = self.analysis.sentences
        line = any(self.words[k].text == ":" for k in range(sentence.first, min(sentence.last, sentence.first + LINE)))
        for i in range(at - 1, max(-1, at - BACK), -1):
            apart = sentences[i].block != sentence.block or sentences[i].paragraph != sentence.paragraph
            if apart and not line:
                return None
            if (found := self._opens(i)) is not None:
                return found
        return None

    def _opens(self, i: int) -> Stretch | None:
        """The stretch of time with both ends that sentence `i` begins with."""
        if i not in self._opened:
            sentence = self.analysis.sentences[i]
            last = min(sentence.last, sentence.first + OPENING)
            found = next(self.clock.expressions(self.words, sentence.first, last), None)
            if found is None or found.first > sentence.first + LINE:
                self._opened[i] = None
            else:
                stretch = found.stretch
                both = stretch.start is not None and stretch.end is not None and stretch.start != stretch.end
                self._opened[i] = stretch if both and stretch.precision is not Precision.DAY else None
        return self._opened[i]
