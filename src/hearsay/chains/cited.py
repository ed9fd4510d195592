"""Whom a report cites in passing: "citing the Health Ministry" names a source further back than whoever is made to speak."""

from collections.abc import Iterable

from ..claims.base import Claim
from ..copies.credits import Credit, Form
from ..copies.outlets import is_like_an_outlet
from ..lang.en_names import NAMES
from ..lang.en_origins import ORIGINS
from ..lang.en_sources import SOURCES
from ..model import Attribution, Source, SourceKind
from .tokens import parts

_NEAR = 240
"""Code points within which a citation and a claim can stand in one sentence."""
_STOPS = (". ", "! ", "? ", "\n", ".” ", '." ')


def citations(claims: list[Claim]) -> list[Claim]:
    """The attributions of a report that only name whom it has something from. Where somebody passes them on, what they say is
    told too."""
    found = [one for one in claims if isinstance(one.finding, Attribution) and one.finding.cue and not one.finding.via]
    return [one for one in found if _lemma(one) in ORIGINS.citing and one.words and len(parts(one.words)) <= 12]


def cited_by(speaker: Source | None, claim: Claim, cites: list[Claim], content: str) -> Source | None:
    """Whom this speaker (None: the page itself) cites in the sentence of a claim, or None."""
    for one in cites:
        assert isinstance(one.finding, Attribution)
        whose = one.finding.source
        if whose is not None and whose.kind is SourceKind.OUTLET:
            whose = None
        if (
            one.id != claim.id
            and (whose.name if whose else "") == (speaker.name if speaker else "")
            and _together(claim, one, content)
        ):
            return source_of(one.words)
    return None


def named_near(claim: Claim, credits: Iterable[Credit], content: str) -> Source | None:
    """The medium that the sentence of a claim names as having reported it ("Pellam Wire has reported"), or None."""
    for one in credits:
        if one.form is Form.CITED and one.span and is_like_an_outlet(one.name):
            first, last = sorted((_extent(claim), (one.span.start, one.span.end)))
            if not _parted(content[first[1] : last[0]]):
                return Source(one.name, SourceKind.MEDIA, (one.span,))
    return None


def source_of(words: str) -> Source:
    """Who is meant by a noun phrase, by the kind of its head."""
    plain = parts(words)
    head = list(plain)
    for at, word in enumerate(plain):
        if at and word.lower() in SOURCES.links:
            head = list(plain[:at])
            break
    lower = {word.lower() for word in head}
    named = any(word[0].isupper() for word in head[1:] or head)
    return Source(words.strip(" ,"), _kind(lower, head, named))


def _kind(lower: set[str], head: list[str], named: bool) -> SourceKind:
    if lower & (SOURCES.anonymous | SOURCES.unnamed):
        return SourceKind.ANONYMOUS
    if lower & SOURCES.media and not lower & {"ministry"}:
        return SourceKind.MEDIA
    if head and head[-1].lower() in SOURCES.roles:
        return SourceKind.ROLE
    if lower & (SOURCES.bodies | NAMES.institutions):
        return SourceKind.INSTITUTION
    if lower & SOURCES.documents:
        return SourceKind.DOCUMENT
    if lower & SOURCES.collective:
        return SourceKind.COLLECTIVE
    if named:
        return SourceKind.PERSON if len([word for word in head if word[0].isupper()]) > 1 else SourceKind.INSTITUTION
    return SourceKind.ANONYMOUS


def _lemma(one: Claim) -> str:
    assert isinstance(one.finding, Attribution)
    return one.finding.cue.lemma if one.finding.cue else ""


def _together(claim: Claim, cite: Claim, content: str) -> bool:
    """Whether a claim and a citation stand in one sentence."""
    (_, end), (first, _) = sorted((_extent(claim), _extent(cite)))
    between = (
        content[end:first] if content else claim.context[max(0, end - claim.context_start) : max(0, first - claim.context_start)]
    )
    return not _parted(between)


def _parted(between: str) -> bool:
    """Whether the words between two stretches end a sentence."""
    return len(between) > _NEAR or any(stop in between for stop in _STOPS)


def _extent(claim: Claim) -> tuple[int, int]:
    finding = claim.finding
    if isinstance(finding, Attribution):
        return finding.content[0].start, finding.content[-1].end
    return finding.span.start, finding.span.end
