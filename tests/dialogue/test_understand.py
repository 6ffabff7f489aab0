"""One message, read as a whole; and what holds for every message."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import BadInput
from assistant.rules.facts import FactBook
from tests.dialogue.conftest import Read


def spoken(reading: Any) -> tuple[Any, ...]:
    """All that was read but for the text itself, with the names of places and without."""
    names = reading.__dataclass_fields__.keys() - {"text", "bare"}
    return tuple(getattr(reading, name) for name in sorted(names))


@pytest.mark.parametrize(
    ("message", "topics", "why"),
    [
        ("岗前培训补贴多少", ["pre_job_training"], "by its name"),
        ("新招的10个人培训几天，有补贴吗", ["pre_job_training"], "in other words"),
        ("边干边学怎么补", ["work_based_training"], "in other words"),
        ("师傅带徒弟有钱吗", ["apprenticeship"], "in other words"),
        ("以工代训和岗前培训能一起领吗", ["work_based_training", "pre_job_training"], "two, in order"),
        ("领过以工代训补贴了，岗前培训还能领吗", ["pre_job_training"], "what was had is not asked about"),
        ("中级工补多少", [], "a level names no topic: it implies one"),
        ("鼓楼家政有补贴吗", ["home_service"], "a trade that the place has a rule on"),
        ("衢州 想学家政考证有补贴吗", ["skill_upgrade"], "one like others where it has none"),
        ("你好", [], "nothing"),
    ],
)
def test_topics(read: Read, message: str, topics: list[str], why: str) -> None:
    assert list(read(message).topics) == topics, why


@pytest.mark.parametrize(
    ("message", "elsewhere"),
    [
        ("失业金能领多少", "unemployment_benefit"),
        ("生育津贴怎么算", "maternity_benefit"),
        ("公积金怎么提", "housing_fund"),
    ],
)
def test_what_is_not_held_here_is_no_topic(read: Read, message: str, elsewhere: str) -> None:
    reading = read(message)
    assert (reading.topics, reading.elsewhere) == ((), (elsewhere,))


@pytest.mark.parametrize(
    ("message", "policies", "why"),
    [
        ("晋政办〔2019〕79号还有效吗", ["jinjiang-2019-79"], "the whole number"),
        ("晋政办[2019]79号", ["jinjiang-2019-79"], "in half-width brackets"),
        ("闽人社文〔2024〕41号说了什么", ["fujian-2024-41"], "another"),
        ("141号文", ["quzhou-2019-141"], "its last part"),
        ("6号文", ["gulou-2020-6"], "one digit, with 文"),
        ("6号开班", [], "one digit without 文 is a day"),
        ("技能照亮前程是什么", ["fujian-2025-skills"], "the title"),
        ("3号文件", [], "a number that nobody bears"),
    ],
)
def test_policies(read: Read, message: str, policies: list[str], why: str) -> None:
    assert list(read(message).policies) == policies, why


@pytest.mark.parametrize(
    ("message", "corrects", "follows_up"),
    [
        ("说错了，是3个人", True, False),
        ("不是晋江是衢州", True, False),
        ("那高级工呢", False, True),
        ("换成衢州", False, True),
        ("如果签了三年呢", False, True),
        ("晋江中级工补多少", False, False),
    ],
)
def test_how_a_message_leans_on_the_last(read: Read, message: str, corrects: bool, follows_up: bool) -> None:
    reading = read(message)
    assert (reading.corrects, reading.follows_up) == (corrects, follows_up)


@pytest.mark.parametrize(
    ("message", "flag"),
    [
        ("人没来能不能虚报几个", "fraud_act"),
        ("骗补会怎么处理", "fraud_consequence"),
        ("帮我查一下我的补贴到账没有", "personal_status"),
        ("帮我查查交的材料批没批", "personal_status"),
        ("你好", "greetings"),
        ("谢谢", "thanks"),
        ("你是谁", "self"),
        ("培训的事", "domain"),
    ],
)
def test_what_kind_of_message_it_is(read: Read, message: str, flag: str) -> None:
    assert flag in read(message).flags


def test_who_asks_is_no_one_where_the_payee_is_asked_for(read: Read) -> None:
    assert "asker" not in read("这钱给个人还是给企业").facts
    assert "asker" not in read("中级工和高级工的钱给个人还是给公司").facts


def test_who_says_i_asks_whoever_else_is_named(read: Read) -> None:
    assert read("我们公司的培训由司法局组织").facts["asker"] == "企业"
    assert read("公司让员工去考高级工，补多少").facts["asker"] == "企业"
    assert read("公司在技校办的班，考了证的有30个").facts["asker"] == "企业"
    assert read("考了高级工，机构能领多少").facts["asker"] == "培训机构"
    assert read("我们职校毕业的学生能补吗").facts["asker"] == "院校"


@pytest.mark.parametrize(
    "message",
    [
        "在培训学校学的叉车，能领多少",
        "自己挑的一家培训机构，考到了高级工",
        "去年从技校毕业，想学电工",
        "培训机构说不要钱，真的吗",
        "我们单位叫我去考证，证考下来了",
    ],
)
def test_where_somebody_learns_or_who_sends_him_does_not_ask(read: Read, message: str) -> None:
    assert read(message).facts.get("asker", "个人") == "个人"


@pytest.mark.parametrize(
    ("message", "asker", "why"),
    [
        ("我爱人公司给她报的，公司能拿多少", "企业", "whose sum is asked for"),
        ("我老公考的高级工，单位能领多少", "企业", "the same in other words"),
        ("公司给我交社保，我能领多少", "个人", "and the other way round"),
        ("去年厂子倒了，我自费考了中级工", None, "what is no more asks for nothing"),
        ("厂里今年停产，给我们培训的钱厂里能领多少", "企业", "a firm that only stands still does"),
    ],
)
def test_whose_sum_is_asked_for(read: Read, message: str, asker: str | None, why: str) -> None:
    assert read(message).facts.get("asker") == asker, why


def test_who_names_a_document_means_its_place(read: Read) -> None:
    assert read("141号文里中级工补多少").regions == ("330800",)
    assert read("141号文里中级工补多少", regions=("350582",)).regions == ()


def test_everything_at_once(read: Read, book: FactBook) -> None:
    reading = read("我们是晋江的鞋厂，新招12个人，都签了两年合同，岗前培训拿到合格证了，听说每人500元？")
    assert reading.regions == ("350582",)
    assert reading.topics == ("pre_job_training",)
    assert reading.figures == (Decimal(500),)
    assert book.store(reading.facts) == {
        "headcount": "12",
        "months_since_hire": ["0", "12"],
        "contract_months": "24",
        "pass_certificate": True,
        "asker": "企业",
    }


SPELLINGS = [
    ("晋江中级工补贴多少", "晉江中級工補貼多少", "Traditional"),
    ("没交养老保险，签了两年劳动合同", "沒交養老保險，簽了兩年勞動合同", "Traditional"),
    ("我们公司新招12人岗前培训", "我們公司新招１２人崗前培訓", "Traditional and full width"),
    ("以工代训3个月，20人", "以工代訓３個月，２０人", "Traditional and full width"),
    ("补贴是1.5万元吗?", "補貼是１．５萬元嗎？", "full-width digits and signs"),
    ("(5人)中级工,(2人)高级工", "（５人）中级工，（２人）高级工", "brackets and commas"),
    ("hr问一下", "ＨＲ问一下", "latin letters"),
    ("晋政办〔2019〕79号", "晉政辦〔２０１９〕７９號", "a document"),
    ("2020年8月考的", "２０２０年８月考的", "a day"),
    ("晋江 中级工", "晋江\u3000中级工", "a full-width space"),
    ("晋江中级工", "晋\u200b江中\u200d级工", "signs without width"),
    ("12人培训36课时", "12 人培训 36 课时", "spaces round numbers"),
    ("二〇二〇年八月考的", "2020年8月考的", "a date in words"),
    ("120人", "一百二十人", "a number in words"),
]


@pytest.mark.parametrize(("one", "other", "why"), SPELLINGS)
def test_spellings_are_read_alike(read: Read, one: str, other: str, why: str) -> None:
    assert spoken(read(one)) == spoken(read(other)), why


PIECES = st.sampled_from(
    (
        *"，。；？、（）的了吗没不有是 \n",
        *(
            "晋江",
            "衢州市",
            "南京鼓楼",
            "新疆籍",
            "福建省",
            "141号文",
            "2020年8月考的",
            "去年",
            "20年8月",
            "2020年13月",
        ),
        *(
            "中级工",
            "高级技师",
            "残疾人",
            "社保",
            "劳动合同",
            "合格证",
            "新招",
            "退休",
            "目录外",
            "以工代训",
            "岗前培训",
        ),
        *(
            "一百二十",
            "三四",
            "半",
            "1,200",
            "１２",
            "999999999999",
            "0.5",
            "十来",
            "第三",
            "俩",
            "几十",
            "上百",
            "两万五",
        ),
        *(
            "人",
            "名",
            "个",
            "个月",
            "年",
            "岁",
            "元",
            "块钱",
            "万",
            "次",
            "课时",
            "个工种",
            "以上",
            "多",
            "不到",
            "到",
        ),
        *(
            "签了",
            "没交",
            "要不要",
            "有没有",
            "不知道",
            "可能",
            "换成",
            "再加",
            "其中",
            "都",
            "还是",
            "138 1234 5678",
        ),
    )
)
ASKED = st.sampled_from(
    [None, "headcount", "contract_months", "pension_insured", "certificate_level", "region"]
)
TOPICS = st.sampled_from(
    [(), ("apprenticeship",), ("work_based_training", "skill_upgrade"), ("living_allowance",)]
)
MANY = settings(derandomize=True, deadline=None, max_examples=150)


def holds(read: Read, book: FactBook, message: str, asked: str | None, topics: tuple[str, ...]) -> None:
    """Nothing but BadInput is raised, the same is read twice, and the next turn can read it back."""
    try:
        reading = read(message, asked=asked, topics=topics)
    except BadInput as error:
        assert str(error).isprintable()
        return
    assert reading == read(message, asked=asked, topics=topics)
    for facts in (reading.facts, *(group.facts for group in reading.groups)):
        assert book.parse(book.store(facts)) == facts


@MANY
@given(message=st.lists(PIECES, max_size=40).map("".join), asked=ASKED, topics=TOPICS)
def test_whatever_is_put_together(
    read: Read, book: FactBook, message: str, asked: str | None, topics: tuple[str, ...]
) -> None:
    holds(read, book, message, asked, topics)


@MANY
@given(message=st.text(st.characters(exclude_categories=()), max_size=60), asked=ASKED)
def test_whatever_is_typed(read: Read, book: FactBook, message: str, asked: str | None) -> None:
    holds(read, book, message, asked, ())


@pytest.mark.parametrize(
    "message",
    [
        "以工代训社保其中以工代训一节。0个，残疾",  # groups named by their topics, without a number
        "岗前培训合同其中岗前培训2节，0名，社保",
        "其中以工代训没社保。3人，以工代训，其中合同",
        "十" * 480,
    ],
)
def test_what_was_typed_once(read: Read, book: FactBook, message: str) -> None:
    holds(read, book, message, None, ())


@settings(derandomize=True, deadline=None, max_examples=8)
@given(piece=st.lists(PIECES, min_size=1, max_size=4).map("".join))
def test_a_message_as_long_as_may_be(read: Read, book: FactBook, piece: str) -> None:
    holds(read, book, (piece * 2000)[:2000], "contract_months", ())


@pytest.mark.parametrize(
    ("message", "topics"),
    [
        ("鼓楼，想学电工", {"free_training", "key_group_training"}),
        ("福建想学点技术，没工作", {"key_group_training"}),  # the province has no free training
        ("衢州想学理发", set()),
        ("想学做饭", {"free_training", "key_group_training"}),
        ("晋江，新招的人想学门手艺，岗前培训补多少", {"pre_job_training"}),
        ("晋江，要不要自己掏钱，另外有没有生活补贴", {"free_training", "living_allowance"}),
    ],
)
def test_who_wants_to_learn_a_trade_means_what_the_place_has_for_learners(
    read: Read, message: str, topics: set[str]
) -> None:
    assert set(read(message).topics) == topics
