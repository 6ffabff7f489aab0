"""Screening: what may be had, what must be chosen between, what was refused and by which clause."""

from decimal import Decimal

import pytest

from assistant.dialogue.answers.combination import together_lines
from assistant.rules.assess import assess
from assistant.rules.rulebook import Rulebook
from tests.dialogue.talk import JUNE_2020, answer_to

FIRM = "我是晋江一家企业，新招了10个人，签了一年合同，做了{months}个月以工代训，能申请哪些补贴？"


@pytest.mark.parametrize(
    ("months", "verdict", "why"),
    [
        ("5", "以工代训补贴较多", "10 × 5 × 200 = 10000 over 10 × 800"),
        ("3", "企业职工岗前培训补贴较多", "10 × 3 × 200 = 6000 under 8000"),
        ("4", "金额一样", "8000 either way: none is chosen"),
    ],
)
def test_what_excludes_each_other_is_held_against_each_other(months: str, verdict: str, why: str) -> None:
    """晋政办〔2019〕79号 二（六）7：以工代训补贴与新招用人员岗前技能培训补贴不可重复享受."""
    answer = answer_to(FIRM.format(months=months))
    [line] = [line for line in answer.text.splitlines() if "不能同时享受" in line]
    assert verdict in line, why
    assert "晋政办〔2019〕79号 二（六）7" in line
    assert any("不可重复享受" in cited.quote for cited in answer.cited)


def test_where_it_hangs_on_a_fact_none_is_chosen() -> None:
    line = next(
        line for line in answer_to("我是鼓楼一家企业，能申请哪些补贴").text.splitlines() if "不能同时" in line
    )
    assert "要看以工代训的月数" in line
    assert "较多" not in line


def test_where_one_was_had_there_is_nothing_to_choose() -> None:
    text = answer_to("我是晋江一家企业，新招的10个人已经领过岗前培训补贴，还能申请哪些补贴？").text
    assert "**不能同时享受" not in text
    [refused] = [line for line in text.splitlines() if line.startswith("- 以工代训补贴")]
    assert "不能领" in refused
    assert "二（六）7" in refused, "the clause that refuses it"


def test_what_is_met_stands_before_what_hangs_on_conditions() -> None:
    text = answer_to("我在晋江打工，考了中级工，签了两年合同，交了社保，还能申请哪些补贴？").text
    met, still_open = text.split("已说的条件都符合的：")[1].split("还要看条件的：")
    assert "1000元" in met
    assert "最多500元" in still_open


def test_the_refused_are_named_with_the_condition_that_fails() -> None:
    """Both ask for a firm of a kind that this one is not."""
    text = answer_to("我是晋江一家企业的人事，不是困难企业，也不是高危行业，能申请哪些补贴？").text
    refused = text.split("用不上的：")[1]
    assert "因为不符合“困难企业”这一条件（晋政办〔2019〕79号 二（六）3）" in refused
    assert "二（六）5" in refused


def totals(rulebook: Rulebook, facts: dict[str, object], *ids: str) -> list[str]:
    known = rulebook.book.parse(facts)
    rules = [rule for one in ids if (rule := rulebook.rule(one)) is not None]
    return together_lines([assess(rule, known, rulebook.book, on=JUNE_2020) for rule in rules])


MET = {
    "headcount": 2,
    "contract_months": 24,
    "pension_insured": True,
    "certificate_level": "四级",
    "vocational_certificate": True,
    "certificate_obtained": True,
    "months_since_hire": 3,
    "pass_certificate": True,
    "partner_region_native": True,
    "training_months": 2,
    "trainee_group": ["贫困劳动力"],
}
FIRMS, WORKERS = "jinjiang-skill-upgrade-firm", "jinjiang-skill-upgrade-worker"
PARTNER, PRE_JOB, WORK = "jinjiang-partner-region-firm", "jinjiang-pre-job", "jinjiang-work-based"


@pytest.mark.parametrize(
    ("ids", "total", "why"),
    [
        ((FIRMS, PARTNER), Decimal(2 * (800 + 1500)), "one payee, exact, met: 企业"),
        ((FIRMS, WORKERS), None, "two payees are never added up"),
        ((FIRMS, PRE_JOB, WORK), Decimal(2 * (800 + 800)), "岗前 2×800 is more than 以工代训 2×2×200"),
        ((FIRMS, "jinjiang-apprenticeship"), None, "不低于4000元 is no sum"),
        ((FIRMS, "jinjiang-priority-industry"), None, "whether it is met is open"),
    ],
)
def test_only_like_is_added_to_like(
    rulebook: Rulebook, ids: tuple[str, ...], total: Decimal | None, why: str
) -> None:
    told = totals(rulebook, MET, *ids)
    if total is None:
        assert told == [], why
    else:
        [line] = told
        assert f"合计{total}元" in line, why
        assert "能不能同时享受，条文没有写明" in line


def test_where_the_best_is_not_sure_nothing_is_added_up(rulebook: Rulebook) -> None:
    assert totals(rulebook, {**MET, "training_months": [1, 6]}, FIRMS, PRE_JOB, WORK) == []


@pytest.mark.parametrize(
    ("messages", "own", "others"),
    [
        (("鼓楼", "残疾人"), "- 免费职业技能培训｜", "- 企业职工岗前培训补贴｜"),
        (("晋江", "下岗了"), "- 免费职业技能培训｜", "- 困难企业职工培训补贴｜"),
    ],
)
def test_what_fits_one_person_stands_before_what_only_firms_claim(
    messages: tuple[str, ...], own: str, others: str
) -> None:
    """Nobody said who asks: that is asked, and what a firm must choose between is no first word."""
    answer = answer_to(*messages)
    assert answer.text.index(own) < answer.text.index(others)
    assert "**不能同时享受" not in answer.text
    assert answer.asks[0].fact == "asker"


def test_several_groups_have_one_line_for_each_benefit() -> None:
    text = answer_to("晋江制鞋厂，5个中级工、3个高级工，合同两年养老都交", "还能申请哪些补贴").text
    [line] = [
        line for line in text.splitlines() if line.startswith("- 企业职工岗位技能提升培训补贴（个人）｜")
    ]
    assert "四级、5人：5000元；三级、3人：4500元" in line
    [line] = [line for line in text.splitlines() if line.startswith("- 技能大师工作室政府补助｜")]
    assert "10万元至20万元（" in line and "5人" not in line  # however many people there are


def test_what_one_group_may_have_is_of_use() -> None:
    """晋政办〔2019〕79号 二（六）2: refused to those without a contract, due to the others."""
    text = answer_to("晋江制鞋厂，5个中级工合同两年，3个高级工没签合同，养老都交", "还能申请哪些补贴").text
    offered, _, refused = text.partition("看过、用不上的")
    assert "- 企业职工岗位技能提升培训补贴（企业）（四级、5人）｜" in offered
    assert "企业职工岗位技能提升培训补贴（企业）" not in refused


def test_a_level_after_a_place_asks_for_what_it_brings() -> None:
    answer = answer_to("晋江", "考了高级工")
    assert {e.rule.benefit.topic for e in answer.entitlements} == {"skill_upgrade"}
    assert "**1500元**" in answer.text


@pytest.mark.parametrize(
    ("message", "path"),
    [
        ("晋江岗前培训有什么条件才能享受", "二（六）1"),
        ("鼓楼困难企业有什么要求能领补贴", "二（一）4"),
        ("衢州中级工有啥条件能享受", "三5"),
    ],
)
def test_on_which_conditions_is_no_question_for_all_there_is(message: str, path: str) -> None:
    answer = answer_to(message)
    assert answer.entitlements[0].rule.clause.path == path
    assert "可以看看" not in answer.text


def test_conditions_beside_what_there_is_are_one() -> None:
    assert "可以看看" in answer_to("晋江退役军人有什么条件可以享受哪些补贴").text
