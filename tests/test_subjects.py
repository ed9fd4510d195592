"""Names before verbs of saying: media, ministries, and the name that is all of a sentence before its verb."""

import pytest

from hearsay.extract.raw import RawAttribution
from hearsay.extract.subjects import with_subject
from hearsay.model import Attribution, SourceKind, Span

from .chained import as_read
from .marked import analysed


def sources(*text: str) -> list[tuple[str, SourceKind] | None]:
    report = as_read({"name": "r", "outlet": "Oriel Review", "published": "2031-02-27", "headline": "A day", "text": text})
    found = (one for one, _ in report.findings if isinstance(one, Attribution))
    return [(one.source.name, one.source.kind) if one.source else None for one in found]


@pytest.mark.parametrize("name", ["Osna Daily", "Rudan Wire", "Lisk Courier"])
def test_a_medium_behind_an_article_is_no_person(name: str) -> None:
    said = f"The day was quiet until the {name} reported that 12 people were killed in Tolmar on Tuesday."
    assert (name, SourceKind.MEDIA) in sources(said)
    assert (name, SourceKind.PERSON) not in sources(said)


@pytest.mark.parametrize("name", ["Health Ministry", "Defence Ministry", "Interior Ministry"])
def test_the_field_of_a_ministry_is_no_title(name: str) -> None:
    assert sources(f"The {name} said 12 people were killed in Tolmar on Tuesday.") == [(name, SourceKind.INSTITUTION)]


def test_the_field_of_a_minister_is_part_of_the_title() -> None:
    assert sources("Health Minister Edra Mollin said 12 people were killed in Tolmar.") == [("Edra Mollin", SourceKind.PERSON)]


SENTENCE = "Channel Rudan reported that 12 soldiers were killed in Tolmar."


def raw(sentence: str, cue: str, content: str) -> RawAttribution:
    def span(words: str) -> Span:
        return Span(sentence.index(words), sentence.index(words) + len(words))

    return RawAttribution((), (span(cue),), (span(content),), 0.9)


def test_a_name_alone_before_the_verb_is_its_source() -> None:
    found = with_subject(analysed(SENTENCE), raw(SENTENCE, "reported", "that 12 soldiers were killed in Tolmar"))
    assert found.source == (Span(0, len("Channel Rudan")),)


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        (
            "Channel Rudan was quick. It was reported that 12 soldiers were killed.",
            "was reported",
            "that 12 soldiers were killed",
        ),
        ("Near Port Rudan a man said that 12 soldiers were killed.", "said", "that 12 soldiers were killed"),
        ("Tarn Pell accused of hiding the dead was free.", "accused", "of hiding the dead"),
    ],
)
def test_everything_else_is_left_alone(sentence: str, cue: str, content: str) -> None:
    one = raw(sentence, cue, content)
    assert with_subject(analysed(sentence), one) == one
