"""How fast the assistant is, beside peers measured in the same run. Run `python -m evals.bench`."""
