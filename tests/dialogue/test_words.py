"""Finding the words of a list in a folded message."""

import pytest

from assistant.dialogue.language.words import WordList, word_lists


def found(words: dict[str, str], text: str) -> list[str]:
    return [f"{hit.word}={hit.meaning}" for hit in WordList(words.items()).find(text)]


LEVELS = {
    "高级工": "三级",
    "高级技师": "一级",
    "技师": "二级",
    "领过…岗前": "领过",
    "岗前": "岗前",
    "hr": "人事",
}


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("考了高级技师", ["高级技师=一级"], "the longest word; 技师 stands inside it"),
        ("技师和高级工", ["技师=二级", "高级工=三级"], "in the order of the message"),
        ("高级工高级工", ["高级工=三级", "高级工=三级"], "as often as it stands there"),
        ("高级", [], "half a word is none"),
        ("领过两次岗前补贴", ["领过…岗前=领过"], "a word with a gap wins over one that it holds"),
        ("领过岗前", ["领过…岗前=领过"], "the gap may be empty"),
        ("领过一二三四五六七八岗前", ["领过…岗前=领过"], "eight characters in between"),
        ("领过一二三四五六七八九岗前", ["岗前=岗前"], "nine are too many"),
        ("领过,岗前", ["岗前=岗前"], "a gap ends with the part of the sentence"),
        ("领过能不能算岗前", ["领过…岗前=领过"], "to ask is not to deny"),
        ("领过但岗前", ["岗前=岗前"], "但 begins another part"),
        ("hr问一下", ["hr=人事"], "latin words"),
        ("", [], "nothing"),
    ],
)
def test_words_in_a_text(text: str, expected: list[str], why: str) -> None:
    assert found(LEVELS, text) == expected, why


def test_a_word_with_two_meanings_has_both() -> None:
    hits = WordList([("转岗", "岗前"), ("转岗", "转岗职工")]).find("转岗培训")
    assert [(hit.meaning, hit.start, hit.end) for hit in hits] == [("岗前", 0, 2), ("转岗职工", 0, 2)]


def test_a_word_may_be_written_in_capitals_in_the_list() -> None:
    assert found({"HR": "人事"}, "我是hr") == ["hr=人事"]


def test_whether_any_word_stands_in_a_text() -> None:
    lists = word_lists({"money": ["钱", "补"], "times": ["几次"]})
    assert {name for name, words in lists.items() if "能补几次" in words} == {"money", "times"}
    assert "" not in lists["money"]
