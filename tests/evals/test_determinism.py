"""The same question gets the same bytes after a restart, on an index built anew, under another hash seed."""

import os
import subprocess
import sys
from pathlib import Path

from evals.models import CASES, load_cases

ROOT = Path(__file__).resolve().parents[2]
FIRST_OF_EACH_KIND = {case.category: case.id for case in reversed(load_cases(CASES / "tuned.yaml"))}
DIALOGUES = [case.id for case in load_cases(CASES / "broad.yaml") if len(case.turns) > 2][::4]
ASK = """
import os, sys
from assistant.settings import Settings
from evals.models import CASES, load_cases
from evals.run import open_for_evals, run_cases

cases = (case for name in ("tuned.yaml", "broad.yaml") for case in load_cases(CASES / name))
chosen = [case for case in cases if case.id in sys.argv[1:]]
for result in run_cases(open_for_evals(Settings.from_environment()), chosen):
    for turn in result.turns:
        print(turn.reply.model_dump_json(exclude={"session_id"}))
"""


def replies(seed: str, indexes: Path) -> bytes:
    environment = os.environ | {"PYTHONHASHSEED": seed, "ASSISTANT_INDEXES": str(indexes), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", ASK, *FIRST_OF_EACH_KIND.values(), *DIALOGUES]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout


def test_replies_are_byte_identical(tmp_path: Path) -> None:
    assert len(FIRST_OF_EACH_KIND) >= 10 and len(DIALOGUES) >= 50
    one, other = replies("1", tmp_path / "one"), replies("4242", tmp_path / "other")
    assert len(one.splitlines()) >= 150
    assert one == other
