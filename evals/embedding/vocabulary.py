"""Texts as numbers of terms, and the first vectors of those terms."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.search.tokens import terms

UNKNOWN = "[UNK]"  # row 0, a zero vector: sentence-transformers gives it to every term that is not known


@dataclass(frozen=True, slots=True)
class NumberedTexts:
    """The terms of many texts, one after the other: those of text i are numbers[starts[i]:starts[i + 1]]."""

    numbers: NDArray[np.int32]
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts) - 1


def choose_vocabulary(texts: Iterable[str], size: int) -> dict[str, int]:
    """The terms that most texts have, numbered from the most frequent; equal ones by their characters."""
    having: Counter[str] = Counter()
    for text in texts:
        having.update(set(terms(text)))
    ranked = sorted(having.items(), key=lambda entry: (-entry[1], entry[0]))
    return {term: number for number, term in enumerate([UNKNOWN, *(term for term, _ in ranked[: size - 1])])}


def number_texts(texts: Sequence[str], vocabulary: dict[str, int]) -> NumberedTexts:
    """The known terms of texts, in order."""
    rows = [
        np.array([vocabulary[term] for term in terms(text) if term in vocabulary], np.int32) for text in texts
    ]
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    return NumberedTexts(np.concatenate(rows), starts.astype(np.int64))


def first_vectors(texts: NumberedTexts, size: int, dimensions: int, seed: int) -> NDArray[np.float32]:
    """Latent semantic analysis: terms of the same texts lie close, telling ones are long. A row per term."""
    from scipy.sparse import csr_matrix, diags
    from sklearn.utils.extmath import randomized_svd

    # scipy sorts what it is given in place.
    shape = (len(texts), size)
    ones = np.ones(len(texts.numbers), np.float32)
    matrix = csr_matrix((ones, texts.numbers.copy(), texts.starts.copy()), shape=shape)
    matrix.sum_duplicates()
    having = np.bincount(matrix.indices, minlength=size)
    telling = np.log((len(texts) + 1) / (having + 1)).astype(np.float32)
    matrix.data = (1 + np.log(matrix.data)) * telling[matrix.indices]
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    matrix = diags(1 / np.maximum(lengths, 1e-9)) @ matrix
    _, _, components = randomized_svd(matrix, dimensions, n_iter=3, random_state=seed)
    vectors = components.T * telling[:, None]
    vectors[having == 0] = 0  # [UNK] says nothing, not even the noise of the decomposition
    scaled: NDArray[np.float32] = (vectors / np.sqrt((vectors**2).sum(axis=1).mean())).astype(np.float32)
    return scaled
