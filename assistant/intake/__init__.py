"""Taking a document in: read → derive → draft → check → write, all or nothing; then what would change.

derive (metadata, rules, questions) → check → add · remove · compare · impact
"""
