"""Short words of the console for what is kept as a code."""

OUTCOME = {
    "answered": "已答复",
    "needs_facts": "需补充情况",
    "not_found": "没有找到",
    "out_of_scope": "不在范围",
}
# What came of a change of the policies.
CAME_OF = {"begun": "还没有结果", "done": "做完了", "failed": "没有做成"}
UNKNOWN = "（未识别）"
BOUND = {"exact": "固定", "range": "区间", "at_least": "不低于", "at_most": "最多", "unstated": "未写明"}
