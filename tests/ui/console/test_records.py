"""Records: who asked what, without what identifies a caller; the review list; nothing kept too long."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assistant.errors import BadInput, SettingsError
from ui.console.records import Asked, RecordStore

NOON = datetime(2026, 11, 21, 4, tzinfo=UTC)
EVER = datetime(2000, 1, 1, tzinfo=UTC)
ASKED = Asked("王芳", "晋江中级工能领多少", "晋江市", "技能提升（取证）", "answered", "可领1000元。", "A1")


def test_a_question_is_put_on_record(records: RecordStore) -> None:
    key = records.add(ASKED, NOON)
    [record] = records.recent(since=EVER)
    assert (record.id, record.at, record.officer) == (key, NOON, "王芳")
    assert (record.question, record.place, record.topic) == (
        "晋江中级工能领多少",
        "晋江市",
        "技能提升（取证）",
    )
    assert (record.outcome, record.answer, record.answer_id) == ("answered", "可领1000元。", "A1")
    assert record.doubted_by is None


@pytest.mark.parametrize(
    "private", ["13812345678", "350582199001011234", "6222021234567890123", "wang@example.com"]
)
def test_what_identifies_a_caller_is_not_kept(records: RecordStore, private: str) -> None:
    key = records.add(replace(ASKED, question=f"我是{private}，能领多少"), NOON)
    records.doubt(key, officer="王芳", note=f"回电 {private}")
    [record] = records.recent(since=EVER)
    assert private not in f"{record.question}{record.note}"
    assert "能领多少" in record.question


def test_the_newest_first_of_all_or_of_one_officer(records: RecordStore) -> None:
    for minutes, officer in enumerate(("王芳", "李强", "王芳")):
        records.add(
            replace(ASKED, officer=officer, question=f"第{minutes}问"), NOON + timedelta(minutes=minutes)
        )
    assert [one.question for one in records.recent(since=EVER)] == ["第2问", "第1问", "第0问"]
    assert [one.question for one in records.recent(since=EVER, officer="王芳")] == ["第2问", "第0问"]
    assert [one.question for one in records.recent(since=NOON + timedelta(minutes=2))] == ["第2问"]
    assert [one.question for one in records.recent(since=EVER, limit=1)] == ["第2问"]


def test_an_answer_in_doubt_waits_until_it_is_reviewed(records: RecordStore) -> None:
    key = records.add(ASKED, NOON)
    records.doubt(key, officer="王芳", note=" 窗口说是800元 ")
    [doubted] = records.to_review()
    assert (doubted.id, doubted.doubted_by, doubted.note) == (key, "王芳", "窗口说是800元")
    assert doubted.answer == "可领1000元。", "as it was shown then"
    records.settle(key, "李强")
    assert records.to_review() == []
    [record] = records.recent(since=EVER)
    assert (record.doubted_by, record.settled_by) == ("王芳", "李强")
    records.doubt(key, officer="王芳", note="还是不对")
    assert len(records.to_review()) == 1, "it may be doubted again"


def test_records_are_deleted_when_their_time_is_over(records: RecordStore) -> None:
    for days in (31, 29, 0):
        records.add(ASKED, NOON - timedelta(days=days))
    assert [one.at for one in records.recent(since=EVER)] == [NOON, NOON - timedelta(days=29)]


@pytest.mark.parametrize(("key", "note"), [(999, ""), (1, "字" * 501), (1, "\ud800")])
def test_a_doubt_that_cannot_be_kept_is_told(records: RecordStore, key: int, note: str) -> None:
    records.add(ASKED, NOON)
    with pytest.raises(BadInput):
        records.doubt(key, officer="王芳", note=note)
    assert records.to_review() == []


def test_a_database_that_cannot_be_opened_stops_the_start() -> None:
    with pytest.raises(SettingsError, match="ASSISTANT_DATABASE_URL"):
        RecordStore("sqlite:////proc/none/records.sqlite", days=30)
