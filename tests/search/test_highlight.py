"""What is marked in a text for whoever asks with these words."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.search.highlight import Highlighter

TERMS = {"证书": ["本本", "证"], "企业": ["厂里", "单位"], "职业技能提升": ["学手艺"]}
TEXT = "企业职工取得证书的，按中级工1000元、高级工10000元给予补贴。"

CASES = [
    (TEXT, "中级工补贴多少", ["中级工", "补贴"], "words of the question; 多少 says nothing of the matter"),
    (TEXT, "本本", ["证书"], "a policy's word for what people call otherwise"),
    (TEXT, "厂里考了中級工", ["企业", "中级工"], "Traditional characters are the same words"),
    (TEXT, "1000元", ["1000"], "a number is not found inside a longer one, nor a unit alone"),
    (TEXT, "１０００", ["1000"], "full-width figures are the same figures"),
    (TEXT, "我的是吗", [], "function words are no matter"),
    (TEXT, "工", [], "one character says too little"),
    (TEXT, "，。！", [], "marks are no words"),
    (TEXT, "", [], "nothing asked"),
    ("", "中级工", [], "nothing to read"),
    ("中 级\n工", "中级工", ["中 级\n工"], "white space within a word of a text that was set in columns"),
    ("岗位补贴补贴", "补贴", ["补贴补贴"], "marks that touch are one"),
]


@pytest.fixture(scope="module")
def highlighter() -> Highlighter:
    return Highlighter(TERMS)


@pytest.mark.parametrize(("text", "question", "marked", "reason"), CASES)
def test_marked(highlighter: Highlighter, text: str, question: str, marked: list[str], reason: str) -> None:
    assert [text[start:end] for start, end in highlighter.spans(text, question)] == marked, reason


SHARED = Highlighter(TERMS)  # a property test takes no fixtures of a module


@settings(deadline=None)  # the first call reads the dictionary
@given(st.text(), st.text())
def test_marks_lie_in_the_text_whatever_is_given(text: str, question: str) -> None:
    spans = SHARED.spans(text, question)
    ends = [0, *(offset for span in spans for offset in span), len(text)]
    assert ends == sorted(ends) and all(start < end for start, end in spans)


def test_no_file_is_left_where_anybody_may_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert Highlighter(TERMS).spans("补贴", "补贴")
    assert not list(tmp_path.iterdir()), "jieba keeps its cache there, and would load what another put in"
