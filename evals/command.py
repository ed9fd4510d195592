"""The installed `hearsay` command, run as a user would, with what it cost."""

import json
import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Line = dict[str, Any]


@dataclass(frozen=True)
class Run:
    """One finished command: its output, seconds by the clock and by the processor (children included), and the peak
    memory in bytes of its largest process."""

    output: bytes
    status: int
    wall: float
    cpu: float
    peak: int


def program() -> str:
    """The `hearsay` script of the environment that runs this. Raises `FileNotFoundError` where it is not installed."""
    path = Path(sysconfig.get_path("scripts")) / "hearsay"
    if not path.exists():
        raise FileNotFoundError(f"{path} is not installed: run `make test` or `uv sync` first")
    return str(path)


def run(arguments: Sequence[str]) -> Run:
    """`hearsay ARGUMENTS`; standard error goes to this process's own."""
    with tempfile.TemporaryFile() as output:
        began = time.monotonic()
        process = subprocess.Popen([program(), *arguments], stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss: bytes there, kibibytes elsewhere
        cpu = usage.ru_utime + usage.ru_stime
        return Run(output.read(), process.returncode, wall, cpu, usage.ru_maxrss * unit)


def read(paths: Sequence[Path], workers: int = 1) -> tuple[list[Line], Run]:
    """The lines of `hearsay read --json` over files or folders. Raises `RuntimeError` where it says nothing at all."""
    done = run(["read", "--json", "--workers", str(workers), *map(str, paths)])
    lines = [json.loads(line) for line in done.output.splitlines() if line.strip()]
    if not lines:
        raise RuntimeError(f"`hearsay read --json` wrote nothing and ended with status {done.status}")
    return lines, done
