"""The commands, by subject; each module registers its own when it is imported here."""

from reports.commands import (
    archives,
    figures,
    forecasts,
    journal,
    payments,
    payruns,
    people,
    policy,
    signed_papers,
    spot_checks,
    standards,
    superior_forms,
    transfer,
    uses,
    volumes,
)
from reports.commands.registry import COMMANDS

__all__ = [
    "COMMANDS", "archives", "figures", "forecasts", "journal", "payments", "payruns", "people", "policy", "signed_papers", "spot_checks",
    "standards", "superior_forms", "transfer", "uses", "volumes",
]  # fmt: skip
