"""What the program carries with it: fonts, code tables, templates. Imports nothing of ours."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def path(name: str) -> Path:
    """The file of that name below ``resources/``, in the source tree and in the packed program alike."""
    return HERE / name
