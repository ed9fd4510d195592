"""What an extractor is: a callable with a name, from an analysis to findings. It has no store, no clock, no state."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from ..analyse import Analysis
from ..model import AnyFinding


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and how sure its extractor is of it: a probability in (0, 1], or None where it gives none."""

    finding: AnyFinding
    confidence: float | None = None


class Extractor(Protocol):
    """`name` is the agent's name in verdicts: "hearsay.WHAT@VERSION", with "+HASH" of the weights where there are any."""

    @property
    def name(self) -> str: ...

    def __call__(self, analysis: Analysis) -> Iterator[Found]: ...
