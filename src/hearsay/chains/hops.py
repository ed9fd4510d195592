"""Through whom a claim came, as its own report tells: from the page to whoever knew."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..claims.base import Claim, Voice
from ..copies.outlets import same_outlet
from ..lang.en_origins import ORIGINS
from ..model import Attribution, Polarity, Source, SourceKind
from .cited import cited_by


@dataclass(frozen=True, slots=True)
class Hop:
    """Somebody whom the words passed, and the id of the attribution that says so ("": they are named in passing)."""

    source: Source
    voice: str = ""


def hops(claim: Claim, cites: list[Claim], content: str, outlet: str) -> tuple[Hop, ...]:
    """The way of a claim from the page outwards: the nearest to the page first, whoever knew last. None: it stands in the
    outlet's own voice. An attribution that names nobody gives no hop, nor does the outlet itself."""
    every = (Hop(_reporter(hop.source, content), hop.voice) for hop in reversed(_inwards(claim)))
    found = [hop for hop in every if not own(hop.source, outlet)]
    unique = {hop.source.name.lower(): hop for hop in reversed(found)}
    way = tuple(reversed(unique.values()))
    further = cited_by(way[-1].source if way else None, claim, cites, content)
    return (*way, Hop(further)) if further and not own(further, outlet) and further.name.lower() not in unique else way


def _reporter(source: Source, content: str) -> Source:
    """A source that is the page's own outlet, by the words that name its reporter, where they do: somebody was there."""
    if source.kind is not SourceKind.OUTLET or not source.spans or not content:
        return source
    words = content[source.spans[0].start : source.spans[-1].end]
    return Source(words, SourceKind.ROLE, source.spans) if ORIGINS.reporters & {*words.lower().split()} else source


def voices(claim: Claim) -> tuple[Voice, ...]:
    """The attributions that a claim stands in, an attribution itself included, innermost first."""
    one = claim.finding
    if not isinstance(one, Attribution):
        return claim.voices
    lemma, shade = (one.cue.lemma, one.cue.shade) if one.cue else ("", "")
    own = Voice(claim.id, one.source, one.via, lemma, shade, one.quoting.value, one.polarity, one.inferred)
    return (own, *claim.voices)


def unsaid(claim: Claim) -> bool:
    """Whether somebody is made to speak, but nothing tells who ("reportedly")."""
    around = voices(claim)
    return bool(around) and all(voice.source is None and not voice.via for voice in around)


def _inwards(claim: Claim) -> list[Hop]:
    return [hop for at, voice in enumerate(voices(claim)) if not at or _hands_on(voice) for hop in _of(voice)]


def _of(voice: Voice) -> Iterator[Hop]:
    if voice.source is not None:
        yield Hop(voice.source, voice.id)
    for relay in voice.via:
        yield Hop(relay)


def _hands_on(voice: Voice) -> bool:
    """Whether an enclosing voice passes the words on, and does not merely deny or resent them (annotation rule 16)."""
    return voice.polarity is Polarity.AFFIRMED and (not voice.shade or voice.shade in ORIGINS.relaying)


def own(source: Source, outlet: str) -> bool:
    """Whether a source is the outlet itself."""
    medium = source.kind in (SourceKind.MEDIA, SourceKind.INSTITUTION)
    return source.kind is SourceKind.OUTLET or (medium and bool(outlet) and same_outlet(source.name, outlet))
