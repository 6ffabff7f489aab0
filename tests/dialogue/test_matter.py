"""What a conversation is about after another message: what is kept, replaced, dropped and added."""

from datetime import date
from typing import Any, Protocol

import pytest

from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.matter import Matter, merge, remember
from assistant.dialogue.models import Session
from assistant.dialogue.understand import Understanding
from assistant.documents import Library
from assistant.documents.regions import RegionTree
from assistant.rules.facts import FactBook
from assistant.rules.rulebook import Rulebook

TODAY = date(2020, 6, 15)
JINJIANG, QUZHOU = "350582", "330800"
FIVE_AND_TWO = "晋江5名中级工、2名高级工能补多少"


class Talk(Protocol):
    """The matter after some messages; `asked`: what the last reply asked for."""

    def __call__(self, *messages: str, asked: str | None = None, region: str | None = None) -> Matter: ...


@pytest.fixture(scope="session")
def talk(library: Library, rulebook: Rulebook, tree: RegionTree, lexicon: Lexicon) -> Talk:
    understanding = Understanding(library, rulebook, tree, lexicon)

    def talker(*messages: str, asked: str | None = None, region: str | None = None) -> Matter:
        session, matter = Session(), None
        for message in messages:
            reading = understanding.read(message, session, TODAY)
            matter = merge(session, reading, rulebook, default_region=region, today=TODAY)
            # What is kept is what the next turn reads back.
            session = remember(matter, rulebook.book, kind="benefits", asked=asked, policy=None)
        assert matter is not None
        return matter

    return talker


def groups_of(matter: Matter, book: FactBook) -> list[dict[str, Any]]:
    return [book.store(own) for _, own in matter.groups]


@pytest.mark.parametrize(
    ("messages", "regions", "topics", "facts", "why"),
    [
        (
            ["晋江中级工补多少，签了两年合同", "那高级工呢"],
            [JINJIANG],
            ["skill_upgrade"],
            {"certificate_level": "三级", "contract_months": "24"},
            "the level is replaced, the contract stays",
        ),
        (
            ["晋江中级工补多少", "换成衢州"],
            [QUZHOU],
            ["skill_upgrade"],
            {"certificate_level": "四级"},
            "the place is replaced",
        ),
        (
            ["晋江新招12人岗前培训能补多少", "说错了，是10个人"],
            [JINJIANG],
            ["pre_job_training"],
            {"headcount": "10", "months_since_hire": ["0", "12"]},
            "the number is corrected",
        ),
        (
            ["晋江新招12人岗前培训能补多少", "再加3个人"],
            [JINJIANG],
            ["pre_job_training"],
            {"headcount": "15", "months_since_hire": ["0", "12"]},
            "the number is added",
        ),
        (
            ["晋江新招12人岗前培训能补多少，合同两年", "以工代训怎么补"],
            [JINJIANG],
            ["work_based_training"],
            {"contract_months": "24"},
            "another matter: what belongs to the person stays, the number of people does not",
        ),
        (
            ["晋江12人岗前培训能补多少", "衢州的岗前培训能补多少"],
            [QUZHOU],
            ["pre_job_training"],
            {},
            "the same topic elsewhere, asked in full, is another matter",
        ),
        (
            ["晋江12人岗前培训能补多少", "那衢州呢"],
            [QUZHOU],
            ["pre_job_training"],
            {"headcount": "12"},
            "but 那 … 呢 leans on the last",
        ),
        (
            ["晋江中级工补多少", "没交社保呢"],
            [JINJIANG],
            ["skill_upgrade"],
            {"certificate_level": "四级", "pension_insured": False},
            "a condition is added",
        ),
        (
            ["晋江中级工补多少，没交社保", "其实交了社保"],
            [JINJIANG],
            ["skill_upgrade"],
            {"certificate_level": "四级", "pension_insured": True},
            "no becomes yes",
        ),
        (
            ["晋江中级工补多少，我是残疾人", "不是残疾人，是退役军人"],
            [JINJIANG],
            ["skill_upgrade"],
            {"certificate_level": "四级", "trainee_group": ["退役军人", "非残疾人"], "asker": "个人"},
            "a group of people is replaced, not added to",
        ),
        (
            ["晋江的", "中级工"],
            [JINJIANG],
            ["skill_upgrade"],
            {"certificate_level": "四级"},
            "bit by bit",
        ),
        (
            ["你好", "晋江中级工补多少"],
            [JINJIANG],
            ["skill_upgrade"],
            {"certificate_level": "四级"},
            "after a greeting",
        ),
    ],
)
def test_what_is_kept(
    talk: Talk,
    book: FactBook,
    messages: list[str],
    regions: list[str],
    topics: list[str],
    facts: Any,
    why: str,
) -> None:
    matter = talk(*messages)
    kept = {
        fact: value for fact, value in book.store(matter.facts).items() if fact in facts or fact != "asker"
    }
    assert list(matter.regions) == regions, why
    assert list(matter.topics) == topics, why
    assert kept == {fact: value for fact, value in facts.items() if value is not None}, why


@pytest.mark.parametrize(
    ("message", "asked", "fact", "value"),
    [
        ("交了", "pension_insured", "pension_insured", True),
        ("没有", "pension_insured", "pension_insured", False),
        ("不清楚", "pension_insured", "pension_insured", "不清楚"),
        ("两年", "contract_months", "contract_months", "24"),
        ("3", "headcount", "headcount", "3"),
    ],
)
def test_an_answer_is_kept_with_what_was_said(
    talk: Talk, book: FactBook, message: str, asked: str, fact: str, value: Any
) -> None:
    facts = book.store(talk("晋江中级工补多少", message, asked=asked).facts)
    assert facts == {"certificate_level": "四级", fact: value}


FOUR, THREE, TWO = {"certificate_level": "四级"}, {"certificate_level": "三级"}, {"certificate_level": "二级"}


@pytest.mark.parametrize(
    ("messages", "groups", "shared", "why"),
    [
        (
            [FIVE_AND_TWO, "合同都签了两年"],
            [{"headcount": "5", **FOUR}, {"headcount": "2", **THREE}],
            {"contract_months": "24"},
            "what is said of all is shared",
        ),
        (
            [FIVE_AND_TWO, "说错了，高级工是3名"],
            [{"headcount": "5", **FOUR}, {"headcount": "3", **THREE}],
            {},
            "the group that is named is corrected",
        ),
        (
            ["晋江5名中级工交了社保，2名高级工没交社保，能补多少", "说错了，都交了社保"],
            [{"headcount": "5", **FOUR}, {"headcount": "2", **THREE}],
            {"pension_insured": True},
            "what is said of all holds for each",
        ),
        (
            [FIVE_AND_TWO, "再加1名技师"],
            [{"headcount": "5", **FOUR}, {"headcount": "2", **THREE}, {"headcount": "1", **TWO}],
            {},
            "a third kind",
        ),
        (
            [FIVE_AND_TWO, "再加3名高级工"],
            [{"headcount": "5", **FOUR}, {"headcount": "5", **THREE}],
            {},
            "more of one kind",
        ),
        (
            ["晋江5名中级工能补多少", "再加2名高级工"],
            [{"headcount": "5", **FOUR}, {"headcount": "2", **THREE}],
            {},
            "another kind makes two groups, not seven 高级工",
        ),
        (
            ["晋江5名中级工能补多少，合同两年", "再加2名高级工和1名技师"],
            [{"headcount": "5", **FOUR}, {"headcount": "2", **THREE}, {"headcount": "1", **TWO}],
            {"contract_months": "24"},
            "two kinds more",
        ),
        (
            ["晋江5名中级工能补多少", "再加2名中级工"],
            [],
            {"headcount": "7", **FOUR},
            "more of the same are one group",
        ),
        (
            [FIVE_AND_TWO, "以工代训怎么补"],
            [],
            {},
            "another matter has no groups",
        ),
    ],
)
def test_groups_over_turns(
    talk: Talk, book: FactBook, messages: list[str], groups: Any, shared: Any, why: str
) -> None:
    matter = talk(*messages)
    assert groups_of(matter, book) == groups, why
    assert book.store(matter.facts) == shared, why


def test_people_in_another_training_are_another_group(talk: Talk, book: FactBook) -> None:
    matter = talk("晋江10人岗前培训能补多少", "再加5人以工代训")
    assert [topics for topics, _ in matter.groups] == [("pre_job_training",), ("work_based_training",)]
    assert groups_of(matter, book) == [{"headcount": "10"}, {"headcount": "5"}]


def test_each_group_is_a_situation_with_what_is_shared(talk: Talk, book: FactBook) -> None:
    matter = talk("晋江5名中级工、2名高级工，合同都签了两年，能补多少")
    first, second = matter.situations(book)
    assert first.topics == second.topics == ("skill_upgrade",)
    assert book.store(first.own) == {"headcount": "5", "certificate_level": "四级"}
    # A level means that the certificate was had, whoever says it.
    assert book.store(second.facts) == {
        "headcount": "2",
        "certificate_level": "三级",
        "vocational_certificate": True,
        "contract_months": "24",
    }


def test_one_matter_is_one_situation(talk: Talk, book: FactBook) -> None:
    (situation,) = talk("晋江中级工补多少").situations(book)
    assert situation.own == {}
    assert situation.facts["vocational_certificate"] is True


@pytest.mark.parametrize(
    ("messages", "on", "why"),
    [
        (["晋江中级工补多少"], TODAY, "today"),
        (["2019年8月考的中级工，晋江补多少"], date(2019, 8, 1), "the day of the event"),
        (
            ["2019年8月考的中级工，晋江补多少", "那高级工呢"],
            date(2019, 8, 1),
            "kept while the matter goes on",
        ),
        (["2019年8月考的中级工，晋江补多少", "现在考呢"], TODAY, "another day"),
        (["2019年8月考的中级工，晋江补多少", "以工代训怎么补"], TODAY, "another matter"),
    ],
)
def test_the_day_for_which_it_is_answered(talk: Talk, messages: list[str], on: date, why: str) -> None:
    assert talk(*messages).on == on, why


def test_the_place_of_the_page_counts_where_none_is_named(talk: Talk) -> None:
    assert talk("中级工补多少", region=JINJIANG).regions == (JINJIANG,)
    assert talk("衢州中级工补多少", region=JINJIANG).regions == (QUZHOU,)
    assert talk("衢州中级工补多少", "那高级工呢", region=JINJIANG).regions == (QUZHOU,)
    assert talk("中级工补多少").regions == ()


def test_a_level_beside_a_topic_is_a_matter_of_its_own(talk: Talk) -> None:
    assert talk("晋江岗前培训补多少，中级工补多少").topics == ("pre_job_training", "skill_upgrade")


def test_what_nobody_knows_means_no_topic(talk: Talk) -> None:
    assert talk("晋江，等级不清楚").topics == ()


@pytest.mark.parametrize(
    ("after", "known", "why"),
    [
        ("那晋江呢", False, "本市 was said of 衢州"),
        ("那高级工呢", True, "the place is the same"),
        ("那衢州高级工呢", True, "the same place by name"),
        ("那晋江呢，我晋江户口", True, "said of the new place"),
    ],
)
def test_what_was_said_of_a_place_stays_there(talk: Talk, after: str, known: bool, why: str) -> None:
    facts = talk("我是衢州本地人，考了中级工能领多少", after).facts
    assert (facts.get("local_tie") is True) == known, why
    assert "certificate_level" in facts, "a certificate goes along"
