"""What stands in the files: cases, thresholds, the baseline. cases/tuned.yaml says what each key means."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import Field

from assistant.dialogue.models import Status
from assistant.documents.models import Data
from assistant.documents.yaml_file import load_yaml, read_data
from assistant.errors import CorpusError

EVALS = Path(__file__).parent
CASES = EVALS / "cases"
THRESHOLDS = EVALS / "thresholds.yaml"
BASELINE = EVALS / "baseline.json"
RETRIEVAL = "retrieval"  # what thresholds.yaml says of finding clauses, see evals/retrieval/records.py

Pattern = re.Pattern[str]
Reference = tuple[str, str]  # policy and path
Baseline = Mapping[str, Mapping[str, bool]]  # file -> case -> whether it passed


class WantedBenefit(Data):
    """A benefit that must be among those of the reply; what is not given is not judged."""

    policy: str
    path: tuple[str, ...]  # any of these clauses; "*" is every clause
    outcome: tuple[str, ...] = ()
    low: Decimal | None = None  # in yuan; without `high`, the amount must have no upper bound
    high: Decimal | None = None
    recipient: Pattern | None = None


class RefusedBenefit(Data):
    """A benefit that the reply must not call eligible."""

    policy: str
    path: str


class Expect(Data):
    """What must hold of the reply to one message; what is not given is not judged."""

    status: tuple[Status, ...] = ()
    benefits: tuple[WantedBenefit, ...] = ()
    no_benefit: tuple[RefusedBenefit, ...] = ()
    cites: tuple[tuple[Reference, ...], ...] = ()  # one of each group of alternatives
    must: tuple[Pattern, ...] = ()
    mustnot: tuple[Pattern, ...] = ()
    asks: tuple[Pattern, ...] = ()  # one of these

    def policies(self) -> frozenset[str]:
        """The ids of every policy that is expected to speak, or to refuse."""
        judged = [one.policy for one in self.benefits] + [one.policy for one in self.no_benefit]
        return frozenset(judged + [policy for alternatives in self.cites for policy, _ in alternatives])


class Turn(Data):
    """A message and what is expected of the reply."""

    question: str
    expect: Expect


class Case(Data):
    """A dialogue."""

    id: str
    category: str
    as_of: date
    turns: tuple[Turn, ...]
    region: str | None = None


class Threshold(Data):
    """What a file of cases must reach."""

    passed: float  # the least share of cases
    faults: dict[str, int] = Field(default_factory=dict)  # scorer -> with how many turns it may find fault
    right: dict[str, float] = Field(
        default_factory=dict
    )  # scorer -> the least share right of the turns that it judges
    set_aside: bool = False  # how single cases fail is not shown, so that nobody tunes on them


def load_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a YAML file, or of an exam file (.jsonl: a case on each line).

    Raises CorpusError, naming file and key, for what cannot be read and for an id that is given twice.
    """
    raw = _json_lines(path) if path.suffix == ".jsonl" else load_yaml(path, list)
    cases = tuple(read_data(entry, Case, f"{path.name}.{index}") for index, entry in enumerate(raw, 1))
    twice = [name for name, times in Counter(case.id for case in cases).items() if times > 1]
    if twice:
        raise CorpusError(path.name, f"编号重复：{'、'.join(twice)}")
    return cases


def load_thresholds(path: Path = THRESHOLDS) -> dict[str, Threshold]:
    """What each file, by its name without the ending, must reach. Raises CorpusError."""
    content = load_yaml(path, dict)
    content.pop(RETRIEVAL, None)
    return {name: read_data(raw, Threshold, f"{path.name} {name}") for name, raw in content.items()}


def load_baseline(path: Path = BASELINE) -> Baseline:
    """What passed when the baseline was last committed; empty where there is none."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def save_baseline(baseline: Baseline, path: Path = BASELINE) -> None:
    """Write the baseline, a case on each line, so that a change can be read in the diff."""
    path.write_text(json.dumps(baseline, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _json_lines(path: Path) -> list[Any]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.strip()]
    except (OSError, ValueError) as error:
        raise CorpusError(path.name, f"读不出来：{error}") from error
