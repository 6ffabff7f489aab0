"""`python -m evals.embedding --pairs DIR`: train the bundled embedding model and write its folder.

Needs the extra `models`. Exit status 1 where the data cannot be used or the model does not hold up.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.errors import AssistantError
from assistant.search.dense import MODEL
from evals.embedding.bundle import write_model
from evals.embedding.card import card
from evals.embedding.measure import measure
from evals.embedding.pairs import LEFT_OUT, load_pairs
from evals.embedding.training import Recipe, train
from evals.embedding.vocabulary import choose_vocabulary, first_vectors, number_texts


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status."""
    options = _options(arguments)
    try:
        _make(options.pairs, options.out, frozenset(options.leave_out), options.data)
    except (AssistantError, OSError, ValueError, KeyError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    return 0


def _make(folder: Path, out: Path, left_out: frozenset[str], data: Path | None) -> None:
    recipe, say = Recipe(), _clock()
    files = load_pairs(folder, left_out)
    say(", ".join(f"{file.name}: {len(file.pairs):,} pairs" for file in files))

    # Sorted, so that nothing depends on the order of a set.
    texts = sorted({text for file in files for pair in file.pairs for text in (pair.first, pair.second)})
    vocabulary = choose_vocabulary(texts, recipe.terms)
    numbered = number_texts(texts, vocabulary)
    say(f"{len(texts):,} texts, {len(vocabulary):,} terms")

    vectors = first_vectors(numbered, len(vocabulary), recipe.dimensions, recipe.seed)
    say("first vectors")
    numbers_of = {text: number for number, text in enumerate(texts)}
    vectors = train(files, numbers_of, numbered, vectors, recipe, say)

    embedder = write_model(out, vocabulary, vectors, recipe, files)
    say(f"{embedder.identity}: the same vectors as sentence-transformers")
    figures = measure(embedder, data) if data else None
    manifest = json.loads((out / "manifest.json").read_bytes())
    size = sum(path.stat().st_size for path in out.iterdir() if path.suffix != ".md")
    (out / "README.md").write_text(card(manifest, size, len(vocabulary), files, figures), encoding="utf-8")
    for name, found in (figures or {}).items():
        say(f"{name}: " + ", ".join(f"{figure} {value:.3f}" for figure, value in found.items()))
    say(f"written to {out}")


def _clock() -> Callable[[str], None]:
    """Prints a line with the seconds since now before it."""
    start = time.monotonic()
    return lambda line: print(f"{time.monotonic() - start:5.0f} s  {line}", flush=True)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.embedding", description=__doc__)
    parser.add_argument("--pairs", type=Path, required=True, metavar="DIR", help="folder of *.jsonl.gz")
    parser.add_argument("--out", type=Path, default=MODEL, metavar="DIR", help="where the model is written")
    left_out = f"a file of pairs that is not used (default: {', '.join(sorted(LEFT_OUT))})"
    parser.add_argument("--leave-out", nargs="*", default=sorted(LEFT_OUT), metavar="NAME", help=left_out)
    measured = "measure on this folder, in the layout that evals/retrieval/questions.py describes"
    parser.add_argument("--data", type=Path, metavar="DIR", help=measured)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
