"""A report as it stands: its text and its findings, each with what people and machines make of it.

The same value serves a report fresh from `hearsay.read` and one out of a ledger; tables and pages are made from it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..covering import Known, inside, owner
from ..ledger import Entry, Standing, State
from ..model import About, Attribution, Field, Figure, Link, Mention, Relation, Sighting, Span, Text
from ..pipeline import Report
from ..readers.published import Published, settle


@dataclass(frozen=True)
class View:
    """One report with the findings that are to be shown, and what still stands of what the page says of itself."""

    sighting: Sighting
    media_type: str
    text: Text
    abouts: tuple[About, ...]
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
        return settle(self.abouts)

    @property
    def name(self) -> str:
        return self.sighting.name

    @property
    def origin(self) -> dict[str, str | None]:
        """Which report this is: the columns that each of its rows carries."""
        return {
            "document": self.name,
            "published": self.published.value if self.published else None,
            "url": self.sighting.url,
            "sha256": self.text.document.removeprefix("sha256:"),
        }

    def about(self, field: Field) -> str | None:
        """The first value that the page gives for a field."""
        return first(self.abouts, field)

    def speaker(self, attribution: str | None) -> str | None:
        """Who is made to speak in the attribution of that id; None where it names nobody."""
        one = dict(self.attributions).get(attribution or "")
        return one.source.name if one and one.source else None

    def narrowest(self, span: Span) -> str | None:
        """The id of the attribution with the shortest content that holds `span`."""
        around = [
            (sum(piece.end - piece.start for piece in one.content), key)
            for key, one in self.attributions
            if any(piece.start <= span.start and span.end <= piece.end for piece in one.content)
        ]
        return min(around)[1] if around else None

    def words(self, one: Attribution) -> str:
        """An attribution's content as written; " … " stands between its stretches."""
        return " … ".join(self.text.content[span.start : span.end] for span in one.content)


def of_report(report: Report) -> View:
    """A fresh report, every finding as proposed by its extractor."""
    name, text = report.sighting.name, report.page.text
    entries = (
        Entry(v.finding, one, Standing(State.PROPOSED, (v.agent,), (), v.confidence), text.id, name) for one, v in report.findings
    )
    return View(report.sighting, report.page.document.media_type, text, report.page.abouts, tuple(entries))


def first(abouts: Iterable[About], field: Field) -> str | None:
    """The first value that the page gives for a field."""
    return next((one.value for one in abouts if one.field is field), None)


def _place(one: Attribution) -> tuple[int, int]:
    """Where an attribution's content begins, the wider one first."""
    return one.content[0].start, -one.content[-1].end
