"""Embedding models: what the bundled one gives, what is said where a model cannot be used."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from tokenizers import Tokenizer

from assistant.errors import SettingsError, StaleIndexError
from assistant.search.dense import MODEL, Embedder, StaticEmbedder, open_embedder, static_identity
from assistant.search.tokens import terms
from assistant.settings import BUNDLED_MODEL

REFERENCE = [
    json.loads(line) for line in (MODEL / "reference.jsonl").read_text(encoding="utf-8").splitlines()
]
QUESTION = "厂里让我学电焊，考了中级工证能领多少补贴？"


@pytest.fixture(scope="module")
def bundled() -> Embedder:
    return open_embedder()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MODEL, tmp_path / "model"))


def cosine(embedder: Embedder, one: str, other: str) -> float:
    first, second = embedder.encode([one, other])
    return float(first @ second)


@pytest.mark.parametrize("row", REFERENCE, ids=lambda row: str(row["text"])[:12])
def test_the_vectors_are_those_of_sentence_transformers(bundled: Embedder, row: dict[str, object]) -> None:
    """reference.jsonl is what its StaticEmbedding gave for these weights when the model was made."""
    given_back = bundled.encode([str(row["text"])])[0]
    assert np.abs(given_back - np.array(row["vector"])).max() < 1e-3


def test_the_vectors_follow_the_definition(bundled: Embedder) -> None:
    """The mean of the vectors of the terms, at length 1; the terms read by the tokenizers library."""
    with np.load(MODEL / "vectors.npz") as stored:
        weights = stored["vectors"].astype(np.float64) * stored["scales"][:, None]
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    for text in (QUESTION, *(row["text"] for row in REFERENCE if any(row["vector"]))):
        mean = weights[tokenizer.encode(" ".join(terms(text))).ids].mean(axis=0)
        assert np.abs(bundled.encode([text])[0] - mean / np.linalg.norm(mean)).max() < 1e-5, text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("  \n", "white space"),
        ("……？！", "no term"),
        ("龘", "a term that the model never saw"),
    ],
)
def test_a_text_that_says_nothing_has_a_row_of_zeros(bundled: Embedder, text: str, reason: str) -> None:
    rows = bundled.encode([text, QUESTION])
    assert not rows[0].any(), reason
    assert np.linalg.norm(rows[1]) == pytest.approx(1, abs=1e-6)


def test_no_texts_have_no_rows(bundled: Embedder) -> None:
    assert bundled.encode([]).shape == (0, bundled.dimensions)


@given(st.lists(st.text(alphabet=st.characters(categories=None), max_size=60), max_size=4))
def test_any_string_has_a_unit_row_or_zeros(bundled: Embedder, texts: list[str]) -> None:
    lengths = np.linalg.norm(bundled.encode(texts), axis=1)
    assert all(length == 0 or abs(length - 1) < 1e-5 for length in lengths)


def test_a_text_has_the_same_vector_in_any_company_and_each_time(bundled: Embedder) -> None:
    alone = bundled.encode([QUESTION])[0]
    assert (bundled.encode(["别的", QUESTION, ""])[1] == alone).all()
    assert (StaticEmbedder.load().encode([QUESTION])[0] == alone).all()


def test_traditional_and_full_width_characters_read_the_same(bundled: Embedder) -> None:
    assert cosine(bundled, "晋江职工考到证书，领800元", "晉江職工考到證書，領８００元") == pytest.approx(
        1, abs=1e-6
    )


CLOSER = [
    (
        "老板不签劳动合同怎么办",
        "用人单位自用工之日起即与劳动者建立劳动关系，应当订立书面劳动合同。",
        "婚姻关系存续期间的债务",
    ),
    ("失业了能领多少钱", "失业保险金的标准由省人民政府确定", "养犬管理主管部门的职责"),
    ("被辞退有没有补偿", "用人单位解除劳动合同的，应当支付经济补偿", "违章建筑应当限期拆除"),
]


@pytest.mark.parametrize(("asked", "right", "wrong"), CLOSER)
def test_what_answers_lies_closer_than_what_does_not(
    bundled: Embedder, asked: str, right: str, wrong: str
) -> None:
    assert cosine(bundled, asked, right) > cosine(bundled, asked, wrong)


def test_the_bundled_model_is_small_enough_and_says_who_it_is(bundled: Embedder) -> None:
    manifest = json.loads((MODEL / "manifest.json").read_bytes())
    assert bundled.identity == manifest["identity"]
    assert bundled.dimensions == manifest["dimensions"]
    assert bundled.identity in (MODEL / "README.md").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in MODEL.iterdir()) <= 10_000_000
    assert "stard_train_answers" not in manifest["pairs"]


@pytest.mark.parametrize("name", [None, BUNDLED_MODEL])
def test_the_bundled_model_has_two_names(bundled: Embedder, name: str | None) -> None:
    assert open_embedder(name).identity == bundled.identity


def identity_with(vectors: NDArray[np.int8], scales: NDArray[np.float32], *names: str) -> str:
    return static_identity({name: number for number, name in enumerate(names)}, vectors, scales)


def test_the_identity_changes_with_weights_scales_and_terms() -> None:
    vectors, scales = np.array([[1, 2], [3, 4]], np.int8), np.array([1, 2], np.float32)
    identities = {
        identity_with(vectors, scales, "一", "二"),
        identity_with(vectors + np.int8(1), scales, "一", "二"),
        identity_with(vectors.reshape(4, 1), scales, "一", "二"),
        identity_with(vectors, scales * 2, "一", "二"),
        identity_with(vectors, scales, "二", "一"),
    }
    assert len(identities) == 5


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1000])


def change_a_weight(path: Path) -> None:
    with np.load(path) as stored:
        vectors, scales = stored["vectors"], stored["scales"]
    vectors[5, 5] ^= 1
    np.savez(path, vectors=vectors, scales=scales)


DAMAGE: list[tuple[str, Callable[[Path], object]]] = [
    ("vectors.npz", Path.unlink),
    ("vectors.npz", truncate),
    ("vectors.npz", change_a_weight),
    ("vectors.npz", lambda path: path.write_bytes(b"")),
    ("tokenizer.json", truncate),
    ("tokenizer.json", lambda path: path.write_text("[]")),
    ("manifest.json", Path.unlink),
    ("manifest.json", lambda path: path.write_text("{}")),
]


@pytest.mark.parametrize(("file", "damage"), DAMAGE)
def test_a_damaged_model_is_found_when_it_is_read(
    copy: Path, file: str, damage: Callable[[Path], object]
) -> None:
    damage(copy / file)
    with pytest.raises(StaleIndexError, match="向量模型已损坏"):
        StaticEmbedder.load(copy)


def test_reading_and_asking_load_no_engine() -> None:
    heavy = ("torch", "sentence_transformers", "transformers", "tokenizers")
    code = (
        "import sys; from assistant.search.dense import open_embedder\n"
        f"open_embedder().encode(['培训补贴']); print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


class Weights:
    """A tensor, as far as its identity goes."""

    def __init__(self, *values: float) -> None:
        self._values = np.array(values, np.float32)

    def float(self) -> "Weights":
        return self

    def cpu(self) -> "Weights":
        return self

    def numpy(self) -> NDArray[np.float32]:
        return self._values


class OtherModel:
    """A sentence-transformers model that knows how long a text is and whether it speaks of 补贴."""

    weights = (1.0, 2.0)

    def __init__(self, name: str) -> None:
        if name != "known":
            raise OSError("no such model")

    def state_dict(self) -> dict[str, Weights]:
        return {"layer": Weights(*self.weights)}

    def encode(self, texts: Sequence[str], show_progress_bar: bool) -> NDArray[np.float32]:
        return np.array([[len(text), 3 * ("补贴" in text)] for text in texts], np.float32)


@pytest.fixture
def others(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("sentence_transformers")
    module.SentenceTransformer = OtherModel  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sentence_transformers", module)


def test_another_model_is_opened_by_name(others: None, monkeypatch: pytest.MonkeyPatch) -> None:
    other = open_embedder("known")
    assert other.dimensions == 2
    assert other.encode(["領補貼了", "", "！ "]) == pytest.approx(np.array([[0.8, 0.6], [0, 0], [1, 0]]))
    assert other.encode([]).shape == (0, 2)
    monkeypatch.setattr(OtherModel, "weights", (1.0, 2.5))
    assert open_embedder("known").identity != other.identity


def test_a_model_that_cannot_be_opened_is_said_so_and_not_named(others: None) -> None:
    with pytest.raises(SettingsError, match=r"ASSISTANT_EMBEDDING_MODEL.*打不开") as caught:
        open_embedder("secret/model")
    assert "secret" not in str(caught.value)


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(SettingsError, match=r"ASSISTANT_EMBEDDING_MODEL.*\.\[models\]"):
        open_embedder("any")
