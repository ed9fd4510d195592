"""What two texts share: prints, passages to the character, and what kind of reuse that is."""

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as with_fields

from hearsay.copies import Kind, compare
from hearsay.copies.candidates import MOST, SECOND, SPENT, candidates
from hearsay.copies.prints import GUARANTEE, prints_of
from hearsay.copies.words import Words, fold, words_of
from hearsay.model import Block, Label, Span, Text
from hearsay.readers import Input, read

STORY = """Guns heard above the ford

The ferry at Lisk Ford stopped on Monday after shells had fallen beside the landing, and forty people spent the night there.

The ferryman tied his boat to the old mill and walked up to the village to look for bread. He found the bakery shut.

“We were told that the road would be open by noon, and it was not,” said a teacher who had come down with her class.

Nobody was hurt. The council said that the boat would run again when the guns on the ridge had been silent for two days.
"""
OTHER = """Prices of salt rise in Halmere

Merchants in the harbour asked a third more for salt than in spring, and the bakers wrote a letter to the ministry.

A clerk said it had been read. The ministry counts on a ship from the south, which is due before the end of the month.
"""
QUOTED = "“The bridge was mined by those who left it, we hold the list of their names and we shall read it out in court,”"


def text(content: str) -> Text:
    """The text of a plain file."""
    return read(Input("report", content.encode(), "text/plain")).text


def words(content: str) -> list[str]:
    """Words as they are matched, from anywhere."""
    whole = Text("h1:x", "sha256:x", "t@1", "en", content, blocks=(Block(Span(0, len(content)), Label.MAIN, True),))
    return list(words_of(whole).folded)


def lines(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


PARAGRAPHS = STORY.strip().split("\n\n")


def test_case_accents_and_marks_are_no_part_of_a_word() -> None:
    assert words("Orvessa’s 1,000 “Café”") == words("ORVESSA'S 1000 cafe\u0301") == ["orvessas", "1000", "cafe"]
    assert fold("İ") == fold("i")


def test_a_word_leads_back_to_its_code_points() -> None:
    content = "🌉🌉 “Ça va”, said Zoë\r\nشهيد"
    found = words_of(text("Title\n\n" + content + "\n\n" + STORY))
    shown = text("Title\n\n" + content + "\n\n" + STORY).content
    for folded, start, end in zip(found.folded, found.starts, found.ends, strict=True):
        assert fold(shown[start:end]) == folded
    assert "شهيد" in found.folded


def test_furniture_and_captions_make_no_copy() -> None:
    blocks = (Block(Span(0, 20), Label.MAIN, True), Block(Span(20, len(STORY)), Label.FURNITURE, False))
    one, other = text(STORY), text(lines(OTHER, *PARAGRAPHS[1:]))
    assert compare(one, other).copied
    assert compare(with_fields(one, blocks=blocks), other).kind is Kind.NONE
    captions = tuple(with_fields(block, label=Label.CAPTION, article=False) for block in one.blocks)
    assert len(words_of(with_fields(one, blocks=captions))) == 0


def test_a_passage_does_not_run_across_what_is_no_part_of_the_article() -> None:
    one = text(STORY)
    cut = tuple(
        with_fields(block, label=Label.FURNITURE, article=False) if i == 2 else block for i, block in enumerate(one.blocks)
    )
    assert len(one.blocks) == 5
    found = compare(with_fields(one, blocks=cut), one)
    assert found.copied
    held = one.blocks[2].span
    assert all(passage.left.end <= held.start or held.end <= passage.left.start for passage in found.passages)


def test_what_stands_between_two_paragraphs_hides_neither() -> None:
    one, other = text(STORY), text(lines(PARAGRAPHS[0], *PARAGRAPHS[1:2], *PARAGRAPHS[3:]))
    cut = tuple(with_fields(block, label=Label.RELATED, article=False) if i == 2 else block for i, block in enumerate(one.blocks))
    assert compare(with_fields(one, blocks=cut), other).right_share == 1.0


@given(st.data())
def test_a_shared_run_of_words_is_a_shared_print(data: st.DataObject) -> None:
    word = st.sampled_from([f"w{i}" for i in range(400)])
    run = data.draw(st.lists(word, min_size=GUARANTEE, max_size=20))
    around = st.lists(word, max_size=30)
    one = data.draw(around) + run + data.draw(around)
    other = data.draw(around) + run + data.draw(around)
    assert prints_of(_plain(one)) & prints_of(_plain(other))


def test_prints_are_positive_and_small_enough() -> None:
    found = prints_of(words_of(text(STORY)))
    assert found
    assert all(0 < hash < 1 << 48 for hash in found)
    assert prints_of(_plain(["one", "two", "three", "four"])) == frozenset()
    assert len(prints_of(_plain(["a", "b", "c", "d", "e"]))) == 1


def _plain(folded: list[str]) -> Words:
    return words_of(Text("h1:x", "sha256:x", "t@1", "en", " ".join(folded), blocks=_whole(" ".join(folded))))


def _whole(content: str) -> tuple[Block, ...]:
    return (Block(Span(0, len(content)), Label.MAIN, True),)


MIXED = st.lists(
    st.sampled_from(
        [
            *PARAGRAPHS,
            *OTHER.strip().split("\n\n"),
            QUOTED,
            "🌉 the bridge 🌉 fell",
            "شهد المدينة قصف عنيف أمس في الليل",
            "a\r\nb",
        ]
    ),
    min_size=1,
    max_size=12,
)


@given(MIXED, MIXED, st.sampled_from(["\n\n", "\r\n\r\n"]))
def test_passages_lie_inside_and_hold_the_same_words(left: list[str], right: list[str], between: str) -> None:
    one, other = _made(between.join(left)), _made("\n\n".join(right))
    found = compare(one, other)
    for passage in found.passages:
        assert 0 <= passage.left.start < passage.left.end <= len(one.content)
        a, b = (words(t.content[s.start : s.end]) for t, s in ((one, passage.left), (other, passage.right)))
        assert a[0] == b[0]
        assert a[-1] == b[-1]
        assert passage.own <= passage.same <= min(len(a), len(b))
        assert passage.same >= max(len(a), len(b)) / 2
    spans = sorted(passage.right for passage in found.passages)
    assert all(x.end <= y.start for x, y in pairwise(spans)), "a word is in two passages"


@given(MIXED, MIXED)
def test_exchanging_the_texts_exchanges_the_sides(left: list[str], right: list[str]) -> None:
    one, other = _made("\n\n".join(left)), _made("\n\n".join(right))
    assert compare(one, other) == compare(other, one).swapped()


def _made(content: str) -> Text:
    return Text("h1:x", "sha256:x", "t@1", "en", content, blocks=_whole(content))


def test_a_whole_copy() -> None:
    found = compare(text(STORY), text(STORY.replace("“", '"').replace("”", '"').upper()))
    assert found.kind is Kind.WHOLE
    assert (found.left_share, found.right_share) == (1.0, 1.0)


def test_a_trimmed_copy_is_whole_on_its_own_side() -> None:
    found = compare(text(lines(*PARAGRAPHS[:3])), text(STORY + OTHER))
    assert found.kind is Kind.WHOLE
    assert found.left_share == 1.0
    assert found.right_share < 0.5


def test_paragraphs_in_another_order() -> None:
    found = compare(text(lines(*reversed(PARAGRAPHS))), text(STORY))
    assert found.kind is Kind.WHOLE
    assert found.left_share >= 0.95
    assert [passage.right for passage in found.passages] == sorted((p.right for p in found.passages), reverse=True)


def test_a_lightly_reworded_paragraph_is_one_passage() -> None:
    line = PARAGRAPHS[4].replace("hurt", "harmed").replace("run again", "cross once more").replace("silent", "quiet")
    found = compare(text(lines("Ferry halted", line, *OTHER.split("\n\n")[1:])), text(STORY))
    assert found.kind is Kind.PART
    (passage,) = found.passages
    assert passage.same == 18


def test_a_part_inside_a_report_of_its_own() -> None:
    found = compare(text(OTHER + "\n" + PARAGRAPHS[2] + "\n"), text(STORY))
    assert found.kind is Kind.PART


def test_two_reporters_quote_one_statement() -> None:
    one = lines("Court to hear of bridge", *OTHER.split("\n\n")[1:], QUOTED + " the governor said.")
    other = lines("List of names", "The governor spoke for an hour and took no questions. " + QUOTED + " he said.", PARAGRAPHS[2])
    found = compare(text(one), text(other))
    assert found.kind is Kind.QUOTATION
    assert not found.copied
    assert found.passages


def test_a_quotation_inside_a_copied_article_is_copied_with_it() -> None:
    one = lines(*PARAGRAPHS, QUOTED + " the governor said.")
    assert compare(text(one), text(lines("Another head", *PARAGRAPHS, QUOTED + " the governor said."))).kind is Kind.WHOLE


def test_one_event_in_two_reporters_words() -> None:
    one = lines("12 dead", "At least 12 people died when shells hit the market in Brennoc on Monday, officials said.")
    other = lines("Market hit", "Shells on the market in Brennoc left at least 12 people dead on Monday, according to officials.")
    assert compare(text(one), text(other)).kind is Kind.NONE
    assert compare(text(OTHER), text(STORY)).kind is Kind.NONE


def test_texts_without_words() -> None:
    assert compare(_made(""), _made(STORY)).kind is Kind.NONE
    assert compare(_made("!!!"), _made("...")).passages == ()


def test_the_same_words_again_and_again() -> None:
    """A text that repeats itself costs no more than its length, and no word is matched twice."""
    again = _made("the guns were silent on the ridge " * 400)
    found = compare(again, _made("the guns were silent on the ridge " * 300))
    assert found.left_share <= 1.0
    assert found.right_share <= 1.0


def test_a_common_phrase_makes_few_candidates_and_hides_none() -> None:
    """Sixty texts have one phrase; one shares three prints with this text alone."""
    phrase = dict.fromkeys(range(1, 6), tuple(range(100, 164)))
    own = dict.fromkeys(range(10, 13), (7,))
    found = candidates({**phrase, **own}, 40)
    assert found.best[0] == 7
    assert len(found.best) == 1 + SPENT


def test_all_copies_of_a_story_are_met_through_some() -> None:
    having = dict.fromkeys(range(1, 50), tuple(range(1, 65)))
    found = candidates(having, 49)
    assert found.best == tuple(range(1, SPENT + 1))
    assert found.rest == tuple(range(SPENT + 1, SPENT + SECOND + 1))


def test_there_is_an_end_to_candidates() -> None:
    having = {hash: tuple(range(10 * hash, 10 * hash + 5)) for hash in range(1, 200)}
    twice = {**having, **{1000 + hash: others for hash, others in having.items()}}
    assert len(candidates(twice, 400).best) == MOST


@pytest.mark.parametrize("seed", range(3))
def test_candidates_do_not_depend_on_the_order_of_prints(seed: int) -> None:
    chance = random.Random(seed)
    having = {hash: tuple(sorted(chance.sample(range(1, 90), chance.randrange(1, 40)))) for hash in range(1, 60)}
    turned = dict(sorted(having.items(), key=lambda _: chance.random()))
    assert candidates(having, 60) == candidates(turned, 60)
    assert replace(candidates(having, 60)) == candidates(having, 60)
