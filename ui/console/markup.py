"""HTML for the console's panes: every text is escaped here, and nowhere else is a tag put around one."""

from collections.abc import Iterable, Sequence
from html import escape

from assistant.wording import VALIDITY

Span = tuple[int, int]


def text(written: object) -> str:
    """A text as HTML."""
    return escape(str(written), quote=True)


def marked(written: str, spans: Iterable[Sequence[int]]) -> str:
    """A text as HTML with parts of it, [start, end), highlighted; overlapping ones are one."""
    parts: list[str] = []
    at = 0
    for start, end in sorted((max(0, span[0]), min(len(written), span[1])) for span in spans):
        start = max(at, start)
        if start >= end:
            continue
        parts += [text(written[at:start]), f"<mark>{text(written[start:end])}</mark>"]
        at = end
    return "".join([*parts, text(written[at:])])


def element(tag: str, inner: str, class_name: str = "", **attributes: object) -> str:
    """An element around HTML; `attributes`: data_hit=3 becomes data-hit="3"."""
    given = {"class": class_name, **{name.replace("_", "-"): value for name, value in attributes.items()}}
    written = "".join(f' {name}="{text(value)}"' for name, value in given.items() if value not in ("", None))
    return f"<{tag}{written}>{inner}</{tag}>"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], class_name: str = "") -> str:
    """A table of cells that are HTML already; the first cell of a row is its head."""
    top = "".join(element("th", cell, scope="col") for cell in head)
    body = "".join(
        element(
            "tr",
            element("th", row[0], scope="row") + "".join(element("td", cell) for cell in row[1:]),
        )
        for row in rows
    )
    return element("table", f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody>", class_name)


def validity_badge(validity: str) -> str:
    """Where a policy stands, as a small label."""
    return element("span", text(VALIDITY[validity]), f"badge {validity}")


def notice(written: str) -> str:
    """A line where there is nothing else to show."""
    return element("p", text(written), "notice")
