"""Why an amount in a text is no benefit: a target, a budget, a duty, a fine, a threshold."""

import re

from assistant.intake.phrases import Amount

_GRANTS = re.compile(
    "补贴|补助|奖励|奖补|给予|发放|资助|津贴|拨付|支付|报销|减免|返还|享受|支持|列支|扣除|补给|兑付|补"
)
_FINE = re.compile(r"罚款|罚金|处以|并处|违约金|滞纳金|赔偿")
_LOAN = re.compile(r"贷款|借款|担保额度|授信")
_BUDGET = re.compile(
    r"预算|投入|筹集|安排[^，。；]{0,12}(?:资金|经费)|(?:资金|经费)[^，。；]{0,6}安排|资金规模|总投资|专项资金[^，。；]{0,8}(?:不少于|达到)|每年安排"
)
_TARGET = re.compile(r"力争|争取|目标|达到|达|实现|完成|提升到|提高到|占比|增长")
_RATE = re.compile(
    r"(?:比例|比重|占比|率|覆盖面|占[^，。；]{0,16})(?:应当|要|须|原则上|达到|达|为|提高到|提升到|保持在|控制在|不得?低于|不少于|不得?高于|不超过|超过|[^，。；\d]{0,4})\s*$"
)
_BEHIND_DUTY = re.compile(r"\s*[%％]?\s*(?:以上|的)?\s*(?:要|应当?|须)?(?:用于|投入|面向)")
_MAY = re.compile(r"可|允许|准予|按[^，。；]{0,12}$|给予|享受")
_SHARE_PAID = re.compile(
    r"\s*[%％]?\s*的?(?:比例|标准)?(?:[^，。；]{0,10})(?:支付|拨付|给予|补贴|发放|补助|报销|提取|奖励|扣除|列支|预拨|部分)"
)
_ACTION_BEFORE = re.compile(r"(?:支付|拨付|给予|补贴|发放|补助|报销|提取|预拨|补|按|可用)[^，。；\d]{0,10}$")
_CHANGED_TO = re.compile(
    r"\s*[万亿]?元?(?:[/／][一-鿿]{1,2})*\s*(?:的标准)?(?:统一)?(?:调整|提高|增加|降低|上调|下调|修改|改|变更)(?:为|到|至|成)"
)
_ATTENDANCE = re.compile(r"缺勤|出勤|课时|学时|考勤|合格率|满意|抽查|通过率|就业率|完成率|成绩|分数|到课率")
_THRESHOLD = re.compile(
    r"(?:注册资[本金]|营业收入|年?产值|销售额|纳税|投资额|工资(?!薪金总额)|收入|年薪|费用|单价|价值|缴费)[^，。；\d]{0,10}$"
)
_BEHIND_THRESHOLD = re.compile(r"\s*[万亿]?元?[%％]?\s*(?:以上|以下|的(?:企业|单位|机构|人员|家庭|职工))")

FORMER = "调整以前的标准，已经改了"
TARGET = "目标或者任务，不是补贴"
BUDGET = "预算或者资金安排，不是补贴标准"
FINE = "罚款或者赔偿，不是补贴"
LOAN = "贷款额度，不是补贴"
DUTY = "资金用途的比例，是义务，不是补贴比例"
THRESHOLD = "资格条件里的数，不是补贴"
RATE = "管理要求里的比例，不是补贴"
_BUDGET_HEAD = re.compile(r"资金|经费|预算|投入|所需|安排|额度")
_STANDARD_HEAD = re.compile(r"标准|补贴|补助|奖励|津贴|元\s*[/／每]")


def purpose_of(sentence: str, amount: Amount, context: str) -> str | None:
    """The reason why an amount is no benefit; None where the words grant it. "" where they do neither.

    `context`: the words above that lead up to the sentence (按照下列标准给予补贴：).
    """
    before = re.split("[，,；;。]", sentence[: amount.start])[-1]
    lead, behind = sentence[: amount.start], sentence[amount.end :]
    if _FINE.search(lead) and not _GRANTS.search(before):
        return FINE
    if _CHANGED_TO.match(behind):
        return FORMER
    if amount.percent:
        return _purpose_of_share(sentence, amount, before, behind)
    if _LOAN.search(before + re.split("[，,；;。]", behind)[0]):
        return LOAN
    # 80学时的每人900元: so much per head, without a word on giving, is a standard.
    grants = bool(_GRANTS.search(sentence) or _GRANTS.search(context) or set(amount.per) - {"年"})
    if _BUDGET.search(before) and set(amount.per) <= {"年"}:
        return BUDGET
    if _THRESHOLD.search(before) and _BEHIND_THRESHOLD.match(behind):
        return THRESHOLD
    if grants:
        return None
    return TARGET if _TARGET.search(sentence) else ""


def purpose_of_head(head: str, title: str) -> str | None:
    """The same for a column of a table, by its head and the title of the table."""
    if _STANDARD_HEAD.search(head):
        return None
    if _BUDGET_HEAD.search(head) or re.search("计划|任务|分解|预算|安排", title):
        return BUDGET
    return None


def _purpose_of_share(sentence: str, amount: Amount, before: str, behind: str) -> str | None:
    if _BEHIND_DUTY.match(behind) and not _MAY.search(before + behind[:6]):
        return DUTY
    if amount.raises:
        return None
    if _ATTENDANCE.search(before):
        return THRESHOLD if "补贴" in sentence else RATE
    if _RATE.search(before) and not _SHARE_PAID.match(behind):
        return TARGET if _TARGET.search(sentence) else RATE
    if _SHARE_PAID.match(behind) or _ACTION_BEFORE.search(before):
        return None
    if _MAY.search(before) and _GRANTS.search(sentence):
        return None
    if _TARGET.search(before):
        return TARGET
    return None if _GRANTS.search(sentence) else ""
