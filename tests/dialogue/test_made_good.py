"""What was lacking in the conversation and is there by now; and of whom it was lacking."""

from decimal import Decimal

import pytest

from tests.dialogue.talk import Talk, answer_to

FOURTH = "晋江，四级证，公司没给我交养老，合同两年，能领吗"
SECOND = "晋江，技师证，合同三年，老板没给我交养老，能领多少"
POOR = "晋江，我是贫困劳动力，班上完了但没考过，合格证没发，生活费补贴能领吗"
WORKER = "jinjiang-skill-upgrade-worker"

BY_NOW = [
    ((FOURTH, "公司上个月给补上了"), WORKER, 1000, "补上 names nothing: what was lacking"),
    ((SECOND, "那等他真给我交上了呢，有多少"), WORKER, 2000, "supposed, by the verb of what was lacking"),
    ((SECOND, "后来厂里给买上了"), WORKER, 2000, "another verb"),
    ((POOR, "补考过了，证也发给我了，这一次能领多少"), "jinjiang-living-allowance", 500, "the one certificate"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "benefit", "amount", "why"), BY_NOW, ids=[row[-1] for row in BY_NOW])
def test_what_was_lacking_is_there_by_now(
    messages: tuple[str, ...], benefit: str, amount: int, why: str
) -> None:
    [own] = [e for e in answer_to(*messages).entitlements if e.rule.benefit.id == benefit]
    assert own.outcome == "eligible" and own.amount is not None and own.amount.high == amount, why


STILL = [
    ((SECOND, "到现在也没交上"), "denied again"),
    ((SECOND, "他能给我交上吗"), "asked"),
    ((SECOND, "合同签好了"), "another thing was done"),
    (("晋江，中级工，合同没签，社保没交，能领吗", "后来补上了"), "two were lacking: of which, is not said"),
]


@pytest.mark.parametrize(("messages", "why"), STILL, ids=[row[-1] for row in STILL])
def test_what_is_still_lacking_refuses(messages: tuple[str, ...], why: str) -> None:
    [own] = [e for e in answer_to(*messages).entitlements if e.rule.benefit.id == WORKER]
    assert own.outcome == "ineligible", why


PARTNERS = "晋江，结对帮扶地区10个工人培训了合格证都有，公司补多少"
LEVELS = "晋江，厂里4个人考了中级工、2个人考了高级工，合同两年，养老保险都缴，他们个人补贴一共多少"
SAFETY = "晋江一个建筑施工企业，组织了专项安全技能培训，14个人都是第一次拿特种作业操作证，补多少"
FIRM = "jinjiang-partner-region-firm"

OF_SOME = [
    ((PARTNERS, "走了两个，没拿证"), FIRM, 12000, "who left lacks it, and nobody else"),
    ((PARTNERS, "宁夏那4个里面有1个没合格，没拿证"), FIRM, 13500, "one of four of the ten"),
    ((LEVELS, "中级工里面有1个报错了，是初级工"), WORKER, 6700, "named by their level, 3 + 1 + 2"),
    ((LEVELS, "中级工里面有1个报错了，是初级工", "那两个高级工压根没缴过养老保险"), WORKER, 3700, "3 + 1"),
    ((SAFETY, "查了下，其中3个人以前就有这个证，这回是复审"), "jinjiang-safety", 8800, "a firm is nobody: 14 - 3"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "benefit", "amount", "why"), OF_SOME, ids=[row[-1] for row in OF_SOME])
def test_only_some_lack_it(messages: tuple[str, ...], benefit: str, amount: int, why: str) -> None:
    answer = answer_to(*messages)
    due = [e for e in answer.entitlements if e.rule.benefit.id == benefit and e.outcome == "eligible"]
    sums = [e.amount.high or Decimal(0) for e in due if e.amount]
    assert sum(sums) == amount, why


def test_somebody_else_had_nothing_of_what_the_first_had() -> None:
    first = "衢州，同一个人今年岗前培训补过了，现在转岗又培训，还补不"
    answer = answer_to(first, "换个人呢，新来的，今年没领过，合格证有", "这样的有八个")
    [own] = [e for e in answer.entitlements if e.rule.benefit.id == "quzhou-pre-job"]
    assert own.outcome == "eligible" and own.amount is not None and own.amount.high == 2400


def test_who_came_last_month_is_no_old_employee() -> None:
    first = "来了快两年的老员工，现在补做岗前培训，晋江，算不算"
    [own] = [
        e
        for e in answer_to(first, "那上个月才来的呢，一个人，合同两年，合格证有").entitlements
        if e.rule.benefit.id == "jinjiang-pre-job"
    ]
    assert own.outcome == "eligible" and own.amount is not None and own.amount.high == 800


@pytest.mark.parametrize(
    "by_now", ["登记了，自己报的班", "自主选择的培训，上周去登记了", "上周补登记了，班是自己选的"]
)
def test_what_is_there_by_now_may_stand_beside_a_topic(by_now: str) -> None:
    talk = Talk()
    talk.say("我在鼓楼打工老家河南，考了五级，没登记过", by_now)
    assert talk.session.facts["registered"] is True and "job_seeker_registered" not in talk.session.facts


def test_what_is_told_of_the_topic_mends_nothing() -> None:
    talk = Talk()
    talk.say("我在鼓楼打工，考了五级，没登记过", "自主选择培训登记了没")
    assert talk.session.facts.get("registered") is not True
