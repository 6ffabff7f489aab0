"""Conversation without a language model: a message and what was said before in, an answer out.

understand → merge → kind_of → select_rules → answer_… → faults → compose; `Conversation.turn` is one turn.
"""
