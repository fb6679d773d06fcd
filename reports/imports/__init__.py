"""Imports given back: the officer's own sheets with the doubtful cells marked, looking as they came."""
