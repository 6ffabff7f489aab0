"""The calculator: a benefit's own questions as a form, and line by line what comes of the answers."""

from collections.abc import Callable
from datetime import date
from typing import Any

import gradio as gr

from assistant.bootstrap import Assistant
from assistant.dialogue.answers.selection import applicable
from assistant.dialogue.models import BenefitOut
from assistant.errors import BadInput
from assistant.wording import OUTCOMES
from ui.card import ConditionLine, benefit_card
from ui.console.events import bind, pane
from ui.console.form import Field, as_filled, filled_in, form_fields
from ui.console.markup import element, notice, text, validity_badge
from ui.console.search_tab import Call, Search
from ui.console.wording import BOUND


def add_calculator(search: Search, assistant: Callable[[], Assistant], clock: Callable[[], date]) -> None:
    """The calculator; a search chooses the benefit that was asked for and fills in what was said."""
    benefit = gr.Dropdown(
        _choices(assistant(), ""), value=None, label="算哪一项补贴", elem_id="calculator-benefit"
    )
    # What the form was made for: another benefit, or the same one for another question, makes a new form.
    made_for = gr.Textbox(visible="hidden", label="表单")

    def choose(call: Call, place: str) -> tuple[Any, str]:
        choices = _choices(assistant(), place)
        asked = call.finding.reply.benefits if call.finding else []
        chosen = next((one.rule_id for one in asked if one.rule_id in [key for _, key in choices]), None)
        return gr.Dropdown(choices, value=chosen), _form_key(chosen, call)

    bind(search.record.change, choose, [search.call, search.filters[0]], [benefit, made_for])
    bind(search.filters[0].input, choose, [search.call, search.filters[0]], [benefit, made_for])
    bind(benefit.input, _form_key, [benefit, search.call], [made_for])

    def form(made_for: str, call: Call) -> None:
        rule = assistant().rulebook.rule(made_for.partition(" ")[0])
        if rule is None:
            pane(notice("先选一项补贴，或者先查询。"), "calculation")
            return
        known = call.finding.session.facts if call.finding else {}
        day = call.finding.day if call.finding else clock()
        fields = form_fields(rule, assistant().rulebook.book)

        def calculate(*values: Any) -> str:
            try:
                facts = filled_in(fields, values)
                [out] = assistant().calculate(facts, region=None, as_of=day, benefit=rule.benefit.id)
            except BadInput as error:
                return notice(str(error))
            return calculation_pane(out)

        start = as_filled(fields, known)
        with gr.Row():
            with gr.Column(scale=3, min_width=240):
                inputs = [_input(one, value) for one, value in zip(fields, start, strict=True)]
            with gr.Column(scale=4, min_width=260):
                result = pane(calculate(*start), "calculation")
        for one in inputs:
            bind(one.change, calculate, inputs, [result])

    gr.render([made_for, search.call], [made_for.change], queue=False, show_progress="hidden")(form)


def _form_key(benefit: str | None, call: Call) -> str:
    return f"{benefit or ''} {call.record or ''}"


def calculation_pane(out: BenefitOut) -> str:
    """What a calculation came to: outcome, figure, payee, conditions, arithmetic, limits, clause."""
    shown = benefit_card(out)
    kind = element("span", text(BOUND[out.amount.kind]), "badge") if out.amount else ""
    verdict = element("span", text(OUTCOMES[out.outcome]), f"badge {out.outcome}")
    clause = f"{text(shown.clause.label)} {validity_badge(out.validity)}"
    return "".join(
        (
            f'<p class="amount">{text(shown.amount or "不能领")} {kind}</p>',
            f"<p>{verdict} {text(shown.payee)}</p>",
            _list("条件", [_condition(one) for one in shown.conditions], "conditions"),
            _list("算法", [text(one) for one in shown.steps], "steps"),
            _list("限制", [text(one) for one in shown.limits]),
            _list("条文没有写明的", [text(one) for one in shown.notes]),
            f'<p class="where">依据 {clause}</p>',
        )
    )


def _condition(line: ConditionLine) -> str:
    return element("span", text(line.sign), "mark", role="img", aria_label=line.word) + text(line.text)


def _list(title: str, items: list[str], class_name: str = "") -> str:
    lines = "".join(element("li", one) for one in items)
    return f"<h2>{text(title)}</h2>{element('ul', lines, class_name)}" if items else ""


def _choices(assistant: Assistant, place: str) -> list[tuple[str, str]]:
    """The benefits of a place, or all: 晋江市 · 企业职工岗前培训补贴."""
    desk = assistant.conversation.desk
    rules = assistant.rulebook.rules
    if place:
        held = applicable(assistant.library, assistant.regions, assistant.find_region(place))
        rules = tuple(rule for rule in rules if rule.policy in held)
    return [
        (f"{desk.place(rule.policy.about.region)} · {rule.benefit.name}", rule.benefit.id) for rule in rules
    ]


def _input(field: Field, value: Any) -> Any:
    """The gradio component for a question."""
    match field.kind:
        case "one":
            return gr.Radio(field.options, value=value, label=field.question)
        case "many":
            return gr.CheckboxGroup(field.options, value=value, label=field.question)
        case "date":
            return gr.Textbox(value=value, label=field.question, placeholder="2020-06-15", max_length=10)
        case "number":
            unit = f"（{field.unit}）" if field.unit else ""
            return gr.Textbox(
                value=value, label=f"{field.question}{unit}", placeholder="例如 3、3-4、12以上", max_length=24
            )
