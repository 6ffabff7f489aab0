"""Policy assistant for vocational-training subsidies: exact amounts, cited clauses, place and validity."""
