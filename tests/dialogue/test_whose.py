"""Whose certificate it is: the sum is told with whose it is, and what is said of one is not said of another."""

import pytest

from assistant.rules.assess import Entitlement
from assistant.rules.facts import Quantity
from tests.dialogue.conftest import Read
from tests.dialogue.talk import Talk, answer_to

PERSONAL = "jinjiang-skill-upgrade-worker"
NOT_YOURS = "不是您自己"


def personal(*messages: str) -> list[Entitlement]:
    return [e for e in answer_to(*messages).entitlements if e.rule.benefit.id == PERSONAL]


HIS = [
    ("晋江，证是我徒弟考的，中级工，他合同两年社保都有，我能领吗", "您的徒弟", 1000, "in answer to 我能领吗"),
    ("晋江，考证的是我爱人，高级工，合同社保都有，能拿多少", "您爱人", 1500, "told behind"),
    ("晋江，拿证的是我女儿，初级工，她签了一年合同，交社保，这钱我能去领不", "您的女儿", 700, "fetched by me"),
    ("晋江，帮我爸问下，他考了技师，合同两年，社保交着，能领多少", "您的父亲", 2000, "asked for"),
    ("晋江，我没考上，我同事考上了中级工，他合同两年有社保，他能领多少", "您的同事", 1000, "only he is asked about"),
    ("晋江，高级工考试我挂了，我弟过了，他合同三年社保也有，他能补多少", "您的弟弟", 1500, "the same level"),
]  # fmt: skip


@pytest.mark.parametrize(("message", "whose", "amount", "why"), HIS, ids=[row[-1] for row in HIS])
def test_whose_money_it_is_is_told(message: str, whose: str, amount: int, why: str) -> None:
    answer = answer_to(message)
    assert whose in answer.text and NOT_YOURS in answer.text, why
    [own] = personal(message)
    assert own.outcome == "eligible" and own.amount is not None and own.amount.high == amount, why


THEIRS = [
    ("俺爹退休领养老金了，俺考了高级工", "drawing_pension", "a father's pension"),
    ("我弟没签合同，我考了高级工", "contract_months", "a brother's contract"),
    ("我考了高级工，我同事没交社保", "pension_insured", "a colleague's insurance"),
]


@pytest.mark.parametrize(("message", "fact", "why"), THEIRS, ids=[row[-1] for row in THEIRS])
def test_what_others_are_is_not_said_of_the_speaker(read: Read, message: str, fact: str, why: str) -> None:
    assert fact not in read(message).facts, why


NOT_HIS = [
    ("晋江，技师证是我表哥考的，我自己合同两年社保齐，能补多少", "mine, not the cousin's"),
    ("晋江，我老婆在鞋厂，考了中级工，我自己合同两年社保交着，她能领多少", "told behind"),
    ("晋江，证不是我的，高级工，我签了两年合同交了社保，能领吗", "whose it is, is not told"),
    ("晋江，证书上写的是我前妻的名字，高级工，我能不能拿去领", "the name on it"),
]


@pytest.mark.parametrize(("message", "why"), NOT_HIS, ids=[row[-1] for row in NOT_HIS])
def test_what_the_speaker_has_is_asked_of_the_holder(message: str, why: str) -> None:
    answer = answer_to(message)
    assert {"contract_months", "pension_insured"} <= {ask.fact for ask in answer.asks}, why
    assert NOT_YOURS in answer.text, why


OWN = [
    ("晋江，证是我自己考的高级工，合同两年社保交着，能领多少", "the speaker's own"),
    ("晋江，俺爹退休领养老金了，俺考了高级工，合同两年社保交着，俺能领几多", "another's pension"),
    ("晋江，同事领了1500，我考的是高级工，合同两年社保交，我能领多少", "a colleague who had money"),
    ("晋江，听我老公说能补，我考了高级工，合同两年社保交，我能领多少", "who said so"),
    ("晋江，老婆没考过，我考过了，高级工，合同两年有社保，我能拿多少", "I am asked about"),
    ("晋江，我和小周一起考高级工，他没及格我及格了，我合同两年有社保，我能拿多少", "without a mark between"),
]


@pytest.mark.parametrize(("message", "why"), OWN, ids=[row[-1] for row in OWN])
def test_the_speakers_own_is_no_others(message: str, why: str) -> None:
    [own] = personal(message)
    assert own.outcome == "eligible" and own.amount is not None and own.amount.high == 1500, why
    assert NOT_YOURS not in answer_to(message).text, why


FAILED = [
    ("晋江，我儿子考中级工没过，我过了，合同两年有社保", "儿子", "the son's"),
    ("晋江，我没过，他过了，中级工，能领多少", "本人", "mine"),
    ("晋江，我跟小周一块考的中级工，他及格了我没及格，能领多少", "本人", "without a mark between"),
    ("晋江，我徒弟考上中级工了，我没考上，我们俩能领多少", "本人", "told behind"),
    ("晋江，我考上了中级工，我妹没考上，补多少", "妹妹", "with the level told of me alone"),
]


@pytest.mark.parametrize(("message", "whose", "why"), FAILED, ids=[row[-1] for row in FAILED])
def test_whose_examination_failed(message: str, whose: str, why: str) -> None:
    outcome = {e.facts["holder"]: e.outcome != "ineligible" for e in personal(message)}
    assert len(outcome) == 2, why
    assert outcome.pop(whose) is False, why
    assert list(outcome.values()) == [True], why


def test_who_has_failed_as_well_is_paid_nothing() -> None:
    assert {e.outcome for e in personal("晋江，我没过，他也没考上，中级工，能领多少")} == {"ineligible"}


CORRECTED = [
    (("晋江，我考了中级工，合同两年有社保", "不是我，是我老婆考的"), "妻子", "in two parts"),
    (("晋江，我考了中级工，合同两年社保都有", "等等，说错了，考中级的是我老公"), "丈夫", "with the level"),
    (("晋江，我考了中级工，合同两年有社保", "搞错了，证是我同事的"), "同事", "without the level"),
]


@pytest.mark.parametrize(("messages", "whose", "why"), CORRECTED, ids=[row[-1] for row in CORRECTED])
def test_another_has_it_after_all(messages: tuple[str, ...], whose: str, why: str) -> None:
    answer = answer_to(*messages)
    [own] = [e for e in answer.entitlements if e.rule.benefit.id == PERSONAL]
    assert own.facts["holder"] == whose, why
    assert own.amount is not None and own.amount.high == 1000, "the level stays"
    assert {"contract_months", "pension_insured"} <= {ask.fact for ask in answer.asks}, "mine are not his"


def test_back_to_the_speaker() -> None:
    answer = answer_to("晋江，我老公考了高级工，合同三年社保有", "那我自己考的是初级工呢")
    [own] = [e for e in answer.entitlements if e.rule.benefit.id == PERSONAL]
    assert own.outcome == "undetermined" and own.amount is not None and own.amount.high == 700
    assert NOT_YOURS not in answer.text


def test_what_is_told_next_is_told_of_the_same() -> None:
    answer = answer_to("晋江，我老公考了高级工", "他合同签了三年，社保也交着")
    [own] = [e for e in answer.entitlements if e.rule.benefit.id == PERSONAL]
    assert own.outcome == "eligible" and own.facts["holder"] == "丈夫"


SWAPPED = [
    (("晋江，我和我老公都考了，我中级他高级，合同社保都有", "前面说错了，中级的是他"), "丈夫", "one is told"),
    (("晋江，我和我老公，我中级工他高级工，能领多少", "说反了，我是高级，他是中级"), "丈夫", "both are told"),
    (("晋江，我中级工，我同事小林高级工，能补多少", "搞反了，中级的是小林，我是高级"), "同事小林", "by name"),
]


@pytest.mark.parametrize(("messages", "whose", "why"), SWAPPED, ids=[row[-1] for row in SWAPPED])
def test_whose_level_it_was_is_put_right(messages: tuple[str, ...], whose: str, why: str) -> None:
    levels = {e.facts["holder"]: e.facts["certificate_level"] for e in personal(*messages)}
    assert levels == {"本人": "三级", whose: "四级"}, why


def test_what_is_said_of_one_of_two_leaves_the_other_as_he_is() -> None:
    talk = Talk()
    talk.say("晋江，我儿子初级工，我中级工，合同都两年，社保都交，能补多少")
    answer = talk.say("我儿子合同只签了半年")
    outcome = {e.facts["holder"]: e.outcome for e in answer.entitlements if e.rule.benefit.id == PERSONAL}
    assert outcome == {"儿子": "ineligible", "本人": "eligible"}


def test_what_the_speaker_lacks_is_not_lacking_to_the_other_of_two() -> None:
    told = personal("晋江，我老公高级工我中级工，合同都两年，社保都交，能领多少", "我的社保其实断了")
    assert {e.facts["holder"]: e.outcome for e in told} == {"丈夫": "eligible", "本人": "ineligible"}


def test_what_the_speaker_lacks_is_not_lacking_to_the_holder() -> None:
    [own] = personal("晋江，我老公考了高级工，合同三年社保有", "我自己的社保断了")
    assert own.outcome == "eligible" and own.facts["holder"] == "丈夫"


def test_as_high_as_the_other_is_no_exchange() -> None:
    told = personal("晋江，我老公高级工我中级工，合同都两年，社保都交，能领多少", "不对，我也是高级工")
    assert [(e.facts["holder"], e.facts["certificate_level"]) for e in told] == [("丈夫、本人", "三级")]


@pytest.mark.parametrize(
    "message",
    [
        "我老婆在鼓楼一家公司，公司办了安全培训，9个人拿到操作证，公司能补多少",
        "衢州，咱公司小王二月份领过一回岗前的300，十月又转岗培训，合格证有，第二个300能不能申",
        "我们公司替员工小李问，他考了中级工",
    ],
)
def test_a_firms_people_are_no_holder(read: Read, message: str) -> None:
    assert "holder" not in read(message).facts


def test_an_apprentice_who_has_a_certificate_is_no_apprenticeship(read: Read) -> None:
    assert read("证是我徒弟考的，中级工").topics == ()
    assert read("带徒弟有补贴吗").topics == ("apprenticeship",)


NAMED = [
    ("晋江，张三初级，李四中级，合同都两年社保都有，能领多少", [700, 1000], "the names of anybody"),
    ("晋江，老王考了中级工，小李考了高级工，合同都两年，社保都交，各领多少", [1000, 1500], "by nicknames"),
    ("晋江，王小明考了高级工，李娟考了初级工，合同两年社保都交了，个人补多少", [700, 1500], "in full"),
    ("晋江，车间里大刘高级工、二柱中级工、小翠初级工，合同都三年，社保都交", [700, 1000, 1500], "in a list"),
    ("晋江，老王老李考了中级工，合同都两年，社保都交，补多少", [2000], "in one breath"),
    ("晋江，师徒两个都考了证，师傅技师徒弟中级工，合同都两年，社保都交", [1000, 2000], "without a mark"),
    ("晋江，老刘评了技师，阿强还是中级工，合同都两年，社保都交，各补多少", [1000, 2000], "a first name"),
    ("晋江，师傅考了技师，徒弟考了中级工，合同都两年，社保都交，各补多少", [1000, 2000], "by what they are"),
    ("晋江，我们厂20个人，小张考了中级工，小王考了高级工，别的都是初级工，合同两年，社保都交", [1000, 1500, 12600], "and the rest"),
    ("晋江，我们厂20个人，小张考了中级工，合同两年，社保交着，能领多少", [1000], "one of twenty"),
    ("晋江，我们厂20个人，小张负责报名，都考了中级工，合同都两年，社保都交", [20000], "who only did the paperwork"),
]  # fmt: skip


@pytest.mark.parametrize(("message", "amounts", "why"), NAMED, ids=[row[-1] for row in NAMED])
def test_who_is_named_is_one(message: str, amounts: list[int], why: str) -> None:
    paid = sorted(int(e.amount.high) for e in personal(message) if e.amount and e.amount.high)
    assert paid == amounts, why


def test_several_certificates_of_one_of_two_are_not_summed() -> None:
    message = "晋江，我考了中级工又考了高级工，我老公考了初级工，合同都两年，社保都交，各领多少"
    assert answer_to(message).totals == ()
    assert sorted((e.facts["holder"], int(e.amount.high or 0)) for e in personal(message) if e.amount) == [
        ("丈夫", 700),
        ("本人", 1000),
        ("本人", 1500),
    ]


UNCLEAR = [
    (("是我老公的",), "丈夫", "by a word for him"),
    (("我自己的",), None, "the speaker's own"),
    (("丈夫",), "丈夫", "as it was offered"),
]


@pytest.mark.parametrize(("answers", "whose", "why"), UNCLEAR, ids=[row[-1] for row in UNCLEAR])
def test_whose_it_is_is_asked_where_it_may_be_either(
    answers: tuple[str, ...], whose: str | None, why: str
) -> None:
    talk = Talk()
    first = talk.say("晋江，高级工证是考下来了，我签了两年合同交着社保，老公没签合同，能领多少")
    assert first.asks[0].fact == "holder", why
    [own] = [e for e in talk.say(*answers).entitlements if e.rule.benefit.id == PERSONAL]
    assert own.facts.get("holder") == whose, why


def test_nobody_is_asked_twice_whose_it_is() -> None:
    talk = Talk()
    talk.say("晋江，高级工证是考下来了，我签了两年合同交着社保，老公没签合同，能领多少")
    assert "holder" not in {ask.fact for ask in talk.say("不清楚").asks}


HEARSAY = [
    ("晋江，听同事小李说他考中级工领了1000，我高级工，合同两年社保有，能领多少", "another level"),
    ("晋江，我邻居说他没合同也领了，我高级工合同两年社保有，能领多少", "without a contract"),
]


@pytest.mark.parametrize(("message", "why"), HEARSAY, ids=[row[-1] for row in HEARSAY])
def test_what_others_say_they_had_is_not_the_speakers(message: str, why: str) -> None:
    [own] = personal(message)
    assert own.outcome == "eligible" and own.amount is not None and own.amount.high == 1500, why


COUNTED = [
    ("晋江，我考的高级工，我老公考的也是，合同都两年，社保都交，个人一共多少", 3000, "the same again"),
    ("晋江，我和三个同事都考了中级工，合同都两年，社保都交，个人一共多少", 4000, "with the speaker"),
    ("晋江，我、小王、小李三个人都考了中级工，合同都两年社保都交，个人一共多少", 3000, "named and counted"),
    (
        "晋江，公司有张三、李四、王五三人考了中级工，合同两年，社保都交，个人拿多少",
        3000,
        "a name like a number",
    ),
]


@pytest.mark.parametrize(("message", "amount", "why"), COUNTED, ids=[row[-1] for row in COUNTED])
def test_how_many_they_are_with_the_speaker(message: str, amount: int, why: str) -> None:
    assert sum(int(e.amount.high or 0) for e in personal(message) if e.amount) == amount, why


APART = [
    ("晋江，我跟老公同一天考的高级工，他有社保我没有，合同都两年", {"丈夫": True, "本人": False}, "without a mark"),
    ("晋江，我老板考了高级工，他没交社保，我也是高级工，我交了社保，合同都两年", {"老板": False, "本人": True}, "the boss"),
    ("晋江，高级工，我去年考的，我老公今年考的，合同都两年，社保就我交", {"丈夫": False, "本人": True}, "told by when"),
    ("晋江，我弟和我都是高级工，合同都两年，就他没交社保，我交了", {"弟弟": False, "本人": True}, "what both are"),
]  # fmt: skip


@pytest.mark.parametrize(("message", "has", "why"), APART, ids=[row[-1] for row in APART])
def test_what_one_has_the_other_may_lack(message: str, has: dict[str, bool], why: str) -> None:
    assert {e.facts["holder"]: e.outcome == "eligible" for e in personal(message)} == has, why


def test_what_the_speaker_only_thought_is_not_so() -> None:
    [own] = personal("晋江，我考的是中级工，我以为是高级工，合同两年社保交，能领多少")
    assert own.amount is not None and own.amount.high == 1000


def test_a_pronoun_means_whom_it_can_mean() -> None:
    told = personal(
        "晋江，我跟我对象还有我弟，我是技师，她中级工，我弟初级工，合同都两年，社保都交，一共补多少"
    )
    assert {e.facts["holder"]: e.facts["certificate_level"] for e in told} == {
        "本人": "二级",
        "爱人": "四级",
        "弟弟": "五级",
    }


def test_each_takes_part_as_often_as_he_did() -> None:
    answer = answer_to(
        "鼓楼，老王参加2次老李参加4次，都是贫困劳动力，每次都拿了人社认定的合格证，他俩今年的生活费补贴最多合计多少"
    )
    assert "合计最多2000元" in answer.text, "800 and, after three times, 1200"


def test_whose_of_two_levels_it_is_is_not_guessed(read: Read) -> None:
    reading = read("我和老公一个考了中级工一个考了高级工，社保就他交了")
    assert "pension_insured" not in reading.facts
    assert [group.facts["headcount"] for group in reading.groups] == [Quantity.exactly(1)] * 2
    assert all("pension_insured" not in group.facts for group in reading.groups)
