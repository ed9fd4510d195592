"""Which time expression of a sentence dates a figure, and which date the saying, the page or something else."""

from ..analyse import Sentence, Word
from ..lang.figure_tables import Harm
from ..model import Measure, Precision
from .bonds import Bond
from .phrases import Counted
from .windows import Clock, Expression

STATES = frozenset({Measure.MISSING, Measure.HELD, Measure.TRAPPED, Measure.DETAINED, Measure.DISPLACED})
DATELINE_ENDS = frozenset("(—–-") | {"--"}
BESIDE = 2
"""Words between a part and a time of its own at most ("12 of them in the past week")."""


def reach(sentence: Sentence, one: Counted, bond: Bond) -> tuple[int, int]:
    """Words from a count to what governs it; the count alone where its harm stands in another sentence."""
    if not sentence.first <= bond.hit.first < sentence.last:
        return one.lead, one.end
    return min(one.lead, bond.hit.first), max(one.end, bond.hit.last)


def auxiliary(words: tuple[Word, ...], sentence: Sentence, bond: Bond) -> set[str]:
    """The small words right before a word of harm."""
    begin = max(sentence.first, bond.hit.first - 4)
    return {word.lower for word in words[begin : bond.hit.first]} if bond.hit.first < sentence.last else set()


class Dating:
    """Looks for times; keeps those of the sentence it looked at last."""

    def __init__(self, words: tuple[Word, ...], harm: Harm, clock: Clock) -> None:
        self.words, self.harm, self.clock = words, harm, clock
        self._sentence: Sentence | None = None
        self._times: list[Expression] = []

    def of(self, sentence: Sentence, one: Counted, bond: Bond, part: bool) -> Expression | None:
        """The time of a count: the nearest that dates neither the saying nor another clause. A part of a whole told in the same
        sentence (`part`) prefers the one beside it."""
        if sentence is not self._sentence:
            found = self.clock.expressions(self.words, sentence.first, sentence.last)
            self._times = [each for each in found if not (each.vague or self._of_saying(sentence, each))]
            self._sentence = sentence
        if not self._times:
            return None
        low, high = reach(sentence, one, bond)
        hit = (bond.hit.first, bond.hit.last) if sentence.first <= bond.hit.first < sentence.last else (low, high)

        def distance(each: Expression) -> tuple[bool, int]:
            own = max(one.lead - each.last, each.first - one.end, 0)
            lasted = each.stretch.precision is Precision.UNRESOLVED and self.words[each.first].lower in self.harm.lasting
            return lasted, min(own, max(hit[0] - each.last, each.first - hit[1], 0))  # "held for five hours on Monday"

        near = [each for each in self._times if self._fits(sentence, each, low, high)]
        if part and (own := [each for each in near if 0 <= each.first - one.end <= BESIDE]):
            near = own
        return min(near, key=distance, default=None)

    def _fits(self, sentence: Sentence, each: Expression, low: int, high: int) -> bool:
        """Whether a time stands in the clause of a count and its harm."""
        between = range(each.last, low) if each.last <= low else range(high, each.first)
        marks = {self.words[k].text for k in between}
        opens = each.last <= low and each.first <= sentence.first + 1
        if not opens and (";" in marks or (":" in marks and self.words[each.last].text != ":")):
            return False
        if each.last <= low and any(self.words[k].lower in self.harm.sequence for k in between):
            return False
        return low <= each.first < high or not self._elsewhere(sentence, each, low, high)

    def _elsewhere(self, sentence: Sentence, each: Expression, low: int, high: int) -> bool:
        """Whether a time belongs to a relative clause of something else ("an alliance that took up arms last year, ...")."""
        for k in range(each.first - 1, max(sentence.first, each.first - FAR) - 1, -1):
            word = self.words[k]
            if k < high and k >= low:
                return False
            if word.lower in self.harm.relatives and word.lower not in self.harm.breaks | {"that"}:
                return True
            if word.lower == "that":
                return self._begins_relative(k + 1)
            if word.lower == "where" and k > high:
                return True
            if word.text in {",", ";", ":"} or word.lower in self.harm.breaks:
                return False
        return False

    def _begins_relative(self, at: int) -> bool:
        """Whether the verb of a relative clause stands here, and not the subject of what is said ("that the enemy has lost")."""
        lower = self.words[at].lower
        if lower in self.clock.table.begins:  # "actions that began on 29 July" are dated by it
            return False
        return lower in self.harm.be | self.harm.perfect | self.harm.taking or lower.endswith(self.harm.participles)

    # --- what dates something else ---------------------------------------------------------------------

    def _of_saying(self, sentence: Sentence, each: Expression) -> bool:
        """Whether the expression dates the saying, the report or a comparison, and not the harm."""
        tests = (
            self._after_saying,
            self._of_dateline,
            self._before_saying,
            self._of_comparison,
            self._of_standing,
            self._of_some_event,
        )
        return any(test(sentence, each) for test in tests)

    def _after_saying(self, sentence: Sentence, each: Expression) -> bool:
        """ "told reporters on Tuesday"; "our report of 17 February"."""
        for j in range(each.first - 1, max(sentence.first, each.first - 6) - 1, -1):
            lower = self.words[j].lower
            if lower in self.harm.reporting | self.harm.telling:
                return True
            if lower in {",", ";", "that"} or lower in self.harm.heads or lower[0].isdecimal():
                return False
        return False

    def _of_dateline(self, sentence: Sentence, each: Expression) -> bool:
        """ "OSTREL, June 15 (Outlet) -", "OSTREL, 15 JUN 29 (OUTLET) --"."""
        end = each.last
        if end < sentence.last and self.words[end].text.isdecimal() and len(self.words[end].text) == 2:
            end += 1
        return each.first - sentence.first <= 6 and end < sentence.last and self.words[end].text in DATELINE_ENDS

    def _before_saying(self, sentence: Sentence, each: Expression) -> bool:
        """ "On Sunday the ministry said"; "by Sunday night the General Staff claimed"; "today demanded"."""
        for j in range(each.last, min(sentence.last, each.last + 7)):
            lower = self.words[j].lower
            if lower in self.harm.reporting or (lower in self.harm.telling and j == each.last):
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

    def _of_standing(self, sentence: Sentence, each: Expression) -> bool:
        """ "as of noon today", "by Thursday": when a total stood, not when the harm was done."""
        before = tuple(word.lower for word in self.words[max(sentence.first, each.first - 3) : each.last])
        if any(before[k : k + 2] in self.harm.standing for k in range(len(before) - 1)):
            return True
        j = each.first - 1
        while j > sentence.first and self.words[j].lower in self.clock.table.parts:
            j -= 1
        return j >= sentence.first and self.words[j].lower in self.harm.agents_before

    def _of_some_event(self, _sentence: Sentence, each: Expression) -> bool:
        """ "during an attack": an event that nobody has told of dates nothing."""
        if each.stretch.precision is not Precision.UNRESOLVED or each.lasting or each.last - each.first < 3:
            return False
        return self.words[each.first + 1].lower in self.harm.unknown


FAR = 14
"""Words of a relative clause before a time in it, at most."""
