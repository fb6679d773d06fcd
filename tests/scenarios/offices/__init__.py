"""Mutated offices: people, payments and visits invented first, then written as strangers write, and asked for after the import."""
