"""The worker's page without a script: a form goes in, a page comes back, everything on it is escaped."""

import gzip
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import ui
from assistant.bootstrap import Assistant
from assistant.dialogue.records.feedback import FeedbackStore
from assistant.errors import BadInput
from tests.ui.conftest import Recorder
from ui.pages import suggested_questions

STATIC = Path(str(ui.__file__)).parent / "static"
WORKER = "我在晋江上班，考了中级工能领多少？"
SHARP = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>"


class Page(HTMLParser):
    """A page as a browser without scripts uses it: the fields and buttons of the form `composer`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.hidden: dict[str, str] = {}
        self.buttons: list[tuple[str, str]] = []
        self.tags: list[str] = []
        self._in_composer = False
        self.feed(html)
        # What stands in the place chooser is sent with everything.
        chosen = re.search(r'<option(?: value="(\w*)")? selected>([^<]*)', html)
        self.hidden["region"] = (chosen[1] or chosen[2]) if chosen else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if tag == "form":
            self._in_composer = given.get("id") == "composer"
        ours = self._in_composer or given.get("form") == "composer"
        if tag == "input" and given.get("type") == "hidden" and ours:
            self.hidden[given["name"]] = given["value"]
        if tag == "button" and ours and "name" in given:
            self.buttons.append((given["name"], given["value"]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._in_composer = False

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", self.html)))

    def button(self, words: str) -> tuple[str, str]:
        [found] = [(name, value) for name, value in self.buttons if words in value]
        return found


def submit(client: TestClient, page: Page | None = None, **fields: str) -> Page:
    """What a browser sends: the hidden fields of the page with what was typed or pressed."""
    response = client.post("/ask", data={**(page.hidden if page else {}), **fields})
    assert response.status_code == 200, response.text
    return Page(response.text)


def test_the_first_address_leads_to_the_page(client: TestClient) -> None:
    response = client.get("/", follow_redirects=False)
    assert response.headers["location"] == "ask", "relative, so that it works under a prefix"


def test_ask_and_go_on_in_the_same_conversation(pages: TestClient) -> None:
    first = submit(pages, question=WORKER)
    assert "可能符合" in first.text
    assert "1000元" in first.text
    second = submit(pages, first, question="那高级工呢？")
    assert "1500元" in second.text
    assert submit(pages, question="那高级工呢？").text.count("1500元") == 0, "another conversation"


def test_no_cookie_is_set(pages: TestClient) -> None:
    assert "set-cookie" not in pages.post("/ask", data={"question": WORKER}).headers


def test_a_chip_answers_the_open_question(pages: TestClient) -> None:
    first = submit(pages, question="我在晋江上班，签了两年合同，考了中级工能领多少？")
    assert "在单位缴纳基本养老保险了吗" in first.text
    second = submit(pages, first, pick="是", question="")
    assert "3项符合" in second.text
    unsure = submit(pages, first, pick="不清楚", question="")
    assert "在单位缴纳基本养老保险了吗" not in unsure.text, "不清楚 is an answer and is not asked again"


def test_what_was_said_can_be_changed(pages: TestClient) -> None:
    first = submit(pages, question=WORKER)
    name, value = first.button('{"certificate_level": "三级"}')
    second = submit(pages, first, question="", **{name: value})
    assert "证书等级：三级" in second.text
    assert "1500元" in second.text


def test_what_was_said_can_be_taken_back(pages: TestClient) -> None:
    first = submit(pages, question="我在晋江上班，签了两年合同，考了中级工能领多少？")
    assert "劳动合同期限：24个月" in first.text
    name, value = first.button('{"contract_months": null}')
    second = submit(pages, first, question="", **{name: value})
    assert "劳动合同期限：24个月" not in second.text
    assert "签了多长期限的劳动合同" in second.text


def test_a_number_can_be_typed_anew(pages: TestClient) -> None:
    first = submit(pages, question="晋江企业新招10人岗前培训，补多少？")
    assert "8000元" in first.text
    second = submit(pages, first, question="", retype="headcount", **{"typed.headcount": "12"})
    assert "人数：12人" in second.text
    assert "9600元" in second.text


def test_the_place_can_be_changed_in_the_chooser(pages: TestClient) -> None:
    first = submit(pages, region="晋江市", question="企业岗前培训补多少？")
    assert "800元" in first.text
    second = submit(pages, first, region="福州市鼓楼区", question="企业岗前培训补多少？")
    assert "500元" in second.text
    assert "地区：福州市鼓楼区" in second.text


def test_a_place_that_is_not_held_may_be_typed(pages: TestClient) -> None:
    page = submit(pages, region="other", other="成都市", question="考中级工补多少")
    assert "未收录" in page.text
    assert 'value="成都市"' in page.html, "it stays in the chooser"


def test_a_place_in_the_question_goes_before_the_place_of_the_page(pages: TestClient) -> None:
    page = submit(pages, region="衢州市", question="鼓楼企业岗前培训补多少？")
    assert "地区：福州市鼓楼区" in page.text
    assert page.hidden["place_shown"] == "福州市鼓楼区"


@pytest.mark.parametrize(
    ("fields", "told", "why"),
    [
        ({"question": " "}, "请先输入您的问题", "nothing was asked"),
        ({"question": "字" * 2001}, "问题太长了", "too long"),
        ({"question": "补贴", "region": "other", "other": "大西洋"}, "不认识的地区", "no such place"),
        ({"question": "补贴", "session_id": "a b"}, "不能用", "a conversation that cannot be"),
        ({"question": "补贴", "as_of": "2021-02-29"}, "日期不对", "no such day"),
        ({"correct": "certificate_level"}, "改不了", "not what a button sends"),
        ({"correct": "[1]"}, "改不了", "no fact"),
        ({"correct": '{"shoe_size": 42}'}, "shoe_size", "an unknown fact"),
        ({"retype": "headcount", "typed.headcount": " "}, "请先填写", "nothing typed"),
        ({"retype": "headcount", "typed.headcount": "很多"}, "人数", "no number"),
    ],
)
def test_what_cannot_be_used_is_told_and_kept(
    pages: TestClient, fields: dict[str, str], told: str, why: str
) -> None:
    response = pages.post("/ask", data=fields)
    assert response.status_code == 422, why
    page = Page(response.text)
    assert told in page.text, why
    assert 'role="alert"' in page.html
    assert fields.get("question", "").strip() in page.text, "the question can be mended"
    part = pages.post("/ask", data={**fields, "part": "answer"})
    assert part.status_code == 422
    assert "<html" not in part.text, "a script gets the message alone"
    assert told in Page(part.text).text


@pytest.mark.parametrize("body", [b"\xff\xfe=1", b"question=%ff", b"&".join(b"a=1" for _ in range(300))])
def test_what_is_no_form_is_refused(pages: TestClient, body: bytes) -> None:
    assert pages.post("/ask", content=body).status_code == 422


def test_a_script_gets_the_same_answer_alone(pages: TestClient) -> None:
    whole = submit(pages, question=WORKER)
    part = submit(pages, question=WORKER, part="answer")
    assert "<html" not in part.html
    article = re.search(r"<article.*</article>", whole.html, re.DOTALL)
    assert article is not None

    def blind(html: str) -> str:
        return re.sub(r'data-session="[^"]*"', "", html).strip()

    assert blind(article[0]) == blind(part.html)


def test_everything_typed_is_escaped(pages: TestClient) -> None:
    plain = Page(pages.get("/ask").text).tags
    for fields in (
        {"question": SHARP},
        {"question": "补贴", "region": "other", "other": SHARP},
        {"question": "补贴", "session_id": SHARP},
        {"question": "补贴", "as_of": SHARP, "size": SHARP, "contrast": SHARP},
        {"correct": SHARP},
        {"question": WORKER + SHARP},
    ):
        page = Page(pages.post("/ask", data=fields).text)
        assert "img" not in page.tags
        assert page.tags.count("script") == plain.count("script")
    query = {"region": SHARP, "size": SHARP, "as_of": SHARP, "embed": SHARP}
    assert "img" not in Page(pages.get("/ask", params=query).text).tags


def test_a_failing_assistant_is_told_like_any_other_trouble(client: TestClient, recorder: Recorder) -> None:
    recorder.failure = BadInput("这个对话正在处理上一句，请稍等一下再发。")
    response = client.post("/ask", data={"question": "补贴"})
    assert "请稍等一下再发" in response.text


# ---- how it looks


@pytest.mark.parametrize(("size", "kept"), [("elder", "elder"), ("large", "large"), ("huge", "standard")])
def test_the_size_is_kept_through_the_form(pages: TestClient, size: str, kept: str) -> None:
    page = Page(pages.get("/ask", params={"size": size, "contrast": "1"}).text)
    assert f'data-size="{kept}" data-contrast' in page.html
    answered = submit(pages, page, question=WORKER)
    assert f'data-size="{kept}" data-contrast' in answered.html
    if kept != "standard":
        assert f"policies/jinjiang-2019-79?size={kept}&amp;contrast=1&amp;q=" in answered.html


def test_in_another_page_s_frame_there_is_no_head(pages: TestClient) -> None:
    page = Page(pages.get("/ask", params={"embed": "1", "region": "晋江市"}).text)
    assert "header" not in page.tags
    assert "<option selected>晋江市</option>" in page.html
    assert "header" not in submit(pages, page, region="晋江市", question=WORKER).tags


def test_the_day_is_shown_and_may_be_another(pages: TestClient) -> None:
    assert "今天2020年6月15日" in pages.get("/ask").text
    page = Page(pages.get("/ask", params={"as_of": "2019-12-30"}).text)
    assert "按2019年12月30日的情况答" in page.text
    assert page.hidden["as_of"] == "2019-12-30"


def test_every_suggested_question_has_an_answer(pages: TestClient, assistant: Assistant) -> None:
    suggested = suggested_questions(assistant.places())
    assert [place for place, _ in suggested] == ["", *assistant.places()]
    for place, questions in suggested:
        for question in questions:
            page = submit(pages, question=question, region=place)
            assert "没有找到" not in page.text, question
            assert "不在这里能答的范围" not in page.text, question


# ---- feedback


def feedback(client: TestClient, **fields: str | list[str]) -> str:
    return client.post("/ask/feedback", data=fields).text


def test_feedback_keeps_what_the_answer_rests_on_and_never_the_question(
    pages: TestClient, assistant: Assistant
) -> None:
    page = submit(pages, question=WORKER)
    rules = re.findall(r'name="rule" value="([^"]+)"', page.html)
    clauses = re.findall(r'name="clause" value="([^"]+)"', page.html)
    told = feedback(
        pages,
        rule=rules,
        clause=clauses,
        verdict="useless",
        reason="unclear",
        note="看不懂，打我电话13812345678",
    )
    assert "谢谢" in told
    _, kept = FeedbackStore(assistant.sessions.engine).entries()[-1]
    assert kept.rules == ("jinjiang-skill-upgrade-worker",)
    assert kept.clauses[0] == "jinjiang-2019-79/二（六）2"
    assert (kept.verdict, kept.reason) == ("useless", "unclear")
    assert "看不懂" in kept.note
    assert "138" not in kept.note, "private data is taken out"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ({}, "no verdict"),
        ({"verdict": "fine"}, "an unknown verdict"),
        ({"verdict": "useless", "reason": "because"}, "an unknown reason"),
        ({"verdict": "useless", "note": "字" * 501}, "a note too long"),
        ({"verdict": "useful", "rules": ["我的问题是什么"]}, "words in place of a rule"),
        ({"verdict": "useful", "clauses": ["jinjiang-2019-79/九十九"]}, "no such clause"),
        ({"verdict": "useful", "clauses": ["二（六）2"]}, "a clause of no policy"),
        ({"verdict": "useful", "question": "补贴"}, "the question is not taken"),
        ({"verdict": "useful", "rules": ["x"] * 21}, "too many"),
    ],
)
def test_feedback_that_cannot_be_used(
    pages: TestClient, assistant: Assistant, body: dict[str, object], why: str
) -> None:
    store = FeedbackStore(assistant.sessions.engine)
    before = len(store.entries())
    assert pages.post("/api/v1/feedback", json=body).status_code == 422, why
    assert len(store.entries()) == before


def test_feedback_over_the_interface(pages: TestClient, assistant: Assistant) -> None:
    body = {"verdict": "useful", "reason": "wrong", "clauses": ["jinjiang-2019-79/二（六）2"]}
    assert pages.post("/api/v1/feedback", json=body).status_code == 204
    _, kept = FeedbackStore(assistant.sessions.engine).entries()[-1]
    assert (kept.verdict, kept.reason) == ("useful", None), "who found it useful has no complaint"


def test_feedback_that_fails_is_told(pages: TestClient) -> None:
    assert "不能用" in feedback(pages, verdict="fine")
    assert 'role="alert"' in feedback(pages, verdict="fine", part="answer")


# ---- weight


def test_a_page_with_an_answer_weighs_at_most_60_kb(pages: TestClient) -> None:
    """All that a telephone loads, gzipped one by one; the longest answer there is."""
    page = submit(pages, question="鼓楼有哪些补贴，各多少？")
    files = re.findall(r'(?:src|href)="(static/[^"]+)"', page.html)
    assert {Path(name).name for name in files} >= {"page.css", "page.js", "icon.svg"}
    bodies = [page.html.encode(), *(pages.get(f"/{name}").content for name in files)]
    assert sum(len(gzip.compress(body)) for body in bodies) <= 60_000
