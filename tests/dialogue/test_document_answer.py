"""What a document itself is: its day, who issued it, after which others it was made."""

from datetime import date

import pytest

from tests.dialogue.talk import answer_to

JUNE_2020, MARCH_2026 = date(2020, 6, 15), date(2026, 3, 1)


@pytest.mark.parametrize(
    ("question", "told", "why"),
    [
        ("鼓楼方案哪天发的", "2020年1月22日", "the day in everyday words"),
        ("衢州的办法是什么时候印发的", "2019年12月30日", "the same"),
        ("鼓楼的文件落款日期", "2020年1月22日", "without a question"),
        ("福建25年的方案什么时候出台的", "2025年7月2日", "a document by its year"),
        ("晋江这份文件谁印发的", "由晋江市人民政府办公室印发", "who issued it"),
        ("福建24年的方案是哪几个部门发的", "福建省总工会", "several"),
        ("晋江方案根据哪些文件制定的", "泉政办〔2019〕41号", "after which others"),
        ("鼓楼的方案是按照什么文件制定的", "榕政办〔2019〕132号", "the same"),
    ],
)
def test_what_a_document_is(question: str, told: str, why: str) -> None:
    answer = answer_to(question, on=MARCH_2026 if "福建" in question else JUNE_2020)
    assert told in answer.text, why
    assert {cited.path for cited in answer.cited} == {"前言"}


@pytest.mark.parametrize(
    "question",
    [
        "衢州办法什么时候开始执行",
        "晋江的方案什么时候到期",
        "晋江培训补贴什么时候发",
        "福建25年，目录什么时候公布",
        "福建25年培训补贴标准依据什么文件定",
    ],
)
def test_other_days_and_foundations_are_not_the_document_s(question: str) -> None:
    text = answer_to(question, on=MARCH_2026 if "福建" in question else JUNE_2020).text
    assert "落款日期" not in text and "依据的文件：" not in text


@pytest.mark.parametrize(
    ("messages", "told", "not_told"),
    [
        (["闽人社文〔2024〕41号哪天印发，哪些部门联合发的"], ["2024年4月23日", "由福建省人力"], "技能照亮"),
        (["41号文什么时候发的谁发的"], ["2024年4月23日", "由福建省人力"], "技能照亮"),
        (["41号文谁发的", "依据什么文件"], ["41号", "没有写明依据的文号"], "技能照亮"),
        (["141号文是谁发的，哪天发的，依据什么"], ["由衢州市人力", "12月30日", "国办发〔2019〕24号"], "受理"),
        (["晋江79号通知的落款是几号", "那是谁发的"], ["晋江市人民政府办公室"], "受理"),
        (["鼓楼文件什么时候印发的", "谁来解释"], ["由区人社局负责解释"], "2020 年 1 月 22 日"),
        (["鼓楼的方案，解释权归谁"], ["由区人社局负责解释"], "预案"),
        (["晋江的文件由谁负责解释"], ["没有写由谁解释"], "前言"),
    ],
)
def test_several_things_may_be_asked_of_one_document(
    messages: list[str], told: list[str], not_told: str
) -> None:
    text = answer_to(*messages, on=MARCH_2026 if messages[0][:3] in ("闽人社", "41号") else JUNE_2020).text
    assert all(words in text for words in told)
    assert not_told not in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("衢州的办法什么时候开始实施", "推算，从2020年1月29日起实施"),
        ("141号文从哪天起执行", "推算，从2020年1月29日起实施"),
        ("鼓楼的方案哪天生效", "没有写从哪天起实施，落款是2020年1月22日"),
    ],
)
def test_from_when_a_document_runs(question: str, told: str) -> None:
    assert told in answer_to(question).text
    assert "起实施，" not in answer_to("衢州办法什么时候到期").text
