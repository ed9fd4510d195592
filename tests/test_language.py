"""Language detection on running text, on capitals and on too little to tell."""

import pytest

from hearsay.readers.language import detect

ENGLISH = "The ministry said on Monday that nine soldiers were killed when shells hit a bridge near the old mill."
SAMPLES = {
    "en": ENGLISH,
    "de": "Das Ministerium teilte am Montag mit, dass neun Soldaten getötet wurden, als Granaten eine Brücke trafen.",
    "fr": "Le ministère a déclaré lundi que neuf soldats ont été tués lorsque des obus ont touché un pont.",
    "es": "El ministerio dijo el lunes que nueve soldados murieron cuando los proyectiles alcanzaron un puente.",
    "ru": "Министерство сообщило в понедельник, что девять солдат погибли, когда снаряды попали в мост.",
    "ar": "قالت الوزارة يوم الاثنين إن تسعة جنود قتلوا عندما أصابت القذائف جسرا قرب الطاحونة القديمة",
    "he": "המשרד מסר ביום שני כי תשעה חיילים נהרגו כאשר פגזים פגעו בגשר ליד הטחנה הישנה",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_running_text(code: str) -> None:
    assert detect(SAMPLES[code]) == code


def test_capitals_are_english_too() -> None:
    assert detect(ENGLISH.upper()) == "en"
    assert detect("ARMY SHELLS OSSEL AS TRUCE ENDS\n\n" + "THE MINISTRY SAID NINE PEOPLE WERE KILLED.") == "en"
    assert detect(ENGLISH.upper() + " at 9 pm") == "en"
    assert detect("ARMY SHELLS OSSEL AS TRUCE ENDS, McHale SAYS") == "en"


@pytest.mark.parametrize("content", ["", " \n\t", "12.06.2031", "— — —", "Ossel", "🕊🕊🕊", "...417 / 96..."])
def test_too_little_to_tell(content: str) -> None:
    assert detect(content) == "und"


def test_answers_are_two_letters_or_und() -> None:
    odd = ["Wetin dey happen for di town?", "0001 0002 abcdefghijklmnop"]  # "pcm" and "zxx" by the classifier
    for content in odd + [ENGLISH[:n] for n in range(12, 100)]:
        code = detect(content)
        assert code == "und" or len(code) == 2


def test_a_foreign_beginning_does_not_decide_for_a_long_text() -> None:
    assert detect("Zurück zur Übersicht\n" + (ENGLISH + "\n") * 200) == "en"


def test_only_a_sample_is_read() -> None:
    assert detect(ENGLISH * 100_000) == "en"
