"""What a search shows, as HTML: results, script, the whole answer, the clause with its neighbours."""

from assistant.dialogue.models import Reply, SearchHit
from assistant.documents.library import Library
from assistant.documents.models import Clause
from ui.card import card, reader_address
from ui.console.finding import Finding
from ui.console.markup import element, marked, notice, text, validity_badge
from ui.console.original import Original, original
from ui.console.script import ASK_FIRST, Part, plain_script, script
from ui.console.wording import OUTCOME
from ui.render import render_card

_NEIGHBOUR_LETTERS = 120


def results_pane(finding: Finding | None, chosen: int = 0) -> str:
    """The clauses found, best first; each opens the original."""
    if finding is None:
        return notice("输入问题，按 Enter 查询。可以只选条件，不写问题。")
    if not finding.hits:
        return notice("这些条件下没有找到条款。可以放宽条件再查。")
    items = "".join(_result(hit, number, number == chosen) for number, hit in enumerate(finding.hits))
    return f'<p class="count">找到 {len(finding.hits)} 条，点开看原文</p><ol class="hits">{items}</ol>'


def _result(hit: SearchHit, number: int, chosen: bool) -> str:
    where = text(f"{hit.document_number or hit.title} {hit.path}")
    head = element("span", where, "where") + validity_badge(hit.validity)
    passage = element("span", marked(hit.passage, hit.highlights), "passage")
    heading = element("strong", text(hit.heading)) if hit.heading else ""
    pressed = {"aria_current": "true"} if chosen else {}
    button = element("button", f"{heading}{passage}{head}", type="button", data_hit=number, **pressed)
    return element("li", button)


def script_pane(finding: Finding | None) -> str:
    """The script with its copy button, what is known of the call, and what may be asked next."""
    if finding is None:
        return notice("查询以后，这里是可以照着念的话。")
    parts = script(finding.reply)
    day = f"按 {finding.day.year} 年 {finding.day.month} 月 {finding.day.day} 日答复"
    if finding.reply.answer_id:
        day += f" · 答复编号 {finding.reply.answer_id}"
    state = element("span", text(OUTCOME[finding.reply.status]), f"badge {finding.reply.status}")
    head = (
        f'<div class="toolbar">{state}<span class="day">{text(day)}</span>'
        '<button type="button" class="copy" data-copy="script-text">复制话术 <kbd>Alt+C</kbd></button></div>'
    )
    body = "".join(_part(part) for part in parts)
    copied = element("pre", text(plain_script(parts)), id="script-text", hidden="hidden")
    return f"{head}{_known(finding.reply)}{body}{_next(finding)}{copied}"


def _part(part: Part) -> str:
    lines = "".join(element("li", text(one)) for one in part.sentences)
    kind = "ol" if part.name == ASK_FIRST else "ul"
    return element("section", f"<h2>{text(part.name)}</h2><{kind}>{lines}</{kind}>", "part")


def _known(reply: Reply) -> str:
    """What is known of the call: an officer sees at once where a fact was misunderstood."""
    said = "；".join(f"{one.label}：{one.value}" for one in reply.facts)
    return element("p", f"<b>已知情况</b> {text(said)}", "known") if said else ""


def _next(finding: Finding) -> str:
    """The first question back, answered with a click."""
    if not finding.reply.questions:
        return ""
    asked = finding.reply.questions[0]
    chips = "".join(
        element("button", text(option), type="button", data_say=option) for option in asked.options
    )
    return element("div", f"<span>{text(asked.text)}</span>{chips}", "next", role="group") if chips else ""


def answer_pane(finding: Finding | None, *, reader: str) -> str:
    """The whole answer, the card that a caller sees on the page."""
    if finding is None:
        return ""
    shown = render_card(card(finding.reply), root=f"{reader.rstrip('/')}/")
    return f"<details><summary>完整答复（与网页上的相同）</summary>{shown}</details>"


def original_pane(
    finding: Finding | None,
    library: Library | None = None,
    *,
    reader: str,
    hit: int = 0,
    at: tuple[str, str] | None = None,
) -> str:
    """The clause of a hit, or the one `at` a policy's id and a path, with what is before and after it."""
    if library is None or (at is None and (finding is None or not 0 <= hit < len(finding.hits))):
        return notice("查询以后，点左边的结果，这里是条款原文。")
    if at is not None:
        return _original(original(library, *at), reader)
    assert finding is not None
    found = finding.hits[hit]
    return _original(original(library, found.policy_id, found.path, found.passage, found.highlights), reader)


def _original(shown: Original, reader: str) -> str:
    about, clause = shown.policy.about, shown.clause
    number = text(about.document_number or "")
    spans = [(clause.start + start, clause.start + end) for start, end in shown.spans]
    marks = (spans[0][0], spans[-1][1]) if spans else (None, None)
    address = f"{reader.rstrip('/')}/{reader_address(clause.policy_id, clause.path, *marks)}"
    link = f'<a href="{text(address)}" target="_blank" rel="noopener">在政策阅读页打开</a>'
    above = "".join(f"{text(one)} › " for one in clause.headings)
    body = element("div", marked(clause.text, shown.spans), "clause", id="clause-text")
    return (
        f'<div class="toolbar"><b>{text(about.title)}</b></div>'
        f'<p class="where">{number} <b>{text(clause.path)}</b> {link}'
        ' <button type="button" class="copy" data-copy="clause-text">复制原文</button></p>'
        f'<p class="above">{above}</p>'
        f"{_neighbour(shown.before, '上一条')}{body}{_neighbour(shown.after, '下一条')}"
    )


def _neighbour(clause: Clause | None, name: str) -> str:
    if clause is None:
        return ""
    words = clause.text.strip()
    short = words[:_NEIGHBOUR_LETTERS] + ("…" if len(words) > _NEIGHBOUR_LETTERS else "")
    inner = f"<b>{text(name)} {text(clause.path)}</b> {text(short)}"
    return element(
        "button", inner, "neighbour", type="button", data_policy=clause.policy_id, data_clause=clause.path
    )
