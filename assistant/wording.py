"""Short words for what is sent as a code, where a person or a model reads it as plain text."""

OUTCOMES = {"eligible": "符合条件", "ineligible": "不符合条件", "undetermined": "还要看条件"}
VALIDITY = {"in_force": "现行", "expired": "已到期", "period_over": "标题所载期间已过", "not_yet": "尚未施行"}
