"""The model's card: card.md, filled in."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template

from evals.embedding.pairs import PairFile
from evals.retrieval.metrics import Figures

# What the known files of pairs are made from, and under which licence.
SOURCES = {
    "statutes": "public texts of Chinese laws (no copyright, 著作权法第五条): "
    "a sentence ↔ the rest of its article, neighbouring articles, law and chapter ↔ article",
    "questions": "question ↔ answer of LawBench (Apache-2.0), AGIEval JEC-QA (MIT), "
    "DISC-LawLLM exam items (Apache-2.0)",
}
_TEMPLATE = Path(__file__).with_name("card.md")
_SHOWN = ("mrr@10", "recall@5", "recall@10", "recall@100")
_NOT_MEASURED = "Not measured in the run that made it; `--data DIR` does."
_MEASURED = """Laypeople's questions about 55,348 articles of Chinese laws (the 1,235 of STARD's train part),
of which nothing was trained on:
"""


def card(
    manifest: Mapping[str, object],
    size: int,
    terms: int,
    files: Sequence[PairFile],
    figures: Mapping[str, Figures] | None,
) -> str:
    """The card in Markdown. `size`: bytes of the folder. `figures`: of a run that measured them."""
    pairs = [(f"`{file.name}`", f"{len(file.pairs):,}", SOURCES.get(file.name, "")) for file in files]
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        identity=manifest["identity"],
        dimensions=manifest["dimensions"],
        terms=f"{terms:,}",
        size=f"{size / 1e6:.1f}",
        pairs="\n".join(map(_row, pairs)),
        figures=_figures(figures) if figures else _NOT_MEASURED,
    )


def _figures(figures: Mapping[str, Figures]) -> str:
    rows = [(name, *(f"{found[shown]:.3f}" for shown in _SHOWN)) for name, found in figures.items()]
    return "\n".join([_MEASURED, *map(_row, [("", *_SHOWN), ("---",) * (1 + len(_SHOWN)), *rows])])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
