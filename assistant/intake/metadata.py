"""What a document says of itself → policy.yaml: each field with the words it rests on."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.documents.models import PolicyFile
from assistant.documents.regions import RegionTree
from assistant.errors import BadInput
from assistant.intake.dates import date_alone, find_dates
from assistant.intake.front import back_lines, front_lines
from assistant.intake.issuers import derive_issuers, find_signatures
from assistant.intake.models import Derived, Doubt, Source
from assistant.intake.numbers import derive_based_on, derive_number, derive_supersedes
from assistant.intake.place import derive_region
from assistant.intake.titles import derive_title, short_title
from assistant.intake.validity import derive_validity

_EXPLAINED_BY = re.compile(r"由(?P<office>[^，,。；;]{2,40}?)(?:负责|会同[^，,。；;]*?负责|承担)?解释")
_PUBLISHED = re.compile(
    r"(?:成文|发文|印发|发布|公布)(?:日期|时间)\s*[:：]?\s*(?P<day>\d{4}\s*[-年./][^ ]{3,9})"
)
_HUMAN_RESOURCES = re.compile(r"人力资源|人社|人力社保")


@dataclass(frozen=True)
class Metadata:
    """A policy file, with what each derived field rests on and what is doubtful."""

    about: PolicyFile
    fields: dict[str, Derived]
    doubts: tuple[Doubt, ...]


def derive_metadata(
    source: Source,
    regions: RegionTree,
    *,
    find_region: Callable[[str], str],
    region: str | None = None,
    issued_on: date | None = None,
) -> Metadata:
    """Everything that policy.yaml asks for. `region` (a name) and `issued_on` stand above what is derived.

    Raises BadInput where the title, the place or the day of issue is found nowhere: they are never made up.
    """
    front, back = front_lines(source), back_lines(source)
    title = derive_title(front, source.text)
    number = derive_number(front)
    signatures = find_signatures((*front, *back), regions)
    issuers = derive_issuers(signatures, front, title.words, regions)
    place = (
        Derived(find_region(region), region)
        if region
        else derive_region(issuers.value, title.value, number.value, source.text, regions)
    )
    day = Derived(issued_on) if issued_on else _issued_on(source, signatures)
    _require(title, place, day)
    validity = derive_validity(source, title.value, day.value)
    office = _office(source, issuers.value, place.value, regions)
    fields = {
        "title": title,
        "document_number": number,
        "issuers": issuers,
        "region": place,
        "issued_on": day,
        "office": office,
    }
    about = PolicyFile(
        title=title.value,
        short_title=short_title(title.value) or title.value,
        document_number=number.value,
        issuers=issuers.value,
        region=place.value,
        issued_on=day.value,
        valid_from=validity.valid_from,
        valid_until=validity.valid_until,
        period_from=validity.period_from,
        period_until=validity.period_until,
        validity_basis=validity.basis,
        validity_quotes=validity.quotes,
        based_on=derive_based_on(source, number.value),
        supersedes=derive_supersedes(source),
        office=office.value,
    )
    doubts = (*(doubt for derived in fields.values() for doubt in derived.doubts), *validity.doubts)
    return Metadata(about, fields, doubts)


def _require(title: Derived, place: Derived, day: Derived) -> None:
    if not title.value:
        raise BadInput("没有找到标题。请核对文件开头是否完整。")
    if not place.value:
        raise BadInput("看不出是哪个地区的文件。请写明地区，例如“晋江市”（--region 晋江市）。")
    if day.value is None:
        raise BadInput("没有找到成文日期。请写明成文日期，例如 2024-05-06（--issued-on 2024-05-06）。")


def _issued_on(source: Source, signatures: list) -> Derived:  # type: ignore[type-arg]
    """The day under the signature; else the printing date; else what a page says of its publication."""
    signed = [signature for signature in signatures if signature.names] or signatures
    if signed:
        return Derived(signed[0].day, signed[0].line)
    lines = [line for clause in source.clauses if clause.kind != "annex" for line in clause.text.splitlines()]
    for line in lines:
        if line.rstrip().endswith("印发") and (days := list(find_dates(line))):
            return Derived(
                days[-1].day, line, (Doubt("成文日期", f"没有找到落款的日期，取了印发日期“{line.strip()}”"),)
            )
    for line in lines:
        if (match := _PUBLISHED.search(line)) and (day := date_alone(match["day"])):
            return Derived(day, line, (Doubt("成文日期", f"没有找到落款的日期，取了“{match[0]}”"),))
    return Derived(None)


def _office(source: Source, issuers: tuple[str, ...], region: str, regions: RegionTree) -> Derived:
    """Whom to ask: the issuer where it is the human-resources office; else that of the place."""
    place = regions.full_name(region)
    above = regions.ancestors(region)
    short = place.removeprefix("".join(r.name for r in above[:1])) if above else place
    ending = "厅" if region.endswith("0000") else "局"
    own = f"{regions.region(region).name if not short.endswith('区') else short}人力资源和社会保障{ending}"
    issuer = next((name for name in issuers if _HUMAN_RESOURCES.search(name)), None)
    if issuer:
        return Derived(issuer, issuer)
    explained = _EXPLAINED_BY.search(source.text)
    if explained and not _HUMAN_RESOURCES.search(explained["office"]):
        reason = f"文件写由“{explained['office']}”解释，这里写的是{own}，请核对"
        return Derived(own, explained[0], (Doubt("咨询单位", reason),))
    return Derived(own, explained[0] if explained else "")
