"""The script: conclusion first, payee, what to ask, the clause as it is said; no figure but the answer's."""

import re
from datetime import date

import pytest

from assistant.bootstrap import Assistant
from tests.ui.console.conftest import JUNE_2020
from ui.console.script import Part, plain_script, script, spoken_path

TODAY = date(2026, 11, 21)


def parts_for(assistant: Assistant, question: str, on: date = JUNE_2020) -> dict[str, tuple[str, ...]]:
    return {part.name: part.sentences for part in script(assistant.ask(question, as_of=on))}


def test_an_intermediate_worker_in_jinjiang(assistant: Assistant) -> None:
    said = parts_for(assistant, "晋江中级工能领多少")
    assert list(said) == ["结论", "付给谁", "条件", "请先问清", "依据", "效力", "提醒"]
    assert said["结论"][0] == "企业职工岗位技能提升培训补贴（个人），1000元（按1人算）。"
    assert said["付给谁"][0] == "企业职工岗位技能提升培训补贴（个人），付给：个人。"
    assert said["请先问清"][0] == "签了多长期限的劳动合同？"
    assert said["依据"][0] == "晋政办〔2019〕79号，第二部分（六）第2点。"
    assert "原则上每人每年可享受不超过3次。" in said["提醒"]


def test_what_no_longer_runs_is_said_before_what_it_paid(assistant: Assistant) -> None:
    said = parts_for(assistant, "衢州电工证补多少钱", TODAY)
    assert said["结论"][0] == "先说明一点：衢市人社发〔2019〕141号，2021年12月31日已到期。"
    assert "当时的标准：最多500元" in said["结论"][1]


def test_who_cannot_have_it_is_told_why(assistant: Assistant) -> None:
    said = parts_for(assistant, "晋江企业新招员工，合同只签了6个月，岗前培训补贴能领吗")
    assert "不能领，因为" in said["结论"][0]
    assert "条件" not in said


def test_what_the_text_says_in_place_of_a_sum_is_the_conclusion_and_no_condition(
    assistant: Assistant,
) -> None:
    said = parts_for(assistant, "福建现在的见证补贴多少钱", TODAY)
    assert "没有写明金额" in said["结论"][0]
    assert not any("没有写明" in one for one in said.get("条件", ()))


def test_what_cannot_be_had_is_said_besides(assistant: Assistant) -> None:
    """晋政办〔2019〕79号 二（六）2 asks for a pension insurance."""
    said = parts_for(assistant, "没交社保能领技能提升补贴吗，晋江的", TODAY)
    assert any(re.search("（个人）：不能领，因为.*养老保险费”这一条件。$", one) for one in said["另外"])


def test_a_question_is_asked_with_what_may_be_answered(assistant: Assistant) -> None:
    asked = parts_for(assistant, "鼓楼区以工代训补贴标准是多少")["请先问清"]
    assert "参加培训的人属于下面哪一类？（贫困劳动力、就业困难人员、零就业家庭成员、都不是）" in asked
    assert "企业是参保企业吗？" in asked


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("上海有什么补贴", "未收录上海市的政策"),
        ("岗前培训谁来申请", "请先告诉我您在哪里"),
        ("晋江补贴一年最多几次", "原则上每人每年可享受不超过3次"),
        ("晋江个人能申请哪些补贴", "企业职工岗位技能提升培训补贴（个人）：700元至3000元"),
    ],
)
def test_answers_without_one_benefit_are_said_too(assistant: Assistant, question: str, said: str) -> None:
    assert said in "".join(parts_for(assistant, question)["结论"])


@pytest.mark.parametrize(
    "question",
    [
        "晋江中级工能领多少",
        "上海有什么补贴",
        "晋江补贴一年最多几次",
        "晋江的政策还有效吗",
        "衢州电工证补多少钱",
        "你好",
    ],
)
def test_a_script_is_plain_text_and_makes_up_no_figure(assistant: Assistant, question: str) -> None:
    reply = assistant.ask(question, as_of=TODAY)
    written = plain_script(script(reply))
    assert not re.search(r"\*\*|^>|^- |<|&", written, re.MULTILINE)
    known = f"{reply.model_dump_json()}{reply.text}12333"
    for figure in re.findall(r"\d+元", written):
        assert figure in known.replace(" ", "")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("二（六）2", "第二部分（六）第2点"),
        ("三15", "第三部分第15点"),
        ("一", "第一部分"),
        ("三（三）", "第三部分（三）"),
        ("附件1", "附件1"),
        ("前言", "前言"),
    ],
)
def test_labels_as_they_are_read_out(path: str, said: str) -> None:
    assert spoken_path(path) == said


def test_questions_are_numbered_and_lines_are_short_enough_to_read() -> None:
    parts = (Part("结论", ("可领1000元。",)), Part("请先问清", ("几个人？", "哪一级？")))
    assert plain_script(parts) == "【结论】\n可领1000元。\n【请先问清】\n1. 几个人？\n2. 哪一级？"
