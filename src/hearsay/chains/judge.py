"""Whether two sources are one: surely, perhaps, or not, with the reason in words. Symmetric; kinds of words, no names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from ..copies.outlets import same_outlet
from ..lang.en_origins import ORIGINS
from ..lang.en_sources import SOURCES
from .graph import NodeKind
from .ground import OPEN, Ground, unnamed
from .tokens import abbreviates, alike, equal, near, within


class Same(IntEnum):
    """How sure it is that two sources are one. ONLY: one, provided that no third source fits as well."""

    NO = 0
    MAYBE = 1
    ONLY = 2
    YES = 3


@dataclass(frozen=True, slots=True)
class Judgement:
    """A degree and its reason in words, "" for two that have nothing to do with one another."""

    same: Same
    reason: str = ""


NO = Judgement(Same.NO)
Rule = Callable[[Ground, Ground], Judgement]


def judging(grounds: Mapping[str, Ground]) -> Callable[[str, str], Judgement]:
    """`judge` for the keys of some grounds, each pair judged once."""

    @cache
    def judged(one: str, other: str) -> Judgement:
        return judge(grounds[one], grounds[other])

    return lambda one, other: judged(one, other) if one <= other else judged(other, one)


def judge(one: Ground, other: Ground) -> Judgement:
    """Whether two grounds are one source, as far as their words tell. For grounds that are not the same everywhere this holds
    only if their claims match."""
    left, right = sorted((one, other))
    if left.key == right.key:
        return Judgement(Same.YES, f"{left.label} is named in both")
    found = _RULES.get(frozenset((left.kind, right.kind)))
    if found is not None:
        return found(left, right)
    if left.kind in OPEN or right.kind in OPEN:
        return _open(left, right)
    return _by_field(left, right)


def _open(left: Ground, right: Ground) -> Judgement:
    """Where a trail ends without the one who knew, anybody may stand behind it."""
    end = left if left.kind in OPEN else right
    return Judgement(Same.MAYBE, f"nothing tells where {end.label} has it from")


def _media(left: Ground, right: Ground) -> Judgement:
    if left.kind == right.kind == NodeKind.OUTLET and left.words == right.words:
        return Judgement(Same.YES, f"both are {left.label}’s own account")
    if left.kind == right.kind == NodeKind.MEDIA and same_outlet(left.label, right.label):
        return Judgement(Same.YES, f"both are {left.label}")
    return _open(left, right)


def _institutions(left: Ground, right: Ground) -> Judgement:
    return bodies(left.words, right.words, left.name, right.name)


def bodies(left: tuple[str, ...], right: tuple[str, ...], name: tuple[str, ...] = (), other: tuple[str, ...] = ()) -> Judgement:
    """Whether two names of bodies are one body's; `name` and `other` are their words as written."""
    if not left or not right:
        return NO
    shown = f"“{' '.join(name or left)}” and “{' '.join(other or right)}”"
    if equal(left, right):
        return Judgement(Same.YES, f"{shown} name one body")
    if abbreviates(name, other) or abbreviates(other, name):
        return Judgement(Same.ONLY, f"{shown}: the one name is the other’s initials")
    if within(left, right) or within(right, left):
        return Judgement(Same.MAYBE, f"{shown} may name one body")
    return NO


def _persons(left: Ground, right: Ground) -> Judgement:
    held = bodies(left.body, right.body)
    if held.same is Same.YES and left.speaks and right.speaks:
        who = left.label if _one_name(left, right).same is Same.YES else f"{left.label} and {right.label} both"
        return Judgement(Same.YES, f"{who} speak for {_body(left)}" if "both" in who else f"{who} speaks for {_body(left)}")
    named = _one_name(left, right)
    if named.same is Same.NO:
        if held.same is not Same.NO and not (left.speaks and right.speaks and held.same is Same.YES):
            shown = f"{left.label} and {right.label} may speak for one body"
            return Judgement(Same.MAYBE, shown) if left.speaks and right.speaks else NO
        return NO
    if left.body and right.body and held.same is Same.NO:
        if min(len(left.name), len(right.name)) == 1:
            return NO
        return Judgement(Same.MAYBE, f"{left.label} and {right.label} have one name, but hold two offices")
    return named


def _one_name(left: Ground, right: Ground) -> Judgement:
    one, other = left.lower, right.lower
    if one == other:
        return Judgement(Same.YES, f"{left.label} is named in both")
    if not one or not other:
        return NO
    shown = f"{left.label} and {right.label}"
    if one[-1] != other[-1]:
        twins = len(one) == len(other) and all(near(a, b) for a, b in zip(one, other, strict=True))
        return Judgement(Same.MAYBE, f"{shown} may be two spellings of one name") if twins else NO
    short, full = sorted((one, other), key=lambda words: (len(words), words))
    if len(short) == 1:
        return Judgement(Same.ONLY, f"{shown} have one surname")
    if short[0] == full[0]:
        return Judgement(Same.YES, f"{shown} have one first name and one surname")
    if short[0][0] == full[0][0] and 1 in (len(short[0]), len(full[0])):
        return Judgement(Same.ONLY, f"{shown}: the one first name is the other’s initial")
    same = len(one) == len(other) and near(short[0], full[0])
    return Judgement(Same.MAYBE, f"{shown} may be two spellings of one name") if same else NO


def _holder(left: Ground, right: Ground) -> Judgement:
    """Somebody with an office, and a body."""
    person, body = (left, right) if right.kind is NodeKind.INSTITUTION else (right, left)
    held = bodies(person.body, body.words, tuple(person.body_words.split()), body.name)
    if held.same is Same.NO:
        return _by_field(left, right) if unnamed(person) else NO
    if person.speaks:
        as_what = f", as its {person.title}" if person.title and person.kind is NodeKind.PERSON else ""
        verb = "speaks" if held.same is Same.YES else "may speak"
        return Judgement(held.same, f"{person.label} {verb} for {body.label}{as_what}")
    return Judgement(Same.MAYBE, f"{person.label} belongs to {body.label}, and may not speak for it")


def _two_roles(left: Ground, right: Ground) -> Judgement:
    """Unnamed holders of an office, or one of them and a person."""
    held = bodies(left.body, right.body, tuple(left.body_words.split()), tuple(right.body_words.split()))
    if left.speaks and right.speaks and held.same is not Same.NO:
        verb = "both speak" if held.same is Same.YES else "may both speak"
        return Judgement(held.same, f"{left.label} and {right.label} {verb} for {_body(left)}")
    if left.body and right.body and held.same is Same.NO:
        return NO
    return _described(left, right)


def _described(left: Ground, right: Ground) -> Judgement:
    """Two sources of one kind without a name: one if one medium has it from the same description, else nobody knows."""
    if left.kind == right.kind and left.words == right.words:
        if left.through and left.through == right.through:
            return Judgement(Same.YES, f"{left.outlet} has it from “{left.label}” in both")
        return Judgement(Same.MAYBE, f"“{left.label}” may be the same person, or not")
    if _places(left) and _places(right) and not _meet(_places(left), _places(right)):
        return NO
    return _by_field(left, right)


def _by_field(left: Ground, right: Ground) -> Judgement:
    """At least one of the two has no name: they may be one unless their words put them in two walks of life."""
    if NodeKind.CORRESPONDENT in (left.kind, right.kind) or not (unnamed(left) or unnamed(right)):
        return NO
    if left.fields and right.fields and set(left.fields).isdisjoint(right.fields):
        return NO
    aside = ORIGINS.bystanders
    if aside & {*left.fields} != aside & {*right.fields}:
        # a bystander or an expert is nobody's official
        return NO if (left.fields and right.fields) or _official(left) or _official(right) else perhaps(left, right)
    return perhaps(left, right)


def perhaps(left: Ground, right: Ground) -> Judgement:
    """They may be one, and their words have nothing to do with it."""
    return Judgement(Same.MAYBE, f"nothing tells {left.label} from {right.label}")


def _official(ground: Ground) -> bool:
    return ground.kind in (NodeKind.ROLE, NodeKind.INSTITUTION) or bool(ground.title)


def _documents(left: Ground, right: Ground) -> Judgement:
    """One designation is one document; without one, documents of one sort may be one."""
    if not _shared_sort(left, right):
        return NO
    marks, others = _marks(left), _marks(right)
    if marks and others:
        shown = f"“{left.label}” and “{right.label}” are one document"
        return Judgement(Same.YES, shown) if left.words == right.words else (NO if _differ(marks, others) else _sort(left))
    if left.words == right.words and left.through and left.through == right.through:
        return Judgement(Same.YES, f"{left.outlet} has it from “{left.label}” in both")
    return _sort(left)


def _sort(left: Ground) -> Judgement:
    return Judgement(Same.MAYBE, f"“{left.label}” may be the same one, or not")


def _document_and_speaker(left: Ground, right: Ground) -> Judgement:
    """A statement carries somebody's words; other documents are origins of their own, unless their words name the body."""
    document, speaker = (left, right) if left.kind is NodeKind.DOCUMENT else (right, left)
    if set(document.words) & ORIGINS.sayings and not _marks(document):
        return Judgement(Same.MAYBE, f"“{document.label}” does not say whose it is")
    if document.fields and speaker.fields and not set(document.fields).isdisjoint(speaker.fields):
        return Judgement(Same.MAYBE, f"“{document.label}” may come from {speaker.label}")
    return NO


def _correspondents(left: Ground, right: Ground) -> Judgement:
    if left.through != right.through or not left.through:
        return NO
    if left.words == right.words:
        return Judgement(Same.YES, f"both are {left.outlet}’s own correspondent")
    return Judgement(Same.MAYBE, f"both are {left.outlet}’s own reporters") if not (left.words and right.words) else NO


def _marks(ground: Ground) -> frozenset[str]:
    """What designates a document: numbers, dates, names."""
    return frozenset(word.lower() for word in ground.name[1:] if word[0].isupper() or word[0].isdigit())


def _differ(left: frozenset[str], right: frozenset[str]) -> bool:
    digits, others = ({word for word in marks if word[0].isdigit()} for marks in (left, right))
    return bool(digits and others and digits != others) or not _meet(left, right)


def _shared_sort(left: Ground, right: Ground) -> bool:
    nouns, others = (set(ground.words) & (SOURCES.documents | ORIGINS.footage) for ground in (left, right))
    return not (nouns and others) or bool(nouns & others)


def _places(ground: Ground) -> frozenset[str]:
    """Names in a description ("residents of Tolmar")."""
    return frozenset(word.lower() for word in ground.name[1:] if word[0].isupper())


def _meet(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(alike(one, other) for one in left for other in right)


def _body(ground: Ground) -> str:
    return f"the {ground.body_words}" if ground.body_words else "one body"


def _pairs(rule: Rule, *pairs: tuple[NodeKind, NodeKind]) -> dict[frozenset[NodeKind], Rule]:
    return {frozenset(pair): rule for pair in pairs}


_K = NodeKind
_RULES: dict[frozenset[NodeKind], Rule] = {
    **_pairs(_media, (_K.OUTLET, _K.OUTLET), (_K.MEDIA, _K.MEDIA), (_K.OUTLET, _K.MEDIA)),
    **_pairs(_institutions, (_K.INSTITUTION, _K.INSTITUTION)),
    **_pairs(_persons, (_K.PERSON, _K.PERSON)),
    **_pairs(_holder, (_K.PERSON, _K.INSTITUTION), (_K.ROLE, _K.INSTITUTION)),
    **_pairs(_two_roles, (_K.ROLE, _K.ROLE), (_K.PERSON, _K.ROLE)),
    **_pairs(_described, (_K.ANONYMOUS, _K.ANONYMOUS), (_K.COLLECTIVE, _K.COLLECTIVE)),
    **_pairs(_documents, (_K.DOCUMENT, _K.DOCUMENT), (_K.FOOTAGE, _K.FOOTAGE)),
    **_pairs(_document_and_speaker, (_K.DOCUMENT, _K.PERSON), (_K.DOCUMENT, _K.INSTITUTION), (_K.DOCUMENT, _K.ROLE)),
    **_pairs(_correspondents, (_K.CORRESPONDENT, _K.CORRESPONDENT)),
}
