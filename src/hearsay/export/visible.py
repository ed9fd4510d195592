"""Text from elsewhere, made safe to show: no report may steer a terminal or reorder what stands beside it.

Control characters (escape sequences begin with one), bidirectional controls, invisible tags and lone surrogates are
shown as marks; every other character stays as it is. JSON gets the same characters as escapes, so its value is unchanged.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HIDDEN = rf"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029{_BIDI}\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"
_STEERING = re.compile(f"[{_HIDDEN}]")
_BREAKS = re.compile(r"[\t\n\r]+ *")


def visible(text: str) -> str:
    """`text` with everything that could steer a terminal shown as a mark: ESC as "␛", U+202E as "⟨U+202E⟩".
    Line feeds and tabs stay."""
    return _STEERING.sub(lambda match: _mark(match[0]), text)


def one_line(text: str) -> str:
    """The same on one line, without tabs: for a cell of a table or an error."""
    return visible(_BREAKS.sub(" ", text))


def json_line(row: Mapping[str, Any]) -> str:
    """`row` as JSON on one line. Characters outside ASCII stay as they are, but those that `visible` marks are escaped."""
    written = json.dumps(row, ensure_ascii=False)
    return _STEERING.sub(lambda match: _escaped(match[0]), written)


def _mark(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)  # the block "Control Pictures"
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"


def _escaped(character: str) -> str:
    return json.dumps(character)[1:-1] if character != "\x7f" else "\\u007f"
