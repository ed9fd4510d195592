"""What a page says about itself outside of its text: JSON-LD, meta elements, microdata, its URL, its times.

Every candidate for a date is kept, each with the place that it comes from; `published.settle` weighs them.
"""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from ..model import Field
from .base import Input, Said
from .blocks import Laid
from .calendar import day_of, iso
from .dom import Element
from .published import AFTER_CAPTURE

_ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle ReviewNewsArticle "
    "AskPublicNewsArticle LiveBlogPosting BlogPosting Report SocialMediaPosting ScholarlyArticle TechArticle "
    "SatiricalArticle AdvertiserContentArticle".split()
)
"""Types of schema.org whose datePublished is an article's own (an image or a video has one too)."""
_PUBLISHED = ("article:published_time", "og:article:published_time", "og:published_time")
_DATE_METAS = frozenset(
    "article.published article_date_original citation_publication_date created cxenseparse:recs:publishtime date "
    "datepublished dc.created dc.date dc.date.issued dcterms.created dcterms.date dcterms.issued displaydate "
    "originalpublicationdate parsely-pub-date pubdate publication_date publish-date publish_date publishdate "
    "rnews:datepublished sailthru.date".split()
)
_URL_DATE = re.compile(r"(?<!\d)((?:19|20|21)\d\d)([/_\-.]?)([01]\d)\2([0-3]\d)(?!\d)")
_WRAPPING = re.compile(r"\A\s*(?:/\*.*?\*/|<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)?|(?:-->|//\s*\]\]>|\]\]>)?[\s;]*\Z", re.DOTALL)


@dataclass(slots=True)
class Metadata:
    """What was found. `titles` are what the article is called, the best first, `summaries` how it is summed up; `live` is
    true for a LiveBlogPosting."""

    titles: list[str] = field(default_factory=list)
    summaries: list[str] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    live: bool = False


def metadata(laid: Laid, item: Input) -> Metadata:
    """All that a page's unseen parts say of its title, outlet, byline and date."""
    found = Metadata()
    metas = _metas(laid.elements)
    canonical = item.url or metas.get("og:url", "") or _canonical(laid.elements)
    articles = _articles(laid, canonical)
    if articles:
        _from_article(found, articles[0])
        found.live = any("LiveBlogPosting" in _types(each) for each in articles)
    _from_metas(found, metas)
    for element in laid.elements:
        names = element.attributes.get("itemprop", "").lower().split()
        if "datepublished" in names:
            _date(found, element.attributes.get("content") or element.attributes.get("datetime", ""), "itemprop")
    if match := _URL_DATE.search(canonical):
        _date(found, f"{match[1]}-{match[3]}-{match[4]}", "url")
    found.titles += [words.strip() for element, words in laid.raw if element.name == "title" and not _in_svg(element)][:1]
    return found


def _in_svg(element: Element) -> bool:
    return element.parent is not None and element.parent.name not in ("head", "html", "body", "")


def _date(found: Metadata, value: str, basis: str) -> None:
    if day := iso(value):
        found.said.append((Field.PUBLISHED, day, basis, None))


def bounded(said: Iterable[Said], at: datetime | None) -> Iterator[Said]:
    """The same, with every date marked that lies more than a day (zones) after the page was fetched, at `at`."""
    for about, value, basis, span in said:
        day = day_of(value) if about is Field.PUBLISHED and at is not None else None
        late = day is not None and at is not None and day > at.date() + timedelta(days=1)
        yield about, value, basis + AFTER_CAPTURE if late else basis, span


def _metas(elements: Iterable[Element]) -> dict[str, str]:
    """Content of meta elements by property or name, in lower case; the first of each."""
    found: dict[str, str] = {}
    for element in elements:
        if element.name == "meta":
            content = element.attributes.get("content", "").strip()
            for key in ("property", "name"):
                name = element.attributes.get(key, "").strip().lower()
                if name and content:
                    found.setdefault(name, content)
    return found


def _canonical(elements: Iterable[Element]) -> str:
    for element in elements:
        if element.name == "link" and element.attributes.get("rel", "").lower() == "canonical":
            return element.attributes.get("href", "")
    return ""


def _from_metas(found: Metadata, metas: dict[str, str]) -> None:
    for name in ("og:title", "twitter:title"):
        if name in metas:
            found.titles.append(metas[name])
            found.said.append((Field.HEADLINE, metas[name], f"meta:{name}", None))
    found.summaries += [metas[name] for name in ("og:description", "description", "twitter:description") if name in metas]
    if "og:site_name" in metas:
        found.said.append((Field.OUTLET, metas["og:site_name"], "meta:og:site_name", None))
    for name in ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator"):
        if name in metas and "://" not in metas[name]:
            found.said.append((Field.BYLINE, metas[name], f"meta:{name}", None))
    for name in _PUBLISHED:
        if name in metas:
            _date(found, metas[name], "meta:article:published_time")
    for name in sorted(_DATE_METAS & metas.keys()):
        _date(found, metas[name], f"meta:{name}")


# --- JSON-LD -------------------------------------------------------------------------------------------


def _articles(laid: Laid, canonical: str) -> list[dict[str, Any]]:
    """The articles of a page's JSON-LD: first the one with the page's own URL, else in the order of the page."""
    found: list[dict[str, Any]] = []
    for element, words in laid.raw:
        if element.name == "script" and "ld+json" in element.attributes.get("type", "").lower():
            found += [each for each in _walk(_json(words)) if _types(each) & _ARTICLES]
    own = [each for each in found if canonical and _same_page(each, canonical)]
    return own + [each for each in found if each not in own]


def _json(words: str) -> Any:
    for form in (words, _WRAPPING.sub("", words)):
        try:
            return json.loads(form, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _walk(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a JSON value, the outer before the inner."""
    queue = deque([value])
    while queue:
        each = queue.popleft()
        if isinstance(each, dict):
            yield each
            queue += [inner for inner in each.values() if isinstance(inner, dict | list)]
        elif isinstance(each, list):
            queue += [inner for inner in each if isinstance(inner, dict | list)]


def _types(value: dict[str, Any]) -> frozenset[str]:
    stated = value.get("@type")
    names = stated if isinstance(stated, list) else [stated]
    return frozenset(str(name).rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in names if name)


def _same_page(article: dict[str, Any], canonical: str) -> bool:
    entity = article.get("mainEntityOfPage")
    stated = [article.get("url"), article.get("@id"), entity.get("@id") if isinstance(entity, dict) else entity]
    return any(isinstance(each, str) and _bare(each) == _bare(canonical) for each in stated)


def _bare(url: str) -> str:
    return url.split("#")[0].split("?")[0].rstrip("/").removeprefix("https://").removeprefix("http://").removeprefix("www.")


def _from_article(found: Metadata, article: dict[str, Any]) -> None:
    for key in ("headline", "name"):
        if isinstance(words := article.get(key), str) and words.strip():
            found.titles.append(words)
            found.said.append((Field.HEADLINE, " ".join(words.split()), "json-ld", None))
            break
    if isinstance(words := article.get("description"), str):
        found.summaries.append(words)
    if names := _names(article.get("publisher")):
        found.said.append((Field.OUTLET, names[0], "json-ld", None))
    if names := _names(article.get("author")):
        found.said.append((Field.BYLINE, ", ".join(names), "json-ld", None))
    if isinstance(value := article.get("datePublished"), str):
        _date(found, value, "json-ld")


def _names(value: Any) -> list[str]:
    """The names of persons or organisations, however they are given."""
    if isinstance(value, str):
        return [] if "://" in value or not value.strip() else [" ".join(value.split())]
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return list(dict.fromkeys(name for each in value for name in _names(each)))
    return []
