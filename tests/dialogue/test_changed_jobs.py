"""Who changes his job within a firm, and is no newcomer."""

from tests.dialogue.talk import answer_to, what_all_get


def test_changed_jobs_are_no_newcomers_where_the_clause_pays_for_these() -> None:
    for message in (
        "鼓楼转岗培训补贴多少",
        "晋江，厂里10个工人调岗，都有合格证，合同两年，岗前补贴多少",
        "晋江，从车间调到仓库的5个人，做了岗前培训，都有合格证，合同两年",
    ):
        answer = answer_to(message)
        told = [e for e in answer.entitlements if e.rule.benefit.topic == "pre_job_training"]
        assert [e.outcome for e in told] == ["ineligible"], message


def test_turning_from_them_to_newcomers_and_back() -> None:
    first = "晋江新招20人岗前培训，合同两年，有合格证"
    outcomes = [
        [e.outcome for e in answer_to(first, *then).entitlements]
        for then in ((), ("那转岗的呢",), ("那转岗的呢", "那岗前的呢"))
    ]
    assert outcomes == [["eligible"], ["ineligible"], ["eligible"]]


def test_who_denies_newcomers_names_none() -> None:
    told = answer_to("晋江企业转岗10人岗前，合同2年，都合格，多少", "没有新人").entitlements
    assert [e.outcome for e in told if e.rule.benefit.id == "jinjiang-pre-job"] == ["ineligible"]


def test_a_date_or_a_place_that_is_moved_is_no_change_of_job() -> None:
    told = "晋江企业新招20人，合同2年，入职3个月，岗前培训从3月调到5月，都合格，能补多少"
    assert what_all_get("jinjiang-pre-job", told) == 16000


def test_who_is_no_such_person() -> None:
    answer = answer_to("晋江的就业困难人员，没有残疾，也不是下岗转岗、不是农村的，能不能上免费的职业培训？")
    assert not [e for e in answer.entitlements if e.outcome == "eligible"]


def test_newcomers_beside_them_are_paid_for() -> None:
    message = "晋江，岗前培训25人、转岗12人，今年新招的，合同两年，都有合格证"
    assert what_all_get("jinjiang-pre-job", message) == 20000


def test_where_the_clause_pays_for_both() -> None:
    assert what_all_get("quzhou-pre-job", "衢州，岗前培训25人、转岗12人，都有合格证") == 11100
