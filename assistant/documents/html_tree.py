"""A page of HTML as a tree of what can be seen on it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from assistant.documents.faults import Fault

DEEPEST = 400  # elements within elements
MOST_PARTS = 400_000
_DEEPEST_MARKUP = 2_000  # tags that are not closed: the parser's time grows with their square
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Elements that have no end, or need not write it.
_UNCLOSED = frozenset(
    re.findall(
        r"\w+",
        "area base br col embed hr img input link meta param source track wbr"
        " p li td th tr tbody thead tfoot dt dd option optgroup colgroup html body head",
    )
)

_UNSEEN = frozenset(
    re.findall(
        r"\w+",
        "script style noscript template head title meta link nav footer aside button select input textarea "
        "option iframe object embed svg canvas video audio map dialog menu",
    )
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDING_RULE = re.compile(
    r"([^{}]+)\{[^{}]*(?:display\s*:\s*none|visibility\s*:\s*hidden)[^{}]*\}", re.IGNORECASE
)
_SIMPLE_SELECTOR = re.compile(r"[\w-]*(?:[.#][\w-]+)")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MONSTER = Fault("网页的结构过深或者过大", "请只保存正文部分，或者另存为 .txt")
_MARKS = re.compile("[，。；：、]")
_MAIN = 0.5  # what holds so much of a page's text is never taken for hidden: a script may show it


@dataclass(eq=False)
class Part:
    """An element: what stands in it, and how much of it is text, is in links, is prose."""

    tag: str
    attributes: dict[str, str]
    children: list["Part | str"] = field(default_factory=list)
    length: int = 0  # characters, white space aside
    linked: int = 0  # of them in links
    links: int = 0
    prose: int = 0  # marks of sentences outside links

    def parts(self) -> Iterator["Part"]:
        """The elements directly in it."""
        return (child for child in self.children if isinstance(child, Part))

    def text(self) -> str:
        """All its words, without white space."""
        words = (child if isinstance(child, str) else child.text() for child in self.children)
        return "".join("".join(words).split())

    def measure(self) -> None:
        """Count anew from what its children count."""
        self.length = self.linked = self.links = self.prose = 0
        for child in self.children:
            if isinstance(child, str):
                self.length += len("".join(child.split()))
                self.prose += len(_MARKS.findall(child))
            else:
                self.length += child.length
                self.linked += child.linked
                self.links += child.links
                self.prose += child.prose
        if self.tag == "a":
            self.linked, self.links, self.prose = self.length, 1, 0


def parse(markup: str) -> tuple[str, Part]:
    """The words of a page's <title>, and its body without what is not seen. Raises Fault for a monster."""
    _check_depth(markup)

    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(markup)
    title = tree.css_first("title")
    words = "".join(title.text().split()) if title else ""
    if tree.body is None:
        return words, Part("body", {})
    return words, _Builder(tree).build(tree.body, 0)


def _check_depth(markup: str) -> None:
    depth = 0
    for tag in _TAG.finditer(markup):
        if tag[2].lower() not in _UNCLOSED:
            depth = max(depth - 1, 0) if tag[1] else depth + 1
        if depth > _DEEPEST_MARKUP:
            raise _MONSTER


class _Builder:
    def __init__(self, tree: Any) -> None:
        self._hiding = {
            selector.strip().lower()
            for style in tree.css("style")
            for selectors in _HIDING_RULE.findall(_CSS_COMMENT.sub("", style.text() or ""))
            for selector in selectors.split(",")
            if _SIMPLE_SELECTOR.fullmatch(selector.strip())
        }
        self._all = len(tree.body.text())
        self._count = 0

    def build(self, node: Any, depth: int) -> Part:
        """An element and all that is seen in it."""
        self._count += 1
        if depth > DEEPEST or self._count > MOST_PARTS:
            raise _MONSTER
        part = Part(node.tag or "", {key: value or "" for key, value in node.attributes.items()})
        child = node.child
        while child is not None:
            if child.tag == "-text":
                part.children.append(child.text(deep=False) or "")
            elif not child.tag.startswith(("-", "_", "!")) and not self._is_hidden(child):
                part.children.append(self.build(child, depth + 1))
            child = child.next
        part.measure()
        return part

    def _is_hidden(self, node: Any) -> bool:
        if node.tag in _UNSEEN:
            return True
        attributes = node.attributes
        names = {f".{name}" for name in (attributes.get("class") or "").lower().split()}
        if identifier := attributes.get("id"):
            names.add(f"#{identifier.lower()}")
        hidden = (
            "hidden" in attributes
            or attributes.get("aria-hidden") == "true"
            or bool(_HIDDEN_STYLE.search(attributes.get("style") or ""))
            or not self._hiding.isdisjoint(names | {f"{node.tag}{name}" for name in names})
        )
        return hidden and len(node.text()) < _MAIN * self._all
