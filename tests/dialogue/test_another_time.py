"""A time that is asked for: the policy's own, or one that a clause of it tells."""

from datetime import date

import pytest

from tests.dialogue.talk import answer_to

TIMES = [
    ("技能照亮前程行动从什么时候开始，到什么时候结束", None, "the policy's own time"),
    ("请问福建技能照亮前程从哪天起到哪天止", None, "the same with other words about it"),
    ("福建技能照亮前程，培训人次从哪天统计到哪天", "四12", "the time of the statistics"),
    ("做报表想确认下，福建这个培训行动，一年的培训人次从哪天统计到哪天", "四12", "in a long sentence"),
]


@pytest.mark.parametrize(("question", "path", "why"), TIMES, ids=[row[-1] for row in TIMES])
def test_a_time_is_the_policys_own_or_one_that_a_clause_tells(
    question: str, path: str | None, why: str
) -> None:
    answer = answer_to(question, on=date(2026, 3, 1))
    assert ("四12" in {c.path for c in answer.cited}) is (path is not None), why
    assert ("标题写的期间是" in answer.text.split("\n\n")[0]) is (path is None), why
