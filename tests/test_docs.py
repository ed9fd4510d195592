"""The documentation holds: its commands parse, its Python compiles, its links resolve, its figures are the floors'."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

from evals.gate import load_floors
from evals.status import STATUS, fill
from hearsay.cli import main

from .source import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SHELL = frozenset({"", "sh", "bash", "shell", "console"})
_FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"(?<!`)`(hearsay [^`\n]+)`(?!`)")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ +(.+?)\s*#*$", re.MULTILINE)
_ENDS = frozenset({"|", "||", "&", "&&", ";", ">", ">>", "<", "2>", "\\"})


@dataclass(frozen=True)
class Page:
    """One page with its fenced blocks: (language, body)."""

    path: Path
    text: str

    @property
    def fences(self) -> list[tuple[str, str]]:
        return _FENCE.findall(self.text)

    @property
    def prose(self) -> str:
        return _FENCE.sub("", self.text)


def commands(page: Page) -> Iterator[str]:
    """Every shell line of a page that begins with `hearsay`, continued lines joined."""
    for language, body in page.fences:
        if language in SHELL:
            for line in body.replace("\\\n", " ").splitlines():
                bare = line.strip().removeprefix("$ ")
                if bare.startswith("hearsay "):
                    yield bare


def words(line: str) -> list[str]:
    """The arguments after `hearsay`, up to a pipe, a redirection or a comment."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|&;<>")
    lexer.whitespace_split, lexer.commenters = True, "#"
    found = list(lexer)[1:]
    end = next((i for i, word in enumerate(found) if word in _ENDS), len(found))
    return found[:end]


def check(arguments: list[str]) -> None:
    """Parses as the command would, without running it. Raises `click.UsageError`."""
    command: click.Command = main
    context = click.Context(main, info_name="hearsay")
    while isinstance(command, click.Group) and arguments and not arguments[0].startswith("-"):
        name, found, arguments = command.resolve_command(context, list(arguments))
        assert found is not None
        command, context = found, click.Context(found, info_name=name, parent=context)
    try:
        command.make_context(context.info_name, list(arguments), parent=context.parent)
    except click.exceptions.Exit:
        return  # --help and --version


def anchors(text: str) -> set[str]:
    """The names by which a page's headings can be linked to."""
    plain = (re.sub(r"[`*_]|\[([^\]]*)\]\([^)]*\)", r"\1", heading) for heading in _HEADING.findall(_FENCE.sub("", text)))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in plain}


def broken(page: Page) -> list[str]:
    """Links inside the project that lead nowhere."""
    faults = []
    for target in (first or second for first, second in _LINK.findall(page.prose)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        path = (page.path.parent / name).resolve() if name else page.path
        if not path.exists():
            faults.append(f"{target}: no such file")
        elif anchor and anchor not in anchors(path.read_text(encoding="utf-8")):
            faults.append(f"{target}: no such heading")
    return faults


@pytest.fixture(autouse=True)
def _any_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files that examples name need not exist."""
    monkeypatch.setattr(click.Path, "convert", lambda _self, value, _param, _ctx: Path(value))


@pytest.fixture(params=PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def page(request: pytest.FixtureRequest) -> Page:
    return Page(request.param, request.param.read_text(encoding="utf-8"))


def test_commands_parse(page: Page) -> None:
    for line in commands(page):
        try:
            check(words(line))
        except click.UsageError as error:
            pytest.fail(f"{line}: {error.format_message()}")


def test_inline_commands_name_what_there_is(page: Page) -> None:
    for line in _INLINE.findall(page.prose):
        try:
            check([word for word in words(line) if word not in {"...", "…"}])
        except click.MissingParameter:
            continue  # prose may leave the rest out
        except click.UsageError as error:
            pytest.fail(f"{line}: {error.format_message()}")


def test_python_compiles(page: Page) -> None:
    for language, body in page.fences:
        if language == "python":
            compile(body, str(page.path), "exec")


def test_links_resolve(page: Page) -> None:
    assert broken(page) == []


def test_the_readme_shows_commands() -> None:
    assert list(commands(Page(PAGES[0], PAGES[0].read_text(encoding="utf-8")))) != []


def test_status_shows_the_floors() -> None:
    text = STATUS.read_text(encoding="utf-8")
    assert fill(text, load_floors()) == text, "run python -m evals.status"


def test_status_is_filled() -> None:
    floors = {"p": {"date": "2031-06-02", "figures": {"a b": {"value": 71.26, "better": "higher"}}}}
    row = "| aim | 3 | `p/a b` | `make evals` | |\n"
    assert fill(row, floors) == "| aim | 71.3 | `p/a b` | `make evals` | 2031-06-02 |\n"
    assert fill(row, {}) == "| aim | not measured | `p/a b` | `make evals` |  |\n"
    assert fill("| aim | 3 | | `make bench` | |\n", floors) == "| aim | 3 | | `make bench` | |\n"


def test_the_tests_see_what_is_wrong(tmp_path: Path) -> None:
    text = "# One `x`\n[a](#one-x) [b](#two) [c](gone.md) [d](http://e.f)\n"
    text += "```sh\n$ hearsay read a \\\n  --no-such | less\n```\n"
    made = Page(tmp_path / "page.md", text)
    made.path.write_text(text, encoding="utf-8")
    assert broken(made) == ["#two: no such heading", "gone.md: no such file"]
    (line,) = commands(made)
    assert words(line) == ["read", "a", "--no-such"]
    with pytest.raises(click.NoSuchOption):
        check(words(line))
    with pytest.raises(click.UsageError):
        check(["no-such-command"])
    check(["--version"])
    check(["read", "--help"])
