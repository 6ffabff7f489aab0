"""The retriever gives what Assistant.search gives, as documents."""

import asyncio
import json
from datetime import date

import pytest
from langchain_core.runnables import ConfigurableField
from pydantic import ValidationError

from assistant.bootstrap import Assistant
from assistant.errors import BadInput
from assistant.langchain.retriever import PolicyRetriever

QUESTIONS = ["中级工补贴多少", "以工代训补几个月", "學徒制一年補多少", "技能大师工作室"]
JUNE_2020 = date(2020, 6, 15)


@pytest.mark.parametrize("region", [None, "晋江市", "福州市鼓楼区"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_documents_are_the_clauses_that_the_search_finds(
    assistant: Assistant, question: str, region: str | None
) -> None:
    retriever = PolicyRetriever(assistant=assistant, region=region, as_of=JUNE_2020, limit=7)
    documents = retriever.invoke(question)
    hits = assistant.search(question, region=region, as_of=JUNE_2020, limit=7)
    assert documents and len(documents) == len(hits)
    for document, hit in zip(documents, hits, strict=True):
        assert document.metadata == {
            "policy_id": hit.policy_id,
            "path": hit.path,
            "title": hit.title,
            "document_number": hit.document_number,
            "validity": hit.validity.value,
            "score": hit.score,
            "quote": hit.passage,
        }
        assert document.page_content == assistant.clause(hit.policy_id, hit.path).text
        assert hit.passage in document.page_content, "a quote is a slice of the clause"


def test_metadata_is_plain_json(assistant: Assistant) -> None:
    """Vector stores and tracers accept nothing else."""
    for document in PolicyRetriever(assistant=assistant, as_of=JUNE_2020).invoke("中级工补贴多少"):
        assert json.loads(json.dumps(document.metadata)) == document.metadata


def test_ids_tell_clauses_apart(assistant: Assistant) -> None:
    documents = PolicyRetriever(assistant=assistant, as_of=JUNE_2020, limit=50).invoke("培训补贴")
    assert len({document.id for document in documents}) == len(documents) > 10


def test_awaiting_gives_the_same(assistant: Assistant) -> None:
    retriever = PolicyRetriever(assistant=assistant, region="晋江市", as_of=JUNE_2020)
    assert asyncio.run(retriever.ainvoke("中级工补贴多少")) == retriever.invoke("中级工补贴多少")


def test_only_the_region_and_what_lies_around_it(assistant: Assistant) -> None:
    """晋江市 lies in 福建省; 衢州市 and 鼓楼区 are no business of its people."""
    documents = PolicyRetriever(assistant=assistant, region="晋江市", as_of=JUNE_2020, limit=50).invoke(
        "培训补贴"
    )
    found = {document.metadata["policy_id"] for document in documents}
    assert "jinjiang-2019-79" in found
    assert found <= {"jinjiang-2019-79", "fujian-2024-41", "fujian-2025-skills"}


@pytest.mark.parametrize(
    ("question", "region"),
    [
        pytest.param("qqxxzz", None, id="words of no clause"),
        pytest.param("中级工补贴多少", "杭州市", id="a place that is not held gets no neighbour's clause"),
    ],
)
def test_nothing_found(assistant: Assistant, question: str, region: str | None) -> None:
    retriever = PolicyRetriever(assistant=assistant, region=region, as_of=JUNE_2020)
    assert retriever.invoke(question) == []
    assert asyncio.run(retriever.ainvoke(question)) == []


@pytest.mark.parametrize(
    ("question", "region", "said"),
    [
        pytest.param("中级工", "火星", "不认识的地区", id="no such place"),
        pytest.param("", None, "请先输入", id="no question"),
        pytest.param("补" * 2001, None, "太长", id="too long"),
    ],
)
def test_what_cannot_be_used_is_refused_in_chinese(
    assistant: Assistant, question: str, region: str | None, said: str
) -> None:
    retriever = PolicyRetriever(assistant=assistant, region=region, as_of=JUNE_2020)
    with pytest.raises(BadInput, match=said):
        retriever.invoke(question)
    with pytest.raises(BadInput, match=said):
        asyncio.run(retriever.ainvoke(question))


@pytest.mark.parametrize("limit", [0, 51])
def test_a_limit_is_within_what_the_http_interface_allows(assistant: Assistant, limit: int) -> None:
    with pytest.raises(ValidationError):
        PolicyRetriever(assistant=assistant, limit=limit)


@pytest.mark.parametrize(
    ("as_of", "today", "validity"),
    [
        pytest.param(
            None, date(2021, 12, 31), "in_force", id="no day given: the clock's, the last of 2019—2021年"
        ),
        pytest.param(None, date(2022, 1, 1), "period_over", id="a server that runs on into 2022"),
        pytest.param(
            date(2021, 12, 31), date(2022, 1, 1), "in_force", id="the day given goes before the clock's"
        ),
    ],
)
def test_validity_is_that_of_the_day(
    assistant: Assistant, as_of: date | None, today: date, validity: str
) -> None:
    retriever = PolicyRetriever(assistant=assistant, region="晋江市", as_of=as_of, clock=lambda: today)
    found = [document.metadata for document in retriever.invoke("中级工岗位技能提升补贴")]
    assert {one["validity"] for one in found if one["policy_id"] == "jinjiang-2019-79"} == {validity}


def test_the_region_can_be_chosen_with_each_call(assistant: Assistant) -> None:
    """As LangChain's own retrievers allow: one chain, many places."""
    chain = PolicyRetriever(assistant=assistant, as_of=JUNE_2020).configurable_fields(
        region=ConfigurableField(id="region")
    )
    documents = chain.invoke("岗前培训", config={"configurable": {"region": "衢州市"}})
    assert {document.metadata["policy_id"] for document in documents} == {"quzhou-2019-141"}


def test_what_is_printed_and_dumped_leaves_the_assistant_out(assistant: Assistant) -> None:
    """Tracers print retrievers; the whole corpus does not belong into a log."""
    retriever = PolicyRetriever(assistant=assistant, region="晋江市")
    assert len(repr(retriever)) < 200
    assert "assistant" not in retriever.model_dump()
