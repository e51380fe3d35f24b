"""Replies: what people write in their own language where there is nothing to answer, or they do not know it."""
