"""The article of a page: what is left without navigation and the page's frame.

A part of the frame has a name that says so (class="share"), or is little else than links. The article is the
innermost part that holds nearly all of the prose, with a title above it and annexes below it.
"""

import re
from collections.abc import Iterator

from assistant.documents.html_record import is_record, kept_of
from assistant.documents.html_tree import Part
from assistant.documents.labels import Rank, read_label

# Parts of names that web offices give to what surrounds an article.
_FRAME = re.compile(
    r"(?:^|[-_\s\d])(?:nav\w*|top|bottom|menu\w*|sidebar|side|aside|foot|footer|header|banner|logo|crumbs?|breadcrumbs?"
    r"|position|location|share\w*|bdshare\w*|social|related|recommend|hot|qr\w*|ewm|erweima|copyright|toolbar"
    r"|tools?|pager|pagination|comments?|search|login|links?|friend\w*|ads?|print|prev|next|sitemap)"
    r"(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r".{4,80}(?:通知|意见|办法|方案|细则|规定|计划|公告|通告|规程|措施|条例|函|批复|决定)(?:[（(][^（()）]*[）)])?"
)
_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,12}[〔\[](?:19|20)\d\d[〕\]]\d+号")
_DAY_OF_ISSUE = re.compile(r"成文日期：[\d年月日./-]+")
_INLINE = ("a", "span", "b", "strong", "em", "i", "u", "font", "br", "sup", "sub")
_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "h5", "h6")
_BESIDE = ("table", "ol", "ul")
_LINKED = 0.6  # a part of which so much is in links is navigation …
_FEWEST_LINKS = 3
_MAIN = 0.5  # … but what holds so much of a page's prose is never its frame
_ARTICLE = 0.9  # what holds so much of it is the article
_OPENING = 600  # characters of the article in which its title would stand
_SHORTEST_TITLE = 8


def find_article(title: str, body: Part) -> list[Part]:
    """The parts that make the article, in order; `title` is what the page calls itself."""
    _drop_frame(body, body.prose)
    article = body
    above: list[Part] = []
    below: list[Part] = []
    while inner := _main_part(article):
        siblings = list(article.parts())
        at = siblings.index(inner)
        above += siblings[:at]
        below = siblings[at + 1 :] + below
        article = inner
    opening = article.text()[:_OPENING]
    titles = [part for other in above for part in _titles(other, title) if part.text() not in opening]
    return [*titles, article, *filter(_is_annex, below)]


def is_layout(table: Part) -> bool:
    """Whether a table only places things: others within it, one column, or one cell that is the whole."""
    cells = [cell for row in rows_of(table) for cell in row]
    widest = max((len(row) for row in rows_of(table)), default=0)
    largest = max((cell.prose for cell in cells), default=0)
    return (
        widest < 2
        or any(_has(cell, ("table",)) for cell in cells)
        or (largest > 20 and largest > 0.7 * table.prose)
    )


def rows_of(table: Part) -> list[list[Part]]:
    """The cells of a table, row by row."""
    found: list[list[Part]] = []
    for part in table.parts():
        if part.tag == "tr":
            found.append([cell for cell in part.parts() if cell.tag in ("td", "th")])
        elif part.tag in ("thead", "tbody", "tfoot"):
            found += rows_of(part)
    return found


def _drop_frame(part: Part, all_prose: int) -> None:
    """Take the parts of the frame out of an element, innermost last."""
    kept: list[Part | str] = []
    for child in part.children:
        if isinstance(child, Part) and is_record(child):
            kept += kept_of(child)
        elif isinstance(child, str) or not _is_frame(child, all_prose):
            kept.append(child)
    part.children = kept
    for child in part.parts():
        _drop_frame(child, all_prose)
    part.measure()


def _is_frame(part: Part, all_prose: int) -> bool:
    if part.prose > _MAIN * all_prose or part.tag in ("p", "li", *_INLINE):
        return False
    names = f"{part.attributes.get('class', '')} {part.attributes.get('id', '')}"
    if part.tag == "header" or _FRAME.search(names):
        return not _has(part, ("h1", "h2"))
    mostly_links = part.links >= _FEWEST_LINKS and part.linked > _LINKED * part.length
    return mostly_links and "附件" not in part.text()


def _has(part: Part, tags: tuple[str, ...]) -> bool:
    """Whether an element of such a kind stands anywhere in a part."""
    return any(child.tag in tags or _has(child, tags) for child in part.parts())


def _main_part(part: Part) -> Part | None:
    """The one part that holds the prose of an element, unless that is a table of data or a numbered list.

    A single paragraph is not taken out from beside tables and lists: they are what it speaks of.
    """
    main = max(part.parts(), key=lambda child: child.prose, default=None)
    if main is None or not part.prose or main.prose < _ARTICLE * part.prose or main.tag == "ol":
        return None
    others = [child for child in part.parts() if child is not main]
    if main.tag in _PARAGRAPHS and any(child.tag in _BESIDE or _has(child, _BESIDE) for child in others):
        return None
    if main.tag in _INLINE and not _has(main, ("p", "div", "table", "br")):
        return None  # words of a line
    return None if main.tag == "table" and not is_layout(main) else main


def _titles(part: Part, page_title: str) -> Iterator[Part]:
    """The titles of a document, its number and day of issue, within what stands above the article."""
    words = part.text()
    named = len(words) >= _SHORTEST_TITLE and words in page_title
    forms = (_TITLE, _DOCUMENT_NUMBER, _DAY_OF_ISSUE)
    if words and (named or part.tag == "h1" or any(form.fullmatch(words) for form in forms)):
        yield part
        return
    for child in part.parts():
        yield from _titles(child, page_title)


def _is_annex(part: Part) -> bool:
    words = part.text()[:80]
    label = read_label(words)
    return bool(label and label.rank is Rank.ANNEX) or words.startswith("附件")
