"""Tuning: a question is drawn to what answers it."""

import numpy as np

from assistant.search.dense import StaticEmbedder
from assistant.search.tune import tuned

TERMS = ["伤", "工", "钱", "资", "离", "婚"]
PAIRS = [("伤", "工"), ("钱", "资"), ("离", "婚")]


def model() -> StaticEmbedder:
    """A term a row, each at random."""
    table = np.random.default_rng(1).standard_normal((len(TERMS), 8)).astype(np.float32)
    numbers = {term: at for at, term in enumerate(TERMS)}
    empty = StaticEmbedder(
        "none", numbers, np.zeros((len(TERMS), 8), np.int8), np.ones(len(TERMS), np.float32)
    )
    return empty.with_table(table)


def nearest(embedder: StaticEmbedder) -> list[int]:
    questions, texts = (embedder.encode([pair[side] for pair in PAIRS]) for side in (0, 1))
    found: list[int] = (questions @ texts.T).argmax(axis=1).tolist()
    return found


def test_each_question_comes_nearest_to_its_own_text() -> None:
    assert nearest(model()) != [0, 1, 2]
    assert nearest(tuned(model(), PAIRS)) == [0, 1, 2]


def test_an_answer_is_told_from_texts_that_answer_nothing() -> None:
    questions, texts = ["伤", "离"], ["工", "婚", "钱", "资"]
    learned = tuned(model(), [("伤", "工"), ("离", "婚")], others=["钱", "资"])
    assert (learned.encode(questions) @ learned.encode(texts).T).argmax(axis=1).tolist() == [0, 1]


def test_the_same_pairs_give_the_same_model_under_a_name_of_its_own() -> None:
    one, other = tuned(model(), PAIRS), tuned(model(), PAIRS)
    assert one.identity == other.identity != model().identity


def test_what_cannot_be_learned_from_changes_nothing() -> None:
    before = model()
    assert tuned(before, []) is before
    assert tuned(before, PAIRS[:1]) is before
    texts = ["伤", "工"]
    unknown = tuned(before, [("甲", "乙"), ("丙", "丁")])
    assert np.allclose(unknown.encode(texts), before.encode(texts), atol=1e-3)


def test_a_table_survives_being_stored_in_8_bits() -> None:
    table = model().table()
    again = model().with_table(table).table()
    assert np.abs(again - table).max() <= np.abs(table).max() / 250
