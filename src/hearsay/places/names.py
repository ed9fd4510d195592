"""Names of places as they are looked up."""

import unicodedata
from functools import lru_cache

from ..lang.en_places import KINDS, SMALL
from .base import Kind


@lru_cache(maxsize=1 << 14)
def plain(name: str) -> str:
    """A name without case, marks and punctuation, in any script: "Al-Órrin" and "al Orrin" are one."""
    whole = unicodedata.normalize("NFKD", name).casefold()  # letters of other forms have no case of their own before
    folded = unicodedata.normalize("NFKD", whole).casefold()
    kept = "".join(" " if not one.isalnum() else one for one in folded if not unicodedata.combining(one) and one not in "'’ʼ`")
    return " ".join(kept.split())


@lru_cache(maxsize=1 << 14)
def bare(name: str) -> tuple[str, Kind | None]:
    """A name as it is looked up, without articles and the word for its kind, and the kind that this word tells ("the Vell
    district": "vell", DISTRICT). A name of nothing else stays whole."""
    words = plain(name).split()
    kept = [word for word in words if word not in SMALL]
    kind = next((Kind(KINDS[word]) for word in (kept[-1:] + kept[:1]) if word in KINDS), None)
    if kind is None:
        return " ".join(kept or words), None
    rest = kept[:-1] if kept[-1] in KINDS else kept[1:]
    return " ".join(rest or kept), kind
