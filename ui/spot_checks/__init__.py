"""Spot checks 抽查 in the window: people drawn by a seed, and what is wanting in the evidence of each."""
