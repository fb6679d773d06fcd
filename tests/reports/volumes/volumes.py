"""Volumes of invented people, as tests of lists and labels need them."""

from __future__ import annotations

from dataclasses import replace

from reports.volumes.volume_facts import VolumeFacts

ONE = VolumeFacts(
    "马建国", "0001", "Z109-12-0001", "马建国优抚档案（残疾军人）", "青军A001234", "19810110", "20201203", 6, 30, 30,
    "100年", "", None, ("", ""), False,
)  # fmt: skip


def volume(number: int = 1, pages: int = 30, **more: object) -> VolumeFacts:
    kept = {"volume": f"{number:04d}", "number": f"Z109-12-{number:04d}", "pages": pages, "counted": pages}
    return replace(ONE, **(kept | more))  # type: ignore[arg-type]
