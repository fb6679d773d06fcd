"""Figures as plain as a text needs them."""

from __future__ import annotations


class Told:
    """A figure with its value, its unit and, where it is known, last year's value."""

    def __init__(self, value, unit, before=None):
        self.value, self.unit, self.before = value, unit, before

    def said(self, form):
        if form == "":
            return f"{self.value}{self.unit}"
        if form == "上年" and self.before is not None:
            return f"{self.before}{self.unit}"
        return None

    @property
    def is_nothing(self):
        return not self.value


FIGURES = {
    "signs": Told(20, "块", 18),
    "banners": Told(150, "条"),
    "films": Told(0, "场"),
    "visits": Told(2, "次", 1),
}
WORDS = {"年度": "2020"}
