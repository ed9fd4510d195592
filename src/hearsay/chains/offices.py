"""Who speaks for whom: the office that a text gives a name, and the body behind it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..lang.en_names import NAMES
from ..lang.en_origins import ORIGINS
from ..lang.en_sources import SOURCES
from .tokens import parts, telling

_BODIES = NAMES.institutions | NAMES.bodies | SOURCES.bodies | {"hospital", "clinic"}
_BEHALF = frozenset("for of at with from in".split())
_KINDS = "|".join(sorted(ORIGINS.media))
_CALLED = re.compile(rf"(?i:\b(?:{_KINDS})) \Z")
_THAT_IS = re.compile(rf", (?:a|an|the)(?: [\w-]+){{0,2}} (?:{_KINDS})\b")
_EDGE = re.compile(r"\b")
_NEXT = _BEHALF | {"and", "or", "who", "which", "that", "said", "told", "says"}
_NEAR = 90
"""Code points before and after a name in which its office may stand."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office, the body that it is an office of (its telling words and its words as written; none: not told), and whether
    its holder speaks for the body, or only belongs to it."""

    title: str
    body: frozenset[str] = frozenset()
    body_words: str = ""
    speaks: bool = False


def office(description: str) -> Office | None:
    """The office in a description: "a spokesman for the Health Ministry", "Health Ministry spokesman", "army chief"; None
    where there is none."""
    words = parts(description)
    end = next((i for i, word in enumerate(words) if i and word.lower() in _BEHALF), len(words))
    # of several words of office the last before any preposition is the office ("deputy police chief")
    at = max((i for i in range(end) if words[i].lower() in SOURCES.roles | ORIGINS.mouths | ORIGINS.ranks), default=None)
    if at is None:
        return None
    title = words[at].lower()
    body = _behind(words[at + 1 :]) or _before(words[:at], title)
    return Office(title, telling(" ".join(body)) | _seat(title, body), " ".join(body), title in ORIGINS.mouths)


def introduced(name: str, content: str) -> Office | None:
    """The office with which a text introduces a person: the first one that names a body, else the first."""
    found = list(_introductions(name, content))
    return next((one for one in found if one.body), found[0] if found else None)


def is_medium(name: str, content: str) -> bool:
    """Whether a text calls a name that of a medium: "the channel N", "N, a newspaper in ..."."""
    at = content.find(name)
    while at >= 0 and name:  # the name is looked for as it is: a pattern for each name would have to be made first
        end = at + len(name)
        before = _EDGE.match(content, end) and _CALLED.search(content, max(0, at - _NEAR), at)
        if before or (_EDGE.match(content, at) and _THAT_IS.match(content, end)):
            return True
        at = content.find(name, at + 1)
    return False


def _introductions(name: str, content: str) -> Iterator[Office]:
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", content):
        before = re.split(r"[.;:!?\n“”\"]", content[max(0, match.start() - _NEAR) : match.start()])[-1]
        after = re.split(r"[.;:!?\n“”\"]", content[match.end() : match.end() + _NEAR])[0]
        title = _title(before)
        if title:
            yield title
        stretch = after[1:].split(",")[0] if after.startswith(",") else ""
        stretch = stretch or (after if re.match(r"\s+(?:of|from) (?:the )?[A-Z]", after) else "")
        if told := office(stretch) or (_member(stretch) if stretch == after else None):
            yield told


def _title(before: str) -> Office | None:
    """The office that stands before a name: "Health Ministry spokesman |", "the army’s spokesman, |"."""
    stretch = before.rstrip(" ,")
    words = parts(stretch)
    if not words or (words[-1].lower() not in SOURCES.roles | ORIGINS.ranks | ORIGINS.mouths):
        return None
    # an office after a comma is an apposition of its own; before it, other words may be anybody's
    return office(stretch.split(",")[-1] if "," in stretch else stretch)


def _member(after: str) -> Office | None:
    """ "Tarn Pell of the Joint Relief Office": of a body, without an office."""
    body = _behind(parts(after))
    return Office("", telling(" ".join(body)), " ".join(body), False) if body else None


def _behind(words: Sequence[str]) -> tuple[str, ...]:
    """The body behind a preposition: "for the Health Ministry"."""
    if len(words) < 2 or words[0].lower() not in _BEHALF or words[1].lower() == "staff":
        return ()
    found: list[str] = []
    for at, word in enumerate(words[1:], 1):
        if not found and word.lower() in SOURCES.articles:
            continue
        if (
            not found
            and word.islower()
            and at < 3
            and words[at + 1 : at + 2]
            and words[at + 1][0].isupper()
            and word not in _NEXT
        ):
            continue  # "for the rebel Sedrin Assembly"
        if not (word[0].isupper() or word.lower() in _BODIES or word.lower() in {"of", "for"}):
            break
        found.append(word)
    while found and found[-1].lower() in {"of", "for"}:
        found.pop()
    return tuple(found)


def _before(words: Sequence[str], title: str) -> tuple[str, ...]:
    """The body before an office: "the Orvessan Health Ministry | spokesman", "Health | Minister"."""
    found: list[str] = []
    for word in reversed(words):
        known = word.lower() in _BODIES or word.lower() in ORIGINS.fields
        titled = word.lower() in ORIGINS.ranks | SOURCES.roles | {"deputy", "acting", "former"}
        if titled or not (word[0].isupper() or known) or word.lower() in SOURCES.articles | NAMES.common - _BODIES:
            break
        found.insert(0, word)
    if found and title in ORIGINS.seats:
        return (*found, ORIGINS.seats[title].title())
    named = any(word[0].isupper() or word.lower() in _BODIES for word in found)
    return tuple(found) if named else ()


def _seat(title: str, body: Sequence[str]) -> frozenset[str]:
    """A governor or mayor of a place has an office of that place, not the place for a body."""
    plain = bool(body) and not {word.lower() for word in body} & (_BODIES | set(ORIGINS.seats.values()))
    return frozenset({title}) if plain and title in {"governor", "mayor"} else frozenset()
