"""What stands around a figure: scope, window, place, polarity, modality."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..analyse import Analysis, Sentence
from ..model import Measure, Modality, Place, Polarity, Precision, Scope, Window
from .bonds import WEAK, Bond
from .casing import cased
from .dating import STATES, Dating, auxiliary, reach
from .names import Name
from .phrases import Counted
from .whereabouts import Whereabouts, basis
from .windows import Clock, Expression, window

SMALL = 1000
"""A plain past count up to this many is taken for one event's, without other evidence."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around one figure; `evident` says that its own sentence shows the scope."""

    scope: Scope
    evident: bool
    window: Window | None
    place: Place | None
    polarity: Polarity
    modality: Modality
    basis: str


class Circumstances:
    """Looks around figures; keeps the time expressions of the sentence it looked at last."""

    def __init__(self, analysis: Analysis, found: list[Name]) -> None:
        self.analysis, self.words, self.harm = analysis, cased(analysis), analysis.language.harm
        self.clock = Clock(analysis.language.times, analysis.language.numbers, analysis.published)
        self.whereabouts = Whereabouts(analysis, found)
        self.dating = Dating(self.words, self.harm, self.clock)

    def of(self, sentence: Sentence, one: Counted, bond: Bond, part: bool = False, alone: bool = False) -> Around:
        """The circumstances of one count; `part` says that its whole stands in the same sentence, `alone` looks from the count
        and not from its words of harm, which are its whole's."""
        if alone:
            bond = replace(bond, hit=replace(bond.hit, first=one.lead, last=one.end))
        chosen = self.dating.of(sentence, one, bond, part)
        scope, evident = self._scope(sentence, one, bond, chosen)
        return Around(
            scope=scope,
            evident=evident,
            window=window(self.analysis.content, self.words, chosen) if chosen else None,
            place=self.whereabouts.of(sentence, one, bond),
            polarity=self._polarity(sentence, one, bond),
            modality=self._modality(sentence, one, bond),
            basis=basis(self.analysis, sentence, self.harm),
        )

    # --- over what -------------------------------------------------------------------------------------

    def _scope(self, sentence: Sentence, one: Counted, bond: Bond, chosen: Expression | None) -> tuple[Scope, bool]:
        """The scope, and whether the sentence itself shows it."""
        lowers = [word.lower for word in self.words[sentence.first : sentence.last]]
        present = set(lowers)
        event = not present.isdisjoint(self.harm.event)
        weak = bond.hit.trigger.form == WEAK
        since = chosen is not None and self.words[chosen.first].lower in self.clock.table.since
        if since or _holds(lowers, self.harm.cumulative) or self._as_of_now(sentence, bond):
            return Scope.CUMULATIVE, True
        process = not present.isdisjoint(self.harm.process) and not event
        if process and chosen is not None and one.kind == "number" and not weak:
            return Scope.PERIOD, True
        if chosen is not None and (chosen.lasting or chosen.stretch.precision is not Precision.DAY):
            single = one.kind != "number" or (event and chosen.stretch.precision is Precision.UNRESOLVED)
            return Scope.INCIDENT if single else self._long(chosen), True
        if chosen is None and _holds(lowers, self.harm.periods):
            return Scope.PERIOD, True
        if chosen is None and not event and _holds(lowers, self.harm.totals):
            return Scope.CUMULATIVE, True
        if self._running(sentence, one, bond, chosen):
            return Scope.CUMULATIVE, True
        if process:
            return self._plain(one), False
        if chosen is not None or (event and not weak):
            return Scope.INCIDENT, True
        return Scope.INCIDENT if event or bond.hit.trigger.form == "toll" else self._plain(one), False

    def _as_of_now(self, sentence: Sentence, bond: Bond) -> bool:
        """ "as of noon, 74 bodies", "have now died", "its dead": what is told is how things stand."""
        hit = bond.hit
        if any((a.lower, b.lower) in self.harm.standing for a, b in pairwise(self.words[sentence.first : sentence.last])):
            return True
        if hit.trigger.form == "toll" and hit.last == hit.first + 1 and self.words[hit.first].lower in self.harm.group_nouns:
            return self._owned(hit.first, sentence)
        small = auxiliary(self.words, sentence, bond)
        return bool(small & self.clock.table.now) and bool(small & (self.harm.perfect | self.harm.present))

    def _owned(self, at: int, sentence: Sentence) -> bool:
        """Whether those harmed are named as a side's own ("the Guard's dead", "its losses")."""
        before = self.words[at - 1].lower if at > sentence.first else ""
        return before.endswith(("'s", "’s", "s'", "s’")) or before in self.harm.owners

    def _running(self, sentence: Sentence, one: Counted, bond: Bond, chosen: Expression | None) -> bool:
        """Whether the tense tells of a total so far ("300 have been killed") or of a state now ("12 are missing")."""
        small = auxiliary(self.words, sentence, bond)
        perfect = small & self.harm.perfect and not small & self.clock.table.since
        several = one.kind == "number" and one.high != 1
        verb = bond.hit.trigger.form in {"verb", "intransitive"}
        if several and chosen is None and verb and not bond.left and perfect:
            return True
        if several and chosen is None and self._registered(sentence, one):
            return True
        if bond.measure in STATES and bond.hit.trigger.form in {"adjective", "toll"} and chosen is None:
            return True
        if bond.measure is Measure.MISSING and bond.hit.trigger.form == "adjective" and several:
            return True
        if bond.measure is Measure.HELD and chosen is None and several:
            return True
        return bond.measure in STATES and bool(small & (self.harm.present | self.harm.still))

    def _registered(self, sentence: Sentence, one: Counted) -> bool:
        """Whether somebody "has recorded" the number."""
        before = [word.lower for word in self.words[max(sentence.first, one.lead - 3) : one.lead]]
        return any(a in self.harm.perfect and b in self.harm.registering for a, b in pairwise(before))

    def _plain(self, one: Counted) -> Scope:
        """Without other evidence, a count that is not large is taken for one event's."""
        size = one.high if one.high is not None else one.low
        return Scope.INCIDENT if size is None or size <= SMALL else Scope.UNKNOWN

    def _long(self, chosen: Expression) -> Scope:
        """A stretch with both ends is a period; a single night is one event's time as a day is."""
        stretch, table = chosen.stretch, self.clock.table
        words = {word.lower for word in self.words[chosen.first : chosen.last]}
        if "hour" in {table.units.get(lower) for lower in words} and words & set(table.few):
            return Scope.INCIDENT  # "in the past few hours"
        if stretch.precision is Precision.UNRESOLVED and not chosen.lasting:
            told = {word.lower for word in self.words[chosen.first : chosen.last]}
            if "day" in told and told & table.past:
                return Scope.INCIDENT  # "of the previous day"
            if told & set(table.ordinals) and "day" in {table.units.get(lower) for lower in told}:
                return Scope.INCIDENT  # "on the second day of the truce"
        if stretch.start is not None and stretch.end is not None and (stretch.end - stretch.start).days <= 1:
            lowers = {word.lower for word in self.words[chosen.first : chosen.last]}
            return Scope.PERIOD if lowers & (set(self.clock.table.units) | self.harm.joins) else Scope.INCIDENT
        return Scope.PERIOD

    # --- in what way -----------------------------------------------------------------------------------

    def _between(self, sentence: Sentence, one: Counted, bond: Bond, before: int) -> Sequence[str]:
        """Words between the count and its harm, and some before the first of the two."""
        low, high = reach(sentence, one, bond)
        own = range(bond.hit.first, bond.hit.last)
        around = range(max(sentence.first, low - before), high)
        return [self.words[k].lower for k in around if not one.lead <= k < one.end and k not in own]

    def _modality(self, sentence: Sentence, one: Counted, bond: Bond) -> Modality:
        between = self._between(sentence, one, bond, 2)
        found = [self.harm.modalities[word] for word in between if word in self.harm.modalities]
        after = self.harm.perfect | self.harm.light | self.harm.be
        if any(a in self.harm.possible and b in after for a, b in pairwise(between)):  # "may have died"
            return Modality.PRESUMED
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
