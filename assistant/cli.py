"""The command line: each command opens what it needs, calls one function and prints what comes back.

Heavy packages are imported inside the command that needs them, so that `calculate` starts at once.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant import cli_policies
from assistant.clock import today
from assistant.errors import AssistantError, BadInput
from assistant.settings import IN_MEMORY, Settings
from assistant.wording import OUTCOMES, VALIDITY

if TYPE_CHECKING:
    from datetime import date

    from pydantic import BaseModel

    from assistant.bootstrap import Assistant
    from assistant.dialogue.models import BenefitOut, Reply

PROGRESS_FROM = 2000  # clauses
YES_NO = {"是": True, "否": False}

app = typer.Typer(
    name="assistant",
    help="职业培训补贴政策助手：金额、条件和条款。 Training subsidies: amounts, conditions, clauses.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # its tracebacks print local variables, and so what a person typed
    rich_markup_mode=None,
)
app.add_typer(cli_policies.app, name="policies")

RegionOption = Annotated[
    str | None,
    typer.Option("--region", help="问题里没有说地区时用的地区。 The place, where none is named."),
]
DayOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="YYYY-MM-DD", help="按哪一天答复，默认今天。 The day; today by default."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON。 Print JSON.")]


def main() -> None:
    """Run a command. What a person can mend is one line on stderr and exit status 2."""
    try:
        app()
    except BadInput as error:
        _fail(str(error), 2)
    except AssistantError as error:
        _fail(str(error), 1)


@app.command(epilog="例 Example:  assistant ask 我在晋江考了中级工，能领多少？ --as-of 2020-06-15")
def ask(
    question: Annotated[str, typer.Argument(help="问题。 The question.")],
    region: RegionOption = None,
    as_of: DayOption = None,
    as_json: JsonOption = False,
) -> None:
    """问一句话，不保留对话。 Ask one question; the conversation is not kept."""
    reply = _open().ask(question, region=region, as_of=_day(as_of))
    _print_json(reply) if as_json else _print_reply(reply)


@app.command(epilog="例 Example:  assistant chat --region 晋江市")
def chat(region: RegionOption = None, as_of: DayOption = None) -> None:
    """连续对话，空行或 Ctrl-D 结束。 A conversation; an empty line or Ctrl-D ends it."""
    assistant, session_id = _open(), None
    typer.echo("请输入问题；直接按回车结束。")
    with suppress(EOFError, KeyboardInterrupt):
        while question := input("> "):
            try:
                reply = assistant.ask(question, session_id=session_id, region=region, as_of=_day(as_of))
            except BadInput as error:
                typer.echo(str(error))
                continue
            session_id = reply.session_id
            _print_reply(reply)


@app.command(epilog="例 Example:  assistant replay K7Q2M-9XB4T --print")
def replay(
    answer_id: Annotated[str, typer.Argument(help="答复编号。 The answer's id.")],
    as_text: Annotated[
        bool, typer.Option("--print", help="输出可以打印的答复单。 A receipt to print.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """按编号找回以前的答复，说明此后的变化。 Give an answer again; say what has changed since."""
    from assistant.dialogue.records.receipt import printable

    found = _open().replay(answer_id, today=today())
    if as_json:
        _print_json(found)
    elif as_text:
        typer.echo(printable(found))
    else:
        typer.secho(f"{found.as_of.isoformat()} 的答复：", bold=True)
        _print_reply(found.reply)
        _print_list("此后的变化：", found.changes or ["没有变化。"])


@app.command(
    epilog="例 Example:  assistant calculate --region 晋江市 --as-of 2020-06-15"
    " --fact certificate_level=四级 --fact headcount=3 --fact pension_insured=是"
)
def calculate(
    facts: Annotated[str, typer.Option("--facts", help="全部事实，JSON 对象。 The facts as JSON.")] = "{}",
    fact: Annotated[
        list[str] | None,
        typer.Option("--fact", metavar="NAME=VALUE", help="一项事实，可重复。 One fact; may be repeated."),
    ] = None,
    benefit: Annotated[
        str | None, typer.Option("--benefit", help="只算这一项（编号）。 Only this one, by its id.")
    ] = None,
    region: RegionOption = None,
    as_of: DayOption = None,
    as_json: JsonOption = False,
) -> None:
    """按事实计算补贴，不经过对话。 Compute benefits from facts, without a conversation."""
    from assistant.bootstrap import open_calculator

    given = _facts_of(facts) | dict(map(_fact_of, fact or []))
    calculator = open_calculator(Settings.from_environment())
    benefits = calculator.calculate(given, region=region, as_of=_day(as_of), benefit=benefit)
    if as_json:
        _print_json(*benefits, several=True)
    for one in () if as_json else benefits:
        _print_benefit(one)
    if not benefits and not as_json:
        typer.echo("没有可以计算的补贴。")


@app.command(epilog="例 Example:  assistant search 以工代训 --region 鼓楼区 --limit 3")
def search(
    query: Annotated[str, typer.Argument(help="要找的话。 The words to look for.")],
    limit: Annotated[int, typer.Option("--limit", min=1, max=50, help="最多几条。 At most so many.")] = 10,
    region: RegionOption = None,
    as_of: DayOption = None,
    as_json: JsonOption = False,
) -> None:
    """查条款原文。 Find clauses."""
    hits = _open().search(query, region=region, as_of=_day(as_of), limit=limit)
    if as_json:
        _print_json(*hits, several=True)
        return
    for hit in sorted(hits, key=lambda hit: hit.group):  # what stands together in the text, together
        typer.secho(f"{hit.policy_id} {hit.path}", bold=True)
        typer.echo(f"{_marked(hit.passage, hit.highlights)}\n")
    if not hits:
        typer.echo("没有找到相关条款。")


@app.command(epilog="例 Example:  assistant outline jinjiang-2019-79")
def outline(
    policy: Annotated[
        str | None, typer.Argument(help="政策编号，不写则列出全部。 A policy's id; none lists all.")
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="重写语料中的 outline.txt。 Rewrite every outline.txt.")
    ] = False,
) -> None:
    """列出政策，或一份政策的条款树。 List the policies, or one policy's clauses."""
    from assistant.documents import load_library, outline_table, write_outlines

    corpus = Settings.from_environment().corpus
    library = load_library(corpus)
    if write:
        write_outlines(library, corpus)
    if policy is None:
        for held in library.policies:
            typer.echo(f"{held.id}\t{held.about.document_number or '（未载文号）'}\t{held.about.title}")
        return
    chosen = library.get(policy)
    if chosen is None:
        raise BadInput(f"没有“{policy}”这份政策。")
    typer.echo(outline_table(chosen), nl=False)


@app.command(epilog="例 Example:  assistant check")
def check() -> None:
    """检查语料：金额、引文、规则、问法；有问题时退出码为 1。 Check the corpus; status 1 on findings."""
    from assistant.bootstrap import open_calculator
    from assistant.rules.check import check_corpus, drafts_waiting
    from assistant.search.question_bank import drafted_banks, load_question_bank, thin_clauses
    from assistant.search.search import answering

    settings = Settings.from_environment()
    calculator = open_calculator(settings)
    bank = load_question_bank(settings.corpus, calculator.library)
    lines = [f"{f.where}：{f.what}" for f in check_corpus(calculator.library, calculator.rulebook)]
    drafted = drafted_banks(settings.corpus, calculator.library)
    reviewed = (c for c in answering(calculator.library.clauses()) if c.policy_id not in drafted)
    notes = [f"提示：{f.where}：{f.what}" for f in drafts_waiting(calculator.library, calculator.rulebook)]
    notes += [f"提示：{policy}/questions.yaml：问法还是草稿" for policy in sorted(drafted)]
    for clause, has, least in thin_clauses(reviewed, bank):
        lines.append(f"{clause.policy_id}/questions.yaml {clause.path}：只有{has}个问法，至少要{least}个")
    typer.echo("\n".join([*notes, *lines]), nl=bool(notes or lines))
    if lines:
        raise typer.Exit(1)
    policies, rules = calculator.library.policies, calculator.rulebook.rules
    typer.echo(f"没有发现问题：{len(policies)} 份政策，{len(rules)} 条规则。")


@app.command(epilog="例 Example:  assistant index")
def index() -> None:
    """建立检索索引；索引没有过时就什么也不做。 Build the search index where it is missing or stale."""
    from assistant.bootstrap import build

    version = build(Settings.from_environment(), progress=_show_progress)
    typer.echo(f"检索索引可用：{version}")


@app.command(epilog="例 Example:  assistant serve --port 8000")
def serve(
    host: Annotated[str, typer.Option("--host", help="监听的地址。 The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="端口。 The port.")] = 8000,
) -> None:
    """启动网页和接口。 Serve the page and the HTTP interface."""
    _serve("ui.api:open_app", host, port)


@app.command(epilog="例 Example:  assistant console --port 8001")
def console(
    host: Annotated[str, typer.Option("--host", help="监听的地址。 The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="端口。 The port.")] = 8001,
) -> None:
    """启动热线查询台，坐席登录后使用。 Serve the hotline console, for officers who log in."""
    _serve("ui.console.app:open_app", host, port)


@app.command("console-user", epilog="例 Example:  assistant console-user 王芳")
def console_user(
    name: Annotated[str, typer.Argument(help="用户名。 The officer's name.")],
    remove: Annotated[bool, typer.Option("--remove", help="删除这个用户。 Remove the officer.")] = False,
    editor: Annotated[
        bool | None,
        typer.Option("--editor/--no-editor", help="可以收录、删除政策。 May change the policies."),
    ] = None,
) -> None:
    """添加热线坐席、换密码、定权限。 Add an officer of the console, set a new password, or the role."""
    from assistant.officers import SHORTEST_PASSWORD, Officers

    officers = Officers(Settings.from_environment().console_users)
    if remove:
        officers.remove(name)
        typer.echo(f"已删除：{name}")
        return
    if editor is not None and officers.stamp(name) is not None:  # the password stays what it is
        officers.appoint(name, editor=editor)
        typer.echo(f"{name}{'可以' if editor else '不能'}收录、删除政策。")
        return
    if sys.stdin.isatty():
        asked = f"密码（至少 {SHORTEST_PASSWORD} 个字符）"
        password = typer.prompt(asked, hide_input=True, confirmation_prompt="再输一遍", err=True)
    else:  # from a pipe: the first line
        password = sys.stdin.readline().rstrip("\r\n")
    officers.put(name, password)
    officers.appoint(name, editor=officers.is_editor(name) if editor is None else editor)
    typer.echo(f"可以登录了：{name}{'，可以收录、删除政策' if officers.is_editor(name) else ''}")


def _serve(application: str, host: str, port: int) -> None:
    """Serve an application. It is named, not imported: nothing in assistant/ depends on ui/."""
    import logging

    import uvicorn

    logging.basicConfig(level=logging.INFO, format="%(levelname)s:     %(message)s")
    # An access log would hold what people type.
    uvicorn.run(application, factory=True, host=host, port=port, access_log=False)


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text for a terminal, these parts of it in bold; click drops the marks where it is no terminal."""
    pieces, behind = [], 0
    for start, end in spans:
        pieces += [text[behind:start], typer.style(text[start:end], bold=True)]
        behind = end
    return "".join((*pieces, text[behind:]))


def _open() -> "Assistant":
    """The assistant; a command leaves answers behind and no conversation."""
    from assistant.bootstrap import open_assistant
    from assistant.dialogue.records.sessions import SessionStore

    settings = Settings.from_environment()
    wait = settings.turn_wait_seconds
    sessions = SessionStore(IN_MEMORY, hours=settings.session_hours, wait_seconds=wait)
    return open_assistant(settings, sessions=sessions)


def _day(written: str | None) -> "date":
    from assistant.dialogue.language.admit import admit_day

    return today() if written is None else admit_day(written)


def _facts_of(written: str) -> dict[str, Any]:
    try:
        facts = json.loads(written)
    except (ValueError, RecursionError):
        facts = None
    if not isinstance(facts, dict):
        raise BadInput('--facts 应为 JSON 对象，例如 {"certificate_level": "四级", "headcount": 3}。')
    return facts


def _fact_of(written: str) -> tuple[str, Any]:
    """名称=值 as a fact: 是 and 否 are yes and no, what is JSON is read as JSON, all else is text."""
    name, equals, value = written.partition("=")
    if not (name and equals and value):
        raise BadInput(f"--fact 应写成 名称=值，例如 certificate_level=四级；收到的是：{written[:40]}")
    try:
        return name, YES_NO[value] if value in YES_NO else json.loads(value)
    except (ValueError, RecursionError):
        return name, value


def _print_json(*records: "BaseModel", several: bool = False) -> None:
    content = [record.model_dump(mode="json") for record in records]
    typer.echo(json.dumps(content if several else content[0], ensure_ascii=False, indent=2))


def _print_reply(reply: "Reply") -> None:
    typer.echo(f"{reply.text}\n")
    unquoted = (cited for cited in reply.citations if cited.quote not in reply.text)
    for cited in unquoted:
        typer.secho(f"《{cited.title}》{cited.path}（{VALIDITY[cited.validity]}）", dim=True)
        typer.echo(f"  “{cited.quote}”")
    _print_list("您还可以问：", reply.suggestions)
    typer.echo(f"答复编号：{reply.answer_id}")


def _print_benefit(benefit: "BenefitOut") -> None:
    typer.secho(f"{benefit.name}（{benefit.rule_id}）", bold=True)
    typer.echo(f"  {OUTCOMES[benefit.outcome]}；{benefit.amount_words}；发给：{benefit.recipient}")
    typer.echo(f"  {benefit.policy_id} {benefit.path}（{VALIDITY[benefit.validity]}）")
    _print_list("  计算：", benefit.steps, "    ")
    _print_list("  条件：", benefit.reasons, "    ")
    _print_list("  限制：", benefit.limits, "    ")
    _print_list("  还要知道：", benefit.missing_facts, "    ")


def _print_list(title: str, lines: Sequence[str], indent: str = "  ") -> None:
    if lines:
        typer.echo(title)
    for line in lines:
        typer.echo(f"{indent}{line}")


def _show_progress(stage: str, done: int, total: int) -> None:
    """A bar, for a library that takes more than a moment and a person who watches."""
    if total >= PROGRESS_FROM and sys.stderr.isatty():
        filled = done * 30 // total
        bar = "#" * filled + "." * (30 - filled)
        typer.echo(f"\r{stage} [{bar}] {done}/{total}", nl=done == total, err=True)


def _fail(message: str, status: int) -> None:
    typer.secho(message, err=True, fg=typer.colors.RED)
    sys.exit(status)


if __name__ == "__main__":
    main()
