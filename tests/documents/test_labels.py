"""Which beginnings of a line are labels, and how a path writes them."""

import pytest

from assistant.documents.labels import Rank, number_of, read_label

LABELS = [
    ("一、目标任务", Rank.HEADING, "一", 1, "目标任务", "a heading"),
    ("十二、附则", Rank.HEADING, "十二", 12, "附则", "two numerals"),
    ("（六）明确标准", Rank.ITEM, "（六）", 6, "明确标准", "full-width brackets"),
    ("(一) 广泛开展", Rank.ITEM, "（一）", 1, "广泛开展", "half-width brackets are written full-width"),
    ("（十二）推进", Rank.ITEM, "（十二）", 12, "推进", "runs through"),
    ("1.企业职工", Rank.POINT, "1", 1, "企业职工", "a point"),
    ("10. 鼓励", Rank.POINT, "10", 10, "鼓励", "two digits and a space"),
    ("3．困难企业", Rank.POINT, "3", 3, "困难企业", "full-width stop"),
    ("2、转岗", Rank.POINT, "2", 2, "转岗", "a point with 、"),
    ("(1)但书", Rank.BRACKETED_POINT, "（1）", 1, "但书", "below a point"),
    ("2）例外", Rank.HALF_BRACKETED_POINT, "2）", 2, "例外", "half a bracket"),
    ("③其他", Rank.CIRCLED_POINT, "③", 3, "其他", "circled"),
    ("A. 总则", Rank.LETTER, "A", 1, "总则", "a letter"),
    ("C、监督", Rank.LETTER, "C", 3, "监督", "a letter with 、"),
    ("b. 企业职工", Rank.SMALL_LETTER, "b", 2, "企业职工", "a small letter"),
    ("（b）企业职工", Rank.BRACKETED_LETTER, "b）", 2, "企业职工", "a small letter in brackets"),
    ("c)企业职工", Rank.BRACKETED_LETTER, "c）", 3, "企业职工", "a small letter with half a bracket"),
    ("第三条　本办法", Rank.ARTICLE, "第三条", 3, "本办法", "an article"),
    ("第二章 补贴", Rank.CHAPTER, "第二章", 2, "补贴", "a chapter"),
    ("第一节 对象", Rank.SECTION, "第一节", 1, "对象", "a section"),
    ("附件 1", Rank.ANNEX, "附件1", 1, "", "an annex, spaced"),
    ("附件2：花名册", Rank.ANNEX, "附件2", 2, "花名册", "an annex with its title"),
    ("附件", Rank.ANNEX, "附件", 0, "", "the only annex"),
]

NO_LABELS = [
    ("1.8万人次", "a decimal number"),
    ("1．5 万元", "a decimal number with a full-width stop"),
    ("2021.12 之前", "a year is no point"),
    ("1年。培训后企业", "a number with a unit"),
    ("62 周岁、女不超过 55 周岁", "a number in prose"),
    ("1\t市人社局\t500", "the row of a table"),
    ("附件：1. 任务分解表", "a list of attachments"),
    ("附件下载", "a link"),
    ("附件1所列工种，按每人500元补贴。", "prose that begins with an annex"),
    ("（2019—2021 年）", "a period in brackets"),
    ("一是加强领导", "counting within a sentence"),
    ("第三方评价机构", "第三 without 条"),
    ("A类紧缺职业", "a class, not a letter that counts"),
    ("A、B类职业", "two classes"),
    ("U.S. 标准", "Latin words"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("line", "rank", "text", "number", "rest", "reason"), LABELS)
def test_label(line: str, rank: Rank, text: str, number: int, rest: str, reason: str) -> None:
    label = read_label(line)
    assert label is not None, reason
    assert (label.rank, label.text, label.number, line[label.length :]) == (rank, text, number, rest), reason


@pytest.mark.parametrize(("line", "reason"), NO_LABELS)
def test_no_label(line: str, reason: str) -> None:
    assert read_label(line) is None, reason


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十一", 21),
        ("一百零三", 103),
        ("一千零六十", 1060),
        ("③", 3),
        ("12", 12),
        ("", 0),
    ],
)
def test_numerals(numeral: str, value: int) -> None:
    assert number_of(numeral) == value
