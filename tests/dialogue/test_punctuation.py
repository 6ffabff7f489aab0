"""Marks that people leave out are put in where a reader would hear them, and nowhere else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dialogue.language.punctuation import punctuate

CASES = [
    ("鼓楼一家公司 签了两年合同 没交社保", "鼓楼一家公司，签了两年合同，没交社保", "a space for a comma"),
    ("领了300 下半年又培训", "领了300，下半年又培训", "behind a number too"),
    ("岗前 培训 补贴", "岗前 培训 补贴", "words in a search box, which fold puts together"),
    ("每人 700 元补贴标准", "每人 700 元补贴标准", "a number set apart from its unit"),
    ("中 级 工", "中 级 工", "letters set apart"),
    ("合同两年.没交社保", "合同两年。没交社保", "a point that ends a sentence"),
    ("补贴1.5万元", "补贴1.5万元", "a decimal point"),
    ("邮箱 a.b@c.cn 收不到", "邮箱 a.b@c.cn 收不到", "an address, to be taken out as it stands"),
    ("新招10人和老员工20人", "新招10人，和老员工20人", "two lots of people"),
    ("他有社保我没有", "他有社保，我没有", "what one has, another lacks"),
    ("合同有社保我没有", "合同有社保我没有", "one who has one of two"),
    ("合格证拿到了没考上等级证", "合格证拿到了，没考上等级证", "what was had, and what was not"),
    ("养老保险交了没交", "养老保险交了没交", "one thing, had or not"),
    ("王五三人", "王五，三人", "a name that ends like a number"),
    ("合同两年，没交社保。", "合同两年，没交社保。", "nothing to mend"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("message", "expected", "reason"), CASES)
def test_punctuate(message: str, expected: str, reason: str) -> None:
    assert punctuate(message) == expected, reason


@given(st.text())
def test_nothing_but_spaces_and_points_is_changed(message: str) -> None:
    aside = ".．，。和跟与加"
    kept = [c for c in message if not c.isspace() and c not in aside]
    assert [c for c in punctuate(message) if not c.isspace() and c not in aside] == kept


def test_a_space_parts_two_numbers() -> None:
    assert punctuate("高级工5 3个没考过") != punctuate("高级工53个没考过"), "five, of whom three failed"
    assert "28个" in punctuate("28 个学员"), "but not a number from what it counts"


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("贫困户6个就业困难人员4个，都干了3个月", 3),
        ("初级工3人中级工2人高级工1人", 3),
        ("厂里5个中级3个高级", 1),
        ("来了22个考出来19个合格证", 1),
    ],
)
def test_a_list_without_marks_is_parted_where_each_is_named_ahead(message: str, parts: int) -> None:
    assert len(re.split("[，、]", punctuate(message))) == parts
