"""The values that Hearsay passes around and stores. Nothing here reads, writes or decides.

Offsets count Unicode code points in `Text.content`; spans are half-open (W3C Web Annotation
counts the same way). A finding holds only what its own text holds. How findings relate is a `Link`;
what anyone thinks of a finding is a `Verdict`. Ids are computed in `codec`.
"""

from datetime import datetime
from enum import StrEnum
from sys import intern

from msgspec import Struct
from msgspec.structs import force_setattr


class Value(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Equal when equal, and never changed. A field at its default is not written, so a new field
    with a default moves no id that was ever given out."""


class Span(Value, frozen=True, array_like=True, order=True):
    """Code points [start, end) of a text."""

    start: int
    end: int


# --- what was read ---------------------------------------------------------------------------------


class Document(Value, frozen=True):
    """Some bytes. `id` is "sha256:" and the hex digest of them; `media_type` has no parameters."""

    id: str
    media_type: str


class Sighting(Value, frozen=True):
    """Where and when a document's bytes were met: one document has many sightings, and one `url`
    with several documents has revisions. `name` is the stem of the file or the URL; `via` is how it
    came ("file", "http", "warc:NAME", "feed:NAME", "stdin", "demo"); `at` is the time of capture where the
    carrier tells it (WARC-Date, HTTP Date), else the time of reading."""

    document: str
    name: str
    at: datetime
    via: str
    url: str | None = None


class Refusal(Value, frozen=True):
    """An input that could not be read, and why, in words."""

    name: str
    reason: str
    at: datetime
    document: str | None = None


class PieceKind(StrEnum):
    """How a stretch of the text follows from its stretch of the original."""

    LITERAL = "literal"  # the decoded bytes are the text
    REFERENCE = "reference"  # an HTML character reference
    SPACE = "space"  # a run of white space, shown as one blank
    GLYPHS = "glyphs"  # characters of a PDF page: source offsets are character indices on that page


class Piece(Value, frozen=True, array_like=True):
    """One row of the map from text to original: text [start, end) comes from [source_start, source_end),
    byte offsets into the document's bytes (for GLYPHS: character indices on `page`, counted from 1).
    Text that no piece covers (line breaks between blocks) was set by the reader."""

    start: int
    end: int
    source_start: int
    source_end: int
    kind: PieceKind = PieceKind.LITERAL
    page: int = 0


class Label(StrEnum):
    """What a stretch of a page is."""

    HEADLINE = "headline"
    MAIN = "main"
    HEADING = "heading"
    CAPTION = "caption"
    LIST = "list"
    TABLE = "table"
    QUOTE = "quote"
    BYLINE = "byline"
    DATELINE = "dateline"
    LIVE_POST = "live-post"
    RELATED = "related"
    FURNITURE = "furniture"


class Block(Value, frozen=True):
    """A labelled stretch of the text. `article` tells whether it belongs to the article. Labels may change
    with a better labeller; they are no part of the text's id and never move an offset. `path` is the element's
    place in the page, `at` a live post's own time stamp."""

    span: Span
    label: Label
    article: bool
    path: str = ""
    at: str = ""


class Text(Value, frozen=True):
    """The readable text of one document as one reader made it out; never edited.

    `reader` is name and version ("html@1"); `language` an ISO 639-1 code or "und"; `encoding` the
    WHATWG name of the encoding that the bytes were decoded with ("" where none applies)."""

    id: str
    document: str
    reader: str
    language: str
    content: str
    encoding: str = ""
    pieces: tuple[Piece, ...] = ()
    blocks: tuple[Block, ...] = ()


# --- findings: what stands in a text at a place ------------------------------------------------------


class Finding(Value, frozen=True, tag_field="type", tag=str.lower):
    """Something that can be pointed at, and accepted, rejected or replaced."""


class SourceKind(StrEnum):
    """Who is made to speak (docs/annotation.md, rule 14)."""

    PERSON = "person"
    INSTITUTION = "institution"
    ROLE = "role"
    ANONYMOUS = "anonymous"
    COLLECTIVE = "collective"
    DOCUMENT = "document"
    MEDIA = "media"
    OUTLET = "outlet"


class Source(Value, frozen=True):
    """Who is made to speak. `name` is the fullest name the document gives, else the source's own words;
    `spans` where this attribution names the source (empty: left to be understood)."""

    name: str
    kind: SourceKind
    spans: tuple[Span, ...] = ()


class Cue(Value, frozen=True):
    """The words that signal the attribution; `shade` is a row of the language's cue table."""

    spans: tuple[Span, ...]
    lemma: str
    shade: str = "says"

    def __post_init__(self) -> None:
        # msgspec leaves a default out only where it is the very object: equal cues must be written alike, and get one id
        force_setattr(self, "shade", intern(self.shade))


class Quoting(StrEnum):
    """Whether the content stands in quotation marks: all of it, none of it, or part of it."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Polarity(StrEnum):
    """Whether the words affirm or deny that something happened. An unverified claim is affirmed."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Attribution(Finding, frozen=True):
    """Somebody says something. `via` are the relays named in the text, nearest to the speaker first;
    `inferred` marks a continuation under the previous source, without a cue of its own."""

    text: str
    content: tuple[Span, ...]
    source: Source | None = None
    cue: Cue | None = None
    quoting: Quoting = Quoting.INDIRECT
    via: tuple[Source, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    inferred: bool = False


class Modifier(StrEnum):
    """How the words bound a number; docs/annotation.md says which bounds follow."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    FEWER_THAN = "fewer than"
    RANGE = "range"
    VAGUE = "vague"


class Measure(StrEnum):
    """What befell those who are counted. A subset keeps the measure of its whole."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    DISPLACED = "displaced"
    ABDUCTED = "abducted"
    HELD = "held"
    RELEASED = "released"
    TRAPPED = "trapped"
    STARVED = "starved"
    DESTROYED = "destroyed"
    OTHER = "other"


class Scope(StrEnum):
    """What a figure counts over: the dead of one event, a stretch with both ends, or a running total."""

    INCIDENT = "incident"
    PERIOD = "period"
    CUMULATIVE = "cumulative"
    UNKNOWN = "unknown"


class Modality(StrEnum):
    """How sure the words are of a figure."""

    REPORTED = "reported"
    FEARED = "feared"
    PRESUMED = "presumed"
    EXPECTED = "expected"


class Precision(StrEnum):
    """The longest unit of time that an expression leaves open."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    UNRESOLVED = "unresolved"


class Window(Value, frozen=True):
    """When the harm happened: inclusive ISO dates, None where the text leaves an end open. `words` are the
    text's own, at `spans`. Unresolved windows ("since the fighting began") keep the words alone."""

    words: str
    start: str | None = None
    end: str | None = None
    precision: Precision = Precision.UNRESOLVED
    spans: tuple[Span, ...] = ()


class Place(Value, frozen=True):
    """A named place as written; never anything below a named place."""

    words: str
    spans: tuple[Span, ...] = ()


class Figure(Finding, frozen=True):
    """A count of people, or of counted objects, harmed. `low` and `high` are what the words allow (None: open);
    `span` is the number expression without its modifier, `words` its characters."""

    text: str
    span: Span
    words: str
    measure: Measure
    low: int | None = None
    high: int | None = None
    modifier: Modifier = Modifier.EXACT
    who: str = ""
    who_spans: tuple[Span, ...] = ()
    scope: Scope = Scope.UNKNOWN
    window: Window | None = None
    place: Place | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.REPORTED
    basis: str = ""


class Mention(Finding, frozen=True):
    """What somebody is called, in these very words; `actor` is the fullest name the document gives them."""

    text: str
    span: Span
    actor: str
    words: str


class Field(StrEnum):
    """What an `About` tells of its document."""

    HEADLINE = "headline"
    OUTLET = "outlet"
    BYLINE = "byline"
    DATELINE = "dateline"
    PUBLISHED = "published"
    HEADER_DATE = "header-date"


class About(Finding, frozen=True):
    """A fact about the document: disputable, so a finding. `basis` names the place it was read from ("json-ld",
    "meta:article:published_time", "itemprop", "url", "htmldate", "time", "masthead", "content", "capture" ...).
    Dates are ISO 8601, with the time and zone where given; every candidate is kept. `span` is its place in the text, if
    it has one."""

    text: str
    field: Field
    value: str
    basis: str
    span: Span | None = None


class Relation(StrEnum):
    """How the left finding of a link stands to the right one."""

    PART_OF = "part-of"
    SAME_ACTOR = "same-actor"
    SAME_QUANTITY = "same-quantity"
    SAME_EVENT = "same-event"
    REVISES = "revises"
    CONTRADICTS = "contradicts"
    COPIES = "copies"


class Link(Finding, frozen=True):
    """`left` stands in `relation` to `right` (both finding ids; for COPIES both text ids): the part is left of its whole."""

    left: str
    right: str
    relation: Relation


AnyFinding = Attribution | Figure | Mention | About | Link


# --- verdicts: what an agent says of a finding --------------------------------------------------------


class Stance(StrEnum):
    """What an agent says of a finding."""

    FOUND = "found"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"  # a person takes their own earlier word back: undo adds, it never deletes


class Verdict(Value, frozen=True):
    """One agent's word on one finding; added, never changed or taken away. An agent is
    "hearsay.figures@1+ab12cd" or "person:NAME"; `instead` is the id of the finding that replaces this one."""

    finding: str
    stance: Stance
    agent: str
    at: datetime
    instead: str | None = None
    confidence: float | None = None
    note: str = ""


class Reading(Value, frozen=True):
    """This agent has read this text: nothing found differs from not run. `refused` is the reason
    where it would not (a language without a model, say)."""

    text: str
    agent: str
    at: datetime
    refused: str = ""
