"""When what was found is too little to be called an answer."""

# How much of a question the best clause must say by its BM25 score, in weights of a term that no clause has:
# by whether a word of the field stands in the question. Set on the tuned part of evals/cases/retrieval, where
# it refuses 95 % of the far questions and 1 in 160 of those that are answered. Near misses
# (another insurance, another place) say as much as an answer does: their words, in corpus/topics.yaml, tell.
LEAST = {True: 0.5, False: 1.6}


def says_too_little(score: float, rarest: float, *, of_the_field: bool) -> bool:
    """Whether the best clause says so little of what is asked that nothing is found.

    `score`: its BM25 score (Hit.keyword.score) for the question without the names of places, which every
    clause of the place has. `rarest`: the weight of a term that no clause has (Searcher.rarest).
    `of_the_field`: whether the question has a word of the field or names a topic.
    """
    return score < LEAST[of_the_field] * rarest
