"""Each claim followed one step back: to what it copies, to whom it names, or to what else its own report says."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from msgspec.structs import replace as replaced

from ..claims.base import Claim
from ..copies.credits import credits_of
from ..copies.outlets import masthead
from ..model import Attribution, Figure, Mention, Source, SourceKind
from .cited import citations, named_near
from .graph import Edge, EdgeKind, Node, NodeKind
from .ground import OPEN, Ground, ground_of, own_account
from .hops import Hop, hops, own, unsaid
from .judge import Same, judge
from .material import Copy, Material, covers
from .outlets import Outlets, later, latest


class Followed:
    """The steps from every claim of some material. `split` are the keys of names that a person says are two people's: these are
    kept apart report by report. `grounds` are what the steps end at, by key, `met` the texts of the claims that end there,
    `relays` the nodes between, and `spoken` the key of the speaker of each attribution, figure or mention."""

    def __init__(self, material: Material, split: frozenset[str] = frozenset()) -> None:
        told = [_with_outlet(one, material) for one in material.claims if isinstance(one.finding, Attribution | Figure)]
        self.claims = {one.id: one for one in sorted(told, key=lambda one: one.id)}
        self.grounds: dict[str, Ground] = {}
        self.met: defaultdict[str, set[str]] = defaultdict(set)
        self.relays: dict[str, Node] = {}
        self._known: dict[tuple[str, str, str], Ground] = {}
        self.edges: set[Edge] = set()
        self._material, self._split = material, split
        self._copies: defaultdict[str, list[Copy]] = defaultdict(list)
        for copy in material.copies:
            self._copies[copy.copier].append(copy)
        self._by_text: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            self._by_text[claim.report.text].append(claim)
        texts = {text: material.texts[text] for text in self._by_text if text in material.texts}
        self._contents = {text: one.content for text, one in texts.items()}
        self._credits = {text: credits_of(one, self._by_text[text][0].report.byline) for text, one in texts.items()}
        self._outlets = Outlets((one.report for one in self.claims.values()), self._credits)
        cites = {text: citations(found) for text, found in self._by_text.items()}
        self._ways = {one.id: self._way(one, cites[one.report.text]) for one in self.claims.values()}
        self.spoken = self._speakers()
        copying = {one.id for one in self.claims.values() if self._copied(one)}
        for claim in self.claims.values():
            if claim.id not in copying:
                self._follow(claim, copying)

    def sharing(self) -> list[tuple[Claim, Claim]]:
        """Matching claims of reports that share their words without a known direction."""
        pairs = []
        for copy in self._material.copies:
            for one in self._by_text.get(copy.copier, ()):
                if covers(copy, one):
                    picked = self._pick(one, self._by_text.get(copy.copied, ()), self._ways[one.id])
                    pairs += [(one, other) for other in picked if not copy.directed or later(other.report, one.report)]
        return pairs

    def end_in_named(self, keys: Iterable[str]) -> bool:
        """Lets those of some claims end in whom they name that name anybody who may have known, through the fewest others;
        whether one does."""
        ways = [
            (len(way), self.claims[key], self._speaker(way, self.claims[key])) for key in keys if (way := self._ways.get(key))
        ]
        named = [one for one in ways if one[2].kind not in OPEN]
        for length, claim, ground in named:
            if length == min(one[0] for one in named):
                self._end(claim.id, claim, ground, EdgeKind.SAYS, f"{title(claim)} has it from {ground.label}")
        return bool(named)

    # --- one claim --------------------------------------------------------------------------------

    def _follow(self, claim: Claim, copying: set[str]) -> None:
        way, name = self._ways[claim.id], title(claim)
        if way and self._vague_headline(claim, way) and self._elsewhere(claim, copying):
            return
        if way:
            self._along(claim, way)
        elif unsaid(claim):
            self._end(claim.id, claim, self._ground(None, claim, ""), EdgeKind.SAYS, f"{name} does not say who says so")
        elif not self._elsewhere(claim, copying) and not self._credit(claim):
            account = own_account(claim, self._outlets.of(claim.report.text))
            self._end(claim.id, claim, account, EdgeKind.SAYS, f"{name} says so in its own voice")

    def _copied(self, claim: Claim) -> bool:
        targets: list[Claim] = []
        for copy in self._copies[claim.report.text]:
            if copy.directed and covers(copy, claim):
                found = self._pick(claim, self._by_text.get(copy.copied, ()), self._ways[claim.id])
                targets += [one for one in found if not later(one.report, claim.report)]
        for one in targets:
            self.edges.add(Edge(claim.id, one.id, EdgeKind.COPIES, f"{title(claim)} copies the words of {title(one)}"))
        return bool(targets)

    def _along(self, claim: Claim, way: tuple[Hop, ...]) -> None:
        """From the page through each relay to the speaker; from a medium whose report is at hand to that report."""
        at, kind, before = claim.id, EdgeKind.SAYS, title(claim)
        for number, hop in enumerate(way[:-1]):
            if self._to_report(at, claim, hop, way[number + 1 :]):
                return
            at = self._relay(at, claim, way[number:], kind)
            kind, before = EdgeKind.RELAYS, hop.source.name
        if not self._to_report(at, claim, way[-1], ()):
            ground = self._speaker(way, claim)
            self._end(at, claim, ground, kind, f"{before} has it from {ground.label}")

    def _to_report(self, at: str, claim: Claim, hop: Hop, rest: tuple[Hop, ...]) -> bool:
        texts = [text for text in self._outlets.reports_of(hop.source) if text != claim.report.text]
        matching = [one for text in texts for one in self._pick(claim, self._by_text[text], rest)]
        before = latest([one for one in matching if not later(one.report, claim.report)])
        for one in before:
            self.edges.add(Edge(at, one.id, EdgeKind.CITES, f"{title(claim)} cites {one.report.outlet}"))
        return bool(before)

    def _relay(self, at: str, claim: Claim, way: tuple[Hop, ...], kind: EdgeKind) -> str:
        """A node for a relay of these very words from this very source: what else it passes on is another matter."""
        ground = self._ground(way[0], claim, "")
        inner = self._speaker(way, claim)
        between = [hop.source.name.lower() for hop in way[1:-1]]
        key = "|".join(("via", ground.label.lower(), *between, inner.key))
        days = [day for day in (claim.report.day, self.relays[key].day if key in self.relays else None) if day]
        self.relays[key] = Node(key, ground.label, ground.kind, min(days, default=None))
        self.edges.add(Edge(at, key, kind, f"{title(claim)} has it through {ground.label}"))
        return key

    def _elsewhere(self, claim: Claim, copying: set[str]) -> bool:
        """A claim in the outlet's own voice that the same report gives to somebody: the headline of an attributed body."""
        found = False
        for one in self._by_text[claim.report.text]:
            if one.id == claim.id or in_headline(one) > in_headline(claim) or not self._match(claim, one):
                continue
            if not (self._ways[one.id] or one.id in copying) or (self._ways[claim.id] and in_headline(one)):
                continue
            who = self._ways[one.id][-1].source.name if self._ways[one.id] else "the report that it copies"
            self.edges.add(Edge(claim.id, one.id, EdgeKind.SAYS, f"{title(claim)} gives it to {who} in another place"))
            found = True
        return found

    def _vague_headline(self, claim: Claim, way: tuple[Hop, ...]) -> bool:
        """Whether a headline gives a claim to somebody whom it does not name ("channel says"): the body may."""
        return in_headline(claim) and self._speaker(way, claim).kind is NodeKind.UNTRACED

    def _credit(self, claim: Claim) -> bool:
        """A report that is credited to an agency has it from the agency's own report, where that is at hand."""
        agency = self._outlets.of(claim.report.text)
        if not agency or agency == claim.report.outlet:
            return False
        return self._to_report(claim.id, claim, Hop(Source(agency, SourceKind.MEDIA)), ())

    def _end(self, at: str, claim: Claim, ground: Ground, kind: EdgeKind, reason: str) -> None:
        self.grounds.setdefault(ground.key, ground)
        self.met[ground.key].add(claim.report.text)
        self.edges.add(Edge(at, ground.key, kind, reason))

    # --- grounds and choices ------------------------------------------------------------------------

    def _way(self, claim: Claim, cites: list[Claim]) -> tuple[Hop, ...]:
        """The hops of a claim; the medium that its sentence names, where its report makes nobody speak."""
        text = claim.report.text
        content, outlet = self._contents.get(text, ""), self._outlets.of(text)
        way = hops(claim, cites, content, outlet)
        if way or unsaid(claim) or not content:
            return way
        named = named_near(claim, self._credits[text], content)
        return (Hop(named),) if named and not own(named, outlet) else ()

    def _speaker(self, way: tuple[Hop, ...], claim: Claim) -> Ground:
        """The ground of whoever knew, at the end of a way."""
        return self._ground(way[-1], claim, way[-2].source.name if len(way) > 1 else "")

    def _ground(self, hop: Hop | None, claim: Claim, relay: str) -> Ground:
        """What the words tell of a hop, each looked for once."""
        asked = (claim.id, hop.source.name if hop else "", relay)
        if asked not in self._known:
            text = claim.report.text
            content = self._contents.get(text) or "\n".join(one.context for one in self._by_text[text])
            ground = ground_of(hop.source if hop else None, claim, content, self._outlets.of(text), relay)
            self._known[asked] = replace(ground, text=text) if ground.key in self._split else ground
        return self._known[asked]

    def _match(self, one: Claim, other: Claim) -> bool:
        return type(one.finding) is type(other.finding) and self._material.matches(one, other)

    def _pick(self, claim: Claim, candidates: Iterable[Claim], rest: tuple[Hop, ...]) -> list[Claim]:
        """Those that match, and that come from whom the claim has it from, as far as it says so."""
        found = [one for one in candidates if self._match(claim, one)]
        if not rest:
            return found
        wanted = self._speaker(rest, claim)
        known = [(one, self._ways[one.id]) for one in found if self._ways[one.id]]
        return [one for one, way in known if judge(wanted, self._speaker(way, one)).same is not Same.NO]

    def _speakers(self) -> dict[str, str]:
        """The key of the speaker by the ids of attributions, figures and mentions."""
        found: dict[str, str] = {}
        named: dict[tuple[str, str], str] = {}
        for claim in self.claims.values():
            if way := self._ways[claim.id]:
                ground = self._speaker(way, claim)
                found[claim.id] = ground.key
                if way[-1].voice:
                    found.setdefault(way[-1].voice, ground.key)
                named.setdefault((claim.report.text, way[-1].source.name), ground.key)
        for one in self._material.claims:
            if isinstance(one.finding, Mention) and (key := named.get((one.report.text, one.finding.actor))):
                found[one.id] = key
        return found


def title(claim: Claim) -> str:
    """How a claim's report is named in reasons: by its outlet and day, else by its name."""
    report = claim.report
    return f"{report.outlet} of {report.day}" if report.outlet and report.day else report.outlet or report.name


def in_headline(claim: Claim) -> bool:
    """Whether a claim stands in its report's headline, or in the first line of a text that has none."""
    words = claim.context.strip()
    return bool(words) and (words == claim.report.title.strip() if claim.report.title else claim.context_start == 0)


def _with_outlet(claim: Claim, material: Material) -> Claim:
    """A claim whose report has the name in its masthead for an outlet, where its page gives none."""
    text = material.texts.get(claim.report.text)
    name = masthead(text) if text and not claim.report.outlet else ""
    return replaced(claim, report=replaced(claim.report, outlet=name)) if name else claim
