"""Whether a message asks for papers, or when money comes."""

from dataclasses import replace

import pytest

from assistant.dialogue.answers.formalities_written import no_formalities, written_formalities
from assistant.dialogue.language.formalities import asks_for_formalities
from assistant.documents.library import Library


@pytest.mark.parametrize(
    ("text", "asks", "why"),
    [
        ("要带啥材料", True, "papers"),
        ("申请要交啥", True, "papers by the deed"),
        ("资料都要哪些", True, "the papers ahead"),
        ("剩下的几时给", True, "the rest of the money"),
        ("钱几天能下来", True, "in how many days"),
        ("大概多久打到公司账上", True, "how long it takes"),
        ("前几天主管部门给我发了操作证", False, "the other day"),
        ("从啥时候开始补", False, "from when something counts"),
        ("几时给工人培训", False, "when people are trained"),
        ("什么时候发证", False, "when a certificate is given"),
        ("要交什么保险", False, "a condition"),
        ("以工代训最多补几个月", False, "for how long"),
    ],
)
def test_papers_and_days_of_payment(text: str, asks: bool, why: str) -> None:
    assert asks_for_formalities(text) is asks, why


def test_a_reviewed_text_without_papers_is_told_to_have_none(library: Library) -> None:
    for policy in library.policies:
        assert "条文没有写申请材料" in no_formalities(policy), policy.id
        assert [one.quote for one in written_formalities(policy)] == [
            words.quote for words in policy.about.formalities
        ]


@pytest.mark.parametrize(
    "words",
    [
        "申请人应提交身份证复印件和培训合格证书。",
        "由街道受理窗口收件。",
        "人社部门在10个工作日内审核完毕。",
        "申报材料包括补贴申请表和学员名册。",
    ],
)
def test_a_text_that_has_papers_or_days_is_not_told_to_have_none(library: Library, words: str) -> None:
    policy = library.policies[0]
    body = next(clause for clause in policy.clauses if clause.kind == "body")
    written = replace(body, text=f"{body.text}\n{words}")
    policy = replace(
        policy,
        about=policy.about.model_copy(update={"formalities": ()}),
        clauses=tuple(written if clause is body else clause for clause in policy.clauses),
    )
    assert words in no_formalities(policy)
    assert "条文没有写" not in no_formalities(policy)
    assert [one.quote for one in written_formalities(policy)] == [words]
