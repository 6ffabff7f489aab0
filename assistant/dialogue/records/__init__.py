"""What is kept: conversations, receipts, answers and remarks on them."""
