"""Small invented documents, as sources of what intake derives."""

from dataclasses import dataclass
from pathlib import Path

from assistant.bootstrap import Assistant
from assistant.intake.models import Source
from assistant.intake.source import as_source
from assistant.settings import Settings

METHOD_ID = "jinjiang-2024-7"

# A notice that sends out a method: its own 文号, two offices, an old method ended, a table, an annex.
METHOD = """某人社规〔2024〕7号

晋江市人力资源和社会保障局 晋江市财政局
关于印发《晋江市技能培训补贴办法》的通知

各镇人民政府、街道办事处：
现将《晋江市技能培训补贴办法》印发给你们，请遵照执行。

晋江市人力资源和社会保障局　　晋江市财政局
2024年5月6日

晋江市技能培训补贴办法

第一条　为规范补贴管理，根据《福建省职业培训补贴办法》（闽人社规〔2023〕2号）规定，制定本办法。
第二条　企业组织职工参加岗前培训并取得培训合格证书的，按照每人700元的标准给予企业补贴。
第三条　取得中级工、高级工证书的，分别给予个人每人1200元、1800元补贴。
第四条　2024年至2026年，全市培训3万人次，每年安排资金200万元。
第五条　本办法自2024年6月1日起施行，有效期3年。《晋江市旧办法》（晋人社〔2019〕3号）同时废止。
"""


def source(text: str) -> Source:
    """A document as intake reads it."""
    return as_source(text, "some-policy")


@dataclass(frozen=True)
class Taken:
    """A corpus with the method taken in: where, what was told on the way, and what answers from it."""

    folder: Path
    settings: Settings
    said: tuple[str, ...]
    assistant: Assistant
