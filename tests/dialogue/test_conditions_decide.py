"""Each condition of a benefit can decide: a sentence that denies it refuses, one that is silent on it leaves it open."""

from datetime import date

import pytest

from assistant.rules.assess import with_implied
from assistant.rules.conditions import comparisons
from assistant.rules.rulebook import Rulebook
from tests.dialogue.conftest import Read
from tests.dialogue.talk import JUNE_2020, answer_to

AUGUST_2025 = date(2025, 8, 1)

# (rule, what denies a condition, what says nothing of it, the words of the clause)
ROWS: list[tuple[str, str, str, str]] = [
    (
        "fujian-2024-chain-training",
        "福建头部企业，只培训本公司员工，没带上下游的小企业，培养产业技工那条支持算吗",
        "福建头部企业，产业技工培养有什么支持",
        "面向产业链上下游中小微企业培养所需产业技工",
    ),
    (
        "fujian-2025-firm-school",
        "福建企业没有办技工院校也没办培训机构，企业办学的支持能拿吗",
        "福建企业办学有支持吗",
        "举办或联合举办技工院校和职业培训机构",
    ),
    (
        "gulou-firm-school",
        "鼓楼我们公司没有办职业院校，企业办学的支持能拿吗",
        "鼓楼企业办学有什么支持",
        "企业举办或参与举办职业院校、技工院校",
    ),
    (
        "jinjiang-firm-school",
        "晋江我们没有举办职业院校，企业办学扶持能拿吗",
        "晋江企业办学有扶持吗",
        "支持企业举办或参与举办职业院校",
    ),
    (
        "jinjiang-priority-industry",
        "晋江重点产业急需紧缺工种，合同两年，没拿到培训合格证，1000能领吗",
        "晋江重点产业急需紧缺工种培训一个人补多少",
        "取得培训合格证书",
    ),
    (
        "jinjiang-custody",
        "晋江司法局组织培训的不是服刑人员，也不是戒毒人员，800的培训支持能拿吗",
        "晋江服刑人员培训支持是多少",
        "服刑人员、强制隔离戒毒人员",
    ),
    (
        "jinjiang-partner-region-worker",
        "晋江，我不是结对帮扶地区的人，考了等级证，结对帮扶那个个人补贴有吗",
        "晋江结对帮扶地区的工人取证个人补贴怎么给",
        "结对帮扶的宁夏、西藏、新疆等地区籍贯",
    ),
    (
        "jinjiang-base-building",
        "晋江我们这个不是产业实训基地也不是公共实训基地，是国家级高技能人才培训基地，基地建设支持有吗",
        "晋江建实训基地有支持吗",
        "县级以上产业实训基地 and those named beside it",
    ),
    (
        "gulou-base-building",
        "鼓楼我们是区级高技能人才培训基地，实训基地建设的支持有吗",
        "鼓楼实训基地建设有没有支持",
        "产学融合实训基地和公共实训基地",
    ),
    (
        "jinjiang-partner-region-firm",
        "晋江，培训的工人不是宁夏西藏新疆籍的，结对帮扶1500能领吗",
        "晋江培训外来务工人员1500给不给",
        "结对帮扶的宁夏、西藏、新疆等地区籍贯",
    ),
    (
        "gulou-traditional-craft",
        "鼓楼，学的不是非遗，合同两年有合格证，传统文化那500能领吗",
        "鼓楼合同两年有合格证，传统文化技能那500能领吗，工种我不清楚算不算非遗",
        "非物质文化遗产领域",
    ),
    (
        "gulou-free-training",
        "鼓楼免费培训，列出来的这些人我都不是，人社局也不认可",
        "鼓楼有免费培训吗",
        "退役军人…残疾人等",
    ),
    (
        "gulou-assist-small-firms",
        "鼓楼帮中小微企业培训，没经过主管部门同意，能纳入补贴吗",
        "鼓楼帮中小微企业培训能纳入补贴吗",
        "经培训行政主管部门同意",
    ),
    (
        "gulou-dispatch",
        "鼓楼，不是劳务派遣工，是我们正式员工，劳务派遣那条岗位培训补贴能领吗",
        "鼓楼岗位培训里给用工企业的那条补贴，是不是派遣工我不清楚",
        "劳务派遣人员",
    ),
    (
        "fujian-2024-training-base",
        "福建职业技能提升实训基地，没列进去，补助能拿吗",
        "福建实训基地建设有补助吗",
        "20 个职业技能提升实训基地",
    ),
    (
        "gulou-home-service",
        "鼓楼家政公司，不是提质扩容的大型企业，培训支持有吗",
        "鼓楼家政公司培训有支持吗",
        "家政服务业提质扩容大型企业",
    ),
    (
        "quzhou-department-training",
        "衢州行业部门培训，没制订培训计划也没报人社审核，经费能列支吗",
        "衢州行业部门开展培训，经费能列支吗",
        "制订培训计划，报同级人力社保部门审核",
    ),
    (
        "quzhou-apprentice-student",
        "衢州学生学徒，培训后没签劳动合同，能补吗",
        "衢州学生学徒一年补多少",
        "未与实习学徒签订劳动合同…不予补贴",
    ),
    (
        "quzhou-project-training",
        "衢州项目制培训，项目不在目录清单里，能补吗",
        "衢州项目制培训补多少",
        "实施项目制目录清单内项目",
    ),
    (
        "jinjiang-equipment",
        "晋江培训成绩不突出，设备升级改造资金能拿吗",
        "晋江设备升级改造资金有多少",
        "成绩突出",
    ),
    (
        "jinjiang-advance-payment",
        "晋江公司的培训，课一节都还没上，六成补贴能先拨吗",
        "晋江公司的培训能先拨六成补贴吗",
        "培训实施后可先行拨付60%",
    ),
]


def outcomes(message: str, rule: str) -> list[str]:
    day = AUGUST_2025 if rule.startswith("fujian") else JUNE_2020
    return [e.outcome for e in answer_to(message, on=day).entitlements if e.rule.benefit.id == rule]


@pytest.mark.parametrize(("rule", "denied", "silent", "reason"), ROWS, ids=[f"{r[0]} {r[-1]}" for r in ROWS])
def test_a_condition_decides(rule: str, denied: str, silent: str, reason: str) -> None:
    assert outcomes(denied, rule) == ["ineligible"], reason
    assert outcomes(silent, rule) == ["undetermined"], reason


def test_whatever_goes_without_saying_can_be_denied(rulebook: Rulebook, read: Read) -> None:
    """In its own words: the phrases that deny it, or a plain 没搞 and 不是 before what names it."""
    compared = [c for rule in rulebook.rules for c in comparisons(rule.benefit.when) if c.assumed]
    assumed = {c.fact for c in compared if c.operand is True}
    for spec in map(rulebook.book.__getitem__, sorted(assumed)):
        denials = (
            *spec.no_words,
            *(words.replace("…", "本地") for words in spec.undone),
            *(f"没搞{act}" for act in spec.acts),
            *(f"不是{name}" for name in spec.names),
        )
        readings = [read(denial, topics=spec.topics).facts.get(spec.id) for denial in denials]
        assert readings and readings.count(False) > len(readings) / 2, (spec.id, denials, readings)


def test_a_kind_that_goes_without_saying_can_be_told_otherwise(rulebook: Rulebook, read: Read) -> None:
    compared = [c for rule in rulebook.rules for c in comparisons(rule.benefit.when) if c.assumed]
    kinds = {(c.fact, c.operand) for c in compared if c.operand is not True}
    assert kinds == {("how_employed", "从外面新招用")}
    for fact, kind in kinds:
        told = with_implied(read("都是本厂转岗的职工").facts, rulebook.book).get(fact)
        assert told is not None and told != kind


# (what is said, outcome, reason)
BASES = [
    (("晋江，我们企业评上了产业实训基地，补多少",), "undetermined", "which rank was not said"),
    (
        ("晋江，评上了产业实训基地，补多少", "泉州市级的"),
        "eligible",
        "the rank alone, of what was named before",
    ),
    (("晋江，评上了产业实训基地，市级的，补多少",), "eligible", "and in one message"),
    (("晋江，评上了产业实训基地，补多少", "晋江市级的"), "ineligible", "the county's own"),
    (("晋江，我们有个国家级产业实训基地，补多少",), "ineligible", "a rank that the clause does not name"),
    (("晋江，产业实训基地没评上，补不补",), "ineligible", "whichever rank"),
    (("晋江，不是产业实训基地，是国家级高技能人才培训基地，补多少",), "eligible", "the other kind"),
    (("晋江，高技能人才培训基地、产业实训基地各补多少",), "undetermined", "a list of kinds is neither"),
    (("鼓楼，产业实训基地补多少",), "ineligible", "no rank of it is in the clause"),
]


@pytest.mark.parametrize(("said", "outcome", "reason"), BASES)
def test_a_kind_of_several_ranks_is_none_of_them_yet(
    said: tuple[str, ...], outcome: str, reason: str
) -> None:
    told = answer_to(*said).entitlements
    assert [e.outcome for e in told if e.rule.benefit.id.endswith("-training-base")] == [outcome], reason


PILOT_COSTS = [
    ("衢州，部门聚餐宴请的钱，算不算试点工作经费", "ineligible", "no pilot work"),
    ("衢州，单位团建的费用能当试点工作经费纳入补贴吗", "ineligible", "nor is this"),
    ("衢州，请第三方来评估培训，试点经费能纳入补贴范围吗", "eligible", "named in the clause"),
    ("衢州，我们不搞团建，编教材的钱能纳入补贴吗", "eligible", "what is not done is not asked about"),
]


@pytest.mark.parametrize(("message", "outcome", "reason"), PILOT_COSTS)
def test_an_expense_that_a_clause_does_not_mean_is_refused(message: str, outcome: str, reason: str) -> None:
    assert outcomes(message, "quzhou-pilot-costs") == [outcome], reason
