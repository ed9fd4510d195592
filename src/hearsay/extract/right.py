"""Words of harm to the right of their subject: "12 killed", "12 people, the ministry said, are missing"."""

from ..model import Measure
from .bonds import Bond, Hit, Path, oblique
from .clause import Clause
from .phrases import Counted, possessive

NEAR = 6
"""Words between "among" or "by" and a word of harm at most."""
FAR = 40
"""Words between a subject and its verb at most."""


def right(clause: Clause, i: int) -> Bond | None:
    """ "12 killed", "12 people were killed", "12 and 3 more died", "12 people, the ministry said, are missing"."""
    words, harm = clause.words, clause.harm
    if clause.counts[i].kind == "name" and _genitive(clause, clause.counts[i]):
        return None  # "Voss's guards were killed"
    if died := _died_since(clause, i):
        return died
    j = clause.counts[i + clause.counts[i].inner].end if i + 1 < len(clause.counts) else clause.counts[i].end
    limit = min(clause.last, j + FAR)
    path = Path()
    while j < limit:
        if (hit := clause.at.get(j)) is not None:
            inner = i > 0 and clause.counts[i - 1].inner and not path.relative and j > clause.counts[i].end
            return None if inner else _subject_of(clause, i, hit, path)  # "one of the three is dead": the one is
        lower = words[j].lower
        if j in clause.leads:
            if not _passes(clause, j, path):
                return None
            j = clause.counts[clause.leads[j]].end
            continue
        if path.was and lower in harm.among:
            return _among(clause, j)
        if lower in harm.be and not (j + 1 < clause.last and clause.is_acronym(j)):
            path.passive = path.was = True
        elif lower in harm.light or lower.endswith("ly") or _dates(clause, j) or lower in harm.opening | harm.quotes:
            pass
        elif skipped := (_past_agent(clause, j) if path.passive and lower in harm.agents_before else 0) or _aside(
            clause, j, limit
        ):
            j = skipped
            continue
        elif lower == "," and j + 1 < clause.last and (j + 1 in clause.at or words[j + 1].lower in harm.relatives):
            pass
        elif lower in harm.relatives:
            if not path.direct:
                return None
            path.relative = True
        elif _goes_on(clause, i, j, path):
            pass
        elif lower in harm.breaks or lower in harm.reporting or lower in ";:":
            return None
        elif lower in harm.joins:
            path.joined = True
        else:
            path.direct = path.passive = path.joined = False
        j += 1
    return None


def _goes_on(clause: Clause, i: int, j: int, path: Path) -> bool:
    """Whether a word that ends other clauses does not end the one of count `i`: a verb of saying in its passive or relative
    clause, the subject of "those that we buried", a semicolon in a list of names."""
    lower, harm = clause.words[j].lower, clause.harm
    saying = lower in harm.reporting and (path.passive or path.relative)
    subject = lower in harm.subjects and path.relative and j - 2 <= clause.counts[i].end
    return saying or subject or (lower == ";" and clause.counts[i].kind == "name" and _names_on(clause, j))


def _names_on(clause: Clause, j: int) -> bool:
    """Whether a list of names goes on after the semicolon at word `j` ("Irena Voss; and Moro Ansel, were killed")."""
    at = j + 1 + (j + 1 < clause.last and clause.words[j + 1].lower in clause.harm.joins)
    return at in clause.leads and clause.counts[clause.leads[at]].kind == "name"


def _genitive(clause: Clause, one: Counted) -> bool:
    """Whether a name is a genitive, before what belongs to the person."""
    mark = one.end + 1 < clause.last and clause.words[one.end].text in {"'", "’"} and clause.words[one.end + 1].text[0].isalpha()
    return mark or (one.name is not None and possessive(clause.words[one.name.last - 1].lower))


def _among(clause: Clause, j: int) -> Bond | None:
    """ "was among the dead", "were among the 14 killed"."""
    for k in range(j + 1, min(clause.last, j + NEAR)):
        hit = next((hit for hit in clause.hits if hit.first == k), None)
        if hit is not None and hit.trigger.form in {"adjective", "verb", "noun"}:
            return Bond(hit.trigger.measure, hit, False, 0.9)
    return None


def _past_agent(clause: Clause, j: int) -> int:
    """The word of harm after "by" and whoever did it ("have been by fire injured"), or 0."""
    return next((k for k in range(j + 1, min(clause.last, j + NEAR)) if k in clause.at), 0)


def _died_since(clause: Clause, i: int) -> Bond | None:
    """ "two of the wounded died": what became of those who had been harmed before."""
    one = clause.counts[i]
    before = clause.at.get(one.end) if one.back else None
    after = clause.at.get(before.last) if before else None
    if after is None or after.trigger.form != "intransitive":
        return None
    return Bond(after.trigger.measure, after, False, 0.9)


def _dates(clause: Clause, j: int) -> bool:
    """Whether a preposition stands before a day ("were on Friday killed")."""
    near = [word.lower for word in clause.words[j : min(clause.last, j + 2)]]
    return len(near) == 2 and near[0] in clause.harm.prepositions and near[1] in clause.harm.days


def _passes(clause: Clause, lead: int, path: Path) -> bool:
    """Whether the search for a verb goes on past another count: one that is joined, in an insertion or oblique."""
    one = clause.counts[clause.leads[lead]]
    if clause.beside(lead):
        path.direct = True
        hit = clause.at.get(one.end) if not one.head else None
        return not path.was and (hit is None or hit.trigger.form not in {"verb", "adjective"})
    path.direct = path.passive = path.joined = False
    oblique = clause.words[lead - 1].lower in clause.harm.prepositions
    return oblique or clause.counts[clause.leads[lead]].kind == "name"


def _subject_of(clause: Clause, i: int, hit: Hit, path: Path) -> Bond | None:
    form, one = hit.trigger.form, clause.counts[i]
    if clause.unreal(hit) and not _forced(clause, one, hit):
        return None
    near = path.direct or path.passive
    if one.high == 0 and not near:  # "nobody knows how many died"
        return None
    if one.kind == "name" and (not near or (oblique(clause.words, one.lead, clause.first, clause.harm) and not path.relative)):
        return None
    before = clause.words[one.lead - 1].lower if one.lead > clause.first else ""
    if (
        one.kind != "number"
        and before in clause.harm.agents_before
        and not (path.relative or (form == "adjective" and not path.was))
    ):  # "hired by a partner were taken"
        return None
    measure = clause.several(hit, None)
    if measure is Measure.DISPLACED and form == "intransitive" and one.head in clause.harm.fighters:
        return None
    if form == "verb":
        joined = path.was and (path.joined or clause.words[hit.first].lower in clause.harm.manner)
        if not (path.passive or joined) and (not path.direct or has_object(clause, hit)):
            return None
    elif form == "lose":
        following = clause.words[hit.last].lower if hit.last < clause.last else "."
        if not path.direct or (following[0].isalnum() and following not in clause.harm.prepositions):
            return None
        measure = Measure.DESTROYED if one.head in clause.harm.objects else measure
    elif form == "suffered":
        return Bond(measure, hit, False, 0.8) if _has_wounds(clause, one, hit) and not _others_between(clause, one, hit) else None
    elif form not in {"intransitive", "adjective"} or (form == "adjective" and not near):
        return None
    return Bond(measure, hit, False, 0.9 if near else 0.65)


def has_object(clause: Clause, hit: Hit) -> bool:
    """Whether a bare verb after a noun has an object, so that the noun is who did it ("12 gunmen killed five")."""
    if hit.last >= clause.last:
        return False
    if hit.last in clause.leads:
        following = clause.counts[clause.leads[hit.last]]
        nearer = clause.at.get(following.end) if following.kind == "number" and not following.head else None
        return nearer is None
    following_word = clause.words[hit.last]
    capital = following_word.text[0].isupper() and clause.words[hit.first].text[0].islower()
    return following_word.lower in clause.harm.definite or (capital and following_word.lower not in clause.harm.stops)


def _has_wounds(clause: Clause, one: Counted, hit: Hit) -> bool:
    """Whether "has", "with" or their like stand before wounds."""
    return any(word.lower in clause.harm.having for word in clause.words[max(one.end, hit.first - 3) : hit.first])


def _others_between(clause: Clause, one: Counted, hit: Hit) -> bool:
    """Whether another count stands before the wounds, to which they belong ("of the 20 hostages, one has burns")."""
    near = (lead for lead in clause.leads if one.end <= lead < hit.first)
    return any(clause.words[lead - 1].lower not in clause.harm.joins for lead in near)


def _forced(clause: Clause, one: Counted, hit: Hit) -> bool:
    """ "forced 4,000 families to flee"."""
    near = clause.words[max(clause.first, one.lead - 3) : one.lead]
    return clause.words[hit.first - 1].lower == "to" and any(word.lower in clause.harm.forcing for word in near)


def _aside(clause: Clause, j: int, limit: int) -> int:
    """The word after an insertion that begins here (brackets, "including ...", ", of the town of Oster, "), or 0."""
    text = clause.words[j].text
    if text in _PAIRS:
        return next((k + 1 for k in range(j + 1, limit) if clause.words[k].text == _PAIRS[text]), 0)
    marked = clause.markers.get(j, 0)
    if marked and j + marked in clause.leads:
        return clause.counts[clause.leads[j + marked]].end
    if text == ",":
        if j + 1 in clause.leads or (
            j + 1 < clause.last and clause.words[j + 1].lower in clause.harm.joins | clause.harm.be | clause.harm.perfect
        ):
            return j + 1
        for k in range(j + 1, min(limit, j + 26)):
            if clause.words[k].text == "," and k + 1 < clause.last:
                return k + 1
    return 0


_PAIRS = {"(": ")", "[": "]", "—": "—", "–": "–"}
