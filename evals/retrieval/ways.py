"""The ways of finding that are held against each other, the shipped one last."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.documents.models import Clause
from assistant.search.dense import Embedder
from assistant.search.expand import Expander
from assistant.search.fuse import DENSE_WEIGHT
from assistant.search.keyword import KeywordIndex, document_text
from assistant.search.search import Searcher, answering
from assistant.search.vectors import VectorIndex
from evals.retrieval.metrics import DEPTH
from evals.retrieval.questions import Question

FUSED = "fused"  # the shipped way


@dataclass(frozen=True)
class Way:
    """A way of finding: a question in, the ids of at most DEPTH clauses out, best first."""

    name: str
    rank: Callable[[Question], Sequence[str]]


@dataclass(frozen=True)
class Collection:
    """What is searched. `titles`: policy id -> title; `bank`: clause id -> the questions that it answers."""

    clauses: Sequence[Clause]
    titles: Mapping[str, str] = field(default_factory=dict)
    bank: Mapping[str, Sequence[str]] = field(default_factory=dict)
    expander: Expander | None = None
    embedder: Embedder | None = None
    dense_weight: float = DENSE_WEIGHT
    shipped: Searcher | None = None  # what a program serves; made from the rest for None


def ways(collection: Collection) -> Iterator[Way]:
    """Each way that the collection has what it takes for, the next one made when it is asked for."""
    clauses = answering(collection.clauses)
    titles = [collection.titles.get(clause.policy_id, "") for clause in clauses]
    texts = [document_text(clause, title, "") for clause, title in zip(clauses, titles, strict=True)]
    keyword = KeywordIndex.build(texts)
    yield _by(Searcher(clauses, keyword), "keyword")
    if collection.bank:
        asked = ["\n".join(collection.bank.get(clause.id, ())) for clause in clauses]
        texts = [document_text(*one) for one in zip(clauses, titles, asked, strict=True)]
        keyword = KeywordIndex.build(texts)
        yield _by(Searcher(clauses, keyword), "+ bank")
    if collection.expander:
        yield _by(Searcher(clauses, keyword).expanding(collection.expander), "+ lexicon")
    vectors = None
    if collection.embedder:
        vectors = VectorIndex.build(texts, collection.embedder, lambda *_: None)
        yield _by(Searcher(clauses, keyword, vectors, dense_weight=1.0), "dense")
    fused = Searcher(clauses, keyword, vectors, dense_weight=collection.dense_weight)
    yield _by(collection.shipped or fused.expanding(collection.expander), FUSED)


def _by(searcher: Searcher, name: str) -> Way:
    return Way(
        name,
        lambda question: [
            hit.clause.id for hit in searcher.search(question.text, policies=question.policies, limit=DEPTH)
        ],
    )
