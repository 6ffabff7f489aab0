"""还差什么: in two lines at most, only of what runs today, only to whom it may help."""

from datetime import date

import pytest

from tests.dialogue.talk import answer_to

WORKER = "我在晋江考了中级工，合同签了{contract}，{insurance}，能领多少"
MARKS = ("**还差：**", "**再进一步：**")


def lines(question: str, *, on: date = date(2020, 6, 15)) -> list[str]:
    return [line for line in answer_to(question, on=on).text.splitlines() if line.startswith(MARKS)]


@pytest.mark.parametrize(
    ("contract", "insurance", "told"),
    [
        (
            "两年",
            "交了社保",
            "考取高级工（三级）证书，1000元变为1500元，多500元（晋政办〔2019〕79号 二（六）2）",
        ),
        ("半年", "交了社保", "签订12个月以上的劳动合同；符合后的数额：1000元"),
        ("两年", "没交社保", "在单位缴纳基本养老保险；符合后的数额：1000元"),
    ],
)
def test_a_worker_is_told_what_would_bring_more(contract: str, insurance: str, told: str) -> None:
    [line] = lines(WORKER.format(contract=contract, insurance=insurance))
    assert told in line


@pytest.mark.parametrize(
    ("question", "on", "why"),
    [
        (
            WORKER.format(contract="两年", insurance="交了社保"),
            date(2023, 5, 1),
            "the policy's period is over",
        ),
        ("我2020年3月在晋江考了中级工，当时合同只签了半年，能领多少", date(2020, 6, 15), "the event is past"),
        (
            "晋江公司5名中级工，合同都签了两年，交了社保，能领多少",
            date(2020, 6, 15),
            "five do not climb together",
        ),
        (
            "我在鼓楼考了中级工，能领多少",
            date(2020, 6, 15),
            "500元至3000元 by no level: nothing rises surely",
        ),
        ("衢州考了高级技师，本地人，能领多少", date(2020, 6, 15), "there is no higher level"),
    ],
)
def test_nothing_is_promised(question: str, on: date, why: str) -> None:
    assert lines(question, on=on) == [], why


def test_two_lines_at_most() -> None:
    question = "我是晋江一家公司的人事，合同都只签了半年，没有合格证，能申请哪些补贴？"
    assert 1 <= len(lines(question)) <= 2
