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
    (("福建41号文揭榜挂帅写在第几条？", "照亮前程那份里也有揭榜挂帅，又在哪一条"), "通过遴选、揭榜挂帅", "there"),
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


SCHOOL_MONEY = "衢州我们技校给企业上课收的钱，能发给老师吗"
RAISED = ("衢州做外贸的，受贸易摩擦影响，培训补贴能多点不", "工人考中级工，本来是多少")


@pytest.mark.parametrize(
    ("messages", "words", "why"),
    [
        ((SCHOOL_MONEY, "扣掉成本结余二十万"), "最多140000元", "五15: 70% of what is left, told after it"),
        ((SCHOOL_MONEY, "扣掉成本结余二十万", "不是二十万，三十万"), "最多210000元", "no merit pay told"),
        (
            ("衢州院校社会培训收入120万，成本20万，老师能分多少", "不是120万，是150万"),
            "最多910000元",
            "with its unit",
        ),
        ((*RAISED, "上浮完顶多多少"), "最多1950元", "1500 raised by 30%, of the level told before"),
        ((*RAISED, "高级工上浮以后最多是多少"), "最多3900元", "of another level"),
    ],
)
def test_sums_told_next_are_reckoned_by_the_clause(messages: tuple[str, ...], words: str, why: str) -> None:
    assert words in answer_to(*messages).text, why


TRAINED = "鼓楼公司，8个职工考了高级工等级证，合同都是两年，公司一共能拿多少"
BASE = "鼓楼，评上市级高技能人才培训基地给多少钱"
THREE_HAD = "我衢州户口，今年已经领过两次培训补贴，这次是高级工，第三次了，还能领不"


@pytest.mark.parametrize(
    ("messages", "words", "why"),
    [
        (
            (TRAINED, "养老是没有的，只给他们上了工伤险"),
            "缴纳基本养老保险费",
            "work injury is only mentioned",
        ),
        ((TRAINED, "医保社保都断了"), "缴纳基本养老保险费", "so is health insurance"),
        ((BASE, "我们材料交上去了，结果还没出来，现在算够条件了吗"), "不能领", "an award still to come"),
        (("晋江省级大师工作室给多少", "名单还没公布"), "不能领", "in other words"),
        (
            (THREE_HAD, "不对，漏了上个月那笔，已经三次了，这是第四次"),
            "今年已享受3次",
            "how often, put right",
        ),
        (
            ("在衢州的学校报班考的中级工。户口金华，人住金华，班也在金华上，失业登记从来没办过",),
            "本市户籍",
            "all ties lie elsewhere",
        ),
    ],
)
def test_what_is_told_next_refuses(messages: tuple[str, ...], words: str, why: str) -> None:
    answer = answer_to(*messages)
    assert "不能领" in answer.text and words in answer.text, why


def test_what_was_had_in_full_last_year_is_no_day_of_the_matter() -> None:
    told = answer_to("去年在衢州领满了三次培训补贴，今年没领。前几天中级工的证下来了，衢州户口，能拿多少")
    assert "最多1500元" in told.text


def test_an_age_is_asked_of_the_next_place_whatever_was_told_of_somebody_before() -> None:
    told = answer_to(
        "我爸已经按月拿退休金了还想学门手艺，鼓楼区的培训补贴他排得上不", "那衢州呢，有没有卡岁数？"
    )
    assert "62 周岁" in told.text


@pytest.mark.parametrize(
    ("messages", "words", "why"),
    [
        (("晋江陈埭镇2021年派下来多少培训人次", "西滨镇呢", "这两个镇三年加总各是多少"), "1900", "of each"),
        (("衢州龙游每年多少人次", "江山呢", "两个加起来多少"), "13000", "both together"),
        (
            ("衢州柯城每年多少人次", "衢江呢", "两家差几个人次"),
            "相差：职业技能培训（人次） 1000",
            "the difference",
        ),
    ],
)
def test_the_two_rows_that_were_quoted_last_are_held_together(
    messages: tuple[str, ...], words: str, why: str
) -> None:
    answer = answer_to(*messages)
    assert words in answer.text and len(answer.cited) == 2, why


def test_a_place_named_with_what_is_not_held_is_the_place_of_the_next_question() -> None:
    assert "最多3000元" in answer_to("衢州公积金怎么提取", "那高级工是多少").text


def test_a_rank_is_meant_where_the_rank_of_a_workshop_was_talked_of() -> None:
    told = answer_to("晋江评上技能大师工作室有没有奖励", "泉州市级的", "那省里的呢")
    assert "100000元" in told.text


@pytest.mark.parametrize(
    ("messages", "words", "why"),
    [
        (
            ("我刚大学毕业想培训，衢州这个行动把高校毕业生当重点对象没？", "我老爹在家种田，他那种呢"),
            "职业农民",
            "people in the text's words",
        ),
        (
            ("福建2024年省级大师工作室名额从几个加到几个，主要照顾谁",),
            "从 60 个增加至 80 个",
            "no money is 照顾",
        ),
        (
            ("鼓楼区，同一本证的鉴定补贴我已经到账了，培训补贴还可以再申请吗，会不会算重复",),
            "不重复发放",
            "both",
        ),
        (
            ("晋江鞋厂，针车工是急需紧缺工种，人都签了两年，就是合格证一直没发下来，那一千一个人的能领吗",),
            "1000 元",
            "what is denied means no other benefit",
        ),
    ],
)
def test_what_is_meant_is_quoted(messages: tuple[str, ...], words: str, why: str) -> None:
    assert any(words in cited.quote for cited in answer_to(*messages, on=JUNE_2025).cited), why


@pytest.mark.parametrize(
    ("messages", "told", "why"),
    [
        (["晋江，陈埭镇要培训多少人", "2021年呢"], "陈埭镇：2021年计划培训(人次)：800人次", "of a year"),
        (
            ["晋江池店镇的任务是多少人次", "那2020年是多少"],
            "2019-2020年计划培训(人次)：1100人次",
            "one of two",
        ),
        (["晋江，陈埭镇要培训多少人", "2022年呢"], "没有写陈埭镇2022年的数", "of no year of it"),
        (["晋江，陈埭镇要培训多少人", "三年合计多少"], "> 陈埭镇", "the row again"),
        (["晋江，陈埭镇要培训多少人", "2021年呢", "资金多少"], "没有写陈埭镇的资金", "no money"),
        (["衢州，龙游要培训多少人次", "2021年呢"], "> 龙游", "the same number every year"),
    ],
)
def test_another_number_of_the_row_that_was_quoted(messages: list[str], told: str, why: str) -> None:
    text = answer_to(*messages).text
    assert told in text, why
    assert ("没有写" in text) == ("没有写" in told)


@pytest.mark.parametrize("question", ["一线要花多少", "一线的占几成", "多少要花在一线"])
def test_its_own_words_lead_to_the_sentence_before_the_topic_s(question: str) -> None:
    told = answer_to("鼓楼，企业工资总额2000万，教育经费花了200万，能抵多少税", question)
    assert "60%以上用于一线职工培训" in told.cited[0].quote
