"""What a document says of itself: each kind of wording with what it means."""

from datetime import date
from typing import Any

import pytest

from assistant.documents.regions import RegionTree
from assistant.errors import BadInput
from assistant.intake.front import front_lines
from assistant.intake.issuers import find_signatures, read_names
from assistant.intake.metadata import Metadata, derive_metadata
from assistant.intake.numbers import derive_based_on, derive_number, derive_supersedes
from assistant.intake.place import derive_region
from assistant.intake.remarks import read_remark
from assistant.intake.titles import derive_title
from assistant.intake.validity import derive_validity
from tests.intake.documents import METHOD, source

BODY = "\n一、总则\n这里是正文，说明补贴怎么办理，由谁负责，什么时候开始，写得长一点好让它像一份文件。\n"


def derived(text: str, regions: RegionTree, **given: Any) -> Metadata:
    find = lambda name: regions.find(name)[0].code  # noqa: E731
    return derive_metadata(source(text), regions, find_region=find, **given)


def test_everything_is_read_from_a_notice_with_its_method(regions: RegionTree) -> None:
    about = derived(METHOD, regions).about
    assert about.title == "晋江市技能培训补贴办法"
    assert about.document_number == "某人社规〔2024〕7号"
    assert about.issuers == ("晋江市人力资源和社会保障局", "晋江市财政局")
    assert (about.region, about.issued_on) == ("350582", date(2024, 5, 6))
    assert (about.valid_from, about.valid_until) == (date(2024, 6, 1), date(2027, 5, 31))
    assert about.validity_basis == "stated"
    assert about.based_on == ("闽人社规〔2023〕2号",)
    assert about.supersedes == ("晋人社〔2019〕3号",)
    assert about.office == "晋江市人力资源和社会保障局"


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("甲市人社局关于印发《甲市补贴管理办法》的通知", "甲市补贴管理办法"),
        ("关于印发甲市补贴实施方案（2023—2025年）的通知", "甲市补贴实施方案（2023—2025年）"),  # no 《》
        ("甲市补贴管理办法\n（试行）", "甲市补贴管理办法（试行）"),  # brackets on a line of their own
        (
            "甲市人力资源和社会保障局\n关于做好技能培训工作的通知",
            "甲市人力资源和社会保障局关于做好技能培训工作的通知",
        ),
        ("关于转发《省补贴管理办法》的通知", "关于转发《省补贴管理办法》的通知"),  # another's method
        ("甲市人社局文件\n甲人社〔2024〕1号\n甲市补贴若干措施", "甲市补贴若干措施"),
        (
            "关于印发《甲市技能培训\n补贴管理办法（试行）》的通知",
            "甲市技能培训补贴管理办法（试行）",
        ),  # cut within 《》
        (
            "关于进一步加强甲市职业技能培训\n机构与补贴资金监督管理的通知",
            "关于进一步加强甲市职业技能培训机构与补贴资金监督管理的通知",
        ),
        (
            "甲市技能培训补贴办法\n（2024年5月6日甲市财政局印发）",
            "甲市技能培训补贴办法",
        ),  # a remark is no part
    ],
)
def test_the_title(front: str, title: str) -> None:
    document = source(f"{front}\n各镇：\n请遵照执行。\n{BODY}")
    assert derive_title(front_lines(document), document.text).value == title


@pytest.mark.parametrize(
    ("front", "number"),
    [
        ("甲人社规〔2024〕7号", "甲人社规〔2024〕7号"),
        ("甲人社规[2024] 7 号", "甲人社规〔2024〕7号"),  # other brackets, white space
        ("甲人社规〔２０２４〕７号", "甲人社规〔2024〕7号"),  # digits of full width
        ("（甲人社规〔2024〕7号　2024年5月6日甲市财政局印发）", "甲人社规〔2024〕7号"),
        ("发文字号：甲人社规〔2024〕7号", "甲人社规〔2024〕7号"),
        (
            "索引号 0142/2024 文号 甲人社规〔2024〕7号 分类 劳动",
            "甲人社规〔2024〕7号",
        ),  # the head of a web page
        ("根据《办法》（省人社规〔2023〕1号）要求，现通知如下。", None),  # another's
    ],
)
def test_its_own_number(front: str, number: str | None) -> None:
    assert derive_number(front_lines(source(f"{front}\n甲市补贴办法\n{BODY}"))).value == number


def test_what_it_rests_on_and_what_it_ends() -> None:
    document = source(
        f"甲市补贴办法\n根据《省办法》（省人社规〔2023〕1号）和《市办法》（市府〔2022〕2号）精神，制定本办法。\n{BODY}"
        "二、附则\n《旧办法》（甲人社〔2018〕9号）同时废止。《甲市老规定》停止执行。原甲人社发〔2017〕3号文件停止执行。与《别的》（甲财〔2020〕4号）一并使用。\n"
    )
    assert derive_based_on(document, None) == ("省人社规〔2023〕1号", "市府〔2022〕2号")
    assert derive_supersedes(document) == ("甲人社〔2018〕9号", "甲市老规定", "甲人社发〔2017〕3号")


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["晋江市财政局"], ["晋江市财政局"]),
        (["晋江市人力资源和社会保障局　晋江市财政局"], ["晋江市人力资源和社会保障局", "晋江市财政局"]),
        (["福建省人力资源和社会保障厅福建省财政厅"], ["福建省人力资源和社会保障厅", "福建省财政厅"]),
        (["福 建 省 财 政 厅"], ["福建省财政厅"]),  # letters set apart
        (["晋江市财政局（盖章）"], ["晋江市财政局"]),
        (
            ["福建省人民政府  福建省总工会", "国有资产监督管理委员会"],  # a name that its column broke
            ["福建省人民政府国有资产监督管理委员会", "福建省总工会"],
        ),
    ],
)
def test_the_names_of_a_signature(lines: list[str], names: list[str], regions: RegionTree) -> None:
    assert list(read_names(lines, regions)) == names


def test_a_day_beside_the_office_is_a_signature_and_a_printing_date_is_none(regions: RegionTree) -> None:
    document = source(
        f"甲市补贴办法\n晋江市财政局 2024年5月6日\n{BODY}\n晋江市财政局办公室2024年5月9日印发\n"
    )
    signatures = find_signatures(front_lines(document), regions)
    assert [(s.names, s.day) for s in signatures] == [(("晋江市财政局",), date(2024, 5, 6))]


@pytest.mark.parametrize(
    ("line", "names", "number"),
    [
        ("（2024年5月6日晋江市财政局印发）", ("晋江市财政局",), None),
        ("（晋江市财政局 晋江市教育局2024年5月6日发布）", ("晋江市财政局", "晋江市教育局"), None),
        ("（晋财规〔2024〕3号　2024年5月6日印发）", (), "晋财规〔2024〕3号"),
        ("（2024年5月6日晋江市财政局联合印发）", ("晋江市财政局",), None),  # 联合 is no office
        ("(2024年5月6日晋财规〔2024〕3号公布)", (), "晋财规〔2024〕3号"),  # the day's 日 is no part of it
        ("（２０２４年５月６日晋江市财政局颁布）", ("晋江市财政局",), None),
    ],
)
def test_the_remark_below_a_title_tells_who_and_when(
    line: str, names: tuple[str, ...], number: str | None, regions: RegionTree
) -> None:
    front = front_lines(source(f"晋江市补贴办法\n{line}\n{BODY}"))
    assert [(s.names, s.day) for s in find_signatures(front, regions)] == [(names, date(2024, 5, 6))]
    assert derive_number(front).value == number


@pytest.mark.parametrize(
    "line",
    [
        "（2024年5月6日起申请）",  # nothing came out on it
        "（2020年1月2日印发，2024年5月6日修订）",  # of two days neither is taken
        "（试行）",
        "企业应当在2024年5月6日前申请",
        "（自2024年5月6日至年底按每人500元发布）",  # figures: a sentence
    ],
)
def test_other_words_in_brackets_are_no_remark(line: str) -> None:
    assert read_remark(line) is None


def test_a_number_of_offices_that_does_not_fit_is_told(regions: RegionTree) -> None:
    text = f"晋江市财政局等三部门关于做好技能培训工作的通知\n各镇：\n请执行。\n晋江市财政局\n晋江市教育局\n2024年5月6日\n{BODY}"
    doubts = [doubt.reason for doubt in derived(text, regions).doubts if doubt.about == "发文机关"]
    assert len(doubts) == 1 and "三部门" in doubts[0]


@pytest.mark.parametrize(
    ("issuers", "number", "text", "code"),
    [
        (["晋江市财政局"], None, "", "350582"),
        (["福州市鼓楼区人民政府办公室"], "鼓政办〔2020〕6号", "", "350102"),
        (
            ["鼓楼区人民政府办公室"],
            "鼓政办〔2020〕6号",
            "福州市人民政府",
            "350102",
        ),  # four districts of that name
        (["福建省财政厅", "晋江市财政局"], None, "", "350582"),  # the narrowest
        (["康县人民政府"], None, "", "621224"),  # a common word but for where it stands
        (["城关区财政局"], None, "兰州市", "620102"),  # two of that name
        (["市人力资源和社会保障局"], "衢市人社发〔2019〕1号", "衢州市", "330800"),  # no name, by what is said
    ],
)
def test_the_place(issuers: list[str], number: str | None, text: str, code: str, regions: RegionTree) -> None:
    assert derive_region(issuers, "补贴办法", number, text, regions).value == code


def test_a_number_of_another_place_is_told(regions: RegionTree) -> None:
    found = derive_region(["晋江市财政局"], "晋江市补贴办法", "衢市财〔2024〕1号", "", regions)
    assert found.value == "350582" and found.doubts


@pytest.mark.parametrize(
    ("words", "begin", "end"),
    [
        ("本办法自印发之日起施行，有效期五年。", date(2024, 5, 6), date(2029, 5, 5)),
        ("本办法自印发之日起30日后施行。", date(2024, 6, 5), None),
        ("本办法自2024年6月1日起施行，有效期3年。", date(2024, 6, 1), date(2027, 5, 31)),
        ("本方案自2024年6月1日起施行，有效期至2025年12月31日。", date(2024, 6, 1), date(2025, 12, 31)),
        ("本方案自2024年6月1日起施行，至2025年12月31日止。", date(2024, 6, 1), date(2025, 12, 31)),
        ("本办法自公布之日起实施，试行一年。", date(2024, 5, 6), date(2025, 5, 5)),
        ("本方案实施期限为2024年1月1日至2026年12月31日。", date(2024, 1, 1), date(2026, 12, 31)),
        ("本方案自2024年6月1日起实施，实施期3年。", date(2024, 6, 1), date(2027, 5, 31)),
        ("政策有效期至2025年12月31日止。", None, date(2025, 12, 31)),
        ("本办法自2024年6月1日起施行。原办法自同日起废止。", date(2024, 6, 1), None),
        ("企业应当于每年3月1日至11月30日提出申请。", None, None),  # no time of the document
        ("取得证书后有效期内的，可以申请。", None, None),
    ],
)
def test_validity_by_its_words(words: str, begin: date | None, end: date | None) -> None:
    found = derive_validity(
        source(f"甲市补贴办法\n{BODY}二、附则\n{words}\n"), "甲市补贴办法", date(2024, 5, 6)
    )
    assert (found.valid_from, found.valid_until) == (begin, end)
    assert found.basis == ("stated" if begin or end else "unstated")
    assert bool(found.quotes) is (found.basis == "stated")


@pytest.mark.parametrize(
    ("heading", "begin"),
    [
        ("执行时间", date(2024, 6, 1)),  # the heading says that the time is the document's own
        ("施行日期和解释", date(2024, 6, 1)),
        ("附　则", date(2024, 6, 1)),
        ("培训安排", None),  # of something in the text
    ],
)
def test_a_heading_tells_whose_time_it_is(heading: str, begin: date | None) -> None:
    text = (
        f"甲市补贴办法\n{BODY}二、{heading}\n自２０２４年６月１日起执行，为期不限。\n三、其他\n另行通知。\n"
    )
    assert derive_validity(source(text), "甲市补贴办法", date(2024, 5, 6)).valid_from == begin


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [("甲市行动方案（2023—2025年）", 2023, 2025), ("关于做好2024年技能培训工作的通知", 2024, 2024)],
)
def test_only_the_title_names_years(title: str, first: int, last: int) -> None:
    found = derive_validity(source(f"{title}\n{BODY}"), title, date(2024, 5, 6))
    assert (found.period_from, found.period_until) == (date(first, 1, 1), date(last, 12, 31))
    assert found.basis == "title" and found.doubts


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"晋江市补贴办法\n晋江市财政局\n{BODY}", "--issued-on"),
        (f"培训补贴管理办法\n2024年5月6日\n{BODY}", "--region"),
    ],
)
def test_what_is_found_nowhere_is_asked_for_and_not_made_up(
    text: str, says: str, regions: RegionTree
) -> None:
    with pytest.raises(BadInput, match=says):
        derived(text, regions)


def test_what_is_given_stands_above_what_is_derived(regions: RegionTree) -> None:
    about = derived(METHOD, regions, region="衢州市", issued_on=date(2024, 1, 2)).about
    assert (about.region, about.issued_on) == ("330800", date(2024, 1, 2))
