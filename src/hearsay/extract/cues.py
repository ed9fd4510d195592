"""What a cue says of its attribution: lemma, shade and polarity; and how its content is quoted."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..analyse import Analysis
from ..lang.tables import Cues
from ..model import Cue, Polarity, Quoting, Span

UNKNOWN_SHADE, ORDERS = "other", "orders"
REPORTING = frozenset({"says", "asserts", "reveals", "admits"})
"""Shades under which the source passes on what it is credited with."""
RELAYING = REPORTING | {"believes", "other"}
"""Shades under which it passes on what others are credited with in its words."""
_NEUTRAL = frozenset("be have do will would can could may might must get give make take".split())
_SINGLE_OPEN, _SINGLE_CLOSE = "‘'", "’'"


@dataclass(frozen=True, slots=True)
class Signal:
    """A cue as read from the tables."""

    cue: Cue
    polarity: Polarity


def read_cue(analysis: Analysis, spans: Sequence[Span], content: Sequence[Span]) -> Signal:
    """Lemma and shade of a cue's head, and whether the attribution is denied (annotation rules 17 and 18).

    The head is the first word of the cue that the table knows; a refusal before it goes first ("refused to confirm")."""
    table = analysis.language.cues
    words = [analysis.words[i].lower for span in spans for i in analysis.words_in(span.start, span.end)]
    lemma = _phrase(words, table) or _head(words, table) or _words_before(words)
    shade = table.shades.get(lemma) or (UNKNOWN_SHADE if words and words[0].isalpha() else "says")
    start = min(span.start for span in content)
    said = analysis.content[start : max(span.end for span in content)].lower()
    if lemma in table.directives and said.startswith(table.infinitives):
        shade = ORDERS
    if lemma in table.naming and shade == ORDERS and _names(words, said, table):
        shade = "says"
    contrary, negated = shade == "denies", _negated(words, table)
    if negated and (lemma in table.answers or (shade == "says" and not table.refusing.isdisjoint(words))):
        shade = "denies"
    denied = contrary != negated  # who "did not deny" it did not deny it
    return Signal(Cue(tuple(spans), lemma, shade), Polarity.DENIED if denied else Polarity.AFFIRMED)


def _phrase(words: Sequence[str], table: Cues) -> str:
    """The lemma of several words that the cue holds, if there is one."""
    lemmas = [table.lemmas.get(word, word) for word in words]
    for size in (4, 3, 2):
        for i in range(len(words) - size + 1):
            for stretch in (words[i : i + size], lemmas[i : i + size]):
                found = " ".join(stretch)
                if (lemma := table.lemmas.get(found, found)) in table.shades:
                    return lemma
    return ""


def _head(words: Sequence[str], table: Cues) -> str:
    known = [table.lemmas[word] for word in words if word in table.lemmas]
    refusing = [lemma for lemma in known if lemma in table.refusals]
    weighty = [lemma for lemma in known if lemma not in table.light]
    return (refusing or weighty[:1] or known[:1] or [""])[0]


def _names(words: Sequence[str], said: str, table: Cues) -> bool:
    """Whether a verb of calling gives its object a name: it is no noun ("its call to leave"), and nothing is called for."""
    if said.startswith(table.onward):
        return False
    inflected = any(word not in table.naming and table.lemmas.get(word) in table.naming for word in words)
    return inflected or (len(words) == 1 and not any(f" {to}" in said for to in table.infinitives))


def _words_before(words: Sequence[str]) -> str:
    plain = [word for word in words if word.isalpha() and word not in _NEUTRAL]
    return (plain or list(words) or [""])[0]


def _negated(words: Sequence[str], table: Cues) -> bool:
    return any(word in table.negations or word.endswith(("n't", "n’t")) for word in words)


def nobody(analysis: Analysis, source: Sequence[Span]) -> bool:
    """Whether a source is nobody at all, so that the attribution is denied ("no group has claimed ...")."""
    first = next(iter(analysis.words_in(source[0].start, source[0].end)), None) if source else None
    return first is not None and analysis.words[first].lower in analysis.language.cues.nobody


def quoting(analysis: Analysis, content: Sequence[Span], cue: Sequence[Span], inner: Sequence[Span] = ()) -> Quoting:
    """Direct, mixed or indirect, by quotation marks at the attribution's own level (annotation rule 15): inside a
    quotation those are single marks. Only a stretch of two quoted words or more counts, and none that is the content of
    somebody else inside (`inner`)."""
    nested = bool(cue) and all(analysis.quoted[span.start] for span in cue)
    state = _single_marks(analysis.content, content) if nested else analysis.quoted
    words = [analysis.words[i] for span in content for i in analysis.words_in(span.start, span.end)]
    words = [word for word in words if word.text[0].isalnum()]
    if words and words[0].lower in analysis.language.cues.complementisers:
        words = words[1:]
    flags = [bool(state[word.start]) and not any(one.start <= word.start < one.end for one in inner) for word in words]
    if not any(a and b for a, b in pairwise(flags)):
        return Quoting.DIRECT if len(flags) == 1 and flags[0] else Quoting.INDIRECT
    return Quoting.DIRECT if all(flags) else Quoting.MIXED


def _single_marks(text: str, spans: Sequence[Span]) -> bytearray:
    """The state of single quotation marks inside spans; apostrophes inside words do not count."""
    state = bytearray(len(text))
    for span in spans:
        inside = False
        for i in range(span.start, span.end):
            before = text[i - 1] if i else " "
            after = text[i + 1] if i + 1 < len(text) else " "
            if not inside and text[i] in _SINGLE_OPEN and not before.isalnum() and after.isalnum():
                inside = True
            elif inside and text[i] in _SINGLE_CLOSE and not after.isalnum():
                inside = False
            state[i] = inside
    return state
