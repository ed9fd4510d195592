"""Definite descriptions: whom "the spokesman", "the source", "the station", "the report" or "the group" means in its text."""

from collections.abc import Sequence

from ..analyse import Word
from ..model import Source, SourceKind, Span
from .known import Known, Spoken
from .names import Kind, Name
from .nouns import bare, head_words, plural

LONGEST = 4
"""Words that a description has at most to be looked up."""
NEAR, FAR = 4, 8
"""Sentences that "the officer", and "the report", look back over."""
_UNNAMED = frozenset({SourceKind.ROLE, SourceKind.ANONYMOUS, SourceKind.COLLECTIVE})
_ONE = frozenset({SourceKind.PERSON, SourceKind.ROLE})
_ISSUING = frozenset({SourceKind.INSTITUTION, SourceKind.MEDIA})
_BODIES = frozenset({SourceKind.INSTITUTION, SourceKind.MEDIA})


def meant(known: Known, words: Sequence[Word], span: Span) -> Source | None:
    """Whom a short definite description means, if the text tells."""
    table = known.table
    if not words or words[0].lower not in table.articles | table.first:
        return None
    head = head_words(words, table)
    noun = bare(head[-1]) if head else ""
    if own := _own(known, words, noun):
        return own
    if len(words) > LONGEST:
        return None
    if words[0].lower in table.indefinite or not head or (head[-1].text[0].isupper() and noun not in table.roles):
        return None
    modifiers = [word.lower for word in head[1:-1]]
    again = words[0].lower in table.definite | table.near and set(modifiers) <= table.tinges
    if noun in table.issued:
        return _author(known, noun, span, modifiers)
    if noun in table.roles:
        person = None if plural(noun) else _holder(known, noun, span, modifiers)
        person = person or _described(known, noun, span)
        return person or (_nearest(known, span, noun) if again else None)
    if noun in table.anonymous:
        return _described(known, noun, span) or _informant(known, noun, span)
    if noun in table.media and noun not in table.roles:
        return _medium(known, noun, span)
    if noun in table.bodies:
        return _body(known, noun, span, modifiers) or (_latest(known, span) if again and noun in table.groups else None)
    if again and modifiers and noun in table.people:
        return _nearest(known, span, noun)
    if again and noun in table.people and (person := _just_now(known, span)):
        return person
    return _described(known, noun, span) or (_named_so(known, noun, span) if len(head) == 2 else None)


def _own(known: Known, words: Sequence[Word], noun: str) -> Source | None:
    """The page's own voice: "this newspaper", "our correspondent", "an earlier version", "the ministry" in its own bulletin."""
    table = known.table
    first = words[0].lower
    ours = first in table.first and noun in table.hosts | table.documents | table.media | table.versions
    ours = ours or (noun in table.versions and any(word.lower in table.earlier for word in words))
    whole = table.bodies | table.media
    if known.own is None:
        return None
    if ours or (first in table.near and noun in table.media) or (len(words) == 2 and known.is_own(noun) and noun in whole):
        return known.own
    return None


def _author(known: Known, noun: str, span: Span, modifiers: Sequence[str]) -> Source | None:
    """Who speaks through "the statement": whose statement was spoken of before, or who spoke last."""
    if any(word in known.table.bodies for word in modifiers):
        return None
    here = known.sentence(span.start)
    for spoken in reversed(known.before):
        if here - spoken.sentence > FAR or spoken.at >= span.start or spoken.inside:
            continue
        inside = {word.lower for word in known.words_at(spoken.span)}
        if noun in inside or (here - spoken.sentence <= NEAR and spoken.source.kind in _ISSUING):
            return spoken.source
    return None


def _described(known: Known, noun: str, span: Span) -> Source | None:
    """The latest speaker that was described with this noun and more ("the source" after "a source close to ...")."""
    for spoken in reversed(known.before):
        words = spoken.source.name.lower().split()
        if spoken.at < span.start and spoken.source.kind in _UNNAMED and noun in words and len(words) > 2:
            return spoken.source
    return None


def _holder(known: Known, noun: str, span: Span, modifiers: Sequence[str]) -> Source | None:
    """The person that was introduced with this office ("the spokesman" after "Army spokesman N. N."); one whose office has the
    same words goes before a later one."""
    found: list[Name] = []
    for name in reversed(known.names_before(span.start)):
        if known.may_be_person(name) and any(known.office(name, one, modifiers) for one in _alike(noun, known)):
            found.append(name)
    exact = [name for name in found if modifiers and set(modifiers) <= set(_around(known, name))]
    plain = [name for name in found if not modifiers or not _elsewhere(known, name)]
    return known.person((exact or plain or found)[0]) if found else None


def _alike(noun: str, known: Known) -> tuple[str, ...]:
    """An office with those that are called by its name; the very word first."""
    others = {one for sort in known.table.same_office if noun in sort for one in sort}
    return (noun, *sorted(others - {noun}))


def _elsewhere(known: Known, name: Name) -> bool:
    """Whether a capital stands before a person's office ("Sedrin's president N. N.")."""
    at = name.first - len(name.title.split()) - 1
    return at >= 0 and known.words[at].text[0].isupper()


def _around(known: Known, name: Name) -> Sequence[str]:
    """The words right before a name."""
    return [word.lower for word in known.words[max(0, name.first - 6) : name.first]]


def _nearest(known: Known, span: Span, noun: str) -> Source | None:
    """The one that spoke last, where any officer may be meant, or where the text does not tell that one's office."""
    here = known.sentence(span.start)
    for spoken in reversed(known.before):
        if spoken.source.name == known.telling:
            continue
        if spoken.at < span.start and here - spoken.sentence <= NEAR and spoken.source.kind in _ONE:
            office_alone = noun in known.table.titled and noun not in known.table.generic
            if office_alone and (spoken.inside or spoken.source.kind is not SourceKind.PERSON):
                continue
            fits = noun in known.table.generic | known.table.people or (
                noun in known.table.titled and not _has_office(known, spoken.source.name)
            )
            return spoken.source if fits and not _several(spoken) else None
    return _only_one(known, span) if noun in known.table.titled else None


def _only_one(known: Known, span: Span) -> Source | None:
    """The one person that was named so far, where the text does not tell that one's office."""
    before = {
        name.full: name for name in known.names_before(span.start) if known.may_be_person(name) and not known.is_common(name)
    }
    if len(before) != 1:
        return None
    name = next(iter(before.values()))
    return None if _has_office(known, name.full) or name.full == known.telling else known.person(name)


def _just_now(known: Known, span: Span) -> Source | None:
    """The person that spoke in this sentence or the one before, if nobody else did since ("The man insists ...")."""
    here = known.sentence(span.start)
    last = next((spoken for spoken in reversed(known.before) if spoken.at < span.start and not spoken.inside), None)
    near = last is not None and here - last.sentence <= 2 and last.source.kind is SourceKind.PERSON
    return last.source if last is not None and near else None


def _has_office(known: Known, full: str) -> bool:
    return any(name.title for name in known.names if name.full == full)


def _named_so(known: Known, noun: str, span: Span) -> Source | None:
    """The body whose name ends in this noun ("the line" after "Two Harbours Line")."""
    for name in reversed(known.names_before(span.start)):
        if " " in name.full and name.full.lower().split()[-1] == noun:
            return known.of_name(name)
    return None


def _several(spoken: Spoken) -> bool:
    return spoken.source.kind is SourceKind.ROLE and plural(spoken.source.name.lower().split()[-1])


def _informant(known: Known, noun: str, span: Span) -> Source | None:
    """Whom "the source" means where no source was spoken of: the one holder of an office that spoke last."""
    anonymous = any(spoken.source.kind is SourceKind.ANONYMOUS and spoken.at < span.start for spoken in known.before)
    if anonymous:
        return None
    kinds = frozenset({SourceKind.ROLE, SourceKind.INSTITUTION}) if plural(noun) else _ONE
    here = known.sentence(span.start)
    return next(
        (
            s.source
            for s in reversed(known.before)
            if s.at < span.start and here - s.sentence <= NEAR and s.source.kind in kinds and (plural(noun) or not _several(s))
        ),
        None,
    )


def _medium(known: Known, noun: str, span: Span) -> Source | None:
    """The medium that was named last, one whose name or description has the same noun before others."""
    found = [name for name in reversed(known.names_before(span.start)) if known.is_medium(name)]
    same = [name for name in found if noun in {*name.full.lower().split(), *_around(known, name)[-3:]}]
    other = next((sort for sort in known.table.media_sorts if noun in sort), frozenset())
    fitting = [name for name in found if not _of_other_sort(name.full, other, known)]
    if same or fitting:
        return known.of_name((same or fitting)[0])
    return known.last(frozenset({SourceKind.MEDIA}), span.start)


def _of_other_sort(full: str, sort: frozenset[str], known: Known) -> bool:
    """Whether a name has a word of the media that is of another sort ("the newspaper" is no radio)."""
    words = set(full.lower().split())
    return any(words & other for other in known.table.media_sorts if other != sort) and not words & sort


def _body(known: Known, noun: str, span: Span, modifiers: Sequence[str]) -> Source | None:
    """The body whose name has this noun; for "the group" and the like also the body that spoke last."""
    for name in reversed(known.names_before(span.start)):
        if name.kind is Kind.INSTITUTION and noun in name.full.lower().split():
            words = name.full.lower().split()
            if all(word in words for word in modifiers):
                return known.of_name(name)
    return None


def _latest(known: Known, span: Span) -> Source | None:
    """The body that spoke last or was named last."""
    here = known.sentence(span.start)
    for spoken in reversed(known.before):
        if spoken.at < span.start and here - spoken.sentence <= NEAR and spoken.source.kind in _BODIES:
            return spoken.source
    return next(
        (
            known.of_name(name)
            for name in reversed(known.names_before(span.start))
            if name.kind is Kind.INSTITUTION and here - known.sentence(name.span.start) <= NEAR and not known.is_medium(name)
        ),
        None,
    )
