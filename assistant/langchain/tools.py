"""Search and calculator as LangChain tools: plain Chinese for the model, the typed objects as artifact.

A language model chooses the arguments and words the answer; amounts, quotes and validity come from here.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from langchain_core.tools import BaseTool, StructuredTool, ToolException
from pydantic import ConfigDict, Field

from assistant.bootstrap import Assistant
from assistant.clock import today
from assistant.dialogue.language.admit import admit_day
from assistant.dialogue.models import AmountOut, BenefitOut, ClauseOut, SearchHit
from assistant.documents.models import Data, Validity
from assistant.errors import AssistantError
from assistant.rules.amount import Amount, show
from assistant.rules.facts import FactBook, FactSpec
from assistant.wording import OUTCOMES, VALIDITY

Told: TypeAlias = tuple[str, list[dict[str, Any]]]  # what the model reads, and the objects behind it
_Number: TypeAlias = int | float | str
_Bounds: TypeAlias = dict[Literal["at_least", "at_most"], _Number]
# JSON null is how models leave a fact open.
_FactValue: TypeAlias = bool | _Number | list[_Number] | _Bounds | None

_REGION = "地区全称，例如“晋江市”；不填则查全部地区"
_BENEFIT = "只算这一项补贴，填结果里括号内的编号；不填则全部计算"
_DAY = "按哪一天答复，写成 2020-06-15 这样；不填则按今天"
_SEARCH = "按群众的说法查职业培训补贴政策的条款，给出原文、文号、条款号和效力。回答时照抄原文，不要改动数字。"
_OTHERS = "其他补贴（已知的事实没有说到，或者不符合；要看详情，用括号内的编号作 benefit 再查）："
_CALCULATE = (
    "按已知事实计算职业培训补贴：能不能领、领多少、发给谁、依据哪一条。金额只能照抄这里的结果。\n"
    "facts 只填已经知道的事实，不知道的不要填。各项事实的名称：\n{facts}\n"
    '数值可以写成一个数、[最少, 最多]、{{"at_least": 数}} 或 {{"at_most": 数}}；金额以元为单位。'
)


class _Arguments(Data):
    model_config = ConfigDict(strict=True)


class SearchArguments(_Arguments):
    """What `search_clauses` takes."""

    query: str = Field(description="要查的问题，用原话即可")
    region: str | None = Field(default=None, description=_REGION)
    as_of: str | None = Field(default=None, description=_DAY)


class CalculateArguments(_Arguments):
    """What `calculate_benefits` takes."""

    facts: dict[str, _FactValue] = Field(description='已知事实，例如 {"certificate_level": "四级"}')
    region: str | None = Field(default=None, description=_REGION)
    as_of: str | None = Field(default=None, description=_DAY)
    benefit: str | None = Field(default=None, description=_BENEFIT)


def policy_tools(
    assistant: Assistant, *, limit: int = 5, clock: Callable[[], date] = today
) -> list[BaseTool]:
    """The tools `search_clauses` and `calculate_benefits` around an assistant.

    The artifact is a list of SearchHit or BenefitOut as dicts. What cannot be used comes back as content that
    says why, in Chinese, with status `error` and without an artifact; it never raises.
    `limit`: at most so many clauses. `clock` says what day it is where the model names none.
    """

    @_refusals()
    def search_clauses(query: str, region: str | None = None, as_of: str | None = None) -> Told:
        day = clock() if as_of is None else admit_day(as_of)
        hits = assistant.search(query, region=region, as_of=day, limit=limit)
        told = [_hit_text(number, hit) for number, hit in enumerate(hits, start=1)]
        return _told(told, hits, nothing=f"没有找到相关条款。{_held(assistant, day)}")

    @_refusals()
    def calculate_benefits(
        facts: dict[str, _FactValue],
        region: str | None = None,
        as_of: str | None = None,
        benefit: str | None = None,
    ) -> Told:
        day = clock() if as_of is None else admit_day(as_of)
        known = {fact: value for fact, value in facts.items() if value is not None}
        found = assistant.calculate(known, region=region, as_of=day, benefit=benefit)
        meant = [one for one in found if one.rule_id == benefit or _speaks_for(one)]
        told = [_benefit_text(one, assistant) for one in meant]
        if others := [_benefit_line(one) for one in found if one not in meant]:
            told.append("\n".join([_OTHERS, *others]))
        return _told(told, found, nothing=f"没有可以计算的补贴。{_held(assistant, day)}")

    calculate = _CALCULATE.format(facts=_fact_names(assistant.rulebook.book))
    return [
        _tool(search_clauses, SearchArguments, _SEARCH),
        _tool(calculate_benefits, CalculateArguments, calculate),
    ]


def _tool(act: Callable[..., Told], arguments: type[Data], description: str) -> BaseTool:
    return StructuredTool.from_function(
        act,
        args_schema=arguments,
        description=description,
        response_format="content_and_artifact",
        handle_tool_error=True,
        handle_validation_error=lambda error: _explain(error.errors(), arguments),
    )


@contextmanager
def _refusals() -> Iterator[None]:
    """What the assistant refuses is said to the model, which may mend it."""
    try:
        yield
    except AssistantError as error:
        # It may quote half a character, which no message to a model can hold.
        raise ToolException(str(error).encode("utf-8", "replace").decode()) from error


def _explain(problems: Iterable[Any], arguments: type[Data]) -> str:
    """Which arguments are wrong and what they should be; nothing of what was sent is repeated."""
    fields = arguments.model_fields
    wrong = dict.fromkeys(str(name) for problem in problems for name in problem["loc"][:1])
    lines = [f"{name} 应为：{fields[name].description}。" for name in wrong if name in fields]
    if not set(wrong) <= set(fields):
        lines.append(f"只有这些参数：{'、'.join(fields)}。")
    return "\n".join(["参数不能用。", *lines])


def _told(texts: list[str], records: Iterable[Data], *, nothing: str) -> Told:
    return "\n\n".join(texts) or nothing, [record.model_dump(mode="json") for record in records]


def _held(assistant: Assistant, day: date) -> str:
    places = dict.fromkeys(policy.region for policy in assistant.policies(as_of=day))
    return f"只收录了这些地区的政策：{'、'.join(places)}；别的地区不能套用它们的标准。"


def _hit_text(number: int, hit: SearchHit) -> str:
    return f"{number}. {_source(hit)} {hit.heading}（{VALIDITY[hit.validity]}）\n“{hit.passage}”"


def _speaks_for(benefit: BenefitOut) -> bool:
    """Whether some facts count towards a benefit, none against it, and its policy has begun."""
    met = any(reason.startswith("符合：") for reason in benefit.reasons)
    return met and benefit.outcome != "ineligible" and benefit.validity is not Validity.NOT_YET


def _benefit_line(benefit: BenefitOut) -> str:
    failed = [reason for reason in benefit.reasons if reason.startswith("不符合")]
    words = "；".join([VALIDITY[benefit.validity], OUTCOMES[benefit.outcome], *failed])
    return f"- {benefit.name}（{benefit.rule_id}）：{words}"


def _benefit_text(benefit: BenefitOut, assistant: Assistant) -> str:
    """A benefit, validity ahead of the amount: what is no longer paid must not sound current."""
    clause, book = assistant.clause(benefit.policy_id, benefit.path), assistant.rulebook.book
    amount = _amount(benefit.amount, certain=benefit.outcome == "eligible")
    parts = {
        "条件": benefit.reasons,
        "算法": benefit.steps,
        "限制": benefit.limits,
        "说明": benefit.notes,
        "还要知道": [f"{book[fact].label}（{fact}）" for fact in benefit.missing_facts],
    }
    return "\n".join(
        [
            f"{benefit.name}（{benefit.rule_id}）：{OUTCOMES[benefit.outcome]}",
            f"依据：{_source(clause)}（{VALIDITY[benefit.validity]}）",
            f"金额：{amount}；发给：{benefit.recipient}",
            *(f"{title}：{'；'.join(lines)}" for title, lines in parts.items() if lines),
        ]
    )


def _source(found: SearchHit | ClauseOut) -> str:
    return f"{found.document_number or f'《{found.title}》'} {found.path}"


def _amount(amount: AmountOut | None, *, certain: bool) -> str:
    if amount is None:
        return "不发放"
    low, high = (None if bound is None else Decimal(bound) for bound in (amount.low, amount.high))
    return f"{'' if certain else '条件都满足时：'}{show(Amount(low, high))}"


def _fact_names(book: FactBook) -> str:
    """Every fact with its label and the values that it takes, those of a kind on one line."""
    by_kind: dict[str, list[str]] = {}
    for spec in book:
        by_kind.setdefault(_values(spec), []).append(f"{spec.id}={spec.label}")
    return "\n".join(f"{values}：{'、'.join(names)}" for values, names in by_kind.items())


def _values(spec: FactSpec) -> str:
    match spec.kind:
        case "yes_no":
            return "true 或 false"
        case "choice":
            return f"其中一个（{'、'.join(spec.choices)}）"
        case "choices":
            return f"列表（{'、'.join(spec.choices)}）"
        case "date":
            return "日期 YYYY-MM-DD"
        case _:
            return f"数值（{spec.unit}）" if spec.unit else "数值"
