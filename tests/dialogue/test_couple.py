"""Two people who speak for each other: what one of them has is not said of both."""

import pytest

from assistant.rules.assess import Entitlement
from tests.dialogue.talk import answer_to

PERSONAL = "jinjiang-skill-upgrade-worker"


def of_each(message: str) -> list[Entitlement]:
    return [e for e in answer_to(message).entitlements if e.rule.benefit.id == PERSONAL]


ONE_REFUSED = [
    (
        "晋江，我和老婆都考了中级工，社保就我交了，合同都有，个人能领多少",
        1000,
        "only mine is paid",
    ),
    (
        "晋江，两口子都考了技师，合同都两年，就老婆交了社保，补多少",
        2000,
        "only hers is paid",
    ),
    (
        "晋江，我和我对象都拿了中级工，合同两年，只有她在厂里交养老保险，个人领多少",
        1000,
        "the word for only stands before her",
    ),
    (
        "晋江，我和同事都考了中级工，我交了社保他没交，合同都签了，能领多少",
        1000,
        "the other's denial names nothing",
    ),
    (
        "晋江，我跟弟弟都考了高级工，我合同两年社保交着，他没签合同，个人能领多少",
        1500,
        "each his own",
    ),
    (
        "晋江，我跟我老公都考了高级工，社保只有他交，我连合同也没有，个人能领多少",
        1500,
        "I lack two things, and his contract is left open",
    ),
    (
        "晋江，我考了三级，媳妇考了五级，合同都两年，社保就我交了，个人领多少",
        1500,
        "two levels",
    ),
]


@pytest.mark.parametrize(("message", "amount", "reason"), ONE_REFUSED, ids=[row[-1] for row in ONE_REFUSED])
def test_one_of_two_is_refused(message: str, amount: int, reason: str) -> None:
    refused = [e for e in of_each(message) if e.outcome == "ineligible"]
    [other] = [e for e in of_each(message) if e.outcome != "ineligible"]
    assert len(refused) == 1, reason
    assert other.amount is not None and other.amount.high == amount, reason


BOTH = [
    ("晋江，我和同事都考了中级工，合同都两年，社保都交，个人一共多少", "2000元", "both have everything"),
    ("晋江，夫妻俩都考了中级工，合同两年，我社保在交，我老婆社保也交着，个人多少", "2000元", "one by one"),
    ("晋江，我自己高级工，我老婆初级工，俩人都合同两年、养老在缴，个人一共多少", "合计2200元", "俩人 are the two"),
    ("衢州两口子都考了中级工，再加上儿子考了高级工，一家三口能补多少", "合计最多6000元", "and a third"),
]  # fmt: skip


@pytest.mark.parametrize(("message", "said", "reason"), BOTH, ids=[row[-1] for row in BOTH])
def test_what_both_have_is_paid_twice(message: str, said: str, reason: str) -> None:
    assert said in answer_to(message).text, reason


def test_a_contract_of_one_leaves_the_other_open() -> None:
    message = "晋江，我跟我老公都考了高级工，只有我签了合同，社保都交，能领多少"
    assert all(e.outcome != "eligible" for e in of_each(message))
