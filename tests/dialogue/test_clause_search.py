"""Searching clauses as they stand: which place's, in which order, marked and grouped."""

from datetime import date

import pytest

from assistant.bootstrap import Assistant, open_assistant
from assistant.errors import BadInput
from assistant.settings import Settings

DAY = date(2026, 3, 1)


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return open_assistant(Settings(database_url="sqlite://"))


PLACES = [
    ("晋江中级工补贴多少", None, {"jinjiang-2019-79", "fujian-2024-41", "fujian-2025-skills"}, "the place named"),
    ("衢州岗前培训", None, {"quzhou-2019-141"}, "another province: no clause of Fujian's"),
    ("岗前培训", "衢州市", {"quzhou-2019-141"}, "the filter"),
    ("晋江岗前培训", "衢州市", {"quzhou-2019-141"}, "the filter wins over a place that is named"),
    ("杭州中级工补贴多少", None, set(), "a place that is not held gets no neighbour's clause"),
    ("中级工补贴", "杭州市", set(), "nor by the filter"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "region", "policies", "reason"), PLACES)
def test_place(assistant: Assistant, query: str, region: str | None, policies: set[str], reason: str) -> None:
    hits = assistant.search(query, region=region, as_of=DAY, limit=50)
    assert bool(hits) == bool(policies), reason
    assert {hit.policy_id for hit in hits} <= policies, reason


def test_without_a_place_all_are_searched(assistant: Assistant) -> None:
    hits = assistant.search("岗前培训补贴", as_of=DAY, limit=50)
    assert {hit.policy_id for hit in hits} >= {"gulou-2020-6", "jinjiang-2019-79", "quzhou-2019-141"}


def test_what_grants_the_topic_asked_for_stands_first(assistant: Assistant) -> None:
    [best] = assistant.search("以工代训一个月补多少", region="鼓楼区", as_of=date(2020, 6, 15), limit=1)
    assert best.path == assistant_path(assistant, "gulou-2020-6", "以工代训")


def assistant_path(assistant: Assistant, policy: str, name: str) -> str:
    rules = assistant.rulebook.of_policy(policy)
    return next(rule.clause.path for rule in rules if name in rule.benefit.name)


def test_words_of_the_question_are_marked_in_the_passage(assistant: Assistant) -> None:
    [hit] = assistant.search("晋江考了中級工的本本", as_of=DAY, limit=1)
    marked = [hit.passage[start:end] for start, end in hit.highlights]
    assert "中级工" in marked and "证书" in "".join(marked)


def test_neighbours_in_the_text_are_one_group_under_the_best_of_them(assistant: Assistant) -> None:
    hits = assistant.search("企业职工岗位技能提升培训补贴", region="晋江市", as_of=DAY, limit=50)
    assert hits[0].group == 1
    groups: dict[int, list[str]] = {}
    for hit in hits:
        groups.setdefault(hit.group, []).append(f"{hit.policy_id} {hit.path}")
    assert list(groups) == list(range(1, len(groups) + 1)), "numbered by their best hits"
    shared = next(paths for paths in groups.values() if "jinjiang-2019-79 二（六）1" in paths)
    assert "jinjiang-2019-79 二（六）2" in shared, "two points of one item"


def test_what_cannot_be_read_is_said(assistant: Assistant) -> None:
    with pytest.raises(BadInput, match="不认识的地区"):
        assistant.search("中级工", region="火星", as_of=DAY)
    with pytest.raises(BadInput, match="请先输入"):
        assistant.search("  ", as_of=DAY)
