"""What a report states by itself."""

from dataclasses import replace

from hearsay.claims.own import own_voice
from hearsay.export.view import of_report
from hearsay.model import Attribution, Source, SourceKind, Span

from .sample import DEPOT, report


def stated(content: str) -> list[str]:
    view = of_report(report(content))
    return [view.text.content[span.start : span.end] for span in own_voice(view)]


def test_a_sentence_without_attribution_is_the_outlets_own() -> None:
    assert "The depot burned through the night" in stated(DEPOT + "\nThe depot burned through the night.\n")


def test_what_somebody_says_is_not() -> None:
    view = of_report(report(DEPOT))
    attributed = [span for _, one in view.attributions for span in one.content]
    assert attributed
    for own in own_voice(view):
        assert all(own.end <= span.start or span.end <= own.start for span in attributed)


def test_questions_headlines_and_bare_names_state_nothing() -> None:
    assert stated("Fire near Orlen\n\nWho set the sheds alight that night?\n\nRadio Tessary, Orlen, June 2, 2031\n") == []


def test_offsets_count_code_points() -> None:
    assert stated("😀 The sheds burned through the night.\n") == ["The sheds burned through the night"]


def test_a_dropped_attribution_gives_its_words_back() -> None:
    """What people say is no attribution is the outlet's own again."""
    whole = of_report(report(DEPOT))
    kept = tuple(entry for entry in whole.entries if not isinstance(entry.finding, Attribution))
    bare = type(whole)(whole.sighting, whole.media_type, whole.text, whole.abouts, kept)
    assert len(own_voice(bare)) > len(own_voice(whole))


def test_who_bids_or_greets_states_nothing() -> None:
    assert stated("Please stay away from the windows tonight.\n") == []
    assert stated("Good evening to all of you at home.\n") == []


def test_a_clause_that_hangs_on_another_states_nothing() -> None:
    """What is left of a sentence beside what its first half attributes."""
    hanging = "because the sheds and the pumps had burned through the whole long night"
    standing = "and the sheds and the pumps burned through the whole long night"
    cut = "and the sheds and the pumps burned through the whole long night with the"
    assert beside(hanging) == []
    assert beside(standing) == [standing]
    assert beside(cut) == []


def beside(clause: str) -> list[str]:
    """What is stated in a sentence whose first half somebody says."""
    content = f"Some twelve of the soldiers had died there, {clause}.\n"
    view, some = of_report(report(content)), of_report(report(DEPOT)).entries[0]
    said = Attribution(view.text.id, (Span(0, content.index(clause)),), Source("the army", SourceKind.INSTITUTION), None)
    shown = replace(view, entries=(replace(some, finding=said),))
    return [content[span.start : span.end] for span in own_voice(shown)]
