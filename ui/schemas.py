"""What may be sent to the HTTP interface. What goes back is in assistant.dialogue.models."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from assistant.dialogue.language.admit import LONGEST_QUESTION, admit_day, admit_question, admit_text
from assistant.dialogue.records.feedback import Feedback
from assistant.dialogue.records.sessions import check_session_id
from assistant.documents.models import Data
from assistant.errors import BadInput

Admitted = TypeVar("Admitted")
MOST_FACTS = 200
LONGEST_NAME = 100
DEEPEST = 4  # a fact's value is at most a list or a pair of bounds


def _field(admit: Callable[[str], Admitted]) -> Callable[[Any], Admitted]:
    """Let a check of the assistant speak for one field: its words are kept, the field is named."""

    def validate(value: Any) -> Admitted:
        try:
            if not isinstance(value, str):
                raise PydanticCustomError("string_type", "should be a string")
            return admit(value)
        except BadInput as error:
            raise PydanticCustomError("bad_input", "{message}", {"message": str(error)}) from None

    return validate


Question = Annotated[
    str,
    BeforeValidator(_field(admit_question)),
    Field(description=f"1–{LONGEST_QUESTION} characters", examples=["我在晋江考了中级工，能领多少？"]),
]
SessionId = Annotated[str, AfterValidator(_field(check_session_id)), Field(pattern="^[A-Za-z0-9_-]{1,64}$")]
Day = Annotated[date, BeforeValidator(_field(admit_day)), Field(examples=["2020-06-15"])]
Region = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME, examples=["晋江市"])]
GivenFacts = Annotated[dict[str, Any], Field(max_length=MOST_FACTS, examples=[{"certificate_level": "四级"}])]


class Request(Data):
    """Base of all requests: no text in them may hold half a character, and nothing nests deeply."""

    @field_validator("*", mode="before")
    @classmethod
    def _readable(cls, value: Any) -> Any:
        level = [value]
        for _ in range(DEEPEST):
            for text in level:
                if isinstance(text, str):
                    _field(admit_text)(text)
            level = [part for whole in level for part in _parts(whole)]
        if level:
            raise PydanticCustomError("bad_input", "{message}", {"message": "内容嵌套得太深了。"})
        return value


class AskRequest(Request):
    """A message of a conversation, or facts alone, which correct it: the last answer is given again.

    In `facts` null forgets what was said, and `region` is the place that the matter is about.
    """

    facts: GivenFacts | None = None  # read first: it says whether there must be a question
    question: Annotated[Question | None, Field(validate_default=True)] = None
    session_id: SessionId | None = None
    region: Region | None = None
    as_of: Day | None = None

    @field_validator("question")
    @classmethod
    def _asks_or_corrects(cls, question: str | None, info: ValidationInfo) -> str | None:
        if question is None and not info.data.get("facts"):
            raise PydanticCustomError("missing", "a question or facts")
        return question


class FeedbackRequest(Request, Feedback):
    """What somebody says of an answer. The question is never part of it."""


class CalculateRequest(Request):
    """Facts, without a conversation."""

    facts: GivenFacts
    region: Region | None = None
    as_of: Day | None = None
    benefit: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)] | None = None


class SearchRequest(Request):
    """Words to look for in the clauses."""

    query: Question
    region: Region | None = None
    as_of: Day | None = None
    limit: Annotated[int, Field(ge=1, le=50)] = 10


class PoliciesRequest(Request):
    """The day for which validity is given."""

    as_of: Day | None = None


class Health(Data):
    """The service answers."""

    status: str = "ok"
    policies: int


class ErrorBody(Data):
    """What went wrong, for the person who typed it; `field` where one field is to blame."""

    message: str
    field: str | None = None


class ErrorReply(Data):
    """Every error has this form."""

    error: ErrorBody


def _parts(value: Any) -> list[Any]:
    """What a JSON value is made of, keys too."""
    match value:
        case dict():
            return [*value, *value.values()]
        case list():
            return value
        case _:
            return []
