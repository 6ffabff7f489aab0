"""The house rules that tools can hold: style, types, the direction of imports, one home for each engine."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BESIDE_PYTHON = Path(sys.executable).parent
CODE = sorted(path for top in ("assistant", "ui", "evals") for path in (ROOT / top).rglob("*.py"))

# Where a third-party package may be imported: in these files, or under these folders. A package that is not
# listed is imported nowhere but in tests.
HOMES = {
    "bm25s": ["assistant/search/keyword.py"],
    "charset_normalizer": ["assistant/documents/encodings.py"],
    "chromadb": ["assistant/search/vectors.py"],
    "docx": ["assistant/documents/docx_file.py", "assistant/documents/word_numbers.py"],
    "fastapi": ["ui/"],
    "gradio": ["ui/console/"],
    "jieba": ["assistant/search/highlight.py"],
    "jinja2": ["evals/html_report.py", "ui/render.py"],
    "langchain_core": ["assistant/langchain/"],
    "markupsafe": ["ui/"],
    "numpy": ["assistant/search/", "evals/embedding/", "evals/retrieval/calibrate.py"],
    "opencc": ["assistant/search/tokens.py", "evals/metamorphic.py"],
    "pdfminer": ["assistant/documents/pdf_file.py"],
    "pdfplumber": ["assistant/documents/pdf_file.py"],
    "pydantic": ["assistant/", "ui/", "evals/models.py"],
    "pydantic_core": ["ui/schemas.py"],
    "pypinyin": ["assistant/dialogue/language/homophones.py", "assistant/intake/identifier.py"],
    "scipy": ["evals/embedding/"],
    "selectolax": ["assistant/documents/html_tree.py"],
    "sentence_transformers": ["assistant/search/dense.py", "evals/embedding/"],
    "sklearn": ["evals/embedding/"],
    "sqlalchemy": [
        *(
            f"assistant/dialogue/records/{name}.py"
            for name in ("answer_store", "database", "feedback", "sessions")
        ),
        "ui/console/changes.py",
        "ui/console/records.py",
    ],
    "starlette": ["ui/"],
    "tests": ["evals/intake/command.py"],  # the documents that are invented there
    "tokenizers": ["evals/embedding/"],
    "torch": ["evals/embedding/"],
    "typer": ["assistant/cli.py", "assistant/cli_policies.py"],
    "uvicorn": ["assistant/cli.py"],
    "yaml": ["assistant/documents/yaml_file.py"],
}
OWN = {"assistant", "ui", "evals"}


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "--quiet", "--output-format", "concise", "."],
        ["mypy"],
        ["lint-imports", "--no-cache"],
    ],
    ids=["style", "types", "direction of imports"],
)
def test_tools_find_nothing(command: list[str]) -> None:
    tool, *arguments = command
    done = subprocess.run(
        [BESIDE_PYTHON / tool, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def imported(path: Path) -> set[str]:
    """The top-level packages that a file imports, wherever in the file that stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_engine_has_one_home(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    for package in imported(path) - OWN - set(sys.stdlib_module_names):
        assert any(place.startswith(home) for home in HOMES.get(package, [])), f"{place} imports {package}"


def test_nothing_below_the_edges_asks_what_day_it_is() -> None:
    """The date is an argument; assistant/clock.py is the one place that looks at a calendar."""
    asking = [
        path.relative_to(ROOT).as_posix()
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and re.fullmatch(r"(date|datetime|time)\.\w*(today|now)", ast.unparse(node.func))
    ]
    assert set(asking) == {"assistant/clock.py"}
