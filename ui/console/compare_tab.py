"""Comparing: up to four places side by side on one topic."""

from collections.abc import Callable, Sequence
from datetime import date

import gradio as gr

from assistant.bootstrap import Assistant
from assistant.dialogue.models import BenefitOut, Session
from assistant.errors import BadInput
from ui.card import benefit_card
from ui.console.comparison import MOST_PLACES, Row, compare
from ui.console.events import bind, pane
from ui.console.finding import benefits, levels
from ui.console.markup import element, notice, table, text, validity_badge
from ui.console.search_tab import Call, Search
from ui.console.wording import BOUND


def add_comparison(
    search: Search, assistant: Callable[[], Assistant], clock: Callable[[], date]
) -> gr.CheckboxGroup:
    """Topic, level and places; a search chooses the topic that was asked for. The choice of the places."""
    places = list(assistant().conversation.desk.held_places())
    topics = benefits(assistant().rulebook)
    first = next(iter(topics))
    with gr.Row():
        topic = gr.Dropdown(
            [(label, key) for key, label in topics.items()],
            value=first,
            label="比哪一项",
            elem_id="compare-topic",
        )
        level = gr.Dropdown(
            [("不限", ""), *((one, one) for one in levels(assistant().rulebook.book))],
            value="",
            label="证书等级",
            filterable=False,
        )
    chosen = gr.CheckboxGroup(
        places, value=places[:MOST_PLACES], label=f"比哪些地区（最多 {MOST_PLACES} 个）"
    )
    shown = pane("", "comparison")

    def show(topic: str, level: str, places: list[str], call: Call) -> str:
        day = call.finding.day if call.finding else clock()
        facts = {"certificate_level": level} if level else {}
        try:
            rows = compare(assistant(), topic, places, facts, as_of=day)
        except BadInput as error:
            return notice(str(error))
        return comparison_pane(rows, places)

    def choose(call: Call, places: list[str]) -> tuple[str, str, str]:
        said = call.finding.session if call.finding else Session()
        wanted = next((one for one in said.topics if one in topics), first)
        asked = str(said.facts.get("certificate_level", ""))
        asked = asked if asked in levels(assistant().rulebook.book) else ""
        return wanted, asked, show(wanted, asked, places, call)

    bind(search.record.change, choose, [search.call, chosen], [topic, level, shown])
    for part in (topic, level, chosen):
        bind(part.input, show, [topic, level, chosen, search.call], [shown])
    return chosen


def comparison_pane(rows: Sequence[Row], places: Sequence[str]) -> str:
    """The table: a column for each place, a row for each payee."""
    if not rows:
        return notice("这些地区收录的文件都没有这一项。")
    body = [(text(row.payee), *(_place(found) for found in row.places)) for row in rows]
    shown = table(("付给谁", *map(text, places)), body, "comparison")
    hint = "同一行付给同样的人才能相比。“最多”“不低于”只是界限，不是实际发放的数额，不能直接比高低。"
    return element("div", shown, "scroll", tabindex="0") + notice(hint)


def _place(found: Sequence[BenefitOut]) -> str:
    if not found:
        return notice("收录的文件没有规定")
    return "".join(map(_benefit, found))


def _benefit(benefit: BenefitOut) -> str:
    shown = benefit_card(benefit)
    kind = element("span", text(BOUND[benefit.amount.kind] if benefit.amount else "不符合"), "badge")
    figure = "" if benefit.amount is None or benefit.amount.kind == "unstated" else text(shown.amount)
    conditions = "".join(element("li", text(f"{one.sign} {one.text}")) for one in shown.conditions)
    return (
        f'<div class="cell"><p class="amount">{kind} {figure}</p><p><b>{text(shown.name)}</b></p>'
        f"{element('ul', conditions, 'conditions') if conditions else ''}"
        f'<p class="where">{text(shown.clause.label)} {validity_badge(benefit.validity)}</p></div>'
    )
