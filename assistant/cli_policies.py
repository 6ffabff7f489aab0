"""The commands `assistant policies …`: taking documents in and out, looking at them, what would change."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.clock import today
from assistant.errors import BadInput
from assistant.settings import Settings
from assistant.wording import VALIDITY

if TYPE_CHECKING:
    from assistant.intake.compare import Change
    from assistant.intake.models import Doubt, Draft, Exchanged
    from assistant.intake.summary import Summary

app = typer.Typer(
    help="收录政策：从文件到能答。 Taking policies in: from the file to answers.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="政策文件，只收本机文件。 The document.")]
ReplaceOption = Annotated[
    str | None,
    typer.Option("--replace", metavar="ID", help="代替哪一份，同时删去它。 The policy it replaces."),
]


@app.command(epilog="例 Example:  assistant policies add 补贴办法.docx --region 晋江市")
def add(
    file: FileArgument,
    policy_id: Annotated[
        str | None, typer.Option("--id", help="政策编号，不写则自动取。 The policy's id; derived by default.")
    ] = None,
    region: Annotated[
        str | None,
        typer.Option("--region", help="适用的地区，看不出时要写。 The place, where the text names none."),
    ] = None,
    issued_on: Annotated[
        str | None,
        typer.Option("--issued-on", metavar="YYYY-MM-DD", help="成文日期，看不出时要写。 The day of issue."),
    ] = None,
    replace: ReplaceOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="只看结果，什么也不写。 Show what was found, write nothing.")
    ] = False,
) -> None:
    """收录一份文件：读取、推断、起草、检查、建索引；不成则不留痕迹。 Take a document in, or leave none."""
    from assistant.documents.regions import load_regions
    from assistant.intake.add import add_policy
    from assistant.intake.summary import summarise

    settings = Settings.from_environment()

    def show(draft: "Draft", concerns: tuple["Doubt", ...]) -> bool:
        _print_summary(summarise(draft, concerns, load_regions(settings.corpus / "regions.yaml")))
        return not dry_run

    added = add_policy(
        _local(file), settings, policy_id=policy_id, region=region, issued_on=_day(issued_on),
        replacing=replace, confirm=show, say=_say, progress=_show_progress,
    )  # fmt: skip
    if added is None:
        typer.echo("没有写入任何文件。")
        return
    rules = len(added.draft.benefits) + len(added.draft.adjustments)
    typer.echo(f"已收录：{added.folder.name}。现在就能查条文；{rules} 条规则是草稿，核对以后才参与计算。")
    typer.echo(f"请核对 {added.folder} 里的 policy.yaml、outline.txt、benefits.yaml、questions.yaml。")
    _print_kept(added.exchanged)


@app.command(epilog="例 Example:  assistant policies remove jinjiang-2019-79 --yes")
def remove(
    policy_id: Annotated[str, typer.Argument(metavar="ID", help="政策编号。 The policy's id.")],
    yes: Annotated[bool, typer.Option("--yes", help="不再询问。 Do not ask.")] = False,
) -> None:
    """删除一份政策，并重建索引。 Take a policy out and build the index anew."""
    from assistant.intake.add import remove_policy

    if not yes:
        typer.echo(f"会变的答复可以先看：assistant policies impact --remove {policy_id}")
        if not typer.confirm(f"确定删除 {policy_id} 吗？它的文件会留一份。"):
            typer.echo("没有删除。")
            return
    exchanged = remove_policy(policy_id, Settings.from_environment(), say=_say, progress=_show_progress)
    typer.echo(f"已删除：{policy_id}。")
    _print_kept(exchanged)


@app.command("list", epilog="例 Example:  assistant policies list")
def list_policies() -> None:
    """列出收录的政策：编号、文号、地区、效力、规则。 List the policies held."""
    from assistant.bootstrap import open_calculator
    from assistant.intake.held import held_policies

    for held in held_policies(open_calculator(Settings.from_environment()), as_of=today()):
        typer.secho(f"{held.id}  {held.number}", bold=True)
        typer.echo(f"  {held.title}")
        typer.echo(f"  {held.place}；{VALIDITY[held.validity]}；{held.state}")


@app.command(epilog="例 Example:  assistant policies show jinjiang-2019-79")
def show(policy_id: Annotated[str, typer.Argument(metavar="ID", help="政策编号。 The policy's id.")]) -> None:
    """看一份政策：元数据、条款、还没有核对的规则。 Show a policy: metadata, clauses, drafts."""
    from assistant.bootstrap import open_calculator
    from assistant.intake.held import policy_sheet

    sheet = policy_sheet(open_calculator(Settings.from_environment()), policy_id)
    for name, value in sheet.facts:
        typer.echo(f"{name}：{value}")
    typer.echo(sheet.outline, nl=False)
    for rule, clause, quote in sheet.drafts:
        typer.echo(f"草稿 {rule}（{clause}）：{quote}")


@app.command(epilog="例 Example:  assistant policies diff 新文件.docx jinjiang-2019-79")
def diff(
    new: Annotated[str, typer.Argument(metavar="FILE|ID", help="新的文件或者编号。 The new version.")],
    old: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE|ID", help="原来的；不写则找同文号、同名的。 The old one, found by default."
        ),
    ] = None,
) -> None:
    """逐条比较两个版本，金额的变动单独标出。 What a new version changes, clause by clause."""
    from assistant.intake.versions import compare_versions

    changes = compare_versions(new, old, Settings.from_environment())
    for change in changes:
        _print_change(change)
    marked = sum(change.changes_amounts for change in changes)
    typer.echo(f"共 {len(changes)} 处不同，其中 {marked} 处涉及金额。" if changes else "两个版本没有不同。")


@app.command(epilog="例 Example:  assistant policies impact 新文件.docx")
def impact(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="要收录的文件；不写则看语料的改动。 A document to add."),
    ] = None,
    questions: Annotated[
        list[Path] | None,
        typer.Option("--questions", help="问题文件，可重复；默认用 evals/cases。 Files of questions."),
    ] = None,
    replace: ReplaceOption = None,
    remove: Annotated[
        str | None, typer.Option("--remove", metavar="ID", help="删除哪一份。 The policy to take out.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="最多列出几处。 At most so many.")] = 50,
) -> None:
    """投入使用之前，列出会变的答复、金额、条款。 What would be answered otherwise once in service."""
    from assistant.bootstrap import open_calculator
    from assistant.intake.add import check_removable
    from assistant.intake.derive import derive
    from assistant.intake.impact import default_questions, load_questions, measure_impact

    settings = Settings.from_environment()
    if replace is not None and file is None:
        raise BadInput("--replace 要和文件一起用。只看删除会怎样，请用 --remove。")
    if remove is not None:
        if file is not None:
            raise BadInput("--remove 不和文件一起用。要用文件代替原来的一份，请用 --replace。")
        check_removable(remove, open_calculator(settings).library)
    found = measure_impact(
        settings, load_questions(questions or default_questions()), as_of=today(), progress=_show_progress,
        adding=derive(_local(file), settings)[0] if file else None, without=remove or replace,
    )  # fmt: skip
    for difference in found.differences[:limit]:
        typer.secho(f"{difference.id} {difference.question}", bold=True)
        typer.echo(f"  不同：{'、'.join(difference.what)}")
        for line in difference.only_before():
            typer.echo(f"  - {line}")
        for line in difference.only_after():
            typer.echo(f"  + {line}")
    more = len(found.differences) - limit
    typer.echo(f"还有 {more} 处没有列出，请用 --limit。" if more > 0 else "", nl=more > 0)
    typer.echo(f"问了 {found.asked} 句，{len(found.differences)} 句的答复会变。")


def _local(path: Path) -> Path:
    """Raises BadInput for an address and for what is no file."""
    written = str(path)
    if "://" in written or written.lower().startswith(("http:/", "https:/", "ftp:/")):
        raise BadInput("只收本机上的文件，不从网址下载。请先把文件存下来。")
    if not path.is_file():
        raise BadInput(f"没有这个文件：{written[:120]}")
    return path


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise BadInput(f"日期应写成 2024-05-06 的样子，收到的是：{written[:20]}") from None


def _say(message: str) -> None:
    typer.echo(message, err=True)


def _show_progress(stage: str, done: int, total: int) -> None:
    if total and sys.stderr.isatty():
        typer.echo(f"\r{stage} {done}/{total}", nl=done == total, err=True)


def _print_summary(summary: "Summary") -> None:
    typer.secho(f"{summary.title}（{summary.number}）", bold=True)
    facts = [f"{name}：{value}" for name, value in summary.facts]
    typer.echo(f"  {'；'.join(facts[:3])}\n  {'；'.join(facts[3:6])}")
    for fact in facts[6:]:
        typer.echo(f"  {fact}")
    for quotation in summary.validity:
        typer.echo(f"  效力依据 {quotation.clause}：“{quotation.quote}”")
    typer.secho("条款：", bold=True)
    for path, heading in summary.outline:
        typer.echo(f"  {path}\t{heading}")
    _print_doubts("没有把握的，请核对：", summary.doubts)
    _print_doubts("检查发现：", summary.concerns)


def _print_kept(exchanged: "Exchanged") -> None:
    if exchanged.kept is not None:
        typer.echo(f"原来的一份留在 {exchanged.kept}。")


def _print_doubts(title: str, doubts: tuple["Doubt", ...]) -> None:
    if doubts:
        typer.secho(title, bold=True)
    for doubt in doubts:
        typer.echo(f"  {doubt.about}：{doubt.reason}")


def _print_change(change: "Change") -> None:
    from assistant.intake.compare import KINDS

    typer.secho(f"{KINDS[change.kind]} {change.where}", bold=True)
    for words in change.removed:
        typer.echo(f"  - {words}")
    for words in change.added:
        typer.echo(f"  + {words}")
    if change.amounts:
        typer.secho(f"  金额：{change.amounts}", fg=typer.colors.YELLOW)
