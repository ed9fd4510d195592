"""English."""

from dataclasses import replace

from . import Language
from .en_credits import CREDITS
from .en_cues import CUES
from .en_harm import HARM
from .en_names import NAMES
from .en_numbers import NUMBERS
from .en_series import CHANGES
from .en_sources import SOURCES
from .en_time import TIMES
from .en_who import WHO
from .en_words import ENDINGS, INFLECTIONS, VOCABULARY

_KNOWN = VOCABULARY.union(
    CUES.lemmas,
    *(NAMES.titles, NAMES.title_links, NAMES.institutions, NAMES.bodies, NAMES.common, NAMES.parties, NAMES.party_words),
    *(SOURCES.roles, SOURCES.collective, SOURCES.documents, SOURCES.bodies, SOURCES.anonymous, SOURCES.unnamed),
    *(WHO.statuses, WHO.ages, WHO.sexes, WHO.roles, WHO.units, WHO.generic, WHO.ignored, HARM.heads),
)
"""Words that no name is recognised by where there are no small letters."""

ENGLISH = Language(
    code="en",
    name="English",
    abbreviations=frozenset(
        "mr mrs ms dr prof sen rep gov gen lt col maj capt sgt cpl adm cmdr brig pvt hon rev st sr jr "
        "jan feb mar apr jun jul aug sept sep oct nov dec no nos vs etc inc ltd corp co bros dept univ "
        "u.s u.k u.n e.g i.e a.m p.m approx est fig vol ft mt d.c ph.d".split()
    ),
    reporting=frozenset("said says told added wrote asked replied explained insisted warned noted".split()),
    names=replace(NAMES, vocabulary=_KNOWN, endings=ENDINGS, inflections=INFLECTIONS),
    cues=CUES,
    sources=SOURCES,
    numbers=NUMBERS,
    harm=HARM,
    times=TIMES,
    changes=CHANGES,
    who=WHO,
    credits=CREDITS,
)
