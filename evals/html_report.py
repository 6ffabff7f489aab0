"""The report of a run as one HTML page that needs nothing else: tables, bars, what fails and why."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evals.coverage import LEAST_CASES, Coverage
from evals.effort import MOST, Effort
from evals.models import Baseline
from evals.report import changes
from evals.run import FileResult

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def html_report(
    files: list[FileResult], baseline: Baseline, coverage: Coverage | None, efforts: list[Effort] | None
) -> str:
    """The page. `coverage` and `efforts`: None where not all cases were asked.

    How single cases of a file that is set aside fail is not in it.
    """
    return _ENVIRONMENT.get_template("report.html").render(
        files=[_file(file) for file in files],
        changes=list(changes(files, baseline)),
        coverage=coverage,
        least_cases=LEAST_CASES,
        efforts=efforts,
        most_questions=MOST,
        by_questions=_by_questions(efforts or []),
    )


def _file(file: FileResult) -> dict[str, Any]:
    categories: dict[str, list[bool]] = {}
    for result in file.results:
        categories.setdefault(result.case.category, []).append(result.passed)
    faults = file.faults
    return {
        "name": file.name,
        "set_aside": file.threshold.set_aside,
        "passed": file.passed,
        "total": len(file.results),
        "missed": file.missed(),
        "categories": [(name, sum(passed), len(passed)) for name, passed in sorted(categories.items())],
        "scorers": [(name, turns - faults[name], turns) for name, turns in file.judged.items()],
        "failing": [] if file.threshold.set_aside else [one for one in file.results if not one.passed],
    }


def _by_questions(efforts: list[Effort]) -> list[tuple[str, int]]:
    """How many benefits were told after how many questions."""
    told = [one.amount for one in efforts if one.amount is not None]
    counted = [(str(number), told.count(number)) for number in range(max(told, default=0) + 1)]
    return [*counted, ("never", len(efforts) - len(told))]
