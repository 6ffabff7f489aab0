"""Ways of belonging to the place that are denied, or said to be elsewhere where no place is named."""

import pytest

from assistant.dialogue.places.ties_away import ties_away
from tests.dialogue.conftest import Read
from tests.dialogue.talk import answer_to


@pytest.mark.parametrize(
    ("bare", "ties", "why"),
    [
        ("户口、住的、上班的都不在··", {"户籍", "常住", "就业"}, "each of a list"),
        ("人不在··,户口不在,工作不在", {"户籍", "常住", "就业"}, "each alone"),
        ("户口在外地,住在外地,上班也在外地", {"户籍", "常住", "就业"}, "elsewhere"),
        ("非··户籍,不在··常住,没在··就业", {"户籍", "常住", "就业"}, "in written words"),
        ("没户口,没住过,班也不在那上", {"户籍", "常住", "就业"}, "the denial ahead"),
        ("户口、居住、就业都跟··没关系", {"户籍", "常住", "就业"}, "nothing to do with it"),
        ("不是··人,不住··,不在··干活", {"户籍", "常住", "就业"}, "whose people one is none of"),
        ("户口不在··也没在··上班,跟我住··", {"户籍", "就业"}, "two in one phrase, and one that is here"),
        ("户口在老家没迁,人在··打工", {"户籍"}, "one of them"),
        ("户口去年就迁走了", {"户籍"}, "moved away"),
        ("户口早就迁出··,人在··打工", {"户籍"}, "the place it was moved from"),
        ("户口转出去好几年了", {"户籍"}, "for years"),
        ("户口迁走了还能领吗", {"户籍"}, "told in a phrase that asks"),
        ("户口迁走能领吗", set(), "supposed"),
        ("户口没迁走", set(), "still here"),
        ("工作没签合同", set(), "of the contract"),
        ("厂子倒了就没上班", set(), "out of work, and perhaps looking for it here"),
        ("在··上班要不要户口", set(), "asked"),
        ("户口不在··能领吗", set(), "asked in one phrase with it"),
        ("住不住··都行", set(), "either"),
    ],
)
def test_which_ways_are_away(bare: str, ties: set[str], why: str) -> None:
    assert {one.tie for one in ties_away(bare)} == ties, why


@pytest.mark.parametrize(
    ("message", "tie", "why"),
    [
        ("户口、住的、上班的都不在衢州", False, "all of them"),
        ("衢州那3000，我户口落在老家，住也住老家，班在别的城市上", False, "all in three phrases"),
        ("我跟衢州没关系，没户口没住过没上过班", False, "all in one"),
        ("户口和单位都在外地，住衢州", True, "one is here"),
        ("衢州 户口不在，工作在这边", True, "one is here without its name"),
        ("我儿子户口迁走了，他考了中级工，衢州能领吗", None, "of the others nobody spoke"),
        ("户口迁出衢州了，还在衢州上班", True, "moved away, and works here"),
        ("我户口不在衢州，也不在衢州上班", None, "of the third nobody spoke"),
    ],
)
def test_what_that_says_of_the_place(read: Read, message: str, tie: bool | None, why: str) -> None:
    assert read(message).facts.get("local_tie") is tie, why


def test_whose_ties_are_all_denied_gets_nothing() -> None:
    answer = answer_to(
        "衢州户口，考了中级工能领多少",
        "其实我户口、住的、上班的都不在衢州，失业登记也没在那办，也不是建档立卡户，还能领不",
    )
    assert [e.outcome for e in answer.entitlements] == ["ineligible"]


def test_a_tie_that_is_taken_back_is_asked_for_again() -> None:
    first = "衢州户口，考了中级工能领多少"
    assert [e.outcome for e in answer_to(first, "其实我户口不在衢州").entitlements] == ["undetermined"]
    assert [e.outcome for e in answer_to(first, "我户口不在衢州，住在衢州").entitlements] == ["eligible"]


def test_who_has_no_tie_of_several_is_told_apart() -> None:
    answer = answer_to("衢州户口，2个中级工3个专项，能领多少", "有一个专项的其实没户口也不在衢州上班")
    told = [(e.outcome, int(e.amount.high)) for e in answer.entitlements if e.amount and e.amount.high]
    assert told == [("eligible", 3000), ("eligible", 1600), ("undetermined", 800)]
