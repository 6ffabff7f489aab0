"""Times that two days tell, asked on 15 June 2020."""

from decimal import Decimal

import pytest

from assistant.rules.facts import Quantity
from tests.dialogue.conftest import Read
from tests.dialogue.talk import answer_to


@pytest.mark.parametrize(
    ("message", "fact", "low", "high", "why"),
    [
        ("2018年8月招的，今年5月才岗前培训", "months_since_hire", "20.5", "21.5", "months are exact to one"),
        ("去年3月进的厂，今年5月培训", "months_since_hire", "13.5", "14.5", "last year's month"),
        ("2020年3月5日入职，2020年5月5日开班", "months_since_hire", "2", "2", "days are exact"),
        ("2019年2月进厂的新人，2020年5月培训", "months_since_hire", "14.5", "15.5", "more than 新 says"),
        (
            "今年2月招的10个人，培训都合格",
            "months_since_hire",
            "0",
            "4.5",
            "up to now, where nothing is told",
        ),
        ("合同2018年签到2023年", "contract_months", "48.5", "72", "years are exact to one"),
        ("合同2020年1月到2020年9月", "contract_months", "7.5", "9", "the last month is one of them"),
        ("劳动合同2019-07-01至2020-06-30", "contract_months", "12", "12", "a year to the day"),
        ("做了5年，合同2019年1月到2021年12月", "contract_months", "34.5", "36", "more than a number near by"),
        ("合同签6个月又续6个月", "contract_months", "6", "12", "with its renewal, or without"),
        ("合同半年一签，连着签了三次", "contract_months", "6", "more", "told by how often it was signed"),
        ("合同签了半年，后来续了两年", "contract_months", "24", "30", "the last one alone is long enough"),
    ],
)
def test_how_long_it_is_between(read: Read, message: str, fact: str, low: str, high: str, why: str) -> None:
    most = None if high == "more" else Decimal(high)
    assert read(message).facts[fact] == Quantity(Decimal(low), most), why


@pytest.mark.parametrize(
    ("message", "fact", "why"),
    [
        ("合同签到2022年10月，2019年10月招的", "contract_months", "one end alone"),
        ("5个是去年3月招的，8个是今年2月招的", "months_since_hire", "two lots"),
        ("其中4个是去年招的", "months_since_hire", "a year without another day says too little"),
    ],
)
def test_one_day_tells_no_time(read: Read, message: str, fact: str, why: str) -> None:
    assert fact not in read(message).facts, why


@pytest.mark.parametrize(
    ("message", "outcome", "why"),
    [
        ("晋江，2018年8月招的，今年5月岗前培训，合同三年、合格证有，能领吗", "ineligible", "beyond a year"),
        ("晋江，2019年10月招的，今年3月岗前培训，合同三年、合格证有，能领吗", "eligible", "within it"),
        ("晋江，2019年5月招的，今年5月岗前培训，合同三年、合格证有，能领吗", "undetermined", "to the month"),
    ],
)
def test_what_is_trained_too_late_is_refused(message: str, outcome: str, why: str) -> None:
    told = [e.outcome for e in answer_to(message).entitlements if e.rule.benefit.id == "jinjiang-pre-job"]
    assert told == [outcome], why
