"""Runs as the bank answers them: made and paid as in the room of runs."""

from tests.models.pay.runs.conftest import draw, paid, payee  # noqa: F401
