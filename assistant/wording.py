"""Short words for what is sent as a code, where a person or a model reads it as plain text."""

OUTCOMES = {"eligible": "符合条件", "ineligible": "不符合条件", "undetermined": "还要看条件"}
VALIDITY = {"in_force": "现行", "expired": "已到期", "period_over": "标题所载期间已过", "not_yet": "尚未施行"}
VALIDITY_BASES = {"stated": "条文写明", "title": "只有标题写了年份", "unstated": "没有写"}
VERDICTS = {
    "eligible": "符合",
    "possible": "可能符合",
    "ineligible": "不符合",
    "unregulated": "政策未规定",
    "expired": "政策已过期",
    "not_yet": "尚未施行",
    "place_not_held": "未收录",
}
# How a paragraph begins that warns of a policy which no longer runs.
WARNING = "**请先留意：**"


def amount_words(kind: str, low: str | None, high: str | None, unit: str) -> str:
    """An amount as a line shows it: 1000元, 500至3000元, 不低于4000元, 最高400元."""
    return {
        "exact": f"{low}{unit}",
        "range": f"{low}至{high}{unit}",
        "at_least": f"不低于{low}{unit}",
        "at_most": f"最高{high}{unit}",
    }.get(kind, "条文没有写明金额")
