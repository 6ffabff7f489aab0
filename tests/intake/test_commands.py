"""`assistant policies …` as the shell runs it: what is printed, one line for an error, the exit status."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from assistant.cli import main
from assistant.settings import Settings
from tests.intake.documents import METHOD, METHOD_ID, Taken


class Done(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(settings: Settings, *arguments: str) -> Done:
        monkeypatch.setenv("ASSISTANT_CORPUS", str(settings.corpus))
        monkeypatch.setenv("ASSISTANT_INDEXES", str(settings.indexes))
        monkeypatch.setattr(sys, "argv", ["assistant", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return Done(int(ended.value.code or 0), captured.out, captured.err)

    return run


def test_add_shows_the_outline_and_what_it_is_unsure_of(settings: Settings, method: Path, run: Run) -> None:
    done = run(settings, "policies", "add", str(method), "--id", METHOD_ID)
    assert done.status == 0, done.err
    assert "第三条" in done.out and "按比例" not in done.out
    assert "2024-06-01" in done.out and "2027-05-31" in done.out
    assert f"已收录：{METHOD_ID}" in done.out and "草稿" in done.out
    assert "读取" in done.err, "progress goes to stderr"


def test_a_dry_run_writes_nothing(settings: Settings, method: Path, run: Run) -> None:
    done = run(settings, "policies", "add", str(method), "--dry-run")
    assert done.status == 0 and "没有写入" in done.out
    assert len(list((settings.corpus / "policies").iterdir())) == 5


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["https://example.org/办法.docx"], "网址"),
        (["没有这个文件.docx"], "没有这个文件"),
        (["{method}", "--issued-on", "昨天"], "日期应写成"),
        (["{method}", "--region", "不存在市"], "不认识的地区"),
        (["{method}", "--id", "../../etc"], "编号只能用"),
    ],
)
def test_an_error_is_one_line_and_a_status(
    arguments: list[str], says: str, settings: Settings, method: Path, run: Run
) -> None:
    done = run(settings, "policies", "add", *(a.format(method=method) for a in arguments))
    assert done.status != 0
    [line] = [line for line in done.err.splitlines() if not line.endswith("…")]
    assert says in line


def test_list_and_show(taken: Taken, run: Run) -> None:
    listed = run(taken.settings, "policies", "list")
    assert "jinjiang-2019-79" in listed.out and "规则 0 条，草稿 2 条" in listed.out
    shown = run(taken.settings, "policies", "show", METHOD_ID)
    assert "某人社规〔2024〕7号" in shown.out and "第五条" in shown.out and "草稿" in shown.out
    assert run(taken.settings, "policies", "show", "no-such").status == 2


def test_diff_marks_amounts(taken: Taken, tmp_path: Path, run: Run) -> None:
    newer = tmp_path / "新办法.txt"
    newer.write_text(METHOD.replace("每人700元", "每人900元"), encoding="utf-8")
    found_by_itself = run(taken.settings, "policies", "diff", str(newer))
    named = run(taken.settings, "policies", "diff", str(newer), METHOD_ID)
    assert found_by_itself.out == named.out
    assert "金额：700元 → 900元" in named.out and "共 1 处不同，其中 1 处涉及金额。" in named.out
    assert "没有不同" in run(taken.settings, "policies", "diff", METHOD_ID, METHOD_ID).out
    assert run(taken.settings, "policies", "diff", "no-such", METHOD_ID).status == 2


def test_remove_asks_first(added: Settings, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("typer.confirm", lambda question: False)
    refused = run(added, "policies", "remove", METHOD_ID)
    assert "没有删除" in refused.out and f"impact --remove {METHOD_ID}" in refused.out
    assert (added.corpus / "policies" / METHOD_ID).exists()
    removed = run(added, "policies", "remove", METHOD_ID, "--yes")
    kept = added.corpus / "policies" / ".removed" / f"{METHOD_ID}.1"
    assert removed.status == 0 and f"留在 {kept}" in removed.out
    assert not (added.corpus / "policies" / METHOD_ID).exists() and kept.is_dir()


def test_impact_of_a_document(settings: Settings, method: Path, tmp_path: Path, run: Run) -> None:
    questions = tmp_path / "questions.txt"
    questions.write_text("我在晋江考了高级工，能领多少\n", encoding="utf-8")
    done = run(settings, "policies", "impact", str(method), "--questions", str(questions))
    assert done.status == 0, done.err
    assert "不同：答复、条款" in done.out and "1 句的答复会变" in done.out


def test_impact_of_a_removal(settings: Settings, tmp_path: Path, run: Run) -> None:
    questions = tmp_path / "questions.txt"
    questions.write_text("晋江岗前培训补多少\n衢州岗前培训补多少\n", encoding="utf-8")
    asked = ["policies", "impact", "--questions", str(questions)]
    done = run(settings, *asked, "--remove", "quzhou-2019-141")
    assert done.status == 0, done.err
    assert "衢州岗前培训补多少" in done.out and "1 句的答复会变" in done.out
    assert "没有收录" in run(settings, *asked, "--remove", "no-such").err
    assert "请用 --replace" in run(settings, *asked, str(questions), "--remove", "quzhou-2019-141").err
    assert "请用 --remove" in run(settings, *asked, "--replace", "quzhou-2019-141").err


def test_check_names_drafts_as_notes(taken: Taken, run: Run) -> None:
    done = run(taken.settings, "check")
    assert done.status == 0, done.out
    assert "提示：" in done.out and METHOD_ID in done.out and "没有发现问题" in done.out
