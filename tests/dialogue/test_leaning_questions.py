"""Short questions that name no matter lean on the clause that was quoted last, or ask where it stands."""

from datetime import date

import pytest

from tests.dialogue.talk import JUNE_2020, answer_to

JUNE_2025 = date(2025, 6, 1)
MARCH_2026 = date(2026, 3, 1)

LEANS = [
    (("晋江，哪些行当算危险的，老板每年非得组织训一回", "一年训几回"), "每年至少要组织开展一次", "how often"),
    (("晋江学校办外面的班挣的钱，老师最多能分几成", "剩下的能当学校日常开销吗"), "30%", "the rest"),
    (("晋江市领导小组的办公室放在哪个局", "多长时间报一次进度"), "每月报进度", "the sentence that says how often"),
    (("晋江市领导小组的办公室放在哪个局", "完不成任务的会怎样"), "约谈", "what follows"),
    (("鼓楼进度几个月报一回", "报到哪里去"), "就业工作领导小组办公室", "to whom"),
    (("鼓楼这个方案谁说了算，有疑问由谁解释", "跟以前的老规定打架听谁的"), "按本实施方案执行", "which prevails"),
    (("衢州补贴目录多长时间换一次", "谁来公布"), "人力社保部门负责收集", "another sentence with the word"),
    (("衢州技校对外办班赚的钱怎么分", "有没有封顶"), "绩效工资基准总量的15%", "another clause has the word"),
    (("衢州年纪大了还能补吗，上限多少岁", "县里能不能改"), "适当调整年龄限制", "no benefit was told"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "words", "why"), LEANS, ids=[row[-1] for row in LEANS])
def test_a_question_without_a_matter_is_asked_of_the_clause_quoted_last(
    messages: tuple[str, ...], words: str, why: str
) -> None:
    assert any(words in "".join(cited.quote.split()) for cited in answer_to(*messages).cited), why


OF_ITS_OWN = [
    (("晋江领导小组的办公室放在哪个局", "有没有单独开账"), "专账", "another clause says surely more"),
    (("福建省级技能大师工作室多评了几个", "给钱的有几个"), "30 个", "a number of the same clause"),
]


@pytest.mark.parametrize(("messages", "words", "why"), OF_ITS_OWN, ids=[row[-1] for row in OF_ITS_OWN])
def test_what_other_clauses_say_of_it_stands_beside(messages: tuple[str, ...], words: str, why: str) -> None:
    assert any(words in cited.quote for cited in answer_to(*messages, on=JUNE_2025).cited), why


WHERE = [
    (("晋江陈埭三年一共要训多少人", "写在哪"), "附件1", "after a row of an annex"),
    (("晋江市妇联摊到多少人次", "哪条写的"), "附件2", "in other words"),
    (("鼓楼以虚假培训套钱的怎么处理", "依据呢"), "四（九）", "after what becomes of deceit"),
    (("鼓楼残联要做什么", "这个写在哪条"), "五（十一）", "after a duty"),
]


@pytest.mark.parametrize(("messages", "path", "why"), WHERE, ids=[row[-1] for row in WHERE])
def test_where_what_was_quoted_stands(messages: tuple[str, ...], path: str, why: str) -> None:
    assert [cited.path for cited in answer_to(*messages).cited] == [path], why


ROWS = [
    (("晋江市妇联摊到多少人次", "它负责什么"), "妇女就业创业培训", "what the body of the row does"),
    (("晋江市妇联摊到多少人次", "经费给安排多少"), "\t4", "its money"),
    (("衢州低收入农户是哪个部门管培训的", "摊了多少人次"), "2220", "its number, after its duty"),
    (("衢州龙游一年摊多少人",), "6000", "one row that is named"),
    (("衢州龙游一年摊多少人", "开化呢"), "4000", "and another"),
    (("衢州江山一年要训好多人次",), "7000", "in dialect"),
    (("晋江教育局那行任务是啥",), "师资的培养", "what the body of a row has to do"),
    (("衢州哪个部门任务最重", "最轻的呢"), "444", "the other end of the same annex"),
]


@pytest.mark.parametrize(("messages", "words", "why"), ROWS, ids=[row[-1] for row in ROWS])
def test_a_row_is_told(messages: tuple[str, ...], words: str, why: str) -> None:
    assert any(words in cited.quote for cited in answer_to(*messages).cited), why


def test_a_row_is_held_against_the_one_quoted_last() -> None:
    told = answer_to("晋江教育局那行任务是啥", "跟商务局差多少")
    assert "年均所需资金(万元) 50" in told.text and len(told.cited) == 2


def test_the_two_rows_quoted_last_are_told_again_with_all_their_numbers() -> None:
    told = answer_to("晋江陈埭镇三年一共计划培训多少人次？", "安海镇呢？", "刚才这两个镇2021年分别是多少？")
    assert [cited.quote.split("\t")[0] for cited in told.cited] == ["陈埭镇", "安海镇"]


OF_THE_QUOTED = [
    (("鼓楼，紧缺工种加价看哪份目录", "加几成"), "30%", "what the words quoted raise"),
    (("鼓楼生活费最多领几回", "什么时候能申请"), "同时申领", "what the clause says of applying"),
    (("晋江公布的培训目录都有哪几种", "哪些部门负责"), "责任单位", "the line of the clause that says so"),
    (("衢州行业部门自己办班，最后谁来验收", "办之前计划报给谁"), "报同级人力社保部门审核", "no payee"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "words", "why"), OF_THE_QUOTED, ids=[row[-1] for row in OF_THE_QUOTED])
def test_what_is_asked_next_is_of_the_words_quoted(messages: tuple[str, ...], words: str, why: str) -> None:
    assert any(words in "".join(cited.quote.split()) for cited in answer_to(*messages).cited), why


def test_a_level_within_a_plan_is_no_case() -> None:
    told = answer_to("福建省2024年要培训多少人次啊那个民办实事的", "里头高级工以上的要多少", on=JUNE_2025)
    assert any("高级工及以上 5 万人次" in cited.quote for cited in told.cited)


def test_a_number_that_no_clause_has_is_said_not_to_be_there() -> None:
    assert answer_to("衢州培训要请多少个老师").text.startswith("**条文没有直接写这个数。**")


@pytest.mark.parametrize(
    ("question", "on", "words", "why"),
    [
        ("福建41号文总牵头的是谁", JUNE_2025, "总牵头责任", "a document's preface tells nothing of it"),
        ("鼓楼那个大比武叫什么名字", JUNE_2020, "鼓楼工匠", "a name is no money"),
        ("衢州创业的课谁能办", JUNE_2020, "创业平台", "who may hold it is no money"),
        ("照亮前程，学的跟自己干的活不对口行吗", MARCH_2026, None, "对口 names no region here"),
        ("鼓楼怎么防止一个人重复领钱", JUNE_2020, "信息比对", "what offices do about it"),
        ("鼓楼的高级技工能不能申报职称", JUNE_2020, "互通申报职称", "a title is no money"),
    ],
)
def test_what_asks_for_no_money_is_quoted(question: str, on: date, words: str | None, why: str) -> None:
    answer = answer_to(question, on=on)
    assert answer.status == "answered", why
    assert words is None or any(words in "".join(cited.quote.split()) for cited in answer.cited), why


def test_what_was_had_for_earlier_courses_is_counted() -> None:
    told = answer_to(
        "家里是建档立卡贫困户，住鼓楼。今年上了四期班，期期都拿到人社认定的合格证，前三期生活费补助都领到手了，这第四期还发吗"
    )
    assert not any(e.outcome == "eligible" for e in told.entitlements)


def test_how_often_after_a_benefit_is_its_limit() -> None:
    told = answer_to("我在晋江，中级工，合同两年养老都交，个人领多少", "一年最多报几回")
    assert "每人每年可享受不超过3次" in told.text


def test_what_leans_on_nothing_of_the_clause_is_told_with_doubt() -> None:
    assert answer_to("衢州技校对外办班赚的钱怎么分", "有没有封顶").text.startswith("不一定正好回答您的问题")


HELD = [
    ("晋江通报批评是针对谁的", "三（三）", "in the words of the place's text"),
    ("衢州人社部门管什么", "六17", "what a body does, under another name"),
    ("衢州各县名额谁最多", "附件1", "the most of an annex"),
    ("鼓楼区有年龄要求吗", "四（八）", "what a text asks for"),
    ("鼓楼，上课跟上班撞了怎么调，工资还照发吗", "二（一）", "a course, in words of other matters"),
]


@pytest.mark.parametrize(("question", "path", "why"), HELD, ids=[row[-1] for row in HELD])
def test_what_a_place_s_text_says_is_in_scope(question: str, path: str, why: str) -> None:
    assert path in [cited.path for cited in answer_to(question).cited], why


def test_an_examination_s_day_stays_out_of_scope() -> None:
    assert answer_to("晋江 电工证考试什么时候报名", on=MARCH_2026).status == "out_of_scope"


@pytest.mark.parametrize(
    ("question", "on", "words", "why"),
    [
        ("衢州弄虚作假拿补贴的怎么办", JUNE_2020, "严肃查处", "what is done about it"),
        ("鼓楼，借别人身份证凑人头上课的，会怎样", JUNE_2020, "依法依纪严惩", "how it is done is no matter"),
        ("衢州机构冒用工人身份证套补贴怎么处理", JUNE_2020, "严肃查处", "words for it"),
        ("福建有机构打虚假广告夸大培训效果怎么处理", MARCH_2026, "虚假广告", "with what it is done"),
        ("晋江找人代考中级工会怎样", JUNE_2020, None, "no level that is to be had"),
    ],
)
def test_who_asks_what_becomes_of_deceit_hears_the_clause(
    question: str, on: date, words: str | None, why: str
) -> None:
    answer = answer_to(question, on=on)
    assert "骗取补贴" in answer.text and not answer.entitlements, why
    assert words is None or any(words in cited.quote for cited in answer.cited), why


def test_a_refusal_keeps_the_place_and_the_matter() -> None:
    told = answer_to(
        "晋江岗前培训，想把没来的人名字填进名单里报上去，行不行", "真来上课的12个，都签了两年合同，证也有"
    )
    assert "9600元" in told.text


def test_the_most_that_may_be_applied_for_is_no_deceit() -> None:
    assert answer_to("晋江岗前培训，一年最多报几回").status == "answered"
