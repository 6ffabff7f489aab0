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


MARCH_2026 = date(2026, 3, 1)
GULOU_ON_DECEIT = "鼓楼的文件对搞假培训套钱的怎么说"
HOW_MANY_IN_2024 = "福建省2024年定的是培训多少人次"
XIAMEN = "厦门的重点产业是哪些"
NO_SUBLETTING = "福建2025年技能照亮前程，培训机构能不能转包"
BY_LEVEL = "福建的厂子可不可以不看学历，直接认定工人为高级工？"

TURNS = [
    ((HOW_MANY_IN_2024, "那25到27年的方案呢？"), "60万人次", "a text that is named by its years"),
    ((HOW_MANY_IN_2024, "技能照亮前程那份呢"), "60万人次", "by its name"),
    ((XIAMEN, "泉州呢"), "泉州市重点围绕", "a place that the clause names, though a topic was talked of"),
    ((XIAMEN, "宁德又是什么"), "宁德市重点围绕", "in other words"),
    ((GULOU_ON_DECEIT, "衢州那份呢"), "对骗取职业培训补贴资金的单位和个人", "another place on deceit"),
    ((GULOU_ON_DECEIT, "那福建25年的那份"), "追回补贴资金", "the place's text of a year on deceit"),
    ((GULOU_ON_DECEIT, "福建省2025年的呢，钱要不要吐出来"), "追回补贴资金", "and what becomes of the money"),
    (("福建骗补的会怎么样", "严重的呢"), "移送司法机关处理", "as the text says it"),
    ((NO_SUBLETTING, "写在哪里"), "不得转包转让培训项目", "where it stands"),
    ((BY_LEVEL, "要什么样的人才行"), "解决重大技术难题", "of the same clause"),
    (("衢州我是非遗传承人，听说有两万", "是发到我手里吗"), "每人不超过 2 万元", "whose the money is"),
    (("福建我自己考的证，个人有补贴吗", "到哪个网站查证是真是假"), "osta.org.cn", "another matter"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "words", "why"), TURNS, ids=[row[-1] for row in TURNS])
def test_what_was_quoted_is_looked_up_in_another_place_or_text(
    messages: tuple[str, ...], words: str, why: str
) -> None:
    assert any(words in cited.quote for cited in answer_to(*messages, on=MARCH_2026).cited), why


def test_who_turns_to_a_place_with_benefits_on_the_matter_is_told_of_them() -> None:
    assert "800元" in answer_to("福建岗前培训归谁管", "晋江呢").text


def test_the_policy_told_of_last_is_meant_by_its_time() -> None:
    before = ("福建闽人社文〔2024〕41号现在还算数不", "那现在看哪个")
    told = answer_to(*before, "那个管到哪年", on=MARCH_2026)
    assert "2025—2027年" in told.text and "41号" not in told.text


@pytest.mark.parametrize(
    ("messages", "path", "why"),
    [
        (("鼓楼今年领过三回补贴了，又考了个证，还能领不", "晋江也是三回？"), "二（五）1", "how often there"),
        (("衢州高级工证，刚拿到", "期限写在哪里"), "文末", "where a text's time stands"),
        (("衢州岗前培训补多少", "标准按什么文件定的"), "四12", "which text a benefit's sum rests on"),
    ],
)
def test_what_is_asked_of_what_was_told_is_looked_up(messages: tuple[str, ...], path: str, why: str) -> None:
    assert path in [cited.path for cited in answer_to(*messages).cited], why
