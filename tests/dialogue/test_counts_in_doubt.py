"""Where it is not clear who is counted, nobody is priced by a number that may be another's."""

import pytest

from tests.dialogue.talk import answer_to

KEPT = [
    ("鼓楼岗前培训20人，3个人走读，其余住校，都合格，补多少", "who lives elsewhere is not out"),
    ("晋江岗前培训20人，不到5人没拿到证，剩下的合同都两年，补多少", "fewer than five"),
    ("晋江岗前A班16人B班14人，A班全过，B班差两个，合同两年，多少", "some of a lot that was counted"),
    ("鼓楼岗前，20份合格证，合同都两年，新员工，多少", "certificates, and nobody else counted"),
    ("鼓楼岗前8个人，第9个月才培训的有3个，去年招的有2个，合同都有一年，证都有，多少", "of whom is not said"),
    ("晋江岗前 10个新人 证齐 合同两年 但是有3个是去年年初招的，多少", "some who may be out"),
    ("衢州岗前15人 其中7个是实习生 证都有，多少", "the seven alone are not all"),
    (
        "晋江，培训60名职工，40名拿到合格证，另外20名拿了中级工证，合同社保都有，企业拿多少",
        "others beside them",
    ),
    ("晋江学徒制 24个 合同都两年 但8个是去年已经补过的 最少多少", "had in another year, of how many"),
    ("晋江厂岗前24人和8个转岗的，衢州厂岗前10人，合同两年，都有合格证，各多少", "three lots in two places"),
    ("晋江以工代训，4个贫困户干了5个月，一个干了3个月，厂子参保了，补多少", "one of the four, or a fifth"),
]


@pytest.mark.parametrize(("message", "reason"), KEPT, ids=[row[-1] for row in KEPT])
def test_the_number_is_asked_for(message: str, reason: str) -> None:
    answer = answer_to(message)
    assert [ask.fact for ask in answer.asks] == ["headcount"] and not answer.entitlements, reason


def test_what_else_was_told_is_kept_for_the_number() -> None:
    asked = "鼓楼岗前，20份合格证，合同都两年，新员工，多少"
    assert "10000元" in answer_to(asked, "一共20人").text


RIGHT = [
    (
        "鼓楼岗前培训40人取得合格证但其中有3人已经领过岗前补贴了，补多少",
        "18500元",
        "had it already, in one breath",
    ),
    (
        "晋江企业给两个西藏籍和三个晋江籍员工培训合格取证，企业补多少",
        "3000元",
        "two of five, by where they are from",
    ),
    ("晋江企业2个宁夏籍加3个新疆籍来晋务工的培训合格，企业补多少", "合计7500元", "each place's own, and all"),
    ("晋江厂里宁夏籍4个西藏籍3个，培训合格证都有，企业领多少", "10500元", "the number behind the place"),
    ("鼓楼公司今年新招10人和老员工20人，新招的做岗前培训，补多少", "5000元", "the new ones, not the old"),
    ("晋江30人参加岗前培训，28人拿到合格证，2人没拿到", "22400元", "those who passed"),
    ("晋江岗前培训，30人参加，5人拿不到合格证，合同都两年", "20000元", "those who did not fail"),
    ("晋江10个中级工，合同两年，没有哪个员工不交社保，企业领多少", "8000元", "nobody who does not pay"),
    ("晋江10个中级工，合同两年，除了2人其他都交养老，企业补多少", "6400元", "all but two"),
    ("晋江岗前培训20人，没一个人不合格，合同两年，补多少", "16000元", "not one who failed"),
    (
        "鼓楼以工代训贫困劳动力5个人干了2个月，合同一共12个月，补多少",
        "2000元",
        "months of the contract are no sum",
    ),
]


@pytest.mark.parametrize(("message", "amount", "reason"), RIGHT, ids=[row[-1] for row in RIGHT])
def test_what_is_clear_is_computed(message: str, amount: str, reason: str) -> None:
    assert amount in answer_to(message).text, reason


def test_a_level_that_is_denied_is_not_paid() -> None:
    answer = answer_to("鼓楼的企业，技能大师工作室不是国家级，能补多少")
    assert all(e.outcome == "undetermined" for e in answer.entitlements)


@pytest.mark.parametrize("insured", ["养老保险谁也没有", "没给任何人交养老保险"])
def test_nobody_insured_is_not_paid(insured: str) -> None:
    answer = answer_to(f"晋江10个中级工，合同两年，{insured}，企业领多少")
    assert {e.outcome for e in answer.entitlements if "skill-upgrade" in e.rule.benefit.id} == {"ineligible"}


def test_levels_of_one_workshop_are_not_added_up() -> None:
    assert "合计" not in answer_to("鼓楼不止评上市级技能大师工作室，省级也评上了，补多少").text
