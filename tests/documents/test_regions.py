"""Places: which ones a text names, and which lies in which."""

import time
from collections import Counter
from pathlib import Path

import pytest

from assistant.documents.regions import RegionTree, load_regions
from assistant.errors import CorpusError

REGIONS = Path(__file__).parents[2] / "corpus" / "regions.yaml"
GULOU = ["320106", "320302", "350102", "410204"]
HELD = ("350102", "350582", "330800")


@pytest.fixture(scope="module")
def tree() -> RegionTree:
    return load_regions(REGIONS)


FIND = [
    ("晋江", ["350582"], "the short name of a county-level city"),
    ("晋江市", ["350582"], "the official name"),
    ("福建省泉州市晋江市", ["350582"], "the full name"),
    ("福建晋江", ["350582"], "the prefecture left out"),
    ("福建的晋江", ["350582"], "as people say it"),
    (" 晋江 ", ["350582"], "white space around it"),
    ("福州市鼓楼区", ["350102"], "led by its prefecture"),
    ("福州鼓楼", ["350102"], "both short"),
    ("鼓楼区", GULOU, "the name of four districts"),
    ("鼓楼", GULOU, "a short name, where it is all that was said"),
    ("江苏鼓楼区", ["320106", "320302"], "a province leaves two of them"),
    ("合作", ["623001"], "an ordinary word, where it is all that was said"),
    ("海南", ["460000"], "the province, not the prefecture in 青海"),
    ("吉林", ["220000"], "the province, not the city in it"),
    ("吉林市", ["220200"], "the city in the province of that name"),
    ("南昌", ["360100"], "the prefecture, not the county in it"),
    ("朝阳", ["211300", "110105", "220104"], "neither lies in the other: it stays open"),
    ("内蒙古", ["150000"], "an autonomous region"),
    ("内蒙", ["150000"], "a name in use"),
    ("恩施州", ["422800"], "an autonomous prefecture without its peoples"),
    ("恩施土家族苗族自治州恩施市", ["422801"], "a county-level city in the prefecture of that name"),
    ("景宁县", ["331127"], "an autonomous county without its people"),
    ("东莞市", ["441900"], "a prefecture without counties"),
    ("池店镇", [], "a town is no region"),
    ("福建省池店镇", [], "nor behind a province"),
    ("泉州市鼓楼区", [], "there is none there"),
    ("", [], "nothing was said"),
]


@pytest.mark.parametrize(("name", "codes", "reason"), FIND)
def test_find(tree: RegionTree, name: str, codes: list[str], reason: str) -> None:
    assert [region.code for region in tree.find(name)] == codes, reason


MENTIONS = [
    ("我在晋江打工", [("晋江", ["350582"])], "a short name"),
    ("晋江市人社局的电话", [("晋江市", ["350582"])], "part of an office's name"),
    ("福建泉州晋江的厂", [("福建泉州晋江", ["350582"])], "consecutive names are one place"),
    ("福州市鼓楼区企业", [("福州市鼓楼区", ["350102"])], "a prefecture narrows the district"),
    ("南京鼓楼有没有", [("南京鼓楼", ["320106"])], "a short name of a district behind its prefecture"),
    ("鼓楼区企业", [("鼓楼区", GULOU)], "an official name counts, and stays open"),
    ("福建省内的学校", [("福建省", ["350000"])], "省内 goes on from the name"),
    ("晋江和衢州哪个高", [("晋江", ["350582"]), ("衢州", ["330800"])], "two places"),
    ("晋江衢州都有吗", [("晋江", ["350582"]), ("衢州", ["330800"])], "consecutive, but not in one another"),
    (
        "宁夏、西藏、新疆籍的务工人员",
        [("宁夏", ["640000"]), ("西藏", ["540000"]), ("新疆", ["650000"])],
        "autonomous regions",
    ),
    ("晋江池店镇培训多少人", [("晋江", ["350582"])], "a town is no region"),
    ("浙江衢州江山镇", [("浙江衢州", ["330800"])], "nor a town that shares a city's name"),
    ("浙江镇海", [("浙江镇海", ["330211"])], "镇 may begin the next name"),
    ("上海南京东路", [("上海", ["310000"])], "a road is not the city it is named for"),
    ("辽宁海城市", [("辽宁海城市", ["210381"])], "an ordinary word counts behind its province"),
    ("湖北京山", [("湖北京山", ["420882"])], "not 北京 in the middle of two names"),
    ("鼓楼里有什么", [], "a drum tower, where no such district is held"),
    ("衢江的水", [], "a river, where no such district is held"),
    ("人力资源公安局合作社", [], "资源, 公安 and 合作 are ordinary words"),
    ("沿海城市", [], "no 海城市"),
    ("新兴城市", [], "no 兴城市"),
    ("推广安全培训", [], "no 广安"),
    ("合同改成都一年半", [], "no 成都"),
    ("社保定下来了", [], "no 保定"),
    ("从成都来", [("成都", ["510100"])], "and this is"),
    ("隆重庆祝", [], "no 重庆"),
    ("扩大连锁经营", [], "no 大连"),
    ("第三明确职责", [], "no 三明"),
    ("中央财政和县级财政", [], "no 和县"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), MENTIONS)
def test_mentions(tree: RegionTree, text: str, expected: list[tuple[str, list[str]]], reason: str) -> None:
    found = [(text[m.start : m.end], [region.code for region in m.regions]) for m in tree.mentions(text)]
    assert found == expected, reason


HELD_MENTIONS = [
    ("我们公司在鼓楼", [("鼓楼", GULOU)], "held: the short name counts; which one is left to the reader"),
    ("衢江和龙游", [("衢江", ["330803"]), ("龙游", ["330825"])], "a county in a prefecture that is held"),
    (
        "柯城常山开化",
        [("柯城", ["330802"]), ("常山", ["330822"]), ("开化", ["330824"])],
        "consecutive counties",
    ),
    ("惠安的厂", [], "a county that is not held"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), HELD_MENTIONS)
def test_short_names_of_districts_count_where_they_are_held(
    tree: RegionTree, text: str, expected: list[tuple[str, list[str]]], reason: str
) -> None:
    found = [
        (text[m.start : m.end], [region.code for region in m.regions]) for m in tree.mentions(text, HELD)
    ]
    assert found == expected, reason


ORDINARY_WORDS = [
    ("民勤养羊补多少", [("民勤", ["620621"])], "held: a county whose name is an ordinary word"),
    ("我在民勤,民勤补多少", [("民勤", ["620621"]), ("民勤", ["620621"])], "where a part of the text begins"),
    ("农民勤学苦练", [], "within other words"),
    ("安化补多少", [], "another such county, which is not held"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), ORDINARY_WORDS)
def test_ordinary_words_are_places_where_they_are_held(
    tree: RegionTree, text: str, expected: list[tuple[str, list[str]]], reason: str
) -> None:
    mentions = tree.mentions(text, ["620621"])
    assert [(text[m.start : m.end], [r.code for r in m.regions]) for m in mentions] == expected, reason


CONTAINS = [
    ("350000", "350582", True, "a province and a county in it"),
    ("350500", "350582", True, "a prefecture and a county in it"),
    ("350582", "350582", True, "a place contains itself"),
    ("350582", "350500", False, "not the other way round"),
    ("350100", "350582", False, "another prefecture"),
    ("330000", "350000", False, "another province"),
    ("330800", "330881", True, "江山 lies in 衢州"),
]


@pytest.mark.parametrize(("outer", "inner", "expected", "reason"), CONTAINS)
def test_contains(tree: RegionTree, outer: str, inner: str, expected: bool, reason: str) -> None:
    assert tree.contains(outer, inner) is expected, reason


def test_names_and_places_above(tree: RegionTree) -> None:
    assert tree.full_name("350582") == "福建省泉州市晋江市"
    assert [region.name for region in tree.ancestors("350582")] == ["福建省", "泉州市"]
    assert tree.full_name("110105") == "北京市朝阳区"
    assert tree.ancestors("350000") == ()
    with pytest.raises(CorpusError, match="999999"):
        tree.full_name("999999")


def test_the_list_has_every_province_and_no_pseudo_entry(tree: RegionTree) -> None:
    regions = tree.regions
    levels = Counter(
        "province" if r.code.endswith("0000") else "prefecture" if r.code.endswith("00") else "county"
        for r in regions
    )
    assert levels["province"] == 34
    assert levels["prefecture"] == 333
    assert 2840 < levels["county"] < 2860
    assert not {"市辖区", "县", "省直辖县级行政区划"} & {r.name for r in regions}


def test_every_full_name_is_found_again(tree: RegionTree) -> None:
    missed = [r for r in tree.regions if [f.code for f in tree.find(tree.full_name(r.code))] != [r.code]]
    assert missed == []


def test_every_name_is_read_out_of_a_sentence(tree: RegionTree) -> None:
    missed = []
    for region in tree.regions:
        name = tree.full_name(region.code)
        text = f"我在{name}打工，能领多少钱"
        if [[r.code for r in m.regions] for m in tree.mentions(text)] != [[region.code]]:
            missed.append(name)
    assert missed == []


@pytest.mark.parametrize(
    "text", ["\ud800晋", "\x00\u202e", "😀" * 500, "镇江" * 1000, "吉林" * 1000, "的" * 2000]
)
def test_any_text_can_be_read(tree: RegionTree, text: str) -> None:
    start = time.perf_counter()
    tree.mentions(text, HELD)
    tree.find(text)
    assert time.perf_counter() - start < 1


BROKEN = [
    ("regions: [北京市]", "regions", "no mapping"),
    ("regions: {11: 北京市}", "regions 11", "no six-digit code"),
    ("regions: {110000: 北京市}\nmore: 1", "more", "an unknown key"),
    ("regions: {110000: 北京市}\nordinary: [1]", "ordinary", "no name"),
    ("regions: {", "YAML", "no YAML"),
]


@pytest.mark.parametrize(("content", "named", "reason"), BROKEN)
def test_a_wrong_file_is_named_with_its_key(tmp_path: Path, content: str, named: str, reason: str) -> None:
    path = tmp_path / "regions.yaml"
    rest = "\n".join(f"{key}: []" for key in ("ordinary", "words", "phrases") if key not in content)
    path.write_text(f"everyday: {{}}\n{rest}\n{content}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=named):
        load_regions(path)


def test_an_everyday_name_needs_a_region(tmp_path: Path) -> None:
    path = tmp_path / "regions.yaml"
    path.write_text(
        "everyday: {帝都: 110000}\nordinary: []\nwords: []\nphrases: []\nregions: {350000: 福建省}\n",
        encoding="utf-8",
    )
    with pytest.raises(CorpusError, match="帝都"):
        load_regions(path)
