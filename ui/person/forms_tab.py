"""A tab of a person's file that holds forms: 修改 opens them, and they are saved together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ui.forms.file_forms import FileForm
from ui.pages.file_tab import FileTab


class FormsTab(FileTab):
    """What the file's window asks of such a tab."""

    def forms(self) -> Sequence[FileForm[Any]]:
        """Every form that was made so far."""
        raise NotImplementedError

    def shown_form(self) -> FileForm[Any] | None:
        """The form that one looks at."""
        raise NotImplementedError

    def read_only(self, read_only: bool) -> None:
        """Let nothing be typed, or let it be."""
        raise NotImplementedError

    def holds(self, uid: str) -> bool:
        """Whether the record with that uid is here."""
        raise NotImplementedError

    def go_to(self, uid: str, field: str) -> None:
        """Go to a field of the record with that uid."""
        raise NotImplementedError
