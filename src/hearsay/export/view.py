"""A report as it stands: its text and its findings, each with what people and machines make of it.

The same value serves a report fresh from `hearsay.read` and one out of a ledger; tables and pages are made from it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..codec import id_of
from ..covering import Known, inside, owner
from ..model import About, AnyFinding, Attribution, Field, Figure, Link, Mention, Relation, Sighting, Text
from ..pipeline import Report
from ..readers.published import Published, settle


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding with its id, its standing ("proposed", "accepted" ...) and its extractor's confidence."""

    id: str
    finding: AnyFinding
    standing: str = "proposed"
    confidence: float | None = None


@dataclass(frozen=True)
class View:
    """One report with the findings that are to be shown."""

    sighting: Sighting
    media_type: str
    text: Text
    entries: tuple[Entry, ...]

    @cached_property
    def attributions(self) -> Known:
        """Attributions with their ids, in order of the text."""
        found = [(one.id, one.finding) for one in self.entries if isinstance(one.finding, Attribution)]
        return sorted(found, key=lambda pair: (_place(pair[1]), pair[0]))

    @cached_property
    def figures(self) -> list[tuple[str, Figure]]:
        """Figures with their ids, in order of the text."""
        found = [(one.id, one.finding) for one in self.entries if isinstance(one.finding, Figure)]
        return sorted(found, key=lambda pair: (pair[1].span, pair[0]))

    @cached_property
    def mentions(self) -> list[tuple[str, Mention]]:
        """Mentions with their ids, in order of the text."""
        found = [(one.id, one.finding) for one in self.entries if isinstance(one.finding, Mention)]
        return sorted(found, key=lambda pair: (pair[1].span, pair[0]))

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        return {one.id: one for one in self.entries}

    @cached_property
    def inside(self) -> dict[str, str | None]:
        """For each attribution the id of the innermost one around it."""
        return inside(self.attributions)

    @cached_property
    def owners(self) -> dict[str, str | None]:
        """For each figure the id of the attribution that it belongs to; None: the outlet's own voice."""
        return {key: owner(figure, self.attributions) for key, figure in self.figures}

    @cached_property
    def wholes(self) -> dict[str, str]:
        """For each figure that is part of another the id of that other."""
        links = (one.finding for one in self.entries)
        return {one.left: one.right for one in links if isinstance(one, Link) and one.relation is Relation.PART_OF}

    @cached_property
    def published(self) -> Published | None:
        return settle(one.finding for one in self.entries if isinstance(one.finding, About))

    @property
    def name(self) -> str:
        return self.sighting.name

    def about(self, field: Field) -> str | None:
        """The first value that the page gives for a field."""
        return next((one.finding.value for one in self.entries if _tells(one.finding, field)), None)

    def speaker(self, attribution: str | None) -> str | None:
        """Who is made to speak in the attribution of that id; None where it names nobody."""
        one = dict(self.attributions).get(attribution or "")
        return one.source.name if one and one.source else None

    def words(self, one: Attribution) -> str:
        """An attribution's content as written; " … " stands between its stretches."""
        return " … ".join(self.text.content[span.start : span.end] for span in one.content)


def of_report(report: Report) -> View:
    """A fresh report, every finding as proposed by its extractor. Facts about the page keep the page's order."""
    abouts = [Entry(id_of(one), one) for one in report.page.abouts]
    seen = {one.id for one in abouts}
    others = (Entry(v.finding, one, confidence=v.confidence) for one, v in report.findings if v.finding not in seen)
    return View(report.sighting, report.page.document.media_type, report.page.text, (*abouts, *others))


def showing(view: View, standings: Iterable[str]) -> View:
    """The same report with only the findings of these standings; facts and links stay."""
    wanted = set(standings)
    kept = (one for one in view.entries if isinstance(one.finding, About | Link) or one.standing in wanted)
    return View(view.sighting, view.media_type, view.text, tuple(kept))


def _place(one: Attribution) -> tuple[int, int]:
    """Where an attribution begins in its text, the wider one first."""
    spans = [*one.content, *(one.source.spans if one.source else ()), *(one.cue.spans if one.cue else ())]
    return min(span.start for span in spans), -max(span.end for span in spans)


def _tells(finding: AnyFinding, field: Field) -> bool:
    return isinstance(finding, About) and finding.field is field
