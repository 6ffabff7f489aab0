"""Single persons beside others: of whom something is told, who else is counted, and what is left."""

import pytest

from tests.dialogue.talk import answer_to, what_all_get

PERSONAL, STARTERS, LIVING = (
    "jinjiang-skill-upgrade-worker",
    "quzhou-entrepreneurship",
    "jinjiang-living-allowance",
)
CERTIFICATE = "quzhou-skill-upgrade"

THREE = "晋江我和大哥小弟，大哥高级技师，我技师，小弟初级工，合同都三年、养老都交，个人一共多少"
PUPILS = "晋江我考了高级工，两个徒弟小郑和小蔡都考了初级工，三人合同两年、都缴养老保险，个人合计多少"
MINE = "晋江我高级工，合同两年社保都交，个人拿多少"
ROOM = "衢州我参加创业培训考核过了，合格证也拿了，有多少"
SEVERAL = "我在晋江有两年合同有社保，我考了中级工又考了高级工，能领多少"

Row = tuple[tuple[str, ...], str, int, str]  # messages, rule, what all get of it, reason

ROWS: list[Row] = [
    ((THREE, "小弟那厂没给他签合同，那还剩多少"), PERSONAL, 5000, "what is done for somebody is told of him"),
    ((PUPILS,), PERSONAL, 2900, "two by their names"),
    ((PUPILS, "公司没给小郑缴养老保险"), PERSONAL, 2200, "没给 denies what was not done"),
    (
        (PUPILS, "公司没给小郑缴养老保险", "还有一个徒弟小马，中级工，合同两年、养老保险齐全，把他也加上"),
        PERSONAL,
        3200,
        "who is to be added",
    ),
    (
        (MINE, "同组的阿珍、阿霞都考取中级工，合同社保同我一样，我们三个人合计多少"),
        PERSONAL,
        3500,
        "a list of nicknames",
    ),
    (
        (MINE, "工友阿海跟我一样，俩人呢", "阿海跟我讲他那个是技师，重新算俩人的"),
        PERSONAL,
        3500,
        "who speaks to me",
    ),
    ((ROOM, "我俩室友也去了，都拿证了，我们仨一共多少"), STARTERS, 3000, "two of mine beside me"),
    (
        (ROOM, "我俩室友也去了，都拿证了，我们仨一共多少", "有个室友没过，那就是多少"),
        STARTERS,
        2000,
        "one of the two",
    ),
    (
        (
            "晋江我是贫困劳动力，培训2次都拿到合格证，生活费最多多少",
            "我妻子也是贫困劳动力，参加了4次，每次都有合格证，我们夫妻合计多少",
        ),
        LIVING,
        2500,
        "the wife of a couple is one person",
    ),
    (
        (SEVERAL, "我老婆也考了中级工，合同也两年社保也有，一起多少"),
        PERSONAL,
        3500,
        "beside one's own two certificates",
    ),
    (
        ("衢州8个人考了中级工，都是本地户口，老张63了，最多能领多少",),
        CERTIFICATE,
        10500,
        "one of the eight is too old",
    ),
]


@pytest.mark.parametrize(("messages", "rule", "amount", "reason"), ROWS, ids=[row[-1] for row in ROWS])
def test_what_they_get_together(messages: tuple[str, ...], rule: str, amount: int, reason: str) -> None:
    assert what_all_get(rule, *messages) == amount, reason


def test_who_holds_several_certificates_is_one_person() -> None:
    text = answer_to(SEVERAL, "我老婆也考了中级工，合同也两年社保也有，一起多少").text
    assert "（共2人）" in text and "（共3人）" not in text


def test_an_age_is_no_number_of_people() -> None:
    text = answer_to("我53岁女，衢州户口，考了中级工能领多少", "我老公63呢").text
    assert "超过男62周岁" in text


NOT_DONE = [
    ("公司没给我弟交社保", "pension"),
    ("公司没给老王签合同", "contract"),
    ("没给徒弟小张交社保", "pension"),
    ("老板没给我儿子签合同", "contract"),
]


@pytest.mark.parametrize(("message", "what"), NOT_DONE, ids=[row[0] for row in NOT_DONE])
def test_what_was_not_done_for_somebody_he_lacks(message: str, what: str) -> None:
    text = answer_to("晋江，中级工，个人能领多少", message).text
    lacked = "缴纳基本养老保险费" if what == "pension" else "与企业签订1年以上期限劳动合同"
    assert f"不能领**，因为不符合“{lacked}”" in text


def test_who_tries_again_next_year_has_no_certificate() -> None:
    text = answer_to("衢州户口，考了专项能力证书，最多多少", "证书没拿到，明年再考").text
    assert "不能领" in text


def test_a_message_that_only_asks_behind_its_number_raises_nothing() -> None:
    assert answer_to(ROOM, "我俩邻居去了，我们仨一共多少").text
