"""How wide words are, and how they are broken into lines: near enough to keep labels apart without asking a font.

The widths are those of DejaVu Sans, the widest of the fonts that "sans-serif" commonly means: what fits here fits elsewhere.
"""

import re
import unicodedata
from functools import lru_cache

_WIDE = {
    **dict.fromkeys("ijl'|.,:;!", 0.32),
    **dict.fromkeys('It() []/\\-frJ"°·', 0.41),
    **dict.fromkeys("mwMW@%—…", 0.97),
    **dict.fromkeys("csz", 0.54),
    " ": 0.32,
}
_DIGIT, _SMALL, _CAPITAL, _IDEOGRAPH = 0.64, 0.62, 0.73, 1.02
_ELLIPSIS = "…"
_HIDDEN = {*range(0x20), 0x7F, *range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF} - {0x0A, 0x09}
_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}
_SHOWN = dict.fromkeys(_HIDDEN, "\N{REPLACEMENT CHARACTER}") | {code: f"‹U+{code:04X}›" for code in _BIDI}
_ODD = re.compile("[" + "".join(re.escape(chr(code)) for code in sorted(_SHOWN)) + "]")
_SPLIT = re.compile(r"(?<=[-/])(?=\w)|\s+")


def readable(words: str) -> str:
    """Words without what an XML file may not hold, and with marks of direction made visible: they could turn a label round."""
    return words.translate(_SHOWN) if _ODD.search(words) else words


@lru_cache(maxsize=8192)
def width(words: str, size: float = 12, bold: bool = False) -> float:
    """About how many user units the words take at that font size."""
    total = sum(_of(char) for char in readable(words))
    return total * size * (1.1 if bold else 1.0)


def cut(words: str, room: float, size: float = 12, bold: bool = False) -> str:
    """The words, or as many of their characters as fit the room with a mark of omission behind."""
    if width(words, size, bold) <= room:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if width(words[:middle].rstrip() + _ELLIPSIS, size, bold) <= room:
            low = middle
        else:
            high = middle - 1
    return words[:low].rstrip() + _ELLIPSIS


def wrapped(words: str, room: float, most: int = 99, size: float = 12, bold: bool = False) -> tuple[str, ...]:
    """The words in at most that many lines that fit the room; what does not fit the last line is cut, as is a word too long for a
    line. At least one line, which may be empty."""
    lines: list[str] = []
    rest = " ".join(words.split())
    while rest:
        if len(lines) == most - 1:
            lines.append(cut(rest, room, size, bold))
            break
        line, rest = _line(rest, room, size, bold)
        lines.append(line)
    return tuple(lines) or ("",)


def _line(words: str, room: float, size: float, bold: bool) -> tuple[str, str]:
    """The longest beginning that fits, and the rest."""
    if width(words, size, bold) <= room:
        return words, ""
    fits = None
    for match in _SPLIT.finditer(words):
        if width(words[: match.start()], size, bold) > room:
            break
        fits = match
    if fits is not None and fits.start() > 0:
        return words[: fits.start()], words[fits.end() :]
    first = _SPLIT.search(words)
    word, rest = (words[: first.start()], words[first.end() :]) if first else (words, "")
    return cut(word, room, size, bold), rest


@lru_cache(maxsize=4096)
def _of(char: str) -> float:
    """The width of a character in ems."""
    if char in _WIDE:
        return _WIDE[char]
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return _IDEOGRAPH
    if char.isdigit():
        return _DIGIT
    return _CAPITAL if char.isupper() else _SMALL
