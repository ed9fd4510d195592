"""Findings in short words, for people: amounts, attributions and figures on a line of their own."""

from ..model import Attribution, Figure, Modifier, Polarity, Quoting, Scope, Window

_SCOPES = {Scope.INCIDENT: "one incident", Scope.PERIOD: "over a period", Scope.CUMULATIVE: "running total"}


def amount(one: Figure) -> str:
    """What a figure says: "417", "at least 9", "100 to 300", "dozens"."""
    if one.low is None and one.high is None:
        return one.words
    if one.modifier is Modifier.RANGE and one.low is not None and one.high is not None:
        return f"{one.low:,} to {one.high:,}"
    number = one.low if one.low is not None else one.high
    said = f"{number:,}"
    return said if one.modifier is Modifier.EXACT else f"{one.modifier.value} {said}"


def counted(one: Figure) -> str:
    """Amount, harm and who: "at least 9 killed: soldiers of the Northern Guard"."""
    denied = "not " if one.polarity is Polarity.DENIED else ""
    held = "" if one.modality.value == "reported" else f"{one.modality.value} "
    return f"{denied}{amount(one)} {held}{one.measure.value}" + (f": {one.who}" if one.who else "")


def bounds(one: Figure) -> str:
    """What a figure counts over: scope, window, place; "" where nothing is known."""
    parts = [_SCOPES.get(one.scope, ""), window(one.window), f"in {one.place.words}" if one.place else ""]
    return "; ".join(part for part in parts if part)


def window(one: Window | None) -> str:
    """A window as its words and the days they stand for: "since March 14 (2031-03-14/..)". ".." is an open end."""
    if one is None:
        return ""
    if one.start is None and one.end is None:
        return one.words
    days = one.start if one.start == one.end else f"{one.start or '..'}/{one.end or '..'}"
    return f"{one.words} ({days})" if one.words else str(days)


def spoken(one: Attribution) -> str:
    """Who speaks, how and through whom: "Irena Voss (person), admits, direct, via Radio Tessary"."""
    who = f"{one.source.name} ({one.source.kind.value})" if one.source else "nobody named"
    parts = [who, one.cue.shade if one.cue else ""]
    if one.polarity is Polarity.DENIED and parts[1] != "denies":
        parts.append("denied")
    if one.quoting is not Quoting.INDIRECT:
        parts.append(one.quoting.value)
    if one.inferred:
        parts.append("goes on under the same source")
    if one.via:
        parts.append(f"via {through(one)}")
    return ", ".join(part for part in parts if part)


def through(one: Attribution) -> str:
    """The relays, from the speaker outwards."""
    return ", then ".join(relay.name for relay in one.via)
