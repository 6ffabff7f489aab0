"""What the tab of the policies shows, as HTML: those held, one of them, what was read, what would change."""

from collections.abc import Iterable, Sequence

from assistant.intake.compare import KINDS
from assistant.intake.compare import Change as ClauseChange
from assistant.intake.held import Held, Sheet
from assistant.intake.impact import Difference, Impact
from assistant.intake.models import Doubt
from assistant.intake.summary import Summary
from ui.console.bench import Removal
from ui.console.changes import Change
from ui.console.export import CHINA
from ui.console.jobs import Job
from ui.console.markup import element, marked, notice, table, text, validity_badge
from ui.console.wording import CAME_OF

_MOST_DIFFERENCES = 50


def held_pane(held: Sequence[Held]) -> str:
    """The policies that are held, each with its state and what may be done with it."""
    rows = (
        (
            f"{text(one.id)}<br>{text(one.number)}",
            f"{text(one.title)}<br>{text(one.place)}",
            validity_badge(one.validity) + " " + _state(one),
            _button("查看", "show", one.id) + _button("删除", "remove", one.id),
        )
        for one in held
    )
    listed = table(("编号和文号", "标题和地区", "效力和规则", "操作"), rows, "held")
    return f"<h2>已收录 {len(held)} 份</h2>{element('div', listed, 'scroll', tabindex='0')}"


def _state(held: Held) -> str:
    return element("span", text(held.state), "badge needs_facts" if held.drafts else "badge answered")


def sheet_pane(policy_id: str, sheet: Sheet) -> str:
    """A policy that is held."""
    drafts = [f"{rule}（{clause}）：{quote}" for rule, clause, quote in sheet.drafts]
    return _section(
        f"政策 {policy_id}",
        _facts(sheet.facts),
        _folded("条款", element("pre", text(sheet.outline))),
        _folded(f"还没有核对的规则（{len(drafts)}）", _items(drafts)) if drafts else "",
        _button("收起", "close", policy_id),
    )


def removal_pane(removal: Removal, impact: Impact | None) -> str:
    """A policy that is to be taken out: what that means, and what would change once that is known."""
    policy_id, seen = removal.policy_id, impact is not None
    next_step = "请看下面会变的答复，勾选同意，再点“确定删除”。" if seen else "请先看影响，再签字。"
    question = _section(
        f"要删除 {policy_id} 吗？",
        f"<p>删除以后，答复不再用《{text(removal.title)}》。原文、规则和问法留一份，可以请管理员恢复。</p>",
        f"<p>{next_step}</p>",
        _button("看影响", "measure-removal", policy_id),
        _button("不删", "close", policy_id),
    )
    return question + (impact_pane(impact) if impact is not None else "")


def summary_pane(summary: Summary, former: Sequence[str]) -> str:
    """What was read from a document; nothing of it is written yet."""
    validity = [f"{one.clause}：“{one.quote}”" for one in summary.validity]
    held = f"它可能是已收录的 {'、'.join(former)} 的新版本。要换掉原来的，请在“代替哪一份”里选出。"
    outline = table(
        ("条款", "标题或者开头"), ((text(path), text(words)) for path, words in summary.outline), "outline"
    )
    return _section(
        f"{summary.title}（{summary.number}）",
        notice(held) if former else "",
        _facts(summary.facts),
        _titled("效力依据的原话", _items(validity)) if validity else "",
        _titled("没有把握的，请核对", _items(_doubts(summary.doubts))) if summary.doubts else "",
        _titled("检查发现", _items(_doubts(summary.concerns))) if summary.concerns else "",
        notice(f"起草了 {summary.rules} 条规则。草稿要核对以后才参与计算。"),
        _folded(f"条款表（{len(summary.outline)} 条）", _scrolled(outline), opened=True),
    )


def comparison_pane(changes: Sequence[ClauseChange]) -> str:
    """What a new version changes, clause by clause."""
    if not changes:
        return notice("两个版本没有不同。")
    amounts = sum(change.changes_amounts for change in changes)
    items = "".join(element("li", _clause_change(change)) for change in changes)
    head = f"共 {len(changes)} 处不同，其中 {amounts} 处涉及金额"
    return _section(head, element("ul", items, "differences"))


def impact_pane(impact: Impact) -> str:
    """The answers that would be others."""
    head = f"问了 {impact.asked} 句，{len(impact.differences)} 句的答复会变"
    shown = impact.differences[:_MOST_DIFFERENCES]
    more = len(impact.differences) - len(shown)
    items = "".join(element("li", _difference(one)) for one in shown)
    rest = notice(f"还有 {more} 处没有列出。全部请用命令：assistant policies impact") if more else ""
    return _section(head, element("ul", items, "differences") if items else "", rest)


def job_pane(job: Job | None) -> str:
    """How far the work is, or what came of it."""
    if job is None:
        return ""
    if job.failure:
        return failure_pane(job.failure)
    if job.ended:
        return element("p", text(job.said), "done", role="status")
    far: dict[str, object] = {"max": job.total, "value": job.done} if job.total else {}
    bar = element("progress", "", "", aria_label=job.title, **far)
    count = f" {job.done}/{job.total}" if job.total else ""
    return f"<p>正在{text(job.title)}：{text(job.step)}{count}</p>{bar}"


def failure_pane(why: str) -> str:
    """Why something was not done, in one line."""
    return element("p", text(why), "failure", role="alert")


def changes_pane(changes: Sequence[Change]) -> str:
    """Who took what in or out."""
    if not changes:
        return ""
    rows = (
        (
            text(f"{one.at.astimezone(CHINA):%Y-%m-%d %H:%M}"),
            text(one.editor),
            text(one.action),
            text(f"{one.policy} {one.title}"),
            text(one.signed or "—"),
            text(CAME_OF[one.state]),
        )
        for one in changes
    )
    listed = table(("时间", "编辑", "做了什么", "政策", "看过的影响", "结果"), rows, "changes")
    open_ones = any(one.state == "begun" for one in changes)
    hint = notice("“还没有结果”的，正在做，或者中途断了。请在上面的列表里核对。") if open_ones else ""
    return f"<h2>最近的改动</h2>{element('div', listed, 'scroll', tabindex='0')}{hint}"


def _clause_change(change: ClauseChange) -> str:
    went = "".join(element("p", element("del", text(words))) for words in change.removed)
    came = "".join(element("p", element("ins", text(words))) for words in change.added)
    kind = element("span", text(KINDS[change.kind]), "badge")
    amounts = element("p", marked(f"金额：{change.amounts}", [(0, 99)])) if change.amounts else ""
    return f"<p>{kind} <b>{text(change.where)}</b></p>{amounts}{went}{came}"


def _difference(one: Difference) -> str:
    went = "".join(element("p", element("del", text(words))) for words in one.only_before())
    came = "".join(element("p", element("ins", text(words))) for words in one.only_after())
    return f"<p><b>{text(one.question)}</b> 不同：{text('、'.join(one.what))}</p>{went}{came}"


def _doubts(doubts: Iterable[Doubt]) -> list[str]:
    return [f"{doubt.about}：{doubt.reason}" for doubt in doubts]


def _facts(facts: Iterable[tuple[str, str]]) -> str:
    return element("dl", "".join(f"<dt>{text(name)}</dt><dd>{text(value)}</dd>" for name, value in facts))


def _section(title: str, *parts: str) -> str:
    return element("section", f"<h2>{text(title)}</h2>{''.join(parts)}", "policy")


def _titled(title: str, inner: str) -> str:
    return f"<h3>{text(title)}</h3>{inner}"


def _folded(title: str, inner: str, *, opened: bool = False) -> str:
    unfolded = {"open": "open"} if opened else {}
    return element("details", f"<summary>{text(title)}</summary>{inner}", **unfolded)


def _scrolled(inner: str) -> str:
    return element("div", inner, "scroll", tabindex="0")


def _items(lines: Iterable[str]) -> str:
    return element("ul", "".join(element("li", text(line)) for line in lines))


def _button(label: str, does: str, policy_id: str) -> str:
    return element(
        "button", text(label), type="button", data_manage=does, data_policy=policy_id,
        aria_label=f"{label} {policy_id}",
    )  # fmt: skip
