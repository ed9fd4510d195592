"""The bytes of the documents, as files in the ledger's folder: originals/ab/abcd....gz, named by their SHA-256."""

import gzip
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from ..codec import document_id
from ..errors import LedgerDamaged, NotInLedger

_PREFIX = "sha256:"
_LEVEL = 6


class Originals:
    """The stored bytes below one folder. Files are written whole or not at all, and never changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, document: str) -> Path:
        """Where the bytes of a document lie."""
        digest = document.removeprefix(_PREFIX)
        return self.folder / digest[:2] / f"{digest}.gz"

    def put(self, document: str, data: bytes) -> bool:
        """Keeps the bytes of a document; False where they were there. They are on the disk when this returns, so no row
        is ever written that has no original."""
        path = self.path(document)
        if path.exists():
            return False
        fresh = not path.parent.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as file:
            file.write(gzip.compress(data, _LEVEL, mtime=0))
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(path)
        _sync(path.parent)
        if fresh:
            _sync(self.folder)
        return True

    def get(self, document: str) -> bytes:
        """The bytes of a document. Raises `NotInLedger` where there are none, `LedgerDamaged` where they are others."""
        try:
            data = gzip.decompress(self.path(document).read_bytes())
        except FileNotFoundError:
            raise NotInLedger(f"{document}: its original is missing") from None
        except (OSError, EOFError, zlib.error) as error:
            raise LedgerDamaged(f"{document}: its original can't be unpacked ({error})") from error
        if document_id(data) != document:
            raise LedgerDamaged(f"{document}: its original has other bytes (they are {document_id(data)})")
        return data

    def documents(self) -> Iterator[str]:
        """The documents whose bytes are here, in order."""
        for path in sorted(self.folder.glob("??/*.gz")):
            yield _PREFIX + path.stem


def _sync(folder: Path) -> None:
    """Makes the names in a folder last, where the system lets folders be opened."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
