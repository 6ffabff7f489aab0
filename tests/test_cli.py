"""The command line: what goes in, what comes out, what is told where something is wrong, what is not loaded."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from assistant.cli import _show_progress, main
from assistant.officers import Officers

ROOT = Path(__file__).resolve().parents[1]
INTERMEDIATE = ["--region", "晋江市", "--as-of", "2020-06-15", "--fact", "certificate_level=四级"]
WORKER = "jinjiang-skill-upgrade-worker"


class Done(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture(scope="module")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("indexes")


@pytest.fixture
def run(
    indexes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Runs a command as the shell does, in this process."""
    monkeypatch.setenv("ASSISTANT_INDEXES", str(indexes))
    monkeypatch.setenv("ASSISTANT_DATABASE_URL", f"sqlite:///{tmp_path}/sessions.sqlite")

    def run(*arguments: str, typed: str = "") -> Done:
        monkeypatch.setattr(sys, "argv", ["assistant", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return Done(int(ended.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture
def with_index(run: Run) -> Run:
    """The same, where the index is built; it is built once."""
    assert run("index").status == 0
    return run


def test_ask_answers_with_amount_and_clause(with_index: Run, tmp_path: Path) -> None:
    done = with_index("ask", "我在晋江考了中级工证书，个人能领多少？", "--as-of", "2020-06-15")
    assert done.status == 0
    assert "1000" in done.out
    assert "二（六）2" in done.out
    kept = (tmp_path / "sessions.sqlite").read_bytes()
    assert b"conversations" not in kept, "one question leaves its answer behind and no conversation"
    assert "我在晋江考了".encode() not in kept


def test_an_answer_is_given_again_by_its_id(with_index: Run) -> None:
    reply = json.loads(with_index("ask", "晋江中级工补贴多少？", "--as-of", "2020-06-15", "--json").out)
    again = json.loads(with_index("replay", reply["answer_id"].lower(), "--json").out)
    assert again["reply"] == {**reply, "session_id": ""}
    assert again["as_of"] == "2020-06-15"
    assert again["changes"], "the period in the title has passed since"


def test_an_answer_on_paper(with_index: Run) -> None:
    asked = with_index("ask", "晋江中级工补贴多少？", "--as-of", "2020-06-15").out
    key = asked.split("答复编号：")[1].strip()
    printed = with_index("replay", key, "--print").out
    assert f"答复编号：{key}" in printed
    assert "1000元" in printed
    assert "标题所载期间已过" in with_index("replay", key).out


def test_answers_need_not_be_kept(with_index: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_ANSWER_DAYS", "0")
    key = with_index("ask", "晋江中级工补贴多少？").out.split("答复编号：")[1].strip()
    assert not (tmp_path / "sessions.sqlite").exists()
    assert "没有编号" in with_index("replay", key).err


def test_without_a_database_the_answer_has_its_id_all_the_same(
    with_index: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_DATABASE_URL", "sqlite:////proc/nowhere/a.sqlite")
    done = with_index("ask", "晋江中级工补贴多少？")
    assert done.status == 0
    assert "答复编号：" in done.out


@pytest.mark.parametrize(("key", "told"), [("00000-00000", "没有编号"), ("能领多少", "编号不对")])
def test_an_id_that_leads_nowhere(with_index: Run, key: str, told: str) -> None:
    done = with_index("replay", key)
    assert (done.status, done.out) == (2, "")
    assert told in done.err


def test_ask_as_json_is_a_reply(with_index: Run) -> None:
    done = with_index("ask", "我在晋江考了中级工证书，个人能领多少？", "--as-of", "2020-06-15", "--json")
    assert json.loads(done.out)["status"] == "answered"


def test_chat_keeps_what_was_said(with_index: Run) -> None:
    typed = "我在晋江考了中级工证书，个人能领多少？\n那高级工呢？\n"
    done = with_index("chat", "--as-of", "2020-06-15", typed=typed)
    assert done.status == 0
    first, second = done.out.split("> ")[1:3]
    assert "1000" in first
    assert "1500" in second


def test_chat_goes_on_after_what_cannot_be_read(with_index: Run) -> None:
    done = with_index("chat", "--as-of", "2020-06-15", typed="😀\n晋江中级工补贴多少？\n\n")
    assert done.status == 0
    assert "没有看到文字" in done.out
    assert "1000" in done.out


def test_search_prints_clauses(with_index: Run) -> None:
    done = with_index("search", "以工代训补贴", "--region", "鼓楼区", "--limit", "2")
    assert done.status == 0
    assert "gulou-2020-6 二（一）6" in done.out


def test_without_an_index_the_way_out_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_INDEXES", str(tmp_path / "none"))
    done = run("ask", "补贴多少")
    assert done.status == 1
    assert "assistant index" in done.err


@pytest.mark.parametrize(
    "facts",
    [
        ["--fact", "certificate_level=四级", "--fact", "headcount=3", "--fact", "pension_insured=是"],
        ["--facts", '{"certificate_level": "四级", "headcount": 3, "pension_insured": true}'],
        ["--facts", '{"certificate_level": "五级", "headcount": 3}', "--fact", "certificate_level=四级"],
    ],
    ids=["one by one", "as JSON", "one by one wins"],
)
def test_calculate_takes_facts_in_two_ways(run: Run, facts: list[str]) -> None:
    done = run("calculate", "--benefit", WORKER, "--as-of", "2020-06-15", "--json", *facts)
    [benefit] = json.loads(done.out)
    assert benefit["amount"] == {"kind": "exact", "low": "3000", "high": "3000", "unit": "元"}


def test_calculate_prints_amount_clause_and_what_is_missing(run: Run) -> None:
    done = run("calculate", "--benefit", WORKER, *INTERMEDIATE)
    assert done.status == 0
    for part in ("1000元", "还要看条件", "jinjiang-2019-79 二（六）2", "个人"):
        assert part in done.out


@pytest.mark.parametrize(
    ("arguments", "told", "why"),
    [
        (["calculate", "--facts", "{"], "JSON", "broken JSON"),
        (["calculate", "--facts", "[]"], "JSON", "a list"),
        (["calculate", "--facts", "[" * 100_000], "JSON", "nested so deeply that the parser gives up"),
        (["calculate", "--fact", "certificate_level"], "名称=值", "no value"),
        (["calculate", "--fact", "=四级"], "名称=值", "no name"),
        (["calculate", "--fact", "certificate_level=九级"], "证书等级", "no such level"),
        (["calculate", "--fact", "shoe_size=42"], "shoe_size", "no such fact"),
        (["calculate", "--fact", "headcount=NaN"], "人数", "not a number"),
        (["calculate", "--fact", "headcount=-3"], "人数", "fewer than none"),
        (["calculate", "--benefit", "nonsense"], "nonsense", "no such benefit"),
        (["calculate", "--region", "大西洋"], "大西洋", "no such place"),
        (["calculate", "--as-of", "2021-02-29"], "确认有这一天", "no such day"),
        (["calculate", "--as-of", "1900-01-01"], "超出了范围", "before 2000"),
        (["outline", "nonsense"], "nonsense", "no such policy"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line(run: Run, arguments: list[str], told: str, why: str) -> None:
    done = run(*arguments)
    assert (done.status, done.out) == (2, ""), why
    assert told in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("question", ["", "😀", "字" * 2001, "补贴\udc80"])
def test_questions_that_cannot_be_read(with_index: Run, question: str) -> None:
    assert with_index("ask", question).status == 2


def test_a_wrong_setting_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_SESSION_HOURS", "一天")
    done = run("calculate")
    assert done.status == 1
    assert "ASSISTANT_SESSION_HOURS" in done.err


def test_outline_lists_policies_and_clauses(run: Run) -> None:
    assert "晋政办〔2019〕79号" in run("outline").out
    outline = run("outline", "jinjiang-2019-79").out
    assert outline == (ROOT / "corpus/policies/jinjiang-2019-79/outline.txt").read_text(encoding="utf-8")


def test_check_finds_nothing_in_the_corpus(run: Run) -> None:
    done = run("check")
    assert done.status == 0, done.out
    assert "没有发现问题" in done.out


def test_check_names_what_is_wrong(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An example that says something else than its clause."""
    corpus = tmp_path / "corpus"
    subprocess.run(["cp", "-r", ROOT / "corpus", corpus], check=True)
    file = corpus / "policies" / "jinjiang-2019-79" / "benefits.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("outcome: eligible", "outcome: ineligible", 1), encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_CORPUS", str(corpus))
    done = run("check")
    assert done.status == 1
    assert "jinjiang-2019-79/benefits.yaml" in done.out


def loaded_by(*arguments: str, environment: dict[str, str]) -> set[str]:
    """The packages that a command loads, in a process of its own."""
    code = (
        "import json, sys\nfrom assistant.cli import main\n"
        "try:\n    main()\nfinally:\n    print('\\n' + json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    modules: list[str] = json.loads(done.stderr.splitlines()[-1])
    return {name.split(".")[0] for name in modules}


MODELS = {
    "torch",
    "gradio",
    "langchain",
    "langchain_core",
    "chromadb",
    "sentence_transformers",
    "transformers",
}
SERVER = {"fastapi", "starlette", "uvicorn"}


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["calculate", *INTERMEDIATE], MODELS | SERVER | {"numpy", "bm25s", "jieba", "opencc", "sqlalchemy"}),
        (["ask", "晋江中级工补贴多少？"], MODELS | SERVER),
        (["--help"], MODELS | SERVER | {"numpy", "sqlalchemy", "yaml"}),
    ],
    ids=["calculate", "ask", "help"],
)
def test_a_command_loads_only_what_it_needs(
    with_index: Run, indexes: Path, arguments: list[str], unwanted: set[str]
) -> None:
    environment = {"ASSISTANT_INDEXES": str(indexes), "PYTHONUTF8": "1"}
    assert loaded_by(*arguments, environment=environment) & unwanted == set()


def test_every_command_says_what_it_does(run: Run) -> None:
    overview = run("--help").out
    for command in ("ask", "chat", "calculate", "search", "outline", "check", "index", "serve"):
        assert command in overview
        done = run(command, "--help")
        assert done.status == 0
        assert "Example" in done.out


def test_serve_starts_the_application_of_the_pages(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    started: dict[str, Any] = {}
    monkeypatch.setattr("uvicorn.run", lambda app, **options: started.update(options, app=app))
    assert run("serve", "--port", "8123").status == 0
    assert started["app"] == "ui.api:open_app"
    assert (started["host"], started["port"]) == ("127.0.0.1", 8123)
    assert started["access_log"] is False, "it would hold what people search for"


@pytest.mark.parametrize(
    ("terminal", "total", "shown"),
    [
        (
            True,
            4000,
            "\r写入 Chroma [###############...............] 2000/4000\r写入 Chroma [##############################] 4000/4000\n",
        ),
        (True, 150, ""),
        (False, 4000, ""),
    ],
    ids=["a person watches a large build", "a small one is over at once", "nobody watches"],
)
def test_a_large_build_shows_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    terminal: bool,
    total: int,
    shown: str,
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    for done in (total // 2, total):
        _show_progress("写入 Chroma", done, total)
    assert capsys.readouterr().err == shown


def test_an_officer_is_added_and_removed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    users = tmp_path / "users.json"
    monkeypatch.setenv("ASSISTANT_CONSOLE_USERS", str(users))
    password = "correct-horse-9"
    added = run("console-user", "王芳", typed=f"{password}\n")
    assert added.status == 0, added.err
    assert "王芳" in users.read_text(encoding="utf-8")
    assert password not in users.read_text(encoding="utf-8") + added.out + added.err
    assert run("console-user", "王芳", "--remove").status == 0
    assert run("console-user", "王芳", "--remove").status == 2


def test_an_editor_is_appointed_without_a_password(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is there already keeps theirs; who is new needs one."""
    users = tmp_path / "users.json"
    monkeypatch.setenv("ASSISTANT_CONSOLE_USERS", str(users))
    run("console-user", "王芳", typed="correct-horse-9\n")
    for option, may, says in (("--editor", True, "可以"), ("--no-editor", False, "不能")):
        done = run("console-user", "王芳", option)
        assert done.status == 0 and f"王芳{says}收录、删除政策" in done.out
        assert Officers(users).is_editor("王芳") is may and Officers(users).knows("王芳", "correct-horse-9")
    added = run("console-user", "李敏", "--editor", typed="correct-horse-9\n")
    assert "可以收录、删除政策" in added.out and Officers(users).is_editor("李敏")


def test_a_password_too_short_changes_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_CONSOLE_USERS", str(tmp_path / "users.json"))
    done = run("console-user", "王芳", typed="short\n")
    assert done.status == 2
    assert "密码" in done.err
    assert not (tmp_path / "users.json").exists()


def test_the_console_does_not_start_without_an_officer(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_CONSOLE_USERS", str(tmp_path / "none.json"))
    done = run("console")
    assert done.status == 1
    assert done.err.count("\n") == 1, "one line, no traceback"
    assert "assistant console-user" in done.err
