"""The latest quantities that accounts differ on, without going through a whole ledger."""

from collections.abc import Iterator
from itertools import islice

from ..across.disputes import of_block
from ..across.links import judged_links
from ..compare.blocks import key
from ..compare.disputes import Dispute
from ..model import Figure
from ..store.ledger import Ledger
from ..store.listing import Wanted, page

_FIGURES = 80
_BLOCKS = 12


def disputes(ledger: Ledger) -> Iterator[Dispute]:
    """Contested quantities, those with the latest figures first; only the blocks of the last figures are looked at."""
    newest = page(ledger.store, Wanted({"type": (Figure.__name__.lower(),)}), "newest", size=_FIGURES).rows
    blocks = dict.fromkeys(block for claim in newest if (block := key(claim)))
    judged = judged_links(ledger)
    for block in islice(blocks, _BLOCKS):
        yield from (one for one in of_block(ledger, block, judged) if one.contested)
