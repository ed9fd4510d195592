"""The articles of the held-out planted set, out of corpora that are laid out as the real ones are, with words of our own."""

import json
from pathlib import Path

import pytest

from evals.corpus import CorpusAbsent
from evals.planted_held import PIECE, articles

TIMED = "\n\nA <EVENT eid='e1'>storm</EVENT> came &amp; went.\n\nNobody <TIMEX3>today</TIMEX3> left.\n"
LONG = " ".join(f"word{i}" for i in range(PIECE))


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """One text in each corpus."""
    conllu = "# newdoc id = x\n# newpar\n# text = The mill stood.\n1\tThe\tthe\n# text = It burnt.\n# newpar\n# text = No more.\n"
    tokens = "".join(
        f'<token t_id="{i}" sentence="{i // 4}">{word}</token>' for i, word in enumerate("The ford froze . No boat ran .".split())
    )
    files = {
        "polnear/dev/text/osna-daily_2031-02-27_ford.txt": f"{LONG}\n\nThe ford was closed.",
        "time/tbaq/AQUAINT/one.tml": f"<TimeML><TEXT>{TIMED}</TEXT></TimeML>",
        "time/tbaq/TimeBank/two.tml": "<TimeML>no text here</TimeML>",
        "meantime/cross-doc/corpus/a.xml": f"<Document>{tokens}</Document>",
        "re3d/Harbour Office/documents.json": json.dumps({"sourceName": "Harbour Office", "text": "One. Two. Three. Four. Five."})
        + "\n",
        "gum/train/conllu/a.conllu": conllu,
        "gum/dev/conllu/b.conllu": "# newpar\n# text = A second page.\n",
        "wad/dev.jsonl": json.dumps({"text": "A shell fell on the quay."}) + "\n",
    }
    for name, content in files.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return tmp_path


def test_every_corpus_gives_its_texts(shared: Path) -> None:
    found = list(articles(shared))
    assert found[:2] == [("osna-daily", LONG), ("osna-daily", "The ford was closed.")], "a long text is cut at a paragraph"
    assert found[2:] == [
        ("", "\n\nA storm came & went.\n\nNobody today left.\n"),
        ("", "The ford froze. No boat ran."),
        ("Harbour Office", "One. Two. Three. Four.\n\nFive."),
        ("", "\n\nThe mill stood. It burnt.\n\nNo more."),
        ("", "\n\nA second page."),
        ("", "A shell fell on the quay."),
    ]


def test_a_corpus_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusAbsent, match="polnear"):
        list(articles(tmp_path))
