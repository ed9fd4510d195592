"""The tables of others that rows can be made for, by name."""

from collections.abc import Mapping
from typing import Any

from ..columns import Target
from .acled import ACLED
from .airwars import AIRWARS
from .every_casualty import EVERY_CASUALTY
from .ucdp import UCDP

TARGETS: Mapping[str, Target[Any]] = {one.name: one for one in (UCDP, ACLED, AIRWARS, EVERY_CASUALTY)}
"""Name -> table."""
