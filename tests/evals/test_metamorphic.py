"""Questions put differently: what each relation does to a question, and that the answers stay the same."""

from typing import Any, cast

import pytest

from assistant.bootstrap import Assistant
from evals.metamorphic import LEAST, RELATIONS, lines, run, share
from evals.models import CASES, Case, load_cases

EVERY = 4  # of the tuned cases; `python -m evals metamorphic` asks all

RELATED = [
    ("greeting", "补多少？", ("您好，麻烦问一下，补多少？谢谢！",)),
    ("full_width", "12人", ("１２人",)),
    ("full_width", "人", None),
    ("half_width", "签了，没交。", ("签了,没交.",)),
    ("traditional", "补贴", ("補貼",)),
    ("traditional", "人", None),
    ("spaces", "签了，没交", ("签了 没交",)),
    ("numbers_in_words", "20名学员3个月", ("二十名学员三个月",)),
    ("numbers_in_words", "2人，12人", ("两人，十二人",)),
    ("numbers_in_words", "2020年6月，闽人社文41号", None),
    ("numbers_in_digits", "三人、十二名、二十五个月", ("3人、12名、25个月",)),
    ("numbers_in_digits", "第三人，一年，三百人", None),
    ("synonyms", "考了中级工", ("考了四级工",)),
    ("synonyms", "中级工（四级）", None),
    ("reordered", "我在晋江，签了合同，交了社保，领多少", ("我在晋江，交了社保，签了合同，领多少",)),
    ("reordered", "我在晋江，中级工5人，高级工3人，领多少", None),
    ("reordered", "我在晋江，领多少", None),
    ("split_over_turns", "我在晋江，签了合同，交了社保，领多少", ("我在晋江，领多少", "签了合同，", "交了社保，")),
    ("split_over_turns", "我在晋江，其中签了合同，交了社保，领多少", None),
]  # fmt: skip


@pytest.mark.parametrize(("relation", "question", "said"), RELATED)
def test_relation(relation: str, question: str, said: tuple[str, ...] | None) -> None:
    assert RELATIONS[relation](question) == said


def test_every_relation_is_shown_with_a_question_that_it_changes() -> None:
    assert {row[0] for row in RELATED if row[2]} == set(RELATIONS)


def test_the_same_question_put_differently_gets_the_same(assistant: Assistant) -> None:
    outcomes = list(run(assistant, load_cases(CASES / "tuned.yaml")[::EVERY]))
    assert all(one.asked for one in outcomes if one.relation != "numbers_in_digits")
    assert share(outcomes) >= LEAST, "\n".join(lines(outcomes))


def test_another_answer_is_found(assistant: Assistant) -> None:
    """An assistant that a greeting confuses."""

    class Confused:
        def ask(self, question: str, **given: Any) -> Any:
            reply = assistant.ask(question, **given)
            return reply.model_copy(update={"benefits": []}) if "您好" in question else reply

    asked = {"question": "我在晋江考了中级工，能领多少？", "expect": {}}
    case = Case.model_validate({"id": "a", "category": "amount", "as_of": "2020-06-15", "turns": [asked]})
    outcomes = list(run(cast(Assistant, Confused()), [case]))
    assert [one.relation for one in outcomes if one.differences] == ["greeting"]
    assert share(outcomes) < 1
    assert any("now no benefit" in line for line in lines(outcomes))
