"""What was asked at the hotline, in a table: who asked when, what came of it, whether somebody doubts it.

Questions and notes are kept without numbers that identify a person, and for a set time.
"""

import weakref
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)

from assistant.dialogue.language.admit import admit_text
from assistant.dialogue.language.private import mask_private
from assistant.dialogue.models import Status
from assistant.dialogue.records.database import open_database
from assistant.errors import BadInput

LONGEST_NOTE = 500

records = Table(
    "console_records",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("at", Integer, nullable=False, index=True),  # seconds since 1970, UTC
    Column("officer", String(40), nullable=False),
    Column("question", Text, nullable=False),  # without personal data
    Column("place", String(100), nullable=False),  # empty where none was named
    Column("topic", String(100), nullable=False),  # empty where none was recognised
    Column("outcome", String(20), nullable=False),
    Column("answer_id", String(64), nullable=False),  # empty where the answer bears none
    Column("answer", Text, nullable=False),  # what was shown; the corpus may change before it is reviewed
    Column("doubted_by", String(40)),  # null where nobody doubts the answer
    Column("note", Text),  # why, without personal data
    Column("settled_by", String(40)),  # null while nobody has reviewed it
)


@dataclass(frozen=True)
class Asked:
    """A question as it is put on record."""

    officer: str
    question: str
    place: str
    topic: str
    outcome: Status
    answer: str
    answer_id: str = ""


@dataclass(frozen=True)
class Record:
    """A question on record; `at` in UTC."""

    id: int
    at: datetime
    officer: str
    question: str
    place: str
    topic: str
    outcome: Status
    answer_id: str
    answer: str
    doubted_by: str | None
    note: str | None
    settled_by: str | None


class RecordStore:
    """The records of one database."""

    def __init__(self, database_url: str, *, days: float) -> None:
        """Open the database; a record is kept for `days`. Raises SettingsError where it cannot be opened."""
        self._kept = timedelta(days=days)
        self._engine = open_database(database_url, records)
        # Connections end with the store, so that who opens one need not remember to close it.
        self._ending = weakref.finalize(self, self._engine.dispose)

    def close(self) -> None:
        """Close all connections."""
        self._ending()

    def add(self, asked: Asked, now: datetime) -> int:
        """Put a question on record and drop what is too old; the record's id."""
        question, _ = mask_private(asked.question)
        row = {**asdict(asked), "question": question, "at": int(now.timestamp())}
        with self._engine.begin() as connection:
            connection.execute(delete(records).where(records.c.at < int((now - self._kept).timestamp())))
            [key] = connection.execute(insert(records).values(row)).inserted_primary_key or [0]
        return int(key)

    def recent(self, *, since: datetime, officer: str | None = None, limit: int = 200) -> list[Record]:
        """The records since a moment, the newest first; those of one officer where one is named."""
        query = select(records).where(records.c.at >= int(since.timestamp()))
        if officer is not None:
            query = query.where(records.c.officer == officer)
        return self._read(query.order_by(records.c.at.desc(), records.c.id.desc()).limit(limit))

    def to_review(self) -> list[Record]:
        """The doubted answers that nobody has reviewed yet, the oldest first."""
        query = select(records).where(records.c.doubted_by.is_not(None), records.c.settled_by.is_(None))
        return self._read(query.order_by(records.c.at, records.c.id))

    def doubt(self, record_id: int, *, officer: str, note: str) -> None:
        """Send an answer to the review list. Raises BadInput for a note too long or a record that is gone."""
        if len(note) > LONGEST_NOTE:
            raise BadInput(f"说明太长了：最多 {LONGEST_NOTE} 个字。")
        masked, _ = mask_private(admit_text(note).strip())
        self._change(record_id, doubted_by=officer, note=masked, settled_by=None)

    def settle(self, record_id: int, officer: str) -> None:
        """Take an answer off the review list. Raises BadInput for a record that is gone."""
        self._change(record_id, settled_by=officer)

    def _change(self, record_id: int, **values: str | None) -> None:
        with self._engine.begin() as connection:
            mine = update(records).where(records.c.id == record_id)
            if not connection.execute(mine.values(values)).rowcount:
                raise BadInput("这条记录已经不在了。")

    def _read(self, query: Select[Any]) -> list[Record]:
        with self._engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        return [Record(**{**row, "at": datetime.fromtimestamp(row["at"], UTC)}) for row in rows]
