"""Languages as data: a `Language` is a value that holds tables; the code that reads them is the same for all.

A table lives in a module of its own beside this one (`en_numbers`, `en_cues` ...); `en` puts them together.
"""

from dataclasses import dataclass, field

from .credit_tables import Credits
from .figure_tables import Harm, Numbers
from .series_tables import Changes
from .tables import Cues, Names, Sources, Who
from .time_tables import Times


@dataclass(frozen=True, slots=True)
class Language:
    """What the code needs to know of one language. `code` is ISO 639-1."""

    code: str
    name: str
    abbreviations: frozenset[str]
    """Words that end in a full stop without ending a sentence; lower case, without that stop."""
    reporting: frozenset[str]
    """Inflected verbs that may follow a closing quotation mark in the same sentence ('..." said')."""
    names: Names = field(default_factory=Names)
    """What tells names from other words."""
    cues: Cues = field(default_factory=Cues)
    """What signals an attribution, and in what shade."""
    sources: Sources = field(default_factory=Sources)
    """What tells kinds of sources from each other."""
    numbers: Numbers = field(default_factory=Numbers)
    """What is a number, and what only looks like one."""
    harm: Harm = field(default_factory=Harm)
    """What happens to those who are counted."""
    times: Times = field(default_factory=Times)
    """What says when."""
    who: Who = field(default_factory=Who)
    """What tells groups of people from each other."""
    changes: Changes = field(default_factory=Changes)
    """What tells why a running total moved."""
    credits: Credits = field(default_factory=Credits)
    """How a report says whose report it is."""
