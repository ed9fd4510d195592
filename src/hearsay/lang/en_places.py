"""English: words that say what kind of place a name is of, and words that put an event beside a place rather than in it."""

from collections.abc import Mapping

from .tables import bag

KINDS: Mapping[str, str] = {
    word: kind
    for kind, words in {
        "country": "country|republic|kingdom",
        "region": "province|governorate|oblast|state|prefecture|voivodeship|department|region",
        "district": "district|county|raion|subdistrict|municipality|jurisdiction",
        "place": "town|city|village|hamlet|settlement|commune",
        "part": "neighbourhood|neighborhood|quarter|suburb|camp|hospital|school|market|square|street|bridge|airport|crossing",
        "area": "valley|river|border|highway|road|mountains|hills|forest|plain|desert|corridor|peninsula|coast|lake|front",
        "waters": "sea|ocean|strait|gulf",
    }.items()
    for word in words.split("|")
}
"""Word -> kind of place (`places.base.Kind`)."""

SMALL = bag("the a an of")
"""Words that a name is the same without."""

BESIDE = bag("near outside around off towards toward beyond")
"""Words before a name that put an event beside the place."""
