"""Places: what a name may stand for, as far as named places go, offline. `Gazetteer.of` opens what is at hand; `resolve` asks.

Every candidate is kept, and nothing is chosen in silence. There are no coordinates here, neither in nor out.
"""
