"""What the names of elements and the first words of a block tell about it: word lists for labels.

Class names are English on most of the world's pages, whatever their language. The words are those of templates and
navigation, and no outlet's own.
"""

import re
from enum import Flag, auto

from .dom import Element


class Sign(Flag):
    """What an element, or one that it stands in, says of itself."""

    NONE = 0
    RELATED = auto()
    FURNITURE = auto()
    CAPTION = auto()
    BYLINE = auto()
    DATE = auto()
    LEAD = auto()
    QUOTE = auto()
    POST = auto()
    ARTICLE = auto()
    FIGURE = auto()
    MASTHEAD = auto()


def _names(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s_\-])(?:{words})(?=$|[\s_\-\d])")


_CLASSES = (
    (
        Sign.RELATED,
        _names(
            "related|relacionad[oa]s?|recommend(?:ed|ations?)?|readmore|read-?more|also-?read|more-?(?:news|stories|from|on|in|articles)|"
            "trending|most-?(?:read|popular|viewed|recent)|popular|teasers?(?![-_]+(?:image|img|media|text|content))|outbrain|taboola|sidebar|next-?article|"
            "see-?also|latest|you-?may|suggested|similar|linkbox|link-?list|further|dossier"
        ),
    ),
    (
        Sign.FURNITURE,
        _names(
            "nav|navigation|navbar|menu|breadcrumbs?|footer|share|sharing|sharebar|social|socials|newsletters?|subscribe|"
            "subscription|signup|sign-?up|cookies?|consent|ads?|advert(?:s|isement|isements|ising)?|sponsor(?:ed)?|"
            "tags?|tag-?list|taglist|keywords|topics?|toolbar|tools|comments?|commentbox|disqus|login|copyright|"
            "author-?(?:bio|box|info|card|description|profile)|authorbox|bio|about-?(?:the-)?author|donate|donation|promo|banner|"
            "rating|feedback|follow|app-?promo|skip-?link|visually-?hidden|sr-?only|screen-?reader(?:-text)?|"
            "audio-?player|video-?player|pagination|pager|disclaimer|correction-?form"
        ),
    ),
    (
        Sign.CAPTION,
        _names(
            "(?:wp-|image-?|img-?|photo-?|media-?|figure-?|picture-?|video-?|article-?)?(?:caption|captions|figcaption|legend|"
            "bildunterschrift|bildtext)(?:-?text)?|cutline|(?:image|photo|img|media|picture)-*(?:credits?|description|copyright|source|"
            "author|info|byline)|credits?|pie-de-foto|caption__\\w+|didascalia"
        ),
    ),
    (
        Sign.BYLINE,
        _names("byline\\w*|by-line|authors?|author-?names?|article-?author|writer|autor(?:es|en)?|auteurs?|contributors?"),
    ),
    (
        Sign.DATE,
        _names(
            "date|dates|dateline|time|timestamp|datetime|published|pub-?date|publish(?:ed)?-?(?:date|time|on)|updated|datum|fecha"
        ),
    ),
    (
        Sign.LEAD,
        _names(
            "standfirst|lead|lede|lead-?text|summary|dek|deck|sub-?title|sub-?head(?:line|ing)?|intro|introduction|excerpt|teaser-?text|"
            "abstract|chapo|sapo|vorspann|perex|anriss|kicker-?text|article-?(?:summary|intro|lead|description|excerpt)|ingress"
        ),
    ),
    (Sign.QUOTE, _names("quote|blockquote|pull-?quote")),
    (
        Sign.POST,
        _names(
            "(?:live-?blog|live|ticker|timeline|blog)[_\\-]*(?:post|entry|update|item|event|posts|block)|live-?update|key-?event|"
            "post-?block|update-?item"
        ),
    ),
    (
        Sign.ARTICLE,
        _names("article-?(?:body|text|content)|entry-?content|post-?content|story-?(?:body|content|text)|articlebody|body-?text"),
    ),
    (
        Sign.MASTHEAD,
        _names(
            "masthead|top-?bar|topbar|site-?header|header-?(?:top|bar|date)|page-?header|today|current-?date|today-?date|date-?today"
        ),
    ),
)
_TAGS = {
    "nav": Sign.FURNITURE,
    "footer": Sign.FURNITURE,
    "form": Sign.FURNITURE,
    "button": Sign.FURNITURE,
    "aside": Sign.RELATED,
    "figcaption": Sign.CAPTION,
    "figure": Sign.FIGURE,
    "picture": Sign.FIGURE,
    "blockquote": Sign.QUOTE,
    "time": Sign.DATE,
    "article": Sign.ARTICLE,
    "main": Sign.ARTICLE,
}
_ROLES = {
    "navigation": Sign.FURNITURE,
    "contentinfo": Sign.FURNITURE,
    "banner": Sign.MASTHEAD,
    "search": Sign.FURNITURE,
    "complementary": Sign.RELATED,
    "main": Sign.ARTICLE,
}
_PROPERTIES = {
    "articlebody": Sign.ARTICLE,
    "author": Sign.BYLINE,
    "caption": Sign.CAPTION,
    "datepublished": Sign.DATE,
    "datemodified": Sign.DATE,
    "description": Sign.LEAD,
}


def own_signs(element: Element) -> Sign:
    """What the element says of itself: name, role, itemprop, rel, class and id."""
    found = _TAGS.get(element.name, Sign.NONE)
    attributes = element.attributes
    if not attributes:
        return found
    found |= _ROLES.get(attributes.get("role", ""), Sign.NONE)
    for each in attributes.get("itemprop", "").lower().split():
        found |= _PROPERTIES.get(each, Sign.NONE)
    if attributes.get("rel", "") == "author":
        found |= Sign.BYLINE
    words = element.words()
    if len(words) > 1:
        for sign, names in _CLASSES:
            if names.search(words):
                found |= sign
    return found


_START = r"[^\w\"“”'‘’«»„]*"
"""Marks that may stand first; none of quotation: what is quoted was said by somebody."""

READ_MORE = re.compile(
    _START + r"(?:read (?:more|also|next|full|the full)|also read|see also|more (?:on|from|about|in) (?:this|the|our)|"
    r"related(?: articles?| stor(?:y|ies)|:)|"
    r"recommended|don['’]t miss|must[- ]read|watch(?: also| now)?:|click here|continue reading|further reading|keep reading|"
    r"lesen sie (?:auch|mehr|hier)|mehr zum thema|lire aussi|à lire|lee (?:también|además)|le(?:er|a) (?:más|también)|"
    r"leggi anche|leia (?:também|mais)|lees ook|læs også|les også|läs (?:också|mer)|czytaj (?:też|także|więcej)|"
    r"čtěte (?:také|více))\b",
    re.IGNORECASE,
)
"""First words of a pointer to another page."""
SUBSCRIBE = re.compile(
    _START + r"(?:subscribe|sign up|sign in|log ?in(?: |$)|register (?:now|here|for|to)|follow us|join (?:us|our)|"
    r"get (?:the|our|more) .{0,40}(?:newsletter|inbox|app)|"
    r"download (?:the|our)|support (?:us|our)|become a (?:member|subscriber)|advertisement|anzeige|publicidad|publicité|"
    r"sponsored|share (?:this|on|via)|share$|print(?: this)?$|copy link|comments?(?: \(\d+\))?$|all rights reserved|©|copyright|"
    r"get in touch|got a (?:story|tip|question)|have (?:you got |a )?(?:story|tip)|do you have a (?:story|tip|question)|"
    r"for more (?:stories|news|information)|"
    r"email:|contact us|let us know|(?:you can )?follow .{0,60}(?:on|@)|our community members|was this article|how did you like|"
    r"this (?:article|story|content) (?:was|is|has been) (?:originally |first )?(?:published|subscriber)|"
    r"loading(?:\.|…|$)|newsletter|この記事は(?:会員|有料)|続きを読む|会員登録|関連キーワード|カテゴリーを|"
    r"empfohlener redaktioneller inhalt|an dieser stelle finden sie|(?:wie )?hat ihnen dieser|"
    r"link zum \S+-inhalt|folgst du|ich bin damit einverstanden)",
    re.IGNORECASE,
)
"""First words of a page's own business."""
CREDIT = re.compile(
    r"\W*(?:(?:photo(?:graph|s)?|image|picture|pic|foto|photo credit|image credit|credit|bild|fotografía|crédit|credits|"
    r"illustration|graphic)s?(?: (?:by|courtesy|credit))?\s*[:/|©]\s?|©\s).{2,80}|.{2,60}\((?:photo|file|foto|image)[^)]*\)|"
    r".{2,40}/(?:getty(?: images)?|afp|ap|reuters|epa|dpa|shutterstock|imago)\b.{0,30}",
    re.IGNORECASE,
)
"""A photographer's or agency's name under an image, and nothing else."""
BY = re.compile(
    r"(?:by|von|por|par|door|af|av|di|od|text:|words by|reported by|written by|autor(?:in)?:?|author:?)\s+"
    r"[^\W\d_a-z][^.;!?]{1,100}",
    re.IGNORECASE,
)
BLURB = re.compile(
    r"(?:[^\W\d_a-z][\w’'.\-]+ ){1,4}is (?:an? |the )?(?:[\w\-]+ ){0,6}(?:reporter|correspondent|editor|journalist|"
    r"writer|columnist|fellow|professor|contributor|author|freelance|producer|photographer)\b",
)
"""What an outlet says of its author."""
SENTENCE = re.compile(r".*[.!?…:。！？।][\"'”’»)\]]*\Z", re.DOTALL)
"""Words that end as a sentence does."""
REPORTING = re.compile(
    r"\W*(?:(?:additional )?(?:reporting|writing|editing|with (?:reports?|reporting|files|additional reporting)) (?:by|from) |"
    r"\(?(?:reporting|writing|editing) by )",
    re.IGNORECASE,
)
"""Who did the work, at the foot of an agency's report."""
DATED = re.compile(r"(?<!\d)(?:(?:19|20|21)\d\d|\d{1,2}[:.h]\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?!\d)")
CREDITED = re.compile(r".{20,}\((?:(?:file )?(?:photo|image|picture)s?(?: by|:)[^()]*|[A-Z][^()]*/[^()]*[A-Z][^()]*)\)\.?")
"""A description that ends with the name of a photographer and an agency."""
OTHERS = re.compile(
    r"\W*(?:more (?:from|on|in|stories|news|to (?:read|explore))|most (?:read|popular|viewed)|popular|trending|latest|"
    r"recommended|related|top stories|other news|editor['’]s picks?|you (?:may|might) (?:also )?(?:like|be interested)|"
    r"read (?:more|next|also)|up next|don['’]t miss|what to read|comments?\b|ähnliche|mehr (?:zum|aus|von)|auch interessant|"
    r"lesen sie|à lire|lire aussi|sur le même|te puede interesar|más (?:noticias|información)|lo más|leggi anche|"
    r"potrebbe interessarti|você pode|"
    r"leia (?:também|mais)|les også|przeczytaj|czytaj|関連|おすすめ|ランキング)",
    re.IGNORECASE,
)
"""A heading over pointers to other pages."""
SIGNATURE = re.compile(r"[(–—\-\s]*(?:[^\W\d_a-z][\w.’'\-]*[\s/,|&)]*){1,6}|\(\w{2,6}(?:/\w{2,6})*\)")
"""Names and nothing else, or an author's initials in brackets."""
