"""The article's edges: paragraphs that the extractor passed over, and what it took that hangs before or after."""

from ..model import Label
from . import signs
from .dom import Element
from .parts import ARTICLE, ASIDE, HEADINGS, Part, by_element, up
from .signs import Sign


def rescue(parts: list[Part], root: Element | None) -> None:
    """Subheads, paragraphs and lists among the paragraphs of the article that the extractor passed over."""
    mains = [i for i, part in enumerate(parts) if part.label in (Label.MAIN, Label.LIST, Label.QUOTE)]
    if not mains or root is None:
        return
    kinds = {_kind(parts[i]) for i in mains}
    holders = {parent.order for i in mains if (parent := parts[i].element.parent) is not None}
    for i, part in enumerate(parts):
        if part.taken or part.label is not Label.FURNITURE or part.signs & (ASIDE | Sign.CAPTION):
            continue
        within = mains[0] < i < mains[-1]
        if part.element.name in HEADINGS:
            if within and part.density < 0.5 and root in up(part.element) and not _points(part):
                part.label = Label.HEADING
        elif part.element.name in ("p", "div") and _kind(part) in kinds and (within or part.element.attributes.get("class")):
            part.label = _paragraph(part, within)
        elif part.density < 0.3 and _holder(part) in holders and (within or parts[i - 1].label in _RUNNING):
            part.label = Label.FURNITURE if _points(part) else by_element(part)


_RUNNING = (Label.MAIN, Label.LIST, Label.TABLE)
_SETS = frozenset({"ul", "ol", "dl", "table", "blockquote"})


def _holder(part: Part) -> int:
    """The order of the element that holds the list, table or quotation in which the block stands; -1 where it is in none."""
    outer = next((node for node in up(part.element)[:6] if node.name in _SETS), None)
    return outer.parent.order if outer is not None and outer.parent is not None else -1


def _points(part: Part) -> bool:
    """Whether the first words are those of a pointer elsewhere."""
    return any(each.match(part.words) for each in (signs.SUBSCRIBE, signs.READ_MORE, signs.OTHERS))


def _paragraph(part: Part, within: bool) -> Label:
    if signs.CREDITED.fullmatch(part.words):
        return Label.CAPTION
    sentence = len(part.words) >= 40 and signs.SENTENCE.match(part.words)
    if not sentence and not (within and part.density < 0.5 and part.element.name == "p"):
        return Label.FURNITURE
    return Label.FURNITURE if _points(part) else Label.MAIN


def _kind(part: Part) -> tuple[str, str, str]:
    """Paragraphs of one kind have the same name and class, in parents of the same class."""
    parent = part.element.parent
    around = parent.attributes.get("class") or str(parent.order) if parent is not None else ""
    return part.element.name, part.element.attributes.get("class", ""), around


def trim(parts: list[Part]) -> None:
    """Takes off what hangs after the article: most of a page's prose is paragraphs of one kind, and what stands after
    the last of them and outside of their parents is the article's only if it is much prose."""
    sums: dict[tuple[str, str, str], int] = {}
    for part in parts:
        if part.label in (Label.MAIN, Label.LIVE_POST):
            sums[_kind(part)] = sums.get(_kind(part), 0) + len(part.words)
    if not sums:
        return
    chief = max(sums, key=lambda kind: sums[kind])
    _announced(parts, chief)
    if sums[chief] < 0.5 * sum(sums.values()):
        return
    own = [i for i, part in enumerate(parts) if part.label is Label.MAIN and _kind(part) == chief]
    if not own:
        return
    parents = {parent.order for i in own if (parent := parts[i].element.parent) is not None}
    tail = [part for part in parts[own[-1] + 1 :] if part.label in ARTICLE and not _inside(part, parents)]
    prose = sum(len(part.words) for part in tail if len(part.words) > 150 and part.density < 0.2)
    if prose < 0.15 * sums[chief]:
        for part in tail:
            part.label = Label.FURNITURE
    _edges(parts)


def _inside(part: Part, parents: set[int]) -> bool:
    return any(node.order in parents for node in up(part.element))


def _announced(parts: list[Part], chief: tuple[str, str, str]) -> None:
    """What follows a heading that announces other pages, up to the next paragraph of the article's kind."""
    announced = False
    for part in parts:
        if part.label not in ARTICLE or part.label is Label.HEADLINE:
            continue
        if part.label is Label.HEADING and signs.OTHERS.match(part.words):
            announced = True
        elif _kind(part) == chief:
            announced = False
        if announced:
            part.label = Label.RELATED


def _edges(parts: list[Part]) -> None:
    """Scraps before the first sentence and after the last one: a place, a date, initials, what an author is."""
    mains = [part for part in parts if part.label is Label.MAIN]
    whole = [i for i, part in enumerate(mains) if len(part.words) > 60 or signs.SENTENCE.match(part.words)]
    if not whole:
        return
    for part in mains[: whole[0]]:
        if len(part.words) < 45:
            part.label = Label.DATELINE
    for part in mains[whole[-1] + 1 :]:
        if len(part.words) < 45 and signs.SIGNATURE.fullmatch(part.words):
            part.label = Label.BYLINE
    for part in mains[-2:]:
        if len(part.words) < 400 and len(mains) > 4 and signs.BLURB.match(part.words):
            part.label = Label.FURNITURE
