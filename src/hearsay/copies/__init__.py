"""Copies between reports: which words two reports share, whether that is more than a quotation, and who had them first.

Pure: nothing here knows a ledger. `prints` makes candidates, `align` judges them to the character, `credits` reads whom a
report credits, `direction` says who copied whom, or that nothing tells.
"""

from .align import Kind, Passage, Reuse, compare
from .credits import Credit, Form, credits_of
from .direction import Direction, Reason, Side, direction, side_of

__all__ = [
    "Credit",
    "Direction",
    "Form",
    "Kind",
    "Passage",
    "Reason",
    "Reuse",
    "Side",
    "compare",
    "credits_of",
    "direction",
    "side_of",
]
