"""The folder that the program reads: 8-bit vectors, their terms, a manifest, vectors to compare."""

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import WhitespaceSplit

from assistant.search.dense import StaticEmbedder, static_identity
from assistant.search.tokens import terms
from evals.embedding.pairs import PairFile
from evals.embedding.training import Recipe
from evals.embedding.vocabulary import UNKNOWN

LARGEST = 10_000_000  # bytes, all files together: the folder lies in git
TOLERANCE = 1e-3
_MAKERS = ("numpy", "scipy", "scikit-learn", "torch", "tokenizers", "sentence-transformers")
# Questions as people write them, and what a model stumbles over.
REFERENCE_TEXTS = (
    "厂里让我学电焊能报销吗？",
    "我在晉江考了中級工證書，能領多少補貼",
    "企业新招用人员开展岗前培训，取得合格证书的，按每人500元给予企业补贴。",
    "以工代训补贴最长6个月，每人每月200元",
    "ＡＰＰ上怎么申请，要交1,000.5元吗",
    "用人单位不与劳动者签订劳动合同怎么办？",
    "龘",
    "……",
    "",
)


def write_model(
    folder: Path,
    numbers: dict[str, int],
    table: NDArray[np.float32],
    recipe: Recipe,
    files: Sequence[PairFile],
) -> StaticEmbedder:
    """Write the model without its card, hold it against sentence-transformers, and open it.

    Raises ValueError where the two differ, or where the folder has become too large.
    """
    folder.mkdir(parents=True, exist_ok=True)
    vectors, scales = quantise(table)
    np.savez(folder / "vectors.npz", vectors=vectors, scales=scales)
    _tokenizer(numbers).save(str(folder / "tokenizer.json"), pretty=False)
    manifest: dict[str, Any] = {
        "identity": static_identity(numbers, vectors, scales),
        "dimensions": recipe.dimensions,
        "recipe": recipe.as_dict(),
        "pairs": {file.name: {"pairs": len(file.pairs), "sha256": file.digest} for file in files},
        "made_with": {name: version(name) for name in _MAKERS},
    }
    _write_json(folder / "manifest.json", manifest)
    embedder = StaticEmbedder.load(folder)
    reference = by_sentence_transformers(folder, REFERENCE_TEXTS)
    difference = float(np.abs(reference - embedder.encode(REFERENCE_TEXTS)).max())
    if not difference <= TOLERANCE:
        raise ValueError(f"sentence-transformers gives other vectors: they differ by {difference:g}")
    rounded = [[round(float(value), 5) for value in row] for row in reference]
    # A line per text keeps the file small enough to look at.
    lines = [
        json.dumps({"text": text, "vector": vector}, ensure_ascii=False)
        for text, vector in zip(REFERENCE_TEXTS, rounded, strict=True)
    ]
    (folder / "reference.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    size = sum(path.stat().st_size for path in folder.iterdir())
    if size > LARGEST:
        raise ValueError(f"the model has {size:,} bytes, more than {LARGEST:,}: take fewer terms")
    return embedder


def quantise(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Each row in 8 bits, with the number that it is to be multiplied by."""
    scales = np.abs(table).max(axis=1) / 127
    rows = np.round(table / np.where(scales > 0, scales, 1)[:, None]).astype(np.int8)
    return rows, scales.astype(np.float32)


def by_sentence_transformers(folder: Path, texts: Sequence[str]) -> NDArray[np.float32]:
    """What sentence-transformers makes of the folder's weights: a StaticEmbedding, then rows of length 1.

    Its tokenizer gets the terms with spaces between them, for no tokenizer can cut overlapping ones.
    """
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding

    with np.load(folder / "vectors.npz") as stored:
        weights = stored["vectors"].astype(np.float32) * stored["scales"][:, None]
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    static = StaticEmbedding(tokenizer, embedding_weights=weights)
    model = SentenceTransformer(modules=[static, Normalize()], device="cpu")
    cut = [" ".join(terms(text)) for text in texts]
    rows: NDArray[np.float32] = model.encode(cut, show_progress_bar=False)
    return rows


def _tokenizer(numbers: dict[str, int]) -> Tokenizer:
    tokenizer = Tokenizer(WordLevel(numbers, unk_token=UNKNOWN))
    tokenizer.pre_tokenizer = WhitespaceSplit()
    return tokenizer


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
