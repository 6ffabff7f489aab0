"""Single persons over a conversation: each has facts of his own, and is corrected, left out and come back to."""

from decimal import Decimal

import pytest

from tests.dialogue.talk import answer_to

QUZHOU, JINJIANG = "quzhou-skill-upgrade", "jinjiang-skill-upgrade-worker"
ALL = "晋江，我、儿子、女儿都考了中级工，合同都两年，社保都交，一共多少"
BOTH = "晋江，我和我老婆都考了中级工，合同都两年，社保都交，能领多少"
SON, DAUGHTER = "衢州，我儿子考了中级工，户口在衢州，能领多少", "那我女儿呢，她考了高级工，衢州户口"
BROTHER = "晋江，替我哥问下，他考了高级工，合同两年社保都交，能领多少"
NAMES = "衢州，小张高级工小王中级工，都是衢州户口，各补多少"


def paid(rule: str, *messages: str) -> dict[str, int]:
    """What each whom the last answer speaks of gets at most by a rule; 0: nothing, or not for certain."""
    told = [e for e in answer_to(*messages).entitlements if e.rule.benefit.id == rule]
    return {
        str(e.facts.get("holder", "本人")): int((e.amount and e.amount.high) or 0) * (e.outcome == "eligible")
        for e in told
    }


EACH = [
    (QUZHOU, (SON, DAUGHTER), {"女儿": 3000}, "a daughter is no son"),
    (QUZHOU, (SON, "那我女儿呢，她考了高级工，户口在杭州"), {"女儿": 0}, "his tie to the place is not hers"),
    (QUZHOU, (SON, DAUGHTER, "我儿子呢"), {"儿子": 1500}, "come back to"),
    (QUZHOU, (SON, DAUGHTER, "我自己初级工，衢州户口", "三个人加起来"), {"儿子": 1500, "女儿": 3000, "本人": 1000}, "three"),
    (JINJIANG, (ALL, "儿子没拿到证"), {"本人、女儿": 2000, "儿子": 0}, "one of those told of together"),
    (JINJIANG, (ALL, "那我女儿呢"), {"女儿": 1000}, "one of them alone"),
    (QUZHOU, (NAMES, "小王没考过"), {"小张": 3000, "小王": 0}, "by name, and of the examination alone"),
    (QUZHOU, (NAMES, "小王没考过", "那小张呢"), {"小张": 3000}, "and the other"),
    (JINJIANG, (BOTH, "我老婆那个不算，她没考过"), {"本人": 1000}, "left out"),
    (JINJIANG, (BOTH, "我老婆不算了，就我自己呢"), {"本人": 1000}, "left out, with who is left"),
    (JINJIANG, (BOTH, "我老婆那份不算了她没去考"), {"本人": 1000}, "left out, without a mark"),
    (JINJIANG, (BOTH, "那我自己呢", "那我老婆呢"), {"妻子": 1000}, "after what both get"),
    (JINJIANG, (BROTHER, "我也一样"), {"本人": 1500}, "all that was told of him is so of me"),
    (JINJIANG, (BROTHER, "我跟他情况一样"), {"本人": 1500}, "in other words"),
    (JINJIANG, (BROTHER, "我也一样", "两个人一共"), {"哥哥、本人": 3000}, "together"),
    (JINJIANG, ("晋江，大儿子高级工小儿子中级工，合同都两年社保都交，多少", "小儿子没交社保"), {"大儿子": 1500, "小儿子": 0}, "two sons"),
    (JINJIANG, ("晋江，我两个儿子，大的考了中级工，小的考了高级工，合同都两年，社保都交，一共多少", "小的那个没交社保"), {"大的": 1000, "小的": 0}, "known by a word, wherever it stands"),
    (JINJIANG, ("晋江，我徒弟小林考了中级工，合同两年社保有，多少", "另一个徒弟小周高级工，合同也是两年，社保也有", "两个徒弟一共多少"), {"徒弟小林": 1000, "徒弟小周": 1500}, "two of one kind, each with a name"),
    (JINJIANG, ("晋江，我哥高级工，我弟也高级工，合同都两年，我哥交社保，我弟没交，能领多少", "我弟补交了"), {"哥哥、弟弟": 3000}, "made good for one"),
    (JINJIANG, ("晋江，我们两夫妻都考了高级工，合同都两年，社保都交，多少", "其实我先生那个是中级"), {"本人": 1500, "爱人": 1000}, "a husband is the one of the couple"),
    (JINJIANG, ("晋江，我朋友考了技师，合同三年，社保交", "我没考，能领吗"), {"本人": 0}, "who did not sit for it"),
    (JINJIANG, ("晋江，我家老大考了高级工，老二考了中级工，合同都两年社保都交，一共多少", "老二没过"), {"老大": 1500, "老二": 0}, "the eldest and the second"),
    (QUZHOU, ("衢州，我老公考了中级工，住衢州，我考了初级工，也住衢州。他能领多少", "我呢"), {"本人": 1000}, "who was told of and not asked about"),
    (JINJIANG, ("晋江，我俩都是中级工，合同两年，社保都有，个人一共多少", "我弟社保其实断了"), {"本人": 1000, "弟弟": 0}, "one of two who were only counted"),
    (JINJIANG, ("晋江，我家三口人都考了中级工，合同都两年，社保都交，一共多少", "儿子没拿到证"), {"本人": 2000, "儿子": 0}, "one of three"),
    (JINJIANG, ("晋江，5个中级工合同社保都有，厂里拿多少", "那我老婆呢，她四级，合同两年社保交，她个人多少"), {"妻子": 1000}, "somebody else than five who were counted"),
    (JINJIANG, ("晋江，我儿子中级工，合同两年，社保交，能领吗", "我女儿同样条件呢"), {"女儿": 1000}, "on the same conditions"),
    (JINJIANG, ("晋江，师傅考了高级技师，徒弟考了初级工，合同都两年社保都交，各多少", "徒弟合同改成半年了"), {"师傅": 3000, "徒弟": 0}, "an apprentice by name is no apprenticeship"),
    (QUZHOU, ("衢州，我一个同事高级工，另一个同事中级工，都衢州户口，各多少", "高级工那个没过"), {"同事": 0, "另一个同事": 1500}, "by what he alone has"),
    (JINJIANG, ("晋江，我高级工，我老婆中级工，合同都两年社保都交，一共", "中级工那个合同只有半年"), {"本人": 1500, "妻子": 0}, "by her level"),
    (JINJIANG, ("晋江，我儿子高级工没过，中级工过了，合同两年社保交，能拿多少", "我女儿中级工没过", "两个孩子总共"), {"儿子": 1000, "女儿": 0}, "with one certificate of two"),
    (JINJIANG, ("晋江，我妈考了初级工，合同一年社保有，我爸考了中级工，合同社保都有，我爸妈一共多少",), {"母亲": 700, "父亲": 1000}, "two in one word"),
    (QUZHOU, ("衢州，我老公考了中级工，户口在丽水，我俩都住衢州，多少", "他其实住在丽水，也在丽水上班"), {"丈夫": 0}, "a tie that was told is open again"),
    (QUZHOU, ("衢州，我女婿高级工，衢州户口，多少", "不是女婿，是儿子"), {"儿子": 0}, "in somebody's stead: his ties are asked for"),
    (QUZHOU, ("衢州，老周考了高级工，老周他老婆考了中级工，两口子都是衢州户口，一共多少",), {"老周": 3000, "妻子": 1500}, "a couple without the speaker"),
    (QUZHOU, ("衢州，我儿子中级工，户口在衢州，女儿高级工，户口在温州，人也在温州上班，一共多少",), {"儿子": 1500, "女儿": 0}, "each his own ties"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "messages", "due", "why"), EACH, ids=[row[-1] for row in EACH])
def test_each_has_his_own(rule: str, messages: tuple[str, ...], due: dict[str, int], why: str) -> None:
    assert paid(rule, *messages) == due, why


AGES = [
    ("衢州，我妈考了高级工，户口在衢州，能领多少", "其实她56了", False, "a mother is a woman, and too old"),
    ("衢州，我爸考了高级工，户口在衢州，能领多少", "其实他56了", True, "a father is not"),
    (
        "衢州，我妈初级工，衢州户口",
        "那我舅妈呢，她58，也是初级工衢州户口",
        False,
        "an aunt by marriage is no uncle",
    ),
    ("衢州，我老公考了中级工，常住衢州", "我公公呢，63了，也考了中级工，衢州户口", False, "a father in law"),
]


@pytest.mark.parametrize(("first", "then", "due", "why"), AGES, ids=[row[-1] for row in AGES])
def test_an_age_told_later_is_held_against_who_it_is(first: str, then: str, due: bool, why: str) -> None:
    outcomes = {e.outcome for e in answer_to(first, then).entitlements if e.rule.benefit.id == QUZHOU}
    assert outcomes == ({"eligible"} if due else {"ineligible"}), why


ELSEWHERE = [
    ("我哥考了高级工，户口在杭州，人也在杭州上班，衢州能补他多少", "lives and works there"),
    ("衢州，我哥考了高级工，他户口在杭州，跟衢州没关系", "in no way"),
]


@pytest.mark.parametrize(("message", "why"), ELSEWHERE, ids=[row[-1] for row in ELSEWHERE])
def test_who_has_all_ties_elsewhere_gets_nothing(message: str, why: str) -> None:
    [own] = [e for e in answer_to(message).entitlements if e.rule.benefit.id == QUZHOU]
    assert own.outcome == "ineligible", why


def test_what_two_have_in_a_sum_is_theirs_by_name() -> None:
    answer = answer_to("衢州，我爸妈都考了中级工，户口都在衢州，能领多少")
    [own] = [e for e in answer.entitlements if e.rule.benefit.id == QUZHOU]
    assert own.amount is not None and own.amount.high == Decimal(3000)
    assert "您的父亲和您的母亲" in answer.text


def test_one_and_a_lot_of_others_are_summed() -> None:
    told = ("衢州，我考了技师，衢州户口", "我两个徒弟都考了中级工，也都是衢州户口", "三个人一共多少")
    assert "合计最多7500元" in answer_to(*told).text, "4500, and 1500 for each of two"


ASKED = [
    ("晋江，我哥高级工，我弟也高级工，合同都两年，我哥交社保，我弟没交，能领多少", "他补交了，现在有社保", "which of two men"),
    ("衢州，小李高级工，小陈中级工，户口都在衢州，各多少", "不对，是技师", "whose level it is"),
    ("晋江，我考了中级工，合同两年社保都交，我老公高级工，合同社保也都有，两个人多少", "四个人一共多少", "more than are known"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "then", "why"), ASKED, ids=[row[-1] for row in ASKED])
def test_of_whom_it_is_told_is_asked(first: str, then: str, why: str) -> None:
    assert [ask.fact for ask in answer_to(first, then).asks] == ["holder"], why


HAD = [
    (("衢州，我考了电工中级工，衢州户口，去年电工中级领过",), "ineligible", "behind"),
    (("衢州，我老婆中级工，衢州户口，多少", "她那个去年领过了"), "ineligible", "of that one"),
    (
        ("衢州，我考了中级工，衢州户口，多少", "去年中级工领过补贴了"),
        "undetermined",
        "told next: of which trade",
    ),
    (("衢州，我哥中级工，衢州户口，多少", "他去年领过中级工的补贴"), "undetermined", "of another"),
]


@pytest.mark.parametrize(("messages", "outcome", "why"), HAD, ids=[row[-1] for row in HAD])
def test_money_had_for_the_same_level_is_not_had_again(
    messages: tuple[str, ...], outcome: str, why: str
) -> None:
    [own] = [e for e in answer_to(*messages).entitlements if e.rule.benefit.id == QUZHOU]
    assert own.outcome == outcome, why


def test_times_told_again_are_added() -> None:
    told = ("鼓楼，我是贫困户，今年生活费领过一次了，这回又培训拿了合格证，能领多少", "又领了两次")
    assert {e.outcome for e in answer_to(*told).entitlements} == {"ineligible"}, "three times this year"


def test_what_a_firm_gets_for_another_hangs_on_what_she_has() -> None:
    told = ("晋江，我中级工，合同两年社保都交，多少", "那我爱人公司给她报的呢，公司能领吗")
    [firm] = [e for e in answer_to(*told).entitlements if e.rule.benefit.id == "jinjiang-skill-upgrade-firm"]
    assert firm.outcome == "undetermined" and firm.facts["holder"] == "爱人"


def test_who_turns_to_himself_is_asked_about() -> None:
    answer = answer_to("鼓楼，我老公残疾，想学修家电，免费吗", "我自己没残疾也没工作，免费不")
    assert "不是您自己" not in answer.text


def test_what_one_did_before_the_policy_began_is_held_against_that_day() -> None:
    told = ("衢州，小李考了高级工，小王考了中级工，户口都在衢州，各多少", "小李的证是2019年10月拿的")
    answer = answer_to(*told)
    assert paid(QUZHOU, *told) == {"小王": 1500}, "and of the other nothing by this text"
    assert "原补贴标准" in answer.text and not answer.totals


@pytest.mark.parametrize("told", ["徒弟里头有一个是复审，不是新证，四个人重新算", "里面有一个是复审的"])
def test_of_which_of_several_pupils_something_is_told_is_asked(told: str) -> None:
    """Told of all four, it would take 1200元 from the others."""
    first = "衢州，我第一次拿到特种作业操作证，最高能补多少"
    answer = answer_to(first, "我三个徒弟也跟我一样都是新证，连我四个人一共最高多少", told)
    assert answer.status == "needs_facts" and "哪一位" in answer.text
