"""Names and mentions: who is called what, in an invented war."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.codec import spans_of
from hearsay.extract.mentions import Mentions
from hearsay.extract.names import Kind, names
from hearsay.model import Label, Mention

from .test_figures import analysed

REPORT = (
    "Irena Voss, a spokeswoman for the Tessary army, said on Monday that General Daud al-Karim had left. "
    "The Ministry of Health in Ostrel denied it. Voss told Radio Lume that the Northern Relief Council (NRC) had lied. "
    "The NRC said so. The Kessen rebels fled to Port Lume. The rebels met Karim there, and occupation forces were gone."
)


def mentions(content: str, *labels: Label) -> list[tuple[str, str]]:
    found = [each.finding for each in Mentions()(analysed(content, *labels))]
    return [(each.words, each.actor) for each in found if isinstance(each, Mention)]


def test_actors_are_the_fullest_names() -> None:
    assert mentions(REPORT) == [
        ("Irena Voss", "Irena Voss"),
        ("Tessary army", "Tessary army"),
        ("Daud al-Karim", "Daud al-Karim"),
        ("Ministry of Health", "Ministry of Health"),
        ("Voss", "Irena Voss"),
        ("Radio Lume", "Radio Lume"),
        ("Northern Relief Council", "Northern Relief Council"),
        ("NRC", "Northern Relief Council"),
        ("NRC", "Northern Relief Council"),
        ("Kessen rebels", "Kessen rebels"),
        ("rebels", "Kessen rebels"),
        ("Karim", "Daud al-Karim"),
        ("occupation forces", "occupation forces"),
    ]


def test_titles_are_no_part_of_a_name() -> None:
    found = {name.words: (name.title, name.kind) for name in names(analysed("Prime Minister Anna de Vries met Mr. Okan."))}
    assert found == {"Anna de Vries": ("Prime Minister", Kind.PERSON), "Okan": ("Mr", Kind.PERSON)}


def test_two_of_one_surname_are_not_mixed_up() -> None:
    content = "General Daud Karim met Minister Anna Karim. Karim said nothing."
    assert mentions(content)[-1:] == [("Anna Karim", "Anna Karim")]
    assert [name.full for name in names(analysed(content)) if name.words == "Karim"] in ([], ["Karim"])


def test_a_place_is_no_actor() -> None:
    assert mentions("The convoy left Ostrel for Port Lume on Monday.") == []


def test_in_capitals_alone_the_words_themselves_tell_and_in_a_heading_nothing_does() -> None:
    assert mentions("IRENA VOSS AND THE TESSARY ARMY SAID NOTHING TODAY.") == [("TESSARY ARMY", "TESSARY ARMY")]
    assert mentions("NOTHING WAS SAID TODAY ABOUT THE ROADS.") == []
    assert mentions("Irena Voss Met The Tessary Army\nNothing was said.", Label.HEADLINE) == []


def test_the_first_word_of_a_sentence_is_not_a_name_by_its_capital() -> None:
    assert mentions("Shelling went on. Farmers left. Nobody spoke.") == []


def test_swapping_the_sides_swaps_the_mentions_and_nothing_else() -> None:
    def swap(words: str) -> str:
        return words.replace("Kessen", "#").replace("Tessary", "Kessen").replace("#", "Tessary")

    content = "The Kessen army said Tessary rebels shelled Ostrel. The rebels blamed the Kessen government."
    assert len(mentions(content)) == 4
    assert mentions(swap(content)) == [(swap(words), swap(actor)) for words, actor in mentions(content)]


@given(st.text(max_size=300))
def test_any_text_yields_mentions_that_stand_in_it(content: str) -> None:
    content = content.replace("\r", " ")
    for each in Mentions()(analysed(content)):
        for start, end in spans_of(each.finding):
            assert 0 <= start < end <= len(content)
        assert isinstance(each.finding, Mention)
        assert each.finding.words == content[each.finding.span.start : each.finding.span.end]


def test_the_head_of_a_body_is_a_person_and_not_part_of_its_name() -> None:
    found = names(analysed("On Monday the President of the Council Edra Mollin spoke to the guests in the hall.\n"))
    assert [(name.words, name.kind) for name in found] == [("Edra Mollin", Kind.PERSON)]
