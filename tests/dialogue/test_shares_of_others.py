"""What is paid ahead of other benefits is a share of what these come to: 60% of the 36000元 told before."""

from decimal import Decimal

import pytest

from tests.dialogue.talk import answer_to, what_all_get

ADVANCE = "jinjiang-advance-payment"
PRE_JOB = "晋江，我们厂岗前培训50个新招的人，合同一年以上，合格证都拿了，企业补贴多少？"
SHARES = [
    ((PRE_JOB, "其实是45个人，报高了", "那先行拨付的话能先拿到多少"), 21600, "of what was told before"),
    (("晋江公司新招的35个人岗前培训做完了，合同都两年，证都拿到了，先拨的那部分是多少",), 16800, "at once"),
    (("晋江厂里10个中级工，合同两年养老交了，证拿了，先拨能拿多少",), 4800, "not of the workers' own money"),
    (("晋江机构项目制培训补贴10万，能预付多少",), 60000, "a sum that is told goes before"),
]


@pytest.mark.parametrize(("messages", "due", "why"), SHARES, ids=[row[-1] for row in SHARES])
def test_the_share_is_reckoned_on_the_others(messages: tuple[str, ...], due: int, why: str) -> None:
    assert what_all_get(ADVANCE, *messages) == Decimal(due), why


def test_without_others_the_sum_is_asked_for() -> None:
    assert "subsidy_total" in [ask.fact for ask in answer_to("晋江培训补贴能先行拨付多少").asks]


def test_nothing_is_paid_ahead_of_a_training_that_is_still_to_come() -> None:
    told = answer_to(PRE_JOB, "那先行拨付的话能先拿到多少", "培训还没开始呢")
    assert not any(e.rule.benefit.id == ADVANCE and e.amount for e in told.entitlements)
