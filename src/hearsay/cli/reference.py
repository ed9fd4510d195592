"""docs/cli.md, made from what `--help` says: `python -m hearsay.cli.reference > docs/cli.md`."""

from collections.abc import Iterator

import click

from . import main

_WIDTH = 100
_HEAD = """# The command line

This page is made from the help of each command: `python -m hearsay.cli.reference > docs/cli.md`.

On a terminal lists are tables. In a pipe they are lines with tabs between the cells, without colours, and `--json` and
`--csv` have more columns. Control characters and direction marks that stand in a report are shown as marks (`␛`,
`⟨U+202E⟩`) and escaped in JSON; CSV keeps them when it is not written to a terminal. In CSV a text that begins with `=`,
`+`, `-` or `@` has an apostrophe in front of it, so that no spreadsheet runs it.

Exit status: 0 done; 1 something was refused, not found or damaged; 2 wrong usage.
"""


def reference() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_page(_context(main, None, "hearsay"))])


def _page(context: click.Context) -> Iterator[str]:
    yield f"## {context.command_path}\n"
    yield f"```\n{context.get_help().rstrip()}\n```\n"
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            below = context.command.get_command(context, name)
            assert below is not None
            yield from _page(_context(below, context, name))


def _context(command: click.Command, above: click.Context | None, name: str) -> click.Context:
    settings = {**command.context_settings, "terminal_width": _WIDTH, "max_content_width": _WIDTH}
    return click.Context(command, above, name, **settings)


if __name__ == "__main__":
    click.echo(reference(), nl=False)
