"""Random facts for the corpus's rules, the same on every run."""

from hypothesis import HealthCheck, settings

# The corpus is a fixture of the session, so nothing that it holds leaks from one example to the next.
REPEATABLE = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
