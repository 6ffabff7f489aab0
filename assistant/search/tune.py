"""Tuning the bundled model to questions whose answers are known: each is drawn to the texts that answer it.

Symmetric InfoNCE over the vectors of the terms, in numpy: a question must be nearer to its own texts than to
the others of a batch, and a text to its own questions. The same pairs give the same model.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.search.dense import StaticEmbedder

Rows = NDArray[np.float32]

# Measured, see docs/search.md.
DENSE_WEIGHT = 0.4  # what meaning counts beside words once the model is tuned
STEPS, BATCH, RATE, SCALE, DROPPED = 60, 512, 0.01, 20.0, 0.1
OTHERS = 1500  # so many of all texts join those that answer a batch
_BETA, _BETA_OF_SQUARES, _TINY = 0.9, 0.999, 1e-8


def tuned(
    embedder: StaticEmbedder, pairs: Iterable[tuple[str, str]], others: Iterable[str] = ()
) -> StaticEmbedder:
    """The model after learning from pairs of a question and a text that answers it; itself for no pairs.

    `others`: texts from which the answers are to be told too.
    """
    pairs = list(dict.fromkeys(pairs))
    questions = list(dict.fromkeys(question for question, _ in pairs))
    texts = list(dict.fromkeys(text for _, text in pairs))
    if len(texts) < 2:
        return embedder
    at_question = {question: at for at, question in enumerate(questions)}
    at_text = {text: at for at, text in enumerate(texts)}
    answers: list[list[int]] = [[] for _ in questions]
    for question, text in pairs:
        answers[at_question[question]].append(at_text[text])
    texts += (text for text in dict.fromkeys(others) if text not in at_text)
    asked, said = map(embedder.numbers, questions), map(embedder.numbers, texts)
    table = embedder.table()
    _learn(table, list(asked), list(said), answers)
    return embedder.with_table(table)


def _learn(
    table: Rows, asked: Sequence[list[int]], said: Sequence[list[int]], answers: Sequence[list[int]]
) -> None:
    """Adam over the rows of the table that a batch has, in place, the rate falling to nothing."""
    chance = np.random.default_rng(0)
    means, squares = np.zeros_like(table), np.zeros_like(table)
    for step, chosen in enumerate(_batches(chance, len(asked)), 1):
        others = chance.integers(len(said), size=OTHERS).tolist()
        texts = sorted({*others, *(text for question in chosen for text in answers[question])})
        right = np.array([[text in answers[question] for text in texts] for question in chosen], np.float32)
        used = [asked[question] for question in chosen] + [said[text] for text in texts]
        rows, counts = _counted(used)
        counts *= chance.random(counts.shape, np.float32) >= DROPPED
        slope = _slope(counts, table[rows], right)
        means[rows] = _BETA * means[rows] + (1 - _BETA) * slope
        squares[rows] = _BETA_OF_SQUARES * squares[rows] + (1 - _BETA_OF_SQUARES) * slope**2
        rate = RATE * (1 - (step - 1) / STEPS)
        spread = np.sqrt(squares[rows] / (1 - _BETA_OF_SQUARES**step)) + _TINY
        table[rows] -= rate * means[rows] / (1 - _BETA**step) / spread


def _batches(chance: np.random.Generator, count: int) -> Iterator[list[int]]:
    """Which questions each step learns from."""
    for _ in range(STEPS):
        yield chance.permutation(count)[:BATCH].tolist()


def _counted(used: Sequence[list[int]]) -> tuple[NDArray[np.intp], Rows]:
    """The terms that any of the texts has, and how often each text has each."""
    owner = np.repeat(np.arange(len(used)), [len(one) for one in used])
    numbers = np.array([number for one in used for number in one], np.intp)
    rows, columns = np.unique(numbers, return_inverse=True)
    counts = np.bincount(owner * len(rows) + columns, minlength=len(used) * len(rows))
    return rows, counts.reshape(len(used), len(rows)).astype(np.float32)


def _slope(counts: Rows, vectors: Rows, right: Rows) -> Rows:
    """How the loss changes with each vector. `counts`: of the questions, then of the texts."""
    sums = counts @ vectors
    lengths = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
    units = sums / lengths
    questions, texts = units[: len(right)], units[len(right) :]
    alike = SCALE * questions @ texts.T
    by_question = _softmax(alike, 1) - right / right.sum(axis=1, keepdims=True)
    asked = right.sum(axis=0)  # none of the other texts answers a question
    by_text = (_softmax(alike, 0) - right / np.maximum(asked, 1)) * (asked > 0)
    pull = SCALE / 2 * (by_question / right.shape[0] + by_text / np.count_nonzero(asked))
    of_units = np.concatenate([pull @ texts, pull.T @ questions])
    of_sums = (of_units - units * (units * of_units).sum(axis=1, keepdims=True)) / lengths
    slope: Rows = counts.T @ of_sums
    return slope


def _softmax(values: Rows, axis: int) -> Rows:
    powers = np.exp(values - values.max(axis=axis, keepdims=True))
    shares: Rows = powers / powers.sum(axis=axis, keepdims=True)
    return shares
