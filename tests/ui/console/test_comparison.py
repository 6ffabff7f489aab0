"""Places side by side: payees in rows of their own, bounds told, a place without a rule empty."""

import pytest

from assistant.bootstrap import Assistant
from assistant.errors import BadInput
from tests.ui.console.conftest import JUNE_2020
from ui.console.compare_tab import comparison_pane
from ui.console.comparison import compare

FOUR = ["福州市鼓楼区", "晋江市", "衢州市", "福建省"]
LEVEL = {"certificate_level": "四级"}


def test_payees_have_rows_of_their_own(assistant: Assistant) -> None:
    """晋江 pays firm 800 and worker 1000, 鼓楼 the firm, 衢州 at most 1500 to the learner; 福建 names no payee."""
    rows = {
        row.payee: row.places for row in compare(assistant, "skill_upgrade", FOUR, LEVEL, as_of=JUNE_2020)
    }
    [firm] = rows["企业"][1]
    [worker] = rows["个人"][1]
    assert firm.amount is not None and (firm.amount.kind, firm.amount.high) == ("exact", "800")
    assert worker.amount is not None and (worker.amount.kind, worker.amount.high) == ("exact", "1000")
    assert rows["个人"][0] == (), "鼓楼 pays no worker"
    [learner] = rows["城乡劳动者、建档立卡贫困人员"][2]
    assert learner.amount is not None and (learner.amount.kind, learner.amount.high) == ("at_most", "1500")
    assert list(rows)[-1] == "条文未写明", "what is left open comes last"


def test_the_table_names_the_kind_of_each_figure(assistant: Assistant) -> None:
    shown = comparison_pane(compare(assistant, "skill_upgrade", FOUR, LEVEL, as_of=JUNE_2020), FOUR)
    for word in ("固定", "区间", "最多", "未写明", "收录的文件没有规定", "晋政办〔2019〕79号 二（六）2"):
        assert word in shown
    assert shown.count('scope="col"') == 5


def test_a_topic_that_no_place_has(assistant: Assistant) -> None:
    assert compare(assistant, "competition", ["晋江市"], {}, as_of=JUNE_2020) == ()
    assert "都没有这一项" in comparison_pane((), ["晋江市"])


@pytest.mark.parametrize("places", [[], [*FOUR, "泉州市"], ["大西洋"]])
def test_none_too_many_or_an_unknown_place(assistant: Assistant, places: list[str]) -> None:
    with pytest.raises(BadInput):
        compare(assistant, "skill_upgrade", places, {}, as_of=JUNE_2020)
