"""`assistant check` finds every kind of fault in the data, and none in the corpus."""

from typing import Any

import pytest

from assistant.documents import Library
from assistant.rules.check import check_corpus
from assistant.rules.rulebook import Rulebook
from tests.rules.small_corpus import Change, SmallCorpus


def test_the_corpus_has_no_fault(library: Library, rulebook: Rulebook) -> None:
    assert check_corpus(library, rulebook) == []


def test_the_small_corpus_has_no_fault(small: SmallCorpus) -> None:
    assert small.check() == []


def text(old: str, new: str) -> Change:
    def change(corpus: SmallCorpus) -> None:
        assert old in corpus.source
        corpus.source = corpus.source.replace(old, new)

    return change


def example(benefit: str, say: str, **changed: Any) -> Change:
    """One example says something else; None: it says nothing of it."""

    def change(corpus: SmallCorpus) -> None:
        found = next(e for e in corpus.benefit(benefit)["examples"] if e["say"] == say)
        found.update(changed)

    return change


def without(benefit: str, *says: str) -> Change:
    """Examples are gone."""

    def change(corpus: SmallCorpus) -> None:
        kept = [e for e in corpus.benefit(benefit)["examples"] if e["say"] not in says]
        assert len(kept) == len(corpus.benefit(benefit)["examples"]) - len(says)
        corpus.benefit(benefit)["examples"] = kept

    return change


def amount(benefit: str, formula: Any) -> Change:
    return lambda corpus: corpus.benefit(benefit).update(amount=formula)


BUDGET = "small 二"
PRE_JOB = "small/benefits.yaml pre-job"
LEVEL = "small/benefits.yaml level-table"
WORK = "small/benefits.yaml work-based"
TAX = "small/benefits.yaml tax"
LIMIT = "small/benefits.yaml three-a-year"
UPLIFT = "small/benefits.yaml uplift"
SET_ASIDE = "small/policy.yaml set_aside"

# what is wrong: (the change, where the finding says it is, words of the finding)
FAULTS: dict[str, tuple[Change, str, str]] = {
    # (a) every amount of the text is accounted for
    "an amount that no rule uses": (text("100万元，", "100万元，每人补助800元，"), BUDGET, "每人补助800元"),
    "a share that no rule uses": (text("100万元，", "100万元，占60%，"), BUDGET, "占60%"),
    "an amount in a list whose last number alone has the unit": (
        text("100万元，", "100万元，分别给予 300 万、20 万、5 万元，"),
        BUDGET,
        "分别给予 300",
    ),
    "the lower end of a range": (text("100万元，", "100万元，给予 50~90 万元，"), BUDGET, "给予 50"),
    "an amount in Chinese numerals": (text("100万元，", "100万元，奖励一千元，"), BUDGET, "奖励一千元"),
    "the column of a table": (
        lambda c: c.policy.update(set_aside=c.policy["set_aside"][:1]),
        "small 附件1",
        "20",
    ),
    "a figure that a rule used to quote": (
        lambda c: c.benefit("level-table").update(quote="中级工（四级）每人1000元"),
        "small 一2",
        "1500元",
    ),
    # (b) what is set aside stands in the text and is an amount
    "set aside what holds no number": (
        lambda c: c.policy["set_aside"].append({"clause": "二", "text": "全市", "reason": "例"}),
        SET_ASIDE,
        "没有数：全市",
    ),
    # (c) examples give what they say
    "an outcome that the rule does not give": (
        example("pre-job", "齐全", outcome="ineligible"),
        PRE_JOB,
        "例“齐全”：应为 ineligible，算出 eligible",
    ),
    "an amount that the rule does not give": (
        example("pre-job", "齐全", amount=1001),
        PRE_JOB,
        "例“齐全”：金额应为 1001元，算出 1000元",
    ),
    "a range that the rule does not give": (
        example("level-table", "没说", amount=[1000, 1600]),
        LEVEL,
        "1000元至1600元",
    ),
    "exact is not at least": (
        example("pre-job", "齐全", amount={"at_least": 1000}),
        PRE_JOB,
        "不低于1000元，算出 1000元",
    ),
    "exact is not at most": (
        example("pre-job", "齐全", amount={"at_most": 1000}),
        PRE_JOB,
        "最多1000元，算出 1000元",
    ),
    "exact is not unstated": (
        example("pre-job", "齐全", amount="unstated"),
        PRE_JOB,
        "条文没有写明金额，算出",
    ),
    "no amount where one is due": (example("pre-job", "齐全", amount=None), PRE_JOB, "不给，算出 1000元"),
    "an amount where none is due": (example("pre-job", "三次", amount=500), PRE_JOB, "500元，算出 不给"),
    "an amount that cannot be read": (
        example("pre-job", "齐全", amount="很多"),
        PRE_JOB,
        "金额的写法不认识：'很多'",
    ),
    "a fact that is not asked": (
        example("pre-job", "齐全", asks=["times"]),
        PRE_JOB,
        "应问 ['times']，算出 []",
    ),
    "a fact that is asked and not named": (
        example("level-table", "没说", asks=["level"]),
        LEVEL,
        "应问 ['level']，算出 ['certificate', 'level']",
    ),
    "an example with an unknown fact": (example("pre-job", "齐全", facts={"moon": 1}), PRE_JOB, "没有“moon”"),
    "an example with an impossible value": (
        example("level-table", "四级", facts={"level": "九级"}),
        LEVEL,
        "“等级”的值不能用：九级",
    ),
    # (d) there is an example for every case
    "no example of eligible": (without("pre-job", "齐全", "紧缺"), PRE_JOB, "缺一个 eligible 的例"),
    "no example of ineligible": (without("level-table", "无证"), LEVEL, "缺一个 ineligible 的例"),
    "no example of undetermined": (without("level-table", "没说"), LEVEL, "缺一个 undetermined 的例"),
    "no example at all": (lambda c: c.benefit("tax").update(examples=[]), TAX, "缺一个 eligible 的例"),
    "no example that denies what goes without saying": (
        lambda c: c.benefit("level-table").update(
            when={"all": [{"certificate": True}, {"shortage": True, "assumed": True}]}
        ),
        LEVEL,
        "缺一个 shortage 被否认的例",
    ),
    "no example at a threshold": (
        lambda c: c.benefit("pre-job").update(when={"contract_months": {"at_least": 24}}),
        PRE_JOB,
        "缺一个 contract_months 正好为 24 的例",
    ),
    "no example below a least": (
        without("pre-job", "合同不够"),
        PRE_JOB,
        "缺一个 contract_months 不到 12 的例",
    ),
    "no example above a most": (
        lambda c: c.benefit("pre-job").update(when={"contract_months": {"at_most": 12}}),
        PRE_JOB,
        "缺一个 contract_months 超过 12 的例",
    ),
    "no example at the number of months that count": (
        without("work-based", "六个月"),
        WORK,
        "缺一个 training_months 正好为 6 的例",
    ),
    "no example of more months than count": (
        without("work-based", "七个月"),
        WORK,
        "training_months 超过 6 的例",
    ),
    "no example at a threshold inside a formula": (
        amount(
            "level-table", {"choose": [{"when": {"times": {"more_than": 2}}, "then": 1000}, {"then": 1500}]}
        ),
        LEVEL,
        "缺一个 times 正好为 2 的例",
    ),
    "no example at a cap": (without("work-based", "五个月"), WORK, "缺一个正好到上限（1000元）的例"),
    "no example above a cap": (
        without("work-based", "六个月", "七个月"),
        WORK,
        "缺一个超过上限（1000元）的例",
    ),
    "no example of a row": (without("level-table", "三级"), LEVEL, "缺一个 level 为“三级”的例"),
    "no example where the first is less": (without("tax", "没超"), TAX, "缺一个前一项较小的例"),
    "no example where the second is less": (without("tax", "超了"), TAX, "缺一个后一项较小的例"),
    "no example of an exclusion": (
        without("pre-job", "已领以工代训"),
        PRE_JOB,
        "因 received_work 不能再享受的例",
    ),
    "no example that a limit refuses": (
        without("pre-job", "三次", "超过三次"),
        LIMIT,
        "没有一个例因这条限制不能享受",
    ),
    "no example at a limit": (without("pre-job", "三次"), LIMIT, "缺一个 times 正好为 3 的例"),
    "no example below a limit": (without("pre-job", "两次"), LIMIT, "缺一个 times 不到 3 的例"),
    "no example of an adjustment": (without("pre-job", "紧缺"), UPLIFT, "没有一个例用到这条调整"),
    # the figures of a formula stand in what it quotes
    "a figure that the quote does not say": (
        amount("pre-job", {"each": "headcount", "of": 5000}),
        PRE_JOB,
        "公式里的 5000 不在引文里",
    ),
    "a cap that the quote does not say": (
        amount("work-based", {"cap": 1100, "of": {"each": "training_months", "of": 200, "up_to": 6}}),
        WORK,
        "公式里的 1100 不在引文里",
    ),
    "more months than the quote says": (
        amount("work-based", {"cap": 1000, "of": {"each": "training_months", "of": 200, "up_to": 7}}),
        WORK,
        "公式里的 7 不在引文里",
    ),
    "a share that the quote does not say": (
        amount("tax", {"percent": 9, "of": {"given": "payroll"}}),
        TAX,
        "公式里的 9 不在引文里",
    ),
    "a rise that the quote does not say": (
        lambda c: c.entry("adjustments").update(raise_percent=40),
        UPLIFT,
        "40% 不在引文里",
    ),
    # (e) nothing lies idle
    "a limit that bounds nothing": (
        lambda c: c.benefit("pre-job").update(limits=[]),
        LIMIT,
        "没有补贴用到这条限制",
    ),
    "an adjustment of nothing": (
        lambda c: c.entry("adjustments").update(applies_to=[]),
        UPLIFT,
        "没有补贴用到这条调整",
    ),
    "a topic without words": (
        lambda c: c.topics[0].update(words=[]),
        "topics.yaml pre_job",
        "没有写人们怎么说",
    ),
    "a topic without a benefit": (
        lambda c: c.topics.append({"id": "moon", "label": "月亮", "words": ["月亮"]}),
        "topics.yaml moon",
        "没有补贴用到这个主题",
    ),
    "a fact that no rule asks for": (
        lambda c: c.facts.append({"id": "moon", "label": "月亮", "kind": "yes_no"}),
        "facts.yaml moon",
        "没有规则用到这项事实",
    ),
    # (f) rows of a table are choices of its fact
    "a row that is no choice": (
        amount("level-table", {"table": "level", "rows": {"四级": 1000, "九级": 1500}}),
        LEVEL,
        "表里的“九级”不是 level 的选项",
    ),
}


@pytest.mark.parametrize("reason", FAULTS)
def test_a_fault_is_found(reason: str, small: SmallCorpus) -> None:
    change, where, what = FAULTS[reason]
    change(small)
    findings = small.check()
    assert any(found.where == where and what in found.what for found in findings), findings


SOUND: dict[str, Change] = {
    "numbers of persons and dates are no amounts": text("12万人次", "12万人次，其中2021年1、2月3万人次"),
    "a target may be set aside though it is no money": lambda c: c.policy["set_aside"].append(
        {"clause": "二", "text": "12万人次", "reason": "目标"}
    ),
    "the head of a column may be set aside": lambda c: c.policy["set_aside"].append(
        {"clause": "附件1", "text": "人次", "reason": "目标"}
    ),
    "the rows of a column may be set aside one by one": lambda c: c.policy.update(
        set_aside=[
            c.policy["set_aside"][0],
            {"clause": "附件1", "text": "商务局 200 20", "reason": "预算"},
            {"clause": "附件1", "text": "教育局 300 30", "reason": "预算"},
        ]
    ),
    "a fact that only implies another serves reading": lambda c: c.facts.append(
        {"id": "moon", "label": "月亮", "kind": "yes_no", "implies": {True: {"certificate": True}}}
    ),
    "a number may stand in another clause that is quoted": lambda c: c.benefit("pre-job").update(
        quote="签订1年以上劳动合同", see=[{"clause": "一1", "quote": "每人500元"}]
    ),
}


@pytest.mark.parametrize("reason", SOUND)
def test_what_is_no_fault_is_not_found(reason: str, small: SmallCorpus) -> None:
    SOUND[reason](small)
    assert small.check() == []
