"""What the encoder says of counts, beside the rules: figures added, dropped and changed, with a reading made by hand."""

from dataclasses import replace

import numpy as np
import pytest

from hearsay.extract import told
from hearsay.extract.figures import Figures
from hearsay.extract.reading import Reading, kept_under, reading
from hearsay.model import Figure, Label, Measure, Scope, Span
from hearsay.models import encoder
from hearsay.models.labels import LABELS, WIDTH, columns
from hearsay.models.pieces import split
from hearsay.models.tags import TAGS
from tests.test_figures import analysed

UNSAID = 1e-4
"""Probability of every harm but the one that is said."""


def read(content: str, says: dict[str, tuple[str, float]], also: tuple[str, str, float] | None = None) -> list[Figure]:
    """The figures of a text where the encoder says of these words that they count a harm, with a probability; of all others
    that they count none. `also` is a second harm of some words, with its probability."""
    analysis = analysed(content)
    pieces = split(content, analysis.paragraphs, analysis.quoted, encoder.shipped().tokenizer)
    labels = np.zeros((len(pieces), WIDTH), np.float32)
    group = labels[:, columns("measure")]
    group[:] = np.log(UNSAID)
    group[:, 0] = 0.0
    done = Reading(pieces, encoder.Pass(np.zeros((len(pieces), len(TAGS)), np.float32), labels, []))
    for words, (harm, sure) in says.items():
        at = content.rindex(words)
        first, end = done.range(at, at + len(words))
        group[first:end, LABELS["measure"].index(harm)] = np.log(max(sure, UNSAID))
        group[first:end, 0] = np.log(max(1 - sure, UNSAID))
    if also is not None:
        words, harm, sure = also
        first, end = done.range(content.index(words), content.index(words) + len(words))
        group[first:end, LABELS["measure"].index(harm)] = np.log(sure)
        group[first:end, 0] = np.minimum(group[first:end, 0], np.log(max(1 - sure, UNSAID)))
    analysis.memo[kept_under(encoder.shipped())] = done
    return [each.finding for each in Figures()(analysis) if isinstance(each.finding, Figure)]


def test_a_count_whose_harm_no_rule_knows_is_a_figure_where_the_encoder_is_sure() -> None:
    [one] = read("Of the night shift, seven miners never saw the lamps again.", {"seven": ("killed", 0.99)})
    assert (one.words, one.measure, one.low, one.who) == ("seven", Measure.KILLED, 7, "miners")


def test_it_is_none_where_the_encoder_is_not_sure_enough() -> None:
    assert not read("Of the night shift, seven miners never saw the lamps again.", {"seven": ("killed", told.NOUNED - 0.02)})


def test_a_rule_is_dropped_where_the_encoder_is_sure_of_no_harm() -> None:
    assert not read("The film in which 12 soldiers were killed opens on Friday.", {})


def test_a_rule_stands_where_the_encoder_doubts() -> None:
    [one] = read("The film in which 12 soldiers were killed opens on Friday.", {"12": ("killed", 1.2 - told.DROPPED)})
    assert one.measure is Measure.KILLED


def test_the_encoders_harm_is_taken_where_it_is_sure_of_another() -> None:
    text = "The clinic lost 12 patients to the guards, who drove them off in lorries."
    assert read(text, {"12": ("detained", told.CHANGED + 0.01)})[0].measure is Measure.DETAINED


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A herder was shot dead by two riders at the ford.", "two"),
        ("Three bombers killed at least nine pupils.", "Three"),
        ("The column went through five villages before dawn.", "five"),
    ],
)
def test_those_who_do_the_harm_and_places_are_not_added(text: str, who: str) -> None:
    others = {"herder", "nine"} & set(text.split())
    harmed = dict.fromkeys(others, ("killed", 0.99))
    assert who not in [one.words for one in read(text, {who: ("killed", 0.999), **harmed})]


def test_a_heading_is_read_by_the_rules_alone() -> None:
    content = "Seven never saw the lamps again"
    analysis = analysed(content, Label.HEADLINE)
    labels = np.full((len(analysis.words) + 4, WIDTH), np.log(UNSAID), np.float32)
    labels[:, LABELS["measure"].index("killed")] = 0.0
    pieces = split(content, analysis.paragraphs, analysis.quoted, encoder.shipped().tokenizer)
    analysis.memo[kept_under(encoder.shipped())] = Reading(
        pieces, encoder.Pass(labels[:, : len(TAGS)], labels[: len(pieces)], [])
    )
    assert not [each for each in Figures()(analysis) if isinstance(each.finding, Figure)]


def test_a_scope_is_taken_where_the_encoder_is_sure_and_the_sentence_tells_none() -> None:
    text = "At the ford 12 herders were shot dead."
    scopes = [scope_of(text, scope) for scope in ("incident", "cumulative")]
    assert len(set(scopes)) == 2


def scope_of(content: str, scope: str) -> Scope:
    """The scope of the one figure of a text where the encoder is sure of `scope`."""
    analysis = analysed(content)
    pieces = split(content, analysis.paragraphs, analysis.quoted, encoder.shipped().tokenizer)
    labels = np.full((len(pieces), WIDTH), np.log(UNSAID), np.float32)
    labels[:, columns("measure").start] = np.log(0.5)
    labels[:, columns("scope").start + LABELS["scope"].index(scope)] = 0.0
    analysis.memo[kept_under(encoder.shipped())] = Reading(
        pieces, encoder.Pass(np.zeros((len(pieces), len(TAGS)), np.float32), labels, [])
    )
    [one] = [each.finding for each in Figures()(analysis) if isinstance(each.finding, Figure)]
    return one.scope


def test_the_rules_harm_stands_where_the_encoder_does_not_rule_it_out() -> None:
    text = "The clinic lost 12 patients to the guards, who drove them off in lorries."
    says = {"12": ("detained", told.CHANGED + 0.01)}
    assert read(text, says, ("12", "killed", told.HELD + 0.02))[0].measure is Measure.KILLED


def test_a_number_told_before_keeps_its_harm() -> None:
    text = "The guard says 417 fighters were killed. The ledger of the upper ford, too, has 417 for that night."
    figures = read(text, {"417": ("detained", 0.99)}, ("417", "killed", 0.99))
    assert [(one.words, one.measure) for one in figures] == [("417", Measure.KILLED), ("417", Measure.KILLED)]


def test_nobody_is_a_part_whom_the_encoder_rules_out() -> None:
    text = "The strike killed 500 people, several outlets reported, among them Marrow Wire."
    assert [one.words for one in read(text, {"500": ("killed", 0.99)})] == ["500"]


def test_a_page_is_read_once() -> None:
    analysis = analysed("Two herders died at the ford.")
    model = encoder.shipped()
    assert reading(analysis, model) is reading(analysis, model)
    other = replace(model, hash="another")
    assert reading(analysis, other) is not reading(analysis, model)


@pytest.mark.parametrize("span", [Span(0, 3), Span(4, 11)])
def test_the_labels_of_a_span_are_probabilities(span: Span) -> None:
    said = reading(analysed("Two herders died at the ford."), encoder.shipped()).of("measure", span)
    assert list(said) == list(LABELS["measure"])
    assert sum(said.values()) == pytest.approx(1, abs=0.02)


def test_what_the_page_does_not_hold_has_no_labels() -> None:
    assert reading(analysed("Two herders died."), encoder.shipped()).of("scope", Span(90, 95)) == {}
