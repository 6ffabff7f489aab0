"""Finding clauses: text → terms → index → ranked clauses → the words that answer.

Nothing heavy is loaded here; the engines are, when the first index is built or opened.
"""

from assistant.search.index import build_index, current_version, open_index
from assistant.search.passages import best_passage, sentences
from assistant.search.search import Hit, Searcher, build_in_memory
from assistant.search.tokens import fold, query_terms, terms

__all__ = [
    "Hit",
    "Searcher",
    "best_passage",
    "build_in_memory",
    "build_index",
    "current_version",
    "fold",
    "open_index",
    "query_terms",
    "sentences",
    "terms",
]
