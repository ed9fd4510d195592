"""`hearsay log`: what was said, brought in, read and taken out; to be written out, checked, replayed."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..ledger import PERSON
from ..model import Stance
from .options import csv_option, json_option, ledger_option
from .output import emit, say

if TYPE_CHECKING:
    from ..review.log import Refused
    from ..store.journal import Asked
    from ..store.ledger import Ledger

_COLUMNS = ("at", "what", "agent", "stance", "id", "document", "words", "instead", "confidence", "rows", "note")
_BRIEF = ("at", "agent", "stance", "id", "document", "words", "note")
_KINDS = ("verdict", "machine", "run", "import", "refusal", "export")
_WHEN = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"])
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    epilog="""\b
Examples:
  hearsay log
  hearsay log --since 2031-06-02 --machines --json
  hearsay log --agent mira --stance rejected
  hearsay log --what import --what export
  hearsay log --machines --export log.jsonl
  hearsay log --replay log.jsonl --dry-run --ledger other-ledger
  hearsay log --verify --rebuild made-anew"""
)
@ledger_option
@click.option("--since", type=_WHEN, metavar="DATE", help="No older (UTC).")
@click.option("--until", type=_WHEN, metavar="DATE", help="No newer; a day to its end (UTC).")
@click.option("--agent", default="", metavar="NAME", help="Only what this person or machine did.")
@click.option("--stance", type=click.Choice([one.value for one in Stance]), help="Only this word on a finding.")
@click.option("--document", default="", metavar="NAME", help="Only about reports with this in their name.")
@click.option("--id", "finding", default="", metavar="ID", help="Only words on this finding; may be cut short.")
@click.option("--what", "kinds", multiple=True, type=click.Choice(_KINDS), help="Which kinds of lines; may be repeated.")
@click.option("--machines", is_flag=True, help="What extractors found, too.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many lines at most.")
@json_option
@csv_option
@click.option("--export", "target", type=_FILE, metavar="FILE", help="Write all these verdicts into a file that can be replayed.")
@click.option("--replay", "source", type=_FILE, metavar="FILE", help="Add the verdicts of such a file, on reports that are here.")
@click.option("--dry-run", is_flag=True, help="With --replay: only say what it would do.")
@click.option("--rebuild", type=click.Path(path_type=Path), metavar="FOLDER", help="Make the ledger anew there, and compare.")
@click.option("--verify", is_flag=True, help="Check everything against its hash and its place, as `hearsay check` does.")
def log(ledger: Path, limit: int, as_json: bool, as_csv: bool, **given: Any) -> None:
    """Who said what of which finding, the newest first. Nothing is ever taken out of it.

    Without --what these are the words of people. --rebuild reads the reports of this ledger into a new one without a finding,
    replays the whole log there, and tells whether every finding stands there as it stands here: exit status 1 where one does
    not."""
    from .held import opened

    doing = [name for name in ("target", "source", "rebuild", "verify") if given[name]]
    if given["dry_run"] and not given["source"]:
        raise click.UsageError("--dry-run goes with --replay.")
    if doing and (as_json or as_csv):
        raise click.UsageError("--json and --csv print the list; they do not go with what is done instead.")
    with opened(ledger) as held:
        sound = [_DO[name](held, given) for name in doing]
        if not doing:
            brief = (_BRIEF[0], "what", *_BRIEF[1:]) if given["kinds"] else _BRIEF
            emit(_rows(held, _asked(held, given), limit), _COLUMNS, brief, as_json, as_csv)
    raise SystemExit(0 if all(sound) else 1)


def _asked(held: "Ledger", given: dict[str, Any]) -> "Asked":
    from ..store.journal import Asked, What
    from ..store.rows import stamp

    kinds = {What(name) for name in given["kinds"]} or {What.VERDICT}
    since, until, agent = given["since"], given["until"], given["agent"]
    return Asked(
        kinds | ({What.MACHINE} if given["machines"] else set()),
        agent if not agent or agent.startswith(PERSON) or "@" in agent else PERSON + agent,
        given["stance"] or "",
        given["document"],
        held.finding(given["finding"]).id if given["finding"] else "",
        stamp(since) if since else "",
        _end(until) if until else "",
    )


def _end(until: datetime) -> str:
    """The beginning of the stamps that are not later."""
    return until.strftime("%Y-%m-%d") if until.time() == until.min.time() else until.strftime("%Y-%m-%dT%H:%M:%S")


def _rows(held: "Ledger", asked: "Asked", limit: int) -> Iterator[dict[str, Any]]:
    from ..store.journal import events

    for one in events(held.store, asked, size=limit).events:
        yield {
            "at": one.at, "what": one.what.value, "agent": one.agent or None, "stance": one.word or None,
            "id": one.finding or None, "document": one.about or None, "words": one.words, "instead": one.instead or None,
            "confidence": one.confidence, "rows": one.rows, "note": one.note,
        }  # fmt: skip


def _export(held: "Ledger", given: dict[str, Any]) -> bool:
    """Writes the verdicts of the list, and notes in the log that they were taken."""
    from ..review import log as written
    from ..store import journal
    from .taking import Taking
    from .taking import given as options

    asked, target = _asked(held, given), given["target"]
    with Taking(held, "log", "jsonl", options(given)) as taking, target.open("xb") as file:
        for line in written.written(held, journal.said(held.store, asked)):
            taking.bytes(line, 1)
            file.write(line)
    say(f"{target}: {taking.rows} verdicts.")
    return True


def _replay(held: "Ledger", given: dict[str, Any]) -> bool:
    from ..review import log as written

    with given["source"].open("rb") as file:
        done = written.replay(held, file, dry=given["dry_run"])
    would = "would be new" if given["dry_run"] else "new"
    say(f"{done.lines} lines: {done.new} {would}, {done.known} known before, {len(done.refused)} refused.")
    _refused(done.refused)
    return not done.refused


def _rebuild(held: "Ledger", given: dict[str, Any]) -> bool:
    from ..review.rebuild import rebuild

    made = rebuild(held, given["rebuild"])
    told = f"{given['rebuild']}: {made.reports} reports, {made.verdicts} verdicts, {made.findings} findings"
    say(f"{told}; each stands as it does here." if made.same else f"{told}; {len(made.differing)} stand otherwise.")
    for id in made.differing[:_SHOWN]:
        say(id, err=True)
    _refused(made.refused)
    return made.same


def _verify(held: "Ledger", _: dict[str, Any]) -> bool:
    damages = list(held.check())
    for damage in damages:
        say(damage)
    say(f"{len(damages)} damaged." if damages else "Sound: every original, text, finding and verdict.", err=bool(damages))
    return not damages


_SHOWN = 20
_DO = {"target": _export, "source": _replay, "rebuild": _rebuild, "verify": _verify}


def _refused(lines: "tuple[Refused, ...]") -> None:
    for line in lines[:_SHOWN]:
        say(f"line {line.number}: {line.reason}", err=True)
    if len(lines) > _SHOWN:
        say(f"and {len(lines) - _SHOWN} more", err=True)
