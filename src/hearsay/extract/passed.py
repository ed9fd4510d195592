"""Who passes an attribution's words on: media of its sentence, and the speakers around it, nearest first (annotation rule 16)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..analyse import Analysis
from ..model import Polarity, Source, SourceKind, Span
from .cues import RELAYING, Signal
from .raw import RawAttribution
from .relays import media_in_sentence
from .speakers import Speakers


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution as understood so far, with the one around it. One that goes on under an earlier source without a cue has
    that one as `begun`."""

    raw: RawAttribution
    signal: Signal | None
    source: Source | None
    around: "Told | None"
    begun: "Told | None" = None


@dataclass(frozen=True, slots=True)
class Relays:
    """What reads the relays of one text's attributions, all of which are `told`."""

    analysis: Analysis
    speakers: Speakers
    told: Sequence[Told]
    _found: dict[int, tuple[Source, ...]] = field(default_factory=dict)

    def of(self, each: Told) -> tuple[Source, ...]:
        """Relays of an attribution, nearest to the speaker first: media in the sentence, then the speakers around that pass it
        on, each with the media that it was passed on to."""
        relays = list(self._media(each))
        around = each.around
        while around is not None:
            if _passes_on(around, self.analysis) and around.source is not None and not self._pronoun(around.source):
                relays += [around.source, *self._media(around.begun or around)]
            around = around.around
        speaker = each.source.name if each.source else ""
        kept: dict[str, Source] = {}
        for relay in relays:
            if relay.name != speaker and not self.speakers.is_own(relay):
                kept.setdefault(relay.name, relay)
        return tuple(kept.values())

    def _media(self, each: Told) -> tuple[Source, ...]:
        """The media that an attribution's sentence names; those of another cue of the same source; and, in what somebody said
        elsewhere in an interview, its medium."""
        found = dict.fromkeys(self._named(each))
        for other in self.told:
            if other is not each and each.raw.source and other.raw.source == each.raw.source:
                found.update(dict.fromkeys(self._named(other)))
        return tuple(found) or tuple(self._of_interview(each))

    def _named(self, each: Told) -> tuple[Source, ...]:
        known = id(each)
        if known not in self._found:
            around = each.around.raw.content if each.around else ()
            others = [s for one in self.told if one is not each and one.raw.source != each.raw.source for s in _edges(one)]
            self._found[known] = media_in_sentence(self.analysis, each.raw, self.speakers, around, others)
        return self._found[known]

    def _of_interview(self, each: Told) -> Iterator[Source]:
        """The medium that the same person was said to have talked with, in an earlier sentence, or that published the talk."""
        if each.source is None or each.around is not None or each.source.kind is not SourceKind.PERSON:
            return
        if medium := self._published().get(each.source.name):
            yield medium
            return
        for other in self.told:
            if other is each:
                return
            same = other.source is not None and other.source.name == each.source.name and other.around is None
            if same and other.raw.cue and self._talks(other):
                yield from self._named(other)
                return

    def _published(self) -> dict[str, Source]:
        """Persons with the medium that their words came out in, by a sentence of their own ("N. N.'s statements were published in
        N"): a possessive name, a word for what was said, one for publishing, and a medium's name."""
        known = self.speakers.known
        found: dict[str, Source] = {}
        table = self.analysis.language.sources
        for name in known.names:
            sentence = self.analysis.sentence_at(name.span.start)
            if sentence is None or name.last >= sentence.last or known.words[name.last].lower not in table.interviews:
                continue
            rest = [word.lower for word in known.words[name.last : sentence.last]]
            media = [one for one in known.names_in(Span(name.span.end, sentence.end)) if known.is_medium(one)]
            if media and name.last + 1 < sentence.last and not table.carriers.isdisjoint(rest):
                found.setdefault(known.person(name).name, known.of_name(media[0]))
        return found

    def _talks(self, each: Told) -> bool:
        """Whether the sentence of a cue speaks of an interview, outside what was said in it."""
        sentence = self.analysis.sentence_at(each.raw.cue[0].start)
        if sentence is None:
            return False
        words = [self.analysis.words[i] for i in range(sentence.first, sentence.last)]
        talks = self.analysis.language.sources.talks
        return any(w.lower in talks and not any(s.start <= w.start < s.end for s in each.raw.content) for w in words)

    def _pronoun(self, source: Source) -> bool:
        """Whether a source could not be resolved beyond a pronoun."""
        table = self.analysis.language.sources
        pronouns = table.first | table.singular | table.plural | table.neuter | table.relative
        return source.name.lower() in pronouns


def _edges(one: Told) -> Iterator[Span]:
    yield from (*one.raw.cue, *one.raw.source)


def _passes_on(around: Told, analysis: Analysis) -> bool:
    """Whether a source passes on what others say: not if it denies, doubts, orders or resents it (annotation rule 16)."""
    if around.begun is not None:
        return _passes_on(around.begun, analysis)
    signal = around.signal
    resented = signal is not None and signal.cue.lemma in analysis.language.cues.resenting
    return signal is not None and signal.cue.shade in RELAYING and signal.polarity is Polarity.AFFIRMED and not resented
