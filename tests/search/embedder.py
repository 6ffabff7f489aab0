"""A model that needs no file: texts that share terms point the same way, in every process alike."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from assistant.search.tokens import query_terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass
class HashedTerms:
    """Each term has a fixed direction of its own; a text points along the sum of its terms."""

    identity: str = "hashed-terms"
    dimensions: int = 64

    def encode(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        import numpy as np

        rows = np.zeros((len(texts), self.dimensions), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for term in query_terms(text):
                row += _direction(term, self.dimensions)
            row /= np.linalg.norm(row) or 1
        return rows


@cache
def _direction(term: str, dimensions: int) -> "NDArray[np.float32]":
    import numpy as np

    seed = int.from_bytes(hashlib.sha256(term.encode()).digest()[:8], "big")
    return np.random.default_rng(seed).standard_normal(dimensions).astype(np.float32)
