"""Several single persons asked about together: who is counted or named, where each is, and who is left out."""

import pytest

from assistant.rules.facts import Quantity
from tests.dialogue.talk import answer_to

QUZHOU, JINJIANG = "quzhou-skill-upgrade", "jinjiang-skill-upgrade-worker"
OPERATION = "quzhou-special-operation"
ME = "晋江，我合同两年养老有交，厂里培训考了中级工，能领多少"
HERE = "我在衢州上班，培训考了中级工，最多多少"
COUPLE = "晋江，我和我老婆都签了两年合同，都交社保，都考了中级工，多少钱"
TWO = "晋江厂里，我高级工我老公中级工，合同两年社保都有，合计"


def due(rule: str, *messages: str) -> dict[str, int]:
    """What each whom the last answer speaks of gets at most by a rule; 0: nothing, or not for certain."""
    told = [e for e in answer_to(*messages).entitlements if e.rule.benefit.id == rule]
    return {
        str(e.facts.get("holder", "本人")): int((e.amount and e.amount.high) or 0) * (e.outcome == "eligible")
        for e in told
    }


ASKED = [
    (JINJIANG, (ME, "我小舅子在别的厂，三年合同，养老也交着，他是高级工。我们两个人自己领的加起来多少"), {"本人": 1000, "小舅子": 1500}, "counted ahead of what is asked"),
    (QUZHOU, (HERE, "还有我妹，衢州户口，培训考了技师，我们兄妹两个呢"), {"本人": 1500, "妹妹": 4500}, "counted with no word for a sum"),
    (QUZHOU, (HERE, "我师傅也衢州户口，考了技师，跟我合起来顶多几多"), {"本人": 1500, "师傅": 4500}, "with whom"),
    (QUZHOU, (HERE, "我姐住衢州，培训后拿了技师，我和我姐最多一共多少"), {"本人": 1500, "姐姐": 4500}, "named, not counted"),
    (QUZHOU, (HERE, "我哥衢州户口，高级工", "我姐也衢州户口，技师", "不算我，他们两个一共"), {"哥哥": 3000, "姐姐": 4500}, "without the speaker"),
    (JINJIANG, (TWO, "我妈也一样，她考的初级工，三个人呢"), {"本人": 1500, "丈夫": 1000, "母亲": 700}, "like both in what is so of both"),
    (JINJIANG, (TWO, "我妈也一样，她考的初级工，三个人呢", "妈那份不算，我俩多少"), {"本人": 1500, "丈夫": 1000}, "one left out"),
    (OPERATION, ("衢州，我新考了特种作业操作证，补多少", "我两个徒弟跟我一起考的，也是新证，三个人加起来"), {"本人、大徒弟、小徒弟": 1500}, "two of mine are two persons"),
    (OPERATION, ("衢州，我新考了特种作业操作证，补多少", "我两个徒弟跟我一起考的，也是新证，三个人加起来", "小徒弟没考过，总共呢"), {"本人、大徒弟": 1000, "小徒弟": 0}, "of whom one is told of alone"),
    (QUZHOU, ("衢州我老婆和我妹都考了中级工，都衢州户口，我没考，她俩最多多少",), {"妻子、妹妹": 3000}, "the two of them, and not the speaker"),
    (QUZHOU, ("我爸妈都在衢州常住，培训后考了初级工，最多",), {"父亲、母亲": 2000}, "both, however many words stand between"),
    (QUZHOU, (HERE, "我哥也衢州户口，他是高级工", "再加上我妹，她初级工，也衢州户口，三个人"), {"本人": 1500, "哥哥": 3000, "妹妹": 1000}, "counted, and nothing asked beside"),
    (QUZHOU, (HERE, "师兄也衢州户口，技师，一共两个"), {"本人": 1500, "师兄": 4500}, "counted behind the word for a sum"),
    (JINJIANG, (TWO, "我弟也一样，不过是初级工，三个人一共"), {"本人": 1500, "丈夫": 1000, "弟弟": 700}, "不过是 is no failure"),
    (JINJIANG, (ME, "我徒弟没考过，中级工", "那我们师徒俩一共能领多少"), {"本人": 1000, "徒弟": 0}, "who failed, his level told behind it"),
    (JINJIANG, ("晋江，我叔考了高级工合同两年社保交了，他领多少", "我婶也考了，中级工，别的跟我叔一样"), {"婶": 1000}, "like him who is named"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "messages", "each", "why"), ASKED, ids=[row[-1] for row in ASKED])
def test_who_is_asked_about(rule: str, messages: tuple[str, ...], each: dict[str, int], why: str) -> None:
    assert due(rule, *messages) == each, why


RIGHT = [
    ((COUPLE, "说反了，我没社保，我老婆有"), {"本人": 0, "妻子": 1000}, "who has what is told of each"),
    ((COUPLE, "说反了，我没社保，我老婆有", "那加起来眼下能拿的"), {"本人": 0, "妻子": 1000}, "who gets nothing is in the sum with nothing"),
    ((TWO, "其实我老公那本是技师"), {"本人": 1500, "丈夫": 2000}, "one of two put right"),
    ((TWO, "不对我老公是技师"), {"本人": 1500, "丈夫": 2000}, "对 of 不对 turns to nobody"),
    ((TWO, "不对，我老公是高级工"), {"本人、丈夫": 3000}, "as high as the speaker, who keeps what he has"),
    ((TWO, "搞颠倒了，我才是中级工"), {"本人": 1000, "丈夫": 1500}, "the other way round, with one of them told"),
    ((TWO, "不算我老公呢"), {"本人": 1500}, "left out ahead of his name"),
    (("晋江，我高级工 徒弟初级工 合同都一年半 社保都交了 个人加一块", "徒弟上个月离职了，不算他"), {"本人": 1500}, "left out by 他"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "each", "why"), RIGHT, ids=[row[-1] for row in RIGHT])
def test_what_is_put_right_or_left_out(messages: tuple[str, ...], each: dict[str, int], why: str) -> None:
    assert due(JINJIANG, *messages) == each, why


COUSIN = "我表弟在晋江，合同两年社保都交，也考了中级工，他能领多少"


def test_each_goes_by_his_own_places_rule() -> None:
    assert due(JINJIANG, HERE, COUSIN) == {"表弟": 1000}
    answer = answer_to(HERE, COUSIN, "那我们两个加起来")
    told = [
        (e.rule.policy.id, str(e.facts["holder"]), int((e.amount and e.amount.high) or 0))
        for e in answer.entitlements
        if e.rule.benefit.id in (QUZHOU, JINJIANG)
    ]
    assert told == [("quzhou-2019-141", "本人", 1500), ("jinjiang-2019-79", "表弟", 1000)]
    assert "**两处一起**" in answer.text and "**合计最多2500元**" in answer.text


def test_two_places_are_summed_only_where_it_is_asked() -> None:
    answer = answer_to("我在晋江，表哥在衢州，都考了高级工，我合同社保都有，他也有，我俩各能领多少")
    assert {e.rule.policy.id for e in answer.entitlements} == {"jinjiang-2019-79", "quzhou-2019-141"}
    assert all(e.facts["headcount"] == Quantity.exactly(1) for e in answer.entitlements), "one in each place"
    assert "一起" not in answer.text


def test_a_daughter_and_her_husband_in_two_places_are_summed() -> None:
    told = "我闺女在晋江上班考了技师合同两年社保齐，女婿在衢州上班考了中级工，小两口一共能领多少"
    assert "**合计最多3500元**" in answer_to(told).text


def test_whose_firm_is_asked_about_after_him() -> None:
    told = answer_to("晋江我和小李都是初级工，合同社保齐全，一共领几多", "那小李单独呢", "那他单位呢")
    assert told.text.startswith("**企业职工岗位技能提升培训补贴（企业）**：企业可领**800元**")


def test_certificates_of_one_person_are_summed_where_it_is_asked() -> None:
    told = "我衢州户口，今年同一个工种培训了两回，3月拿初级工，6月初拿中级工，两本加起来最高补多少"
    assert "合计最多2500元" in answer_to(told).text


def test_one_comes_back_to_a_person_in_the_place_where_he_is() -> None:
    assert due(JINJIANG, HERE, COUSIN, "那我自己呢", "我表弟呢") == {"表弟": 1000}
    assert due(QUZHOU, HERE, COUSIN, "那我自己呢") == {"本人": 1500}


def test_persons_of_two_benefits_are_summed_with_each_named() -> None:
    answer = answer_to(
        "我衢州的，想开店，上了创业培训，培训合格证拿了，能补多少",
        "我老婆衢州户口，培训后考了中级工，我们两个加起来",
    )
    assert "**几个人一起**" in answer.text and "**合计最多2500元**" in answer.text


def test_a_count_that_fits_nobody_is_asked_back() -> None:
    answer = answer_to(TWO, "我们四个人一共多少")
    assert answer.status == "needs_facts" and "哪几位" in answer.text
