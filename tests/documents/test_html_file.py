"""The article of a page, and nothing of what surrounds it."""

import pytest

from assistant.documents.html_file import read
from assistant.documents.mend import mend

PROSE = "<p>一、补贴对象，标准，程序，时限，均按本办法执行；不符合的，不予补贴。</p><p>二、每人补贴500元，其中紧缺职业，每人1000元；不重复享受。</p>"
TEXT = "一、补贴对象，标准，程序，时限，均按本办法执行；不符合的，不予补贴。\n二、每人补贴500元，其中紧缺职业，每人1000元；不重复享受。\n"

ARTICLES = [
    (f"<nav><a>首页</a></nav><div>{PROSE}</div><footer>电话</footer>", TEXT, "elements of the page's frame"),
    (f"<form id=aspnetForm><div>{PROSE}</div></form>", TEXT, "a page that is one form"),
    (f"<div class='left-menu'><p>菜单，内容。</p></div><div class=con>{PROSE}</div>", TEXT, "a part named as a menu"),
    (f"<div class='top_nav main'>{PROSE}</div>", TEXT, "what holds the prose is no menu, whatever its name"),
    (f"<div><a>甲</a><a>乙</a><a>丙</a></div><div>{PROSE}</div>", TEXT, "a part of links"),
    (f"<div>{PROSE}<p style='display: none'>每人9999元。</p></div>", TEXT, "hidden by its style"),
    (f"<style>/* x */ .x, .y {{ color: red; display:none }}</style><div>{PROSE}<p class='y'>隐。</p></div>", TEXT, "hidden by a rule"),
    (f"<style>.con {{ visibility: hidden }}</style><div class=con>{PROSE}</div>", TEXT, "the article itself is never hidden"),
    (f"<title>某市补贴办法全文-网站</title><div><h3>某市补贴办法全文</h3><div>来源：某局</div><div>{PROSE}</div></div>", f"某市补贴办法全文\n{TEXT}", "the title above the article"),
    (f"<div>{PROSE}</div><div><p>附件1：名单</p><table><tr><td>甲</td><td>1</td></tr></table></div><div>主办单位 地址</div>", f"{TEXT}附件1：名单\n甲\t1\n", "an annex below the article"),
    (f"<div>{PROSE}<p>上一篇：补贴9999元</p><p>【打印】【关闭】</p><p>某ICP备1号</p></div>", TEXT, "lines of the frame without a name"),
    (f"<div><table><tr><td>索 引 号</td><td>014/2024</td><td>发布机构</td><td>甲局</td></tr><tr><td>发文字号</td><td>甲人社〔2024〕1号</td><td>成文日期</td><td>2024-05-06</td></tr></table>{PROSE}</div>", f"甲人社〔2024〕1号\n成文日期：2024-05-06\n{TEXT}", "of the page's record the number and the day"),
    (f"<ul><li>索引号：014</li><li>主题分类：就业</li><li>成文日期：2024年05月06日</li><li>有 效 性：有效</li></ul><div>{PROSE}</div>", f"成文日期：2024年05月06日\n{TEXT}", "a record above the article, as a list"),
    (f"<div><table><tr><td>索引号</td><td>1</td></tr><tr><td>发布机构</td><td>甲局</td></tr><tr><td>有效性</td><td>是</td></tr></table><div>关于印发甲市补贴办法的通知</div></div><div>{PROSE}</div>", f"关于印发甲市补贴办法的通知\n{TEXT}", "a title beside the record stays"),
    (f"<div>{PROSE}<table><tr><td>文号</td><td>发文单位</td><td>发文日期</td></tr><tr><td>甲财〔2020〕1号</td><td>甲局</td><td>2020-01-02</td></tr></table></div>", f"{TEXT}文号\t发文单位\t发文日期\n甲财〔2020〕1号\t甲局\t2020-01-02\n", "a list of documents is no record"),
    (f"<div><span>索引号：1</span><span>文　号：甲人社规字[2023]5号</span><span>公开方式：主动</span></div><div>{PROSE}</div>", f"甲人社规字[2023]5号\n{TEXT}", "a row of entries"),
    (f"<div>{PROSE}<table><tr><td>证书</td><td>有效性</td></tr><tr><td>高级工</td><td>三年</td></tr></table></div>", f"{TEXT}证书\t有效性\n高级工\t三年\n", "a table that has one such word is no record"),
    (f"<div><div><a>分享到微信</a><a>分享到微博</a></div>{PROSE}</div>", TEXT, "buttons to share it"),
    (f"<table><tr><td><a>首页</a><a>甲</a><a>乙</a></td></tr><tr><td>{PROSE}</td></tr></table>", TEXT, "a table for the layout"),
]  # fmt: skip

FORMS = [
    ("<p>甲。</p><p>乙。</p>", "甲。\n乙。\n", "paragraphs"),
    ("<div>甲，<br>&nbsp;&nbsp;&nbsp;&nbsp;乙。<br><br>丙。</div>", "甲，\n乙。\n丙。\n", "line breaks before an indent or a blank line"),
    ("<p>关于印<br>发的通知，</p>", "关于印\n发的通知，\n", "other line breaks are left to be judged"),
    ("<p>培训\n   时间，不少于10天。</p>", "培训时间，不少于10天。\n", "a line feed of the source is no space"),
    ("<p><span>一、</span><span>对</span><b>象</b></p>", "一、对象\n", "words in pieces"),
    ("<p>甲&lt;乙&amp;丙&#12290;</p>", "甲<乙&丙。\n", "entities"),
    ("<ol start=3><li>甲；</li><li>乙。</li></ol>", "3. 甲；\n4. 乙。\n", "a list's numbers"),
    ("<ol><li>（一）甲；</li><li>（二）乙。</li></ol>", "（一）甲；\n（二）乙。\n", "a list whose numbers are typed"),
    ("<ol style='list-style-type:cjk-ideographic'><li>甲</li></ol>", "一、甲\n", "Chinese numbers"),
    ("<ul><li>甲；</li></ul>", "甲；\n", "a list without numbers"),
    ("<table><tr><th rowspan=2>级<th colspan=2>标准<tr><th>紧缺<th>其他<tr><td>高<td>2<td>1</table>", "级\t标准\t标准\n级\t紧缺\t其他\n高\t2\t1\n", "merged cells, ends left out"),
    ("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>", "甲\n乙\n", "one column is no table"),
    ("<table><caption>表一</caption><tr><td>甲<p>乙</p></td><td>1<br>2</td></tr></table>", "表一\n甲 乙\t1 2\n", "a caption; lines in a cell"),
    ("<ol><li>甲<ol><li>子</li><li>丑</li></ol></li><li>乙</li></ol>", "1. 甲\n（1）子\n（2）丑\n2. 乙\n", "a list in a list: its numbers look otherwise"),
    ("<ol><li>甲<ol type=a><li>子</li></ol></li><li>乙<ul><li>寅</li></ul></li></ol>", "1. 甲\na. 子\n2. 乙\n寅\n", "letters and points in a list"),
    ("<ol><li>标准：<table><tr><th>级</th><th>元</th></tr><tr><td>高</td><td>2</td></tr></table></li><li>乙</li></ol>", "1. 标准：\n级\t元\n高\t2\n2. 乙\n", "a table in a numbered item"),
    ("<p>一、标准</p><table><tr><td>级</td><td>元</td></tr><tr><td>高</td><td>2</td></tr></table><p>表二</p><table><tr><td rowspan=2>甲</td><td>3</td></tr><tr><td>4</td></tr></table>", "一、标准\n级\t元\n高\t2\n表二\n甲\t3\n甲\t4\n", "a second table, with a cell over two rows"),
    ("<p>甲<script>alert('乙')</script><!-- 丙 --></p>", "甲\n", "scripts and comments"),
]  # fmt: skip


NOTES = [
    ("<p>每人500元<sup><a href='#n1'>[1]</a></sup>。</p><p>乙。</p><hr><p id=n1>[1] 含税。</p>", "每人500元。\n注：含税。\n乙。\n", "below the paragraph with its mark"),
    ("<p>甲<a href='#_ftn1' name='_ftnref1'>[1]</a></p><div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> 丙。</p></div>", "甲\n注：丙。\n", "as Word saves them: a link back"),
    ("<p>甲<sup id=r1><a href='#n1'>1</a></sup>，乙<sup><a href='#n2'>2</a></sup>。</p><ol class=footnotes><li id=n1>丙 <a href='#r1'>↩</a></li><li id=n2>注：丁</li></ol>", "甲，乙。\n注：丙\n注：丁\n", "two in a paragraph, from a list"),
    ("<table><tr><th>级</th><th>元<sup><a href='#n1'>①</a></sup></th></tr><tr><td>高</td><td>2</td></tr></table><p>乙</p><p id=n1>①丙</p>", "级\t元\n高\t2\n注：丙\n乙\n", "in a table: below it"),
    ("<p><a href='#s1'>1</a> 总则，</p><p id=s1>一、总则</p>", "1 总则，\n一、总则\n", "an entry of a table of contents is no mark"),
    ("<p>甲<sup><a href='#n9'>[9]</a></sup>。</p>", "甲[9]。\n", "a mark without a note stays"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "text", "reason"), NOTES, ids=[row[2] for row in NOTES])
def test_footnotes(markup: str, text: str, reason: str) -> None:
    assert "".join(f"{line.strip()}\n" for line in read(markup.encode()).splitlines()) == text, reason


@pytest.mark.parametrize(("markup", "text", "reason"), ARTICLES, ids=[row[2] for row in ARTICLES])
def test_article(markup: str, text: str, reason: str) -> None:
    assert "".join(f"{line.strip()}\n" for line in read(markup.encode()).splitlines()) == text, reason


@pytest.mark.parametrize(("markup", "text", "reason"), FORMS, ids=[row[2] for row in FORMS])
def test_forms(markup: str, text: str, reason: str) -> None:
    assert "".join(f"{line.strip()}\n" for line in read(markup.encode()).splitlines()) == text, reason


def test_a_whole_paragraph_is_not_joined_to_the_next() -> None:
    assert (
        mend(read("<p>各镇，各部门</p><p>根据要求，</p><p>通知如下</p>".encode()))
        == "各镇，各部门\n根据要求，\n通知如下\n"
    )


CHARSETS = [
    (
        "<meta charset=gb2312><p>补贴标准㐂，每人每月五百元，按季发放。</p>",
        "gb18030",
        "gb2312 stands for GB18030",
    ),
    (
        "<meta charset=gb2312><p>补贴标准㐂，每人每月五百元，按季发放。</p>",
        "utf-8",
        "a charset that is not true",
    ),
    (
        "<meta http-equiv='Content-Type' content='text/html; charset=Big5'><p>補貼標準，每人每月五百元。</p>",
        "big5",
        "Big5",
    ),
    ("<p>补贴标准，每人每月五百元。</p>", "gb18030", "none declared"),
    ("<meta charset=x-unheard-of><p>补贴标准，每人每月五百元。</p>", "gb18030", "one that nobody knows"),
]


@pytest.mark.parametrize(("markup", "encoding", "reason"), CHARSETS, ids=[row[2] for row in CHARSETS])
def test_charset(markup: str, encoding: str, reason: str) -> None:
    assert read(markup.encode(encoding)).strip() in markup, reason
