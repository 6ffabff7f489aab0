"""What the model finds: alone, and fused with the keyword index as the program does it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from assistant.search.dense import Embedder
from assistant.search.fuse import fuse
from assistant.search.keyword import KeywordIndex, document_text
from assistant.search.tokens import query_terms
from evals.retrieval.metrics import DEPTH, Figures, judge, mean
from evals.retrieval.questions import load_corpus, load_folder_questions


def measure(embedder: Embedder, folder: Path) -> Mapping[str, Figures]:
    """The mean figures of each way of searching, over every question of a folder.

    The folder's layout stands at the head of evals/retrieval/questions.py. Raises CorpusError.
    """
    clauses = load_corpus(folder)
    texts = [document_text(clause, "", "") for clause in clauses]
    keyword, rows = KeywordIndex.build(texts), embedder.encode(texts)
    questions = load_folder_questions(folder)

    def rankings(text: str) -> Iterator[tuple[str, list[str]]]:
        words = keyword.scores(query_terms(text))
        meaning = rows @ embedder.encode([text])[0]
        for name, scores in (("keyword", words), ("dense", meaning), ("fused", fuse(words, meaning))):
            best = np.argsort(-scores, kind="stable")[:DEPTH]
            yield name, [clauses[position].id for position in best]

    judged: dict[str, list[Figures]] = {}
    for question in questions:
        for name, ranked in rankings(question.text):
            judged.setdefault(name, []).append(judge(ranked, question.right))
    return {name: mean(figures) for name, figures in judged.items()}
