"""The peer of `ask`: a plain full-text search over the same clauses, with what comes with Python."""

import sqlite3
from collections.abc import Iterable

from assistant.documents.models import Clause
from assistant.search.tokens import terms


class PlainSearch:
    """SQLite's FTS5 in memory, over the same terms as the assistant's own index."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.execute("CREATE VIRTUAL TABLE clause USING fts5(id UNINDEXED, body)")
        rows = ((clause.id, " ".join(terms(clause.text))) for clause in clauses)
        self._database.executemany("INSERT INTO clause VALUES (?, ?)", rows)

    def search(self, question: str) -> list[str]:
        """The ids of the ten clauses that share most with a question, best first."""
        wanted = " OR ".join(f'"{term}"' for term in dict.fromkeys(terms(question)))
        if not wanted:
            return []
        found = self._database.execute(
            "SELECT id FROM clause WHERE clause MATCH ? ORDER BY bm25(clause) LIMIT 10", (wanted,)
        )
        return [str(row[0]) for row in found]

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()
