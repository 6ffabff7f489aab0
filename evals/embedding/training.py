"""Training: the vectors of terms are moved until texts that belong together lie together."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from evals.embedding.pairs import PairFile
from evals.embedding.vocabulary import NumberedTexts

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Recipe:
    """Everything that decides what comes out, beside the data. docs/embedding.md has what was measured."""

    terms: int = 34_000
    dimensions: int = 256
    nested: tuple[int, ...] = (256, 128, 64)  # Matryoshka: the first so many work alone
    epochs: int = 3
    batch: int = 1024
    rate: float = 1e-2
    sharpness: float = 12.0  # by which cosines are multiplied before the softmax
    dropped: float = 0.1  # the share of terms that a text loses each time it is shown
    repeated: int = 6  # how often an epoch shows the files that have few pairs
    few: int = 5_000  # a source with fewer pairs shares its batches with the other such sources of its file
    warm_up: int = 10  # steps
    seed: int = 1

    def as_dict(self) -> dict[str, object]:
        """For the manifest."""
        return asdict(self)


def train(
    files: Sequence[PairFile],
    numbers_of: dict[str, int],
    texts: NumberedTexts,
    vectors: NDArray[np.float32],
    recipe: Recipe,
    say: Callable[[str], None],
) -> NDArray[np.float32]:
    """The trained vectors. `numbers_of`: text -> its place in `texts`.

    One thread and one seed: the same machine and the same versions give the same bytes.
    """
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    random = np.random.default_rng(recipe.seed)
    groups = _groups(files, numbers_of, recipe)
    batches = [batch for _ in range(recipe.epochs) for batch in _epoch(groups, recipe, random)]
    table = torch.nn.Parameter(torch.from_numpy(vectors))
    optimiser = torch.optim.Adam([table], lr=recipe.rate)
    for step, (name, pairs) in enumerate(batches):
        for group in optimiser.param_groups:
            group["lr"] = recipe.rate * (1 - step / len(batches)) * min(1.0, (step + 1) / recipe.warm_up)
        sides = [_pool(table, texts, pairs[:, side], recipe.dropped, random) for side in (0, 1)]
        loss = _loss(sides[0], sides[1], _repeats(pairs), recipe)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        if step % 50 == 0:
            say(f"step {step} of {len(batches)}, {name}: loss {loss.item():.3f}")
    trained: NDArray[np.float32] = table.detach().numpy()
    return trained


def _groups(
    files: Sequence[PairFile], numbers_of: dict[str, int], recipe: Recipe
) -> dict[str, tuple[Numbers, int]]:
    """What batches are drawn from: name -> its pairs, and how often an epoch shows them.

    A batch is of one source: what tells its texts apart is then what they speak of, not how they are written.
    """
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    times: dict[str, int] = {}
    for file in files:
        by_source: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for pair in file.pairs:
            by_source[pair.source].append((numbers_of[pair.first], numbers_of[pair.second]))
        for source, pairs in by_source.items():
            large = len(pairs) >= recipe.few
            name = f"{file.name}/{source}" if large else file.name
            times[name] = 1 if large else recipe.repeated
            found[name] += pairs
    return {name: (np.array(found[name], np.int64), times[name]) for name in sorted(found)}


def _epoch(
    groups: dict[str, tuple[Numbers, int]], recipe: Recipe, random: np.random.Generator
) -> list[tuple[str, Numbers]]:
    batches = []
    for name, (pairs, times) in groups.items():
        for _ in range(times):
            order = random.permutation(len(pairs))
            # A last batch of less than half the size has too few others to be told apart from.
            starts = range(0, max(1, len(order) - recipe.batch // 2), recipe.batch)
            batches += [(name, pairs[order[start : start + recipe.batch]]) for start in starts]
    return [batches[position] for position in random.permutation(len(batches))]


def _pool(
    table: torch.Tensor, texts: NumberedTexts, chosen: Numbers, dropped: float, random: np.random.Generator
) -> torch.Tensor:
    """The sum of the vectors of each text's terms, some of them left out by chance."""
    spans = [texts.numbers[texts.starts[one] : texts.starts[one + 1]] for one in chosen]
    owners = np.repeat(np.arange(len(spans)), [len(span) for span in spans])
    numbers = np.concatenate(spans)
    kept = random.random(len(numbers)) >= dropped
    counts = np.bincount(owners[kept], minlength=len(spans))
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    return functional.embedding_bag(
        torch.from_numpy(numbers[kept].astype(np.int64)), table, torch.from_numpy(starts), mode="sum"
    )


def _repeats(pairs: Numbers) -> torch.Tensor:
    """Where a batch holds a text twice, on either side: those are no examples of what does not match."""
    first, second = pairs.T
    same = (first[:, None] == first[None, :]) | (second[:, None] == second[None, :])
    return torch.from_numpy(same & ~np.eye(len(pairs), dtype=bool))


def _loss(first: torch.Tensor, second: torch.Tensor, repeats: torch.Tensor, recipe: Recipe) -> torch.Tensor:
    """InfoNCE in both directions, for each of the nested models."""
    right = torch.arange(len(first))
    losses = []
    for dimensions in recipe.nested:
        one = functional.normalize(first[:, :dimensions], dim=1)
        other = functional.normalize(second[:, :dimensions], dim=1)
        scores = (recipe.sharpness * one @ other.T).masked_fill(repeats, -1e4)
        losses += [functional.cross_entropy(scores, right), functional.cross_entropy(scores.T, right)]
    return torch.stack(losses).mean()
