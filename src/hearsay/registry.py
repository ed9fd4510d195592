"""The parts of Hearsay by name: what ships with it first, then what other packages bring as entry points.

A part is imported when it is asked for, never before. The name of a language is its ISO 639-1 code. Where an
entry point has the name of a built-in, the built-in is taken: no package changes what Hearsay does by being installed.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from .errors import UnknownName
from .extract import Extractor
from .lang import Language

EXTRACTORS = "hearsay.extractors"
LANGUAGES = "hearsay.languages"
READERS = "hearsay.readers"

BUILT_IN: Mapping[str, Mapping[str, str]] = {
    EXTRACTORS: {
        "attributions": "hearsay.extract.attribution:Attributions",
        "figures": "hearsay.extract.figures:Figures",
        "mentions": "hearsay.extract.mentions:Mentions",
    },
    LANGUAGES: {"en": "hearsay.lang.en:ENGLISH"},
    READERS: {"safe": "hearsay.readers.sandbox:SafeReader"},
}
"""Group -> name -> "module:object". The order of the extractors is the order in which they run."""

DEFAULT_EXTRACTORS = tuple(BUILT_IN[EXTRACTORS])


def names(group: str) -> tuple[str, ...]:
    """Every name installed in a group, built-ins first."""
    built_in = tuple(BUILT_IN.get(group, {}))
    others = sorted({point.name for point in entry_points(group=group)} - set(built_in))
    return (*built_in, *others)


def load(group: str, name: str) -> Any:
    """The object of that name. Raises `UnknownName`, which lists the names that are installed."""
    if target := BUILT_IN.get(group, {}).get(name):
        module, _, attribute = target.partition(":")
        return getattr(import_module(module), attribute)
    for point in sorted(entry_points(group=group, name=name), key=lambda point: point.value):
        return point.load()
    known = ", ".join(names(group)) or "none"
    raise UnknownName(f"{group} has no {name!r}; installed: {known}")


def language(code: str) -> Language | None:
    """The language of that code, or None where none is installed: such a text is kept and not guessed at."""
    try:
        found: Language = load(LANGUAGES, code)
    except UnknownName:
        return None
    return found


@cache
def extractor(name: str) -> Extractor:
    """The extractor of that name, made once in a process (its weights are loaded once)."""
    make: Callable[[], Extractor] = load(EXTRACTORS, name)
    return make()
