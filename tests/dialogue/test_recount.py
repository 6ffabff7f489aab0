"""Numbers put right among people of whom some were told apart, and people who come up as another matter."""

from datetime import date

import pytest

from tests.dialogue.talk import answer_to, what_all_get

Row = tuple[tuple[str, ...], str, int, str]  # messages, rule, what all get of it, reason

PUT_RIGHT: list[Row] = [
    (
        (
            "晋江鞋厂招了12个新人，都签了一年合同，进厂两个月内办的岗前培训，合格证都发了，能补多少",
            "等下，里头有4个合同只签了半年",
            "刚翻了合同，看错了，半年的是3个",
        ),
        "jinjiang-pre-job",
        7200,
        "the number of those told apart is put right: the twelve stay twelve",
    ),
    (
        (
            "晋江岗前培训，10个新员工都有合格证，其中2个没签合同，其他签了两年，招进来一个月，补多少",
            "算错了，是3个没签",
        ),
        "jinjiang-pre-job",
        5600,
        "told apart in the first message, and named by what they lack",
    ),
    (
        (
            "鼓楼公司，10名新员工岗前培训，合同三年，入职当月培训，都拿到人社认定的合格证，里面2个只签了半年",
            "不是2个，是4个",
        ),
        "gulou-pre-job",
        3000,
        "named by the number that was wrong",
    ),
    (
        ("衢州，20个新员工岗前培训，都有合格证，给多少钱", "其中3人没拿到证", "数错了，没拿到证的有5个"),
        "quzhou-pre-job",
        4500,
        "another place",
    ),
    (
        (
            "晋江厂里招了12个新人，都签了一年合同，进厂两个月内岗前培训，合格证都发了，补多少",
            "里头有4个合同只签了半年",
            "不对，总共是15个人",
        ),
        "jinjiang-pre-job",
        8800,
        "the number of all is put right: the four stay four",
    ),
    (
        ("晋江，我厂8个工人考出初级工，合同两年，养老也交着，他们个人能领多少", "那要是有3个是中级呢"),
        "jinjiang-skill-upgrade-worker",
        6500,
        "有3个是 speaks of those who were counted",
    ),
    (
        (
            "鼓楼的公司有10名新员工做完岗前培训，合同三年，入职当月培训，都拿到人社认定的合格证",
            "其中2人没考过，证没拿到",
            "不对，没考过的不是2个，是1个",
        ),
        "gulou-pre-job",
        4500,
        "who failed, and how many they are not",
    ),
    (
        (
            "晋江15个新人岗前培训，合格证都有，招进来一个月，合同两年，公司补多少",
            "里面3个没签合同",
            "没签的不是3个，是5个",
        ),
        "jinjiang-pre-job",
        8000,
        "who lack something, and how many they are not",
    ),
    (
        ("晋江，9名高级工，合同3年，养老保险都在缴，个人合计补多少", "如果有2个考的是技师呢"),
        "jinjiang-skill-upgrade-worker",
        14500,
        "in other words",
    ),
]


@pytest.mark.parametrize(
    ("messages", "rule", "amount", "reason"), PUT_RIGHT, ids=[row[-1] for row in PUT_RIGHT]
)
def test_all_stay_as_many_as_they_were(
    messages: tuple[str, ...], rule: str, amount: int, reason: str
) -> None:
    assert what_all_get(rule, *messages) == amount, reason


def test_a_bare_number_is_asked_of_whom() -> None:
    answer = answer_to(
        "晋江招了12个新人，都签了一年合同，进厂两个月内岗前培训，合格证都发了，补多少",
        "里头有4个合同只签了半年",
        "不对，是10个人",
    )
    assert answer.status == "needs_facts"


OTHERS = [
    (
        date(2025, 6, 1),
        (
            "福建头部企业面向上下游小厂带徒弟培训，省里有支持吗",
            "我们厂还招了二十来个退役军人，想让他们学点技术",
        ),
        ("fujian-2024-41", "二（五）"),
        "a group of persons after a benefit for firms",
    ),
    (
        date(2025, 6, 1),
        ("泉州企业，见证补贴能直接打给公司吗", "对了，我们还招了五六个残疾人，支不支持"),
        ("fujian-2024-41", "二（五）"),
        "another group, another benefit",
    ),
    (
        date(2026, 3, 1),
        ("福建，企业建高技能人才培训基地有没有支持", "另外村里有十来个就业困难人员想学手艺，支持吗"),
        ("fujian-2025-skills", "三（一）2"),
        "another policy",
    ),
    (
        date(2020, 6, 15),
        ("晋江，国家级技能大师工作室补多少", "厂里还招了6个宁夏来的，培训合格证都拿了，补多少"),
        ("jinjiang-2019-79", "二（六）10"),
        "by where they come from",
    ),
    (
        date(2020, 6, 15),
        ("晋江岗前培训10个新人，合同两年，合格证都有，补多少", "还有，这10个都是农民工"),
        ("jinjiang-2019-79", "二（六）1"),
        "more is said of the same people",
    ),
]


@pytest.mark.parametrize(("on", "messages", "clause", "reason"), OTHERS, ids=[row[-1] for row in OTHERS])
def test_other_people_are_another_matter(
    on: date, messages: tuple[str, ...], clause: tuple[str, str], reason: str
) -> None:
    answer = answer_to(*messages, on=on)
    assert clause in {(cited.policy.id, cited.path) for cited in answer.cited}, reason


BY_NOW = [
    (
        (
            "晋江，进厂四个月的新人一共23个，合同都签了两年，岗前培训有3个没拿到合格证，其余都拿了，补多少",
            "哎等下，没拿证的那三个里头有一个补考过了，现在应该是21个",
        ),
        "jinjiang-pre-job",
        16800,
        "one of those who failed has passed by now",
    ),
    (
        ("晋江岗前20人，合格证都有，其中4个没签合同，其他签了两年", "没签合同的那4个里有2个补签了两年"),
        "jinjiang-pre-job",
        14400,
        "two have signed by now",
    ),
    (
        ("晋江岗前，20人，合同两年，其中4个没拿到合格证", "那4个里面2个补考通过了"),
        "jinjiang-pre-job",
        14400,
        "of the others nothing was said, and they stay",
    ),
    (
        (
            "晋江岗前20人，合格证都有，其中4个没签合同，其他签了两年",
            "那4个里有2个是半年合同",
        ),
        "jinjiang-pre-job",
        12800,
        "one of the groups is divided",
    ),
    (
        (
            "鼓楼，上个月新招8个人签了两年合同做了岗前培训，合格证都有；另外5个老员工安全技能培训第一次拿到特种设备作业人员证，补多少",
            "新招的说错了，不是8个是10个，别的没变",
        ),
        "gulou-pre-job",
        5000,
        "of two kinds of people the one named",
    ),
    (
        (
            "鼓楼，上个月新招8个人签了两年合同做了岗前培训，合格证都有；另外5个老员工安全技能培训第一次拿到特种设备作业人员证，补多少",
            "说错了，不是5个，是6个",
        ),
        "gulou-pre-job",
        4000,
        "by the old number, and not these",
    ),
]


@pytest.mark.parametrize(("messages", "rule", "amount", "reason"), BY_NOW, ids=[row[-1] for row in BY_NOW])
def test_what_all_get_by_now(messages: tuple[str, ...], rule: str, amount: int, reason: str) -> None:
    assert what_all_get(rule, *messages) == amount, reason


OFF_BY = [
    ("高级工是4个，多报了一个", 18000, "4 × 1500 + 12 × 1000: the right number is told"),
    ("高级工多算了2个", 21000, "6 × 1500 + 12 × 1000"),
    ("中级工少算了1个", 25000, "8 × 1500 + 13 × 1000"),
]


@pytest.mark.parametrize(("message", "amount", "why"), OFF_BY, ids=[row[0] for row in OFF_BY])
def test_one_of_several_groups_was_off_by_so_many(message: str, amount: int, why: str) -> None:
    first = "晋江厂里高级工8个中级工12个，签两年合同交社保，工人自己一共多少"
    assert what_all_get("jinjiang-skill-upgrade-worker", first, message) == amount, why


RECOUNTED: list[Row] = [
    (
        (
            "晋江我们20个人岗前培训，合同两年，合格证都有，进厂三个月，补多少",
            "取证的也不对，应该是17个人",
        ),
        "jinjiang-pre-job",
        13600,
        "that a number is wrong, denies nothing of them",
    ),
    (
        ("晋江宁夏籍工人七个，培训了，都有合格证", "不对，有一个没考过，没拿到合格证，六个"),
        "jinjiang-partner-region-firm",
        9000,
        "how many are left, behind who is out",
    ),
    (
        (
            "晋江公司有参保，招了五个就业困难人员，没做过岗前，以工代训三个月了，补多少",
            "有一个上个月就走了，只做了两个月，另外四个满三个月",
        ),
        "jinjiang-work-based",
        2800,
        "what is told of some, is told of the others by its number alone",
    ),
    (
        (
            "鼓楼我们算困难企业，组织26名职工学目录以外的工种，人社认定的合格证都拿到了，补多少？",
            "搞错了，有5个学的是目录里面的工种，只能算21个吧，一共多少",
        ),
        "gulou-difficulty",
        10500,
        "who can be counted, behind who cannot",
    ),
    (
        ("鼓楼参保企业，吸纳5个零就业家庭的人，以工代训4个月，没做岗前", "有一个中途走了不算数，就按四个人"),
        "gulou-work-based",
        3200,
        "who left is not counted",
    ),
    (
        ("晋江监狱组织服刑人员培训，合格18人，补多少", "忘了算戒毒所那一批，合格9人，加一起呢"),
        "jinjiang-custody",
        21600,
        "a lot that was forgotten",
    ),
]


@pytest.mark.parametrize(
    ("messages", "rule", "amount", "reason"), RECOUNTED, ids=[row[-1] for row in RECOUNTED]
)
def test_who_is_counted_again_is_some_of_those_told_of(
    messages: tuple[str, ...], rule: str, amount: int, reason: str
) -> None:
    assert what_all_get(rule, *messages) == amount, reason
