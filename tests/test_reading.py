"""What the encoder is shown, and what is made of its tags: names, contents read again, what goes on without a cue."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from hearsay.extract.attribution import _says
from hearsay.extract.enrich import enrich
from hearsay.extract.nested import LEAST, nested
from hearsay.extract.raw import RawAttribution
from hearsay.model import Attribution, Span
from hearsay.models import encoder
from hearsay.models.decode import decode
from hearsay.models.labels import WIDTH
from hearsay.models.pieces import NAME, Pieces, split
from hearsay.models.tags import TAGS, Floats

from .marked import analysed, unmarked, words

TOKENIZER = encoder.shipped().tokenizer


def pieces(text: str, whole: bool = True) -> Pieces:
    return split(text, [Span(0, len(text))], bytes(len(text)), TOKENIZER, whole)


def shown(text: str) -> list[tuple[str, bool]]:
    """Each piece's characters, and whether it is the one that stands for names."""
    cut = pieces(text)
    return [(text[a:b], piece == NAME) for a, b, piece in zip(cut.starts, cut.ends, cut.ids, strict=True)]


def test_a_name_that_the_vocabulary_does_not_hold_is_one_piece() -> None:
    assert shown("Orvessan men") == [("Orvessan", True), ("men", False)]
    assert shown("the FMRX said")[1] == ("FMRX", True)


def test_small_words_and_long_words_in_capitals_stay_in_pieces() -> None:
    assert not any(name for _, name in shown("they spoke unresponsively"))
    assert not any(name for _, name in shown("A COMMUNIQUE CAME"))


@given(st.lists(st.sampled_from(["Orvessa", "Sedrin", "Zubeyrian", "said", "the", "12", "men."]), min_size=1, max_size=12))
def test_names_in_each_others_place_are_read_alike(chosen: list[str]) -> None:
    other = {"Orvessa": "Sedrin", "Sedrin": "Orvessa"}
    one, swapped = (pieces(" ".join(each)) for each in (chosen, [other.get(word, word) for word in chosen]))
    assert (one.ids, one.features) == (swapped.ids, swapped.features)


@given(st.text(alphabet="Orvesan dMXZ.’ \n", max_size=60))
def test_pieces_cover_the_same_characters_either_way(text: str) -> None:
    def covered(cut: Pieces) -> set[int]:
        return {i for a, b in zip(cut.starts, cut.ends, strict=True) for i in range(a, b)}

    assert covered(pieces(text)) == covered(pieces(text, whole=False))


def test_what_goes_on_has_no_cue() -> None:
    cut = pieces("they fled at dawn")
    tags = np.full((len(cut), len(TAGS)), -9.0, np.float32)
    tags[:, TAGS.index("I-continued")] = -0.1
    tags[0, TAGS.index("B-continued")] = -0.01
    [one] = decode(cut, encoder.Pass(tags, np.zeros((len(cut), WIDTH), np.float32), []), encoder.shipped().linker)
    assert (one.cue, one.source, one.content) == (None, None, [(0, len(cut))])


def test_contents_are_read_behind_a_piece_of_their_own() -> None:
    opened: list[int] = []

    def forward(ids: NDArray[np.int64], *_: NDArray[np.int64]) -> tuple[Floats, Floats]:
        opened.extend(ids[:, 0].tolist())
        return np.zeros((*ids.shape, 384), np.float32), np.zeros((*ids.shape, len(TAGS) + WIDTH), np.float32)

    for opening in (encoder.CLS, encoder.INNER):
        encoder.run(forward, pieces("they fled"), opening)
    assert opened == [encoder.CLS, encoder.INNER]


OUTER = "<s1>Mara</s1> <q1>said</q1> <c1>that the army denied that its men had fled</c1>."


def inner_of(confidence: float, source: str, marked: str = OUTER) -> list[RawAttribution]:
    """What is kept of a second reading that finds "SOURCE denied that ..." with this confidence."""
    text, outer = unmarked(marked)
    at, cue = text.index(source), text.index("denied")
    made = RawAttribution((Span(at, at + len(source)),), (Span(cue, cue + 6),), (Span(cue + 7, len(text) - 1),), confidence)
    asked: list[Sequence[Span]] = []

    def read(stretches: Sequence[Span]) -> list[RawAttribution]:
        asked.append(stretches)
        return [made] if len(asked) == 1 else []

    return list(nested(analysed(text), outer, read))


def test_an_inner_attribution_is_kept_where_it_is_sure_and_another_speaks() -> None:
    assert len(inner_of(LEAST, "the army")) == 1
    assert inner_of(LEAST - 0.01, "the army") == []
    assert inner_of(0.9, "Mara") == []  # it does not stand inside the content


def test_who_speaks_of_themselves_is_not_nested() -> None:
    assert inner_of(0.9, "we", OUTER.replace("the army denied", "we denied")) == []


def test_a_content_without_a_word_that_attributes_is_not_read_again() -> None:
    text, outer = unmarked("<s1>Mara</s1> <q1>said</q1> <c1>that the long road was open</c1>.")
    assert list(nested(analysed(text), outer, lambda _: pytest.fail("read again"))) == []


def test_what_goes_on_is_under_the_speaker_before_it() -> None:
    fled = "<s1>The army</s1> <q1>said</q1> <c1>it had fled</c1>."
    died = "<s2>The hospital</s2> <q2>said</q2> <c2>that 41 people had died</c2>."
    text, outer = unmarked(f"{fled} {died} The beds were full.")
    start = text.index("The beds")
    going_on = RawAttribution((), (), (Span(start, len(text) - 1),), 0.8, inferred=True)
    _, first, second = (one.finding for one in enrich(analysed(text), [*outer, going_on]))
    assert isinstance(first, Attribution)
    assert isinstance(second, Attribution)
    assert second.inferred
    assert second.cue is None
    assert first.source is not None
    assert second.source is not None
    assert second.source.name == first.source.name
    assert words(text, second.content) == ["The beds were full"]


def test_what_goes_on_after_nobody_is_dropped() -> None:
    text = "The beds were full."
    going_on = RawAttribution((), (), (Span(0, len(text) - 1),), 0.8, inferred=True)
    assert list(enrich(analysed(text), [going_on])) == []


def test_an_article_alone_is_no_content() -> None:
    text = "It is a figure that they rejected."
    at = text.index("a figure")

    def says(end: int) -> bool:
        return _says(analysed(text), RawAttribution((), (Span(0, 2),), (Span(at, end),), 0.9))

    assert not says(at + 1)
    assert says(at + len("a figure"))
