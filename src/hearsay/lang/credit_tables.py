"""The shape of a language's table of credits: the words by which a report says whose report it is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Credits:
    """Patterns of words around the name of an outlet; lower case, without the name itself. Kinds of words, no names."""

    by: tuple[str, ...] = ()
    """What begins a byline ("by")."""
    helped: tuple[str, ...] = ()
    """What follows the name of who helped ("contributed to this report")."""
    reporting: tuple[str, ...] = ()
    """What goes before the name of who helped ("with reporting by")."""
    first: tuple[str, ...] = ()
    """What goes before the name of who had it first ("first published by")."""
    source: tuple[str, ...] = ()
    """What goes before a name that stands alone on its line ("source:")."""
    said: tuple[str, ...] = ()
    """What follows the name of an outlet that is cited ("reported")."""
    cited: tuple[str, ...] = ()
    """What goes before such a name ("according to")."""
    joints: tuple[str, ...] = ()
    """Small words between two names ("and")."""
    additions: frozenset[str] = frozenset()
    """Words beside an outlet's name that make it no other outlet ("the", "staff")."""
