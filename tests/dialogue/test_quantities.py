"""Numbers with a unit: how many, how long, how much."""

import pytest

from assistant.dialogue.language.numerals import spell_out
from assistant.dialogue.language.quantities import Mention, find_quantities
from assistant.rules.facts import plain
from assistant.search.tokens import fold


def shown(mention: Mention) -> str:
    """person 12 · time 6..12 · time 12.. (no upper bound); time in months."""
    low, high = mention.quantity.low, mention.quantity.high
    if low == high:
        return f"{mention.kind} {plain(low)}"
    return f"{mention.kind} {plain(low)}..{'' if high is None else plain(high)}"


def quantities(message: str) -> list[str]:
    return [shown(mention) for mention in find_quantities(spell_out(fold(message)))]


PEOPLE = [
    ("一百二十人", "person 120", "in words"),
    ("２０人", "person 20", "full width"),
    ("12 名", "person 12", "a space between"),
    ("1,200人", "person 1200", "a comma between thousands"),
    ("我们俩", "person 2", "俩 is two"),
    ("仨人", "person 3", "仨 is three"),
    ("三位", "person 3", "the polite measure word"),
    ("四口人", "person 4", "and that of families"),
    ("50号人", "person 50", "and that of the street"),
    ("一个人", "person 1", "one"),
    ("一个徒弟", "person 1", "one by his part"),
    ("两个中级工", "person 2", "people by their level"),
    ("3个专项", "person 3", "the certificate of one skill, in short"),
    ("4个专项1个初级工", "person 4, person 1", "beside another"),
    ("2个高级工证", "person 2", "who counts certificates counts who has them"),
    ("3个考了证", "person 3", "what they did, not 3个证"),
    ("零就业家庭的一个，贫困户的两个", "person 1, person 2", "one by his family"),
    ("新证五个，复审七个", "person 5, person 7", "who has a new certificate"),
    ("3个年纪是女的57岁", "person 3, age 57", "whose age is told right behind, and no years"),
    ("有1个女的58岁", "person 1, age 58", "one by what she is"),
    ("有一个岁数大", "person 1", "and by the age"),
    ("2个年轻的", "person 2", "who are young"),
    ("一个班四十人", "person 40", "a class of forty, and nobody beside them"),
    ("30人里头5个是派遣的", "person 30, person 5", "two numbers"),
    ("三四个人", "person 3..4", "about"),
    ("3、4个人", "person 3..4", "about, in digits"),
    ("3到5个人", "person 3..5", "a range"),
    ("10人到20人", "person 10..20", "a range, each with its unit"),
    ("二三十人", "person 20..30", "tens"),
    ("十几个人", "person 11..19", "more than ten and less than twenty"),
    ("十来个", "person 11..19", "some ten"),
    ("120多人", "person 121..129", "more, and less than one more ten"),
    ("一百多号人", "person 101..199", "more, and less than one more hundred"),
    ("几十个人", "person 20..99", "some tens"),
    ("上百人", "person 100..", "a hundred or more"),
    ("近百人", "person 90..100", "nearly a hundred; people are whole"),
    ("不到50人", "person 0..49", "fewer"),
    ("超过50人", "person 51..", "more"),
    ("50人以上", "person 50..", "以上 includes the number itself"),
    ("至少50人", "person 50..", "at least"),
    ("最多50人", "person 0..50", "at most"),
    ("不高于50人", "person 0..50", "at most, and not 高于"),
    ("中级工（5人）", "person 5", "in brackets"),
    ("1.5万人次", "person 15000", "person-times of a target"),
]
TIMES = [
    ("半年", "time 6", "six months"),
    ("一年半", "time 18", "a year and a half"),
    ("3个半月", "time 3.5", "months and a half"),
    ("俩月", "time 2", "俩 with months"),
    ("一年零三个月", "time 15", "years and months are one time"),
    ("1年3个月", "time 15", "in digits"),
    ("合同一年三个月试用期", "time 12, time 3", "but the months of probation are no part of the year"),
    ("一年以上", "time 12..", "以上 includes the year"),
    ("一年及以上", "time 12..", "in law's words"),
    ("超过一年", "time 13..", "more than a year"),
    ("一年多", "time 13..23", "more than a year, less than two"),
    ("半年多", "time 7..11", "more than half a year, less than one"),
    ("快两年", "time 18..24", "nearly two years"),
    ("不到半年", "time 0..5", "less"),
    ("一年不到", "time 0..11", "less, said behind"),
    ("不满一年", "time 0..11", "less"),
    ("没签满一年", "time 0..11", "less, with a verb"),
    ("还差一个月满一年", "time 0..11", "less, by how much"),
    ("一年以内", "time 0..12", "以内 includes the year"),
    ("一两年", "time 12..24", "one or two"),
    ("半年到一年", "time 6..12", "a range"),
    ("10-12个月", "time 10..12", "a range in digits"),
    ("大半年", "time 6..11", "the greater part of a year counts from its half"),
    ("20年工龄", "time 240", "years of work"),
]
MONEY = [
    ("200元", "money 200", "元"),
    ("九千块钱", "money 9000", "块钱"),
    ("12,000元", "money 12000", "a comma is no part of the sentence"),
    ("1.5万", "money 15000", "万 without 元"),
    ("两万五", "money 25000", "and a bare digit"),
    ("花费7200", "money 7200", "what it cost, without a unit"),
    ("成本一年6500", "time 12, money 6500", "the same by the year"),
    ("1万2千元", "money 12000", "scales with digits"),
    ("100万元", "money 1000000", "万元"),
    ("两三万", "money 20000..30000", "about"),
    ("3万多元", "money 30000..40000", "more"),
    ("每人补800", "money 800", "what is paid needs no unit"),
    ("听说给两千", "money 2000", "in words"),
    ("一千二", "money 1200", "short for 1200 and without a unit: people and times have one"),
]
OTHERS = [
    ("36课时", "hour 36", "hours"),
    ("25块一课时", "money 25", "a rate counts no hours"),
    ("一课时25元", "money 25", "the same"),
    ("三十六个课时", "hour 36", "with a measure word"),
    ("二十节课", "hour 20", "lessons"),
    ("62周岁", "age 62", "age"),
    ("50多岁", "age 51..59", "about"),
    ("3次", "times 3", "times"),
    ("一次都没领", "times 0", "not once"),
    ("5个工种", "trade 5", "trades"),
    ("6个前台参加岗位技能提升培训", "person 6", "what they take part in is no thing in 个"),
    ("俩工种", "trade 2", "俩"),
    ("工种5个", "trade 5", "the number behind"),
    ("2人半年", "person 2, time 6", "半 begins the next word, and halves nobody"),
    ("带了8个人半个月", "person 8, time 0.5", "the same of a month"),
    ("9人去考，1个没合格", "person 9, person 1", "one of those who were counted"),
    ("问了5个中级工的补贴", "person 5", "people who are asked about"),
]
NONE = [
    ("第三次", "an ordinal"),
    ("上一次领的", "an ordinal too"),
    ("头一回", "and this"),
    ("第3、4条", "a clause"),
    ("每人", "a rate"),
    ("每3个月", "a rate"),
    ("三级", "a level"),
    ("二年级", "a year at school"),
    ("2020年", "a year of the calendar"),
    ("二〇二〇年", "the same"),
    ("2020年8月", "a month of the calendar"),
    ("20年8月考的", "a month of the calendar, in short"),
    ("3月份入职", "a month"),
    ("79号文", "a document"),
    ("一次性补贴", "a word with a number in it"),
    ("一个证", "a thing"),
    ("基地两个", "a thing, before its number"),
    ("3个省级基地", "a thing, with its rank"),
    ("5个班", "a thing"),
    ("10%", "a share"),
    ("30个百分点", "a share"),
    ("几十块", "a question"),
    ("哪一个高", "a question"),
    ("我问了五个同事都说不清", "who is asked for advice is no trainee"),
    ("咨询过三位工作人员了", "in other words"),
    ("打了三个电话都没人理", "calls, whatever follows"),
    ("跑了3个部门没人管", "offices"),
]


@pytest.mark.parametrize(("message", "expected", "why"), [*PEOPLE, *TIMES, *MONEY, *OTHERS])
def test_quantities(message: str, expected: str, why: str) -> None:
    assert ", ".join(quantities(message)) == expected, why


@pytest.mark.parametrize(("message", "why"), NONE)
def test_what_is_no_quantity(message: str, why: str) -> None:
    assert quantities(message) == [], why


def test_a_mention_says_where_it_stands_and_in_which_unit() -> None:
    (mention,) = find_quantities("签了三年以上合同")
    assert (mention.unit, "签了三年以上合同"[mention.start : mention.end]) == ("年", "三年以上")


def test_every_unit_of_money_is_read() -> None:
    """Once 块钱 raised."""
    assert [quantities(f"5{unit}") for unit in ("元", "块", "块钱", "元钱")] == [["money 5"]] * 4
