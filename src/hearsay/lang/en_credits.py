"""English credits, as the press writes them: forms of words, and no outlet's name."""

from .credit_tables import Credits
from .tables import bag

_PIECE = r"(?:report|story|article|piece|dispatch|account)"

CREDITS = Credits(
    by=("by", "from", "words by", "story by", "text by"),
    helped=(
        rf"(?:also |and others )?contributed (?:reporting |information |material )?to (?:this|the) {_PIECE}",
        r"contributed (?:additional )?reporting",
        rf"(?:has|have) contributed to this {_PIECE}",
    ),
    reporting=(
        r"(?:with |additional |with additional |with further )?reporting (?:by|from)",
        r"with (?:files|material|information|input|inputs|copy|contributions) (?:from|by)",
        r"compiled from (?:reports by|reports from|reports of)",
    ),
    first=(
        rf"(?:this {_PIECE} )?(?:was |has been )?(?:first|originally|previously) (?:published|posted|printed|reported|carried)"
        r" (?:by|in|on|at|with)",
        rf"(?:this {_PIECE} )?(?:first|originally) (?:appeared|ran|published|aired) (?:in|on|at|with)",
        r"(?:re-?published|reprinted|reproduced|syndicated|taken|reposted) (?:with permission )?(?:from|by|courtesy of)",
        r"courtesy of",
    ),
    source=("source", "sources", "credit", "via"),
    said=(
        "reported",
        "reports",
        "has reported",
        "had reported",
        "first reported",
        "has counted",
        "wrote",
        "said in a report",
        "said it had",
        "quoted",
        "published",
    ),
    cited=("according to", "told", "reported by", "as reported by", "a report by", "in a report by", "citing", "quoted by"),
    joints=("and", "with", "of", "for", "in"),
    additions=bag(
        "the a staff writers writer reporter reporters correspondent correspondents news newsroom desk agency agencies"
    ),
)
