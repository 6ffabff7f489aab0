"""What people say of an answer: useful or not, and why. Kept beside the conversations, never the question."""

import json
import unicodedata
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints
from sqlalchemy import Column, Engine, Integer, MetaData, String, Table, Text, insert, select
from sqlalchemy.schema import CreateTable

from assistant.dialogue.language.private import mask_private
from assistant.documents.models import Data

LONGEST_NOTE = 500
MOST_IDS = 20
Reason = Literal["unclear", "wrong", "off_topic", "outdated"]
RuleId = Annotated[str, Field(max_length=100)]
ClauseId = Annotated[str, StringConstraints(pattern="^[^/]{1,100}/[^/]{1,100}$")]

feedback_table = Table(
    "feedback",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("at", Integer, nullable=False),  # seconds since 1970, UTC
    Column("verdict", String(16), nullable=False),
    Column("reason", String(16)),
    Column("rules", Text, nullable=False),  # JSON
    Column("clauses", Text, nullable=False),  # JSON
    Column("note", Text, nullable=False),
)


class Feedback(Data):
    """What somebody says of an answer, which is known by the rules and clauses that it rests on."""

    verdict: Literal["useful", "useless"]
    reason: Reason | None = None
    rules: Annotated[tuple[RuleId, ...], Field(max_length=MOST_IDS)] = ()
    clauses: Annotated[tuple[ClauseId, ...], Field(max_length=MOST_IDS)] = ()  # jinjiang-2019-79/二（六）2
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""


class FeedbackStore:
    """The feedback of one database."""

    def __init__(self, engine: Engine) -> None:
        """Make the table where it is missing."""
        self._engine = engine
        with engine.begin() as connection:
            connection.execute(CreateTable(feedback_table, if_not_exists=True))

    def keep(self, feedback: Feedback, now: datetime) -> None:
        """Keep it; numbers that identify a person are taken out of the note first."""
        note, _ = mask_private(unicodedata.normalize("NFKC", feedback.note).strip())
        entry = {
            "at": int(now.timestamp()),
            "verdict": feedback.verdict,
            "reason": feedback.reason if feedback.verdict == "useless" else None,
            "rules": json.dumps(feedback.rules, ensure_ascii=False),
            "clauses": json.dumps(feedback.clauses, ensure_ascii=False),
            "note": note[:LONGEST_NOTE],
        }
        with self._engine.begin() as connection:
            connection.execute(insert(feedback_table).values(entry))

    def entries(self) -> list[tuple[datetime, Feedback]]:
        """Everything that was kept, the oldest first, each with its time."""
        with self._engine.begin() as connection:
            rows = connection.execute(select(feedback_table).order_by(feedback_table.c.id)).all()
        return [
            (
                datetime.fromtimestamp(row.at, UTC),
                Feedback(
                    verdict=row.verdict,
                    reason=row.reason,
                    rules=json.loads(row.rules),
                    clauses=json.loads(row.clauses),
                    note=row.note,
                ),
            )
            for row in rows
        ]
