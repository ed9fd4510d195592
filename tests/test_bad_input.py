"""Bad input: each is named with its reason, and what stands beside it is read as if it were not there."""

import gzip
import os
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from hearsay.errors import InputRefused, TooMuch
from hearsay.model import Refusal
from hearsay.readers import Input, Page
from hearsay.readers.inputs import expand
from hearsay.readers.limits import Limits
from hearsay.readers.sandbox import SafeReader

from .pdfs import ENCRYPTED, column, make_pdf

WORDS = "Nine people died in Ossel, the ministry said on Monday.\n"
GOOD = {"aa.txt": WORDS.encode(), "zz.html": f"<html><body><p>{WORDS}</p></body></html>".encode()}
PDF = make_pdf([column([b"Nine people died in Ossel, the ministry said."] * 40)])


def bomb() -> bytes:
    """20 GB of blanks, if it were unpacked to its end."""
    engine = zlib.compressobj(9, wbits=31)
    head = engine.compress(b"") + engine.flush(zlib.Z_FULL_FLUSH)
    block = engine.compress(b" " * 10_000_000) + engine.flush(zlib.Z_FULL_FLUSH)
    return head + block * 2_000


def deep(levels: int) -> bytes:
    inner = "<p>Nine people died in Ossel.</p>"
    return ("<html><body>" + "<div>" * levels + inner + "</div>" * levels + "</body></html>").encode()


BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "is empty"),
    "blank.html": (b" \n\t\n", "is empty"),
    "empty.html.gz": (b"", "is empty"),
    "nothing.txt.gz": (gzip.compress(b""), "is empty once unpacked"),
    "cut.txt.gz": (gzip.compress(WORDS.encode() * 50)[:-9], "is a gzip file that was cut short"),
    "damaged.txt.gz": (gzip.compress(WORDS.encode() * 50)[:-8] + bytes(8), "is a damaged gzip file"),
    "bomb.html.gz": (bomb(), "grows to more than 200 times its packed size"),
    "cut.pdf": (PDF[: len(PDF) // 2], "is damaged or cut short"),
    "locked.pdf": (make_pdf([column([b"Nine died."])], trailer=ENCRYPTED), "is encrypted"),
    "scan.pdf": (make_pdf([[]]), "has no text layer"),
    "false.pdf": (b"%PDF-1.4 and then nothing of the kind", "is damaged or cut short"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(500), "no reader is installed for image/png"),
    "binary.txt": (bytes(range(256)) * 20, "holds binary data"),
    "deepest.html": (deep(6_000), "nests more than 5,000 elements"),
    "attributes.html": (b"<html><p " + b" ".join(b"a%d=1" % i for i in range(1_000_000)) + b">x", "1,000 attributes"),
    "quoted.html": (b"<html><p " + b" ".join(b"a%d='>'" % i for i in range(100_000)) + b">x", "1,000 attributes"),
    "large.txt": (WORDS.encode() * 400_000, "is larger than 20 MB"),
    "cut.xml": (b"<?xml version='1.0'?><rss><channel><item><title>Nine died</ti", "was cut short"),
    "no-entry.xml": (b"<?xml version='1.0'?><rss><channel></channel></rss>", "is a feed without entries"),
}


def write(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)


def read_all(source: str | Path, reader: SafeReader) -> list[Page | InputRefused]:
    """What becomes of every input behind a source."""
    results: list[Page | InputRefused] = []
    for item in expand(source, reader=reader):
        if isinstance(item, Refusal):
            results.append(InputRefused(item.name, item.reason))
            continue
        try:
            results.append(reader.read(item))
        except InputRefused as refusal:
            results.append(refusal)
    return results


@pytest.fixture(scope="module")
def reader() -> SafeReader:
    with SafeReader() as safe:
        yield safe


@pytest.mark.parametrize("name", BAD)
def test_each_is_named_with_its_reason_and_the_others_are_read(name: str, tmp_path: Path, reader: SafeReader) -> None:
    data, reason = BAD[name]
    write(tmp_path, {**GOOD, name: data})
    begin = time.monotonic()
    first, refused, last = read_all(tmp_path, reader)
    assert time.monotonic() - begin < 20
    assert isinstance(refused, InputRefused)
    assert name.split(".")[0] in refused.name
    assert reason in refused.reason
    for page in (first, last):
        assert isinstance(page, Page)
        assert WORDS.strip() in page.text.content


def test_all_of_them_at_once(tmp_path: Path, reader: SafeReader) -> None:
    write(tmp_path, {**GOOD, **{name: data for name, (data, _) in BAD.items()}})
    results = read_all(tmp_path, reader)
    assert sum(isinstance(result, InputRefused) for result in results) == len(BAD)
    assert sum(isinstance(result, Page) for result in results) == len(GOOD)


def test_the_same_files_by_name_and_what_is_no_file(tmp_path: Path, reader: SafeReader) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    cases = {
        str(tmp_path / "missing.txt"): "does not exist",
        str(tmp_path / "nowhere"): "does not exist",
        str(tmp_path / "pipe"): "is no file and no folder",
        "x" * 5_000: "could not be read",
        "with\0nul": "could not be read",
        "http://127.0.0.1:9/page": "is not a public address (127.0.0.1)",
        "http://localhost/": "is not a public address",
        "http://[::1]/": "is not a public address (::1)",
        "http://ossel.invalid/page": "could not be fetched (no such host)",
        "gopher://ossel.example/": "only http and https are fetched",
    }
    for source, reason in cases.items():
        (refused,) = read_all(source, reader)
        assert isinstance(refused, InputRefused)
        assert refused.name == source
        assert reason in refused.reason


DENIED = """
import os, sys
from hearsay.readers.inputs import expand
from hearsay.model import Refusal
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)  # root may read everything, so the check is made as a user who may not
for source in sys.argv[1:]:
    for item in expand(source):
        print(item.name, "|", item.reason if isinstance(item, Refusal) else "read")
"""


def test_a_file_and_a_folder_without_rights(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("rights")
    made = [one for one in folder.parents if one.name.startswith(("pytest-", "popen-"))]
    for above in (folder, *made):  # what pytest makes is closed to other users
        above.chmod(0o755)
    write(folder, {"aa.txt": GOOD["aa.txt"], "closed.txt": GOOD["aa.txt"], "zz.txt": GOOD["aa.txt"]})
    (folder / "locked").mkdir()
    (folder / "closed.txt").chmod(0)
    (folder / "locked").chmod(0)
    path = os.pathsep.join(part for part in sys.path if part)
    done = subprocess.run(
        [sys.executable, "-c", DENIED, str(folder), str(folder / "locked" / "inside.txt")],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert done.stderr == ""
    denied = "may not be read: permission denied"
    assert done.stdout.splitlines() == [
        "aa | read",
        f"{folder / 'closed.txt'} | {denied}",
        f"{folder / 'locked'} | {denied}",
        "zz | read",
        f"{folder / 'locked' / 'inside.txt'} | {denied}",
    ]


def test_300_elements_deep_keeps_its_text(reader: SafeReader) -> None:
    page = reader.read(Input("deep", deep(300), "text/html"))
    assert "Nine people died in Ossel." in page.text.content


def test_a_wrong_encoding_loses_no_quotation_marks(reader: SafeReader) -> None:
    """A page that says what it is not: read as browsers do, or with the damage in plain sight, and never dropped."""
    words = "“Nine died,” Irena Voss said – twice."
    latin = f'<html><head><meta charset="iso-8859-1"></head><body><p>{words}</p></body></html>'
    assert words in reader.read(Input("a", latin.encode("cp1252"), "text/html")).text.content
    wrong = f'<html><head><meta charset="utf-8"></head><body><p>{words}</p></body></html>'
    assert "\ufffdNine died,\ufffd" in reader.read(Input("b", wrong.encode("cp1252"), "text/html")).text.content
    unknown = f'<html><head><meta charset="x-unknown"></head><body><p>{words}</p></body></html>'
    assert words in reader.read(Input("c", unknown.encode(), "text/html")).text.content
    assert words in reader.read(Input("d", words.encode("cp1252"), "text/plain", charset="utf-8")).text.content


# --- the child process --------------------------------------------------------------------------------

STORY = Input("story", make_pdf([column([WORDS.strip().encode()])]), "application/pdf")


def failing(monkeypatch: pytest.MonkeyPatch, code: str, wall: float = 30) -> SafeReader:
    """A reader whose child runs `code` on every input that is named "bad"."""
    serve = (
        "import hearsay.readers as r; real = r.read\n"
        f"def read(item, limits):\n    if item.name != 'bad': return real(item, limits)\n    {code}\n"
        "r.read = read\nfrom hearsay.readers.sandbox import serve; serve()"
    )
    start = subprocess.Popen

    def popen(command: list[str], **rest: object) -> object:
        return start([command[0], "-c", serve, *command[3:]], **rest)  # type: ignore[call-overload]

    monkeypatch.setattr("hearsay.readers.sandbox.subprocess.Popen", popen)
    return SafeReader(Limits(cpu=1, wall=wall, memory=600 << 20))


@pytest.mark.parametrize(
    ("code", "kind", "reason"),
    [
        ("while True: pass", TooMuch, "took more than 1 seconds of processor time"),
        ("import time; time.sleep(60)", TooMuch, "took more than 3 seconds to read"),
        ("return bytearray(2 << 30)", TooMuch, "needs more than 600 MiB of memory"),
        ("import os; os.kill(os.getpid(), 11)", InputRefused, "made its reader crash (SIGSEGV)"),
        ("import os; os._exit(3)", InputRefused, "made its reader crash (status 3)"),
        ("f = lambda: f(); f()", TooMuch, "nests deeper"),
        ("raise ValueError('a bug')", InputRefused, "its reader failed (ValueError: a bug)"),
        ("print('noise'); raise ValueError('after noise')", InputRefused, "after noise"),
    ],
)
def test_whatever_happens_in_the_child_the_next_input_is_read(
    code: str, kind: type[InputRefused], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with failing(monkeypatch, code, wall=3 if "sleep" in code else 30) as reader:
        with pytest.raises(kind) as caught:
            reader.read(Input("bad", b"<p>x", "text/html"))
        assert caught.value.name == "bad"
        assert reason in caught.value.reason
        assert WORDS.strip() in reader.read(STORY).text.content


def test_the_child_ends_with_its_reader() -> None:
    reader = SafeReader()
    reader.read(STORY)
    child = reader._child
    assert child is not None
    assert child.poll() is None
    reader.close()
    assert child.poll() is not None
    assert reader.read(STORY).text.content  # and it can be used again
    reader.close()


def test_a_child_ends_when_its_parent_is_gone() -> None:
    code = (
        "from hearsay.readers.sandbox import SafeReader; from hearsay.readers import Input; import os\n"
        "r = SafeReader(); r.read(Input('a', b'<p>Nine people died in Ossel', 'text/html'))\n"
        "print(r._child.pid, flush=True); os._exit(0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert _ends(lambda: _alive(int(done.stdout)))


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


def _ends(running: Callable[[], bool]) -> bool:
    until = time.monotonic() + 5
    while running() and time.monotonic() < until:
        time.sleep(0.05)
    return not running()
