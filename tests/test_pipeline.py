"""From bytes to the JSON contract, with the shipped model."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import hearsay
from hearsay.analyse import Analysis
from hearsay.covering import inside, owner
from hearsay.errors import BadFinding
from hearsay.export.contract import line, refused
from hearsay.extract import Extractor, Found
from hearsay.model import Attribution, Figure, Measure, Mention, Refusal, Span
from hearsay.pipeline import NO_LANGUAGE, Report, report_of
from hearsay.readers import Input, read

AT = datetime(2031, 6, 3, tzinfo=UTC)
STORY = (
    "Shells hit the market in Varn\n\nVARN, June 3, 2031 (Corvan Wire) - At least 43 people were killed on Tuesday, "
    "the Ostrelian Ministry of Health said in a statement.\n\n"
    "“We counted forty-three bodies,” said Mirel Danu, who runs the hospital. She added that the morgue was full.\n"
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    path = tmp_path_factory.mktemp("story") / "varn.txt"
    path.write_text(STORY, encoding="utf-8")
    (outcome,) = hearsay.read(path, at=AT)
    assert isinstance(outcome, Report)
    return outcome


def test_the_shipped_model_finds_who_said_what(report: Report) -> None:
    row = line(report)
    told = {(one["speaker"], one["cue_lemma"], one["quoting"]) for one in row["attributions"]}
    assert ("Ostrelian Ministry of Health", "say", "indirect") in told
    assert ("Mirel Danu", "say", "direct") in told
    assert ("Mirel Danu", "add", "indirect") in told


def test_the_line_keeps_the_contract(report: Report) -> None:
    row = json.loads(json.dumps(line(report)))
    document = row["document"]
    assert (row["status"], document["name"], document["language"], document["text"]) == ("read", "varn", "en", STORY)
    assert document["published"]["value"] == "2031-06-03"
    ids = {one["id"] for one in row["attributions"]}
    assert {one["attribution"] for one in row["figures"]} - {None} <= ids
    (toll,) = [one for one in row["figures"] if one["low"] == 43 and one["modifier"] == "at least"]
    assert (toll["high"], toll["measure"], toll["span"]) == (None, "killed", [[STORY.index("43"), STORY.index("43") + 2]])
    owner_of_toll = next(one for one in row["attributions"] if one["id"] == toll["attribution"])
    assert owner_of_toll["speaker"] == "Ostrelian Ministry of Health"
    for one in row["attributions"]:
        assert set(one) >= {"source", "cue", "content", "source_kind", "shade", "via", "polarity", "inside", "inferred"}


def test_reading_is_a_pure_function_of_its_input(report: Report) -> None:
    again = report_of(report.item, read(report.item), AT, _extractors())
    assert again.findings == report.findings


def test_workers_give_the_same_findings(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(STORY.replace("43", str(50 + number)), encoding="utf-8")
    alone = [one.findings for one in hearsay.read(tmp_path, at=AT) if isinstance(one, Report)]
    spread = [one.findings for one in hearsay.read(tmp_path, at=AT, workers=2) if isinstance(one, Report)]
    assert len(alone) == 3
    assert spread == alone


def test_a_language_without_a_model_is_kept_and_not_guessed_at(tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    arabic = "قال متحدث باسم الوزارة إن الطريق إلى المدينة مفتوح منذ يوم الاثنين وإن الجسر لم يعد قائما."
    path.write_text(arabic, encoding="utf-8")
    (outcome,) = hearsay.read(path, at=AT)
    assert isinstance(outcome, Report)
    assert not any(isinstance(one, Attribution | Figure | Mention) for one, _ in outcome.findings)
    assert [reading.refused for reading in outcome.readings[1:]] == [f"{NO_LANGUAGE} (ar)"] * 3


def test_a_refusal_is_a_line_too(tmp_path: Path) -> None:
    (outcome,) = hearsay.read(tmp_path / "missing.txt", at=AT)
    assert isinstance(outcome, Refusal)
    assert refused(outcome) == {"status": "refused", "name": str(tmp_path / "missing.txt"), "reason": "does not exist"}


class Wrong:
    """An extractor that invents words, as a language model may."""

    name = "test.wrong@1"

    def __call__(self, analysis: Analysis) -> Iterator[Found]:
        yield Found(Figure(analysis.text.id, Span(0, 3), "417", Measure.KILLED, 417, 417))


def test_words_that_do_not_stand_in_the_text_are_refused() -> None:
    item = Input("story", STORY.encode(), "text/plain")
    with pytest.raises(BadFinding, match="'417' do not stand at"):
        report_of(item, read(item), AT, [Wrong()])


def test_inside_and_owner_are_the_innermost() -> None:
    def one(*spans: tuple[int, int]) -> Attribution:
        return Attribution("t", tuple(Span(a, b) for a, b in spans))

    known = [("outer", one((0, 100))), ("middle", one((10, 50))), ("inner", one((20, 30))), ("other", one((60, 70)))]
    assert inside(known) == {"outer": None, "middle": "outer", "inner": "middle", "other": "outer"}
    assert owner(Figure("t", Span(22, 24), "12", Measure.KILLED), known) == "inner"
    assert owner(Figure("t", Span(200, 202), "12", Measure.KILLED), known) is None


def _extractors() -> list[Extractor]:
    from hearsay.registry import DEFAULT_EXTRACTORS, extractor

    return [extractor(name) for name in DEFAULT_EXTRACTORS]
