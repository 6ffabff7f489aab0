"""Searching: question, filters and results on the left; 话术 and 原文 for what was found."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import gradio as gr

from assistant.bootstrap import Assistant
from assistant.clock import now
from assistant.errors import BadInput
from ui.console.events import bind, pane
from ui.console.finding import Filters, Finding, benefits, groups, levels, look_up
from ui.console.markup import notice
from ui.console.panes import answer_pane, original_pane, results_pane, script_pane
from ui.console.records import Asked, RecordStore

ANY, ALL, ALL_PLACES = "", "不限", "全部地区"


@dataclass(frozen=True)
class Call:
    """What the page knows of the call at hand."""

    finding: Finding | None = None
    record: int | None = None

    @property
    def session(self) -> str | None:
        """The conversation to go on with."""
        return None if self.finding is None else self.finding.reply.session_id


@dataclass(frozen=True)
class Search:
    """The parts of the page that others bind to."""

    query: gr.Textbox
    button: gr.Button
    follow: gr.Checkbox
    fresh: gr.Button
    filters: tuple[Any, ...]
    results: gr.HTML
    call: gr.State
    record: gr.Textbox  # the number of the question on record: it changes when something new was looked up


def add_search(assistant: Assistant, clock: Callable[[], date]) -> Search:
    """Question, filters and results."""
    rulebook = assistant.rulebook
    issued = [policy.about.issued_on.year for policy in assistant.library.policies]
    years = [(f"{year}年", str(year)) for year in range(clock().year - 1, min(issued) - 1, -1)]
    query = gr.Textbox(
        label="来电人问什么",
        placeholder="例如：晋江中级工能领多少",
        lines=1,
        max_lines=1,
        max_length=2000,
        autofocus=True,
        elem_id="query",
        html_attributes=gr.InputHTMLAttributes(autocomplete="off"),
    )
    with gr.Row(elem_id="actions"):
        button = gr.Button("查询", variant="primary", elem_id="search", min_width=80)
        fresh = gr.Button("新来电", elem_id="fresh", min_width=80)
        follow = gr.Checkbox(label="接着上一句问", elem_id="follow", container=False, scale=2, min_width=140)
    with gr.Row(elem_id="filters"):
        place = _choice("地区", ALL_PLACES, _places(assistant))
        group = _choice("对象", "不限", [(name, name) for name in groups(rulebook.book)])
        benefit = _choice("补贴事项", ALL, _benefits(assistant))
        level = _choice("证书等级", "不限", [(name, name) for name in levels(rulebook.book)])
        year = _choice("按哪一年", "今天", years)
        valid = gr.Checkbox(label="只看今日有效", elem_id="valid")
    results = pane(results_pane(None), "results", clicks="hit")
    record = gr.Textbox(visible="hidden", label="记录编号")
    filters = (place, group, benefit, level, valid, year)
    return Search(query, button, follow, fresh, filters, results, gr.State(Call()), record)


def add_search_tabs(
    search: Search,
    assistant: Callable[[], Assistant],
    records: RecordStore,
    *,
    reader: str,
    clock: Callable[[], date],
) -> None:
    """The tabs 话术 and 原文, and what a search fills them with."""
    with gr.Tab("话术", id="script"):
        script = pane(script_pane(None), "script", clicks="say")
        with gr.Row(elem_id="doubt", equal_height=True):
            note = gr.Textbox(
                label="这个答复有疑问？写明原因，交给复核",
                placeholder="例如：来电人说窗口的标准不一样",
                max_length=500,
                lines=1,
                scale=4,
            )
            doubt = gr.Button("标为存疑", scale=1, min_width=100)
        marked = pane("", "marked")
        answer = pane(answer_pane(None, reader=reader), "answer")
    with gr.Tab("原文", id="original"):
        original = pane(original_pane(None, reader=reader), "original", clicks="clause")

    panes = [
        search.results,
        script,
        answer,
        original,
        search.call,
        search.record,
        search.follow,
        note,
        marked,
    ]

    def find(typed: str, going_on: str | None, filters: Filters, officer: str) -> tuple[Any, ...]:
        try:
            finding = look_up(assistant(), typed, filters, today=clock(), session_id=going_on)
        except BadInput as error:
            return (notice(str(error)), *nothing())
        record = records.add(_asked(finding, assistant(), officer), now())
        return (
            results_pane(finding),
            script_pane(finding),
            answer_pane(finding, reader=reader),
            original_pane(finding, assistant().library, reader=reader),
            Call(finding, record),
            str(record),
            *(False, "", ""),
        )

    def nothing() -> tuple[Any, ...]:
        """The panes behind the results, empty."""
        empty = (script_pane(None), answer_pane(None, reader=reader), original_pane(None, reader=reader))
        return (*empty, Call(), "", False, "", "")

    def ask(
        call: Call,
        typed: str,
        follow: bool,
        place: str,
        group: str,
        benefit: str,
        level: str,
        valid: bool,
        year: str,
        request: gr.Request,
    ) -> tuple[Any, ...]:
        filters = Filters(place, group, benefit, level, valid, int(year) if year else None)
        return find(typed, call.session if follow else None, filters, _officer(request))

    def say(call: Call, place: str, year: str, event: gr.EventData, request: gr.Request) -> tuple[Any, ...]:
        filters = Filters(place, year=int(year) if year else None)
        return find(str(event.say), call.session, filters, _officer(request))

    def open_hit(call: Call, event: gr.EventData) -> tuple[str, str]:
        held = assistant().library
        return (
            original_pane(call.finding, held, reader=reader, hit=int(event.hit)),
            results_pane(call.finding, int(event.hit)),
        )

    def step(event: gr.EventData) -> str:
        at = (str(event.policy), str(event.clause))
        return original_pane(None, assistant().library, reader=reader, at=at)

    def mark(call: Call, written: str, request: gr.Request) -> tuple[str, str]:
        if call.record is None:
            return written, notice("请先查询，再标记。")
        try:
            records.doubt(call.record, officer=_officer(request), note=written)
        except BadInput as error:
            return written, notice(str(error))
        return "", notice("已标为存疑，列入“记录”页的待复核名单。")

    def start_over() -> tuple[Any, ...]:
        return ("", results_pane(None), *nothing(), *(ANY,) * 4, False, ANY)

    given = [search.call, search.query, search.follow, *search.filters]
    for event in (search.query.submit, search.button.click):
        bind(event, ask, given, panes)
    place, *_, year = search.filters
    bind(script.select, say, [search.call, place, year], panes)
    bind(search.results.select, open_hit, [search.call], [original, search.results])
    bind(original.select, step, [], [original])
    bind(doubt.click, mark, [search.call, note], [note, marked])
    emptied = [search.query, *panes, *search.filters]
    bind(search.fresh.click, start_over, [], emptied)


def renew_filters(search: Search, assistant: Assistant) -> dict[Any, Any]:
    """The filters whose choices change with the policies that are held."""
    place, _, benefit, *_ = search.filters
    return {
        place: gr.Dropdown([(ALL_PLACES, ANY), *_places(assistant)]),
        benefit: gr.Dropdown([(ALL, ANY), *_benefits(assistant)]),
    }


def _places(assistant: Assistant) -> list[tuple[str, str]]:
    return [(name, name) for name in assistant.conversation.desk.held_places()]


def _benefits(assistant: Assistant) -> list[tuple[str, str]]:
    return [(label, key) for key, label in benefits(assistant.rulebook).items()]


def _choice(label: str, any_of_them: str, choices: list[tuple[str, str]]) -> gr.Dropdown:
    return gr.Dropdown(
        [(any_of_them, ANY), *choices], value=ANY, label=label, filterable=False, min_width=130
    )


def _officer(request: gr.Request) -> str:
    return str(request.username)


def _asked(finding: Finding, assistant: Assistant, officer: str) -> Asked:
    """What goes on record: topics and places are those that the answer was given for."""
    session, topics = finding.session, assistant.rulebook.topics
    paid = (assistant.rulebook.rule(one.rule_id) for one in finding.reply.benefits)
    topic = next((rule.benefit.topic for rule in paid if rule), next(iter(session.topics), ""))
    places = (assistant.conversation.desk.place(code) for code in session.regions)
    return Asked(
        officer=officer,
        question=finding.question,
        place="、".join(places),
        topic=topics[topic].label if topic in topics else "",
        outcome=finding.reply.status,
        answer=finding.reply.text,
        answer_id=finding.reply.answer_id,
    )
