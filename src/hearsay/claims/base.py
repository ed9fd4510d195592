"""A finding as it stands, with all that its own report tells of it: what comparison, lists and pages are made from.

Computed, never stored as such: a ledger keeps a copy beside the findings so that a hundred thousand can be listed
without reading the reports again, and makes it anew whenever a verdict falls.
"""

from ..ledger import State
from ..model import Attribution, Figure, Mention, Polarity, Source, Value


class Origin(Value, frozen=True):
    """The report that a claim stands in. `published` is an ISO date or time as precise as is known; `at` is when its bytes
    were first met (UTC, ISO); `outlet`, `title` and `byline` are what the page says of itself, "" where it does not."""

    text: str
    document: str
    name: str
    at: str
    url: str | None = None
    outlet: str = ""
    title: str = ""
    byline: str = ""
    published: str | None = None
    language: str = "en"

    @property
    def day(self) -> str | None:
        """The day of publication, or None where it is not known to the day."""
        return self.published[:10] if self.published and len(self.published) >= 10 else None


class Voice(Value, frozen=True):
    """An attribution that a claim stands inside of: who speaks (None: left unsaid), through which relays (nearest to the speaker
    first), with which cue. `quoting` and `polarity` are the attribution's own, `id` is its finding's."""

    id: str
    source: Source | None = None
    via: tuple[Source, ...] = ()
    lemma: str = ""
    shade: str = ""
    quoting: str = "indirect"
    polarity: Polarity = Polarity.AFFIRMED
    inferred: bool = False


class Claim(Value, frozen=True):
    """A figure, an attribution or a mention as it stands in its report. `voices` are the attributions around it, innermost
    first: of a figure the first is whose figure it is (none: it stands in the outlet's own voice); an attribution's own source
    is not among them. `part_of` is the id of the figure that a figure is part of. `words` is what is claimed: the number's
    words, the content of an attribution, the name used; `cue` an attribution's cue as written. `context` are the words around,
    from code point `context_start` of the text on. `setting` is the place that a figure is about by its surroundings where it
    names none itself (`claims.setting`), "" where they tell none."""

    id: str
    finding: Attribution | Figure | Mention
    report: Origin
    state: State = State.PROPOSED
    confidence: float | None = None
    voices: tuple[Voice, ...] = ()
    part_of: str | None = None
    words: str = ""
    cue: str = ""
    context: str = ""
    context_start: int = 0
    setting: str = ""

    @property
    def voice(self) -> Voice | None:
        """The innermost attribution around it; None: the outlet's own voice."""
        return self.voices[0] if self.voices else None

    @property
    def speaker(self) -> str | None:
        """Who is made to speak: an attribution's source, a figure's or a mention's owner; None where nobody is named."""
        own = self.finding.source if isinstance(self.finding, Attribution) else None
        if isinstance(self.finding, Attribution):
            return own.name if own else None
        return self.voice.source.name if self.voice and self.voice.source else None
