"""Sixty hard phrases: the code makes of each what a careful reader does, and the page in docs tells it."""

import pytest

from evals.hard_phrases import PAGE, gold, page, read


@pytest.mark.parametrize("row", gold(), ids=[row["phrase"][:50] for row in gold()])
def test_each_phrase(row: dict[str, object]) -> None:
    assert read(str(row["phrase"])) == row["figures"]


def test_there_are_sixty_of_them() -> None:
    phrases = [row["phrase"] for row in gold()]
    assert len(phrases) == len(set(phrases)) == 60
    assert sum(not row["figures"] for row in gold()) >= 4  # some are there for what they do not hold


def test_the_page_tells_what_the_code_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m evals.hard_phrases"
