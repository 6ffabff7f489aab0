"""The tab for editors: policies taken in and out, as `assistant policies …` does it."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import gradio as gr
from starlette.datastructures import Headers

from assistant.bootstrap import Assistant
from assistant.documents.readers import READERS
from assistant.errors import AssistantError, BadInput
from assistant.intake.held import held_policies, policy_sheet
from assistant.settings import Settings
from ui.console.bench import Bench, Wish
from ui.console.benches import Benches
from ui.console.changes import ChangeLog
from ui.console.events import bind, pane
from ui.console.guard import cookie_of
from ui.console.intake_panes import (
    changes_pane,
    comparison_pane,
    failure_pane,
    held_pane,
    impact_pane,
    job_pane,
    removal_pane,
    sheet_pane,
    summary_pane,
)
from ui.console.markup import element, text
from ui.console.uploads import Uploads

_POLL_SECONDS = 0.5
# The file goes to the console's own address, not to gradio's: it is held in memory and lies in no folder.
_SEND = """
element.addEventListener('change', async (event) => {
  const input = event.target, file = input.files && input.files[0];
  const told = element.querySelector('[role=status]');
  if (!file) return;
  const most = Number(input.dataset.most);
  if (file.size > most * 1024 * 1024) {
    const size = Math.round(file.size / 1024 / 1024);
    told.textContent = `文件有 ${size} MB，超过 ${most} MB 的上限。请拆成几个小文件，或者只保留正文后另存。`;
    return;
  }
  told.textContent = '正在上传…';
  try {
    const address = 'policy-file?name=' + encodeURIComponent(file.name);
    const answer = await fetch(address, {method: 'POST', body: file});
    told.textContent = answer.ok ? '' : await answer.text();
    if (answer.ok) trigger('select', await answer.json());
  } catch {
    told.textContent = '没有传上去，请再试一次。';
  }
  input.value = '';
});
"""


def add_intake(
    tab: gr.Tab,
    assistant: Callable[[], Assistant],
    benches: Benches,
    uploads: Uploads,
    changes: ChangeLog,
    settings: Settings,
    *,
    allowed: Callable[[str], bool],
    admit: Callable[[str], object],
    clock: Callable[[], date],
) -> None:
    """The tab. `allowed`: who is an editor; it is asked before each thing that anybody does here.

    `admit`: raises BadInput where a login has ended (Logins.admit).
    """
    listed = pane("", "held", clicks="manage")
    sheet = pane("", "sheet", clicks="manage")
    with gr.Row(elem_id="sign-removal", visible=False) as sign_removal:
        agreed = gr.Checkbox(label="看过了会变的答复，同意删除", scale=3, container=False)
        remove = gr.Button("确定删除", min_width=100)
    upload = gr.HTML(
        _upload(settings.intake_file_mb), elem_id="upload", js_on_load=_SEND, apply_default_css=False
    )
    with gr.Row(elem_id="wish"):
        policy_id = _field("编号（不写则自动取）", "jinjiang-2024-9")
        region = _field("地区（看不出时写）", "晋江市")
        issued_on = _field("成文日期（看不出时写）", "2024-05-06")
        replacing = gr.Dropdown(_choices(assistant()), value="", label="代替哪一份", min_width=160)
    progress = pane("", "work")
    shown = pane("", "summary")
    with gr.Row(elem_id="steps"):
        again = gr.Button("重新推断", min_width=100)
        compare = gr.Button("比较改了什么", min_width=100)
        measure = gr.Button("看影响", min_width=100)
    compared = pane("", "changed")
    impact = pane("", "impact")
    with gr.Row(elem_id="sign"):
        signed = gr.Checkbox(label="会变的答复我看过了，同意投入使用", scale=3, container=False)
        add = gr.Button("收录", variant="primary", min_width=100)
    logged = pane("", "log")
    timer = gr.Timer(_POLL_SECONDS, active=False)
    seen = gr.State("")  # the key of the measurement that this page shows, if any

    fields = [policy_id, region, issued_on, replacing]
    removal = [sheet, sign_removal, agreed]
    coming = [shown, compared, impact]
    parts = [listed, *removal, *coming, progress, logged, replacing, signed, timer, seen]
    on = partial(bind, outputs=parts, allowed=allowed)

    def bench_of(request: gr.Request) -> Bench:
        login = _login(request)
        bench = benches.of(login, str(request.username))
        admit(login)  # afterwards: it may have ended while the bench was made
        return bench

    def everything(bench: Bench, replaced: str, *, beside: str = "", failure: str = "") -> tuple[Any, ...]:
        held = held_policies(assistant(), as_of=clock())
        kept = replaced if replaced in [one.id for one in held] else ""
        job, plan, removal = bench.worker.job, bench.plan, bench.removal
        planned = bench.impact_of(plan) if plan else None
        return (
            held_pane(held),
            beside or (removal_pane(removal, bench.impact_of(removal)) if removal else ""),
            gr.Row(visible=removal is not None),
            False,
            summary_pane(plan.summary, plan.former) if plan else "",
            comparison_pane(bench.compared) if bench.compared is not None else "",
            impact_pane(planned) if planned else "",
            failure_pane(failure) if failure else job_pane(job),
            changes_pane(changes.recent()),
            gr.Dropdown(_choices(assistant()), value=kept),
            False,
            gr.Timer(active=job is not None and not job.ended),
            bench.measured.key if bench.measured else "",
        )

    def after(does: Callable[[Bench], str | None], replaced: str, request: gr.Request) -> tuple[Any, ...]:
        """Do something with the editor's bench, then show everything; what cannot be done is told."""
        bench, beside, failure = bench_of(request), "", ""
        try:
            beside = does(bench) or ""
        except AssistantError as error:
            failure = str(error)
        return everything(bench, replaced, beside=beside, failure=failure)

    def show(replaced: str, request: gr.Request) -> tuple[Any, ...]:
        return everything(bench_of(request), replaced)

    def poll(replaced: str, request: gr.Request) -> tuple[Any, ...]:
        bench = bench_of(request)
        job = bench.worker.job
        if job is None or job.ended:
            return everything(bench, replaced)
        return tuple(job_pane(job) if part is progress else gr.skip() for part in parts)

    def manage(replaced: str, event: gr.EventData, request: gr.Request) -> tuple[Any, ...]:
        chosen, does = str(event.policy), str(event.manage)

        def on_policy(bench: Bench) -> str | None:
            match does:
                case "remove":
                    bench.consider_removal(chosen)
                case "measure-removal":
                    bench.measure_removal()
                case _:
                    bench.keep()
            return sheet_pane(chosen, policy_sheet(assistant(), chosen)) if does == "show" else None

        return after(on_policy, replaced, request)

    def take_out(replaced: str, agrees: bool, shown: str, request: gr.Request) -> tuple[Any, ...]:
        return after(lambda bench: bench.remove(signed=agrees, seen=shown), replaced, request)

    def with_fields(does: Callable[[Bench, Wish], None]) -> Callable[..., tuple[Any, ...]]:
        """A handler that does something with the bench and with what was filled in."""

        def handler(
            policy_id: str, region: str, issued_on: str, replaced: str, request: gr.Request
        ) -> tuple[Any, ...]:
            wish = _wish(policy_id, region, issued_on, replaced)
            return after(lambda bench: does(bench, wish), replaced, request)

        return handler

    def read(
        policy_id: str, region: str, issued_on: str, replaced: str, event: gr.EventData, request: gr.Request
    ) -> tuple[Any, ...]:
        wish, word = _wish(policy_id, region, issued_on, replaced), str(event.file)
        return after(lambda bench: bench.read(uploads.take(_login(request), word), wish), replaced, request)

    def take_in(
        policy_id: str,
        region: str,
        issued_on: str,
        replaced: str,
        signs: bool,
        shown: str,
        request: gr.Request,
    ) -> tuple[Any, ...]:
        wish = _wish(policy_id, region, issued_on, replaced)
        return after(lambda bench: bench.add(wish, signed=signs, seen=shown), replaced, request)

    on(tab.select, show, [replacing])
    on(timer.tick, poll, [replacing])
    for clicked in (listed, sheet):
        on(clicked.select, manage, [replacing])
    on(upload.select, read, fields)
    on(again.click, with_fields(Bench.derive), fields)
    on(compare.click, with_fields(Bench.compare), fields)
    on(measure.click, with_fields(Bench.measure), fields)
    on(add.click, take_in, [*fields, signed, seen])
    on(remove.click, take_out, [replacing, agreed, seen])


def _field(label: str, example: str) -> gr.Textbox:
    return gr.Textbox(label=label, placeholder=example, max_lines=1, max_length=100, min_width=140)


def _choices(assistant: Assistant) -> list[tuple[str, str]]:
    held = assistant.library.policies
    return [
        ("不代替", ""),
        *((f"{one.id} {one.about.document_number or ''}", one.id) for one in held),
    ]


def _wish(*written: str | None) -> Wish:
    return Wish(*((one or "").strip() for one in written))


def _login(request: gr.Request) -> str:
    """The secret of the login. Raises BadInput where it has just ended."""
    login = cookie_of(Headers(dict(request.headers)))
    if login is None:
        raise BadInput("登录已经结束，请重新登录。")
    return login


def _upload(most: int) -> str:
    """The field for the file. What may be chosen is also checked where it is read."""
    asked = text(f"选一份政策文件（docx、pdf、html、txt、md，最多 {most} MB）")
    label = element("label", asked, **{"for": "policy-file"})
    field = f'<input type="file" id="policy-file" accept="{text(",".join(READERS))}" data-most="{most}">'
    return f'<h2>收录新的文件</h2><p class="upload">{label}{field}</p><p role="status" class="failure"></p>'
