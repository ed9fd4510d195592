"""When Python looks for what nobody needs any more: seldom, as a page waits meanwhile.

A full look goes through everything that is kept in memory, 0.1 s and more with a large ledger, and by itself it would come at any
time, mostly in the middle of a large page. Nearly all that a page leaves behind goes without one: it is in no circle.
"""

import gc

from .render import environment

YOUNG, MIDDLE, FULL = 20_000, 20, 50
"""New objects before the youngest are gone through; how often that is done before those that survived are, and how often these
before all. With these a full look comes after some 20 million objects and not after 70,000."""


def settle() -> None:
    """Prepares this process to serve: compiles the templates, and takes all that is in memory now for what stays."""
    for name in environment().list_templates():
        environment().get_template(name)
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, FULL)
