"""How good the answers are: cases, what is expected of each, and how that changed. Run `python -m evals`."""
