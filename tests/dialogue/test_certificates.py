"""Several certificates of one person are not several people, and are not summed."""

import pytest

from assistant.dialogue.facts.said import ONE_PERSON as ONE
from assistant.rules.facts import Quantity
from tests.dialogue.talk import answer_to

PERSONAL = "jinjiang-skill-upgrade-worker"

ONE_PERSON = [
    ("我在晋江上班，合同两年社保都交，我考两个证，一个中级一个高级，能领多少", [1000, 1500], "一个 counts certificates"),
    ("晋江，合同两年有社保，去年考了高级技师今年又考高级工，两个都能领吗", [1500, 3000], "before and now"),
    ("晋江，钳工中级焊工高级都考下来了，合同社保都有，能领多少", [1000, 1500], "two trades"),
    ("晋江，我考了中级工和高级工，合同两年有社保，补多少", [1000, 1500], "joined by 和"),
    ("晋江，我手上有电工三级和钳工四级两本证，合同签了三年，养老一直交，都能补不", [1000, 1500], "two at hand"),
    ("晋江，小陈一个人拿下三本证：初级、中级、高级，他能领几回", [700, 1000, 1500], "three of somebody"),
    ("晋江，去年我拿了初级工今年又拿中级工，合同两年社保有，能不能领两份", [700, 1000], "asked for by number"),
    ("晋江，我们公司小刘考了中级工和高级工两个证，合同两年，社保交着，公司能领几份", [1000, 1500], "told by the firm"),
    ("晋江，我们厂小张两个证，一个中级一个高级，合同两年社保交着，小张个人补多少", [1000, 1500], "of one of a firm"),
    ("晋江，我先考的初级工，后来又考了中级工，两本都能补吗，合同社保都有", [700, 1000], "one after the other"),
]  # fmt: skip


@pytest.mark.parametrize(("message", "amounts", "why"), ONE_PERSON, ids=[row[-1] for row in ONE_PERSON])
def test_each_certificate_has_its_sum(message: str, amounts: list[int], why: str) -> None:
    answer = answer_to(message)
    own = [e for e in answer.entitlements if e.rule.benefit.id == PERSONAL]
    assert sorted(int(e.amount.high) for e in own if e.amount and e.amount.high) == amounts, why
    assert answer.totals == (), "no sum of its own accord"
    assert "headcount" not in {ask.fact for ask in answer.asks}, "one person"
    assert "不是几个人" in answer.text and "不超过3次" in answer.text, "and what the text says of several"


def test_two_of_one_level_are_told_of_one() -> None:
    answer = answer_to("晋江，小刘一个人考了两个工种，焊工中级、电工中级，合同两年有社保，能补几个")
    [own] = [e for e in answer.entitlements if e.rule.benefit.id == PERSONAL]
    assert own.amount is not None and own.amount.high == 1000
    assert "上面是一本的数额" in answer.text and "同一职业同一等级不可重复享受" in answer.text


SEVERAL_PEOPLE = [
    ("晋江，我们厂一个中级工一个高级工，都有两年合同和社保", "people of a firm"),
    ("晋江，员工考下来两个中级工、一个高级工，合同两年社保都交", "counted by level"),
    ("晋江，中级工和高级工分别补多少", "rates"),
    ("晋江，我间公司有4个职工考到高级工职业资格证书，合同两年，社保都交", "a firm in other words"),
]


@pytest.mark.parametrize(("message", "why"), SEVERAL_PEOPLE, ids=[row[-1] for row in SEVERAL_PEOPLE])
def test_people_are_no_certificates(message: str, why: str) -> None:
    assert "不是几个人" not in answer_to(message).text, why


def test_people_of_a_firm_who_have_a_certificate_stay_counted() -> None:
    message = "晋江，我间公司有4个职工考到高级工职业资格证书，合同两年，社保都交，个人领多少"
    [own] = [e for e in answer_to(message).entitlements if e.rule.benefit.id == PERSONAL]
    assert own.amount is not None and own.amount.high == 6000


def test_one_that_was_not_passed_is_no_second() -> None:
    answer = answer_to("晋江，赵师傅技师没评上，高级工倒是早有了，合同两年社保交，他能领多少")
    own = [e for e in answer.entitlements if e.rule.benefit.id == PERSONAL and e.outcome != "ineligible"]
    assert [e.amount.high for e in own if e.amount] == [1500]
    assert "不是几个人" not in answer.text


HAD_FOR = [
    ("衢州，年初拿初级工领过一次，现在又培训考到中级工了，同一个工种，还给不给", "quzhou-skill-upgrade", 1500, "had for"),
    ("晋江，初级工补过了，又考了中级工，合同两年社保有，还能领吗", PERSONAL, 1000, "in fewer words"),
]  # fmt: skip


@pytest.mark.parametrize(("message", "rule", "amount", "why"), HAD_FOR, ids=[row[-1] for row in HAD_FOR])
def test_what_money_was_had_for_is_not_asked_about(message: str, rule: str, amount: int, why: str) -> None:
    [own] = [e for e in answer_to(message).entitlements if e.rule.benefit.id == rule]
    assert own.amount is not None and own.amount.high == amount, why


def test_the_limit_on_times_is_cited_where_money_was_had_this_year() -> None:
    answer = answer_to("衢州，今年拿初级工领过一次，现在又考到中级工了，还给不给")
    assert "六18" in {cited.path for cited in answer.cited}


def test_what_somebody_was_before_is_not_asked_about() -> None:
    answer = answer_to("晋江，去年考了中级工，今年又考了高级工，合同两年有社保，这回能领多少")
    [own] = [e for e in answer.entitlements if e.rule.benefit.id == PERSONAL]
    assert own.amount is not None and own.amount.high == 1500


@pytest.mark.parametrize(
    ("first", "message", "amounts", "why"),
    [
        ("衢州，本地人，高级工", "我还考了一个专项，一共多少", [3000, 800], "both"),
        ("衢州，本地人，高级工", "又拿到了技师证，加起来呢", [3000, 4500], "in other words"),
        ("衢州，本地人，高级工", "另外我还有个中级工的证", [3000, 1500], "at hand"),
        ("衢州，本地人，高级工", "那再考中级呢", [1500], "supposed"),
        ("衢州，本地人，高级工", "我还想考技师呢", [4500], "wished for"),
        ("衢州，本地人，高级工", "我还没考技师", [], "not had"),
        ("衢州，本地人，高级工", "还有技师的补贴是多少", [4500], "asked about"),
        ("衢州，本地人，高级工", "还有技师呢，补多少", [4500], "in other words"),
    ],
)
def test_a_second_certificate_told_later(first: str, message: str, amounts: list[int], why: str) -> None:
    told = [e.amount.high for e in answer_to(first, message).entitlements if e.amount]
    assert not amounts or told == amounts, why
    assert len(told) < 2 or len(amounts) == 2, why


@pytest.mark.parametrize(
    ("message", "people", "why"),
    [
        ("晋江，一个贫困户以工代训3个月又做了岗前培训，两个都能拿吗", 1, "two benefits of one"),
        ("晋江，一个人以工代训干了3个月，岗前培训也做了，能不能两个都领", 1, "the other way round"),
        ("衢州，我考了初级和中级，今年两个都能领？", 1, "two certificates of one"),
        ("衢州，我今年考了中级工和高级工，两个能都领吗", 1, "the verb between"),
        ("晋江，我们两个都考了中级工，两个都能领吗", 2, "two people"),
        ("衢州，岗前培训，上半年来了13个都拿合格证了", 13, "what they have, and nothing asked"),
        ("晋江，两个徒弟考了中级工，两个都能领吗", 2, "people counted before"),
        ("晋江，我和老婆都考了中级工，两个都能领吗", 2, "two who were named"),
        ("晋江，贫困户做以工代训干了3个月，贫困户两个都能领吗", 2, "who they are stands ahead"),
    ],
)
def test_both_that_are_asked_for_are_no_people(message: str, people: int, why: str) -> None:
    counts = [e.facts.get("headcount", ONE) for e in answer_to(message).entitlements]
    assert counts and {count for count in counts if isinstance(count, Quantity)} == {
        Quantity.exactly(people)
    }, why
