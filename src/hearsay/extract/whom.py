"""Whom a figure counts, where the count has no noun of its own: that of its whole, of a number before, of a side named with
its dead; and what a person known by name is."""

from ..analyse import Analysis, Word
from ..lang.figure_tables import Harm
from ..model import Measure, Span
from .bonds import WEAK, Bond
from .casing import cased
from .phrases import Counted, extent, noun

NEAR = 3
"""Words between casualties and those on whom they fell at most ("casualties inflicted on the guard")."""


class Whom:
    """Reads one text from its start; remembers offices of persons, and the nouns of the numbers told."""

    def __init__(self, analysis: Analysis) -> None:
        self.words, self.harm = cased(analysis), analysis.language.harm
        self.offices: dict[str, Span] = {}
        self._by_value: dict[int, Span] = {}
        self._by_measure: dict[Measure, Span] = {}

    def learn(self, counts: list[Counted]) -> None:
        """Keeps the offices of those named in a sentence, harmed or not."""
        for before, one in zip([None, *counts], counts, strict=False):
            if one.name is None:
                continue
            shared = before is not None and before.name is not None and before.who is not None and one.lead == before.end + 1
            plural = shared and before is not None and self._office_of_many(before)
            who = one.who or (before.who if plural and before is not None else None)
            if who is not None:
                self.offices.setdefault(one.name.full, who)

    def _office_of_many(self, one: Counted) -> bool:
        """ "rebels Moro Ansel and Irena Voss": the office before the first name is in the plural."""
        last = one.name.first - 1 if one.name is not None else one.lead
        return last >= one.lead and noun(self.words[last].lower) in self.harm.persons - self.harm.person

    def of(self, one: Counted, bond: Bond, whole: Span | None, here: list[Counted], before: list[Span | None]) -> Span | None:
        """The noun of a count: `whole` is that of its whole, `here` the counts before it in the sentence, `before` the nouns
        of the sentence before. None where the text gives none."""
        if one.name is not None and one.kind == "name":
            return one.who or self.offices.get(one.name.full, one.name.span)
        who = self._fallen_on(one) or one.who or self._side(bond)
        return who or self._stands_for(one, bond, whole, here, before)

    def remember(self, one: Counted, measure: Measure, who: Span | None) -> None:
        """Keeps the noun of a number."""
        if who is not None and one.kind == "number":
            self._by_measure[measure] = who
            if (value := one.low or one.high) is not None:
                self._by_value.setdefault(value, who)

    def _stands_for(
        self, one: Counted, bond: Bond, whole: Span | None, here: list[Counted], before: list[Span | None]
    ) -> Span | None:
        if one.kind == "one" and not one.head:
            here = [each for each in here if each.head]
            return here[-1].who if here else None
        if one.kind != "number":
            return None
        near = [whole]
        if one.others and whole is None and not here:
            return extent(self.words, one.end - 1, one.end)
        near += [each.who for each in here[::-1] if each.kind == "number" and each.head not in self.harm.objects]
        if one.others:  # "killed 7 civilians and 8 soldiers and wounded 40 others": of which kind, nobody knows
            alone = len({each.head for each in here if each.kind == "number"}) < 2 and not self._is_joined(here)
            return next((who for who in near if who is not None), None) if alone or whole else None
        near += before[::-1] if one.back else []
        near.append(self._by_value.get(one.low or one.high or 0))
        near.append(self._by_measure.get(bond.measure) if bond.hit.trigger.form == WEAK else None)
        return next((who for who in near if who is not None), None)

    def _is_joined(self, here: list[Counted]) -> bool:
        """Whether the last count goes with a noun that is not counted ("civilians and eight soldiers")."""
        return bool(here) and here[-1].lead > 0 and self.words[here[-1].lead - 1].lower in self.harm.joins

    def _side(self, bond: Bond) -> Span | None:
        """The side or people that a noun of all those harmed goes with: "the Guard's dead", "the number of guards killed"."""
        if bond.noun is None:
            return None
        return extent(self.words, *bond.noun)

    def _fallen_on(self, one: Counted) -> Span | None:
        """ "inflicted 55 casualties on the enemy"."""
        if one.kind != "number" or self.harm.group_nouns.get(one.head) is not Measure.OTHER:
            return None
        for k in range(one.end, min(len(self.words) - 2, one.end + NEAR)):
            if self.words[k].lower == self.harm.onto:
                begin = k + 1 + (self.words[k + 1].lower in self.harm.definite)
                end = begin
                while end < len(self.words) and _in_noun(self.words[end], self.harm):
                    end += 1
                return extent(self.words, begin, end)
            if not self.words[k].text[0].isalpha():
                return None
        return None


def _in_noun(word: Word, harm: Harm) -> bool:
    return word.text[0].isalnum() and word.lower not in harm.stops
