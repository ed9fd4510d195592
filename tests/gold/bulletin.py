"""Makes the demo's one PDF, the Joint Relief Office's bulletin, from its words: one page, the fonts every reader has.

    python -m tests.gold.bulletin src/hearsay/demo/reports/jro-bulletin-14.pdf

The same words give the same bytes, so a test can tell whether the shipped file is still this one.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import wrap

PAGE = (595, 842)  # A4, in points
MARGIN, TOP = 56, 800
BODY, HEAD = 10, 15
LEADING = 14
WIDTH = 92
"""Characters in a line of body text: Helvetica 10 takes some 4.9 points for one."""

TITLE = "Sedrin Highlands: Situation Bulletin No. 14"
DAY = "18 June 2031"
PARTS: Sequence[tuple[str, str]] = (
    ("heading", "Highlights"),
    (
        "item",
        "212 people have been killed in Sedrin since 1 June, according to the health authorities of both "
        "sides. Of them, 47 were children.",
    ),
    (
        "item",
        "An estimated 31,000 people have been displaced since 2 May, including 6,400 in the past week.",
    ),
    ("item", "Six aid workers are missing."),
    ("heading", "Situation"),
    (
        "text",
        "Fighting around Tolmar eased after 15 June. The cumulative toll since 2 May stands at 702. It "
        "includes 57 deaths from May that were registered only this week and were added to the total on 17 "
        "June. The increase over last week's total of 621 should therefore not be read as the deaths of one "
        "week.",
    ),
    (
        "text",
        "Mirel Ostane, director of the hospital in Brennoc, told the Office that surgical supplies would run "
        "out within four days. Her staff fear that more than 20 patients could die if no convoy arrives. The "
        "mayor of Lisk Ford, Garran Pell, described the wells as unsafe.",
    ),
    ("heading", "Access"),
    (
        "text",
        "The Orvessan Ministry of the Interior refused to authorise two convoys on 16 June, citing the safety "
        "of the drivers. The Sedrin Assembly denied that its fighters had fired on a third convoy, in which "
        "one driver was injured. Both parties agreed to a daily pause between noon and two o'clock.",
    ),
    (
        "text",
        'The humanitarian coordinator, Ana Tellow, called on all parties to respect it. "A pause that nobody '
        'keeps is a trap," she said.',
    ),
    ("heading", "Note on figures"),
    (
        "text",
        "Figures are those of the health authorities of each side. The Office adds a death when a name is "
        "known to it. The toll for Brennoc follows the revised list of 29 identified dead, which replaces the "
        "38 used in Bulletin No. 13.",
    ),
)
"""("heading" | "item" | "text", words), in order."""

Line = tuple[str, int, int, int, str]
"""Font ("F1" regular, "F2" bold), size, x, y, words."""


def lines() -> Iterator[Line]:
    """The lines of the page, from top to bottom, with their places in points from the lower left corner."""
    yield "F2", 9, MARGIN, TOP + 16, "JOINT RELIEF OFFICE"
    yield "F2", HEAD, MARGIN, TOP - 8, TITLE
    yield "F1", BODY, MARGIN, TOP - 28, DAY
    y = TOP - 28
    for kind, words in PARTS:
        y -= 12
        if kind == "heading":
            y -= LEADING
            yield "F2", 12, MARGIN, y, words
            continue
        indent = 14 if kind == "item" else 0
        for i, line in enumerate(wrap(words, WIDTH - indent // 5, break_on_hyphens=False)):
            y -= LEADING
            if indent and i == 0:
                yield "F1", BODY, MARGIN, y, "\u2022"
            yield "F1", BODY, MARGIN + indent, y, line
    yield "F1", 8, MARGIN, 36, "Joint Relief Office, Perrow Road 2, Halmere. Page 1 of 1"


def pdf() -> bytes:
    """The document: a catalogue, one page, two of the standard fonts (PDF 32000-1, 9.6.2.2), no compression."""
    drawn = "".join(f"BT /{f} {size} Tf {x} {y} Td ({_escaped(words)}) Tj ET\n" for f, size, x, y, words in lines())
    stream = drawn.encode("cp1252")
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE[0]} {PAGE[1]}] /Contents 6 0 R "
        "/Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>".encode(),
        font.format("Helvetica").encode(),
        font.format("Helvetica-Bold").encode(),
        b"<< /Length %d >>\nstream\n%sendstream" % (len(stream), stream),
        f"<< /Title ({TITLE}) /Author (Joint Relief Office) /CreationDate (D:20310618113000+02'00') >>".encode(),
    ]
    return _assembled(objects)


def _escaped(words: str) -> str:
    for mark in "\\()":
        words = words.replace(mark, "\\" + mark)
    return words


def _assembled(objects: Sequence[bytes]) -> bytes:
    out = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info 7 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + trailer


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(pdf())
