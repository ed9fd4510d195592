"""The command line. Each command is imported when it is called; this module imports click and nothing heavy."""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from io import TextIOWrapper

import click

from ..errors import HearsayError
from ..export.visible import one_line

COMMANDS: Mapping[str, str] = {
    "read": "read",
    "reports": "show",
    "show": "show",
    "search": "show",
    "attributions": "listing",
    "figures": "listing",
    "mentions": "listing",
    "sources": "listing",
    "disputes": "across_disputes",
    "incidents": "across_disputes",
    "origins": "across_origins",
    "copies": "across_copies",
    "statements": "across_statements",
    "series": "across_series",
    "accept": "review",
    "reject": "review",
    "replace": "review",
    "link": "across_link",
    "undo": "review",
    "log": "log",
    "serve": "serve",
    "check": "care",
    "demo": "demo",
}
"""Command -> module of this package, in the order in which `--help` lists them."""


_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""Set before numpy is loaded: its products are small here, and threads that wait for each other cost a core (measured:
3,040 words a second of one core with them). Work is spread over processes instead."""


class Commands(click.Group):
    """Finds commands by name; what Hearsay raises on purpose becomes one line on standard error and exit status 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click passes it)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = getattr(import_module(f".{COMMANDS[cmd_name]}", __name__), cmd_name)
        return found

    def invoke(self, ctx: click.Context) -> object:
        for name in _THREADS:
            os.environ.setdefault(name, "1")
        try:
            return super().invoke(ctx)
        except HearsayError as error:
            raise click.ClickException(one_line(str(error))) from error
        except BrokenPipeError:
            raise  # click ends quietly where nobody reads on
        except OSError as error:
            raise click.ClickException(one_line(f"{error.filename or 'system'}: {error.strerror or error}")) from error


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"hearsay {version('hearsay')}")
        ctx.exit()


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version.")
def main() -> None:
    """A ledger of claims in contested news: who said what, through whom, in which words, and which figures.

    Hearsay reads reports (HTML, text, PDF, feeds, web archives) and keeps every attribution and figure at its
    place in the stored original. It never decides what is true.

    \b
    Start here:
      hearsay demo
      hearsay read reports/ --ledger my-ledger
      hearsay figures --ledger my-ledger --measure killed
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a locale without this character is no reason to stop
