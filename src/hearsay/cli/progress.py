"""A progress bar on standard error, where that is a terminal; nothing at all elsewhere."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

Step = Callable[[str], None]
"""Called with the name of each input that is done."""


def progress(sources: Sequence[str], *, quiet: bool) -> AbstractContextManager[Step]:
    """A bar that counts inputs; `quiet` leaves it away, as does a standard error that is no terminal."""
    return counting(lambda: expected(sources), quiet=quiet)


@contextmanager
def counting(total: Callable[[], int], *, quiet: bool, what: str = "") -> Iterator[Step]:
    """A bar that counts up to `total`, which is asked for only where a bar is shown; `what` is done stands before it."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
    from rich.text import Text

    from ..export.visible import one_line
    from .output import console

    head = (TextColumn(what),) if what else ()
    columns = (*head, BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.fields[name]}", markup=False))
    bar = Progress(*columns, console=console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty())
    with bar:
        task = bar.add_task("", total=total(), name=Text(""))

        def step(name: str) -> None:
            done = bar.tasks[0].completed + 1
            known = bar.tasks[0].total
            bar.update(task, advance=1, name=one_line(name)[-40:], total=known if known and known >= done else None)

        yield step


def expected(sources: Sequence[str]) -> int:
    """How many inputs these sources hold at least: files are counted, not opened (a feed or an archive holds more)."""
    return sum(_files(Path(source)) if "://" not in source else 1 for source in sources)


def _files(path: Path) -> int:
    if not path.is_dir():
        return 1
    count = 0
    for folder, folders, files in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".") and not Path(folder, name).is_symlink()]
        count += sum(1 for name in files if not name.startswith("."))
    return count
