"""Records: who asked what when, the review list, charts, and a file for a spreadsheet."""

from datetime import timedelta
from typing import Any

import gradio as gr

from assistant.clock import now
from ui.console.charts import charts
from ui.console.events import bind, pane
from ui.console.export import CHINA
from ui.console.markup import element, notice, table, text
from ui.console.records import Record, RecordStore
from ui.console.wording import OUTCOME

_PERIODS = [("今天", 1), ("近 7 天", 7), ("近 30 天", 30)]
_SHOWN = 50


def add_records(tab: gr.Tab, records: RecordStore) -> None:
    """The tab; it is filled anew whenever it is opened."""
    with gr.Row(elem_id="records-filter"):
        days = gr.Radio(_PERIODS, value=7, label="时间", elem_id="records-days")
        whose = gr.Radio([("全部坐席", "all"), ("只看我的", "mine")], value="all", label="坐席")
    review = pane("", "review", clicks="settle")
    shown = pane("", "records")

    def show(days: int, whose: str, request: gr.Request) -> tuple[str, str]:
        officer = str(request.username) if whose == "mine" else None
        held = records.recent(since=now() - timedelta(days=days), officer=officer, limit=10_000)
        return review_pane(records.to_review()), records_pane(held, days)

    def settle(days: int, whose: str, event: gr.EventData, request: gr.Request) -> tuple[str, str]:
        records.settle(int(event.settle), str(request.username))
        return show(days, whose, request)

    given: list[Any] = [days, whose]
    for event in (tab.select, days.change, whose.change):
        bind(event, show, given, [review, shown])
    bind(review.select, settle, given, [review, shown])


def review_pane(doubted: list[Record]) -> str:
    """The doubted answers that wait for a review."""
    if not doubted:
        return ""
    items = "".join(_doubt(record) for record in doubted)
    return f'<section class="review"><h2>待复核（{len(doubted)}）</h2><ul>{items}</ul></section>'


def _doubt(record: Record) -> str:
    note = f'<p class="note">疑问：{text(record.note)}</p>' if record.note else ""
    return (
        f"<li><p><b>{text(record.question)}</b> {text(_moment(record))} {text(record.doubted_by)}</p>{note}"
        f"<details><summary>当时的答复</summary><pre>{text(record.answer)}</pre></details>"
        f'<button type="button" data-settle="{record.id}">已复核</button></li>'
    )


def records_pane(held: list[Record], days: int) -> str:
    """Charts, what is kept and how it is exported, and the newest records."""
    kept = (
        '<p class="kept">问题保存前已去掉身份证号、电话、银行卡等号码。'
        f'<a href="records.csv?days={days}" download>导出 CSV</a></p>'
    )
    if not held:
        return kept + notice("这段时间还没有记录。")
    rows = (
        (
            text(_moment(record)),
            text(record.officer),
            text(record.question),
            text(record.place or "—"),
            element("span", text(OUTCOME[record.outcome]), f"badge {record.outcome}") + _flag(record),
            text(record.answer_id or "—"),
        )
        for record in held[:_SHOWN]
    )
    listed = table(("时间", "坐席", "来电问题", "地区", "结果", "答复编号"), rows, "records")
    more = notice(f"只列出最新的 {_SHOWN} 条，全部请导出。") if len(held) > _SHOWN else ""
    return charts(held) + kept + element("div", listed, "scroll", tabindex="0") + more


def _flag(record: Record) -> str:
    if not record.doubted_by:
        return ""
    return element("span", "已复核" if record.settled_by else "存疑", "badge doubt")


def _moment(record: Record) -> str:
    return f"{record.at.astimezone(CHINA):%m-%d %H:%M}"
