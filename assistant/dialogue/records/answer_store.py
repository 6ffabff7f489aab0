"""Answers in a table by their id, beside the conversations: facts and replies, never what was typed.

An answer is given whether or not it can be kept.
"""

import logging
import weakref
from datetime import datetime, timedelta
from threading import Lock

from pydantic import ValidationError
from sqlalchemy import Column, Engine, Integer, MetaData, String, Table, Text, delete, insert, select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from assistant.dialogue.records.database import open_database
from assistant.dialogue.records.receipt import Record
from assistant.errors import SettingsError

log = logging.getLogger(__name__)

answers = Table(
    "answers",
    MetaData(),
    Column("id", String(11), primary_key=True),
    Column("record", Text, nullable=False),  # a Record as JSON
    Column("kept_at", Integer, nullable=False, index=True),  # seconds since 1970, UTC
)


class AnswerStore:
    """The answers of one database, which is opened when the first one is kept or looked for."""

    def __init__(self, database_url: str, *, days: float) -> None:
        """`days`: how long an answer is kept."""
        self._url = database_url
        self._kept = timedelta(days=days)
        self._engine: Engine | None = None
        self._opening = Lock()
        self._away = False

    def keep(self, key: str, content: str, now: datetime) -> None:
        """Keep an answer, a Record as JSON, under its id; where that cannot be done the log says so, once."""
        try:
            self._write(key, content, int(now.timestamp()))
        except (SQLAlchemyError, SettingsError, OSError) as error:
            if not self._away:
                log.warning("answers are not kept: %s", type(error).__name__)
            self._away = True

    def find(self, key: str, now: datetime) -> Record | None:
        """An answer by its id; None where there is none that this release can read.

        Raises SettingsError where the database cannot be opened.
        """
        with self._database().connect() as connection:
            found = select(answers.c.record).where(
                answers.c.id == key, answers.c.kept_at >= self._oldest(now)
            )
            content = connection.execute(found).scalar()
        try:
            return None if content is None else Record.model_validate_json(content)
        except ValidationError:
            return None

    def _write(self, key: str, content: str, moment: int) -> None:
        engine, table = self._database(), answers.c
        oldest = moment - int(self._kept.total_seconds())
        try:
            with engine.begin() as connection:
                connection.execute(delete(answers).where(table.kept_at < oldest))
                connection.execute(insert(answers).values(id=key, record=content, kept_at=moment))
        except IntegrityError:  # the same answer was given before: it is kept for longer
            with engine.begin() as connection:
                connection.execute(update(answers).where(table.id == key).values(kept_at=moment))

    def _oldest(self, now: datetime) -> int:
        return int((now - self._kept).timestamp())

    def _database(self) -> Engine:
        with self._opening:
            if self._engine is None:
                self._engine = open_database(self._url, answers)
                weakref.finalize(self, self._engine.dispose)
            return self._engine
