"""The console's page in gradio: the question on the left, what it found in tabs on the right."""

from collections.abc import Callable
from datetime import date
from typing import Any

import gradio as gr

from assistant.bootstrap import Assistant
from ui.console.calculator_tab import add_calculator
from ui.console.compare_tab import add_comparison
from ui.console.events import bind, pane
from ui.console.markup import element, text
from ui.console.records import RecordStore
from ui.console.records_tab import add_records
from ui.console.search_tab import add_search, add_search_tabs, renew_filters

TITLE = "热线政策查询台"
# Fonts that a computer has: none is fetched.
_FONTS = ["system-ui", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif"]
_KEYS = (
    ("Enter", "查询"),
    ("Alt+C", "复制话术"),
    ("Alt+K", "回到问题框"),
    ("Alt+N", "新来电"),
)


def theme() -> gr.themes.Base:
    """Calm, flat, with the computer's own fonts."""
    return gr.themes.Base(
        primary_hue="blue",
        neutral_hue="slate",
        radius_size="sm",
        spacing_size="sm",
        text_size="md",
        font=_FONTS,
        font_mono=["ui-monospace", "Consolas", "monospace"],
    )


def build_page(
    assistant: Callable[[], Assistant],
    records: RecordStore,
    *,
    reader: str,
    clock: Callable[[], date],
    is_editor: Callable[[str], bool],
    add_intake: Callable[[gr.Tab], None],
) -> gr.Blocks:
    """The page. `reader`: where the public reader of policies is; `add_intake` fills the editors' tab."""
    page = gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True)
    with page:
        header = pane(_header(""), "console-header")
        with gr.Row(elem_id="console"):
            with gr.Column(scale=5, min_width=340, elem_id="left"):
                search = add_search(assistant(), clock)
            with gr.Column(scale=8, min_width=520, elem_id="right"), gr.Tabs(elem_id="tabs"):
                add_search_tabs(search, assistant, records, reader=reader, clock=clock)
                with gr.Tab("计算器", id="calculator"):
                    add_calculator(search, assistant, clock)
                with gr.Tab("对比地区", id="compare"):
                    compared = add_comparison(search, assistant, clock)
                with gr.Tab("记录", id="records") as tab:
                    add_records(tab, records)
                with gr.Tab("政策管理", id="policies", visible=False) as policies:
                    add_intake(policies)

        def greet(request: gr.Request) -> dict[Any, Any]:
            officer = str(request.username)
            return {
                header: _header(officer, is_editor(officer)),
                policies: gr.Tab(visible=is_editor(officer)),
                # What the page was built with may have been taken out since, or have company.
                compared: gr.CheckboxGroup(list(assistant().conversation.desk.held_places())),
                **renew_filters(search, assistant()),
            }

        renewed = [header, policies, compared, search.filters[0], search.filters[2]]
        bind(page.load, greet, [], renewed)
    return page


def _header(officer: str, editor: bool = False) -> str:
    shortcuts = (*_KEYS, (f"Alt+1…{6 if editor else 5}", "切换右侧页签"))
    keys = "".join(element("span", f"<kbd>{text(key)}</kbd> {text(does)}") for key, does in shortcuts)
    who = f"<span>{text(officer)}</span> <button>退出</button>"
    return (
        '<header class="bar"><h1>热线政策查询台</h1>'
        f'<p class="keys" aria-label="快捷键">{keys}</p>'
        f'<form method="post" action="logout">{who}</form></header>'
        '<p id="said" role="status" aria-live="polite"></p>'
    )
