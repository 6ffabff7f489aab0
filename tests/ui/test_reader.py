"""The policy reader: the text as it stands, every clause with an address, every amount explained."""

import re
from datetime import date
from html import unescape

import pytest
from fastapi.testclient import TestClient

from assistant.bootstrap import Assistant
from assistant.rules.figures import find_figures
from ui.reader import read_range

DAY = date(2020, 6, 15)
POLICIES = ["fujian-2024-41", "fujian-2025-skills", "gulou-2020-6", "jinjiang-2019-79", "quzhou-2019-141"]


def section(html: str, anchor: str) -> str:
    found = re.search(rf'<section[^>]* id="{re.escape(anchor)}".*?</section>', html, re.DOTALL)
    assert found is not None, anchor
    return found[0]


def words(html: str) -> str:
    return re.sub(r"\s", "", unescape(re.sub(r"<[^>]+>", "", html)))


def test_every_policy_is_listed_and_has_a_page(pages: TestClient) -> None:
    listed = pages.get("/policies").text
    assert re.findall(r'href="policies/([\w-]+)"', listed) == POLICIES
    assert "晋政办〔2019〕79号" in listed
    for policy in POLICIES:
        assert pages.get(f"/policies/{policy}").status_code == 200


@pytest.mark.parametrize("policy", POLICIES)
def test_the_text_stands_there_whole_and_in_order(
    pages: TestClient, assistant: Assistant, policy: str
) -> None:
    held = assistant.library.get(policy)
    assert held is not None
    html = pages.get(f"/policies/{policy}").text
    bodies = "".join(re.findall(r"<section.*?</section>", html, re.DOTALL))
    for added in (r"<sup>.*?</sup>", r'<ol class="notes".*?</ol>', r'<p class="step">.*?</p>'):
        bodies = re.sub(added, "", bodies, flags=re.DOTALL)
    assert words(bodies) == re.sub(r"\s", "", held.text)


@pytest.mark.parametrize("policy", POLICIES)
def test_every_clause_has_an_address_of_its_own(pages: TestClient, assistant: Assistant, policy: str) -> None:
    html = pages.get(f"/policies/{policy}").text
    anchors = re.findall(r'<section[^>]* id="([^"]+)"', html)
    assert len(anchors) == len(set(anchors))
    held = assistant.library.get(policy)
    assert held is not None
    assert {clause.path for clause in held.clauses} - set(anchors) == {
        clause.path for clause in held.clauses if held.clause(clause.path) is None
    }
    for target in re.findall(r'href="#([^"]+)"', html):
        assert f'id="{target}"' in html, "no link leads nowhere"


@pytest.mark.parametrize("policy", POLICIES)
def test_every_amount_is_explained(assistant: Assistant, policy: str) -> None:
    text = assistant.policy_text(policy, as_of=DAY)
    assert any(clause.marks for clause in text.clauses)
    for clause in text.clauses:
        for figure in find_figures(clause.text):
            mark = next(m for m in clause.marks if m.start <= figure.span.start and figure.span.end <= m.end)
            assert mark.notes, clause.text[figure.span.start : figure.span.end]


def test_an_amount_names_the_benefit_that_uses_it(pages: TestClient) -> None:
    """晋政办〔2019〕79号 二（六）1: 按每人 800 元标准给予企业培训补贴."""
    clause = section(pages.get("/policies/jinjiang-2019-79").text, "二（六）1")
    number = re.search(r'<span class="money benefit">800</span><sup><a href="#n(\d+)"', clause)
    assert number is not None
    assert re.search(rf'id="n{number[1]}".*?企业职工岗前培训补贴', clause, re.DOTALL)


def test_a_number_that_is_no_benefit_says_why(pages: TestClient) -> None:
    """晋政办〔2019〕79号 一: 1.8万人次 is a target."""
    clause = section(pages.get("/policies/jinjiang-2019-79").text, "一")
    assert '<span class="money set_aside">1.8万人次</span>' in clause
    assert "三年培训目标，不是补贴名额" in clause
    assert "不是补贴" in words(clause)


def test_the_words_that_an_answer_quotes_are_marked(pages: TestClient, assistant: Assistant) -> None:
    asked = "我在晋江上班，考了中级工能领多少"
    cited = assistant.ask(asked, as_of=DAY).citations[0]
    html = pages.get(f"/policies/{cited.policy_id}?q={cited.start}-{cited.end}").text
    clause = section(html, cited.path)
    assert words("".join(re.findall(r"<mark>(.*?)</mark>", clause, re.DOTALL))) == words(cited.quote)
    assert html.count("<mark>") == clause.count("<mark>"), "nothing else is"


def test_marked_words_may_run_over_a_table(pages: TestClient, assistant: Assistant) -> None:
    text = assistant.policy_text("jinjiang-2019-79", as_of=DAY)
    annex = next(clause for clause in text.clauses if clause.path == "附件1")
    html = pages.get(f"/policies/jinjiang-2019-79?q={annex.start}-{annex.start + len(annex.text)}").text
    clause = section(html, "附件1")
    assert "<table>" in clause
    assert "合计12000800020000" in words("".join(re.findall(r"<mark>(.*?)</mark>", clause, re.DOTALL)))


def test_a_clause_leads_to_the_one_before_and_after(pages: TestClient) -> None:
    clause = section(pages.get("/policies/jinjiang-2019-79").text, "二（六）2")
    assert '<a href="#二（六）1">上一条</a>' in clause
    assert '<a href="#二（六）3">下一条</a>' in clause


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ("3-9", range(3, 9)),
        ("", range(0)),
        ("9", range(0)),
        ("-1-5", range(0)),
        ("<script>", range(0)),
        ("99999999-1", range(0)),
        ("٣-٩", range(0)),
    ],
)
def test_only_a_stretch_of_the_text_can_be_marked(written: str, marked: range) -> None:
    assert read_range(written) == marked


@pytest.mark.parametrize("stretch", ["9-3", "0-9999999", "9999998-9999999"])
def test_a_stretch_outside_the_text_does_no_harm(pages: TestClient, stretch: str) -> None:
    assert pages.get(f"/policies/gulou-2020-6?q={stretch}").status_code == 200


def test_a_policy_that_is_not_held(pages: TestClient) -> None:
    response = pages.get("/policies/%3Cscript%3E")
    assert response.status_code == 404
    assert "没有收录" in response.text
    assert "&lt;script&gt;" in response.text
