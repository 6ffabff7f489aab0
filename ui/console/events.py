"""Wiring of the page: panes of HTML, one way to bind a handler, what a handler says when it cannot go on."""

import logging
import traceback
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

import gradio as gr

from assistant.errors import AssistantError, BadInput

log = logging.getLogger("policy_assistant")


# A click on an element of the pane that bears the attribute is a `select` event with all its data- values.
_CLICKS = """
element.addEventListener('click', (event) => {
  const chosen = event.target.closest('[data-%s]');
  if (chosen) trigger('select', {...chosen.dataset});
});
"""


def pane(html: str, name: str, *, clicks: str = "") -> gr.HTML:
    """HTML that is filled from Python, with none of gradio's own look.

    `clicks`: the data- attribute of what may be clicked in it; then it has a `select` event. No attribute may
    be called data-path: gradio would take the event for a file.
    """
    script = _CLICKS % clicks if clicks else None
    return gr.HTML(html, elem_id=name, js_on_load=script, apply_default_css=False)


def bind(
    event: Callable[..., Any],
    handler: Callable[..., Any],
    inputs: Sequence[Any] = (),
    outputs: Sequence[Any] = (),
    *,
    allowed: Callable[[str], bool] | None = None,
) -> None:
    """Let a handler answer an event: at once, without the queue, not as an interface for programs.

    `allowed`: who may set it off, however they do; None: everybody who has logged in. The handler then has a
    parameter for the request.
    """
    event(
        _told(handler if allowed is None else _reserved(handler, allowed)),
        list(inputs),
        list(outputs),
        queue=False,
        show_progress="hidden",
        api_visibility="private",
    )


def _reserved(handler: Callable[..., Any], allowed: Callable[[str], bool]) -> Callable[..., Any]:
    """Not even begun for who may not; without a request nobody may."""

    @wraps(handler)
    def reserved(*values: Any) -> Any:
        request = next((value for value in values if isinstance(value, gr.Request)), None)
        if request is None or not allowed(str(request.username)):
            raise BadInput("只有编辑可以管理政策。")
        return handler(*values)

    return reserved


def _told(handler: Callable[..., Any]) -> Callable[..., Any]:
    """What cannot be used is told in its own words; of a defect neither page nor log shows what was typed."""

    @wraps(handler)
    def told(*values: Any) -> Any:
        try:
            return handler(*values)
        except AssistantError as error:
            raise gr.Error(str(error), title="请看一下", print_exception=False) from None
        except Exception as error:
            log.error("%s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
            raise gr.Error("查询台出了问题，请再试一次。", title="出错了", print_exception=False) from None

    return told
