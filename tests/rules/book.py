"""A few facts of every kind, for tests of conditions and formulas."""

from typing import Any

from assistant.rules.facts import FactBook, FactSpec

_SPECS: list[dict[str, Any]] = [
    {"id": "signed", "label": "签了合同", "kind": "yes_no"},
    {"id": "insured", "label": "参保", "kind": "yes_no"},
    {"id": "level", "label": "等级", "kind": "choice", "choices": {"四级": [], "三级": [], "专项": []}},
    {"id": "group", "label": "人员类别", "kind": "choices", "choices": {"贫困": [], "残疾": [], "退役": []}},
    {"id": "months", "label": "期限", "kind": "months", "unit": "个月"},
    {"id": "hours", "label": "课时", "kind": "hours", "unit": "课时"},
    {"id": "persons", "label": "人数", "kind": "count", "unit": "人", "assume_one": True},
    {"id": "cost", "label": "费用", "kind": "money", "unit": "元"},
    {"id": "payroll", "label": "工资总额", "kind": "money", "unit": "元"},
    {"id": "day", "label": "日期", "kind": "date"},
]
BOOK = FactBook({spec["id"]: FactSpec.model_validate(spec) for spec in _SPECS})
