"""The worker's page: a form goes in, a page comes back; a script asks for the new part of it alone."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any
from urllib.parse import parse_qsl

from fastapi import Depends, FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import ValidationError

from assistant.bootstrap import Assistant
from assistant.dialogue.answers.validity_answer import day as in_words
from assistant.dialogue.language.admit import admit_day
from assistant.dialogue.models import Reply
from assistant.dialogue.records.feedback import Feedback
from assistant.errors import AssistantError, BadInput
from ui.card import Card, card
from ui.errors import BAD_INPUT
from ui.look import Look
from ui.render import render
from ui.schemas import AskRequest

REASONS = {
    "unclear": "看不懂",
    "wrong": "金额或者条件不对",
    "off_topic": "没有回答我的问题",
    "outdated": "政策太旧，或者不是我这里的",
}
_LABELS = {
    "question": "问题",
    "region": "所在地区",
    "facts": "前面说的情况",
    "note": "还想说的",
    "reason": "原因",
}
_OTHER = "other"
_MOST_FIELDS = 200
_MOST_TOLD = 20  # rules and clauses that feedback on one answer names


@dataclass(frozen=True)
class Turn:
    """A question and its answer."""

    question: str
    card: Card


@dataclass(frozen=True)
class Place:
    """The place chooser: what is chosen in it, what is typed beside 其他地方."""

    chosen: str = ""
    other: str = ""

    @property
    def name(self) -> str:
        """The place itself; empty where none is chosen."""
        return self.other if self.chosen == _OTHER else self.chosen

    @classmethod
    def of(cls, name: str, places: tuple[str, ...]) -> "Place":
        """The chooser with a place in it."""
        return cls(name) if name in places or not name else cls(_OTHER, name)


@dataclass(frozen=True)
class Fields:
    """What a form holds; a name may stand in it several times."""

    pairs: list[tuple[str, str]] = field(default_factory=list)

    def one(self, name: str) -> str:
        """The last value of a field that is not blank."""
        return next((value for key, value in reversed(self.pairs) if key == name and value.strip()), "")

    def all(self, name: str) -> list[str]:
        """Every value of a field."""
        return [value for key, value in self.pairs if key == name]


async def read_form(request: Request) -> Fields:
    """The fields of a form. Raises BadInput for what is no form."""
    try:
        text = (await request.body()).decode("utf-8")
        return Fields(parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS))
    except ValueError:
        raise BadInput("提交的内容读不出来，请重新填写。") from None


Form = Annotated[Fields, Depends(read_form)]


def add_pages(app: FastAPI, assistant: Callable[[], Assistant], clock: Callable[[], date]) -> None:
    """The addresses of the page for workers."""

    @app.get("/", include_in_schema=False)
    def start() -> RedirectResponse:
        return RedirectResponse("ask")

    @app.get("/ask", include_in_schema=False)
    def page(request: Request) -> HTMLResponse:
        look = Look.read(dict(request.query_params))
        return HTMLResponse(_page(assistant(), look, clock()))

    @app.post("/ask", include_in_schema=False)
    def answer(form: Form) -> HTMLResponse:
        look, place = Look.read(dict(form.pairs)), Place(form.one("region"), form.one("other").strip())
        part = form.one("part") == "answer"
        try:
            question, asked = _request(form, place)
            reply = assistant().ask(
                asked.question,
                session_id=asked.session_id,
                region=asked.region,
                as_of=asked.as_of or clock(),
                facts=asked.facts,
            )
        except AssistantError as error:
            if part:
                return HTMLResponse(render("problem.html", problem=str(error)), BAD_INPUT)
            page = _page(assistant(), look, clock(), form=form, place=place, problem=str(error))
            return HTMLResponse(page, BAD_INPUT)
        turn = Turn(question, card(reply))
        place = Place.of(_place_of(reply), assistant().places())
        if part:
            return HTMLResponse(render("turn.html", **_turn_values(turn, place, look, clock())))
        return HTMLResponse(_page(assistant(), look, clock(), turn=turn, place=place))

    @app.post("/ask/feedback", include_in_schema=False)
    def feedback(form: Form) -> HTMLResponse:
        look, problem = Look.read(dict(form.pairs)), ""
        try:
            assistant().keep_feedback(_feedback(form))
        except AssistantError as error:
            problem = str(error)
        status = BAD_INPUT if problem else 200
        if form.one("part") == "answer":
            template = "problem.html" if problem else "thanks.html"
            return HTMLResponse(render(template, problem=problem), status)
        values = {"root": "../", "look": look, "here": "ask", "self_address": "../ask"}
        return HTMLResponse(render("message.html", thanks=not problem, problem=problem, **values), status)


def suggested_questions(places: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """What may be asked to begin with, for each place; "" where none is chosen."""
    own = [
        (
            place,
            [
                f"我在{place}上班，考了中级工证书，能领多少？",
                f"{place}的企业新招10个人做岗前培训，补多少？",
                f"{place}有哪些补贴，各多少？",
                f"{place}的补贴政策现在还有效吗？",
            ],
        )
        for place in places
    ]
    return [("", [questions[index % 4] for index, (_, questions) in enumerate(own)]), *own]


def _request(form: Fields, place: Place) -> tuple[str, AskRequest]:
    """What a form asks, in words and as a request. Raises BadInput."""
    facts: dict[str, Any] = {}
    question = form.one("pick") or form.one("question")
    if form.one("correct") or form.one("retype"):
        facts, question = _correction(form), ""
    session = form.one("session_id")
    if session and place.name != form.one("place_shown"):
        facts.setdefault("region", place.name or None)
    try:
        asked = AskRequest.model_validate(
            {
                "question": question or (None if facts else ""),
                "session_id": session or None,
                "region": place.name or None,
                "as_of": form.one("as_of") or None,
                "facts": facts or None,
            }
        )
    except ValidationError as error:
        raise _refusal(error) from None
    return question.strip() or "（改了一下前面说的）", asked


def _correction(form: Fields) -> dict[str, Any]:
    """A fact that is changed or taken back."""
    if fact := form.one("retype"):
        if not (value := form.one(f"typed.{fact}").strip()):
            raise BadInput("请先填写要改成多少。")
        return {fact: value}
    try:
        correction = json.loads(form.one("correct"))
    except ValueError:
        correction = None
    if not isinstance(correction, dict):
        raise BadInput("这一项改不了，请直接说出来。")
    return correction


def _feedback(form: Fields) -> Feedback:
    try:
        return Feedback.model_validate(
            {
                "verdict": form.one("verdict"),
                "reason": form.one("reason") or None,
                "rules": form.all("rule")[:_MOST_TOLD],
                "clauses": form.all("clause")[:_MOST_TOLD],
                "note": form.one("note"),
            }
        )
    except ValidationError as error:
        raise _refusal(error) from None


def _refusal(error: ValidationError) -> BadInput:
    """What is wrong with a form, in the words of the form."""
    first = error.errors()[0]
    if first["type"] == "bad_input":
        return BadInput(str(first["ctx"]["message"]))
    label = _LABELS.get(str(first["loc"][0] if first["loc"] else ""), "提交的内容")
    return BadInput(f"“{label}”不能用，请改一下再提交。")


def _place_of(reply: Reply) -> str:
    """The place that the conversation is about; empty where there is none, or several."""
    named = next((fact.value for fact in reply.facts if fact.fact == "region"), "")
    return "" if "、" in named else named


def _page(
    assistant: Assistant,
    look: Look,
    today: date,
    *,
    turn: Turn | None = None,
    place: Place | None = None,
    form: Fields | None = None,
    problem: str = "",
) -> str:
    """The whole page: fresh, with an answer, or with a form that has to be mended."""
    places = assistant.places()
    place = Place.of(look.region, places) if place is None else place
    form = form or Fields()
    values: Mapping[str, Any] = {
        **_turn_values(turn, place, look, today),
        "root": "",
        "here": "ask",
        "self_address": "ask",
        "places": places,
        "suggested": suggested_questions(places),
        "session_id": turn.card.session_id if turn else form.one("session_id"),
        "place_shown": form.one("place_shown") if problem else place.name,
        "draft": form.one("question") if problem else "",
        "problem": problem,
    }
    return render("ask.html", **values)


def _turn_values(turn: Turn | None, place: Place, look: Look, today: date) -> dict[str, Any]:
    day = in_words(today)
    return {
        "turn": turn,
        "look": look,
        "day": f"今天{day}" if look.as_of in ("", today.isoformat()) else _other_day(look.as_of),
        "chosen": place.chosen,
        "other": place.other,
        "place_shown": place.name,
        "reasons": REASONS,
    }


def _other_day(written: str) -> str:
    """The day that an answer is for, where it is not today; nothing for what is no day."""
    try:
        return f"按{in_words(admit_day(written))}的情况答"
    except BadInput:
        return ""
