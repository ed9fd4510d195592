"""English cues: which words signal an attribution, and in what shade (annotation rule 18).

Regular forms are spelled out by rule, irregular ones by hand; a noun stands under its own lemma.
"""

from collections.abc import Iterator

from .tables import Cues

_VERBS = {
    "says": "say tell report state announce add note explain write reply respond answer comment remark observe mention "
    "describe recall post tweet inform notify brief quote cite read speak name determine relate narrate recount "
    "publish testify reiterate repeat stress emphasize emphasise underline underscore point declare conclude "
    "estimate put present indicate show summarize summarise elaborate continue interject quip clarify specify carry "
    "broadcast circulate list count vow swear pledge promise offer register record remind shout whisper laugh snap "
    "text telephone establish revise correct term identify outline express convey attribute refer spread repost "
    "recite",
    "asserts": "claim charge accuse contend insist confirm allege assert maintain argue affirm boast reaffirm reassert verify "
    "blame certify guarantee assure proclaim profess",
    "reveals": "reveal disclose leak expose uncover emerge divulge release",
    "admits": "admit acknowledge concede confess recognize recognise grant own",
    "doubts": "doubt question",
    "denies": "deny dispute reject refuse refute dismiss disavow repudiate retract abstain decline rebut contradict disclaim",
    "orders": "order ask urge propose rule demand request instruct command direct call recommend suggest advise require "
    "forbid ban decree resolve approve permit appeal invite beg plead insist-on authorize authorise mandate decide",
    "believes": "believe think know want plan fear hope expect feel suspect assume consider wish intend mean understand "
    "doubt-not suppose predict reckon guess anticipate imagine desire worry agree foresee view deem envisage wonder "
    "speculate accept await mistake remember conclude-that favor favour prefer regard",
    "other": "condemn support warn threaten praise criticize criticise denounce welcome thank mourn mock lament decry slam "
    "blast hail oppose back endorse apologize apologise complain object protest laud deplore regret caution salute "
    "congratulate commend rebuke joke lambast ridicule scorn sneer deride hear see discover find learn witness notice",
}
_NOUNS = {
    "says": "statement remark comment report announcement account reply response description according testimony figure "
    "information",
    "asserts": "claim assertion allegation accusation charge insistence assurance promise confirmation argument contention",
    "reveals": "revelation disclosure finding evidence",
    "admits": "admission acknowledgement acknowledgment concession confession",
    "doubts": "doubt rumour rumor supposedly reportedly allegedly purportedly apparently",
    "denies": "denial rejection refusal repudiation unwillingness",
    "orders": "order demand request call proposal recommendation ruling suggestion decision appeal instruction instructions "
    "permission approval",
    "believes": "belief view opinion fear hope expectation plan intention wish idea concern sense feeling assumption agreement",
    "other": "warning threat condemnation support criticism praise opposition protest complaint",
}
_PHRASES = {
    "according to": "says",
    "point out": "says",
    "in the words of": "says",
    "make clear": "says",
    "claim responsibility": "asserts",
    "have evidence": "other",
    "call for": "orders",
    "ask for": "orders",
    "would like": "believes",
    "be convinced": "believes",
    "call on": "orders",
    "in the view of": "believes",
    "in the opinion of": "believes",
    "become known": "reveals",
    "cast doubt": "doubts",
    "call into question": "doubts",
    "rule out": "denies",
    "think to": "believes",
    "speak out against": "other",
    "stand by": "asserts",
    "stick to": "asserts",
    "let slip": "admits",
    "make known": "reveals",
    "let it be known": "reveals",
    "be learned": "reveals",
    "be learnt": "reveals",
    "have information": "believes",
    "have no knowledge": "believes",
    "be afraid": "believes",
    "laugh off": "denies",
    "be unwilling": "denies",
}
_IRREGULAR = {
    "said": "say",
    "says": "say",
    "saying": "say",
    "told": "tell",
    "wrote": "write",
    "written": "write",
    "read": "read",
    "spoke": "speak",
    "spoken": "speak",
    "swore": "swear",
    "sworn": "swear",
    "put": "put",
    "putting": "put",
    "thought": "think",
    "knew": "know",
    "known": "know",
    "felt": "feel",
    "meant": "mean",
    "saw": "see",
    "seen": "see",
    "understood": "understand",
    "found": "find",
    "heard": "hear",
    "learnt": "learn",
    "foresaw": "foresee",
    "foreseen": "foresee",
    "forbade": "forbid",
    "forbidden": "forbid",
    "begged": "beg",
    "begging": "beg",
    "banned": "ban",
    "banning": "ban",
    "planned": "plan",
    "planning": "plan",
    "shown": "show",
    "leant": "lean",
    "quipped": "quip",
    "quipping": "quip",
    "slammed": "slam",
    "slamming": "slam",
    "admitted": "admit",
    "admitting": "admit",
    "agreed": "agree",
    "agreeing": "agree",
    "conceded": "concede",
    "broadcast": "broadcast",
    "broadcasts": "broadcast",
    "quoth": "quote",
    "preferred": "prefer",
    "preferring": "prefer",
    "rebutted": "rebut",
    "rebutting": "rebut",
    "referred": "refer",
    "referring": "refer",
    "snapped": "snap",
    "snapping": "snap",
    "permitted": "permit",
    "permitting": "permit",
    "mistook": "mistake",
    "mistaken": "mistake",
}
_AUXILIARY = {
    "make": "made makes making",
    "let": "lets letting",
    "have": "has had having",
    "be": "is are was were been being",
    "become": "became becomes becoming",
    "stand": "stands stood standing",
    "stick": "sticks stuck sticking",
    "speak": "speaks spoke spoken speaking",
    "cast": "casts casting",
    "rule": "rules ruled ruling",
    "laugh": "laughs laughed laughing",
}
"""Forms of verbs that begin a phrase and signal nothing by themselves."""


def _forms(verb: str) -> Iterator[str]:
    """The regular forms of an English verb."""
    yield verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    elif verb.endswith("e"):
        yield from (verb + "s", verb + "d", verb[:-1] + "ing")
    else:
        yield from (verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"), verb + "ed", verb + "ing")


def _tables() -> tuple[dict[str, str], dict[str, str]]:
    shades: dict[str, str] = dict(_PHRASES)
    lemmas: dict[str, str] = {}
    for shade, words in _NOUNS.items():
        for noun in words.split():
            shades.setdefault(noun, shade)
            lemmas.setdefault(noun, noun)
            lemmas.setdefault(noun[:-1] + "ies" if noun.endswith("y") else noun + "s", noun)
    for shade, words in _VERBS.items():
        for verb in (word for word in words.split() if "-" not in word):
            shades[verb] = shade
            for form in _forms(verb):
                lemmas[form] = verb
    for phrase in _PHRASES:
        verb, _, rest = phrase.partition(" ")
        lemmas.update({f"{form} {rest}": phrase for form in _AUXILIARY.get(verb, "").split()})
    lemmas.update({form: verb for form, verb in _IRREGULAR.items() if verb in shades})
    return shades, lemmas


_SHADES, _LEMMAS = _tables()

CUES = Cues(
    shades=_SHADES,
    lemmas=_LEMMAS,
    openers=frozenset({"according"}),
    negations=frozenset("not n't never cannot neither nor no unable".split()),
    nobody=frozenset("no nobody none neither".split()),
    refusals=frozenset("refuse decline fail".split()),
    light=frozenset("express repeat continue show give issue make convey".split()),
    answers=frozenset("answer reply respond comment".split()),
    refusing=frozenset("would will wo won't won’t wouldn't wouldn’t".split()),
    naming=frozenset({"call"}),
    onward=("for ", "on ", "upon ", "to "),
    counting=frozenset("count list register record report put acknowledge admit claim document estimate confirm tally".split()),
    uninflected=frozenset({"put"}),
    levels=frozenset({"at"}),
    auxiliaries=frozenset("has have had now also still only so far is are was were already yet just all both".split()),
    clauses=frozenset("but while and which compared after although though as whereas with up down when who".split()),
    directives=frozenset("ask tell say warn".split()),
    infinitives=("to ", "not to "),
    continuations=("of them", "of these", "of those", "among them", "among the dead", "among those", "another", "the rest"),
    stepped_back=frozenset({"had"}),
    finite=frozenset("is are was were am be has have do does did will would can could may might must shall should".split()),
    subordinate=frozenset(
        "who which that whose whom where because since so as while when if although though unless whether including".split()
    ),
    unfinished=frozenset(
        "the a an to of with by from on in at for into and or but nor that which who when where it they we he she i is are was "
        "were has have had be been not as than about if while because whose".split()
    ),
    bidding=frozenset(
        "please let long do don't don’t remain stay write keep remember tune listen beware thank dear good".split()
    ),
    resenting=frozenset(
        "condemn criticize criticise denounce mock decry slam blast oppose object protest deplore rebuke lambast lament joke "
        "scoff ridicule scorn sneer deride".split()
    ),
    complementisers=frozenset({"that"}),
)
