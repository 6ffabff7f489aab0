"""Questions on the benefits told last: why so much, one time more, when and with which papers, by which clause."""

from datetime import date

import pytest

from tests.dialogue.talk import answer_to

SHORTAGE = "晋江鞋厂，急需紧缺工种训了20个，合同两年，合格证都有，多少钱"
PASSED_ONLY = "衢州职工学徒10个一年，只拿了合格证，能补多少"
NEW_HANDS = "鼓楼新招12个，合同都两年，合格证有，多少"
FOURTH_LEVEL = "晋江中级工个人能领多少，合同社保都有"
EIGHT_MONTHS = "鼓楼以工代训零就业家庭2个参保8个月多少"
ALLOWANCE = "晋江建档立卡的参加培训合格了生活费多少"
BY_CERTIFICATE = "衢州初级工我自己考的，户口在衢州，多少"
ADVANCE = "晋江项目制培训机构补贴总额20万，先拨多少"
RAISED = "鼓楼在紧缺目录里的工种新招10个岗前多少，合同一年，证有"

ANSWERED = [
    ((SHORTAGE, "咋不是800"), "二（六）6", "1000元 × 20人", "the arithmetic of the clause that pays"),
    ((SHORTAGE, "为啥是1000不是800"), "二（六）1", "另外的条款", "where the other sum stands"),
    ((PASSED_ONLY, "为啥砍一半"), "四11", "50%", "the words that halve it"),
    ((RAISED, "为什么是650"), "三（五）", "提高30%", "what raises it"),
    ((EIGHT_MONTHS, "为啥不算8个月"), "二（一）6", "最多按6个月算", "what is asked about is not denied"),
    (("晋江四级证我没交社保，能领吗", "为啥不行"), "二（六）2", "缴纳基本养老保险费", "the condition that fails"),
    ((ALLOWANCE, "第四次呢"), "二（五）3", "不能再领", "a fourth time is three times before"),
    ((ALLOWANCE, "第三回呢"), "二（五）3", "还可以享受1次", "a third one is none too many"),
    ((BY_CERTIFICATE, "第四本呢"), "六18", "原则上", "of certificates as of times"),
    ((BY_CERTIFICATE, "再考个一样的还给吗"), "六18", "同一等级不可重复享受", "the same again"),
    ((EIGHT_MONTHS, "第七个月还给不给"), "二（一）6", "最长可达 6 个月", "for how many months"),
    ((BY_CERTIFICATE, "原则上是啥意思"), "六18", "条文", "a word of the limit"),
    ((NEW_HANDS, "申请要交啥"), "二（一）1", "条文没有写申请材料", "papers"),
    ((NEW_HANDS, "钱几天能下来"), "二（一）1", "到账时间", "when it comes"),
    ((ADVANCE, "剩下的几时给"), "二（五）2", "余下的40%", "what the text leaves open of it"),
    (("衢州项目制30课时20人发证多少钱", "一课时多少分钟"), "三6", "**一个课时是多少分钟", "a unit is no number"),
    ((FOURTH_LEVEL, "哪一款"), "二（六）2", "给予个人补", "by which clause"),
    ((FOURTH_LEVEL, "写在哪"), "二（六）2", "依据是下面的条文", "in three words"),
    ((FOURTH_LEVEL, "找哪个部门"), "二（六）", "责任单位", "whose duty"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "path", "words", "why"), ANSWERED, ids=[row[-1] for row in ANSWERED])
def test_a_question_on_what_was_told_is_answered_from_it(
    messages: tuple[str, ...], path: str, words: str, why: str
) -> None:
    answer = answer_to(*messages)
    assert words in answer.text, why
    assert path in {cited.path for cited in answer.cited}, why


@pytest.mark.timeout(20)
def test_a_question_that_repeats_itself_is_read_at_once() -> None:
    """Each letter once doubled the time: forty took hours."""
    assert answer_to("晋江中级工个人补多少", "那" * 60 + "怎么说").status


def test_what_was_told_goes_on_after_the_question() -> None:
    answer = answer_to(SHORTAGE, "为啥是1000不是800", "要是25个呢")
    assert "25000元" in answer.text


@pytest.mark.parametrize(
    ("messages", "words", "why"),
    [
        ((FOURTH_LEVEL, "为啥衢州不一样"), "衢", "another place is a matter of its own"),
        ((EIGHT_MONTHS, "那一个月多少"), "200元", "a month's money is no month's length"),
        ((FOURTH_LEVEL, "要是高级工呢"), "1500元", "another level is another sum"),
        (("福建高校毕业生签了半年实习协议能算学徒吗", "从啥时候开始补"), "从入职开始", "from when is no day of payment"),
    ],
)  # fmt: skip
def test_what_tells_another_case_is_computed(messages: tuple[str, ...], words: str, why: str) -> None:
    assert words in answer_to(*messages, on=date(2025, 6, 1)).text, why


LEFT_OPEN = [
    ("鼓楼技能提升500到3000是按什么分档的", "按什么分别", "by what a range is shared out"),
    ("晋江先行拨付是开班就拨还是结束才拨", "指开班还是结束", "a word of the clause"),
    ("鼓楼困难企业怎么认定，谁说了算", "什么样的企业算", "who belongs to it"),
]


@pytest.mark.parametrize(("message", "words", "why"), LEFT_OPEN)
def test_a_look_up_says_first_what_its_clause_leaves_open(message: str, words: str, why: str) -> None:
    answer = answer_to(message)
    assert words in answer.text.split("写的是")[0], why
    assert "核实" in answer.text, why
