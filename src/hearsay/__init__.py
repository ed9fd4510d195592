"""Hearsay: a ledger of claims in contested news.

for outcome in hearsay.read("reports/"):   # a Report, or a Refusal with its reason
    ...
with hearsay.Ledger.open("my-ledger") as ledger:
    ledger.add(outcome)
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import Known, read
    from .model import Refusal
    from .pipeline import Report
    from .store.ledger import Ledger

__all__ = ["Known", "Ledger", "Refusal", "Report", "read"]

_PLACES = {"read": "api", "Known": "api", "Refusal": "model", "Report": "pipeline", "Ledger": "store.ledger"}


def __getattr__(name: str) -> Any:
    """The public names, imported when first asked for, so that `import hearsay` costs nothing."""
    if name not in _PLACES:
        raise AttributeError(f"module 'hearsay' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"hearsay.{_PLACES[name]}"), name)
