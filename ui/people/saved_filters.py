"""Saved filters: the button that keeps them under a name and brings them back."""

from __future__ import annotations

from models.filters import saved_filters
from models.filters.filters import Filter
from models.filters.saved_filters import SavedFilter
from ui.jobs import messages
from ui.pages.kept_choices import KeptChoices


class SavedFilters(KeptChoices):
    """The office's filters of people."""

    TITLE, NOUN = "常用筛选", "筛选"

    def known(self) -> list[SavedFilter]:
        return saved_filters.saved()

    def told(self, record: SavedFilter) -> str:
        return record.chosen.sentence()

    def keep_as(self, name: str, choice: Filter) -> None:
        saved_filters.keep_filter(name, choice, self.session.user)

    def let_go(self, record: SavedFilter) -> None:
        saved_filters.forget(record, self.session.user)

    def keep(self, choice: Filter, suggested: str = "") -> None:
        """Keep a filter that says something."""
        if choice == Filter():
            messages.tell(self, "现在没有筛选。请先在左边选好条件，再保存")
            return
        super().keep(choice, suggested or choice.sentence()[:30])
