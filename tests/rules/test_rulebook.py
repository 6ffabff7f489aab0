"""A rule that does not fit the text, or another rule, stops the load, and the error says where."""

from collections.abc import Callable
from typing import Any

import pytest

from assistant.errors import CorpusError
from tests.rules.small_corpus import Change, SmallCorpus


def benefit(name: str, **change: Any) -> Change:
    return lambda corpus: corpus.benefit(name).update(change)


def entry(kind: str, **change: Any) -> Change:
    return lambda corpus: corpus.entry(kind).update(change)


def fact(name: str, **change: Any) -> Change:
    return lambda corpus: corpus.fact(name).update(change)


def twin(entries: Callable[[SmallCorpus], list[Any]]) -> Change:
    return lambda corpus: entries(corpus).append(entries(corpus)[0])


PRE_JOB = "small/benefits.yaml pre-job"
LEVEL = "small/benefits.yaml level-table"

# (what is changed, file and key that the error names, what it says): the reason is the id of the row
FAULTS: dict[str, tuple[Change, str, str]] = {
    "a figure that the clause does not say": (
        benefit("pre-job", quote="每人600元"),
        PRE_JOB,
        "引文不在条款 一1 里",
    ),
    "an empty quote": (benefit("pre-job", quote=" "), PRE_JOB, "引文不在条款 一1 里"),
    "a clause that the policy lacks": (benefit("pre-job", clause="九9"), PRE_JOB, "没有条款 九9"),
    "a further quote that stands elsewhere": (
        benefit("pre-job", see=[{"clause": "一2", "quote": "每人500元"}]),
        PRE_JOB,
        "引文不在条款 一2 里",
    ),
    "words of exclusion that stand elsewhere": (
        benefit("pre-job", exclusion={"clause": "一1", "quote": "不可重复享受"}),
        PRE_JOB,
        "引文不在条款 一1 里",
    ),
    "an unknown fact": (benefit("pre-job", when={"moon": True}), PRE_JOB, "没有事实 moon"),
    "an unknown fact deep inside": (
        benefit("pre-job", when={"not": {"any": [{"certificate": True}, {"moon": True}]}}),
        PRE_JOB,
        "没有事实 moon",
    ),
    "an unknown choice": (benefit("pre-job", when={"level": "九级"}), PRE_JOB, "level 不能与 '九级' 比较"),
    "one unknown choice of many": (
        benefit("pre-job", when={"group": {"in": ["困难人员", "外星人"]}}),
        PRE_JOB,
        "group 不能与 '外星人' 比较",
    ),
    "a yes-or-no held against a number": (
        benefit("pre-job", when={"certificate": {"at_least": 1}}),
        PRE_JOB,
        "certificate 不能与",
    ),
    "a number held against yes": (
        benefit("pre-job", when={"headcount": True}),
        PRE_JOB,
        "headcount 不能与 True",
    ),
    "an unknown topic": (benefit("pre-job", topic="moon"), PRE_JOB, "没有主题 moon"),
    "an unknown limit": (benefit("pre-job", limits=["moon"]), PRE_JOB, "没有这些限制：['moon']"),
    "an exclusion by an unknown fact": (
        benefit("pre-job", excluded_by={"moon": True}),
        PRE_JOB,
        "没有事实 moon",
    ),
    "an exclusion by an impossible value": (
        benefit("pre-job", excluded_by={"received_work": "是"}),
        PRE_JOB,
        "received_work 不能与 '是'",
    ),
    "an exclusion that the other side does not name": (
        benefit("work-based", excludes=[]),
        "small/benefits.yaml pre-job.excludes",
        "work-based 没有写回这一项",
    ),
    "an exclusion of a benefit that is not there": (
        benefit("pre-job", excludes=["moon"]),
        "small/benefits.yaml pre-job.excludes",
        "moon 没有写回这一项",
    ),
    "a benefit's id given twice": (twin(lambda c: c.file["benefits"]), PRE_JOB, "出现了两次"),
    "a limit's id given twice": (
        twin(lambda c: c.file["limits"]),
        "small/benefits.yaml three-a-year",
        "出现了两次",
    ),
    "an adjustment's id given twice": (
        twin(lambda c: c.file["adjustments"]),
        "small/benefits.yaml uplift",
        "出现了两次",
    ),
    "a fact's id given twice": (twin(lambda c: c.facts), "facts.yaml asker", "出现了两次"),
    "a topic's id given twice": (twin(lambda c: c.topics), "topics.yaml pre_job", "出现了两次"),
    "a limit that the text does not say": (
        entry("limits", quote="不超过4次"),
        "small/benefits.yaml three-a-year",
        "引文不在条款 一4 里",
    ),
    "a limit on an unknown fact": (
        entry("limits", blocked_when={"moon": True}),
        "small/benefits.yaml three-a-year",
        "没有事实 moon",
    ),
    "an adjustment that the text does not say": (
        entry("adjustments", quote="提高40%"),
        "small/benefits.yaml uplift",
        "引文不在条款 一1 里",
    ),
    "an adjustment on an unknown fact": (
        entry("adjustments", when={"moon": True}),
        "small/benefits.yaml uplift",
        "没有事实 moon",
    ),
    "an adjustment of what is not there": (
        entry("adjustments", applies_to=["moon"]),
        "small/benefits.yaml uplift",
        "applies_to 里没有这些补贴：['moon']",
    ),
    "an adjustment's unknown topic": (
        entry("adjustments", topic="moon"),
        "small/benefits.yaml uplift",
        "没有主题 moon",
    ),
    "a topic implied by an unknown fact": (
        lambda c: c.topics[0].update(implied_by=["moon"]),
        "topics.yaml pre_job.implied_by",
        "没有事实 moon",
    ),
    "a fact that implies an unknown one": (
        fact("level", implies={"四级": {"moon": True}}),
        "facts.yaml level.implies.四级",
        "moon",
    ),
    "a fact that implies an impossible value": (
        fact("level", implies={"四级": {"certificate": "有"}}),
        "facts.yaml level.implies.四级",
        "取得证书",
    ),
    "a phrase with an impossible value": (
        fact("contract_months", phrases=[{"words": ["长期"], "value": "很久"}]),
        "facts.yaml contract_months.phrases",
        "合同期限",
    ),
    "a fact of an unknown kind": (fact("times", kind="moon"), "facts.yaml times", "kind"),
    "a key that no fact has": (fact("times", moon=1), "facts.yaml times", "moon"),
    "a key that no benefit has": (
        benefit("pre-job", moon=1),
        "small/benefits.yaml benefits.pre-job.moon",
        "moon",
    ),
    "an unknown asker": (
        benefit("pre-job", askers=["月亮"]),
        "small/benefits.yaml benefits.pre-job.askers",
        "askers",
    ),
    # conditions that cannot be read
    "two conditions in one": (
        benefit("pre-job", when={"certificate": True, "shortage": True}),
        "small/benefits.yaml benefits.pre-job.when",
        "一个条件只能有一项",
    ),
    "a condition that is no mapping": (
        benefit("pre-job", when=5),
        "small/benefits.yaml benefits.pre-job.when",
        "条件应为映射",
    ),
    "an unknown comparison": (
        benefit("pre-job", when={"contract_months": {"about": 12}}),
        "small/benefits.yaml benefits.pre-job.when",
        "不认识的比较",
    ),
    "a threshold that is no number": (
        benefit("pre-job", when={"contract_months": {"at_least": "一年"}}),
        "small/benefits.yaml benefits.pre-job.when",
        "应为数：'一年'",
    ),
    "nothing inside all": (
        benefit("pre-job", when={"all": []}),
        "small/benefits.yaml benefits.pre-job.when",
        "all 要有一列条件",
    ),
    "no list inside any": (
        benefit("pre-job", when={"any": 5}),
        "small/benefits.yaml benefits.pre-job.when",
        "any 要有一列条件",
    ),
    "no list after in": (
        benefit("pre-job", when={"level": {"in": "四级"}}),
        "small/benefits.yaml benefits.pre-job.when",
        "in 要有一列值",
    ),
    # formulas that cannot be read
    "an unknown formula": (
        benefit("pre-job", amount={"moon": 1}),
        "small/benefits.yaml benefits.pre-job.amount",
        "不认识的公式：moon",
    ),
    "no formula at all": (
        benefit("pre-job", amount=None),
        "small/benefits.yaml benefits.pre-job.amount",
        "公式应为数或者映射",
    ),
    "yes for an amount": (
        benefit("pre-job", amount=True),
        "small/benefits.yaml benefits.pre-job.amount",
        "公式应为数或者映射",
    ),
    "words for an amount": (
        benefit("pre-job", amount="五百"),
        "small/benefits.yaml benefits.pre-job.amount",
        "应为不小于 0 的数：'五百'",
    ),
    "an endless amount": (
        benefit("pre-job", amount="inf"),
        "small/benefits.yaml benefits.pre-job.amount",
        "应为不小于 0 的数",
    ),
    "an amount below nothing": (
        benefit("pre-job", amount=-5),
        "small/benefits.yaml benefits.pre-job.amount",
        "应为不小于 0 的数：-5",
    ),
    "a range upside down": (
        benefit("pre-job", amount={"range": [9, 5]}),
        "small/benefits.yaml benefits.pre-job.amount",
        "下限大于上限",
    ),
    "a range of three": (
        benefit("pre-job", amount={"range": [1, 2, 3]}),
        "small/benefits.yaml benefits.pre-job.amount",
        "amount",
    ),
    "a part too many": (
        benefit("pre-job", amount={"each": "headcount", "of": 5, "moon": 1}),
        "small/benefits.yaml benefits.pre-job.amount",
        "公式 each 的写法不对",
    ),
    "a part too few": (
        benefit("pre-job", amount={"cap": 5}),
        "small/benefits.yaml benefits.pre-job.amount",
        "公式 cap 的写法不对",
    ),
    "rows that are no mapping": (
        benefit("level-table", amount={"table": "level", "rows": [1]}),
        "small/benefits.yaml benefits.level-table.amount",
        "公式 table 的写法不对",
    ),
    "a table without rows": (
        benefit("level-table", amount={"table": "level", "rows": {}}),
        "small/benefits.yaml benefits.level-table.amount",
        "表 level 没有一行",
    ),
    "a case without an amount": (
        benefit("pre-job", amount={"choose": [{"when": {"certificate": True}}]}),
        "small/benefits.yaml benefits.pre-job.amount",
        "公式 choose 的写法不对",
    ),
    "a formula on an unknown fact": (
        benefit("pre-job", amount={"each": "moon", "of": 5}),
        PRE_JOB,
        "公式里没有这个事实：moon",
    ),
    "a case on an unknown fact": (
        benefit("pre-job", amount={"choose": [{"when": {"moon": True}, "then": 5}]}),
        PRE_JOB,
        "没有事实 moon",
    ),
    "a count of something that is not counted": (
        benefit("pre-job", amount={"each": "certificate", "of": 5}),
        PRE_JOB,
        "公式 each 不能用 certificate",
    ),
    "a table over several choices at once": (
        benefit("level-table", amount={"table": "group", "rows": {"困难人员": 5}}),
        LEVEL,
        "公式 table 不能用 group",
    ),
}


@pytest.mark.parametrize("reason", FAULTS)
def test_a_fault_stops_the_load(reason: str, small: SmallCorpus) -> None:
    change, where, what = FAULTS[reason]
    change(small)
    with pytest.raises(CorpusError) as caught:
        small.load()
    assert f"（{where}" in str(caught.value), reason
    assert what in str(caught.value), reason


def test_the_corpus_without_a_fault_loads(small: SmallCorpus) -> None:
    _, rulebook = small.load()
    assert [rule.benefit.id for rule in rulebook.rules] == ["pre-job", "level-table", "work-based", "tax"]
    pre_job = rulebook.rule("pre-job")
    assert pre_job is not None
    assert pre_job.clause.path == "一1"
    assert [limit.id for limit in pre_job.limits] == ["three-a-year"]
    assert [adjustment.id for adjustment in pre_job.adjustments] == ["uplift"]
    assert rulebook.of_policy("small") == rulebook.rules
    assert rulebook.of_policy("other") == ()
    assert rulebook.rule("other") is None


def test_a_quote_is_given_as_it_stands_in_the_clause(small: SmallCorpus) -> None:
    small.source = small.source.replace("每人500元；", "每人 500 元；")
    _, rulebook = small.load()
    rule = rulebook.rule("pre-job")
    assert rule is not None
    assert rule.quote == "每人 500 元"


@pytest.mark.parametrize("name", ["facts.yaml", "topics.yaml"])
@pytest.mark.parametrize(("content", "what"), [("{a: [", "不是正确的 YAML"), ("a: 1", "内容应为 list")])
def test_a_file_that_cannot_be_read(name: str, content: str, what: str, small: SmallCorpus) -> None:
    small.load()
    (small.root / name).write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match=what) as caught:
        small.reload()
    assert name in str(caught.value)


def test_a_policy_without_benefits_has_no_rules(small: SmallCorpus) -> None:
    small.load()
    (small.root / "policies" / "small" / "benefits.yaml").unlink()
    _, rulebook = small.reload()
    assert rulebook.rules == ()
