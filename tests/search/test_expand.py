"""What people say → what policies say; and when too little was found."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.dialogue.language.lexicon import load_lexicon
from assistant.documents.models import Clause
from assistant.errors import CorpusError
from assistant.search.expand import Expander, load_terms
from assistant.search.search import build_in_memory
from assistant.settings import project_root

LEXICON = project_root() / "corpus" / "lexicon.yaml"
EXPANDER = Expander(
    {"证书": ["本本"], "企业": ["厂里", "老板"], "职业技能等级证书": ["等级证"], "技能": ["手艺"]}
)

QUESTIONS = [
    # question, what is added, reason
    ("我的本本", "证书", "a word is replaced"),
    ("厂里老板", "企业", "each word once"),
    ("我的證書", "", "what the question says itself, in any spelling, is not added"),
    ("我的本本是不是证书", "", "the same"),
    ("手藝", "技能", "Traditional characters are read"),
    ("等级证书", "职业技能等级证书", "the longest word at a place is read"),
    ("今天天气", "", "nothing is known"),
    ("", "", "nothing is said"),
]


@pytest.mark.parametrize(("question", "added", "reason"), QUESTIONS)
def test_added(question: str, added: str, reason: str) -> None:
    assert EXPANDER.added(question) == added, reason


def test_no_words_add_nothing() -> None:
    assert Expander({}).added("我的本本") == ""


def test_a_clause_is_found_by_a_word_that_only_people_use(make_clause: Callable[..., Clause]) -> None:
    clauses = [make_clause("p", "1", "取得证书的给予补贴"), make_clause("p", "2", "企业职工培训")]
    plain = build_in_memory(clauses)
    assert plain.search("本本") == []
    assert [hit.clause.path for hit in plain.expanding(EXPANDER).search("本本")] == ["1"]


def test_what_is_said_counts_for_more_than_what_was_added(make_clause: Callable[..., Clause]) -> None:
    clauses = [make_clause("p", "1", "证书证书"), make_clause("p", "2", "本本本本")]
    hits = build_in_memory(clauses).expanding(EXPANDER).search("本本")
    assert [hit.clause.path for hit in hits] == ["2", "1"]


def test_the_lexicon_has_terms_and_is_read_by_both() -> None:
    terms = load_terms(LEXICON)
    assert sum(map(len, terms.values())) >= 120
    assert load_lexicon(LEXICON).file.terms == terms
    assert "证书" in terms


@pytest.mark.parametrize("content", ["terms: [证书]", "terms: {证书: 本本}", "terms: {证书: [1]}"])
def test_terms_of_another_shape_are_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "lexicon.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match="terms"):
        load_terms(tmp_path / "lexicon.yaml")
