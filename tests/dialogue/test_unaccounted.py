"""People whom a message counts and no sum takes in are asked about."""

from datetime import date

import pytest

from assistant.dialogue.answers.unaccounted import ask_whom_it_counts
from assistant.dialogue.matter import Matter
from assistant.dialogue.models import Group as StoredGroup
from assistant.dialogue.models import Session
from assistant.dialogue.people.parts import Group
from assistant.dialogue.reading import Reading
from assistant.rules.facts import Quantity, Value
from tests.dialogue.talk import Talk, answer_to, conversation

PAID = "晋江，新招18人做岗前培训，合同两年，合格证都有，公司拿多少"
TODAY = date(2020, 6, 15)


def matter(*counts: int, left_out: int = 0, regions: tuple[str, ...] = ("350582",)) -> Matter:
    """A matter of one lot of people, or of several."""
    told: list[dict[str, Value]] = [{"headcount": Quantity.exactly(count)} for count in counts]
    groups: tuple[Group, ...] = tuple(((), own) for own in told) if len(told) > 1 else ()
    facts = dict(told[0]) if len(told) == 1 else {}
    return Matter(regions, facts, groups, ("pre_job",), TODAY, TODAY, left_out=left_out)


def before(*counts: int) -> Session:
    return Session(groups=tuple(StoredGroup(topics=(), facts={"headcount": str(count)}) for count in counts))


# message, what is known with it, what was known before, whom it asks about, reason
COUNTED = [
    ("18人里有4人不一样", matter(18), before(), "4人", "of the eighteen, and of nobody's sum"),
    ("厂里新招10人,店里新招20人", matter(5), before(), "10人、20人", "neither is anybody's"),
    ("18人,其中有1个不一样", matter(18), before(20), "1人", "one of them"),
    ("一个人多少", matter(18), before(18), "", "a rate counts nobody"),
    ("18人都训完了", matter(18), before(), "", "they are who is paid for"),
    ("18人,4人没过", matter(14), before(), "", "fourteen are the others of eighteen"),
    ("宁夏籍4人,西藏籍3人", matter(7), before(), "", "seven are both"),
    ("又来了8人", matter(26), before(18), "", "twenty-six are they and those before"),
    ("31人做完,26人有证", matter(26), before(), "", "the sum is that of some of them"),
    ("跑了4人", matter(18, left_out=4), before(), "", "they are known to be out"),
    ("12人中级工,6人高级工,一共18人", matter(12, 6), before(), "", "the number of all"),
    ("那12人也有证", matter(18), before(12, 6), "", "a lot that was told of before"),
]


@pytest.mark.parametrize(("text", "known", "session", "people", "why"), COUNTED, ids=[r[-1] for r in COUNTED])
def test_whom_a_message_counts_is_accounted_for(
    text: str, known: Matter, session: Session, people: str, why: str
) -> None:
    book = conversation().desk.rulebook.book
    asked = ask_whom_it_counts(Reading(text, bare=text), session, known, answer_to(PAID), book)
    assert f"您说的{people}，" in asked.text if asked and people else asked is None and not people, why


def test_nobody_is_asked_about_where_no_sum_is_told() -> None:
    book = conversation().desk.rulebook.book
    answer = answer_to("晋江岗前培训的条件是什么")
    asked = ask_whom_it_counts(Reading("", bare="新招10人"), before(), matter(), answer, book)
    assert not answer.featured and asked is None


def test_who_is_told_of_by_what_changes_no_sum_is_accounted_for() -> None:
    assert "9000" in answer_to("衢州岗前培训30人，里面10个是女的，都拿合格证，补多少").text


def test_what_was_known_before_stays() -> None:
    unclear = "18人里有4人是别的集团借来的"
    session, book = before(), conversation().desk.rulebook.book
    asked = ask_whom_it_counts(Reading(unclear, bare=unclear), session, matter(18), answer_to(PAID), book)
    assert asked is not None and not asked.entitlements and asked.asks[0].fact == "headcount"


def test_people_of_one_of_two_places_are_asked_about() -> None:
    talk = Talk()
    told = talk.say(
        "晋江厂今年新招10人、衢州厂新招20人，都签两年合同，都做了岗前培训拿了培训合格证书，两边各拿多少"
    )
    assert "8000元" in told.text and "6000元" in told.text
    answer = talk.say("衢州厂那20个里有5个3月份已经领过一回岗前补贴了，那两边合计多少")
    assert "不在同一个地方" in answer.text and not answer.entitlements


@pytest.mark.parametrize("anew", ["总共是50个", "一共有50人参加"])
def test_how_many_of_all_who_are_counted_anew_have_passed_is_asked(anew: str) -> None:
    answer = answer_to("晋江岗前培训60人，合同两年，合格证拿到45个，补多少", anew)
    assert answer.status == "needs_facts" and "40000元" not in answer.text
