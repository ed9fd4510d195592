"""Figures: how many people, or things, were harmed, over what, and which figure is part of which."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from ..analyse import Analysis
from ..codec import id_of
from ..model import Figure, Link, Measure, Modifier, Relation, Scope
from ..models.encoder import Model, shipped
from . import Found
from .casing import cased
from .circumstances import Circumstances
from .drafts import Draft, Drafts, summed
from .names import names
from .numbers import loosened
from .reading import reading
from .scopes import Scopes
from .told import Told

VERSION = 4
AGED = 3
"""Words between a name and an office where an age stands between them."""


class Figures:
    """The built-in extractor of figures: rules over the language's tables, and what the encoder says of those counted. The
    shipped model is loaded when first needed; with `read` off the rules stand alone."""

    def __init__(self, model: Model | None = None, read: bool = True) -> None:
        self._given, self._read = model, read

    @cached_property
    def model(self) -> Model:
        return self._given or shipped()

    @property
    def name(self) -> str:
        return f"hearsay.figures@{VERSION}+{self.model.hash}" if self._read else f"hearsay.figures@{VERSION}"

    def __call__(self, analysis: Analysis) -> Iterator[Found]:
        if not analysis.language.harm.triggers:
            return
        made: dict[int, str] = {}
        found = names(analysis)
        circumstances = Circumstances(analysis, found)
        scopes = Scopes(analysis, circumstances.clock)
        told = Told(reading(analysis, self.model) if self._read else None)
        drafts = list(_distinct(analysis, Drafts(analysis, found, told)))
        summed(drafts)
        for draft in drafts:
            figure = _figure(analysis, draft, circumstances, scopes, told)
            yield Found(figure, round(draft.bond.sure, 2))
            made[id(draft)] = id_of(figure)
            if draft.whole is not None and (whole := made.get(id(draft.whole))):
                yield Found(Link(made[id(draft)], whole, Relation.PART_OF), round(draft.bond.sure * 0.9, 2))


def _distinct(analysis: Analysis, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Leaves out one person told of again: in apposition ("a lawyer, Irena Voss, was killed"), the same name under the
    same harm, "the ..." after another victim of that harm."""
    seen: set[tuple[str, Measure]] = set()
    told: set[Measure] = set()
    alone: set[Measure] = set()
    last: Draft | None = None
    for draft in drafts:
        if last is not None and last.sentence is not draft.sentence:
            seen.clear()
        if draft.one.kind == "the one" and not draft.one.head and draft.bond.measure in told:  # "him"
            continue
        one, measure = draft.one, draft.bond.measure
        single = one.kind != "number" and draft.whole is None
        if one.kind == "the one" and single and measure is Measure.INJURED and Measure.KILLED in alone:
            continue  # "a herder was murdered; the herder was stabbed": how he died
        alone |= {measure} if single else set()
        told.add(measure)
        again = (
            (single or one.of)
            and draft.whole is None
            and last is not None
            and last.sentence is draft.sentence
            and _apposed(analysis, last, draft)
        )
        key = (one.name.full if one.name is not None else "", measure)
        if again:
            seen.add(key)
            continue
        if single and one.kind in {"name", "the one"} and key in seen:
            continue
        seen |= {key, ("", measure)}
        last = draft
        yield draft


def _apposed(analysis: Analysis, before: Draft, draft: Draft) -> bool:
    """Whether one person is named right after the same person's office, or the office after the name."""
    gap = draft.one.lead - before.one.end
    single = before.one.kind != "number" or before.one.high == 1
    if before.one.kind != "number" and draft.one.kind == "number" and draft.one.low == draft.one.high == 1:
        comma = gap == 1 and cased(analysis)[before.one.end].text == ","
        return draft.one.of and comma and before.bond.measure is draft.bond.measure  # "Voss, one of the town's reporters"
    between = cased(analysis)[before.one.end : draft.one.lead]
    aged = gap == AGED and all(word.text == "," or word.text.isdecimal() for word in between)  # "Voss, 38, a lawyer"
    return (
        single
        and ((gap <= 1 and all(word.text == "," for word in between)) or aged)
        and before.bond.measure is draft.bond.measure
        and "name" in {before.one.kind, draft.one.kind}
    )


def _figure(analysis: Analysis, draft: Draft, circumstances: Circumstances, scopes: Scopes, told: Told) -> Figure:
    one, bond = draft.one, draft.bond
    low, high, modifier = one.low, one.high, one.modifier
    if bond.shared is not None and modifier is Modifier.EXACT and draft.whole is None and one.kind == "number":
        modifier = bond.shared
        low, high = loosened(low, high, modifier)
    alone = draft.whole is not None and bond.hit == draft.whole.bond.hit
    part = draft.whole is not None and draft.whole.sentence is draft.sentence
    about = circumstances.of(draft.sentence, one, bond, part, alone)
    who = draft.who
    scope = scopes.settle(draft, about)
    if not about.evident and scope is not Scope.UNKNOWN and not analysis.is_head(draft.sentence.block):
        scope = told.scope(one) or scope
    return Figure(
        text=analysis.text.id,
        span=one.span,
        words=analysis.content[one.span.start : one.span.end],
        measure=bond.measure,
        low=low,
        high=high,
        modifier=modifier,
        who=analysis.content[who.start : who.end] if who else _people(draft, analysis),
        who_spans=(who,) if who else (),
        scope=scope,
        window=about.window or scopes.window(draft),
        place=about.place,
        polarity=about.polarity,
        modality=about.modality,
        basis=about.basis,
    )


def _people(draft: Draft, analysis: Analysis) -> str:
    """What a bare number stands for where the text gives no noun: people, unless things were destroyed."""
    people = draft.one.kind == "number" and draft.bond.measure is not Measure.DESTROYED
    return analysis.language.harm.people if people else ""
