"""Who issued a document: the signature above its date, else the title's beginning, else the letterhead.

X市人力资源和社会保障局    X市财政局        two columns, or a line each
X省人社厅X省财政厅                          without a space between
X省人民政府   X省总工会 / 国有资产监督管理委员会      a name that the column broke
福 建 省 财 政 厅                           letters set apart
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.documents.regions import RegionTree
from assistant.intake.dates import date_alone, number_in
from assistant.intake.front import Line, squeeze, unspaced
from assistant.intake.models import Derived, Doubt
from assistant.intake.remarks import read_remark
from assistant.search.tokens import fold

_ENDING = (
    "人民政府|办公室|办公厅|委员会|管委会|总工会|联合会|局|厅|部|院|会|中心|署|处|科|所|站|公司|联盟|"
    "妇联|残联|团委|银行|分行|支行|学校|学院"
)
_NAME = re.compile(rf"[一-鿿（）()“”]{{2,34}}(?:{_ENDING})(?:（[^（）]{{1,12}}）)?")
_STAMP = re.compile(r"[（(](?:盖章|公章|印章|章|代章|代)[）)]")
# Offices whose names begin with no place of their own.
_NATIONAL = ("中国", "中共", "中华", "国家", "国务院", "共青团", "人力资源")
_COUNTED = re.compile(r"等\s*(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:个)?(?:部门|单位|厅局)")
_LETTERHEAD = re.compile(r"文件$")


@dataclass(frozen=True)
class Signature:
    """A date that stands alone, and the offices above it."""

    names: tuple[str, ...]
    day: date
    line: str
    path: str


def find_signatures(lines: Sequence[Line], regions: RegionTree) -> list[Signature]:
    """Every date that stands alone, with the names of offices directly above it or in front of it.

    A remark below the title that tells when the document came out is one, too.
    """
    found: list[Signature] = []
    for at, line in enumerate(lines):
        if remark := read_remark(line.text):
            offices = read_names([remark.offices], regions)
            found.append(Signature(offices, remark.day, line.text.strip(), line.path))
            continue
        names, day_words = _office_and_day(line.text)
        day = date_alone(day_words)
        if day is None or "印发" in line.text:
            continue
        above: list[str] = [names] if names else []
        for before in reversed(lines[:at]):
            if not _is_office_line(before.text):
                break
            above.insert(0, before.text)
        found.append(Signature(read_names(above, regions), day, line.text.strip(), line.path))
    return found


def derive_issuers(
    signatures: Sequence[Signature], front: Sequence[Line], title_line: str, regions: RegionTree
) -> Derived:
    """The offices in their order, with a doubt where the document contradicts itself; () for none."""
    signed = next((signature for signature in signatures if signature.names), None)
    in_title = _before_about(title_line, regions)
    letterhead = [
        _LETTERHEAD.sub("", line.text).strip() for line in front[:4] if _LETTERHEAD.search(line.text.strip())
    ]
    names = (signed.names if signed else ()) or in_title or read_names(letterhead, regions)
    if not names:
        return Derived((), "", (Doubt("发文机关", "没有找到落款，标题里也没有写"),))
    doubts: list[Doubt] = []
    if counted := _COUNTED.search(title_line):
        said = number_in(counted["number"])
        if said != len(names):
            doubts.append(
                Doubt("发文机关", f"标题写“{counted[0]}”，落款认出{len(names)}个：{'、'.join(names)}")
            )
    elif signed and in_title and set(in_title) != set(names):
        doubts.append(Doubt("发文机关", f"标题写{'、'.join(in_title)}，落款写{'、'.join(names)}，取了落款"))
    elif not signed:
        doubts.append(Doubt("发文机关", "没有找到落款，取自标题或者文件头"))
    return Derived(names, signed.line if signed else title_line, tuple(doubts))


def read_names(lines: Sequence[str], regions: RegionTree) -> tuple[str, ...]:
    """The names of offices in lines of a signature, top to bottom, the left column first in each line."""
    rows = [_columns(line, regions) for line in lines]
    rows = [row for row in rows if row]
    placed = sum(_begins_with_place(name, regions) for row in rows for name in row)
    names: list[list[str]] = []  # each name, with what it goes on with
    above: list[list[str]] = []
    for row in rows:
        here = []
        for column, name in enumerate(row):
            broken = column < len(above) and _is_rest(name, above[column], placed, regions)
            if broken:
                above[column].append(name)
                here.append(above[column])
            else:
                names.append([name])
                here.append(names[-1])
        above = here
    return tuple(dict.fromkeys("".join(parts) for parts in names))


def _is_rest(name: str, above: list[str], placed: int, regions: RegionTree) -> bool:
    """Whether a name goes on from the one above it in its column: all others begin with their place."""
    if _begins_with_place(name, regions) or name.startswith(_NATIONAL):
        return False
    whole = "".join(above)
    return placed > 0 and (not _NAME.fullmatch(whole) or whole.endswith("人民政府"))


def _columns(line: str, regions: RegionTree) -> list[str]:
    """The names of a line: set apart by white space or 、, or written together and each with its place."""
    words = _STAMP.sub("", unspaced(line.strip()))
    parts = [part for part in re.split(r"[\s、\u3000]+", words) if part]
    return [name for part in parts for name in _apart(part, regions)]


def _apart(words: str, regions: RegionTree) -> list[str]:
    """福建省人力资源和社会保障厅福建省财政厅: cut where a place's name follows the end of an office's."""
    starts = [mention.start for mention in regions.mentions(words) if mention.start]
    cuts = [at for at in starts if re.search(rf"(?:{_ENDING})$", words[:at])]
    # 福建省人民政府办公厅 is one office; so is 晋江市人民政府 followed by 晋江市….
    pieces = [words[start:end] for start, end in zip([0, *cuts], [*cuts, len(words)], strict=True)]
    return [piece for piece in pieces if piece]


def _begins_with_place(name: str, regions: RegionTree) -> bool:
    return any(mention.start == 0 for mention in regions.mentions(fold(name)))


def _is_office_line(line: str) -> bool:
    words = squeeze(_STAMP.sub("", line))
    if not words or len(words) > 80 or re.search(r"[。，；：:,;《》〔〕\d]", words):
        return False
    return bool(re.search(rf"(?:{_ENDING})(?:（[^（）]+）)?$", words)) and not words.endswith("文件")


def _office_and_day(line: str) -> tuple[str, str]:
    """X局 2024年3月1日 as the office and the day; a line that is a day alone has no office."""
    match = re.fullmatch(r"\s*(?P<office>[一-鿿\s]*?(?:" + _ENDING + r"))?\s*(?P<day>\S.*)", line)
    if match and match["office"] and date_alone(match["day"]):
        return match["office"], match["day"]
    return "", line


def _before_about(title_line: str, regions: RegionTree) -> tuple[str, ...]:
    """The offices before 关于 in the title of a notice."""
    head = title_line.split("关于")[0] if "关于" in title_line else ""
    if not head or _COUNTED.search(head):
        return ()
    names = read_names([head], regions)
    return names if all(_NAME.fullmatch(name) for name in names) else ()
