"""What the encoder says of counts, beside the rules: figures added, dropped and changed, with a reading made by hand."""

import numpy as np
import pytest

from hearsay.extract import told
from hearsay.extract.figures import Figures
from hearsay.extract.reading import Reading, reading
from hearsay.model import Figure, Measure, Span
from hearsay.models import encoder
from hearsay.models.labels import LABELS, WIDTH, columns
from hearsay.models.pieces import split
from hearsay.models.tags import TAGS
from tests.test_figures import analysed

UNSAID = 1e-4
"""Probability of every harm but the one that is said."""


def read(content: str, says: dict[str, tuple[str, float]]) -> list[Figure]:
    """The figures of a text where the encoder says of these words that they count a harm, with a probability; of all others
    that they count none."""
    analysis = analysed(content)
    pieces = split(content, analysis.paragraphs, analysis.quoted, encoder.shipped().tokenizer)
    labels = np.zeros((len(pieces), WIDTH), np.float32)
    group = labels[:, columns("measure")]
    group[:] = np.log(UNSAID)
    group[:, 0] = 0.0
    done = Reading(pieces, encoder.Pass(np.zeros((len(pieces), len(TAGS)), np.float32), labels, []))
    for words, (harm, sure) in says.items():
        at = content.index(words)
        first, end = done.range(at, at + len(words))
        group[first:end, LABELS["measure"].index(harm)] = np.log(max(sure, UNSAID))
        group[first:end, 0] = np.log(max(1 - sure, UNSAID))
    analysis.memo["reading"] = done
    return [each.finding for each in Figures()(analysis) if isinstance(each.finding, Figure)]


def test_a_count_whose_harm_no_rule_knows_is_a_figure_where_the_encoder_is_sure() -> None:
    [one] = read("Of the night shift, seven miners never saw the lamps again.", {"seven": ("killed", 0.97)})
    assert (one.words, one.measure, one.low, one.who) == ("seven", Measure.KILLED, 7, "miners")


def test_it_is_none_where_the_encoder_is_not_sure_enough() -> None:
    assert not read("Of the night shift, seven miners never saw the lamps again.", {"seven": ("killed", told.ADDED - 0.1)})


def test_a_rule_is_dropped_where_the_encoder_is_sure_of_no_harm() -> None:
    assert not read("The film in which 12 soldiers were killed opens on Friday.", {})


def test_a_rule_stands_where_the_encoder_doubts() -> None:
    [one] = read("The film in which 12 soldiers were killed opens on Friday.", {"12": ("killed", 1.2 - told.DROPPED)})
    assert one.measure is Measure.KILLED


def test_the_encoders_harm_is_taken_where_it_is_sure_of_another() -> None:
    text = "The clinic lost 12 patients to the guards, who drove them off in lorries."
    assert read(text, {"12": ("detained", told.CHANGED + 0.01)})[0].measure is Measure.DETAINED


def test_a_page_is_read_once() -> None:
    analysis = analysed("Two herders died at the ford.")
    model = encoder.shipped()
    assert reading(analysis, model) is reading(analysis, model)


@pytest.mark.parametrize("span", [Span(0, 3), Span(4, 11)])
def test_the_labels_of_a_span_are_probabilities(span: Span) -> None:
    said = reading(analysed("Two herders died at the ford."), encoder.shipped()).of("measure", span)
    assert list(said) == list(LABELS["measure"])
    assert sum(said.values()) == pytest.approx(1, abs=0.02)


def test_what_the_page_does_not_hold_has_no_labels() -> None:
    assert reading(analysed("Two herders died."), encoder.shipped()).of("scope", Span(90, 95)) == {}
