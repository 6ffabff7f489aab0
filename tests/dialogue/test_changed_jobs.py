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


def test_newcomers_beside_them_are_paid_for() -> None:
    message = "晋江，岗前培训25人、转岗12人，今年新招的，合同两年，都有合格证"
    assert what_all_get("jinjiang-pre-job", message) == 20000


def test_where_the_clause_pays_for_both() -> None:
    assert what_all_get("quzhou-pre-job", "衢州，岗前培训25人、转岗12人，都有合格证") == 11100
