"""Finding the clauses that speak of what a question asks."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.documents.models import Clause
from assistant.search.expand import ADDED_WEIGHT, Expander
from assistant.search.fuse import DENSE_WEIGHT, Placing, fuse, placings
from assistant.search.keyword import KeywordIndex, document_text
from assistant.search.past import PastQuestions
from assistant.search.tokens import query_terms
from assistant.search.vectors import VectorIndex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.search.dense import Embedder


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that was found, and why it stands where it stands."""

    clause: Clause
    score: float  # of both methods together: 1 is the best that both agree on; lifts come on top
    coverage: float  # the share, 0 to 1, of the weight of the question's terms that stand in the clause
    rank: int  # 1 is the best
    keyword: Placing  # by words
    dense: Placing | None = None  # by meaning; None where no embedding model reads the question


class Searcher:
    """Ranks the clauses that were indexed, which are given in the order of the library."""

    def __init__(
        self,
        clauses: Sequence[Clause],
        keyword: KeywordIndex,
        vectors: VectorIndex | None = None,
        *,
        dense_weight: float = DENSE_WEIGHT,
        plain: KeywordIndex | None = None,
        past: PastQuestions | None = None,
    ) -> None:
        """`plain`: the words without the questions of a bank, for one that not every clause has a share in.

        `past`: questions that were answered before, none of which lifts what shares nothing with a question.
        """
        import numpy as np

        self._clauses = tuple(clauses)
        self._keyword, self._vectors, self._dense_weight = keyword, vectors, dense_weight
        self._plain, self._past = plain, past
        self._position = {clause.id: position for position, clause in enumerate(self._clauses)}
        self._all = np.arange(len(self._clauses), dtype=np.intp)
        of_policy: dict[str, list[int]] = {}
        for position, clause in enumerate(self._clauses):
            of_policy.setdefault(clause.policy_id, []).append(position)
        self._of_policy = {policy: np.array(held, np.intp) for policy, held in of_policy.items()}
        self._expander: Expander | None = None

    def expanding(self, expander: "Expander | None") -> "Searcher":
        """The same, which also looks for what policies say in place of a question's words; None for not."""
        expanding = copy(self)
        expanding._expander = expander
        return expanding

    def search(
        self,
        query: str,
        *,
        policies: Collection[str] | None = None,
        limit: int = 10,
        boost: Mapping[str, float] | None = None,
    ) -> list[Hit]:
        """The clauses that share words or meaning with a question, best first; equal ones in library order.

        `policies`: only clauses of these (ids), judged before anything is ranked; None for all.
        `boost`: clause id -> how far to lift a clause, in scores of the best one: 1 lifts it level with that.
        """
        wanted = query_terms(query)
        candidates = self._candidates(policies)
        added = query_terms(self._expander.added(query)) if self._expander else []
        keyword = _by_words(self._keyword, wanted, added)[candidates]
        plain = _by_words(self._plain, wanted, added)[candidates] if self._plain else None
        # A question of function words alone (在吗) is about nothing, whatever a model makes of it.
        dense = self._vectors.scores(query, candidates) if self._vectors and wanted else None
        scores = fuse(keyword, dense, self._dense_weight, plain)
        if self._past and wanted:
            scores += (scores > 0) * self._past.lift(query)[candidates]
        scores += (scores.max(initial=0.0) or 1.0) * self._lift(boost or {})[candidates]
        best = _best(scores, limit)
        positions = candidates[best]
        coverage = self._keyword.coverage(wanted, positions).tolist()
        by_words = placings(keyword, best)
        by_meaning = [None] * len(best) if dense is None else placings(dense, best)
        return [
            Hit(self._clauses[position], score, coverage[i], i + 1, by_words[i], by_meaning[i])
            for i, (position, score) in enumerate(zip(positions.tolist(), scores[best].tolist(), strict=True))
        ]

    def added(self, query: str) -> str:
        """What policies say for a question's words; "" where nothing is added (see `expanding`)."""
        return self._expander.added(query) if self._expander else ""

    def weight(self, term: str) -> float:
        """How telling a term is in this library (its inverse document frequency)."""
        return self._keyword.weight(term)

    @property
    def rarest(self) -> float:
        """The weight of a term that no clause has."""
        return self._keyword.rarest

    def _candidates(self, policies: Collection[str] | None) -> "NDArray[np.intp]":
        """The positions of the clauses of policies, ascending."""
        import numpy as np

        if policies is None:
            return self._all
        held = [self._of_policy[policy] for policy in set(policies) if policy in self._of_policy]
        return np.sort(np.concatenate([self._all[:0], *held]))

    def _lift(self, boost: Mapping[str, float]) -> "NDArray[np.float64]":
        import numpy as np

        lift = np.zeros(len(self._clauses))
        for clause, by in boost.items():
            if clause in self._position:
                lift[self._position[clause]] = by
        return lift


def _by_words(index: KeywordIndex, wanted: Sequence[str], added: Sequence[str]) -> "NDArray[np.float32]":
    """The score of every clause by what a question says, and by what policies say for it."""
    scores = index.scores(wanted)
    return scores + ADDED_WEIGHT * index.scores(added) if added else scores


def _best(scores: "NDArray[np.float64]", limit: int) -> "NDArray[np.intp]":
    """Where the highest scores above 0 stand, best first, equal ones in order."""
    import numpy as np

    found = np.flatnonzero(scores > 0)
    if 0 < limit < len(found):
        # Whatever is level with the last one wanted stays in, so that order decides and not the partition.
        found = found[scores[found] >= np.partition(scores[found], -limit)[-limit]]
    return found[np.argsort(-scores[found], kind="stable")][: max(0, limit)]


def build_in_memory(
    clauses: Iterable[Clause],
    *,
    titles: Mapping[str, str] | None = None,
    extra: Mapping[str, str] | None = None,
    embedder: "Embedder | None" = None,
) -> Searcher:
    """A searcher that needs no files.

    `titles`: policy id -> title of the document. `extra`: clause id -> questions that the clause answers.
    `embedder`: the model that compares meanings; None for words alone.
    """
    titles, extra = titles or {}, extra or {}
    indexed = answering(clauses)
    texts = [document_text(c, titles.get(c.policy_id, ""), extra.get(c.id, "")) for c in indexed]
    vectors = VectorIndex.build(texts, embedder, lambda *_: None) if embedder else None
    return Searcher(indexed, KeywordIndex.build(texts), vectors)


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


def merge_neighbours(hits: Iterable[Hit]) -> list[tuple[Hit, ...]]:
    """Hits grouped for display: those that follow one another in the text under the same heading are one.

    Groups come in the order of their best hits, the hits of a group in the order of the text. Chapters, which
    no heading stands over, are not merged.
    """
    groups: list[list[Hit]] = []
    for hit in hits:
        near = [group for group in groups if any(_adjoin(hit.clause, other.clause) for other in group)]
        if not near:
            groups.append([hit])
            continue
        # A hit that closes the gap between two groups makes one of them.
        near[0] += [hit, *(other for group in near[1:] for other in group)]
        groups = [group for group in groups if group not in near[1:]]
    return [tuple(sorted(group, key=lambda hit: hit.clause.start)) for group in groups]


def _adjoin(one: Clause, other: Clause) -> bool:
    return (
        one.policy_id == other.policy_id
        and bool(one.headings)
        and one.headings == other.headings
        and (one.end == other.start or other.end == one.start)
    )
