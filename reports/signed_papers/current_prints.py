"""Current prints 现行内容: what the pages of a person's file would say if they were printed now, to tell whether a page is out of date.

It is asked without the signed pages that came back, and the journal's lines about them, for they came after what was
printed; and with them, for what was printed again since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, groupby

from models.office import settings
from models.people.person import Person
from models.signed_papers.signed_page import FILING, SIGNED_ENDING, PrintedSheet
from reports.paper.binding import bound_pages
from reports.paper.layout import Gaps
from reports.person.gathering import file_of
from reports.person.papers import RECORDS
from reports.person.person_file import PersonFile
from reports.person.sheets import SECTIONS, Copy, parts

LISTING = ("封面", "目录", "备考")  # what they say depends on which papers are printed with them
PAPERS = (("登记表",), ("身份",), RECORDS)
WAYS = (
    Copy(SECTIONS),
    *(
        Copy(SECTIONS, months=months, empty_tables=empty)
        for months, empty in ((True, False), (False, True), (True, True))
    ),
    *(Copy((name,)) for name in SECTIONS),
    *(
        Copy((*LISTING, *(name for paper in chosen for name in paper)))
        for count in (1, 2)
        for chosen in combinations(PAPERS, count)
    ),
)  # whole, more of it, a part alone, some papers with their cover


class CurrentPrints:
    """What one person's pages say now; each way of printing them is tried only when a page is not among those before."""

    def __init__(self, person: Person) -> None:
        whole = file_of(person)
        before = as_printed(whole)
        self._files = [before] if before == whole else [before, whole]
        self._ways = self._sheets_of_ways()
        self.known: set[tuple[str, str]] = set()
        self.layouts: list[list[PrintedSheet]] = []

    def has(self, form: str, print: str) -> bool:
        """Whether a page of a form with such words would be printed now, in whatever way."""
        while (form, print) not in self.known:
            if self._next_way() is None:
                return False
        return True

    def layout(self, seen: dict[int, str], of: int) -> list[PrintedSheet]:
        """The pages of the print of which some were seen (sheet → form), as choices of forms fit; a form that differs
        between those is empty. Nothing where none fits."""
        if not self.layouts:
            self._next_way()
        whole = [(form, len(list(pages))) for form, pages in groupby(self.layouts[0], lambda each: each.form)]
        fitting = [
            forms for forms in _choices(whole, of) if all(forms[n - 1] == seen[n] for n in seen if n <= of)
        ]
        told = [set(forms) for forms in zip(*fitting, strict=True)]
        return [
            PrintedSheet(forms.pop() if len(forms) == 1 else "", n, of)
            for n, forms in enumerate(told, start=1)
        ]

    def _next_way(self) -> list[PrintedSheet] | None:
        sheets = next(self._ways, None)
        if sheets is not None:
            self.layouts.append(sheets)
            self.known |= {(each.form, each.print) for each in sheets}
        return sheets

    def _sheets_of_ways(self) -> Iterator[list[PrintedSheet]]:
        """In the order in which pages are usually printed."""
        for masked in (False, True):
            for file in self._files:
                yield from (self._sheets(replace(copy, masked=masked), file) for copy in WAYS)

    def _sheets(self, copy: Copy, file: PersonFile) -> list[PrintedSheet]:
        pages = list(bound_pages(parts(file, settings.office(), copy, Gaps())))
        return [PrintedSheet(form, n, len(pages), print) for n, (form, print) in enumerate(pages, start=1)]


def _choices(whole: list[tuple[str, int]], of: int) -> Iterator[list[str]]:
    """The form of each page in every choice of forms that has so many pages."""
    for count in range(1, len(whole) + 1):
        for chosen in combinations(whole, count):
            if sum(pages for _, pages in chosen) == of:
                yield [form for form, pages in chosen for _ in range(pages)]


def as_printed(file: PersonFile) -> PersonFile:
    """The file without what scanning signed pages added to it."""
    return replace(
        file,
        materials=tuple(each for each in file.materials if not each.title.endswith(SIGNED_ENDING)),
        changes=tuple(each for each in file.changes if not each.title.startswith(FILING)),
    )


def form_between(seen: dict[int, str], sheet: int) -> str:
    """The form of a sheet that nobody saw, where its neighbours before and after are of one form; else empty."""
    before = [seen[each] for each in sorted(seen) if each < sheet]
    after = [seen[each] for each in sorted(seen) if each > sheet]
    return before[-1] if before and after and before[-1] == after[0] else ""


def missing_sheets(seen: dict[int, str], of: int, layout: Iterable[PrintedSheet]) -> list[PrintedSheet]:
    """The sheets of a print that have not come back, as far as they are missed: those of forms of which some came back,
    and all where most of the print did."""
    forms = {each.sheet: each.form for each in layout}
    lost = [
        PrintedSheet(forms.get(n, form_between(seen, n)), n, of) for n in range(1, of + 1) if n not in seen
    ]
    most = len(seen) * 2 > of
    return [each for each in lost if most or each.form in seen.values()]
