"""Which shade a cue has when a mark does not say it: a table of its own, so that the corpus does not take the program's word.

The shades are those of docs/annotation.md, rule 18. A cue that no row fits must name its shade.
"""

import re

SHADES = ("says", "asserts", "reveals", "admits", "doubts", "denies", "orders", "believes", "other")
_ROWS = {
    "says": "according account add* announce* answer* attribut* broadcast* carried carries cit* clarif* comment* conclud* "
    "count counted counts declar* describe* detail* establish* estimate* explain* express* figure give given gives "
    "indicat* inform* laugh* list listed lists mention* message note noted notes notif* noting offer* pledge* "
    "pointed points post* promis* publish* put puts quot* read reads recall* record* recount* register* reiterat* "
    "relate* remark* remind* repeat* repl* report reported reporting reports revis* said say* shout* show* snap* "
    "speak* specif* spoke spoken state stated statement states stress* summ* swear* swore sworn tell* testif* text* told "
    "vow* whisper* write* written wrote - : —",
    "asserts": "accus* alleg* argue* argument assert* assur* blam* boast* certif* charge charged charges claim* confirm* "
    "contend* guarantee* insist* maintain* proclaim* stand stands stood verif*",
    "reveals": "became disclos* emerge* known leak* light reveal* transpired uncover*",
    "admits": "acknowledg* admission admit* conced* concession confess*",
    "doubts": "allegedly apparently doubt* purportedly question questioned questions reportedly supposedly",
    "denies": "contradict* declin* denial* denied denies deny denying dismiss* disown* disput* rebut* refus* refut* reject* "
    "repudiat* retract* withdraw* withdrew",
    "orders": "advis* appeal* approv* ask asked asking asks banned beg begged begs call called calling calls command "
    "commanded decided decree* demand* directed forbade forbid* instruct* invit* order ordered ordering orders "
    "permit* propos* recommend* request* resolv* ruled rules ruling suggest* urg*",
    "believes": "accept* afraid agree* anticipat* assum* await* belief believe* consider* convinced expect* favour* fear* feel* "
    "felt guess* hope* intend* intention knew know knows like mean means meant opinion plan planned planning plans "
    "predict* prefer* presumed reckon* regard* remember* speculat* suppose* suspect* think* thought understand* "
    "understood view* want* wish* wonder*",
    "other": "apolog* back backed caution* complain* condemn* critici* decr* denounc* deplor* discover* evidence find* found "
    "hear heard joke* lament* learn* mock* mourn* object* oppos* praise* protest* regret* salut* saw see seen sees "
    "suggests support* thank* threat* warn* welcom* witness*",
}
_NOT = re.compile(r"\b(?:not|never|cannot|no|nor|neither|without|nobody)\b|n['’]t\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+|[-—:]")


def _table() -> dict[str, str]:
    return {word: shade for shade, words in _ROWS.items() for word in words.split()}


_SHADE_OF = _table()


def shade_of(cue: str) -> str | None:
    """The shade that the words of a cue have by the table: an exact word before a stem ("claim*"), and of either kind the
    first in the cue. None where no row fits. "call for", "in evidence" and the like follow from their one word."""
    words = _WORD.findall(cue.lower())
    for word in words:
        found = _SHADE_OF.get(word) or _stem(word)
        if found:
            return found
    return None


def _stem(word: str) -> str | None:
    return next((_SHADE_OF[word[:end] + "*"] for end in range(len(word), 1, -1) if word[:end] + "*" in _SHADE_OF), None)


def negated(cue: str) -> bool:
    """Whether a cue holds a word of negation, so that its polarity must be written out."""
    return bool(_NOT.search(cue))
