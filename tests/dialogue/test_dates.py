"""The day on which what a message is about happened; it is asked on 15 June 2020."""

from datetime import date

import pytest

from assistant.dialogue.answers.validity_answer import day
from assistant.dialogue.language.dates import Events, date_spans, find_event_date, read_date
from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.numerals import spell_out
from assistant.rules.facts import FactBook
from assistant.search.tokens import fold

TODAY = date(2020, 6, 15)


def event(message: str, lexicon: Lexicon) -> str | None:
    lists, corrections = lexicon.lists, lexicon.relation["correction"]
    events = Events(lists["event_paid_for"], lists["event"])
    found = find_event_date(spell_out(fold(message)), events, lists["history"], corrections, TODAY)
    return None if found is None else found.isoformat()


@pytest.mark.parametrize(
    ("message", "day", "why"),
    [
        ("2020年8月考的中级工", "2020-08-01", "a month stands for its first day"),
        ("2020 年 8 月考的中级工", "2020-08-01", "with spaces"),
        ("2019年11月出的证，哦不，看错了，是2020年1月出的证", "2020-01-01", "put right"),
        ("2019年11月出的证，讲错了，是2020年1月出的证", "2020-01-01", "any word for what was wrong"),
        ("半年前考的中级工", "2019-12-01", "so long ago, by the month"),
        ("三个月前拿的证", "2020-03-01", "the same in months"),
        ("上上个月考的", "2020-04-01", "the month before the last"),
        ("上周考的", "2020-06-08", "a week ago"),
        ("大前天拿的证", "2020-06-12", "three days ago"),
        ("2020年8月15日拿的证", "2020-08-15", "a day"),
        ("二〇二〇年八月拿的证", "2020-08-01", "in words"),
        ("2020年十二月拿的证", "2020-12-01", "a month in words"),
        ("20年8月考的", "2020-08-01", "the year in short"),
        ("20年考的证", "2020-07-01", "a year stands for its middle"),
        ("2019年考的", "2019-07-01", "the same in full"),
        ("2019-12-30取得证书", "2019-12-30", "as forms write it"),
        ("2020.3.5拿的证", "2020-03-05", "with points"),
        ("取证时间是2020年3月", "2020-03-01", "the event before its day"),
        ("发证日期：2020-03-05", "2020-03-05", "as a certificate has it"),
        ("去年考的中级工", "2019-07-01", "last year"),
        ("去年8月考的", "2019-08-01", "a month of last year"),
        ("前年拿的证", "2018-07-01", "the year before last"),
        ("上个月拿的证", "2020-05-01", "last month"),
        ("今年考的", "2020-06-15", "this year is today"),
        ("今年3月考的", "2020-03-01", "a month of this year"),
        ("前年补过一次，今年再考", "2020-06-15", "the later word is the matter, the earlier its history"),
        ("2018年8月招的，今年5月才补的岗前培训", "2020-05-01", "the training, not the hiring"),
        ("2017年取得初级工，今年考了中级工", "2020-06-15", "the last of two examinations"),
        ("2017年取得初级工，2020年4月考了中级工", "2020-04-01", "the last of two levels"),
        ("2019年12月考的中级工，2020年2月拿到证", "2019-12-01", "and the first day of one"),
        ("合同2018年签到2023年，上个月考的技师", "2020-05-01", "nor the contract's days"),
        ("合同2018年签的，今年考了技师", "2020-06-15", "nor the day on which it was signed"),
        ("去年10月考的高级工到现在没领过补贴", "2019-10-01", "money that was not had"),
        ("毕业证2015年发的，2020年4月拿到高级工", "2020-04-01", "nor another paper's"),
        ("2020年3月考的证，今年才去领补贴", "2020-03-01", "the examination, not the claim"),
        ("去年(2019年)10月考的", "2019-10-01", "a year told twice"),
        ("去年拿的证，今年62岁", "2019-07-01", "an age is no event"),
        ("那2021年呢", "2021-07-01", "a date alone is the day of what is talked about"),
        ("要是明年的话？", "2021-07-01", "the same, to come"),
        ("换成2019年8月的呢", "2019-08-01", "a month alone"),
    ],
)
def test_the_day_of_the_event(lexicon: Lexicon, message: str, day: str, why: str) -> None:
    assert event(message, lexicon) == day, why


@pytest.mark.parametrize(
    ("message", "why"),
    [
        ("合同从2018年到2023年", "how long a contract runs"),
        ("晋江2019-2021年的方案", "the period of a plan"),
        ("2019年到2021年的培训任务", "a period in words"),
        ("晋政办〔2019〕79号补多少", "the number of a document"),
        ("补贴2020年的标准是多少", "nothing happened"),
        ("2020年3名员工", "no month: people"),
        ("20年工龄", "a length of time"),
        ("2020年13月考的", "no such month"),
        ("2021年2月30日考的", "no such day"),
        ("前年在晋江考中级电工已经补过一次", "nor is it where the examination is named first"),
        ("退休金明年领", "what is still to be had"),
        ("去年领过一次", "what was had before is not the matter"),
        ("我今年62岁了", "an age"),
        ("2020年3月招的10个人", "the hiring is no event that is paid for: 岗前培训 is"),
        ("还有效吗", "nothing"),
        ("那2020年的计划人数呢", "a column of a table"),
    ],
)
def test_no_day(lexicon: Lexicon, message: str, why: str) -> None:
    assert event(message, lexicon) is None, why


@pytest.mark.parametrize(
    ("message", "day"),
    [
        ("2020年3月", "2020-03-01"),
        ("去年8月", "2019-08-01"),
        ("昨天", "2020-06-14"),
        ("2020-03-05", "2020-03-05"),
    ],
)
def test_a_day_that_was_asked_for_needs_no_event(message: str, day: str) -> None:
    assert read_date(message, TODAY) == date.fromisoformat(day)


def test_no_day_where_none_is_named() -> None:
    assert read_date("不清楚", TODAY) is None


def test_where_the_calendar_stands() -> None:
    text = "2020年8月考的，干了20年"
    assert [text[start:end] for start, end in date_spans(text)] == ["2020年8月"]


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("2020年考的中级工", "2020年"),
        ("去年考的中级工", "2019年"),
        ("2020年8月考的中级工", "2020年8月"),
        ("去年八月考的", "2019年8月"),
        ("上个月拿的证", "2020年5月"),
        ("2020年8月15日拿的证", "2020年8月15日"),
        ("2020年8月1日拿的证", "2020年8月1日"),
    ],
)
def test_a_day_is_told_as_exactly_as_it_was_said(
    lexicon: Lexicon, book: FactBook, message: str, told: str
) -> None:
    lists, corrections = lexicon.lists, lexicon.relation["correction"]
    events = Events(lists["event_paid_for"], lists["event"])
    found = find_event_date(spell_out(fold(message)), events, lists["history"], corrections, TODAY)
    assert found is not None
    assert day(found) == told
    again = book.parse(book.store({"event_date": found}))["event_date"]
    assert isinstance(again, date)
    assert (again, day(again)) == (found, told), "a conversation that is stored says it the same"
