"""Wiring of the page: panes of HTML, one way to bind a handler, what a handler says when it cannot go on."""

import logging
import traceback
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

import gradio as gr

from assistant.errors import AssistantError

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
) -> None:
    """Let a handler answer an event: at once, without the queue, not as an interface for programs."""
    event(
        _told(handler),
        list(inputs),
        list(outputs),
        queue=False,
        show_progress="hidden",
        api_visibility="private",
    )


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
