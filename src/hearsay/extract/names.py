"""Names in a text, by rule: runs of capitalised words, sorted into persons, institutions and the rest.

A sentence of capitals only is read as `casing` would write it; Title Case headings yield nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ..analyse import Analysis, Sentence, Word
from ..lang.tables import Names
from ..model import Span
from .acronyms import expansions
from .casing import cased, caseless, is_common

PLAIN = 5
"""Letters from which on a small word of a heading that is no preposition shows that its capitals are names."""
_HYPHENED = re.compile(r"(?:[a-z]{1,3}[-’'])?[^\W\d_][\w’'\-.]*")
_POSSESSIVE = re.compile(r"[’']s?$")
_ACRONYM = re.compile(r"[A-Z][A-Z&\-]{0,6}[A-Z]s?")


class Kind(StrEnum):
    """What a name names, as far as its words tell."""

    PERSON = "person"
    INSTITUTION = "institution"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands: code points, its words without a title, the title before it ("" for none) and the
    fullest form that the document gives. `first` and `last` are numbers of words in the analysis, half-open."""

    span: Span
    words: str
    title: str
    full: str
    kind: Kind
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Seen:
    """How the text writes its words: in small letters, and with a capital inside a sentence (with counts)."""

    small: frozenset[str]
    inner: Counter[str]


def names(analysis: Analysis) -> list[Name]:
    """Every name in the stretches that extractors read, in order of place."""
    if "names" not in analysis.memo:
        analysis.memo["names"] = tuple(_names(analysis))
    return list(analysis.memo["names"])


def _names(analysis: Analysis) -> list[Name]:
    table = analysis.language.names
    if not table.titles:
        return []
    cased = [sentence for sentence in analysis.sentences if _has_case(analysis, sentence)]
    seen = _Seen(_small_words(analysis, cased), _inner_capitals(analysis, cased))
    found = [name for sentence in cased for name in _in_sentence(analysis, sentence, table, seen)]
    return _resolved(analysis, found)


def _has_case(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether capitals tell anything: some word of three letters or more is written small, and few are not; or there are no
    small letters at all, and the words themselves tell."""
    if caseless(analysis, sentence):
        return True
    words = analysis.words[sentence.first : sentence.last]
    long = [word.text for word in words if len(word.text) > 2 and word.text[0].isalpha()]
    small = [text for text in long if text[0].islower()]
    plain = any(len(text) >= PLAIN and text not in analysis.language.names.common for text in small)
    return bool(small) and (not analysis.is_head(sentence.block) or plain or len(small) * 2 >= len(long))


def _small_words(analysis: Analysis, sentences: list[Sentence]) -> frozenset[str]:
    words = cased(analysis)
    stretches = (words[sentence.first : sentence.last] for sentence in sentences)
    return frozenset(word.text for stretch in stretches for word in stretch if word.text == word.lower)


def _inner_capitals(analysis: Analysis, sentences: list[Sentence]) -> Counter[str]:
    """Words written with a capital elsewhere than at the start of a sentence or a quotation."""
    words = cased(analysis)
    return Counter(
        _bare(words[i].text)
        for sentence in sentences
        for i in range(sentence.first + 1, sentence.last)
        if words[i].text[0].isupper() and words[i - 1].text[-1].isalnum()
    )


def _in_sentence(analysis: Analysis, sentence: Sentence, table: Names, seen: _Seen) -> Iterator[Name]:
    words = cased(analysis)
    i = sentence.first
    while i < sentence.last:
        if not _capital(words[i].text):
            i += 1
            continue
        end = _run_end(words, i, sentence.last, table)
        start = i
        opens = start == sentence.first or not words[start - 1].text[-1].isalnum()
        while start < end and _no_start(words[start], table):
            start += 1
        start, title = _after_title(words, start, end, table)
        if _heads_body(words, start, end, table) or _behind_office(words, start, end, table):
            start, title = start + 1, words[start].text
        if start < end and _is_name(words, start, end, opens and start == i, seen, table):
            yield _name(analysis, start, _with_body(words, end, sentence.last, table), title, table)
        i = end


def _no_start(word: Word, table: Names) -> bool:
    """Whether no name begins with a word: a common one that only opens its sentence, or a mark behind one."""
    if not word.text[0].isalnum():
        return True
    letters = len(word.text) > 2 and word.text.isupper()  # "WHO" is no "who"
    return not letters and (word.lower in table.common or _bare(word.text).lower() in table.common)


def _capital(text: str) -> bool:
    """ "Voss", "al-Masri", "d’Arc" and "UNX", not "I"."""
    if text[0].isupper():
        return text != "I" and not text.startswith(("I’", "I'"))
    return "-" in text[1:4] and text[0].islower() and text.partition("-")[2][:1].isupper()


def _run_end(words: tuple[Word, ...], i: int, last: int, table: Names) -> int:
    """The end of a run of capitalised words, with particles and links between them."""
    end = i + 1
    body = _bare(words[i].text).lower() in table.institutions
    while end < last:
        before = words[end - 1].text
        if _POSSESSIVE.search(before):
            break
        if _capital(words[end].text):
            body = body or _bare(words[end].text).lower() in table.institutions
            end += 1
        elif words[end].text == "." and len(before) <= 2 and words[end].start == words[end - 1].end:
            end += 1
        elif step := _bridge(words, end, last, body, table):
            end += step
        else:
            break
    while not words[end - 1].text[-1].isalnum() and end > i + 1:
        end -= 1
    return end


def _bridge(words: tuple[Word, ...], at: int, last: int, body: bool, table: Names) -> int:
    """How many words to step over to the next capital: "van", "of the" (in an institution's name), a comma never."""
    if words[at].lower in table.particles and at + 1 < last and _capital(words[at + 1].text):
        return 1
    if body and words[at].lower in table.links:
        for step in (1, 2):
            if at + step < last and _capital(words[at + step].text) and (step == 1 or words[at + 1].lower == "the"):
                return step
    return 0


def _after_title(words: tuple[Word, ...], start: int, end: int, table: Names) -> tuple[int, str]:
    """Where the name begins after its titles, and the titles: also small ones just before it."""
    begin = start
    while begin < end - 1 and _bare(words[begin].text).lower() in table.titles | table.title_links:
        begin += 1
        if words[begin].text == "." and begin < end - 1:
            begin += 1
    if begin == end - 1 and begin > start and _bare(words[begin - 1].text).lower() in table.weak_titles:
        begin = start  # "Dean Tellow" may be a first name
    if table.titles.isdisjoint(_bare(word.text).lower() for word in words[start:begin]):
        begin = start  # "Health Minister N. N." has a title, "Health Ministry" has none
    if begin == start and (inner := _office_inside(words, start, end, table)):
        return inner, words[inner - 1].text
    first = start
    if begin == start:
        while first > 0 and words[first - 1].lower in table.titles and words[first].start - words[first - 1].end == 1:
            first -= 1
    title = " ".join(word.text for word in words[first:begin] if word.text != ".")
    return begin, title


def _office_inside(words: tuple[Word, ...], start: int, end: int, table: Names) -> int:
    """Where a person's name begins behind a body and an office in one run ("Council Speaker | Edra Mollin"); 0 if it has none."""
    for i in range(end - 2, start, -1):
        word = _bare(words[i].text).lower()
        if word in table.titles and word not in table.weak_titles | table.institutions:
            rest = [_bare(w.text).lower() for w in words[i + 1 : end]]
            before = [_bare(w.text).lower() for w in words[start:i]]
            office = any(w in table.institutions or w in table.title_links or is_common(w, table) for w in before)
            return i + 1 if office and all(w.isalpha() and w not in table.institutions for w in rest) else 0
    return 0


def _heads_body(words: tuple[Word, ...], start: int, end: int, table: Names) -> bool:
    """Whether a run begins with the body that a person heads ("President of the | Council Edra Mollin")."""
    if start < 2 or end - start < 3 or words[start].lower not in table.institutions:
        return False
    before = [word.lower for word in words[max(0, start - 3) : start]]
    rest = [word.lower for word in words[start + 1 : end]]
    office = not table.titles.isdisjoint(before) and not table.links.isdisjoint(before)
    return office and table.institutions.isdisjoint(rest) and all(word.isalpha() for word in rest)


def _behind_office(words: tuple[Word, ...], start: int, end: int, table: Names) -> bool:
    """Whether a run begins with the place that a person holds office at ("ambassador to | Sedrin Ana Tellow")."""
    if start < 2 or end - start < 3:
        return False
    office = words[start - 2].text.islower() and words[start - 2].lower in table.titles
    return (
        office and words[start - 1].lower in table.at_office and table.institutions.isdisjoint(w.lower for w in words[start:end])
    )


def _is_name(words: tuple[Word, ...], start: int, end: int, opening: bool, seen: _Seen, table: Names) -> bool:
    bare = _bare(words[start].text)
    if end - start > 1 or _ACRONYM.fullmatch(bare):
        return end - start > 1 or len(bare) > 1
    if bare.lower() in table.titles or len(bare) < 2:
        return False
    if not opening:
        return True
    if bare.lower() in seen.small:
        return False
    return seen.inner[bare] > 0 or not (is_common(bare.lower(), table) or bare.endswith("s"))


def _with_body(words: tuple[Word, ...], end: int, last: int, table: Names) -> int:
    """A small-letter noun that makes an institution of the name before it ("the Tessary army")."""
    if end < last and words[end].lower in table.bodies and not _POSSESSIVE.search(words[end - 1].text):
        return end + 1
    return end


def _name(analysis: Analysis, start: int, end: int, title: str, table: Names) -> Name:
    words = cased(analysis)
    stop = words[end - 1].start + len(_bare(words[end - 1].text))
    text = analysis.content[words[start].start : stop]
    parts = [_bare(word.text).lower() for word in words[start:end]]
    kind = Kind.UNKNOWN
    if any(part in table.institutions or part in table.bodies for part in parts):
        kind = Kind.INSTITUTION
    elif title or (_speaks(words, start, end, table) and not _plain(words, start, end, table)):
        kind = Kind.PERSON if end - start > 1 or title else Kind.UNKNOWN
    elif end - start == 1 and _ACRONYM.fullmatch(_bare(words[start].text)):
        kind = Kind.INSTITUTION
    return Name(Span(words[start].start, stop), text, title, text, kind, start, end)


def _speaks(words: tuple[Word, ...], start: int, end: int, table: Names) -> bool:
    """Whether the name is the subject of a reporting verb, or is followed by an age, a relative clause or an office."""
    before = words[start - 1].lower if start else ""
    after = [word.lower for word in words[end : end + 6]]
    if before in table.places_after or before in table.styled or not after or _POSSESSIVE.search(words[end - 1].text):
        return False
    if after[0] in {",", "("} and len(after) > 1:
        office = not table.titles.isdisjoint(after[1:]) and after[1] in table.articles | table.titles | table.title_links
        aged = after[1].isdigit() and after[2:3] in ([","], [")"])
        return aged or after[1] in table.relatives or office
    return after[0] in table.reporting or after[0] in table.relatives or before in table.reporting


def _plain(words: tuple[Word, ...], start: int, end: int, table: Names) -> bool:
    """Whether each word of a name is a common one ("City Hall")."""
    return end - start > 1 and all(is_common(_bare(word.text).lower(), table) for word in words[start:end])


def _resolved(analysis: Analysis, found: list[Name]) -> list[Name]:
    """Each name with its fullest form: a surname's whole name, an acronym's expansion; kinds follow the full form."""
    kinds: dict[str, Kind] = {}
    for name in found:
        if kinds.get(name.words, Kind.UNKNOWN) is Kind.UNKNOWN:
            kinds[name.words] = name.kind
    expanded = expansions(analysis, [name.words for name in found])
    surnames: dict[str, list[str]] = defaultdict(list)
    for words in dict.fromkeys(name.words for name in found):
        parts = words.split()
        if len(parts) > 1 and kinds[words] is not Kind.INSTITUTION:
            person = kinds[words] is Kind.PERSON
            for first in range(
                1 if person else len(parts) - 1, len(parts)
            ):  # "Ardo Venn Salla" is also called "Venn" and "Venn Salla"
                surnames[" ".join(parts[first:])].append(words)
                surnames[parts[first]] += [words] if first < len(parts) - 1 else []
            if "-" in parts[-1][:5]:  # "al-Masri" is also called "Masri"
                surnames[parts[-1].partition("-")[2]].append(words)
    resolved = []
    for name in found:
        full = expanded.get(name.words.rstrip("'’")) or _fullest(name, surnames, kinds)
        kind = kinds[name.words] if kinds[name.words] is not Kind.UNKNOWN else kinds.get(full, Kind.UNKNOWN)
        kind = Kind.INSTITUTION if full in expanded.values() else kind
        resolved.append(replace(name, full=full, kind=kind))
    return resolved


def _fullest(name: Name, surnames: dict[str, list[str]], kinds: dict[str, Kind]) -> str:
    """The one longer name that this is a part of; where there are several, the one person among them (written more or less
    fully), else the word itself."""
    longer = surnames.get(name.words, [])
    persons = [words for words in longer if kinds[words] is Kind.PERSON]
    if kinds[name.words] is Kind.INSTITUTION and not name.title:
        return name.words
    most = max(persons, key=len, default="")
    if persons and all(set(words.split()) <= set(most.split()) for words in persons):
        return most
    return longer[0] if len(longer) == 1 else name.words


def _bare(text: str) -> str:
    """A word without a possessive ending or a final stop."""
    return _POSSESSIVE.sub("", text).rstrip(".")
