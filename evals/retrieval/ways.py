"""The ways of finding that are held against each other, the shipped one last."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from assistant.documents.models import Clause
from assistant.search.dense import Embedder
from assistant.search.expand import Expander
from assistant.search.fuse import DENSE_WEIGHT
from assistant.search.keyword import KeywordIndex, document_text
from assistant.search.past import PastQuestions
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
    """What is searched. `titles`: policy id -> title; `bank`: clause id -> the questions that it answers.

    `document_of`: what says which document a clause is of, for questions that were answered before.
    """

    clauses: Sequence[Clause]
    titles: Mapping[str, str] = field(default_factory=dict)
    bank: Mapping[str, Sequence[str]] = field(default_factory=dict)
    expander: Expander | None = None
    embedder: Embedder | None = None
    dense_weight: float = DENSE_WEIGHT
    document_of: Callable[[Clause], str] = attrgetter("policy_id")
    shipped: Searcher | None = None  # what a program serves; made from the rest for None


def ways(collection: Collection) -> Iterator[Way]:
    """Each way that the collection has what it takes for, the next one made when it is asked for."""
    clauses = answering(collection.clauses)
    titles = [collection.titles.get(clause.policy_id, "") for clause in clauses]
    texts = [document_text(clause, title, "") for clause, title in zip(clauses, titles, strict=True)]
    plain = keyword = KeywordIndex.build(texts)
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
    if collection.shipped:
        yield _by(collection.shipped, FUSED)
        return
    fused = Searcher(
        clauses,
        keyword,
        vectors,
        dense_weight=collection.dense_weight,
        plain=plain if collection.bank else None,
        past=_past(collection, clauses),
    )
    yield _by(fused.expanding(collection.expander), FUSED)


def _past(collection: Collection, clauses: Sequence[Clause]) -> PastQuestions | None:
    """The questions of the bank as questions that were answered before; None without a bank or a model."""
    if not collection.bank or not collection.embedder:
        return None
    answered: dict[str, list[int]] = {}
    for position, clause in enumerate(clauses):
        for question in collection.bank.get(clause.id, ()):
            answered.setdefault(question, []).append(position)
    documents = [collection.document_of(clause) for clause in clauses]
    return PastQuestions.build(answered, documents, collection.embedder)


def _by(searcher: Searcher, name: str) -> Way:
    return Way(
        name,
        lambda question: [
            hit.clause.id for hit in searcher.search(question.text, policies=question.policies, limit=DEPTH)
        ],
    )
