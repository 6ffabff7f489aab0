"""Some who lack something are taken from the one of several numbers that they are called by; the rest is all others."""

import pytest

from assistant.dialogue.models import Session
from tests.dialogue.talk import JUNE_2020, answer_to, conversation, what_all_get

Row = tuple[tuple[str, ...], str, int, str]  # messages, rule, what all get of it, reason

NAMED: list[Row] = [
    (
        ("衢州我们岗前培训了30人，转岗培训了10人，转岗里有3个没拿到合格证，别的都拿到了，企业一共补多少",),
        "quzhou-pre-job",
        11100,
        "some of the second number",
    ),
    (
        ("衢州岗前16个，转岗9个，岗前有2个没考过，剩下的都有合格证，合计补多少",),
        "quzhou-pre-job",
        6900,
        "some of the first number",
    ),
    (
        (
            "晋江给宁夏籍工人8个、新疆籍工人8个办培训，新疆的有3个没拿到培训合格证，其余都拿到了，企业合计多少",
        ),
        "jinjiang-partner-region-firm",
        19500,
        "as many of one place as of the other",
    ),
]

MONTHS: list[Row] = [
    (
        (
            "鼓楼去年12月招了5个，今年2月招了10个，都签了一年合同，一起岗前培训，2月那批4个没过没拿到证，其余都有",
        ),
        "gulou-pre-job",
        5500,
        "some of the one month",
    ),
    (
        (
            "鼓楼上半年招10个，下半年招15个，都签了两年，岗前培训完下半年那批有5个没合格，其他都拿到人社认的合格证",
        ),
        "gulou-pre-job",
        10000,
        "some of the half of a year",
    ),
]

PASSED: list[Row] = [
    (
        ("鼓楼司法局的社区矫正班，春季通过了11人，秋季通过了14人，还有6人没通过，给多少",),
        "gulou-community-correction",
        12500,
        "those who passed of each lot",
    ),
    (
        ("晋江强制隔离戒毒人员培训，3月那期合格12人，9月那期合格18人，一共给多少",),
        "jinjiang-custody",
        24000,
        "of the lots of two months",
    ),
]

REST: list[Row] = [
    (
        (
            "鼓楼岗前培训20人都拿了人社合格证，对了一遍名单：4个没签合同，还有3个合同只签了半年，剩下的都签了两年",
        ),
        "gulou-pre-job",
        6500,
        "two kinds that lack something, without 其中",
    ),
    (
        ("晋江岗前培训20人都拿了合格证", "核了一下，3个没签合同，另外2个合同只有半年，其余都签两年"),
        "jinjiang-pre-job",
        12000,
        "the same told on",
    ),
    (
        ("晋江岗前培训11人：8个给我们签了两年合同、合格证都有；2个没签合同；1个签了合同但没考过。补多少",),
        "jinjiang-pre-job",
        6400,
        "a list of what each of them have, the last of them one",
    ),
]


@pytest.mark.parametrize(
    ("messages", "rule", "amount", "reason"),
    [*NAMED, *MONTHS, *PASSED, *REST],
    ids=[row[-1] for row in (*NAMED, *MONTHS, *PASSED, *REST)],
)
def test_the_rest_are_all_who_do_not_lack_it(
    messages: tuple[str, ...], rule: str, amount: int, reason: str
) -> None:
    assert what_all_get(rule, *messages) == amount, reason


def test_months_of_which_something_is_told_apart_are_not_one_number() -> None:
    text = answer_to(
        "鼓楼3月招了6个人，5月又招了7个人，岗前培训都拿到人社合格证，5月的合同只签了半年，一共补多少"
    ).text
    assert "6人：**企业职工岗前培训补贴**：" in text
    assert "7人：**企业职工岗前培训补贴：不能领**" in text


def test_a_place_right_ahead_of_a_number_is_where_people_come_from() -> None:
    answer, _ = conversation().turn(
        "结对帮扶的：西藏6个、宁夏9个，宁夏那边2个没合格证，其他都有，一共补企业多少",
        Session(),
        today=JUNE_2020,
        default_region="350582",
    )
    assert "合计19500元" in answer.text


@pytest.mark.parametrize("some", ["12双证6无证", "20双证15单证5无", "20人双证15人单证5人什么证也没有"])
def test_who_have_no_certificate_are_none_of_those_who_have(some: str) -> None:
    """Where the sum of all cannot be told, nobody's is told as that of all."""
    text = answer_to(f"衢州职工学徒一年期，每人花9千，学徒{some}，补多少").text
    assert "6人：" not in text and "48000元" not in text and "120000元" not in text.split("\n\n")[0]
