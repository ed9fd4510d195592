"""Which running total a figure belongs to: whose, of what, of whom, where, from when on."""

from collections.abc import Callable
from dataclasses import dataclass

from ..claims.base import Claim
from ..model import Figure, Measure, Modality, SourceKind
from .words import bare, group

UNNAMED = "nobody named"
"""The source of a figure that is said to be told, and not by whom."""

Same = Callable[[str, str], str]
"""Words and the code of their language -> what they are lined up under."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How names are lined up. The plain way compares words without determiners and in any case; whoever knows more (which
    names are one actor, which place a name means, which groups are one) puts that in."""

    source: Same = bare
    who: Same = group
    place: Same = bare


PLAIN = Naming()


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """One running total. All but `measure` and `modality` are words as they are lined up; `who` is "" for everybody, `place`
    "" where none is named; `start` is the ISO day that is counted from, "" where no report of this total says so."""

    measure: str
    who: str
    place: str
    source: str
    modality: str
    start: str = ""

    @property
    def panel(self) -> tuple[str, str, str]:
        """What lines of several sources have in common when they are drawn together: measure, who, place."""
        return self.measure, self.who, self.place


def key_of(claim: Claim, figure: Figure, naming: Naming = PLAIN) -> Key:
    """The running total of a figure, by its own words alone."""
    code = claim.report.language
    window = figure.window
    return Key(
        measure=figure.measure.value,
        who=naming.who(figure.who, code) if figure.who else "",
        place=naming.place(figure.place.words, code) if figure.place else "",
        source=naming.source(source_name(claim), code),
        modality=figure.modality.value,
        start=(window.start if window else None) or "",
    )


def source_name(claim: Claim) -> str:
    """Whose figure it is: the speaker's; the outlet's own where it stands in nobody's mouth (the report's, where its outlet is
    not known). Who is not named is nobody that another report could name again: the report's name is put behind."""
    report = claim.report
    voice = claim.voice
    if voice is None:
        return report.outlet or report.name
    if voice.source is None:
        return f"{UNNAMED} ({report.outlet or report.name})"
    return f"{voice.source.name} ({report.name})" if voice.source.kind is SourceKind.ANONYMOUS else voice.source.name


FALLING = frozenset({Measure.MISSING, Measure.DETAINED, Measure.DISPLACED, Measure.HELD, Measure.TRAPPED, Measure.ABDUCTED})
"""Measures whose total may fall of itself: the found, the freed and the returned are counted no longer."""


def may_fall(key: Key) -> bool:
    """Whether a lower total than before is nothing to wonder at: levels, and what is only feared, presumed or expected."""
    return Measure(key.measure) in FALLING or key.modality != Modality.REPORTED.value
