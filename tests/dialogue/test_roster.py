"""Single persons over a conversation: each has facts of his own, and is corrected, left out and come back to."""

from decimal import Decimal

import pytest

from tests.dialogue.talk import answer_to

QUZHOU, JINJIANG = "quzhou-skill-upgrade", "jinjiang-skill-upgrade-worker"
ALL = "晋江，我、儿子、女儿都考了中级工，合同都两年，社保都交，一共多少"
BOTH = "晋江，我和我老婆都考了中级工，合同都两年，社保都交，能领多少"
SON, DAUGHTER = "衢州，我儿子考了中级工，户口在衢州，能领多少", "那我女儿呢，她考了高级工，衢州户口"
BROTHER = "晋江，替我哥问下，他考了高级工，合同两年社保都交，能领多少"
NAMES = "衢州，小张高级工小王中级工，都是衢州户口，各补多少"


def paid(rule: str, *messages: str) -> dict[str, int]:
    """What each whom the last answer speaks of gets at most by a rule; 0: nothing, or not for certain."""
    told = [e for e in answer_to(*messages).entitlements if e.rule.benefit.id == rule]
    return {
        str(e.facts.get("holder", "本人")): int((e.amount and e.amount.high) or 0) * (e.outcome == "eligible")
        for e in told
    }


EACH = [
    (QUZHOU, (SON, DAUGHTER), {"女儿": 3000}, "a daughter is no son"),
    (QUZHOU, (SON, "那我女儿呢，她考了高级工，户口在杭州"), {"女儿": 0}, "his tie to the place is not hers"),
    (QUZHOU, (SON, DAUGHTER, "我儿子呢"), {"儿子": 1500}, "come back to"),
    (QUZHOU, (SON, DAUGHTER, "我自己初级工，衢州户口", "三个人加起来"), {"儿子": 1500, "女儿": 3000, "本人": 1000}, "three"),
    (JINJIANG, (ALL, "儿子没拿到证"), {"本人、女儿": 2000, "儿子": 0}, "one of those told of together"),
    (JINJIANG, (ALL, "那我女儿呢"), {"女儿": 1000}, "one of them alone"),
    (QUZHOU, (NAMES, "小王没考过"), {"小张": 3000, "小王": 0}, "by name, and of the examination alone"),
    (QUZHOU, (NAMES, "小王没考过", "那小张呢"), {"小张": 3000}, "and the other"),
    (JINJIANG, (BOTH, "我老婆那个不算，她没考过"), {"本人": 1000}, "left out"),
    (JINJIANG, (BOTH, "我老婆不算了，就我自己呢"), {"本人": 1000}, "left out, with who is left"),
    (JINJIANG, (BOTH, "那我自己呢", "那我老婆呢"), {"妻子": 1000}, "after what both get"),
    (JINJIANG, (BROTHER, "我也一样"), {"本人": 1500}, "all that was told of him is so of me"),
    (JINJIANG, (BROTHER, "我跟他情况一样"), {"本人": 1500}, "in other words"),
    (JINJIANG, (BROTHER, "我也一样", "两个人一共"), {"哥哥、本人": 3000}, "together"),
    (JINJIANG, ("晋江，大儿子高级工小儿子中级工，合同都两年社保都交，多少", "小儿子没交社保"), {"大儿子": 1500, "小儿子": 0}, "two sons"),
    (JINJIANG, ("晋江，我两个儿子，大的考了中级工，小的考了高级工，合同都两年，社保都交，一共多少", "小的那个没交社保"), {"大的": 1000, "小的": 0}, "known by a word, wherever it stands"),
    (JINJIANG, ("晋江，我徒弟小林考了中级工，合同两年社保有，多少", "另一个徒弟小周高级工，合同也是两年，社保也有", "两个徒弟一共多少"), {"徒弟小林": 1000, "徒弟小周": 1500}, "two of one kind, each with a name"),
    (QUZHOU, ("衢州，我儿子中级工，户口在衢州，女儿高级工，户口在温州，人也在温州上班，一共多少",), {"儿子": 1500, "女儿": 0}, "each his own ties"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "messages", "due", "why"), EACH, ids=[row[-1] for row in EACH])
def test_each_has_his_own(rule: str, messages: tuple[str, ...], due: dict[str, int], why: str) -> None:
    assert paid(rule, *messages) == due, why


AGES = [
    ("衢州，我妈考了高级工，户口在衢州，能领多少", "其实她56了", False, "a mother is a woman, and too old"),
    ("衢州，我爸考了高级工，户口在衢州，能领多少", "其实他56了", True, "a father is not"),
    ("衢州，我老公考了中级工，常住衢州", "我公公呢，63了，也考了中级工，衢州户口", False, "a father in law"),
]


@pytest.mark.parametrize(("first", "then", "due", "why"), AGES, ids=[row[-1] for row in AGES])
def test_an_age_told_later_is_held_against_who_it_is(first: str, then: str, due: bool, why: str) -> None:
    outcomes = {e.outcome for e in answer_to(first, then).entitlements if e.rule.benefit.id == QUZHOU}
    assert outcomes == ({"eligible"} if due else {"ineligible"}), why


ELSEWHERE = [
    ("我哥考了高级工，户口在杭州，人也在杭州上班，衢州能补他多少", "lives and works there"),
    ("衢州，我哥考了高级工，他户口在杭州，跟衢州没关系", "in no way"),
]


@pytest.mark.parametrize(("message", "why"), ELSEWHERE, ids=[row[-1] for row in ELSEWHERE])
def test_who_has_all_ties_elsewhere_gets_nothing(message: str, why: str) -> None:
    [own] = [e for e in answer_to(message).entitlements if e.rule.benefit.id == QUZHOU]
    assert own.outcome == "ineligible", why


def test_what_two_have_in_a_sum_is_theirs_by_name() -> None:
    answer = answer_to("衢州，我爸妈都考了中级工，户口都在衢州，能领多少")
    [own] = [e for e in answer.entitlements if e.rule.benefit.id == QUZHOU]
    assert own.amount is not None and own.amount.high == Decimal(3000)
    assert "您的父亲和您的母亲" in answer.text
