"""How well clauses are found: figures per method, what is refused, and how that changed."""
