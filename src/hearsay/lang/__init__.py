"""Languages as data: a `Language` is a value that holds tables; the code that reads them is the same for all.

A table lives in a module of its own beside this one (`en_numbers`, `en_cues` ...); `en` puts them together.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """What the code needs to know of one language. `code` is ISO 639-1."""

    code: str
    name: str
    abbreviations: frozenset[str]
    """Words that end in a full stop without ending a sentence; lower case, without that stop."""
    reporting: frozenset[str]
    """Inflected verbs that may follow a closing quotation mark in the same sentence ('..." said')."""
