"""What stands around a figure: scope, window, place, polarity, modality."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..analyse import Analysis, Sentence
from ..model import Measure, Modality, Place, Polarity, Precision, Scope, Window
from .bonds import Bond
from .counted import Counted
from .names import Kind, Name
from .windows import Clock, Expression, window

NEAR = 14
"""Words between harm and its place at most."""
SMALL = 1000
"""A plain past count up to this many is taken for one event's, without other evidence."""
STATES = frozenset({Measure.MISSING, Measure.HELD, Measure.TRAPPED, Measure.DETAINED, Measure.DISPLACED})
DATELINE_ENDS = frozenset("(—–-") | {"--"}


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around one figure."""

    scope: Scope
    window: Window | None
    place: Place | None
    polarity: Polarity
    modality: Modality


class Circumstances:
    """Looks around figures; keeps the time expressions of the sentence it looked at last."""

    def __init__(self, analysis: Analysis, found: list[Name]) -> None:
        self.analysis, self.words, self.harm = analysis, analysis.words, analysis.language.harm
        self.clock = Clock(analysis.language.times, analysis.language.numbers, analysis.published)
        self.names, self.firsts = found, [name.first for name in found]
        self._sentence: Sentence | None = None
        self._times: list[Expression] = []

    def of(self, sentence: Sentence, one: Counted, bond: Bond, alone: bool = False) -> Around:
        """The circumstances of one count; `alone` looks from the count and not from its words of harm, which are its whole's."""
        if alone:
            bond = replace(bond, hit=replace(bond.hit, first=one.lead, last=one.end))
        chosen = self._time(sentence, one, bond)
        return Around(
            scope=self._scope(sentence, one, bond, chosen),
            window=window(self.analysis.content, self.words, chosen) if chosen else None,
            place=self._place(sentence, one, bond),
            polarity=self._polarity(sentence, one, bond),
            modality=self._modality(sentence, one, bond),
        )

    # --- when ------------------------------------------------------------------------------------------

    def _time(self, sentence: Sentence, one: Counted, bond: Bond) -> Expression | None:
        """The nearest time expression that is not the day of saying."""
        if sentence is not self._sentence:
            found = self.clock.expressions(self.words, sentence.first, sentence.last)
            self._times = [each for each in found if not (each.vague or self._of_saying(sentence, each))]
            self._sentence = sentence
        low, high = self._reach(sentence, one, bond)

        def distance(each: Expression) -> int:
            return max(low - each.last, each.first - high, 0)

        now = bond.measure in STATES and bool(self._auxiliary(sentence, bond) & self.harm.present)
        near = [each for each in self._times if not (now and self._parted(min(low, each.first), max(high, each.last)))]
        return min(near, key=distance, default=None)

    def _parted(self, first: int, last: int) -> bool:
        """Whether a semicolon stands among words [first, last): a day told beyond it does not date what lasts."""
        return any(self.words[k].text == ";" for k in range(first, last))

    def _reach(self, sentence: Sentence, one: Counted, bond: Bond) -> tuple[int, int]:
        """Words from the count to what governs it; the count alone where its harm stands in another sentence."""
        if not sentence.first <= bond.hit.first < sentence.last:
            return one.lead, one.end
        return min(one.lead, bond.hit.first), max(one.end, bond.hit.last)

    def _of_saying(self, sentence: Sentence, each: Expression) -> bool:
        """Whether the expression dates the saying, the report or a comparison, and not the harm."""
        tests = (self._after_saying, self._of_dateline, self._before_saying, self._of_comparison)
        return any(test(sentence, each) for test in tests)

    def _after_saying(self, sentence: Sentence, each: Expression) -> bool:
        """ "told reporters on Tuesday"."""
        for j in range(each.first - 1, max(sentence.first, each.first - 6) - 1, -1):
            lower = self.words[j].lower
            if lower in self.harm.reporting:
                return True
            if lower in {",", ";", "that"} or lower in self.harm.heads or lower[0].isdecimal():
                return False
        return False

    def _of_dateline(self, sentence: Sentence, each: Expression) -> bool:
        """ "OSTREL, June 15 (Outlet) -"."""
        return each.first - sentence.first <= 6 and each.last < sentence.last and self.words[each.last].text in DATELINE_ENDS

    def _before_saying(self, sentence: Sentence, each: Expression) -> bool:
        """ "On Sunday the ministry said"; "by Sunday night the General Staff claimed"."""
        for j in range(each.last, min(sentence.last, each.last + 7)):
            lower = self.words[j].lower
            if lower in self.harm.reporting:
                return each.stretch.precision is Precision.DAY
            if lower in {",", ";"} or lower in self.harm.heads or lower[0].isdecimal():
                return False
        return False

    def _of_comparison(self, sentence: Sentence, each: Expression) -> bool:
        """ "the deadliest attack since the start of the war"."""
        if self.words[each.first].lower not in self.clock.table.since:
            return False
        before = self.words[max(sentence.first, each.first - 6) : each.first]
        return any(word.lower in self.harm.superlatives for word in before)

    # --- over what -------------------------------------------------------------------------------------

    def _scope(self, sentence: Sentence, one: Counted, bond: Bond, chosen: Expression | None) -> Scope:
        lowers = [word.lower for word in self.words[sentence.first : sentence.last]]
        present = set(lowers)
        event = not present.isdisjoint(self.harm.event)
        since = chosen is not None and self.words[chosen.first].lower in self.clock.table.since
        if since or _holds(lowers, self.harm.cumulative):
            return Scope.CUMULATIVE
        if chosen is not None and (chosen.lasting or chosen.stretch.precision is not Precision.DAY):
            return Scope.INCIDENT if event and chosen.stretch.precision is Precision.UNRESOLVED else self._long(chosen)
        day = chosen is not None
        if not day and not event and _holds(lowers, self.harm.totals):
            return Scope.CUMULATIVE
        auxiliary = self._auxiliary(sentence, bond)
        verb = bond.hit.trigger.form in {"verb", "intransitive"}
        several = one.kind == "number" and one.high != 1
        if (
            several
            and not day
            and verb
            and not bond.left
            and auxiliary & self.harm.perfect
            and not auxiliary & self.clock.table.since
        ):
            return Scope.CUMULATIVE
        if bond.measure in STATES and auxiliary & self.harm.present:
            return Scope.CUMULATIVE
        if not present.isdisjoint(self.harm.process) and not event:
            return Scope.PERIOD if day else self._plain(one)
        return Scope.INCIDENT if event or day or bond.hit.trigger.form == "toll" else self._plain(one)

    def _plain(self, one: Counted) -> Scope:
        """Without other evidence, a count that is not large is taken for one event's."""
        size = one.high if one.high is not None else one.low
        return Scope.INCIDENT if size is None or size <= SMALL else Scope.UNKNOWN

    def _long(self, chosen: Expression) -> Scope:
        """A stretch with both ends is a period; a single night is one event's time as a day is."""
        stretch, table = chosen.stretch, self.clock.table
        if stretch.precision is Precision.UNRESOLVED and not chosen.lasting:
            told = {word.lower for word in self.words[chosen.first : chosen.last]}
            if told & set(table.ordinals) and "day" in {table.units.get(lower) for lower in told}:
                return Scope.INCIDENT  # "on the second day of the truce"
        if stretch.start is not None and stretch.end is not None and (stretch.end - stretch.start).days <= 1:
            lowers = {word.lower for word in self.words[chosen.first : chosen.last]}
            return Scope.PERIOD if lowers & set(self.clock.table.units) else Scope.INCIDENT
        return Scope.PERIOD

    def _auxiliary(self, sentence: Sentence, bond: Bond) -> set[str]:
        """The small words right before the word of harm."""
        begin = max(sentence.first, bond.hit.first - 4)
        return {word.lower for word in self.words[begin : bond.hit.first]} if bond.hit.first < sentence.last else set()

    # --- where -----------------------------------------------------------------------------------------

    def _place(self, sentence: Sentence, one: Counted, bond: Bond) -> Place | None:
        """The nearest name after "in", "at", "near", or after "the town of"."""
        low, high = self._reach(sentence, one, bond)
        near = self.names[bisect_left(self.firsts, sentence.first) : bisect_left(self.firsts, sentence.last)]
        fitting = [name for name in near if name.kind is Kind.UNKNOWN and self._is_place(sentence, name.first)]
        best = min(fitting, key=lambda name: max(low - name.last, name.first - high, 0), default=None)
        if best is None or max(low - best.last, best.first - high) > NEAR:
            return None
        return Place(best.words, (best.span,))

    def _is_place(self, sentence: Sentence, first: int) -> bool:
        j = first - 1
        if j > sentence.first and self.words[j].lower in self.harm.of:
            return self.words[j - 1].lower in self.harm.place_nouns
        if j >= sentence.first and self.words[j].lower in self.harm.definite:
            j -= 1
        return j >= sentence.first and self.words[j].lower in self.harm.place_words

    # --- in what way -----------------------------------------------------------------------------------

    def _between(self, sentence: Sentence, one: Counted, bond: Bond, before: int) -> Sequence[str]:
        """Words between the count and its harm, and some before the first of the two."""
        low, high = self._reach(sentence, one, bond)
        own = range(bond.hit.first, bond.hit.last)
        around = range(max(sentence.first, low - before), high)
        return [self.words[k].lower for k in around if not one.lead <= k < one.end and k not in own]

    def _modality(self, sentence: Sentence, one: Counted, bond: Bond) -> Modality:
        found = [self.harm.modalities[word] for word in self._between(sentence, one, bond, 2) if word in self.harm.modalities]
        return Modality(found[-1]) if found else Modality.REPORTED

    def _polarity(self, sentence: Sentence, one: Counted, bond: Bond) -> Polarity:
        between = self._between(sentence, one, bond, 2)
        denied = any(word in self.harm.negations for word in between)
        low = min(one.lead, bond.hit.first) if bond.hit.first >= sentence.first else one.lead
        for k in range(low - 1, max(sentence.first, low - 6) - 1, -1):
            if self.words[k].lower in self.harm.denials:
                denied = True
            elif self.words[k].text in {",", ";", ":"}:
                break
        return Polarity.DENIED if denied else Polarity.AFFIRMED


def _holds(lowers: Sequence[str], phrases: frozenset[tuple[str, ...]]) -> bool:
    """Whether one of the phrases stands in the sentence."""
    joined = f" {' '.join(lowers)} "
    return any(f" {' '.join(phrase)} " in joined for phrase in phrases)
