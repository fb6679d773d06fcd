"""Spot checks 抽查: people drawn by lot, and the chain of evidence behind what each was paid."""
