"""Whether and when something happened: what is still to come, what no longer counts, what has changed since."""

from typing import Any

import pytest

from assistant.rules.facts import FactBook
from tests.dialogue.conftest import Read
from tests.dialogue.talk import answer_to

UNSURE = "不清楚"
Facts = dict[str, Any]

TO_COME: list[tuple[str, Facts, str]] = [
    ("正在考高级工", {"certificate_level": "三级", "certificate_obtained": UNSURE}, "under way"),
    (
        "我女儿在备考初级工",
        {
            "certificate_level": "五级",
            "certificate_obtained": UNSURE,
            "asker": "个人",
            "holder": "女儿",
        },
        "hers",
    ),
    ("中级工在考了", {"certificate_level": "四级", "certificate_obtained": UNSURE}, "behind the word"),
    ("正在参加高级工培训", {"certificate_level": "三级", "certificate_obtained": UNSURE}, "still learning"),
    ("打算考中级工", {"certificate_level": "四级", "certificate_obtained": UNSURE}, "planned"),
    (
        "我是准备去考高级工的",
        {"certificate_level": "三级", "certificate_obtained": UNSURE},
        "planned, with 去",
    ),
    ("下星期六才去考中级工", {"certificate_level": "四级", "certificate_obtained": UNSURE}, "a day to come"),
    (
        "下个月才考试，考的是高级工",
        {"certificate_level": "三级", "certificate_obtained": UNSURE},
        "the day stands in a part of its own",
    ),
    (
        "高级工报了名，还没去考",
        {"certificate_level": "三级", "certificate_obtained": UNSURE},
        "not sat for yet",
    ),
    ("技师证我报上名了", {"certificate_level": "二级", "certificate_obtained": UNSURE}, "enrolled, no more"),
    ("打算考叉车证", {"special_equipment_certificate": UNSURE}, "a certificate without levels"),
    ("证还没去考，打算秋天考", {"certificate_obtained": UNSURE}, "without a name"),
    ("高级工考了，成绩还没出来", {"certificate_level": "三级", "certificate_obtained": UNSURE}, "sat for"),
    ("想问一下考高级工补多少", {"certificate_level": "三级"}, "to want to ask is no plan"),
    ("公司要求考中级工，我考了", {"asker": "个人"}, "what is demanded is not said"),
    ("想领高级工补贴", {"certificate_level": "三级"}, "the money is wanted, not the certificate"),
    ("考过高级工", {"certificate_level": "三级"}, "done"),
    ("打算申报省级技能大师工作室", {"studio_level": "省级"}, "its level tells the amount that is asked for"),
    (
        "报了名考中级工，考过了",
        {"certificate_level": "四级", "certificate_obtained": True},
        "and passed since",
    ),
]
VOID: list[tuple[str, Facts, str]] = [
    ("高级工证过期了", {"certificate_level": "三级", "certificate_obtained": False}, "no longer valid"),
    ("证被注销了，中级工", {"certificate_obtained": False, "certificate_level": "四级"}, "struck off"),
    ("中级工的证作废了", {"certificate_level": "四级", "certificate_obtained": False}, "void"),
    ("叉车证有效期过了，还没换", {"special_equipment_certificate": False}, "in other words"),
    ("操作证快过期了", {"special_operation_certificate": True}, "it is valid still"),
    (
        "电工操作证过期了，上个月去复审了",
        {"special_operation_certificate": True, "certificate_event": "复审"},
        "and renewed",
    ),
    ("高级工那个政策过期了", {"certificate_level": "三级"}, "the policy, not the certificate"),
    ("高级工补贴，取消了", {"certificate_level": "三级"}, "the money, not the certificate"),
    ("工作室评上过发挥作用突出的，后来被撤了", {"outstanding_studio": False}, "an award that was withdrawn"),
]
AFTER_ALL: list[tuple[str, Facts, str]] = [
    ("高级工没考过，后来补考过了", {"certificate_level": "三级", "certificate_obtained": True}, "made up"),
    (
        "高级工理论没过，后面补考过了证也拿到了",
        {"certificate_level": "三级", "certificate_obtained": True},
        "the theory, then all",
    ),
    (
        "技师去考栽了，第二回总算考过了",
        {"certificate_level": "二级", "certificate_obtained": True},
        "the 2nd time",
    ),
    ("第一次没过第二次过了，中级工", {"certificate_level": "四级"}, "without a comma"),
    (
        "中级工没考过，又去补考，还是没过",
        {"certificate_level": "四级", "certificate_obtained": False},
        "failed twice",
    ),
]
BY_NOW: list[tuple[str, Facts, str]] = [
    ("以前没交社保，去年开始交了", {"pension_insured": True}, "begun since"),
    ("社保原来没交，今年三月厂里才给我们交上的", {"pension_insured": True}, "with 才"),
    ("刚进厂那会儿没交养老保险，现在交着了", {"pension_insured": True}, "刚进厂那会儿 is no recent hire"),
    ("以前没签合同，上个月补签了", {}, "how long it is now, nobody said"),
    ("原来有社保，后来停了", {"pension_insured": False}, "stopped since"),
    ("社保嘛原先厂里是交的，疫情以后就给停掉了", {"pension_insured": False}, "stopped, with words between"),
    ("养老保险以前有买，今年开始不给买了", {"pension_insured": False}, "no longer"),
    (
        "早先跟公司签过一年的合同，到期以后就没再签了",
        {"contract_months": UNSURE},
        "that contract has ended: it is asked anew, whatever was told before",
    ),
    ("没交社保，去年交的是农保", {"pension_insured": False}, "another insurance"),
    ("社保没交，公司现在给我签了合同", {"pension_insured": False, "asker": "个人"}, "another thing"),
    (
        "社保交了，合同后来没续签",
        {"pension_insured": True, "contract_months": UNSURE},
        "what ended is the contract",
    ),
    (
        "厂里说明年才给交社保，考了中级工",
        {"pension_insured": False, "certificate_level": "四级"},
        "not before then",
    ),
    (
        "考过了没还不知道，中级工",
        {"certificate_obtained": UNSURE, "certificate_level": "四级"},
        "nobody knows yet",
    ),
    ("社保没交，明年开始交", {"pension_insured": False}, "still to come"),
    ("社保交了两年，中间没断", {"pension_insured": True}, "never stopped"),
]
OF_AGE: list[tuple[str, Facts, str]] = [
    ("今年56，女的", {"age": "56", "gender": "女"}, "an age without 岁"),
    ("我今年五十六了", {"age": "56"}, "spelled out"),
    ("退休金每个月三千来块准时到账", {"drawing_pension": True}, "told of the money"),
    ("养老金我每个月15号都到卡里了", {"drawing_pension": True}, "the same"),
    ("退休金按月领", {"drawing_pension": True}, "in the text's words, turned"),
    ("养老金领不了", {"drawing_pension": False}, "cannot"),
    ("养老金要到明年才能领", {"drawing_pension": False}, "not before next year, and nothing happens then"),
    ("退休金还没有", {"drawing_pension": False}, "none yet"),
    ("我妈56岁", {"age": "56", "gender": "女", "holder": "母亲", "asker": "个人"}, "a mother is a woman"),
    (
        "我妈帮我问，我58岁，考了中级工",
        {"age": "58", "asker": "个人", "certificate_level": "四级"},
        "not about her",
    ),
]


@pytest.mark.parametrize(("message", "facts", "why"), [*TO_COME, *VOID, *AFTER_ALL, *BY_NOW, *OF_AGE])
def test_how_things_stand(read: Read, book: FactBook, message: str, facts: Facts, why: str) -> None:
    told = {fact: value for fact, value in read(message).facts.items() if fact != "event_date"}
    assert book.store(told) == facts, why


def test_an_age_is_no_day_and_a_count_no_age(read: Read) -> None:
    assert "event_date" not in read("我今年56").facts
    assert "age" not in read("今年20，去年15，都是新招").facts


def test_a_plan_is_part_of_each_who_is_named(read: Read) -> None:
    both = read("准备让5个员工去考中级工、3个考高级工").groups
    assert [group.facts["certificate_obtained"] for group in both] == [UNSURE, UNSURE]
    have, want = read("我有中级工，现在想考高级工").groups
    assert "certificate_obtained" not in have.facts
    assert want.facts["certificate_obtained"] == UNSURE


def test_what_is_to_come_has_its_amount_and_stays_open_until_it_is_had() -> None:
    plan = "晋江，合同两年社保也交，正在考高级工，我自己能拿多少"
    before, after = answer_to(plan), answer_to(plan, "考过了，证也拿到手了")
    for answer, outcome in ((before, "undetermined"), (after, "eligible")):
        [mine] = [e for e in answer.entitlements if e.rule.benefit.id == "jinjiang-skill-upgrade-worker"]
        assert mine.outcome == outcome
        assert mine.amount is not None and mine.amount.low == 1500
    assert "若取得职业资格证书或职业技能等级证书" in before.text
    assert "vocational_certificate" not in [ask.fact for ask in before.asks]


ASKED_ABOUT = [
    ("合格证有无都可以吗", "pass_certificate"),
    ("中级工，社保有没有都行吗", "pension_insured"),
    ("社保有无要不要紧", "pension_insured"),
]


@pytest.mark.parametrize(("message", "fact"), ASKED_ABOUT)
def test_whether_it_matters_is_asked_and_not_said(read: Read, message: str, fact: str) -> None:
    assert fact not in read(message).facts


BOTH = [
    "晋江高级技师证能拿多少，公司能拿多少",
    "晋江的，员工考出来高级技师，他本人补多少，厂里又补多少",
    "晋江高级技师，个人补多少企业补多少",
]


@pytest.mark.parametrize("message", BOTH)
def test_both_who_are_asked_about_are_told_apart(message: str) -> None:
    text = answer_to(message).text
    assert "个人可领**3000元**" in text, "the person's own"
    assert "企业可领**800元**" in text, "the firm's"


LEVEL = {"certificate_level": "三级"}
HIS: list[tuple[str, Facts, str]] = [
    (
        "我自己签了两年合同，社保也交，高级工证是我老公的",
        {**LEVEL, "holder": "丈夫"},
        "of him only the certificate is told",
    ),
    (
        "不是我考的，是我儿子考的，高级工，他签了两年合同",
        {**LEVEL, "holder": "儿子", "contract_months": "24"},
        "the contract is his",
    ),
    (
        "高级工是我同事考的，我合同三年社保也有",
        {**LEVEL, "holder": "同事"},
        "what the speaker has is not the colleague's",
    ),
    (
        "证不是我的，是我外甥的，高级工，没交社保",
        {**LEVEL, "holder": "外甥", "pension_insured": False},
        "the nephew's",
    ),
    ("证是我自己考的高级工，合同两年", {**LEVEL, "contract_months": "24"}, "the speaker's own"),
]


@pytest.mark.parametrize(("message", "facts", "why"), HIS)
def test_what_the_speaker_has_is_not_the_holders(
    read: Read, book: FactBook, message: str, facts: Facts, why: str
) -> None:
    told = read(message).facts
    kept = {fact: value for fact, value in told.items() if fact not in ("asker", "organised_by_firm")}
    assert book.store(kept) == facts, why


def test_a_son_in_law_is_no_woman(read: Read) -> None:
    assert "gender" not in read("是我女婿考的").facts
