"""Messages that go on with the clause that was quoted last."""

from datetime import date

import pytest

from tests.dialogue.talk import JUNE_2020, answer_to

JUNE_2025 = date(2025, 6, 1)
LED_BY = "晋江特种设备作业人员的培训，任务表里是哪个单位牵头？"
HOW_MANY = "福建省2024年职业技能提升工程打算开展多少人次补贴性培训？"
INDUSTRIES = "福建2024年方案，龙岩重点是哪些产业？"

GOES_ON = [
    ((LED_BY, "残疾人员的呢"), JUNE_2020, "市残联\t残疾人员培训", "a word in one row alone"),
    ((LED_BY, "残疾人员的呢", "他们年均要训多少人次，资金安排多少"), JUNE_2020, "\t40\t4", "the same row again"),
    ((LED_BY, "养老服务那块呢"), JUNE_2020, "市民政局", "another cell"),
    ((LED_BY, "市妇联呢", "要多少经费"), JUNE_2020, "妇女就业创业培训\t40\t4", "its money, in other words"),
    ((HOW_MANY, "其中高级工及以上呢"), JUNE_2025, "高级工及以上 5 万人次", "a level that is no case"),
    ((INDUSTRIES, "台胞呢"), JUNE_2025, "平潭综合实验区重点围绕", "a word of another sentence"),
    ((INDUSTRIES, "平潭有没有提到"), JUNE_2025, "平潭综合实验区重点围绕", "whether a place is named"),
    (("莆田有没有提到",), JUNE_2025, "莆田市重点围绕鞋服", "without a clause before it"),
    (("福建2024那份方案 厦门的focus是哪些industry",), JUNE_2025, "厦门市重点围绕", "where no word is found"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "on", "words", "why"), GOES_ON, ids=[row[-1] for row in GOES_ON])
def test_what_is_named_is_looked_up_in_the_clause(
    messages: tuple[str, ...], on: date, words: str, why: str
) -> None:
    assert any(words in cited.quote for cited in answer_to(*messages, on=on).cited), why


@pytest.mark.parametrize(
    ("messages", "words", "why"),
    [
        (("晋江岗位技能提升补贴是第几条", "高级工呢"), "1500元", "what a level gets is computed"),
        ((LED_BY, "那补贴多少钱"), "800元", "money is no cell of a plan"),
        ((LED_BY, "那以工代训呢"), "200元", "a benefit that is named"),
        (("柯城每年多少人次", "全市一共多少人次"), "40000", "nor is another row the same"),
    ],
)
def test_what_asks_for_a_benefit_is_no_look_up(messages: tuple[str, ...], words: str, why: str) -> None:
    assert words in answer_to(*messages).text, why
