"""Facts as they are typed or sent: read, refused in plain Chinese, stored and read back."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import BadInput
from assistant.rules.assess import with_implied
from assistant.rules.facts import Quantity, Value
from assistant.rules.rulebook import Rulebook
from tests.rules.book import BOOK
from tests.rules.small_corpus import SmallCorpus
from tests.rules.strategies import REPEATABLE

D = Decimal

# (fact, what is sent, its value, reason)
READ: list[tuple[str, Any, Value, str]] = [
    ("signed", True, True, "yes"),
    ("signed", False, False, "no"),
    ("signed", "不清楚", "不清楚", "不清楚 is an answer of every kind"),
    ("months", "不清楚", "不清楚", "of a count too"),
    ("level", "四级", "四级", "a choice"),
    ("group", ["贫困", "残疾"], frozenset({"贫困", "残疾"}), "several choices"),
    ("group", ["都不是"], frozenset({"都不是"}), "none of them"),
    ("months", 12, Quantity(D(12), D(12)), "a number"),
    ("months", "1.5", Quantity(D("1.5"), D("1.5")), "a number as text"),
    ("months", 0, Quantity(D(0), D(0)), "none"),
    ("months", [3, 6], Quantity(D(3), D(6)), "三到六个月"),
    ("months", {"at_least": 12}, Quantity(D(12), None), "一年以上"),
    ("months", {"at_most": 12}, Quantity(D(0), D(12)), "一年以内"),
    ("months", {"at_least": 3, "at_most": 6}, Quantity(D(3), D(6)), "both bounds"),
    ("cost", 10**12, Quantity(D(10**12), D(10**12)), "the largest sum"),
    ("day", "2020-08-15", date(2020, 8, 15), "a date as text"),
    ("day", date(2020, 8, 15), date(2020, 8, 15), "a date as YAML gives it"),
]


@pytest.mark.parametrize(("fact", "raw", "value", "reason"), READ)
def test_a_value_is_read(fact: str, raw: Any, value: Value, reason: str) -> None:
    assert BOOK.parse({fact: raw}) == {fact: value}, reason
    assert BOOK.parse(BOOK.store({fact: value})) == {fact: value}, "stored and read back"


# (fact, what is sent, reason)
REFUSED: list[tuple[str, Any, str]] = [
    ("moon", True, "no such fact"),
    ("signed", "是", "yes in words belongs to the reading of messages"),
    ("signed", 1, "a number is no yes"),
    ("signed", None, "null says nothing"),
    ("level", "九级", "no such choice"),
    ("level", ["四级"], "one choice only"),
    ("level", {"四级": 1}, "no mapping"),
    ("group", "贫困", "a list is wanted"),
    ("group", ["月亮"], "no such group"),
    ("group", [["贫困"]], "no list in a list"),
    ("months", -1, "below nothing"),
    ("months", "nan", "no number"),
    ("months", "inf", "endless"),
    ("months", "1e-999999", "a million characters where it is shown"),
    ("months", "0" * 5000 + "1", "a long number"),
    ("months", "一年", "words"),
    ("months", True, "yes is no number"),
    ("months", [6, 3], "a range upside down"),
    ("months", [1, 2, 3], "a range of three"),
    ("months", ["a", 3], "a range of words"),
    ("months", {"at_least": "a"}, "a bound in words"),
    ("months", {"at_least": 1, "moon": 2}, "an unknown bound"),
    ("months", {"at_least": 1, "at_most": None}, "a bound that says nothing"),
    ("months", {}, "no bound"),
    ("months", 1_000_001, "more than a million months"),
    ("cost", 10**13, "more money than there is"),
    ("day", "2020-02-30", "no such day"),
    ("day", "去年", "words"),
]


@pytest.mark.parametrize(("fact", "raw", "reason"), REFUSED)
def test_an_impossible_value_is_refused_in_chinese(fact: str, raw: Any, reason: str) -> None:
    with pytest.raises(BadInput) as caught:
        BOOK.parse({fact: raw})
    assert str(caught.value).startswith(("没有“", "“")), reason
    assert len(str(caught.value)) < 100, "what was sent is not echoed at length"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


@REPEATABLE
@given(st.sampled_from([spec.id for spec in BOOK]), JSON)
def test_nothing_that_is_sent_raises_another_error(fact: str, raw: Any) -> None:
    try:
        [value] = BOOK.parse({fact: raw}).values()
    except BadInput:
        return
    assert BOOK.parse(BOOK.store({fact: value})) == {fact: value}
    assert BOOK.show(fact, value)


# (fact, what is sent, how it reads)
SHOWN: list[tuple[str, Any, str]] = [
    ("signed", True, "签了合同：是"),
    ("signed", False, "签了合同：否"),
    ("signed", "不清楚", "签了合同：不清楚"),
    ("level", "四级", "等级：四级"),
    ("group", ["贫困", "残疾"], "人员类别：残疾、贫困"),
    ("months", 24, "期限：24个月"),
    ("months", {"at_least": 12}, "期限：12个月以上"),
    ("months", {"at_most": 12}, "期限：12个月以内"),
    ("months", [3, 6], "期限：3至6个月"),
    ("day", "2020-08-15", "日期：2020-08-15"),
]


@pytest.mark.parametrize(("fact", "raw", "words"), SHOWN)
def test_a_fact_reads_as_chinese(fact: str, raw: Any, words: str) -> None:
    assert BOOK.show(fact, BOOK.parse({fact: raw})[fact]) == words


def test_what_is_said_stands_before_what_follows_from_it(small: SmallCorpus) -> None:
    _, rulebook = small.load()
    assert with_implied({"level": "四级"}, rulebook.book) == {"level": "四级", "certificate": True}
    said = {"level": "四级", "certificate": False}
    assert with_implied(said, rulebook.book) == said
    assert with_implied({"level": "三级"}, rulebook.book) == {"level": "三级"}


def test_every_fact_of_the_corpus_can_be_asked_and_answered(rulebook: Rulebook) -> None:
    for spec in rulebook.book:
        assert spec.question, spec.id
        assert "不清楚" in spec.options, spec.id
        if spec.kind in ("choice", "choices"):
            assert spec.choices, spec.id
