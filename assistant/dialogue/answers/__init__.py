"""Answers: which rules and clauses a matter is about, what is due, and how it is said."""
