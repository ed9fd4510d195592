"""PDF files written by hand, for tests."""

from collections.abc import Sequence

Shown = tuple[int, int, int, bytes]
"""Size, distance from the left and from the bottom in points, and the bytes of a line (windows-1252)."""


def make_pdf(pages: Sequence[Sequence[Shown]], info: bytes = b"", trailer: bytes = b"") -> bytes:
    """A PDF of these pages; `info` is the inside of its information dictionary."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for lines in pages:
        drawn = b"".join(b"BT /F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n" % (size, x, y, text) for size, x, y, text in lines)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< %s >>" % info)
    return write_pdf(objects, trailer + b" /Info %d 0 R" % len(objects))


def write_pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Objects numbered from 1 (the first is the catalogue), with their table and trailer."""
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, len(out))
    return out + head + table + end


ENCRYPTED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<%s> <%s>]" % (
    b"11" * 32,
    b"22" * 32,
    b"33" * 16,
    b"33" * 16,
)
"""A trailer entry that asks for a password which nobody has."""


def column(words: Sequence[bytes], top: int = 700, size: int = 11) -> list[Shown]:
    """Lines below each other, from `top` points down."""
    return [(size, 72, top - 14 * i, line) for i, line in enumerate(words)]
