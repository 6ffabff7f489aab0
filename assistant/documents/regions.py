"""Places: which ones a text names, and which lies in which.

The names that are understood, for 350582 晋江市 and 350102 鼓楼区:

    晋江市  晋江  泉州晋江  福建省泉州市晋江市  福建的晋江
    鼓楼区  福州鼓楼  福州市鼓楼区
    鼓楼              only where it is held: the short name of a district is an ordinary word too often
    恩施州  宁夏      autonomous places without the name of the people
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from assistant.documents.models import Data
from assistant.documents.yaml_file import load_yaml
from assistant.errors import CorpusError

Code = Annotated[str, StringConstraints(pattern=r"^[1-9]\d{5}$")]

_PEOPLES = re.compile(
    "(?:[壮回藏彝苗侗瑶白傣满土黎畲水羌怒]族|布依族|哈尼族|土家族|朝鲜族|蒙古族|傈僳族|景颇族|维吾尔|哈萨克族?|柯尔克孜|蒙古|锡伯|塔吉克"
    "|达斡尔族|仡佬族|毛南族|仫佬族|纳西族|拉祜族|佤族|布朗族|独龙族|普米族|裕固族|保安族|东乡族|撒拉族|各族)+$"
)
# The everyday ending that an autonomous place keeps where the name of its people is left out: 恩施州, 景宁县.
_ENDINGS = {
    "特别行政区": "特区",
    "自治区": "自治区",
    "自治州": "州",
    "自治县": "县",
    "自治旗": "旗",
    "地区": "",
    "特区": "",
    "新区": "",
    "省": "",
    "市": "",
    "盟": "",
    "区": "",
    "县": "",
    "旗": "",
}
# What makes a short name part of a longer one that is no region: 南京东路, 江山镇, 北京大道.
_PART_BEGINS = ",。;!?、 在"
_LONGER_NAME = re.compile(
    r"[东西南北中]?[一二三四五六七八九十环]?路(?![上边口面况费桥灯政途过])"
    r"|街(?![道上边头坊区面])|大道|大街|巷|镇(?![政街区村域级里上])|乡(?![村镇下间亲音土里])|村(?![民镇委里级])"
)
# A name behind one of these, behind no 汉字 or at the start cannot begin in the middle of a word.
_WORD_ENDS = frozenset("在到来从去回于是我和与及跟或至往赴驻给向对省市区县州盟旗的")
_LINKS = frozenset("的· ")


@dataclass(frozen=True, slots=True)
class Region:
    """A province, prefecture or county."""

    code: str  # 行政区划代码, GB/T 2260
    name: str  # official: 晋江市


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that is named at text[start:end]: one region, or every region of that name, broadest first."""

    start: int
    end: int
    regions: tuple[Region, ...]


class RegionFile(Data):
    """`regions.yaml`."""

    regions: dict[Code, str]
    everyday: dict[str, Code]  # names in use beside the official ones
    ordinary: tuple[str, ...]  # names that are ordinary words: they do not count by themselves
    words: tuple[str, ...]  # common words whose first character ends a place's name: 推广|安全 names no 广安
    phrases: tuple[str, ...]  # ordinary text, or another thing's name, in which a place's name stands
    inside: dict[Code, tuple[str, ...]] = Field(default_factory=dict)  # streets, towns and spots of a place


def load_regions(path: Path) -> "RegionTree":
    """The places of `regions.yaml`. Raises CorpusError where the file is wrong."""
    content = load_yaml(path, dict)
    for key in ("regions", "everyday"):
        if not isinstance(content.get(key), dict):
            raise CorpusError(f"{path.name} {key}", "应为 代码 与 名称 的对照表")
    content["regions"] = {str(code): name for code, name in content["regions"].items()}
    content["everyday"] = {name: str(code) for name, code in content["everyday"].items()}
    content["inside"] = {str(code): names for code, names in content.get("inside", {}).items()}
    try:
        return RegionTree(RegionFile.model_validate(content))
    except ValidationError as error:
        first = error.errors()[0]
        key = " ".join(map(str, first["loc"]))
        raise CorpusError(f"{path.name} {key}", first["msg"]) from error


def _prefix(code: str) -> str:
    """The digits that all places inside share: 35 for 350000, 3505 for 350500."""
    return code.removesuffix("00").removesuffix("00") if code.endswith("0000") else code.removesuffix("00")


def _short_names(name: str) -> Iterator[str]:
    """内蒙古 for 内蒙古自治区; 恩施 and 恩施州 for 恩施土家族苗族自治州. None shorter than two characters."""
    ending = next((e for e in _ENDINGS if len(name.removesuffix(e)) > 1 and name.endswith(e)), None)
    if ending is None:
        return
    bare = _PEOPLES.sub("", name.removesuffix(ending))
    bare = (bare if len(bare) > 1 else name.removesuffix(ending)).removesuffix("族")
    yield bare
    if _ENDINGS[ending]:
        yield bare + _ENDINGS[ending]


class RegionTree:
    """All places, with their names. Texts must be folded first (Simplified, no white space between 汉字)."""

    def __init__(self, file: RegionFile) -> None:
        self._regions = {code: Region(code, name) for code, name in file.regions.items()}
        self._words = frozenset(file.words)
        self._phrases = frozenset(file.phrases)
        self._official = frozenset(file.regions.values())
        named: dict[str, list[str]] = {}
        alone: set[str] = set()
        for code, name in file.regions.items():
            for form in {name: None, **dict.fromkeys(_short_names(name))}:
                named.setdefault(form, []).append(code)
                # 福建, 泉州, 晋江 and 景宁县 count anywhere, the short name 鼓楼 does not.
                if code.endswith("00") or name.endswith("市") or form[-1] == name[-1]:
                    alone.add(form)
        for form, code in file.everyday.items():
            if code not in self._regions:
                raise CorpusError(f"regions.yaml everyday {form}", f"没有代码为 {code} 的地区")
            named.setdefault(form, []).append(code)
            alone.add(form)
        self._inside_of = {name: code for code, names in file.inside.items() for name in names}
        for code in file.inside:
            if code not in self._regions:
                raise CorpusError("regions.yaml inside", f"没有代码为 {code} 的地区")
        self._named = {form: tuple(codes) for form, codes in named.items()}
        self._ordinary = frozenset(file.ordinary)
        self._alone = frozenset(alone - self._ordinary)
        lengths: dict[str, set[int]] = {}
        for form in (*self._named, *self._phrases):
            lengths.setdefault(form[0], set()).add(len(form))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    @property
    def regions(self) -> tuple[Region, ...]:
        """Every region, by code."""
        return tuple(self._regions.values())

    def region(self, code: str) -> Region:
        """The region with a code. Raises CorpusError where there is none."""
        try:
            return self._regions[code]
        except KeyError:
            raise CorpusError("regions.yaml", f"没有代码为 {code} 的地区") from None

    def contains(self, outer: str, inner: str) -> bool:
        """Whether the region `inner` (a code) is `outer` or lies in it."""
        return inner.startswith(_prefix(outer))

    def ancestors(self, code: str) -> tuple[Region, ...]:
        """The regions that a region lies in, the province first."""
        above = dict.fromkeys((f"{code[:2]}0000", f"{code[:4]}00"))
        return tuple(self._regions[c] for c in above if c != code and c in self._regions)

    def full_name(self, code: str) -> str:
        """福建省泉州市晋江市. Raises CorpusError for an unknown code."""
        return "".join(region.name for region in (*self.ancestors(code), self.region(code)))

    def find(self, name: str) -> tuple[Region, ...]:
        """Every region that a name, alone or led by higher places, may mean, broadest first; () for none."""
        return self._settle(self._spell(name.strip(), ()))

    def mentions(self, text: str, held: Collection[str] = ()) -> list[Mention]:
        """The places that a folded text names, in order, never overlapping, the longest name first.

        `held`: codes of regions; the short names of districts and counties in them count by themselves.
        """
        found: list[Mention] = []
        position = 0
        while position < len(text):
            end, codes = self._read(text, position, (), held)
            while codes:
                next_start = end + (text[end : end + 1] in _LINKS)
                next_end, narrower = self._read(text, next_start, codes, held)
                if not self._inside(narrower, codes):
                    break
                end, codes = next_end, narrower
            if codes:
                found.append(Mention(position, end, self._settle(codes)))
            position = max(end, position + 1)
        return found

    def around(self, text: str) -> tuple[Region, ...]:
        """The places in which the streets, towns and spots that a text names lie: 三坊七巷 → 鼓楼区."""
        codes = dict.fromkeys(code for name, code in self._inside_of.items() if name in text)
        return tuple(self._regions[code] for code in codes)

    def _inside(self, codes: Iterable[str], above: Iterable[str]) -> tuple[str, ...]:
        """The codes of regions that lie in one of those above."""
        above = tuple(above)
        return tuple(c for c in codes if any(c != outer and self.contains(outer, c) for outer in above))

    def _settle(self, codes: Iterable[str]) -> tuple[Region, ...]:
        """What a shared name means: the province; else not the county in the prefecture of the same name."""
        ordered = sorted(set(codes), key=lambda code: (len(_prefix(code)), code))
        if ordered and len(_prefix(ordered[0])) == 2:  # 海南 is the province, not a prefecture in Qinghai
            ordered = ordered[:1]
        outermost = [c for c in ordered if not self._inside((c,), ordered)]
        return tuple(self._regions[c] for c in outermost)

    def _spell(self, name: str, above: tuple[str, ...]) -> tuple[str, ...]:
        """The codes that a whole string spells, each name in it narrowing the one before."""
        if not name:
            return above
        for length in self._lengths.get(name[0], ()):
            codes = self._named.get(name[:length], ())
            codes = self._inside(codes, above) if above else codes
            spelled = codes and self._spell(name[length:].lstrip("的· "), codes)
            if spelled:
                return spelled
        return ()

    def _names_at(
        self, text: str, start: int, held: Collection[str]
    ) -> Iterator[tuple[int, str, tuple[str, ...]]]:
        """What begins at `start`, the longest first: its end, itself and its codes; no codes for a phrase.

        A name that is an ordinary word is one only of a place that is held, where a part of the text begins.
        """
        begins = start == 0 or text[start - 1] in _PART_BEGINS
        for length in self._lengths.get(text[start : start + 1], ()):
            form = text[start : start + length]
            if form in self._phrases:
                yield start + length, form, ()
            elif form in self._named and (form in self._official or form not in self._ordinary):
                yield start + len(form), form, self._named[form]
            elif begins and form in self._named and (own := tuple(c for c in self._named[form] if c in held)):
                yield start + len(form), form, own

    def _read(
        self, text: str, start: int, above: tuple[str, ...], held: Collection[str]
    ) -> tuple[int, tuple[str, ...]]:
        """The longest name at `start`: its end and codes; (end, ()) where what stands there is no place."""
        for end, form, codes in self._names_at(text, start, held):
            inside = self._inside(codes, above)
            if not codes:
                return end, ()
            if not inside and not self._counts(form, codes, held):
                continue
            if form in self._official:
                return end, inside or codes
            if self._in_a_longer_name(text, end, inside or codes, held):
                return end, ()
            if inside or not self._in_a_word(text, start, end):
                return end, inside or codes
        return start, ()

    def _counts(self, form: str, codes: tuple[str, ...], held: Collection[str]) -> bool:
        """Whether a name means a place where no higher place stands before it."""
        if form in self._alone:
            return True
        if form in self._ordinary:
            return any(code in held for code in codes)
        return any(self.contains(outer, code) for outer in held for code in codes)

    def _in_a_word(self, text: str, start: int, end: int) -> bool:
        """推广安全: 安全 is a word, and what stands before it goes on into 广."""
        before = text[start - 1 : start]
        if not "一" <= before <= "鿿" or before in _WORD_ENDS:
            return False
        return any(text.startswith(word, end - 1) for word in self._words)

    def _in_a_longer_name(self, text: str, end: int, codes: tuple[str, ...], held: Collection[str]) -> bool:
        """南京东路 and 江山镇 are no regions, 浙江镇海 and 江苏镇江 are."""
        if not _LONGER_NAME.match(text, end):
            return False
        return not any(
            self._inside(found, codes) or self._counts(form, found, held)
            for _, form, found in self._names_at(text, end, held)
        )
