"""Statements that are no figures: the same, denied, qualified, or another."""

import json
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.statements import FILES, measure
from hearsay.across.statements import of_claim
from hearsay.claims.base import Claim, Origin, Voice
from hearsay.codec import id_of
from hearsay.compare.judged import judged
from hearsay.compare.statements import Statement, of_words, rarity, relate, same_statements, statement, stem
from hearsay.errors import NotInLedger
from hearsay.ledger import State
from hearsay.model import Attribution, Cue, Link, Polarity, Relation, Source, SourceKind, Span
from hearsay.store.ledger import Ledger

from .claims import figure_claim
from .ledgers import Says, made

_numbers = count()
WORDS = st.lists(
    st.sampled_from("Guard Council Orlen shelled hospital bridge not may Monday 12 taken the by".split()), max_size=9
)


def _said(words: str, *, denied: bool = False, shade: str = "says") -> Claim:
    name = f"statement-{next(_numbers)}"
    polarity = Polarity.DENIED if denied else Polarity.AFFIRMED
    source = Source("Mirel Ostane", SourceKind.PERSON)
    one = Attribution(name, (Span(0, len(words)),), source, Cue((Span(0, 1),), "say", shade), polarity=polarity)
    return Claim(id_of(one), one, Origin(name, name, name, ""), voices=(Voice("v"),), words=words)


def _relation(left: Claim, right: Claim) -> Relation | None:
    found = same_statements([left, right])
    return found[0].relation if found else None


SHELLED = "the Northern Guard shelled the hospital in Orlen on Monday"


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        ("Orlen's hospital was shelled by the Northern Guard on Monday", Relation.SAYS_THE_SAME),
        ("the Northern Guard did not shell the hospital in Orlen on Monday", Relation.DENIES),
        ("the Northern Guard may have shelled the hospital in Orlen on Monday", Relation.QUALIFIES),
        ("the Northern Guard shelled the school in Orlen on Monday", None),
        ("the Southern Council shelled the hospital in Orlen on Monday", None),
    ],
)
def test_how_statements_stand_to_each_other(other: str, relation: Relation | None) -> None:
    assert _relation(_said(SHELLED), _said(other)) is relation
    assert _relation(_said(other), _said(SHELLED)) is relation


def test_who_does_it_and_to_whom() -> None:
    one, two = "the Guard attacked the Council at Tessary", "the Council attacked the Guard at Tessary"
    assert _relation(_said(one), _said(two)) is None
    assert _relation(_said(one), _said("the Council was attacked by the Guard at Tessary")) is Relation.SAYS_THE_SAME


def test_whoever_denies_what_another_says() -> None:
    said, denial = _said(SHELLED), _said(SHELLED, denied=True)
    (found,) = same_statements([said, denial])
    assert (found.relation, found.left) == (Relation.DENIES, denial.id)
    assert _relation(denial, _said(SHELLED, shade="denies")) is Relation.SAYS_THE_SAME
    assert _relation(said, _said(SHELLED, shade="doubts")) is Relation.QUALIFIES


def test_people_have_the_last_word_on_statements() -> None:
    one, two, other = _said(SHELLED), _said(SHELLED), _said("nothing of the kind has been heard in Varne")
    rejected = judged([(Link(one.id, two.id, Relation.SAYS_THE_SAME), State.REJECTED)])
    assert same_statements([one, two], rejected) == []
    accepted = judged([(Link(one.id, other.id, Relation.DENIES), State.ACCEPTED)])
    assert [(each.relation, each.judged) for each in same_statements([one, other], accepted)] == [(Relation.DENIES, True)]


def test_a_figure_is_no_statement() -> None:
    with pytest.raises(TypeError, match="no attribution"):
        statement(figure_claim(3))


def test_stems() -> None:
    assert stem("shelled") == stem("shelling") == stem("shells")
    assert stem("dead") == stem("killed")
    assert of_words("It may rain in May").hedged
    assert not of_words("It rains in May").hedged
    assert of_words("8,120 of 12 dead").numbers == {8120, 12}


def _made(words: list[str], text: str) -> Statement:
    return replace(of_words(" ".join(words)), id=text, text=text)


@given(WORDS, WORDS)
def test_it_does_not_matter_which_statement_is_asked_first(left: list[str], right: list[str]) -> None:
    one, two = _made(left, "a"), _made(right, "b")
    weight = rarity([one, two])
    assert relate(one, two, weight) == relate(two, one, weight)


def test_precision_on_pairs_of_our_own() -> None:
    found = measure()
    assert found["pairs"] >= 60
    assert min(found["precision"], found["held-out precision"]) >= 95
    assert all(len(pair) == 3 for path in FILES.values() for pair in json.loads(path.read_text(encoding="utf-8")))


def test_statements_of_a_ledger(tmp_path: Path) -> None:
    said = "Irena Voss said the Northern Guard shelled the hospital in Orlen on Monday.\n"
    turned = "Mirel Ostane said the Northern Guard did not shell the hospital in Orlen on Monday.\n"
    with Ledger.open(tmp_path / "ledger") as held:
        for at, words in enumerate((said, turned, "Tavis Orrend said the bridge in Varne had been closed for a week.\n")):
            held.add(made(f"r{at}", "Heads of a page\n\n" + words, extractors=(Says(),)))
        first, *_ = held.claims(Attribution)
        _, found = of_claim(held, first.id)
        assert [(claim.speaker, stand.relation) for claim, stand in found] == [("Mirel Ostane", Relation.DENIES)]
        with pytest.raises(NotInLedger):
            of_claim(held, "h1:" + "0" * 32)
