"""What identifies a person is taken out before anything reads it."""

import re

import pytest

from assistant.dialogue.language.private import mask_private
from tests.dialogue.conftest import Read

PERSONAL = [
    ("身份证350582199001011234", "an identity card"),
    ("35058219900101123X，查一下补贴", "with the letter in capitals"),
    ("35058219900101123x", "and small"),
    ("身份证350582 19900101 1234", "in blocks: region, birthday, number"),
    ("350582 1990 0101 123X", "in other blocks"),
    ("身份证号 350582900101123", "fifteen digits, the old form"),
    ("手机13812345678", "a mobile phone"),
    ("手机138 1234 5678，我考了中级工", "with spaces"),
    ("138-1234-5678", "with hyphens"),
    ("+86 13812345678", "with the country"),
    ("１３８１２３４５６７８打给我", "full-width digits"),
    ("一三八一二三四五六七八", "in words"),
    ("电话0595-85661234", "a land line"),
    ("卡号6222021234567890123", "a bank card"),
    ("银行卡6222 0212 3456 7890 123", "in blocks of four"),
    ("6222-0212-3456-7890", "with hyphens"),
    ("邮箱 zhang.san@qq.com", "a mail address"),
    ("微信号wx12345678", "an account by its name"),
    ("QQ12345678", "another"),
    ("护照E12345678", "a passport"),
    ("社保卡号3505821990", "a card too short to be known by its length"),
    ("工号 123456", "a number at work"),
]
IMPERSONAL = [
    ("工资总额1000000000000元", "a sum of money, however large"),
    ("每人补1500元，12人", "sums and counts"),
    ("晋政办〔2019〕79号", "the number of a document"),
    ("闽人社文〔2024〕41号", "another"),
    ("打12333问的", "the hotline"),
    ("2019-12-30拿的证", "a day"),
    ("2020年8月到2021年7月", "a range of days"),
    ("120名员工，合同2年，36课时", "counts in a row"),
    ("卡号是多少", "no number"),
    ("微信能申请吗", "no account"),
]


@pytest.mark.parametrize(("message", "why"), PERSONAL)
def test_personal_data_never_stands_in_what_is_read(read: Read, message: str, why: str) -> None:
    reading = read(message)
    assert reading.private, why
    assert not re.search(r"\d{4}|[零一二三四五六七八九]{4}|@", reading.text), f"{why}: {reading.text}"


@pytest.mark.parametrize(("message", "why"), PERSONAL)
def test_personal_data_says_no_fact(read: Read, message: str, why: str) -> None:
    assert read(message).facts.keys() <= {"asker", "pension_insured", "certificate_level"}, why


@pytest.mark.parametrize(("message", "why"), IMPERSONAL)
def test_other_numbers_stay(message: str, why: str) -> None:
    assert mask_private(message) == (message, False), why


def test_the_rest_of_the_message_is_read(read: Read) -> None:
    reading = read("我手机13812345678，晋江的，考了中级工，能领多少")
    assert reading.regions == ("350582",)
    assert reading.facts["certificate_level"] == "四级"
