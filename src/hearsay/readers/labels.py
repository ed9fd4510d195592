"""What each block of a page is: the article extractor's word, the page's own names for its parts, and their first words."""

from collections.abc import Sequence

from ..model import Block, Label, Span
from . import signs
from .alignment import Aligned
from .blocks import Laid
from .dom import Element
from .parts import ARTICLE, ASIDE, HEADINGS, Part, by_element, parts_of, up
from .posts import is_live, mark_posts
from .rubrics import is_date_line
from .signs import Sign
from .trim import rescue, trim


def label(
    laid: Laid,
    aligned: Sequence[Aligned],
    titles: Sequence[str] = (),
    authors: Sequence[str] = (),
    summaries: Sequence[str] = (),
    live: bool = False,
) -> list[Block]:
    """The blocks of a page. `titles`, `authors` and `summaries` are what the page's metadata calls the article and those
    who wrote it, and how it sums it up; `live` whether it calls itself a live blog."""
    parts, root = parts_of(laid, aligned)
    headline = _headline(parts, titles)
    _settle(parts, headline, root)
    _lead(parts, headline, {plain for each in summaries if (plain := _plain(each))})
    _name(parts, [_plain(each) for each in authors])
    if live or is_live(parts):
        mark_posts(parts)
    return [_block(part) for part in parts]


def _block(part: Part) -> Block:
    return Block(Span(part.stretch.start, part.stretch.end), part.label, part.label in ARTICLE, part.element.path(), part.at)


def _plain(words: str) -> str:
    return "".join(each for each in words.lower() if each.isalnum())


def _headline(parts: list[Part], titles: Sequence[str]) -> Part | None:
    """The block that repeats what the metadata calls the article, best an h1; else the h1 nearest before the article."""
    first = next((i for i, part in enumerate(parts) if part.taken and part.element.name not in HEADINGS), len(parts))
    wanted = [_plain(each) for each in titles if each]
    tops = [part for part in parts if _heads(part, "h1")]
    same = [part for part in parts if len(part.words) < 400 and any(_alike(_plain(part.words), each) for each in wanted)]
    for group in ([part for part in same if part in tops], [p for p in same if p.taken], tops[:1] if len(tops) == 1 else []):
        if group:
            return group[0]
    before = [part for part in parts[: first + 1] if part in tops and not part.signs & ASIDE]
    if before:
        return before[-1]
    heads = [part for part in parts[:first] if part.element.name in HEADINGS and part.taken]
    return heads[0] if heads else (same[0] if same else None)


def _heads(part: Part, name: str) -> bool:
    return any(node.name == name for node in up(part.element)[:4])


def _alike(words: str, title: str) -> bool:
    if not words or len(words) < 8:
        return False
    return (
        words == title
        or (len(words) > 0.5 * len(title) and title.startswith(words))
        or (len(title) > 20 and title in words and len(title) > 0.6 * len(words))
    )


def _settle(parts: list[Part], headline: Part | None, root: Element | None) -> None:
    start = parts.index(headline) if headline else 0
    taken = [i for i, part in enumerate(parts) if part.taken]
    last = taken[-1] if taken else -1
    begin = min([start, *taken[:1]]) if taken else start
    for i, part in enumerate(parts):
        if part is headline:
            part.label = Label.HEADLINE
        elif part.taken and headline is not None and i < start and len(part.words) < 120:
            part.label = Label.BYLINE if signs.BY.fullmatch(part.words) else Label.FURNITURE
        elif part.taken:
            part.label = _demoted(part) or by_element(part)
        else:
            part.label = _missed(part, begin < i < last)
    rescue(parts, root)
    trim(parts)
    _dates(parts, headline)


def _dates(parts: list[Part], headline: Part | None) -> None:
    """A date far from the headline belongs to something else."""
    first = next((i for i, part in enumerate(parts) if part.label is Label.MAIN), 0)
    start = parts.index(headline) if headline else 0
    for i, part in enumerate(parts):
        if part.label is Label.DATELINE and not (min(start, first) - 3 <= i <= max(start, first) + 3):
            part.label = Label.FURNITURE


def _lead(parts: list[Part], headline: Part | None, summaries: set[str]) -> None:
    """The standfirst between headline and first paragraph: what the metadata sums the article up with, or what the page
    itself calls so."""
    start = parts.index(headline) if headline else 0
    first = next((i for i, part in enumerate(parts) if i > start and part.label is Label.MAIN), start)
    for part in parts[start + 1 : first]:
        if part.label not in (Label.FURNITURE, Label.RELATED) or len(part.words) < 40 or part.density > 0.5:
            continue
        words = _plain(part.words)
        same = any(words == each or (len(words) > 60 and each.startswith(words)) for each in summaries)
        called = part.signs & Sign.LEAD and not part.signs & ASIDE and signs.SENTENCE.match(part.words)
        if same or called:
            part.label = Label.MAIN


def _name(parts: list[Part], authors: list[str]) -> None:
    """A short block that holds little but an author's name is a byline."""
    for part in parts:
        if part.label in (Label.HEADLINE, Label.CAPTION) or len(part.words) > 160 or not (part.taken or part.label in ARTICLE):
            continue
        words = _plain(part.words)
        for name in authors:
            if name and name in words and len(words) < len(name) + 16:
                part.label = Label.BYLINE


def _demoted(part: Part) -> Label | None:
    """Something that the extractor took, and that is none of the article."""
    words, short = part.words, len(part.words) < 250
    if part.signs & Sign.CAPTION and len(words) < 600:
        return Label.RELATED if part.signs & ASIDE else Label.CAPTION
    if short and signs.CREDIT.fullmatch(words):
        return Label.CAPTION if part.signs & Sign.FIGURE else Label.FURNITURE
    if len(words) < 400 and signs.CREDITED.fullmatch(words):
        return Label.CAPTION
    if short and signs.READ_MORE.match(words):
        return Label.RELATED
    if len(words) < 500 and signs.SUBSCRIBE.match(words):
        return Label.FURNITURE
    if part.signs & Sign.FURNITURE:
        return Label.FURNITURE
    if part.signs & Sign.RELATED and (short or part.density > 0.2):
        return Label.RELATED
    if part.density > 0.8 and len(words) < 300 and not signs.SENTENCE.match(words):
        return Label.RELATED
    if short and part.signs & Sign.BYLINE and part.element.name not in HEADINGS:
        return Label.BYLINE
    if short and (signs.BY.fullmatch(words) or signs.REPORTING.match(words)):
        return Label.BYLINE
    if len(words) < 80 and _is_date(part):
        return Label.DATELINE
    if part.signs & Sign.DATE and len(words) < 40:
        return Label.FURNITURE
    return None


def _is_date(part: Part) -> bool:
    if part.signs & Sign.DATE:
        return signs.DATED.search(part.words) is not None
    return is_date_line(part.words)


def _missed(part: Part, within: bool) -> Label:
    """Something that the extractor left out: typed where it can be told, else furniture."""
    words, short = part.words, len(part.words) < 250
    if part.signs & Sign.CAPTION and len(words) < 1_000 and not part.signs & ASIDE:
        return Label.CAPTION
    if part.signs & Sign.RELATED or (short and signs.READ_MORE.match(words)):
        return Label.RELATED
    if part.signs & Sign.FURNITURE:
        return Label.FURNITURE
    if short and within and (part.signs & Sign.BYLINE or signs.BY.fullmatch(words)):
        return Label.BYLINE
    if len(words) < 80 and within and _is_date(part):
        return Label.DATELINE
    return Label.FURNITURE
