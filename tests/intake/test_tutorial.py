"""docs/add-a-policy.md is true: every command is run in order, and prints what the page says it prints."""

import re
import shlex
import sys
from pathlib import Path

import pytest
import yaml

from assistant.cli import main
from assistant.documents.yaml_file import load_yaml, write_yaml
from assistant.settings import Settings
from tests.intake.tutorial import build_docx, build_pdf

PAGE = (Path(__file__).parents[2] / "docs" / "add-a-policy.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(?ms)^```(sh|text|yaml)\n(.*?)^```$", PAGE)


def test_the_page_has_commands_with_what_they_print_and_a_reviewed_rule() -> None:
    kinds = [kind for kind, _ in BLOCKS]
    assert kinds.count("sh") == kinds.count("text") >= 7 and kinds.count("yaml") == 1


def test_every_step_does_what_the_page_says(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build_docx(tmp_path / "示例.docx")
    build_pdf(tmp_path / "示例.pdf")
    (tmp_path / "问题.txt").write_text("晋江企业做新职业岗前培训，取得合格证书，补多少\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ASSISTANT_CORPUS", str(settings.corpus))
    monkeypatch.setenv("ASSISTANT_INDEXES", str(settings.indexes))
    printed = ""
    for kind, content in BLOCKS:
        if kind == "sh":
            printed = "".join(run(line, monkeypatch, capsys) for line in content.splitlines())
        elif kind == "yaml":
            review(settings, yaml.safe_load(content))
        else:
            missing = [line for line in content.splitlines() if line not in printed.replace("**", "")]
            assert not missing, printed


def run(line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command of the page; what it prints."""
    monkeypatch.setattr(sys, "argv", shlex.split(line))
    with pytest.raises(SystemExit) as ended:
        main()
    captured = capsys.readouterr()
    assert not ended.value.code, f"{line}\n{captured.out}\n{captured.err}"
    return captured.out


def review(settings: Settings, rule: dict[str, object]) -> None:
    """Put a reviewed rule in the place of its draft, as the page says."""
    path = settings.corpus / "policies" / "jinjiang-2024-9" / "benefits.yaml"
    content = load_yaml(path, dict)
    at = [benefit["id"] for benefit in content["benefits"]].index(rule["id"])
    assert content["benefits"][at]["draft"] is True
    content["benefits"][at] = rule
    write_yaml(path, content, "reviewed")
