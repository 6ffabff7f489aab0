"""Persons and lots of people told of one after another, asked about together, and come back to."""

from decimal import Decimal

import pytest

from assistant.dialogue.people.one_by_one import without_asking_together
from assistant.rules.facts import Facts, Quantity
from tests.dialogue.talk import answer_to

ME = "晋江，我考了五级，合同三年，养老也交了，能领多少"
WIFE = "那我老婆呢，她是四级，合同三年，养老也交了"
WORKER, FIRM = "jinjiang-skill-upgrade-worker", "jinjiang-skill-upgrade-firm"
QUZHOU = "衢州，特种作业新证七个人，最多补多少"

# messages, what the text says, what it does not say, reason
TOGETHER = [
    ((ME, WIFE, "两个人合起来多少"), "合计1700元", "1400", "700 + 1000, each of his own level"),
    ((ME, WIFE, "我们俩一共呢"), "合计1700元", "1400", "俩"),
    ((ME, "我老婆跟我一个厂，合同三年，养老也有，她拿的是四级，两个人加一块呢"), "合计1700元", "2000元", "in one message"),
    ((ME, WIFE, "两个人合起来多少", "不对，她是三级"), "合计2200元", "1700", "put right in the end"),
    ((ME, WIFE, "还有我弟，他考了三级，合同两年养老都交", "三个人一共多少"), "合计3200元", "", "three of them"),
    ((QUZHOU, "复审的四个呢", "一共"), "合计最多4300元", "", "two lots of people"),
    (("晋江，5个中级工合同社保都有，厂里拿多少", "另外3个高级工合同社保也有，这3个呢", "两拨加起来"), "合计6400元", "", "added"),
    ((ME, "我弟也在晋江，四级，合同两年养老都交，我跟他两个人的个人补贴一共多少"), "合计1700元", "2000元", "我跟他"),
    (("晋江我们兄弟三个一个厂，合同都两年。大哥是二级，我是三级，老三四级。不过老三没缴养老，我和大哥都缴着，我们一共领多少",), "合计3500元", "4500", "不过老三"),
    ((ME, "我徒弟呢，他刚考了五级", "这样的徒弟一共三个，都五级，三个人加起来"), "2100元", "哪几位", "so many like him"),
    (("晉江嘅，我係三級，我細佬係二級，都簽咗兩年合同，養老保險有交，我哋兩個個人補貼合共幾多？",), "合计3500元", "4000元", "in dialect"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "told", "wrong", "why"), TOGETHER, ids=[row[-1] for row in TOGETHER])
def test_all_told_of_are_asked_about_together(
    messages: tuple[str, ...], told: str, wrong: str, why: str
) -> None:
    text = answer_to(*messages).text
    assert told in text and (not wrong or wrong not in text), why


def amounts(*messages: str) -> dict[str, Decimal | None]:
    found = answer_to(*messages).entitlements
    return {e.rule.benefit.id: None if e.amount is None else e.amount.high for e in found}


BACK = [
    ((ME, WIFE, "那我自己是多少来着"), Decimal(700), "to the speaker"),
    ((ME, WIFE, "那我自己呢", "那我老婆呢"), Decimal(1000), "and to her again"),
    ((ME, WIFE, "说错了，她是三级", "那我自己呢"), Decimal(700), "what was put right of her is not his"),
]


@pytest.mark.parametrize(("messages", "amount", "why"), BACK, ids=[row[-1] for row in BACK])
def test_one_comes_back_to_a_person_as_he_was_told_of(
    messages: tuple[str, ...], amount: Decimal, why: str
) -> None:
    assert amounts(*messages)[WORKER] == amount, why


APART = [
    (("晋江，20人培训，厂里补多少", "20人都考了中级工，合同社保都有", "一共多少"), FIRM, 16000, "one lot, told of twice"),
    (("晋江，5个中级工合同社保都有，厂里拿多少", "要是高级工5个呢", "一共多少"), FIRM, 4000, "supposed, not told"),
    ((ME, WIFE, "衢州呢，我五级，衢州户口，一共多少"), "quzhou-skill-upgrade", 1000, "another place"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "benefit", "amount", "why"), APART, ids=[row[-1] for row in APART])
def test_nobody_is_counted_twice(messages: tuple[str, ...], benefit: str, amount: int, why: str) -> None:
    assert amounts(*messages)[benefit] == amount, why


LEVEL: Facts = {"certificate_level": "五级"}
SEVEN: Facts = {"headcount": Quantity.exactly(7)}
SPOKEN: list[tuple[str, list[Facts], str, str]] = [
    ("两个人合起来多少", [LEVEL, {"holder": "爱人"}], "多少", "as many as were told of"),
    (
        "三个人合起来多少",
        [LEVEL, {"holder": "爱人"}],
        "多少",
        "one more than was told of: nobody is counted by it",
    ),
    ("一共11个人", [SEVEN], "一共11个人", "how many they are"),
    ("不对,总共是15个人", [SEVEN, SEVEN], "不对,总共是15个人", "a number put right"),
    ("一共多少", [LEVEL], "一共多少", "of one person only"),
    ("我老婆四级,两个人一共呢", [LEVEL], "我老婆四级,呢", "with one who is told of here"),
]


@pytest.mark.parametrize(("text", "told_of", "left", "why"), SPOKEN, ids=[row[-1] for row in SPOKEN])
def test_words_that_ask_for_all(text: str, told_of: list[Facts], left: str, why: str) -> None:
    assert without_asking_together(text, told_of)[0] == left, why


def test_a_room_mate_is_a_person_of_his_own() -> None:
    told = "衢州，我和室友都参加了创业培训，我考核过了拿到合格证，室友没过没拿证，我们俩合起来多少"
    due = [e for e in answer_to(told).entitlements if e.rule.benefit.id == "quzhou-entrepreneurship"]
    assert [e.amount.high for e in due if e.outcome == "eligible" and e.amount] == [Decimal(1000)]


def test_more_than_are_told_apart_are_not_counted_by_their_number() -> None:
    told = ("我衢州户口，我考了高级工，多少", "我儿子考了初级工，也是衢州户口", "我女儿考了中级工，衢州户口")
    text = answer_to(*told, "三个人加起来").text
    assert "共4人" not in text and "7500" not in text


@pytest.mark.parametrize("asked", ["三个人一共多少", "我们三个加起来能领多少", "那4个人合计呢"])
def test_a_sum_of_more_than_are_known_is_not_that_of_those_who_are(asked: str) -> None:
    assert "合计1700元" in answer_to(ME, WIFE, "两个人一共多少").text
    assert "1700" not in answer_to(ME, WIFE, asked).text
