"""The single persons whom a message names, and of whom each piece of it speaks."""

import pytest

from assistant.dialogue.language.persons import ME, find_persons, persons_of, stretches
from assistant.search.tokens import fold


def told(message: str) -> list[tuple[str, str]]:
    """The pieces of a message, each with whom it speaks of."""
    text = fold(message)
    return [
        (text[piece.start : piece.end], "和".join(p.called or p.relation for p in piece.who))
        for piece in stretches(text)
    ]


PIECES = [
    (
        "我考了中级工，合同两年，老公没考",
        [("我考了中级工", "本人"), ("合同两年", "本人"), ("老公没考", "丈夫")],
        "what names nobody goes on",
    ),
    (
        "小张中级工小王高级工，合同都有",
        [("小张中级工", "小张"), ("小王高级工", "小王"), ("合同都有", "")],
        "one by one without a mark, then of both",
    ),
    ("我爸我妈都参加了", [("我爸我妈都参加了", "父亲和母亲")], "two in one breath"),
    (
        "我和我同事小林，他高级工",
        [("我和我同事小林", "本人和同事小林"), ("他高级工", "同事小林")],
        "one by two names",
    ),
    ("老师傅带徒弟，我没意见", [("老师傅带徒弟", ""), ("我没意见", "本人")], "nobody in particular"),
    ("我替儿子问，考了中级工", [("我替儿子问", "儿子"), ("考了中级工", "儿子")], "asked for"),
    ("听我老公说能补，我考了", [("听我老公说能补", ""), ("我考了", "本人")], "who said so"),
    ("换成我退伍的表哥呢", [("换成我退伍的表哥呢", "表哥")], "his, not mine"),
    ("我没老公能干，考了初级工", [("我没老公能干", "本人"), ("考了初级工", "本人")], "compared with"),
    ("证不是我的，是我姐夫的", [("证不是我的", ""), ("是我姐夫的", "姐夫")], "denied of me"),
    (
        "他两个都考了，老王参加两次",
        [("他两个都考了", ""), ("老王参加两次", "老王")],
        "both, before they are named",
    ),
]


@pytest.mark.parametrize(("message", "pieces", "why"), PIECES, ids=[row[-1] for row in PIECES])
def test_of_whom_each_piece_speaks(message: str, pieces: list[tuple[str, str]], why: str) -> None:
    assert told(message) == pieces, why


NOBODY = [
    ("我们厂里考了中级工", "a firm"),
    ("残疾朋友的电商课", "a kind of people"),
    ("补贴对象是哪些", "a word of the texts"),
    ("3个徒弟都签了合同", "several"),
    ("今年一个徒弟都没带", "not one"),
    ("西藏籍工友考了证", "anybody of a kind"),
    ("高级工能补多少", "a level that begins like a name"),
    ("老师教得好，小学毕业", "words that begin like a name"),
    ("郑州考的证", "a place that begins like a name"),
]


@pytest.mark.parametrize(("message", "why"), NOBODY, ids=[row[-1] for row in NOBODY])
def test_nobody_alone_is_named(message: str, why: str) -> None:
    assert find_persons(fold(message)) == (), why


def test_a_couple_is_the_speaker_and_a_spouse() -> None:
    text = fold("两口子都考了技师")
    assert [person.relation for person in persons_of(text, stretches(text))] == ["本人", "爱人"]
    assert persons_of(text, ())[0] == ME
