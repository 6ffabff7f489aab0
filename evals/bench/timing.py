"""Taking times. All are in milliseconds."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from statistics import median, quantiles
from time import perf_counter
from typing import TypeVar

Given = TypeVar("Given")


def times(function: Callable[[Given], object], inputs: Iterable[Given]) -> list[float]:
    """How long the function takes on each input."""
    taken = []
    for one in inputs:
        start = perf_counter()
        function(one)
        taken.append((perf_counter() - start) * 1000)
    return taken


def percentile(taken: Sequence[float], percent: int) -> float:
    """The time that so many percent of the runs stay within; at least two times are needed."""
    return quantiles(taken, n=100, method="inclusive")[percent - 1]


def process_time(arguments: Sequence[str], runs: int = 5) -> float:
    """The median wall time of a Python process, start and end included.

    Raises CalledProcessError where it fails: the time of a failure says nothing.
    """
    command = [sys.executable, *arguments]
    return median(times(lambda _: subprocess.run(command, check=True, capture_output=True), range(runs)))
