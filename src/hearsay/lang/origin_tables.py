"""The shape of the tables that tell which sources may be one: kinds of words, never parties."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OriginWords:
    """Words by which two names or descriptions are found to be of one source, of two, or of nobody knows how many."""

    empty: frozenset[str]
    """Words that tell nothing of who it is."""
    alike: Mapping[str, str]
    """A word and the one it stands for."""
    seats: Mapping[str, str]
    """An office, and the kind of body that its holder speaks for ("health minister": ministry)."""
    mouths: frozenset[str]
    """Offices whose holder speaks for the body."""
    ranks: frozenset[str]
    """Ranks, which name no body."""
    fields: Mapping[str, frozenset[str]]
    """A word, and the walks of life that it puts a source in."""
    official: frozenset[str]
    """Words that leave all the official fields open."""
    bystanders: frozenset[str]
    """Fields whose people hold no office."""
    footage: frozenset[str]
    """What a camera made."""
    sayings: frozenset[str]
    """Documents that only carry somebody's words."""
    reporters: frozenset[str]
    """Who reports for an outlet."""
    own: frozenset[str]
    """Determiners by which an outlet calls them its own."""
    vague: frozenset[str]
    """Words that, without others, name no medium."""
    media: frozenset[str]
    """What a medium is called."""
    media_noise: frozenset[str]
    """Words of a medium's name that may be left out."""
    citing: frozenset[str]
    """Lemmas by which one report cites another."""
    demonyms: frozenset[str]
    """Endings by which a country's name and its people's differ."""
    relaying: frozenset[str]
    """Shades of cue that hand a claim on."""
    bodies_of_a_land: frozenset[str]
    """What a land or a party has one of: no such body of one is part of another's."""
    houses: frozenset[str]
    """Bodies that stand in one place."""
    portfolios: frozenset[str]
    """What a ministry is of."""
    general: frozenset[str]
    """Words of bodies' names that do not tell whose they are."""
    walks: Mapping[str, str]
    """A walk of life as a reader is told of it."""
