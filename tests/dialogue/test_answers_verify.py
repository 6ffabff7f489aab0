"""The last look: no figure and no quote leaves that does not stand in a clause or in the arithmetic."""

from dataclasses import replace

import pytest

from assistant.dialogue.verify import faults
from tests.dialogue.talk import answer_to


@pytest.mark.parametrize(
    ("figure", "sound"),
    [
        ("9600元", True),  # 800 × 12, a step of the arithmetic
        ("800元", True),
        ("600元", False),  # the end of 9600元 is no figure of its own
        ("8000元", False),
        ("2万元", False),
    ],
)
def test_a_figure_must_stand_as_a_whole(figure: str, sound: bool) -> None:
    answer = answer_to("晋江岗前培训12人补多少")
    assert not faults(answer)
    assert (not faults(replace(answer, text=f"{answer.text}\n另有{figure}。"))) is sound


def test_a_quote_must_stand_in_its_clause() -> None:
    answer = answer_to("晋江岗前培训12人补多少")
    wrong = replace(answer.cited[0], quote="按每人 900 元标准给予企业培训补贴")
    assert faults(replace(answer, cited=(wrong,)))
