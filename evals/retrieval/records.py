"""What a run must reach, `retrieval` in thresholds.yaml; and what the last committed one found."""

import json
from pathlib import Path

from assistant.documents.models import Data
from assistant.documents.yaml_file import load_yaml, read_data
from evals.models import EVALS, RETRIEVAL, THRESHOLDS

BASELINE = EVALS / "retrieval_baseline.json"


class Least(Data):
    """What must be reached; thresholds.yaml says what each key means."""

    least: dict[str, dict[str, float]]
    wrong_place: int
    unanswerable_refused: float
    answerable_refused: float


class Record(Data):
    """What a run found, question by question."""

    first: dict[str, int | None]  # the rank of the first clause that answers
    refused: dict[str, bool]  # of the questions that nothing answers


def load_least(path: Path = THRESHOLDS) -> Least:
    """What a run over the project's own questions must reach. Raises CorpusError."""
    return read_data(load_yaml(path, dict).get(RETRIEVAL), Least, f"{path.name} {RETRIEVAL}")


def load_record(path: Path = BASELINE) -> Record:
    """What the committed run found; empty where there is none."""
    return Record.model_validate_json(path.read_bytes()) if path.exists() else Record(first={}, refused={})


def save_record(record: Record, path: Path = BASELINE) -> None:
    """Write what was found, a question on each line, so that a change can be read in the diff."""
    path.write_text(json.dumps(record.model_dump(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
