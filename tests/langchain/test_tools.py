"""The tools give what the assistant gives: Chinese for the model, the same objects as artifact, no exception."""

import asyncio
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from langchain.agents import create_agent
from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage
from langchain_core.tools import BaseTool
from langchain_core.utils.function_calling import convert_to_openai_tool

from assistant.bootstrap import Assistant
from assistant.langchain.tools import policy_tools

JUNE_2020 = date(2020, 6, 15)
INTERMEDIATE = {
    "certificate_level": "四级",
    "vocational_certificate": True,
    "contract_months": 24,
    "pension_insured": True,
}
Tools = dict[str, BaseTool]


@pytest.fixture(scope="module")
def tools(assistant: Assistant) -> Tools:
    return {tool.name: tool for tool in policy_tools(assistant, clock=lambda: JUNE_2020)}


def call(tools: Tools, name: str, arguments: dict[str, Any]) -> ToolMessage:
    """What a model gets for a tool call, which must be the same for whoever awaits."""
    request = {"type": "tool_call", "id": "1", "name": name, "args": arguments}
    message = tools[name].invoke(request)
    assert isinstance(message, ToolMessage)
    assert asyncio.run(tools[name].ainvoke(request)) == message
    return message


def search(tools: Tools, **arguments: Any) -> ToolMessage:
    return call(tools, "search_clauses", arguments)


def calculate(tools: Tools, **arguments: Any) -> ToolMessage:
    return call(tools, "calculate_benefits", arguments)


@pytest.mark.parametrize("region", [None, "晋江市", "衢州市"])
def test_search_gives_the_hits_and_quotes_them(
    assistant: Assistant, tools: Tools, region: str | None
) -> None:
    message = search(tools, query="岗前培训补多少", region=region, as_of="2020-06-15")
    hits = assistant.search("岗前培训补多少", region=region, as_of=JUNE_2020, limit=5)
    assert hits and message.status == "success"
    assert message.artifact == [hit.model_dump(mode="json") for hit in hits]
    for hit in hits:
        assert hit.passage in message.text
        assert f"{hit.document_number or f'《{hit.title}》'} {hit.path}" in message.text


@pytest.mark.parametrize(
    ("facts", "region", "benefit"),
    [
        pytest.param(INTERMEDIATE, "晋江市", None, id="a worker in 晋江"),
        pytest.param(
            {"certificate_level": "三级", "headcount": [3, 5]}, "福州市鼓楼区", None, id="three to five"
        ),
        pytest.param({"contract_months": {"at_least": 12}}, "衢州市", None, id="a year or more"),
        pytest.param({"trainee_group": ["退役军人", "残疾人"]}, None, None, id="all places"),
        pytest.param(
            {"certificate_level": "不清楚"}, "晋江市", "jinjiang-skill-upgrade-worker", id="not sure"
        ),
        pytest.param({"event_date": "2022-03-01"}, "晋江市", None, id="the day of the event counts"),
        pytest.param({}, "晋江市", None, id="nothing known"),
    ],
)
def test_benefits_are_those_of_the_assistant(
    assistant: Assistant, tools: Tools, facts: dict[str, Any], region: str | None, benefit: str | None
) -> None:
    message = calculate(tools, facts=facts, region=region, as_of="2020-06-15", benefit=benefit)
    benefits = assistant.calculate(facts, region=region, as_of=JUNE_2020, benefit=benefit)
    assert benefits and message.status == "success"
    assert message.artifact == [one.model_dump(mode="json") for one in benefits]
    for one in benefits:
        assert f"{one.name}（{one.rule_id}）" in message.text, "none is left out of what the model reads"


def section(message: ToolMessage, rule_id: str) -> str:
    return next(part for part in message.text.split("\n\n") if f"（{rule_id}）：" in part)


@pytest.mark.parametrize(
    ("facts", "amount"),
    [
        pytest.param(INTERMEDIATE, "金额：1000元；发给：个人", id="二（六）2: 中级工（四级）每人1000元"),
        pytest.param(
            INTERMEDIATE | {"certificate_level": "一级"}, "金额：3000元；", id="高级技师（一级）每人3000元"
        ),
        pytest.param(
            {key: value for key, value in INTERMEDIATE.items() if key != "certificate_level"},
            "金额：700元至3000元；",
            id="no level: 700 to 3000",
        ),
        pytest.param(
            INTERMEDIATE | {"pension_insured": None},
            "金额：条件都满足时：1000元；",
            id="null is unknown, not no, and the amount hangs on it",
        ),
        pytest.param(INTERMEDIATE | {"contract_months": 11}, "金额：不发放；", id="一年以上期限劳动合同"),
    ],
)
def test_the_model_reads_the_amount_of_the_clause(tools: Tools, facts: dict[str, Any], amount: str) -> None:
    """晋政办〔2019〕79号 二（六）2."""
    rule = "jinjiang-skill-upgrade-worker"
    message = calculate(tools, facts=facts, region="晋江市", benefit=rule)
    assert amount in section(message, rule)
    assert "依据：晋政办〔2019〕79号 二（六）2（现行）" in section(message, rule)


def test_validity_stands_ahead_of_an_amount_that_is_no_longer_paid(tools: Tools) -> None:
    """The title's period is 2019—2021年; the text states no end."""
    message = calculate(tools, facts=INTERMEDIATE, region="晋江市", as_of="2022-01-01")
    text = section(message, "jinjiang-skill-upgrade-worker")
    assert text.index("标题所载期间已过") < text.index("1000元")


def test_the_benefits_that_the_facts_speak_for_come_first_and_in_full(tools: Tools) -> None:
    message = calculate(tools, facts=INTERMEDIATE, region="晋江市")
    told, _, others = message.text.partition("其他补贴")
    assert "jinjiang-skill-upgrade-worker" in told
    assert "jinjiang-master-studio" in others
    assert "fujian-2025" not in told, "a policy of 2025 has not begun in 2020"


def test_missing_facts_are_named_so_that_the_model_can_ask(tools: Tools) -> None:
    facts = {key: value for key, value in INTERMEDIATE.items() if key != "certificate_level"}
    message = calculate(tools, facts=facts, benefit="jinjiang-skill-upgrade-worker")
    assert "还要知道：证书等级（certificate_level）" in message.text


def test_today_is_the_clock_s(assistant: Assistant) -> None:
    days = iter([date(2021, 12, 31), date(2022, 1, 1)])
    search = policy_tools(assistant, clock=lambda: next(days))[0]
    first, second = (search.invoke({"query": "中级工", "region": "晋江市"}) for _ in range(2))
    assert "（现行）" in first and "（标题所载期间已过）" in second


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        pytest.param("search_clauses", {"query": "qqxxzz"}, id="words of no clause"),
        pytest.param(
            "search_clauses", {"query": "中级工", "region": "杭州市"}, id="clauses of a place not held"
        ),
        pytest.param(
            "calculate_benefits", {"facts": {}, "region": "杭州市"}, id="benefits of a place not held"
        ),
        pytest.param(
            "calculate_benefits",
            {"facts": {}, "region": "衢州市", "benefit": "jinjiang-pre-job"},
            id="another place's benefit",
        ),
    ],
)
def test_nothing_found_names_the_places_that_are_held(
    tools: Tools, name: str, arguments: dict[str, Any]
) -> None:
    message = call(tools, name, arguments)
    assert (message.status, message.artifact) == ("success", [])
    assert message.text.startswith("没有")
    assert "晋江市" in message.text and "衢州市" in message.text
    assert "元" not in message.text, "never a neighbour's figure"


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        pytest.param(
            "search_clauses", {"query": "中级工", "region": "火星"}, "不认识的地区：火星", id="place"
        ),
        pytest.param("search_clauses", {"query": " "}, "请先输入", id="nothing asked"),
        pytest.param("search_clauses", {"query": "\ud800"}, "损坏的字符", id="half a character"),
        pytest.param(
            "search_clauses", {"query": "中级工", "as_of": "2020-02-30"}, "日期不对", id="no such day"
        ),
        pytest.param("search_clauses", {"query": 7}, "query 应为：要查的问题", id="a number for words"),
        pytest.param("search_clauses", {}, "query 应为：", id="no query"),
        pytest.param(
            "search_clauses", {"query": "中级工", "k": 3}, "只有这些参数：query、region、as_of", id="made up"
        ),
        pytest.param(
            "calculate_benefits", {"facts": {}, "region": "火星"}, "不认识的地区", id="place, benefits"
        ),
        pytest.param(
            "calculate_benefits", {"facts": {"salary": 1}}, "没有“salary”这一项事实", id="no such fact"
        ),
        pytest.param(
            "calculate_benefits", {"facts": {"\ud800": 1}}, "这一项事实", id="half a character, fact"
        ),
        pytest.param(
            "calculate_benefits",
            {"facts": {"certificate_level": "九级"}},
            "“证书等级”的值不能用：九级",
            id="no level",
        ),
        pytest.param("calculate_benefits", {"facts": {"headcount": -1}}, "“人数”的值不能用", id="below zero"),
        pytest.param(
            "calculate_benefits", {"facts": {"headcount": float("nan")}}, "“人数”", id="not a number"
        ),
        pytest.param("calculate_benefits", {"facts": {"headcount": [[1]]}}, "facts 应为", id="nested"),
        pytest.param("calculate_benefits", {"facts": "四级"}, "facts 应为", id="words for facts"),
        pytest.param("calculate_benefits", {"region": "晋江市"}, "facts 应为", id="no facts"),
        pytest.param(
            "calculate_benefits", {"facts": {}, "benefit": "x"}, "没有“x”这一项补贴", id="no benefit"
        ),
        pytest.param("calculate_benefits", {"facts": {}, "as_of": "昨天"}, "日期不对", id="no day"),
    ],
)
def test_what_cannot_be_used_comes_back_as_words(
    tools: Tools, name: str, arguments: dict[str, Any], said: str
) -> None:
    message = call(tools, name, arguments)
    assert (message.status, message.artifact) == ("error", None)
    assert said in message.text
    message.text.encode()  # what is sent to a model holds no half characters


def test_a_fault_of_the_program_is_no_answer(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what the assistant refuses on purpose is told to the model."""

    def broken(*_arguments: Any, **_options: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Assistant, "search", broken)
    with pytest.raises(ZeroDivisionError):
        policy_tools(assistant)[0].invoke({"query": "中级工"})


def test_every_fact_and_every_choice_is_described(assistant: Assistant, tools: Tools) -> None:
    """A model can only send facts whose names it was told."""
    described = tools["calculate_benefits"].description
    for spec in assistant.rulebook.book:
        assert f"{spec.id}={spec.label}" in described
        assert all(choice in described for choice in spec.choices)


def test_models_are_told_the_arguments(tools: Tools) -> None:
    told = {name: convert_to_openai_tool(tool)["function"]["parameters"] for name, tool in tools.items()}
    assert list(told["search_clauses"]["properties"]) == ["query", "region", "as_of"]
    assert told["search_clauses"]["required"] == ["query"]
    assert list(told["calculate_benefits"]["properties"]) == ["facts", "region", "as_of", "benefit"]
    assert told["calculate_benefits"]["required"] == ["facts"]
    assert all(
        one["description"] for parameters in told.values() for one in parameters["properties"].values()
    )


class ScriptedModel(GenericFakeChatModel):
    """Says what it was told to say, and takes any tools."""

    def bind_tools(self, tools: Any, **_options: Any) -> "ScriptedModel":
        return self


def test_an_agent_of_langchain_mends_its_call_and_gets_the_amount(tools: Tools) -> None:
    """The tools work where the package `langchain` uses them; the first call is wrong."""
    arguments = {"facts": INTERMEDIATE, "region": "晋江市", "as_of": "2020-06-15"}
    calls = [arguments | {"region": "火星"}, arguments]
    script = [
        AIMessage(
            "", tool_calls=[{"name": "calculate_benefits", "args": args, "id": str(i), "type": "tool_call"}]
        )
        for i, args in enumerate(calls)
    ]
    agent = create_agent(
        ScriptedModel(messages=iter([*script, AIMessage("可领1000元。")])), list(tools.values())
    )
    messages = agent.invoke({"messages": [HumanMessage("我考了中级工，能领多少？")]})["messages"]
    refused, given = (message for message in messages if isinstance(message, ToolMessage))
    assert refused.status == "error" and "不认识的地区" in refused.text
    paid = next(one for one in given.artifact if one["rule_id"] == "jinjiang-skill-upgrade-worker")
    assert paid["amount"] == {"kind": "exact", "low": "1000", "high": "1000", "unit": "元"}


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_example_of_the_readme_runs(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, readme: str
) -> None:
    text = (Path(__file__).resolve().parents[2] / readme).read_text(encoding="utf-8")
    example = next(
        block for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL) if "langchain" in block
    )
    monkeypatch.setattr("assistant.bootstrap.open_assistant", lambda _settings: assistant)
    names: dict[str, Any] = {}
    exec(example, names)
    assert names["documents"]
    assert [tool.name for tool in names["tools"]] == ["search_clauses", "calculate_benefits"]
