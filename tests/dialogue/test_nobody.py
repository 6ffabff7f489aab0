"""What nobody has, what is either of two, and numbers of people that belong together."""

import pytest

from tests.dialogue.conftest import Read
from tests.dialogue.talk import answer_to

DENIED = [
    ("没有一个学员取得培训合格证书", "pass_certificate", "not one"),
    ("没人取得培训合格证书", "pass_certificate", "nobody"),
    ("学员结业但都没发培训合格证", "pass_certificate", "not handed out"),
    ("求职、失业、就业登记一样都没办过", "registered", "none of several"),
    ("没去就业机构做求职登记", "job_seeker_registered", "with the place in between"),
    ("不是困难企业，困难企业职工培训补贴能套用吗", "firm_in_difficulty", "a benefit that is only named"),
]


@pytest.mark.parametrize(("message", "fact", "reason"), DENIED, ids=[row[-1] for row in DENIED])
def test_denied(read: Read, message: str, fact: str, reason: str) -> None:
    assert read(message).facts.get(fact) is False, reason


def test_not_chosen_yet_is_not_chosen(read: Read) -> None:
    said = read("还没被遴选为国家级高技能人才培训基地", topics=("training_base",)).facts
    assert said["base_kind"] == "都不是"


EITHER = [
    ("特种作业操作证，是头次拿还是复审，我得回去问", "certificate_event", "one of two"),
    ("没说是新办证还是复审", "certificate_event", "in other words"),
]


@pytest.mark.parametrize(("message", "fact", "reason"), EITHER, ids=[row[-1] for row in EITHER])
def test_either_of_two_is_none_yet(read: Read, message: str, fact: str, reason: str) -> None:
    assert fact not in read(message).facts, reason


TOGETHER = [
    ("9人拿了特种作业操作证，另外4人拿了合格证", 13, "and others"),
    ("三十个司机参加公司办的培训", 30, "a word for people that holds no 人"),
    ("45人参加，40人合格", 40, "who passed"),
    ("16个人里14个拿到合格证", 14, "of all"),
    ("25个人报名18个人拿合格证", 18, "who passed, without a mark between"),
    ("2名职工评上技师，合同两年、养老保险齐全，这两位", 2, "the same people again"),
    ("5名工人都通过了，五个人一共", 5, "the same number again"),
]


@pytest.mark.parametrize(("message", "people", "reason"), TOGETHER, ids=[row[-1] for row in TOGETHER])
def test_people_counted(read: Read, message: str, people: int, reason: str) -> None:
    assert str(read(message).facts["headcount"]).count(f"'{people}'") == 2, reason


REFUSED = [
    ("晋江，合同社保都有，高级工考试没通过，证没拿到，个人那1500还发不发", "jinjiang-skill-upgrade-worker"),
    ("衢州人，技师考了两回都没过，能补多少", "quzhou-skill-upgrade"),
    ("衢州，登高证没考下来，那500块补不补", "quzhou-special-operation"),
    ("衢州，考了高级工，结果名落孙山，补多少", "quzhou-skill-upgrade"),
    ("申报了市级技能大师工作室落选了，鼓楼还有5万吗", "gulou-master-studio"),
    (
        "鼓楼，残疾人、退役军人都不是，招的是普通员工，零就业、就业困难、贫困户都不沾边，以工代训补贴有吗",
        "gulou-work-based",
    ),
    ("晋江，培训的全是本地人，合格证有，结对帮扶那1500能不能报", "jinjiang-partner-region-firm"),
]


@pytest.mark.parametrize(("message", "rule"), REFUSED, ids=[row[1] for row in REFUSED])
def test_what_the_message_denies_is_not_paid_not_even_with_an_if(message: str, rule: str) -> None:
    outcomes = {e.outcome for e in answer_to(message).entitlements if e.rule.benefit.id == rule}
    assert outcomes == {"ineligible"}


FOLLOW_UPS = [
    ("鼓楼，技能大师工作室补多少", "没评上", "gulou-master-studio", "an answer to what was asked"),
    (
        "晋江，高级工能领多少，合同两年社保有交",
        "还没考上",
        "jinjiang-skill-upgrade-worker",
        "of the level named before",
    ),
    (
        "晋江以工代训补多少",
        "都不沾",
        "jinjiang-work-based",
        "none of the groups, though another fact was asked",
    ),
    (
        "晋江，高级工证拿到，合同签没签我忘了，社保有",
        "社保其实没交",
        "jinjiang-skill-upgrade-worker",
        "taken back",
    ),
]


@pytest.mark.parametrize(("first", "second", "rule", "why"), FOLLOW_UPS, ids=[row[-1] for row in FOLLOW_UPS])
def test_a_denial_that_follows_refuses(first: str, second: str, rule: str, why: str) -> None:
    answer = answer_to(first, second)
    assert {e.outcome for e in answer.entitlements if e.rule.benefit.id == rule} == {"ineligible"}, why


def test_what_is_left_open_is_asked_once_with_who_can_tell() -> None:
    first = answer_to("晋江，高级工证拿到了，合同三年，养老保险交没交我不晓得")
    assert [
        (ask.fact, "请向用人单位" in ask.text) for ask in first.asks if ask.fact == "pension_insured"
    ] == [("pension_insured", True)]
    again = answer_to("晋江，高级工证拿到了，合同三年，养老保险交没交我不晓得", "还是不清楚")
    assert "pension_insured" not in [ask.fact for ask in again.asks]


def test_the_rest_are_what_some_are_not(read: Read) -> None:
    groups = read("8个不是应届生，剩下的都是", facts={"headcount": "20"}).groups
    assert [(str(g.facts["headcount"]), g.facts["fresh_school_leaver"]) for g in groups] == [
        ("Quantity(low=Decimal('12'), high=Decimal('12'))", True),
        ("Quantity(low=Decimal('8'), high=Decimal('8'))", False),
    ]


def test_nobody_is_paid_for_a_certificate_that_nobody_has() -> None:
    answer = answer_to("衢州项目制班，清单内，36课时上完，但没有一个学员取得培训合格证书，补助有没有")
    assert {e.outcome for e in answer.entitlements if e.rule.benefit.id == "quzhou-project-training"} == {
        "ineligible"
    }
