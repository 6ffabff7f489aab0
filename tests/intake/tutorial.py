"""The invented policy of docs/add-a-policy.md, as DOCX and, a little changed, as PDF."""

from pathlib import Path

from tests.documents.invented.paper import Paper
from tests.documents.invented.word import Word

HEAD = ["晋人社规〔2024〕9号", "关于印发《晋江市新职业培训补贴办法》的通知"]
NOTICE = [
    "各镇人民政府、街道办事处，各培训机构：",
    "现将《晋江市新职业培训补贴办法》印发给你们，请遵照执行。",
]
SIGNED = ["晋江市人力资源和社会保障局", "2024年5月6日"]
TITLE = "晋江市新职业培训补贴办法"
BEFORE = [
    "第一条　为做好新职业培训，根据《福建省职业培训补贴办法》（闽人社规〔2023〕2号）规定，制定本办法。",
    "第二条　企业组织新招用职工参加新职业岗前培训，取得培训合格证书的，按照每人600元的标准给予企业补贴。",
    "第三条　取得新职业技能等级证书的，按照下列标准给予个人补贴：",
]
TABLE = [
    ["职业", "中级工（元）", "高级工（元）"],
    ["无人机驾驶员", "1600", "2400"],
    ["人工智能训练师", "1800", "2700"],
]
NEWER = [TABLE[0], TABLE[1], ["人工智能训练师", "1800", "2900"]]
AFTER = [
    "第四条　市级财政每年安排新职业培训资金100万元。",
    "第五条　本办法自2024年6月1日起施行，有效期3年。",
]


def build_docx(path: Path) -> None:
    word = Word()
    for text in (*HEAD, *NOTICE, *SIGNED, TITLE, *BEFORE):
        word.paragraph(text)
    word.table(TABLE)
    for text in AFTER:
        word.paragraph(text)
    word.save(path)


def build_pdf(path: Path) -> None:
    paper = Paper(path)
    paper.centred(HEAD[0])
    paper.centred(HEAD[1], 18)
    paper.flush(NOTICE[0])
    paper.paragraph(NOTICE[1])
    for text in SIGNED:
        paper.right(text)
    paper.centred(TITLE, 18)
    for text in BEFORE:
        paper.paragraph(text)
    paper.table(NEWER, [151, 150, 150])
    for text in AFTER:
        paper.paragraph(text)
    paper.save()
