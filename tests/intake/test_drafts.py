"""Drafts of rules: what an amount in a sentence or a table is taken for."""

from typing import Any

import pytest

from assistant.intake.draft_rules import Drafts, draft_rules
from assistant.intake.vocabulary import Vocabulary
from tests.intake.documents import source


def drafted(body: str, words: Vocabulary) -> Drafts:
    text = f"甲市补贴办法\n这是一份测试用的文件，前面这一段只是为了够长，没有金额。\n一、标准\n{body}\n"
    return draft_rules("some-policy", source(text).clauses, words)


def amounts(body: str, words: Vocabulary) -> list[Any]:
    return [benefit["amount"] for benefit in drafted(body, words).benefits]


def each(of: Any) -> dict[str, Any]:
    return {"each": "headcount", "of": of}


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        ("按照每人800元的标准给予企业补贴。", each(800)),
        ("按每人1,500元给予补贴。", each(1500)),  # thousands separated
        ("给予企业每人一千五百元补贴。", each(1500)),  # in Chinese
        ("补贴标准为800元/人。", each(800)),
        ("培训时间80学时的每人900元。", each(900)),  # nobody says that it is given
        ("给予一次性补助5万元。", 50000),
        ("给予每人500元至3000元补贴。", each({"range": [500, 3000]})),
        ("给予50~500万元补助。", {"range": [500000, 5000000]}),  # 万 stands at the last one only
        ("给予每人不低于4000元补贴。", each({"at_least": 4000})),
        ("每人补贴最高不超过2000元。", each({"at_most": 2000})),
        ("给予每人2000元以内的补贴。", each({"at_most": 2000})),
        (
            "对参加以工代训的，按每人每月200元给予补贴，最长6个月。",
            each({"each": "training_months", "of": 200, "up_to": 6}),
        ),
        (
            "项目制培训给予每人每课时25元，最多不超过1000元的补助。",
            each({"cap": 1000, "of": {"each": "class_hours", "of": 25}}),
        ),
        (
            "每个竞赛工种给予1万元补助，最高补助5万元。",
            {"cap": 50000, "of": {"each": "trade_count", "of": 10000}},
        ),
        ("按工资薪金总额8%的部分给予扣除。", {"percent": 8, "of": {"given": "payroll_total"}}),
    ],
)
def test_one_amount(sentence: str, amount: Any, vocabulary: Vocabulary) -> None:
    assert amounts(f"（一）{sentence}", vocabulary) == [amount]


LEVELS = {"四级": 1000, "三级": 1500}


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        (
            "中级工（四级）每人1000元、高级工（三级）每人1500元，给予个人补贴。",
            LEVELS,
        ),  # the level before its sum
        ("给予个人每人1000元（中级工）、1500元（高级工）补贴。", LEVELS),  # behind it
        ("取得中级工、高级工证书的，分别给予个人每人1000元、1500元补贴。", LEVELS),  # two lists
        ("取得中级工、高级工证书的，给予每人1000元和1500元补贴。", LEVELS),  # without 分别
        ("中级工每人补贴1000元；高级工每人补贴1500元。", LEVELS),  # a part of the sentence each
        ("按中级1,000元/人、高级1,500元/人发放。", LEVELS),  # the unit behind each sum
    ],
)
def test_a_table_by_level(sentence: str, amount: dict[str, int], vocabulary: Vocabulary) -> None:
    assert amounts(sentence, vocabulary) == [each({"table": "certificate_level", "rows": amount})]


def test_a_ceiling_said_once_for_a_list_is_one_for_each(vocabulary: Vocabulary) -> None:
    [amount] = amounts("按照每人不超过以下标准给予补贴：中级工1000元、高级工1500元。", vocabulary)
    assert amount == each({"at_most": {"table": "certificate_level", "rows": LEVELS}})


def test_lists_of_two_facts_are_two_benefits(vocabulary: Vocabulary) -> None:
    found = amounts(
        "获评国家级高技能人才培训基地、省级技能大师工作室、市级技能大师工作室的，分别给予500万、10万、5万元补助。",
        vocabulary,
    )
    assert {"table": "studio_level", "rows": {"省级": 100000, "市级": 50000}} in found
    assert len(found) == 2


def test_an_item_is_understood_by_what_leads_up_to_it(vocabulary: Vocabulary) -> None:
    drafts = drafted("第一条 创业培训按照下列标准给予补贴：\n（一）创业意识培训，每人240元；", vocabulary)
    assert [b["amount"] for b in drafts.benefits] == [each(240)]
    assert drafts.benefits[0]["topic"] == "entrepreneurship"


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("高技能人才占技能人才的比例达到32%以上。", "目标"),
        ("市级就业资金每年安排不少于800万元用于本计划。", "预算"),
        ("企业应当足额提取职工教育经费，其中60%以上用于一线职工培训。", "义务"),
        ("骗取补贴的，处以5000元罚款。", "罚款"),
        ("给予创业者最高20万元的创业担保贷款支持。", "贷款"),
        ("年营业收入2000万元以上的企业，可以申请补贴。", "条件"),
        ("抽查培训班次的比例不低于30%。", "管理要求"),
        ("补贴标准由原来的每人600元调整为按低保标准计算。", "调整以前"),
    ],
)
def test_what_is_no_benefit_is_set_aside_with_the_reason(
    sentence: str, says: str, vocabulary: Vocabulary
) -> None:
    drafts = drafted(f"（一）{sentence}", vocabulary)
    assert not drafts.benefits
    [entry] = drafts.set_aside
    assert says in entry.reason and entry.draft


def test_a_rise_is_an_adjustment(vocabulary: Vocabulary) -> None:
    drafts = drafted("（一）紧缺急需工种的培训补贴标准上浮，上浮幅度不超过30%。", vocabulary)
    [entry] = drafts.adjustments
    assert (entry["raise_percent"], entry["at_most"], entry["draft"]) == (30, True, True)
    assert not drafts.benefits


def test_payee_and_conditions_are_guessed_and_what_is_not_said_is_a_doubt(vocabulary: Vocabulary) -> None:
    drafts = drafted(
        "（一）与企业签订1年以上劳动合同的职工取得职业资格证书或者职业技能等级证书的，给予企业每人800元补贴。\n"
        "（二）困难企业职工取得培训合格证书的，补贴每人300元。",
        vocabulary,
    )
    first, second = drafts.benefits
    assert first["recipients"] == ["企业"] and {"contract_months": {"at_least": 12}} in first["when"]["all"]
    assert second["recipients"] == [] and {"firm_in_difficulty": True} in second["when"]["all"]
    assert [d.reason for d in drafts.doubts if d.about.endswith(second["id"])] == ["付给谁没有认出来"]


ROWS = {
    "a level a row": (
        "等级\t补贴标准（元/人）\n初级工\t1000\n中级工\t1500\n",
        [each({"table": "certificate_level", "rows": {"五级": 1000, "四级": 1500}})],
    ),
    "a level a column": (
        "工种\t中级工（元）\t高级工（元）\n电工\t1600\t2500\n焊工\t1650\t2600\n",
        [
            {"table": "certificate_level", "rows": {"四级": 1600, "三级": 2500}},
            {"table": "certificate_level", "rows": {"四级": 1650, "三级": 2600}},
        ],
    ),
    "sums in the cells": (
        "类别\t中级工\t高级工\nA类\t2000元\t2700元\n",
        [{"table": "certificate_level", "rows": {"四级": 2000, "三级": 2700}}],
    ),
    "a category before the level": (
        "类别\t等级\t课时\t补贴标准（元/人）\nA类\t中级\t120\t1500\nB类\t中级\t80\t900\n",
        [each(1500), each(900)],
    ),
    "neither level nor fact": ("项目\t补贴标准（元）\n插花\t300\n面点\t400\n", [300, 400]),
}


@pytest.mark.parametrize(("rows", "wanted"), ROWS.values(), ids=ROWS)
def test_a_table(rows: str, wanted: list[Any], vocabulary: Vocabulary) -> None:
    assert amounts(f"详见附件1。\n附件1\n补贴标准表\n{rows}", vocabulary) == wanted


def test_a_table_of_a_budget_is_set_aside_by_its_head(vocabulary: Vocabulary) -> None:
    drafts = drafted(
        "见附件1。\n附件1\n任务分解表\n部门\t人次\t所需资金（万元）\n商务局\t200\t20\n合计\t200\t20\n",
        vocabulary,
    )
    assert [entry.text for entry in drafts.set_aside] == ["所需资金（万元）"] and not drafts.benefits


def test_every_draft_says_so(vocabulary: Vocabulary) -> None:
    drafts = drafted("（一）给予企业每人800元补贴，紧缺工种提高30%。", vocabulary)
    assert all(entry["draft"] for entry in (*drafts.benefits, *drafts.adjustments))
    assert len({entry["id"] for entry in (*drafts.benefits, *drafts.adjustments)}) == 2
