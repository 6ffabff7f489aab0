"""Folding and cutting text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.documents.regions import load_regions
from assistant.search import fold, query_terms, terms

FOLD = [
    ("晉江職工考到證書", "晋江职工考到证书", "Traditional"),
    ("ＪＪ，８００元", "jj,800元", "full width, lower case"),
    ("每人 500 元", "每人 500 元", "white space beside a number stays"),
    ("个人补\n贴 标准", "个人补贴标准", "white space between 汉字 goes"),
    ("晋\u200b江\u202e市\ufeff", "晋江市", "what cannot be seen"),
    ("晋\ud800江", "晋江", "a lone surrogate"),
    ("\x00a\x1bb", "ab", "control characters"),
    ("a\tb\nc", "a\tb\nc", "a table's cells and lines stay apart"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("text", "folded", "reason"), FOLD)
def test_fold(text: str, folded: str, reason: str) -> None:
    assert fold(text) == folded, reason


TERMS = [
    ("鼓楼区", ["鼓", "楼", "区", "鼓楼", "楼区"], "characters and bigrams"),
    ("每人 500 元", ["每", "人", "每人", "500", "元"], "a number is whole and ends a run"),
    ("1,000.5元", ["1000.5", "元"], "thousands and decimals"),
    ("PC端、APP", ["pc", "端", "app"], "latin words are whole"),
    ("晉江", ["晋", "江", "晋江"], "folded"),
    ("，。！😀", [], "nothing to find"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), TERMS)
def test_terms(text: str, expected: list[str], reason: str) -> None:
    assert terms(text) == expected, reason


QUERY_TERMS = [
    ("我的补贴是多少", ["补", "贴", "的补", "补贴", "贴是"], "function characters say nothing by themselves"),
    ("在吗", [], "nothing was asked"),
    ("技能", ["技", "技能"], "能 stays in a word"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), QUERY_TERMS)
def test_query_terms(text: str, expected: list[str], reason: str) -> None:
    assert query_terms(text) == expected, reason


@given(st.text(alphabet=st.characters(categories=None), max_size=200))
def test_any_string_can_be_folded_and_folding_again_changes_nothing_in_its_terms(text: str) -> None:
    folded = fold(text)
    folded.encode()
    assert terms(folded) == terms(text)


def test_a_place_in_a_folded_question_is_found() -> None:
    tree = load_regions(Path(__file__).parents[2] / "corpus" / "regions.yaml")
    text = fold("晉江職工，福建 泉州")
    found = [text[m.start : m.end] for m in tree.mentions(text)]
    assert found == ["晋江", "福建泉州"]
