"""Every kind of condition, on facts that are known, unknown, and known in part."""

from typing import Any

import pytest

from assistant.rules.conditions import comparisons, describe, judge, parse_condition
from tests.rules.book import BOOK

Truth = bool | None

# Kleene's three-valued logic: (one, other, and, or)
TRUTH_TABLE: list[tuple[Truth, Truth, Truth, Truth]] = [
    (True, True, True, True),
    (True, None, None, True),
    (True, False, False, True),
    (None, True, None, True),
    (None, None, None, None),
    (None, False, False, None),
    (False, True, False, True),
    (False, None, False, None),
    (False, False, False, False),
]


def said(signed: Truth, insured: Truth) -> dict[str, Any]:
    facts = {"signed": signed, "insured": insured}
    return {fact: value for fact, value in facts.items() if value is not None}


@pytest.mark.parametrize(("signed", "insured", "both", "either"), TRUTH_TABLE)
def test_all_and_any_follow_kleene(signed: Truth, insured: Truth, both: Truth, either: Truth) -> None:
    parts = [{"signed": True}, {"insured": True}]
    facts = said(signed, insured)
    for condition, truth in (({"all": parts}, both), ({"any": parts}, either)):
        judgement = judge(parse_condition(condition), facts, BOOK)
        assert judgement.truth is truth
        # What is missing decides; where the rest decides already, nothing is missing.
        unknown = {"signed", "insured"} - set(facts)
        assert set(judgement.missing) == (unknown if truth is None else set())


@pytest.mark.parametrize(("truth", "negated"), [(True, False), (None, None), (False, True)])
def test_not_follows_kleene(truth: Truth, negated: Truth) -> None:
    judgement = judge(parse_condition({"not": {"signed": True}}), said(truth, None), BOOK)
    assert judgement.truth is negated
    assert judgement.missing == (("signed",) if truth is None else ())


# (condition, facts, truth, missing, reason)
CASES: list[tuple[dict[str, Any], dict[str, Any], Truth, tuple[str, ...], str]] = [
    # is
    ({"signed": True}, {"signed": True}, True, (), "yes where yes is asked"),
    ({"signed": True}, {"signed": False}, False, (), "no where yes is asked"),
    ({"signed": False}, {"signed": False}, True, (), "no where no is asked"),
    ({"signed": True}, {}, None, ("signed",), "nobody said"),
    ({"signed": True}, {"signed": "不清楚"}, None, ("signed",), "不清楚 stays unknown"),
    ({"signed": {"is": True}}, {"signed": True}, True, (), "is, written out"),
    ({"level": "四级"}, {"level": "四级"}, True, (), "the choice asked for"),
    ({"level": "四级"}, {"level": "三级"}, False, (), "another choice: only one can hold"),
    ({"level": "四级"}, {}, None, ("level",), "no choice said"),
    # in
    ({"level": {"in": ["四级", "三级"]}}, {"level": "三级"}, True, (), "one of them"),
    ({"level": {"in": ["四级", "三级"]}}, {"level": "专项"}, False, (), "none of them"),
    ({"level": {"in": ["四级", "三级"]}}, {}, None, ("level",), "no choice said"),
    # several may hold
    ({"group": "贫困"}, {"group": ["贫困", "残疾"]}, True, (), "one of several groups"),
    ({"group": {"in": ["贫困", "残疾"]}}, {"group": ["残疾"]}, True, (), "one of the groups asked for"),
    ({"group": "贫困"}, {"group": ["残疾"]}, None, ("group",), "who is in one group may be in another"),
    ({"group": "贫困"}, {"group": ["都不是"]}, False, (), "only 都不是 rules a group out"),
    ({"group": "贫困"}, {"group": ["残疾", "都不是"]}, False, (), "this group and no other"),
    ({"group": "贫困"}, {"group": []}, None, ("group",), "an empty list says nothing"),
    # taken as met, or as another's, until something is said
    ({"signed": True, "assumed": True}, {}, True, (), "what goes without saying is met, and not asked about"),
    ({"signed": True, "assumed": True}, {"signed": False}, False, (), "denied, it is not"),
    (
        {"signed": True, "assumed": True},
        {"signed": "不清楚"},
        None,
        ("signed",),
        "who does not know is no silence",
    ),
    ({"group": "贫困", "rather_than": ["残疾"]}, {"group": ["残疾"]}, False, (), "the other group was named"),
    ({"group": "贫困", "rather_than": ["残疾"]}, {"group": ["残疾", "贫困"]}, True, (), "both were named"),
    ({"group": "贫困", "rather_than": ["残疾"]}, {"group": ["退役"]}, None, ("group",), "a third was named"),
    # at_least
    ({"months": {"at_least": 12}}, {"months": 12}, True, (), "exactly so many is at least so many"),
    ({"months": {"at_least": 12}}, {"months": "11.9"}, False, (), "a little less is not"),
    ({"months": {"at_least": 12}}, {"months": {"at_least": 12}}, True, (), "一年以上"),
    ({"months": {"at_least": 12}}, {"months": {"at_least": 6}}, None, ("months",), "半年以上 may be a year"),
    ({"months": {"at_least": 12}}, {"months": [6, 11]}, False, (), "a range wholly below"),
    ({"months": {"at_least": 12}}, {"months": [6, 12]}, None, ("months",), "a range that touches"),
    ({"months": {"at_least": 12}}, {"months": {"at_most": 11}}, False, (), "不到一年"),
    # at_most
    ({"months": {"at_most": 12}}, {"months": 12}, True, (), "exactly so many is at most so many"),
    ({"months": {"at_most": 12}}, {"months": 13}, False, (), "one more is not"),
    ({"months": {"at_most": 12}}, {"months": {"at_most": 12}}, True, (), "一年以内"),
    (
        {"months": {"at_most": 12}},
        {"months": {"at_least": 12}},
        None,
        ("months",),
        "一年以上 may be just a year",
    ),
    ({"months": {"at_most": 12}}, {"months": {"at_least": 13}}, False, (), "more than a year"),
    ({"months": {"at_most": 12}}, {"months": [12, 13]}, None, ("months",), "a range across"),
    # more_than
    ({"months": {"more_than": 12}}, {"months": 13}, True, (), "one more"),
    ({"months": {"more_than": 12}}, {"months": 12}, False, (), "just so many is not more"),
    ({"months": {"more_than": 12}}, {"months": [1, 12]}, False, (), "at the most just so many"),
    ({"months": {"more_than": 12}}, {"months": {"at_least": 12}}, None, ("months",), "just so many, or more"),
    # less_than
    ({"months": {"less_than": 12}}, {"months": 11}, True, (), "one less"),
    ({"months": {"less_than": 12}}, {"months": 12}, False, (), "just so many is not less"),
    ({"months": {"less_than": 12}}, {"months": {"at_least": 12}}, False, (), "at the least just so many"),
    ({"months": {"less_than": 12}}, {"months": [11, 12]}, None, ("months",), "a range that touches"),
    # nested
    (
        {"all": [{"signed": True}, {"any": [{"insured": True}, {"level": "四级"}]}]},
        {"signed": True},
        None,
        ("insured", "level"),
        "all that may decide is missing, in the order of the clause",
    ),
    (
        {"all": [{"months": {"at_least": 12}}, {"months": {"at_most": 24}}]},
        {},
        None,
        ("months",),
        "a fact is asked once",
    ),
    (
        {"all": [{"signed": True}, {"insured": True}]},
        {"insured": False},
        False,
        (),
        "one part that fails decides; nothing is asked",
    ),
    (
        {"not": {"any": [{"signed": True}, {"insured": True}]}},
        {"signed": False},
        None,
        ("insured",),
        "neither … nor",
    ),
]


@pytest.mark.parametrize(("condition", "facts", "truth", "missing", "reason"), CASES)
def test_a_condition(
    condition: dict[str, Any], facts: dict[str, Any], truth: Truth, missing: tuple[str, ...], reason: str
) -> None:
    judgement = judge(parse_condition(condition), BOOK.parse(facts), BOOK)
    assert judgement.truth is truth, reason
    assert judgement.missing == missing, reason


def test_no_condition_holds() -> None:
    judgement = judge(None, {}, BOOK)
    assert (judgement.truth, judgement.missing, judgement.reasons) == (True, (), ())
    assert list(comparisons(None)) == []


# (condition, how it reads)
WORDS: list[tuple[dict[str, Any], str]] = [
    ({"signed": True}, "签了合同"),
    ({"signed": False}, "没有：签了合同"),
    ({"level": "四级"}, "等级为四级"),
    ({"group": {"in": ["贫困", "残疾"]}}, "人员类别为贫困、残疾"),
    ({"months": {"at_least": 12}}, "期限不少于12个月"),
    ({"months": {"at_most": 12}}, "期限不超过12个月"),
    ({"months": {"more_than": 12}}, "期限超过12个月"),
    ({"months": {"less_than": 12}}, "期限少于12个月"),
    ({"months": {"at_least": 12}, "as": "签1年以上合同"}, "签1年以上合同"),
    ({"all": [{"signed": True}, {"insured": True}]}, "签了合同，并且参保"),
    ({"any": [{"signed": True}, {"insured": True}]}, "签了合同，或者参保"),
    ({"not": {"signed": True}}, "不属于：签了合同"),
]


@pytest.mark.parametrize(("condition", "words"), WORDS)
def test_a_condition_reads_as_chinese(condition: dict[str, Any], words: str) -> None:
    assert describe(parse_condition(condition), BOOK) == words


def test_each_part_of_all_is_a_reason_of_its_own() -> None:
    condition = parse_condition({"all": [{"signed": True}, {"insured": True}, {"level": "四级"}]})
    judgement = judge(condition, BOOK.parse({"signed": True, "insured": False}), BOOK)
    assert [(reason.wording, reason.truth) for reason in judgement.reasons] == [
        ("签了合同", True),
        ("参保", False),
        ("等级为四级", None),
    ]


def test_what_is_only_taken_as_met_is_marked() -> None:
    condition = parse_condition(
        {"all": [{"signed": True, "assumed": True}, {"insured": True, "assumed": True}]}
    )
    judgement = judge(condition, BOOK.parse({"signed": True}), BOOK)
    assert [(reason.truth, reason.assumed) for reason in judgement.reasons] == [(True, False), (True, True)]


@pytest.mark.parametrize(
    "raw",
    [
        {"all": [{"signed": True}], "assumed": True},
        {"months": {"at_least": 12}, "assumed": True},
        {"group": {"in": ["贫困"]}, "rather_than": ["残疾"]},
    ],
)
def test_only_one_value_can_go_without_saying(raw: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="assumed"):
        parse_condition(raw)


def test_words_given_to_all_make_it_one_reason() -> None:
    condition = parse_condition({"all": [{"signed": True}, {"insured": True}], "as": "合同社保都有"})
    judgement = judge(condition, BOOK.parse({"signed": True}), BOOK)
    assert [(reason.wording, reason.truth) for reason in judgement.reasons] == [("合同社保都有", None)]
