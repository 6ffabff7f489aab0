"""What is shown: marks where they belong, and markup that somebody typed shown as text."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from assistant.bootstrap import Assistant
from tests.ui.console.conftest import JUNE_2020
from ui.console.charts import bars, charts
from ui.console.finding import Filters, look_up
from ui.console.markup import element, marked
from ui.console.panes import answer_pane, original_pane, results_pane, script_pane
from ui.console.records import Record
from ui.console.records_tab import records_pane, review_pane

READER = "http://reader.example/"
PAYLOAD = "<img src=x onerror=alert(1)>\"'</script>${alert(1)}"
RECORD = Record(
    1,
    datetime(2026, 11, 21, tzinfo=UTC),
    PAYLOAD,
    PAYLOAD,
    PAYLOAD,
    PAYLOAD,
    "not_found",
    PAYLOAD,
    PAYLOAD,
    PAYLOAD,
    PAYLOAD,
    None,
)


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([], "a&lt;b"),
        ([(0, 1)], "<mark>a</mark>&lt;b"),
        ([(1, 3)], "a<mark>&lt;b</mark>"),
        ([(0, 2), (1, 3)], "<mark>a&lt;</mark><mark>b</mark>"),
        ([(2, 1), (5, 9), (-4, 1)], "<mark>a</mark>&lt;b"),
    ],
)
def test_marks(spans: list[tuple[int, int]], shown: str) -> None:
    assert marked("a<b", spans) == shown


def test_attributes_are_escaped() -> None:
    assert element("p", "", data_say='"><b>') == '<p data-say="&quot;&gt;&lt;b&gt;"></p>'


def test_results_are_marked_and_dated(assistant: Assistant) -> None:
    shown = results_pane(look_up(assistant, "晋江中级工能领多少", Filters(), today=JUNE_2020), chosen=1)
    assert "<mark>中级工</mark>" in shown
    assert shown.count("aria-current") == 1
    assert "晋政办〔2019〕79号 二（六）2" in shown


def test_the_script_is_there_to_copy_and_the_call_s_facts_to_check(assistant: Assistant) -> None:
    shown = script_pane(look_up(assistant, "晋江中级工能领多少", Filters(), today=JUNE_2020))
    assert 'id="script-text"' in shown
    assert "晋江市；证书等级：四级" in shown
    assert "按 2020 年 6 月 15 日答复" in shown


def test_the_first_open_question_can_be_answered_with_a_click(assistant: Assistant) -> None:
    finding = look_up(assistant, "岗前培训谁来申请", Filters(), today=JUNE_2020)
    assert 'data-say="晋江市"' in script_pane(finding)


def test_the_original_leads_to_the_reader(assistant: Assistant) -> None:
    finding = look_up(assistant, "晋江中级工能领多少", Filters(), today=JUNE_2020)
    shown = original_pane(finding, assistant.library, reader=READER)
    assert 'href="http://reader.example/policies/jinjiang-2019-79?q=' in shown
    assert "上一条" in shown and "下一条" in shown
    assert 'href="http://reader.example/policies/' in answer_pane(finding, reader=READER)


def test_markup_in_a_question_is_text(assistant: Assistant) -> None:
    finding = look_up(assistant, f"晋江中级工能领多少{PAYLOAD}", Filters(), today=JUNE_2020)
    hit = finding.hits[0].model_copy(update={"passage": PAYLOAD, "heading": PAYLOAD, "highlights": [(0, 4)]})
    finding = replace(finding, hits=(hit,), reply=finding.reply.model_copy(update={"text": PAYLOAD}))
    shown = results_pane(finding) + script_pane(finding) + answer_pane(finding, reader=READER)
    assert "<img" not in shown


def test_markup_in_records_is_text() -> None:
    shown = review_pane([RECORD]) + records_pane([RECORD], 7) + charts([RECORD])
    assert "<img" not in shown
    assert "&lt;img" in shown


def test_bars_count_by_name_the_most_asked_first() -> None:
    counted = bars([("a", True), ("b", False), ("b", True), ("", False)])
    assert [(bar.name, bar.asked, bar.not_found) for bar in counted] == [
        ("b", 2, 1),
        ("a", 1, 0),
        ("（未识别）", 1, 1),
    ]


def test_charts_say_in_words_what_the_bars_draw() -> None:
    shown = charts([replace(RECORD, topic="岗前培训"), replace(RECORD, topic="岗前培训", outcome="answered")])
    assert "岗前培训" in shown
    assert "2，没有找到 1" in shown
    assert "还没有记录" in charts([])
