"""Who is left when some are taken out, and what is a part of a sum."""

import pytest

from assistant.dialogue.language.sums import add_up
from assistant.dialogue.people.remainder import leave_out
from tests.dialogue.talk import answer_to

LEFT = [
    ("进了19个新人,跑了4个没训完,剩下的人都签了合同", None, "进了15个新人", "some who left"),
    ("新招23人,里头5个是派遣来的,其余都签了三年", None, "新招18人", "some of another firm"),
    ("一共20人,其中3个没过,扣掉再算", None, "一共17人", "to be taken off"),
    ("其中有7个合同不满一年,扣掉再算", 20, "13人", "of those spoken of before"),
    ("里头5个今年已经领过一次了,那还能算多少", 20, "15人", "who had it already"),
    ("其中一个没交养老保险,那剩五个", 6, "剩五个", "the rest counted by the person himself"),
    ("来了30人,22人初次取证,8人复审", None, "来了30人,22人初次取证,8人复审", "groups, nobody is out"),
    (
        "20人,其中5人是中级工,其余是初级工",
        None,
        "20人,其中5人是中级工,其余是初级工",
        "groups, told by what they have",
    ),
    ("其中3个没签合同", 20, "其中3个没签合同", "nobody says that they are out"),
    (
        "28个人做了培训,其中5个今年已经享受过一次,这批补多少",
        None,
        "23个人做了培训",
        "who had it already, of those named",
    ),
    ("我一个人,没签合同,其余都有", None, "我一个人,没签合同,其余都有", "nobody else was counted"),
]


@pytest.mark.parametrize(("text", "before", "says", "reason"), LEFT, ids=[row[-1] for row in LEFT])
def test_leave_out(text: str, before: int | None, says: str, reason: str) -> None:
    left = leave_out(text, before)
    assert says in left, reason
    assert (left == text) is (says == text), reason


SUMS = [
    ("又带了5个月,加起来8个月了", "又带了····,加起来8个月了", "a part of the sum"),
    ("合同24个月,一共训了8个月", "合同24个月,一共训了8个月", "more than the sum is no part of it"),
    ("训了5个月", "训了5个月", "no sum"),
]


@pytest.mark.parametrize(("text", "told", "reason"), SUMS, ids=[row[-1] for row in SUMS])
def test_parts_of_a_sum(text: str, told: str, reason: str) -> None:
    assert add_up(text).replace("·", "") == told.replace("·", ""), reason


ANSWERS = [
    (
        ("鼓楼的公司新进19个新人，中途跑了4个没训完，剩下的人都签了一年半合同、拿到人社认定的培训合格证，岗前补多少",),
        "7500元",
        "500 for each of fifteen",
    ),
    (("鼓楼参保企业，2个就业困难人员以工代训2个月多少钱",), "800元", "2个月多少 is two months, not more"),
    (("晋江参保企业，收了2个零就业家庭成员，以工代训6个月，多少补贴",), "2400元", "two people, not two homes"),
    (("鼓楼岗前培训，9个新人，合同一年", "不对，数错了是12个人"), "6000元", "a correction is no 'no' to what was asked"),
    (("鼓楼岗前培训，新人八个，合同一年，训完一个证都没发",), "不能领", "no certificate for anybody"),
    (("我们不是困难企业，鼓楼，职工学目录外工种，能按困难企业那条拿五百吗",), "不能领", "a clause that is only named"),
    (("我不是贫困户，鼓楼培训期间有没有生活费补",), "不能领", "the one group that gets it is denied"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "said", "reason"), ANSWERS, ids=[row[-1] for row in ANSWERS])
def test_answers(messages: tuple[str, ...], said: str, reason: str) -> None:
    answer = answer_to(*messages)
    assert said in answer.text, f"{reason}: {answer.text[:300]}"
