"""What lists are made from after many words: the same as if each text had been made anew."""

import random
from pathlib import Path

import pytest
import sqlalchemy as sa

from hearsay.model import About, Field, Stance
from hearsay.store import claims, people, restate
from hearsay.store.connect import reading
from hearsay.store.ledger import Ledger

from .sample import BRIDGE, DEPOT, HOSTILE, report

STANCES = (Stance.ACCEPTED, Stance.REJECTED, Stance.WITHDRAWN)


@pytest.fixture
def held(tmp_path: Path) -> Ledger:
    made = Ledger.open(tmp_path / "ledger")
    for name, text in (("depot", DEPOT), ("bridge", BRIDGE), ("hostile", HOSTILE)):
        made.add(report(text, name, "2031-06-02"))
    return made


def ids(held: Ledger) -> list[str]:
    with reading(held.store.engine) as connection:
        return list(connection.execute(sa.text("SELECT id FROM findings ORDER BY n")).scalars())


@pytest.mark.parametrize("seed", range(4))
def test_after_any_words_the_lists_are_those_of_texts_made_anew(held: Ledger, seed: int) -> None:
    dice, every = random.Random(seed), ids(held)
    for _ in range(60):
        id, agent = dice.choice(every), f"person:{dice.choice(('mira', 'oren'))}"
        said = people.of_findings(held.store, [id], agent).get(id, [])
        standing = [one for one in said if one.stance is not Stance.WITHDRAWN]
        taken = len(said) - len(standing)
        stance = dice.choice(STANCES if len(standing) > taken else STANCES[:2])
        held.judge(id, stance, agent)
        assert list(held.check()) == []


def test_a_word_that_drops_nothing_makes_no_text_anew(held: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[set[str]] = []
    monkeypatch.setattr(claims, "refresh", lambda _, wanted: made.append(set(wanted)))
    claim = next(iter(held.claims()))
    held.judge(claim.id, Stance.ACCEPTED, "person:mira")
    assert made == [set()]
    held.judge(claim.id, Stance.REJECTED, "person:mira")
    assert made[-1] == {claim.report.text}


def test_a_fact_settles_its_page_anew(held: Ledger) -> None:
    with reading(held.store.engine) as connection:
        before = restate.standing(connection, ids(held))
    assert {"about", "attribution", "figure"} <= {row.type for row in before.values()}
    text = next(iter(held.claims())).report.text
    fact = About(text, Field.OUTLET, "Lowland Herald", "a person")
    held.judge(held.propose(fact, "person:mira"), Stance.ACCEPTED, "person:mira")
    assert {claim.report.outlet for claim in held.claims(text=text)} == {"Lowland Herald"}
    assert list(held.check()) == []
