"""Everything that Hearsay raises on purpose.

HearsayError
├── InputRefused        an input that could not be read; names the input and the reason
│   ├── Unreadable      bytes that no reader understands, or that are damaged
│   ├── TooMuch         a limit (size, ratio, depth, memory, time) was passed
│   └── NotFetched      a URL that may not or could not be fetched
├── UnknownName         no language, reader, extractor, policy or exporter of that name
├── BadFinding          a finding that does not fit its text or its type
├── NotInLedger         an id that this ledger does not hold
└── LedgerDamaged       what is stored contradicts its own hash, span or schema
"""


class HearsayError(Exception):
    """Base of every error that Hearsay raises on purpose."""


class InputRefused(HearsayError):
    """An input could not be read. `name` says which, `reason` says why, in words for the user."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class Unreadable(InputRefused):
    """The bytes are in no format that an installed reader understands, or are damaged."""


class TooMuch(InputRefused):
    """The input passed a limit: size, expansion ratio, depth, memory or time."""


class NotFetched(InputRefused):
    """A URL may not be fetched (scheme, address) or could not be."""


class UnknownName(HearsayError):
    """No part of that name is installed."""


class BadFinding(HearsayError):
    """A finding does not fit its text or its type."""


class NotInLedger(HearsayError):
    """The ledger holds nothing under that id."""


class LedgerDamaged(HearsayError):
    """Something stored contradicts its own hash, its span or the schema."""
