"""The Markdown of answers as HTML, and nothing of a text as markup."""

import re

import pytest

from ui.markdown import bold, to_html


@pytest.mark.parametrize(
    ("text", "html", "why"),
    [
        ("一段", "<p>一段</p>", "a paragraph"),
        ("一\n二", "<p>一<br>二</p>", "a line stays a line"),
        ("一\n\n二", "<p>一</p><p>二</p>", "an empty line parts paragraphs"),
        ("**请留意：**晋江", "<p><strong>请留意：</strong>晋江</p>", "bold ends beside Chinese punctuation"),
        ("- 一\n- 二", "<ul><li>一</li><li>二</li></ul>", "a list"),
        ("有：\n- 一", "<p>有：</p><ul><li>一</li></ul>", "a list needs no empty line before it"),
        ("7. 七\n8. 八", '<ol start="7"><li>七</li><li>八</li></ol>', "a list keeps its first number"),
        ("> “引”\n> 文", "<blockquote>“引”<br>文</blockquote>", "a quote"),
        ("## 题", "<h3>题</h3>", "a heading of an answer lies below those of the page"),
        (
            "| 甲 | 乙 |\n| --- | --- |\n| 1 | **2** |",
            '<div class="scroll"><table><thead><tr><th>甲</th><th>乙</th></tr></thead>'
            "<tbody><tr><td>1</td><td><strong>2</strong></td></tr></tbody></table></div>",
            "a table",
        ),
        ("2.5倍", "<p>2.5倍</p>", "a decimal opens no list"),
        ("**没完", "<p>**没完</p>", "what is not closed is not bold"),
        ("", "", "nothing"),
        ("\n \n", "", "white space"),
    ],
)
def test_what_answers_are_written_in(text: str, html: str, why: str) -> None:
    assert to_html(text) == html, why


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "- <img src=x onerror=alert(1)>",
        "> <b>",
        "| <i> |",
        "**<u>**",
        "# <h1>",
        "[x](javascript:alert(1))<a>",
        "1. <svg/onload=alert(1)>",
    ],
)
def test_no_text_becomes_markup(text: str) -> None:
    ours = "p|ul|ol|li|h3|blockquote|strong|div|table|thead|tbody|tr|th|td"
    tags = re.findall(r"<[^>]*>", to_html(text))
    assert tags
    for tag in tags:
        assert re.fullmatch(rf'</?(?:{ours})(?: start="\d+"| class="scroll")?>', tag), tag


def test_a_line_alone() -> None:
    assert bold("**<x>**&") == "<strong>&lt;x&gt;</strong>&amp;"
