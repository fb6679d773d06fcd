"""Disclosure 公示和外送: how a copy is written is chosen before it is saved."""
