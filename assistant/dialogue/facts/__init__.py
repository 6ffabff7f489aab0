"""The facts that a message tells: read from its words and numbers, denied, doubted, taken back."""
