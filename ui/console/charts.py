"""What is asked and what is not found, counted by topic and by place."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ui.console.markup import element, notice, text
from ui.console.records import Record
from ui.console.wording import UNKNOWN

MOST_BARS = 10


@dataclass(frozen=True)
class Bar:
    """How often something was asked, and how often nothing was found."""

    name: str
    asked: int
    not_found: int


def bars(asked: Iterable[tuple[str, bool]]) -> tuple[Bar, ...]:
    """Counts by name, the most asked first; each entry says whether something was found."""
    entries = [(name or UNKNOWN, found) for name, found in asked]
    total = Counter(name for name, _ in entries)
    missed = Counter(name for name, found in entries if not found)
    ranked = sorted(total, key=lambda name: (-total[name], name))[:MOST_BARS]
    return tuple(Bar(name, total[name], missed[name]) for name in ranked)


def charts(records: Iterable[Record]) -> str:
    """Two bar charts as HTML, by topic and by place; plain tables to who cannot see the bars."""
    held = list(records)
    if not held:
        return notice("这段时间还没有记录。")
    found = [record.outcome in ("answered", "needs_facts") for record in held]
    by_topic = bars((record.topic, ok) for record, ok in zip(held, found, strict=True))
    by_place = bars((record.place, ok) for record, ok in zip(held, found, strict=True))
    return element("div", _chart("问得最多的事项", by_topic) + _chart("按地区", by_place), "charts")


def _chart(title: str, counted: tuple[Bar, ...]) -> str:
    most = max(bar.asked for bar in counted)
    rows = "".join(_bar(bar, most) for bar in counted)
    head = '<thead><tr><th scope="col">名称</th><th scope="col">次数</th></tr></thead>'
    return f"<table class=chart><caption>{text(title)}</caption>{head}<tbody>{rows}</tbody></table>"


def _bar(bar: Bar, most: int) -> str:
    found = bar.asked - bar.not_found
    drawn = "".join(
        element("span", "", kind, style=f"width:{100 * count / most:.1f}%", aria_hidden="true")
        for kind, count in (("found", found), ("missed", bar.not_found))
        if count
    )
    missed = f"，没有找到 {bar.not_found}" if bar.not_found else ""
    words = element("span", f"{bar.asked}{missed}", "count")
    return f"<tr><th scope=row>{text(bar.name)}</th><td><div class=bar>{drawn}{words}</div></td></tr>"
