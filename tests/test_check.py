"""Whatever is damaged in a ledger is named by `check`, and a sound one has nothing to be named."""

import gzip
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hearsay.codec import digest, from_json, id_of, to_json
from hearsay.errors import LedgerDamaged, NotInLedger
from hearsay.model import Figure, Refusal, Stance
from hearsay.store.ledger import Ledger

from .ledgers import T0, changed, made

REPORT = made()
TEXT, DOCUMENT = REPORT.page.text.id, REPORT.page.document.id
FIGURE = next(one for one, _ in REPORT.findings if isinstance(one, Figure))
ID = id_of(FIGURE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A ledger with something of everything."""
    with Ledger.open(tmp_path / "ledger") as ledger:
        ledger.add(made())
        ledger.refuse(Refusal("empty.txt", "is empty", T0))
        ledger.judge(ID, Stance.REJECTED, "person:ada", at=T0, note="a print error")
        assert list(ledger.check()) == []
    return tmp_path / "ledger"


def faults(folder: Path) -> list[str]:
    with Ledger.open(folder, create=False) as ledger:
        return list(ledger.check())


def original(folder: Path) -> Path:
    return next((folder / "originals").glob("??/*.gz"))


def body(**changes: object) -> str:
    """The figure's JSON with something else in it."""
    import json

    return json.dumps({**json.loads(to_json(FIGURE)), **changes}, sort_keys=True, separators=(",", ":"))


def moved() -> str:
    """The figure one code point further, with the id that goes with it."""
    start, end = FIGURE.span.start + 1, FIGURE.span.end + 1
    return body(span=[start, end])


SQL: dict[str, tuple[str, tuple[object, ...], str]] = {
    "text: a character": (
        "UPDATE texts SET content = replace(content, '417', '714')",
        (),
        f"text {TEXT}: its characters are not those",
    ),
    "text: another reader": ("UPDATE texts SET reader = 'plain@2'", (), f"text {TEXT}: its characters"),
    "text: a piece": (
        "UPDATE texts SET pieces = replace(pieces, '[0,47,0,47,', '[0,47,1,48,')",
        (),
        f"text {TEXT}: the piece at [0, 47) is not what bytes [1, 48) of the original say",
    ),
    "text: pieces out of order": (
        "UPDATE texts SET pieces = '[[5,9,5,9],[0,3,0,3]]'",
        (),
        f"text {TEXT}: the piece at [0, 3) lies outside it or out of order",
    ),
    "text: no pieces at all": ("UPDATE texts SET pieces = 'none'", (), f"text {TEXT}: can't be decoded"),
    "text: a block": (
        """UPDATE texts SET blocks = '[{"article":true,"label":"main","span":[0,9999]}]'""",
        (),
        f"text {TEXT}: a block lies outside it",
    ),
    "text: unknown to the index": (
        "UPDATE texts SET content = 'Kestrel'",
        (),
        "full-text index: does not fit the texts",
    ),
    "document: its size": ("UPDATE documents SET bytes = 7", (), f"document {DOCUMENT}: has "),
    "finding: what it says": (
        "UPDATE findings SET body = ? WHERE id = ?",
        (body(low=418), ID),
        f"finding {ID}: says something else",
    ),
    "finding: no JSON": (
        "UPDATE findings SET body = '{' WHERE id = ?",
        (ID,),
        f"finding {ID}: can't be decoded",
    ),
    "finding: not canonical": (
        "UPDATE findings SET body = replace(body, ':', ': ') WHERE id = ?",
        (ID,),
        f"finding {ID}: says something else",
    ),
    "finding: an unknown field": (
        "UPDATE findings SET body = ? WHERE id = ?",
        (body(truth=1), ID),
        f"finding {ID}: can't be decoded (Object contains unknown field `truth`)",
    ),
    "finding: another type in the list": (
        "UPDATE findings SET type = 'mention' WHERE id = ?",
        (ID,),
        f"finding {ID}: its columns do not repeat",
    ),
    "finding: another place in the list": (
        "UPDATE findings SET start = 3 WHERE id = ?",
        (ID,),
        f"finding {ID}: its columns do not repeat",
    ),
    "finding: a span elsewhere": (
        "UPDATE findings SET body = ?, id = ? WHERE id = ?",
        (moved(), digest(moved().encode()), ID),
        f"finding {digest(moved().encode())}: the words {FIGURE.words!r} do not stand at",
    ),
    "finding: a span outside": (
        "UPDATE findings SET body = ? WHERE id = ?",
        (body(span=[0, 9999]), ID),
        f"finding {ID}: span [0, 9999) is not inside the text",
    ),
    "finding: in a text that is gone": (
        "UPDATE findings SET text = 'h1:gone' WHERE id = ?",
        (ID,),
        f"finding {ID}: stands in a text that is not there (h1:gone)",
    ),
    "verdict: its stance": (
        "UPDATE verdicts SET stance = 'accepted' WHERE agent = 'person:ada'",
        (),
        "says something else than its id was made from",
    ),
    "verdict: an unknown stance": (
        "UPDATE verdicts SET stance = 'doubted' WHERE agent = 'person:ada'",
        (),
        "can't be decoded ('doubted' is not a valid Stance)",
    ),
    "verdict: its agent": (
        "UPDATE verdicts SET agent = 'person:bea' WHERE agent = 'person:ada'",
        (),
        "says something else than its id was made from",
    ),
    "verdict: its time": (
        "UPDATE verdicts SET at = '2021-06-02T12:00:00.000001Z' WHERE agent = 'person:ada'",
        (),
        "says something else than its id was made from",
    ),
    "verdict: a time that is none": (
        "UPDATE verdicts SET at = 'noon' WHERE agent = 'person:ada'",
        (),
        "can't be decoded",
    ),
    "verdict: its note": ("UPDATE verdicts SET note = ''", (), "says something else than its id was made from"),
    "verdict: how sure": ("UPDATE verdicts SET confidence = 1.0", (), "says something else than its id was made from"),
    "verdict: on a finding that is gone": (
        "DELETE FROM findings WHERE id = ?",
        (ID,),
        "refers to a row of findings that is not there",
    ),
    "verdict: gone": ("DELETE FROM verdicts WHERE finding = ?", (ID,), f"finding {ID}: there is no verdict on it"),
    "verdict: a person's, gone": (
        "DELETE FROM verdicts WHERE agent = 'person:ada'",
        (),
        f"standing of {ID}: is kept as rejected, its verdicts come to proposed",
    ),
    "standing: another": (
        "UPDATE standings SET state = 'accepted' WHERE state = 'rejected'",
        (),
        f"standing of {ID}: is kept as accepted, its verdicts come to rejected",
    ),
    "standing: gone": ("DELETE FROM standings", (), f"standing of {ID}: is kept as None"),
    "sighting: its name": ("UPDATE sightings SET name = 'other'", (), "sighting h1:"),
    "sighting: its document": ("UPDATE sightings SET document = 'sha256:gone'", (), "refers to a row of documents"),
    "reading: its agent": ("UPDATE readings SET agent = 'test.says@2'", (), "reading h1:"),
    "refusal: its reason": ("UPDATE refusals SET reason = 'is odd'", (), "refusal h1:"),
}


@pytest.mark.parametrize("what", SQL)
def test_damaged_rows_are_named(folder: Path, what: str) -> None:
    statement, values, expected = SQL[what]
    changed(folder, statement, *values)
    found = faults(folder)
    assert [fault for fault in found if expected in fault], found


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def _swapped(path: Path) -> None:
    path.write_bytes(gzip.compress(b"The Northern Guard said nobody died.\n"))


FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "gone": (Path.unlink, f"document {DOCUMENT}: its original is missing"),
    "cut short": (_cut, f"document {DOCUMENT}: its original can't be unpacked"),
    "no gzip": (lambda path: path.write_bytes(b"<html>"), f"document {DOCUMENT}: its original can't be unpacked"),
    "other bytes": (_swapped, f"document {DOCUMENT}: its original has other bytes"),
}


@pytest.mark.parametrize("what", FILES)
def test_damaged_originals_are_named(folder: Path, what: str) -> None:
    damage, expected = FILES[what]
    damage(original(folder))
    found = faults(folder)
    assert len(found) == 1
    assert expected in found[0]
    with Ledger.open(folder) as ledger, pytest.raises((LedgerDamaged, NotInLedger), match=DOCUMENT):
        ledger.original(DOCUMENT)


def test_a_missing_original_is_mended_by_reading_again(folder: Path) -> None:
    original(folder).unlink()
    with Ledger.open(folder) as ledger:
        assert not ledger.add(made())
        assert list(ledger.check()) == []


def test_one_fault_hides_no_other(folder: Path) -> None:
    changed(folder, "UPDATE texts SET reader = 'plain@2'")
    changed(folder, "UPDATE refusals SET reason = 'is odd'")
    changed(folder, "UPDATE findings SET body = '{' WHERE id = ?", ID)
    original(folder).unlink()
    found = faults(folder)
    for part in ("its original is missing", f"text {TEXT}", "refusal h1:", f"finding {ID}"):
        assert any(part in fault for fault in found), (part, found)


def test_a_torn_database_is_named(folder: Path) -> None:
    """A page of the file is overwritten, as a failing disk does it."""
    path = folder / "ledger.sqlite"
    with sqlite3.connect(path) as database:
        page = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'findings_by_text'").fetchone()[0]
        size = database.execute("PRAGMA page_size").fetchone()[0]
    database.close()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\xa5" * size
    path.write_bytes(bytes(data))
    assert any("database" in fault for fault in faults(folder))


@pytest.fixture
def open_ledger(folder: Path) -> Iterator[Ledger]:
    with Ledger.open(folder) as ledger:
        yield ledger


def test_checking_changes_nothing(open_ledger: Ledger) -> None:
    before = (open_ledger.folder / "ledger.sqlite").read_bytes()
    assert list(open_ledger.check()) == []
    assert (open_ledger.folder / "ledger.sqlite").read_bytes() == before
    assert from_json(to_json(FIGURE)) == FIGURE
