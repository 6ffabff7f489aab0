"""What a text writes of papers, windows and days of payment, and how that is said.

Where a policy's file lists the words (`formalities`), a reviewer has gone through its text. Any other text is
searched, so that nothing is said to be missing that it has.
"""

import re

from assistant.dialogue.answers.desk import Cited, label
from assistant.documents.models import Policy
from assistant.search.passages import sentences

_OF_FORMALITIES = re.compile(
    "(?:申请|申报|证明|相关|所需|以下|下列|有关|书面)材料(?!审核)|(?:申请|申报|审批)表|复印件|受理(?:窗口|地点|时间|部门|机构|单位)"
    r"|\d+\s*个?(?:工作日|日内|天内)|(?:提交|提供|携带|报送|出具)[^，,。；;]{0,12}(?:材料|证明|证书|身份证|名册)"
)
_MOST = 3


def written_formalities(policy: Policy) -> list[Cited]:
    """What the text says of applying and of payment, if anything."""
    listed = [Cited(policy, words.clause, words.quote) for words in policy.about.formalities]
    return listed or _found(policy)


def no_formalities(policy: Policy) -> str:
    """Where a text has no forms, windows or days, that is said; else what it has."""
    if not policy.about.formalities and (found := _found(policy)):
        told = "；".join(f"“{one.quote}”（{label(policy)} {one.path}）" for one in found)
        return f"条文写到的有：{told}。没有写到的，请向{policy.about.office}咨询。"
    return f"条文没有写申请材料、受理窗口和到账时间，请向{policy.about.office}咨询。"


def _found(policy: Policy) -> list[Cited]:
    found = (
        Cited(policy, clause.path, sentence)
        for clause in policy.clauses
        if clause.kind in ("body", "closing", "annex") and not clause.tables
        for sentence in sentences(clause.text)
        if _OF_FORMALITIES.search("".join(sentence.split()))
    )
    return [one for one, _ in zip(found, range(_MOST), strict=False)]
