"""Numbers as people write them."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dialogue.language.numerals import NUMERAL, read_numeral, smallest_place, spell_out


@pytest.mark.parametrize(
    ("numeral", "low", "high", "why"),
    [
        ("12", 12, 12, "digits"),
        ("12,000", 12_000, 12_000, "a comma between thousands"),
        ("1.5万", 15_000, 15_000, "a fraction of a scale"),
        ("1万2", 12_000, 12_000, "a bare last digit counts the next smaller scale"),
        ("1万2千5", 12_500, 12_500, "and again"),
        ("10w", 100_000, 100_000, "w is 万 in chats"),
        ("3k", 3_000, 3_000, "k is 千"),
        ("1.2亿", 120_000_000, 120_000_000, "亿"),
        ("十", 10, 10, "ten without a one"),
        ("一百二十", 120, 120, "in words"),
        ("一百零五", 105, 105, "零 keeps the five in its place"),
        ("一千零五十", 1_050, 1_050, "and the fifty"),
        ("一百五", 150, 150, "without 零 it is fifty"),
        ("两千五", 2_500, 2_500, "two as 两"),
        ("两万五", 25_000, 25_000, "ten thousands"),
        ("一万零五百", 10_500, 10_500, "a gap over a scale"),
        ("一亿五千万", 150_000_000, 150_000_000, "thousands of ten thousands"),
        ("一二〇", 120, 120, "digit by digit"),
        ("半", Decimal("0.5"), Decimal("0.5"), "half"),
        ("三四", 3, 4, "two neighbouring digits are a range"),
        ("三十四", 34, 34, "and no range with 十 in between"),
        ("十三四", 13, 14, "the range of the last digit"),
        ("二三十", 20, 30, "the range of the tens"),
        ("一百二三十", 120, 130, "the range of the tens behind a hundred"),
        ("两三万", 20_000, 30_000, "the range of the ten thousands"),
        ("三五", 3, 5, "三五个人 is said for a few"),
        ("几十", 20, 99, "some tens"),
        ("几百", 200, 999, "some hundreds"),
    ],
)
def test_what_a_numeral_may_mean(numeral: str, low: int | Decimal, high: int | Decimal, why: str) -> None:
    assert re.fullmatch(NUMERAL, numeral), why
    assert read_numeral(numeral) == (low, high), why


@given(st.integers(0, 99_999_999))
def test_a_number_in_chinese_is_the_number(number: int) -> None:
    assert read_numeral(in_chinese(number)) == (Decimal(number), Decimal(number))


def in_chinese(number: int) -> str:
    """The number in full, as banks write it."""
    if number == 0:
        return "零"
    digits, text, gap = "零一二三四五六七八九", "", False
    for scale, name in ((10_000, "万"), (1_000, "千"), (100, "百"), (10, "十"), (1, "")):
        count, number = divmod(number, scale)
        if count:
            text += (
                ("零" if gap and text else "") + (in_chinese(count) if count > 9 else digits[count]) + name
            )
        gap = not count or (scale == 10_000 and number < 1_000)
    return text


@pytest.mark.parametrize(
    ("number", "place"), [("120", 10), ("100", 100), ("20", 10), ("7", 1), ("1.5", "0.1")]
)
def test_the_place_by_which_a_round_number_may_be_exceeded(number: str, place: int | str) -> None:
    assert smallest_place(Decimal(number)) == Decimal(place)


@pytest.mark.parametrize(
    ("text", "spelled", "why"),
    [
        ("半百个人", "五十个人", "a sign for fifty"),
        ("报名100人，98合格", "报名100人，98人合格", "who passed are people"),
        ("新人二十五,合格二十三", "新人二十五人,合格二十三人", "with the number behind"),
        ("新招30", "新招30人", "who were taken in"),
        ("岗前,招了25,合同2年", "岗前,招了25人,合同2年", "in a list"),
        ("招了3批", "招了3批", "with a word for what is counted"),
        ("招2025年毕业的", "招2025年毕业的", "another year"),
        ("2019合格证", "2019合格证", "a year"),
        ("三级合格", "三级合格", "a level"),
        ("我们俩", "我们两个", "俩 holds its measure word"),
        ("俩月", "两个月", "俩 before another unit"),
        ("仨个人", "三个人", "仨 with a measure word that is too much"),
        ("廿人", "二十人", "an old ten"),
        ("二〇二〇年考的", "2020年考的", "a year of the calendar"),
        ("二零二零年", "2020年", "with 零"),
        ("12 人", "12人", "a space before the unit"),
        ("2020 年 8 月", "2020年8月", "spaces in a date"),
        ("1000万 20人", "1000万 20人", "a space that parts two numbers"),
        ("138 1234 5678", "138 1234 5678", "a number in blocks"),
        ("去年(2019年)10月考的", "2019年10月考的", "a year told twice"),
        ("我爸六十四了,衢州户口", "我爸六十四岁了,衢州户口", "an age of somebody named"),
        ("老汉63,住衢州", "老汉63岁,住衢州", "in digits"),
        ("我舅都六十多了", "我舅都六十多岁了", "and more"),
        ("岁数六十三", "岁数六十三岁", "by its name"),
        ("他65才考的", "他65岁才考的", "before what he did"),
        ("给我妈60,对吗", "给我妈60,对吗", "money"),
        ("我们厂56,他们60", "我们厂56,他们60", "nobody is named"),
    ],
)
def test_numbers_in_the_usual_spelling(text: str, spelled: str, why: str) -> None:
    assert spell_out(text) == spelled, why


def test_a_row_of_numerals_is_no_number_without_end() -> None:
    assert re.fullmatch(NUMERAL, "一千二百三十四万五千六百七十八亿") is not None
    assert re.fullmatch(NUMERAL, "十" * 17) is None
