"""Embedding models: texts in, unit vectors out. The one home of sentence-transformers.

The bundled model is read with numpy alone; its card, model/README.md, says how it was made.
Any other model needs the extra `models`.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.errors import SettingsError, StaleIndexError
from assistant.search.tokens import fold, terms
from assistant.settings import BUNDLED_MODEL

MODEL = Path(__file__).parent / "model"
_SETTING = "ASSISTANT_EMBEDDING_MODEL"


class Embedder(Protocol):
    """A model that gives each text a vector; texts about the same have vectors in the same direction."""

    @property
    def identity(self) -> str:
        """Changes with whatever changes the vectors: an index belongs to one identity."""

    @property
    def dimensions(self) -> int:
        """The length of a vector."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row of length 1 for each text; of zeros for a text in which there is nothing the model knows."""


class StaticEmbedder:
    """A vector per term, those of a text's terms added up. Terms are cut as the keyword index cuts them."""

    def __init__(
        self, identity: str, numbers: dict[str, int], vectors: NDArray[np.int8], scales: NDArray[np.float32]
    ) -> None:
        self.identity = identity
        self._numbers, self._vectors, self._scales = numbers, vectors, scales

    @classmethod
    def load(cls, folder: Path = MODEL) -> "StaticEmbedder":
        """The model of a folder: manifest.json, tokenizer.json, vectors.npz.

        Raises StaleIndexError for a folder that is incomplete, or that does not belong together.
        """
        try:
            manifest = json.loads((folder / "manifest.json").read_bytes())
            numbers = json.loads((folder / "tokenizer.json").read_bytes())["model"]["vocab"]
            with (folder / "vectors.npz").open("rb") as file, np.load(file) as stored:
                vectors, scales = stored["vectors"], stored["scales"]
            whole = static_identity(numbers, vectors, scales) == manifest["identity"]
        except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise StaleIndexError("向量模型已损坏（文件读不出来），请重新安装程序。") from error
        except Exception as error:
            # A damaged archive leads to errors of zipfile and zlib that share no base but this one.
            raise StaleIndexError("向量模型已损坏（压缩文件不完整），请重新安装程序。") from error
        if not whole:
            raise StaleIndexError("向量模型已损坏（文件与清单不符），请重新安装程序。")
        return cls(manifest["identity"], numbers, vectors, scales)

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._vectors.shape[1])

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row of length 1 for each text; of zeros for a text in which there is nothing the model knows."""
        rows = np.zeros((len(texts), self.dimensions), np.float32)
        for row, text in zip(rows, texts, strict=True):
            known = self.numbers(text)
            if known:
                row[:] = self._scales[known] @ self._vectors[known].astype(np.float32)
        return _unit(rows)

    def numbers(self, text: str) -> list[int]:
        """The rows of the table that a text's known terms stand in, in order."""
        return [self._numbers[term] for term in terms(text) if term in self._numbers]

    def table(self) -> NDArray[np.float32]:
        """A copy of the vectors of all terms, not of length 1."""
        return self._vectors.astype(np.float32) * self._scales[:, np.newaxis]

    def with_table(self, table: NDArray[np.float32]) -> "StaticEmbedder":
        """The same terms with other vectors."""
        scales = np.abs(table).max(axis=1).astype(np.float32) / 127
        vectors = np.round(table / np.where(scales > 0, scales, 1)[:, np.newaxis]).astype(np.int8)
        return StaticEmbedder(static_identity(self._numbers, vectors, scales), self._numbers, vectors, scales)


class SentenceTransformerEmbedder:
    """Any model of sentence-transformers, given the folded text."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self.identity = f"sentence-transformers-{_digest_of_weights(model)}"
        self.dimensions = int(model.encode(["一"], show_progress_bar=False).shape[1])

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row of length 1 for each text; of zeros for an empty one."""
        folded = [fold(text).strip() for text in texts]
        rows = np.zeros((len(texts), self.dimensions), np.float32)
        filled = [position for position, text in enumerate(folded) if text]
        if filled:
            rows[filled] = self._model.encode([folded[one] for one in filled], show_progress_bar=False)
        return _unit(rows)


def open_embedder(name: str | None = None) -> Embedder:
    """The bundled model for None and for `bundled`, else a sentence-transformers model by its name or folder.

    Raises StaleIndexError where the bundled model is damaged, SettingsError where another one cannot be used.
    """
    if name is None or name == BUNDLED_MODEL:
        return StaticEmbedder.load()
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        what = "要用别的向量模型，请先安装：pip install -e '.[models]'"
        raise SettingsError(_SETTING, what) from error
    try:
        return SentenceTransformerEmbedder(SentenceTransformer(name))
    except Exception as error:
        # Whatever a model that somebody else made leads to: the operator has to choose another.
        what = f"向量模型打不开（{type(error).__name__}）：既不是模型的文件夹，也不是能取到的模型名"
        raise SettingsError(_SETTING, what) from error


def static_identity(numbers: dict[str, int], vectors: NDArray[np.int8], scales: NDArray[np.float32]) -> str:
    """What names a static model: its terms and its weights, whatever the files look like."""
    digest = hashlib.sha256("\n".join(numbers).encode())
    for part in (vectors, scales):
        digest.update(f"{part.dtype}{part.shape}".encode())
        digest.update(np.ascontiguousarray(part).data)
    return f"static-{digest.hexdigest()[:16]}"


def _digest_of_weights(model: Any) -> str:
    digest = hashlib.sha256()
    for name, weights in sorted(model.state_dict().items()):
        digest.update(name.encode())
        # By way of 32 bits: numpy knows no bfloat16.
        digest.update(weights.float().cpu().numpy().tobytes())
    return digest.hexdigest()[:16]


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows of length 1; a row of zeros stays one."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    np.divide(rows, lengths, out=rows, where=lengths > 0)
    return rows
