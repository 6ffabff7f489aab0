"""Words typed by their sound are understood, and what is written right stays as it is."""

import pytest

from assistant.dialogue.language.homophones import Sounds, respell
from assistant.dialogue.language.punctuation import punctuate
from assistant.documents import Library
from assistant.search.tokens import fold
from tests.dialogue.conftest import Read


@pytest.mark.parametrize(
    ("typed", "meant", "why"),
    [
        ("以工带训", "以工代训", "one character of the same sound"),
        ("做以工代驯的", "以工代训", "another, inside a sentence"),
        ("以工代训", "以工代训", "as it should be"),
        ("岗前陪训", "岗前培训", "a word of four"),
    ],
)
def test_a_word_is_known_by_its_sound(typed: str, meant: str, why: str) -> None:
    assert meant in respell(typed, Sounds(["以工代训", "岗前培训"])), why


def test_of_two_words_that_sound_alike_neither_is_meant() -> None:
    assert respell("记数补贴", Sounds(["技术补贴", "计数补贴"])) == "记数补贴"


def test_ordinary_text_is_not_respelled() -> None:
    assert respell("附件一", Sounds(["福建"], "附件下载")) == "附件一"


def test_the_text_keeps_its_length() -> None:
    assert respell("a以工带训b3", Sounds(["以工代训"])) == "a以工代训b3"
    assert respell("", Sounds(["以工代训"])) == ""


@pytest.mark.parametrize(
    ("message", "region", "why"),
    [
        ("进江中级工补多少", "350582", "晋江 by its sound"),
        ("我在津江", "350582", "another spelling"),
        ("進江市", "350582", "in Traditional characters"),
        ("渠州的标准", "330800", "衢州 by its sound"),
        ("鼓搂区", "350102", "鼓楼 by its sound"),
    ],
)
def test_a_place_by_its_sound(read: Read, message: str, region: str, why: str) -> None:
    assert read(message).regions == (region,), why


@pytest.mark.parametrize(
    ("message", "why"),
    [
        ("附件1里写的什么", "附件 sounds like 福建"),
        ("入职至今将近一年", "今|将近 sounds like 晋江"),
        ("我们得过金奖", "金奖 too"),
        ("想去周边学电工", "去|周边 sounds like 衢州"),
        ("哪个部门管这件事", "个部门 sounds like 各部门"),
        ("每人500元标准是多少", "元标准 sounds like 原标准"),
    ],
)
def test_correct_text_names_no_place_and_stays(read: Read, message: str, why: str) -> None:
    reading = read(message)
    assert reading.regions == (), why
    assert reading.text == fold(message), why


def test_no_place_by_its_sound_where_one_is_named(read: Read) -> None:
    assert "附件" in read("衢州的附件").text


def test_the_policies_themselves_are_read_as_they_stand(read: Read, library: Library) -> None:
    for policy in library.policies:
        for line in policy.text.splitlines()[:25]:
            if line.strip() and len(line) < 500:
                assert len(read(line).text) <= len(fold(punctuate(line))), line
                assert "福建1" not in read(line).text, line


def test_a_topic_by_its_sound(read: Read) -> None:
    assert read("以工带训怎么补").topics == ("work_based_training",)
    assert read("刚前培训补多少").topics == ("pre_job_training",)


@pytest.mark.parametrize(
    ("message", "level", "why"),
    [
        ("晋江中极工补多少", "四级", "a level by its sound"),
        ("瞿州初极工补多少", "五级", "beside a place by its sound"),
        ("晋江高级工补多少", "三级", "written right"),
        ("晋江终极目标是多少", None, "终极 alone is no level"),
    ],
)
def test_a_level_by_its_sound(read: Read, message: str, level: str | None, why: str) -> None:
    assert read(message).facts.get("certificate_level") == level, why
