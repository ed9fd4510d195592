"""`hearsay serve`: the room as it is started."""

import gc
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx

from hearsay.cli.serve import PORT
from hearsay.web import pauses


@contextmanager
def started(folder: Path, *options: str) -> Iterator[str]:
    """The address that the command prints; it is stopped afterwards."""
    command = [sys.executable, "-m", "hearsay.cli", "serve", "--ledger", str(folder), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, line
        yield found[0]
        process.terminate()
        assert process.wait(20) in (0, -15)


def test_it_answers_where_it_says(web_ledger: Path) -> None:
    with started(web_ledger, "--port", "0") as address:
        assert "token" not in address
        answer = httpx.get(address)
        assert answer.status_code == 200
        assert "Waits for review" in answer.text
        assert httpx.get(address, headers={"host": "evil.example"}).status_code == 421


def test_a_new_ledger_is_made(tmp_path: Path) -> None:
    with started(tmp_path / "new", "--port", "0") as address:
        assert "This ledger is empty" in httpx.get(address).text
    assert (tmp_path / "new" / "ledger.sqlite").is_file()


def test_beyond_this_computer_there_is_a_token(web_ledger: Path) -> None:
    with started(web_ledger, "--port", "0", "--host", "0.0.0.0", "--name", "desk.example") as address:
        there = re.fullmatch(r"http://desk\.example:(\d+)/\?token=([\w-]{32})", address)
        assert there
        here = f"http://127.0.0.1:{there[1]}/"
        assert httpx.get(here).status_code == 401
        assert httpx.get(here + "?token=" + there[2]).status_code == 200
        bearer = {"authorization": "Bearer " + there[2], "host": "desk.example"}
        assert httpx.get(here, headers=bearer).status_code == 200


def test_a_taken_port_is_an_error_where_it_was_asked_for(web_ledger: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "hearsay.cli", "serve", "--ledger", str(web_ledger), "--port", port]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "Address already in use" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_port_a_free_one_is_taken(web_ledger: Path) -> None:
    with socket.socket() as taken:
        with suppress(OSError):  # then another program has it, which is as good
            taken.bind(("127.0.0.1", PORT))
            taken.listen()
        with started(web_ledger) as address:
            assert f":{PORT}/" not in address
            assert httpx.get(address).status_code == 200


def test_what_is_in_memory_when_serving_begins_is_looked_at_no_more() -> None:
    before = gc.get_threshold()
    try:
        pauses.settle()
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold() == (pauses.YOUNG, pauses.MIDDLE, pauses.FULL)
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
