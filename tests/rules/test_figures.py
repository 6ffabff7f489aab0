"""Which numbers of a text are amounts."""

from decimal import Decimal

import pytest

from assistant.rules.figures import find_figures, values_in

# (text, the numbers that are amounts, reason)
TEXTS: list[tuple[str, list[str], str]] = [
    ("按每人 500 元标准", ["500"], "spaces around the number"),
    ("每人300元", ["300"], "no spaces"),
    ("每人1,000.50元", ["1,000.50"], "groups and decimals are one number"),
    ("每人 500 元至 3000 元", ["500", "3000"], "each end has its unit"),
    ("100~500 万元", ["100", "500"], "the unit stands at the upper end"),
    ("50—80万元、1-2 万元", ["50", "80", "1", "2"], "dashes of any width"),
    ("分别享受 500 万、30 万、5 万元政府补助", ["500", "30", "5"], "the last of a list carries the unit"),
    ("500 万、100~500 万、20 万元", ["500", "100", "500", "20"], "a range inside a list"),
    ("不超过工资总额 8%，60％以上", ["8", "60"], "shares, half and full width"),
    ("50%至60%", ["50", "60"], "a range of shares"),
    ("奖励一千元或者五十万元", ["一千元", "五十万元"], "Chinese numerals"),
    ("百分之八以内", ["百分之八"], "a share in words"),
    ("培训 1.5 万人次，其中 0.18 万人次", [], "persons are no money"),
    ("2019-2021年、100人次、3个月、12课时", [], "dates, months and hours are no money"),
    ("多元化的二元制，单元测试", [], "元 in other words"),
    ("部门\t人次\t资金（万元）\n商务局\t200\t20\n合计\t200\t20\n", ["20", "20"], "a column in 万元"),
    ("资金（元）\t人次\n20\t200\n资金 (元)\t人次\n30\t300\n", ["20", "30"], "a head printed again"),
    ("部门\t人次\n商务局\t200\n", [], "a column of persons"),
    ("部门\t资金（元）\n商务局\n教育局\t无\n", [], "cells that are missing or hold no number"),
    ("", [], "no text"),
]


@pytest.mark.parametrize(("text", "numbers", "reason"), TEXTS)
def test_amounts_of_a_text(text: str, numbers: list[str], reason: str) -> None:
    found = [text[figure.span.start : figure.span.end] for figure in find_figures(text)]
    assert found == numbers, reason


# (text, a number that it names, reason)
NAMED: list[tuple[str, str, str]] = [
    ("每人 800 元", "800", "as it stands"),
    ("最高 1,000 元", "1000", "groups"),
    ("给予2.5万元", "25000", "with 万"),
    ("500 万、30 万、5 万元", "300000", "with 万 in a list"),
    ("100~500 万元", "1000000", "万 at the upper end only"),
    ("按 50%支付", "50", "a share"),
    ("最长六个月", "6", "a Chinese numeral"),
    ("期限为 1-2 年", "2", "the upper end"),
]


@pytest.mark.parametrize(("text", "number", "reason"), NAMED)
def test_numbers_of_a_text(text: str, number: str, reason: str) -> None:
    assert Decimal(number) in values_in(text), reason


def test_a_text_names_no_other_number() -> None:
    assert values_in("每人800元，最长6个月") == {800, 6}
