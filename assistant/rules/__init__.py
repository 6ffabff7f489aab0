"""Rules as data: facts and text in, entitlements out.

load_rulebook → assess; check_rules says what is wrong with the data.
"""
