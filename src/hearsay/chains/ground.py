"""What the words tell of a source: the ground on which two are found to be one, to be two, or to be left open."""

from dataclasses import dataclass, replace
from functools import cached_property

from ..claims.base import Claim
from ..lang.en_origins import OFFICIAL, ORIGINS
from ..lang.en_sources import SOURCES
from ..model import Source, SourceKind
from .graph import NodeKind
from .offices import Office, introduced, is_medium, office
from .tokens import parts, telling

OPEN = frozenset({NodeKind.OUTLET, NodeKind.MEDIA, NodeKind.UNTRACED, NodeKind.LOOP})
"""Where a trail ends without the one who knew: any other source may stand behind these."""
NAMED = frozenset({NodeKind.PERSON, NodeKind.INSTITUTION, NodeKind.MEDIA})
"""What a name alone makes one, in whichever report and of whatever it speaks."""


@dataclass(frozen=True, order=True)
class Ground:
    """A source as one report has it. `words` are its telling words, `name` its words as written; `through` and `outlet` name the
    medium that had it from this source (in telling words, and as written); `claim` and `text` are those of the claim it was met
    in, "" for what is named (it is the same everywhere). `fields` are the walks of life its words put it in (none: not told)."""

    kind: NodeKind
    label: str
    words: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    title: str = ""
    body: tuple[str, ...] = ()
    body_words: str = ""
    speaks: bool = False
    fields: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    outlet: str = ""
    text: str = ""
    claim: str = ""

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words of its name in small letters."""
        return tuple(word.lower() for word in self.name)

    @cached_property
    def key(self) -> str:
        """What makes this ground one node of the graph."""
        own = (self.kind.value, " ".join(self.name).lower(), self.title, " ".join(self.body), "+".join(self.through))
        return "|".join((*own, self.text, self.claim)).rstrip("|")


def ground_of(source: Source | None, claim: Claim, content: str, outlet: str, relay: str) -> Ground:
    """The ground of a source that a claim's report names; `content` is the report's text as far as it is at hand, `outlet` the
    report's own and `relay` the medium that passed the source's words on ("": the outlet itself)."""
    medium = relay or outlet
    within = Ground(
        NodeKind.UNTRACED, "", outlet=medium, through=_sorted(telling(medium)), text=claim.report.text, claim=claim.id
    )
    if source is None:
        return replace(within, label="somebody who is not named")
    told = replace(within, label=" ".join(source.name.split()), name=parts(source.name), words=_sorted(telling(source.name)))
    lower = {word.lower() for word in told.name}
    match source.kind:
        case SourceKind.PERSON | SourceKind.INSTITUTION if is_medium(source.name, content):
            return _everywhere(replace(told, kind=NodeKind.MEDIA, words=_sorted(medium_words(source.name))))
        case SourceKind.PERSON:
            return _holding(_everywhere(replace(told, kind=NodeKind.PERSON)), introduced(source.name, content))
        case SourceKind.MEDIA | SourceKind.DOCUMENT | SourceKind.ANONYMOUS if lower <= ORIGINS.vague:
            return replace(told, kind=NodeKind.UNTRACED)
        case SourceKind.MEDIA:
            return _everywhere(replace(told, kind=NodeKind.MEDIA, words=_sorted(medium_words(source.name))))
        case SourceKind.OUTLET:
            return own_account(claim, outlet or source.name)
        case SourceKind.DOCUMENT:
            return replace(told, kind=_document(lower), fields=fields(told.words))
        case SourceKind.INSTITUTION if lower & (SOURCES.anonymous | ORIGINS.bystanders):
            return replace(told, kind=NodeKind.ANONYMOUS, fields=fields(told.words))
        case SourceKind.INSTITUTION:
            return _everywhere(replace(told, kind=NodeKind.INSTITUTION, fields=fields(told.words)))
        case SourceKind.ROLE if lower & ORIGINS.reporters:
            return _reporter(told, outlet)
        case _:
            kind = NodeKind(source.kind.value)
            return _holding(replace(told, kind=kind, fields=fields(told.words)), office(source.name))


def own_account(claim: Claim, outlet: str) -> Ground:
    """The outlet's own account: the claim stands in its own voice, and nothing tells where it has it from."""
    label = outlet or claim.report.name or "the report"
    return Ground(
        NodeKind.OUTLET,
        label,
        words=_sorted(medium_words(label)),
        name=parts(label),
        outlet=label,
        text=claim.report.text,
        claim=claim.id,
    )


def fields(words: tuple[str, ...]) -> tuple[str, ...]:
    """The walks of life that words put a source in; none: they leave that open."""
    found = frozenset(field for word in words for field in ORIGINS.fields.get(word, ()))
    if not found and not ORIGINS.official.isdisjoint(words):
        found = OFFICIAL
    return _sorted(found)


def medium_words(name: str) -> frozenset[str]:
    """The telling words of a medium's name, without those that may be left out, unless it has no others."""
    words = frozenset(part.lower() for part in parts(name)) - SOURCES.articles
    return (words - ORIGINS.media_noise) or words


def unnamed(ground: Ground) -> bool:
    """Whether a source has no name, and speaks for nobody who has."""
    return ground.kind in (NodeKind.ROLE, NodeKind.ANONYMOUS, NodeKind.COLLECTIVE) and not ground.speaks


def _everywhere(ground: Ground) -> Ground:
    """A ground that is the same in every report: shown without its article."""
    first, _, rest = ground.label.partition(" ")
    label = rest if first.lower() in SOURCES.articles and rest and ground.kind is not NodeKind.ROLE else ground.label
    return replace(ground, label=label, text="", claim="", through=(), outlet="")


def _holding(ground: Ground, held: Office | None) -> Ground:
    if held is None:
        return ground
    found = replace(
        ground,
        title=held.title,
        body=_sorted(held.body),
        body_words=held.body_words,
        speaks=held.speaks and bool(held.body),
        fields=ground.fields or fields(_sorted(held.body | {held.title})),
    )
    # whoever speaks for a named body is the same in every report; a doctor of some hospital is not
    return _everywhere(found) if found.speaks and ground.kind is NodeKind.ROLE else found


def _reporter(ground: Ground, outlet: str) -> Ground:
    """A reporter of the outlet's own, at a place or by name; of another medium, that medium; else somebody unnamed."""
    words = frozenset(part.lower() for part in ground.name)
    own = bool(words & ORIGINS.own) or (bool(outlet) and medium_words(outlet) <= words)
    if own:
        # whose reporter it is stands in `outlet`; what is left of the words is where, or who
        rest = words - medium_words(outlet) - ORIGINS.own - ORIGINS.reporters - ORIGINS.media_noise - ORIGINS.empty
        return replace(ground, kind=NodeKind.CORRESPONDENT, words=_sorted(rest), through=_sorted(medium_words(outlet)))
    told = office(ground.label)
    if told and told.body_words and told.body_words[0].isupper():
        name = told.body_words
        return replace(ground, kind=NodeKind.CORRESPONDENT, outlet=name, words=(), through=_sorted(medium_words(name)))
    return replace(ground, kind=NodeKind.ANONYMOUS)


def _document(words: set[str]) -> NodeKind:
    return NodeKind.FOOTAGE if words & ORIGINS.footage else NodeKind.DOCUMENT


def _sorted(words: frozenset[str] | set[str]) -> tuple[str, ...]:
    return tuple(sorted(words))
