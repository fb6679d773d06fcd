"""Issued devices 辅助器具配置记录 in a person's file: what was issued when, by whom, at what cost, and until when it serves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.ledger.assistive_devices import AssistiveDevice
from reports.person.person_file import Device


def device_rows(devices: Iterable[AssistiveDevice]) -> Iterator[Device]:
    """The rows of one person, the oldest first."""
    for each in sorted(devices, key=lambda device: (str(device.day), device.id)):
        given_up = f"{each.given_up.chinese()}停用" if each.given_up else ""
        yield Device(
            each.day.chinese() if each.day else "",
            " ".join(filter(None, (each.kind, each.specification))),
            each.maker,
            "" if each.cost is None else f"{each.cost:.2f}",
            each.due.chinese() if each.due else "",
            "；".join(filter(None, (given_up, each.fund, each.notes))),
        )
