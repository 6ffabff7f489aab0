"""People listed by what they are: their numbers are added up, and nobody is counted twice."""

import pytest

from assistant.dialogue.language.listed import are_listed
from assistant.dialogue.language.quantities import find_people
from tests.dialogue.talk import answer_to, what_all_get

PRE_JOB, GULOU, CRAFT = "jinjiang-pre-job", "gulou-pre-job", "gulou-traditional-craft"
STARTERS, WORK_BASED, PARTNERS = "quzhou-entrepreneurship", "gulou-work-based", "jinjiang-partner-region-firm"

LISTS = [
    ("今年新招客服6人、测试4人,均签三年合同", True, "names ahead"),
    ("6名在校大学生、5名返乡农民经考核取得合格证", True, "names behind"),
    ("前台3个、保洁4个、后厨5个,合同两年", True, "three of them"),
    ("做肉燕的4个徒弟,做漆器的3个,合同三年", True, "what they learn"),
    ("报名20人、参加18人,合同两年", False, "steps of one training"),
    ("面试30人、录用20人", False, "some of those ahead"),
    ("培训20人、18人合格", False, "who passed"),
    ("车间23人,仓库31人是主管", False, "more is told of the last"),
    ("20名员工、18名合格", False, "no name but what they have"),
    ("岗前新招20人,后来裁了2人,合同两年", False, "who they are is not told of the first"),
    ("岗前新招20人,中途请假2人,合同两年", False, "nor here"),
    ("缝纫工12人,后来裁了2人,合同两年", False, "what happened to some is no name"),
    ("缝纫工12人,女工8人,合同两年", False, "trade and sex are no kinds beside one another"),
]


@pytest.mark.parametrize(("text", "are", "reason"), LISTS, ids=[row[-1] for row in LISTS])
def test_what_is_a_list(text: str, are: bool, reason: str) -> None:
    counts = [(people.start, people.end) for people in find_people(text)]
    assert are_listed(text, counts) is are, reason


Row = tuple[tuple[str, ...], str, int, str]  # messages, rule, what all get of it, reason

SOFTWARE = "鼓楼软件公司，今年新招客服6人、测试4人，均签三年合同，岗前培训人社认定的合格证都有，补多少"
CRAFTS = "鼓楼做肉燕的4个徒弟，做脱胎漆的3个，合同都签三年，人社的合格证也考到了，传统文化补贴多少"
STUDENTS = "衢州办了创业培训，6名在校大学生、5名返乡农民经考核取得培训合格证，合计补贴多少"
ORIGINS = "晋江鞋厂，训了6个新疆来的4个宁夏来的工人，合格证拿到了，老板能拿多少补贴"

ROWS: list[Row] = [
    ((SOFTWARE,), GULOU, 5000, "trades"),
    ((SOFTWARE, "更正一下：客服里有1人没有取得证书"), GULOU, 4500, "one of a trade"),
    (
        ("晋江新招缝纫工12人、裁剪5人、包装3人，合同两年，岗前合格证都有，补多少",),
        PRE_JOB,
        16000,
        "裁剪 dismisses nobody",
    ),
    (
        ("晋江一共20人，普工12人、技工8人，岗前合格证都有，合同两年，补多少",),
        PRE_JOB,
        16000,
        "twenty are all of them",
    ),
    (
        ("晋江焊工班15人和钳工班10人都拿到合格证，岗前，合同两年，补多少",),
        PRE_JOB,
        20000,
        "ten beside fifteen have passed, not ten of them",
    ),
    ((CRAFTS,), CRAFT, 3500, "what all have stands behind"),
    ((CRAFTS, "做漆的有一个没签合同"), CRAFT, 3000, "one of the seven"),
    ((STUDENTS,), STARTERS, 11000, "of whom one kind is known"),
    (
        (STUDENTS, "大学生里有1人考核没过", "第二期又有2名城乡劳动者取得合格证"),
        STARTERS,
        12000,
        "and two more",
    ),
    ((ORIGINS,), PARTNERS, 15000, "where they come from"),
    ((ORIGINS, "宁夏那四个有俩没考过", "还有仨西藏的，证有的"), PARTNERS, 16500, "others from elsewhere"),
    (
        ("鼓楼招了2个就业困难的还有1个零就业家庭的，公司参保，以工代训5个月了，给补多少",),
        WORK_BASED,
        3000,
        "还有 without a comma, and months told behind the firm",
    ),
    (
        (
            "鼓楼招了2个就业困难的还有1个零就业家庭的，公司参保，以工代训5个月了，给补多少",
            "零就业那个来得晚，才训了3个月",
        ),
        WORK_BASED,
        2600,
        "那个 by its kind",
    ),
    (
        ("晋江A厂新招15人，B厂新招10人，都签两年合同，岗前都拿了合格证", "B厂多来2个"),
        PRE_JOB,
        21600,
        "firms as lots",
    ),
]


@pytest.mark.parametrize(("messages", "rule", "amount", "reason"), ROWS, ids=[row[-1] for row in ROWS])
def test_all_of_a_list_are_paid_for(messages: tuple[str, ...], rule: str, amount: int, reason: str) -> None:
    assert what_all_get(rule, *messages) == amount, reason


def test_of_whom_is_known_that_they_are_of_no_kind_nothing_is_due() -> None:
    text = answer_to("鼓楼收了3名贫困户、4名普通工人做以工代训3个月，补多少").text
    assert "1800元" in text and "4人：**以工代训补贴：不能领**" in text
