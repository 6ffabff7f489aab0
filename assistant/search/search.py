"""Finding the clauses that speak of what a question asks."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.documents.models import Clause
from assistant.search.keyword import KeywordIndex, document_terms
from assistant.search.tokens import query_terms


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that was found."""

    clause: Clause
    score: float
    coverage: float  # the share, 0 to 1, of the weight of the question's terms that stand in the clause
    rank: int  # 1 is the best


class Searcher:
    """Ranks the clauses that were indexed, which are given in the order of the library."""

    def __init__(self, clauses: Sequence[Clause], keyword: KeywordIndex) -> None:
        self._clauses = tuple(clauses)
        self._keyword = keyword

    def search(
        self,
        query: str,
        *,
        policies: Collection[str] | None = None,
        limit: int = 10,
        boost: Mapping[str, float] | None = None,
    ) -> list[Hit]:
        """The clauses that share terms with a question, best first; equal ones in the library's order.

        `policies`: only clauses of these (ids), judged before anything is ranked; None for all.
        `boost`: clause id -> how far to lift a clause, in scores of the best one: 1 lifts it level with that.
        """
        wanted, boost = query_terms(query), boost or {}
        candidates = [
            position
            for position, clause in enumerate(self._clauses)
            if policies is None or clause.policy_id in policies
        ]
        scores = self._keyword.scores(wanted)[candidates].tolist()
        unit = max(scores, default=0.0) or 1.0
        lifted = [
            (score + unit * boost.get(self._clauses[position].id, 0.0), position)
            for position, score in zip(candidates, scores, strict=True)
        ]
        best = sorted((entry for entry in lifted if entry[0] > 0), key=lambda entry: (-entry[0], entry[1]))
        coverage = self._keyword.coverage(wanted)
        return [
            Hit(self._clauses[position], score, float(coverage[position]), rank)
            for rank, (score, position) in enumerate(best[:limit], start=1)
        ]

    def weight(self, term: str) -> float:
        """How telling a term is in this library (its inverse document frequency)."""
        return self._keyword.weight(term)


def build_in_memory(
    clauses: Iterable[Clause],
    *,
    titles: Mapping[str, str] | None = None,
    extra: Mapping[str, str] | None = None,
) -> Searcher:
    """A searcher that needs no files.

    `titles`: policy id -> title of the document. `extra`: clause id -> questions that the clause answers.
    """
    titles, extra = titles or {}, extra or {}
    indexed = answering(clauses)
    documents = [document_terms(c, titles.get(c.policy_id, ""), extra.get(c.id, "")) for c in indexed]
    return Searcher(indexed, KeywordIndex.build(documents))


def answering(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """The clauses that can answer a question, in order.

    Not 责任单位 lines and lists of attachments, and not a heading with nothing below it (二、主要措施), which
    would outrank the clauses that it stands over.
    """
    return tuple(
        clause
        for clause in clauses
        if clause.kind not in ("responsible", "colophon")
        and not (clause.heading and clause.text.rstrip().endswith(clause.heading))
    )
