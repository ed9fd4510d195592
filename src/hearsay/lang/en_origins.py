"""English: words that tell which sources may be one. Kinds of words only, never parties, outlets or people."""

from collections.abc import Mapping

from .origin_tables import OriginWords

OFFICIAL = frozenset("medical military police political diplomatic rescue relief legal".split())
"""The fields in which somebody may hold an office."""


def _fields(**words: str) -> Mapping[str, frozenset[str]]:
    """From a field and its words to each word and its fields; "security" is soldiers' and policemen's."""
    found: dict[str, frozenset[str]] = {}
    for field, listed in words.items():
        fields = frozenset({"military", "police"}) if field == "security" else frozenset({field})
        for word in listed.split():
            found[word] = found.get(word, frozenset()) | fields
    return found


ORIGINS = OriginWords(
    empty=frozenset(
        "a an the this that these those his her their its our my one some another several various other of for to in at on by "
        "from with and or who which close near familiar informed briefed senior top high-ranking ranking leading well-placed "
        "local "
        "there anonymous unnamed unidentified condition anonymity speaking spoke said matter situation mr mrs ms".split()
    ),
    alike={
        "defense": "defence",
        "organisation": "organization",
        "centre": "center",
        "dept": "ministry",
        "department": "ministry",
        "military": "army",
        "troops": "army",
        "sources": "source",
        "officials": "official",
        "spokeswoman": "spokesman",
        "spokesperson": "spokesman",
        "spokesmen": "spokesman",
        "spokespeople": "spokesman",
        "policemen": "police",
        "authorities": "authority",
        "eyewitness": "witness",
        "eyewitnesses": "witness",
        "witnesses": "witness",
        "residents": "resident",
        "villagers": "villager",
        "medics": "medic",
        "doctors": "doctor",
        "commanders": "commander",
        "officers": "officer",
        "rescuers": "rescuer",
        "diplomats": "diplomat",
        "insiders": "source",
        "insider": "source",
        "clip": "video",
        "footage": "video",
        "videos": "video",
        "photographs": "photograph",
        "photos": "photograph",
        "pictures": "photograph",
        "images": "image",
    },
    seats={"minister": "ministry", "ministers": "ministry", "secretary": "ministry", "premier": "government"},
    mouths=frozenset(
        "spokesman spokeswoman spokesperson spokesmen spokespeople minister ministers secretary official officials president "
        "premier "
        "chief chiefs head heads director directors leader leaders governor mayor chairman chairwoman chair ambassador "
        "representative representatives coordinator commissioner administrator".split()
    ),
    ranks=frozenset("general gen colonel col major maj captain capt lieutenant lt sergeant brigadier admiral marshal".split()),
    fields=_fields(
        medical="medical hospital hospitals doctor doctors medic medics health nurse nurses paramedic paramedics surgeon clinic "
        "ambulance morgue mortuary orderly",
        military="army military commander commanders officer officers soldier soldiers colonel general major captain lieutenant "
        "troops brigade navy front fighter fighters battalion regiment columns armed militia garrison conscript deserter pilot",
        security="security intelligence gendarmerie",
        police="police policeman inspector detective",
        diplomatic="diplomat diplomats diplomatic envoy embassy ambassador foreign consulate",
        political="party political lawmaker lawmakers mp mps senator parliament opposition",
        rescue="rescuer rescuers rescue firefighter firefighters civil-defence emergency",
        relief="aid relief charity humanitarian",
        legal="prosecutor prosecutors judge court lawyer tribunal",
        expert="analyst analysts expert experts observer observers historian historians economist "
        "economists researcher researchers",
        bystander="witness witnesses eyewitness eyewitnesses resident residents villager villagers survivor survivors relative "
        "relatives family families locals neighbour neighbours neighbor neighbors passer-by passers-by farmer farmers driver "
        "drivers "
        "shopkeeper miller worker workers woman women man men patient patients refugee refugees",
    ),
    official=frozenset(
        "official government state ministry authority administration cabinet minister authorities officials".split()
    ),
    bystanders=frozenset({"bystander", "expert"}),
    footage=frozenset(
        "video videos footage photograph photographs photo photos picture pictures image images clip recording recordings film "
        "livestream".split()
    ),
    sayings=frozenset("statement statements communique communiqué announcement release message post tweet notice".split()),
    reporters=frozenset("correspondent correspondents reporter reporters journalist journalists".split()),
    own=frozenset("our its".split()),
    vague=frozenset(
        "local media state foreign national regional social several various some other opposition pro-government official press "
        "news reports report outlets outlet television tv radio newspaper newspapers a an the channel channels agency agencies "
        "website websites telegram channels private international western independent broadcaster station stations many "
        "medium reportedly unconfirmed posts".split()
    ),
    media=frozenset("channel newspaper agency broadcaster website daily weekly magazine outlet station newswire wire".split()),
    media_noise=frozenset(
        "the a an newspaper website site channel telegram agency station broadcaster online com net org news daily's".split()
    ),
    citing=frozenset("cite quote".split()),
    demonyms=frozenset(["", "n", "an", "ian", "i", "a", "ia", "ese", "ish", "y", "ans", "ns", "ic", "on", "e", "in", "er"]),
    relaying=frozenset("says asserts reveals admits doubts".split()),
    bodies_of_a_land=frozenset(
        "army navy government ministry parliament assembly senate presidency cabinet junta regime".split()
    ),
    houses=frozenset("hospital clinic university school".split()),
    portfolios=frozenset(
        "defence interior foreign information health finance justice education transport energy culture labour agriculture trade "
        "emergency economy environment welfare security war".split()
    ),
    general=frozenset(
        "joint general central supreme high national federal international regional local public social civil united main own "
        "republic people armed new old former state".split()
    ),
    walks={
        "bystander": "bystanders",
        "diplomatic": "diplomats",
        "expert": "experts",
        "legal": "the courts",
        "medical": "medicine",
        "military": "the military",
        "police": "the police",
        "political": "politics",
        "relief": "relief",
        "rescue": "rescue",
    },
)
