"""Numbers put right by how far they were off, or by what they become: the right number is read, never the step."""

import pytest

from assistant.dialogue.people.miscounted import put_right
from tests.dialogue.talk import answer_to

# folded text, what was counted before, how it is read, reason
READ = [
    ("九个,我少算两个", 7, "九个", "the new number stands, the difference goes"),
    ("三个,又添了一个", 2, "三个", "the new number first"),
    ("多报了两个,其实五个", 7, "其实五个", "the new number behind"),
    ("有两个人不参加了,就按8个人算", 10, "就按8个人算", "who is out is not counted"),
    ("少算了两个", 7, "不对,是9个", "too few were counted"),
    ("漏算一个", 7, "不对,是8个", "left out"),
    ("多报了两个", 7, "不对,是5个", "too many were told"),
    ("减掉3个人", 7, "不对,是4个", "taken out"),
    ("有两个没来", 7, "不对,是5个", "who did not come"),
    ("再添三个呢", 7, "不对,是10个", "more of the same"),
    ("又来了一个", 7, "不对,是8个", "one more, which no number is read of"),
    ("再加5个", 7, "再加5个", "added up where it is read"),
    ("少算了一个工种", 4, "不对,是5个", "other things than people"),
    ("多报了七个", 7, "多报了七个", "nobody is left: the message stays"),
    ("少算了几个", 7, "少算了几个", "nobody knows how many"),
    ("少算了两个", None, "少算了两个", "nothing was counted before"),
    ("加两个老员工", 7, "加两个老员工", "of another kind"),
    ("多两个高级工", 7, "多两个高级工", "of another kind, told shortly"),
    ("三十课时改三十六", None, "是三十六课时", "what it becomes"),
    ("不是三十课时,是三十六", None, "是三十六课时", "denied and told anew"),
    ("二十四个人改成二十", 24, "是二十个人", "with another measure"),
    ("不是15个,是18个", 15, "不是15个,是18个", "of people the wrong number says of whom"),
    ("是加了3个", 25, "是加了3个", "how many were added, and not how many more"),
    ("3年是36个月", None, "3年是36个月", "nothing is put right"),
    ("合同三年,是上个月签的", None, "合同三年,是上个月签的", "no number behind"),
]


@pytest.mark.parametrize(("text", "counted", "read", "why"), READ, ids=[f"{r[0]}: {r[-1]}" for r in READ])
def test_the_message_is_read_with_the_right_number(
    text: str, counted: int | None, read: str, why: str
) -> None:
    assert put_right(text, counted) == read, why


SEVEN = "晋江，7个新招的岗前培训，合同两年合格证都有，厂里补多少"
COMPETITION = "衢州公司办技能比武，列进市里竞赛计划了，四个工种，给多少"
HOURS = "衢州项目制，清单里的，三十课时，二十四个人拿证，多少"
MONTHS = "鼓楼以工代训，零就业家庭的，三个，公司参保，做四个月，多少"

SUMS = [
    (SEVEN, "九个，我少算两个", "7200元", "9 × 800"),
    (SEVEN, "多报了两个", "4000元", "5 × 800, and not 2 × 800"),
    (SEVEN, "有两个没来", "4000元", "who did not come is not paid for"),
    (COMPETITION, "又加了一个", "50000元", "five trades, and no person"),
    (COMPETITION, "三个，又添了一个", "30000元", "three in all"),
    (HOURS, "三十课时改三十六", "21600元", "36 × 25 × 24"),
    (HOURS, "课时改成三十八了", "22800元", "a number in words"),
    (HOURS, "每天4课时，上了8天", "19200元", "32 × 25 × 24"),
    (MONTHS, "做满一整年呢", "3600元", "six months at most"),
    (MONTHS, "干一个季度呢", "1800元", "three months"),
]


@pytest.mark.parametrize(("first", "then", "told", "why"), SUMS, ids=[row[1] for row in SUMS])
def test_the_sum_is_that_of_the_right_number(first: str, then: str, told: str, why: str) -> None:
    assert told in answer_to(first, then).text, why


SHARES = [
    (
        "晋江困难企业组织30名职工学目录外的工种，最后有五分之一没拿到培训合格证书，企业能拿多少",
        "19200元",
        "24 × 800",
    ),
    ("鼓楼司法局今年组织社区矫正人员学技能，来了30人，年底一算九成合格，一共多少", "13500元", "27 × 500"),
    ("衢州项目制，项目在清单里，20课时，45人，最后三分之二拿到培训合格证书，总共多少", "15000元", "30 × 500"),
]


@pytest.mark.parametrize(("message", "told", "why"), SHARES, ids=[row[-1] for row in SHARES])
def test_a_share_told_in_the_end_counts_people(message: str, told: str, why: str) -> None:
    assert told in answer_to(message).text, why
