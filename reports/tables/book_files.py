"""A book as a file, written by XlsxWriter: who made it, sums that show what they come to, no green corners at numbers that are text.

Rows and columns are counted from 1, as spreadsheet programs count them; a ``Look`` is the properties of a cell's format.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime, time
from decimal import Decimal
from typing import IO, Any, TypeAlias

from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from models.core.dates import this_day
from reports.tables.book_cells import SIGNS, held, page_name
from reports.tables.row_heights import PIXELS_OF_CHARACTER

BOOK_MAKER = "优抚一人一档"
BOOK_LANGUAGE = "zh-CN"
WHOLE_PAGE = "A1:XFD1048576"
# Words are words, whatever they begin with
LITERALLY = {"strings_to_formulas": False, "strings_to_urls": False}
# else the words of all cells lie in a temporary file meanwhile, and stay there after a crash
PRIVATELY = {"in_memory": True}

Look: TypeAlias = Mapping[str, Any]


class Page(Worksheet):
    """A sheet of a ``Book``."""

    book: Book

    def __init__(self) -> None:
        super().__init__()
        self.growing: set[int] = set()  # rows

    def put_text(self, row: int, column: int, words: str, look: Look) -> None:
        """Words as text, whatever they begin with; control characters, which no workbook may hold, are left out."""
        look = {"num_format": "@", **look}
        if words.startswith(SIGNS):
            look["quote_prefix"] = True  # stays text when somebody edits it
        if words := held(words):
            self.write_string(row - 1, column - 1, words, self.book.dressed(look))
        else:
            self.put_blank(row, column, look)

    def put_number(self, row: int, column: int, value: Decimal | int, look: Look) -> None:
        """A number, with its digits in the look."""
        self.write_number(row - 1, column - 1, float(value), self.book.dressed(look))

    def put_sum(self, row: int, column: int, formula: str, value: Decimal | int, look: Look) -> None:
        """A formula, as ``SUM(B4:B9)``, with what it comes to, which a preview, a phone or another program shows."""
        self.write_formula(row - 1, column - 1, f"={formula}", self.book.dressed(look), float(value))

    def put_blank(self, row: int, column: int, look: Look) -> None:
        self.write_blank(row - 1, column - 1, None, self.book.dressed(look))

    def join(self, top: int, left: int, bottom: int, right: int, words: str, look: Look) -> None:
        """Words in a cell that takes the room of several."""
        if (top, left) != (bottom, right):
            self.merge_range(top - 1, left - 1, bottom - 1, right - 1, "", self.book.dressed(look))
        self.put_text(top, left, words, look)

    def set_height(self, row: int, points: float, growing: bool = False) -> None:
        """The height of a row; a ``growing`` one the spreadsheet program may make higher when somebody adds to its words."""
        self.set_row_pixels(row - 1, points * 4 / 3)
        if growing:
            self.growing.add(row)

    def set_width(self, column: int, characters: float) -> None:
        """The width of a column, its edges included."""
        self.set_column_pixels(column - 1, column - 1, characters * PIXELS_OF_CHARACTER)

    # --- Override

    def _write_row(self, row: int, spans: str | None, *rest: Any, **about: Any) -> None:
        self._grows = row + 1 in self.growing
        super()._write_row(row, spans, *rest, **about)

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:
        """XlsxWriter calls every height that was set one that somebody chose (``customHeight``)."""
        if tag == "row" and self._grows:
            attributes = [each for each in attributes if each[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)


class BookPackager(Packager):
    """Says which program made a book, in which language."""

    def _write_app_file(self) -> None:
        super()._write_app_file()
        self._say_instead("<Application>Microsoft Excel<", f"<Application>{BOOK_MAKER}<")

    def _write_core_file(self) -> None:
        super()._write_core_file()
        self._say_instead(
            "<cp:lastModifiedBy>", f"<dc:language>{BOOK_LANGUAGE}</dc:language><cp:lastModifiedBy>"
        )

    def _say_instead(self, words: str, ours: str) -> None:
        """Change the part that was written last."""
        written, *about = self.filenames[-1]
        told = written.getvalue()
        assert words in told
        self.filenames[-1] = (io.StringIO(told.replace(words, ours)), *about)


class Book(Workbook):
    """A workbook of ours: of the day on which it was made, so that the same facts are the same bytes."""

    worksheet_class = Page

    def __init__(self, title: str) -> None:
        super().__init__(None, {**LITERALLY, **PRIVATELY})
        self.about = {"title": title, "author": BOOK_MAKER, "created": datetime.combine(this_day(), time())}
        self.looks: dict[tuple[tuple[str, Any], ...], Format] = {}

    def create_page(self, title: str) -> Page:
        """A page more; its name is changed where no workbook allows it, or another page has it."""
        page = self.add_worksheet(page_name(title, self.sheetnames))
        assert isinstance(page, Page)
        page.book = self
        page.ignore_errors(
            {"number_stored_as_text": WHOLE_PAGE}
        )  # people's numbers, accounts, telephones are text
        return page

    def dressed(self, look: Look) -> Format:
        """The format of a look, made once."""
        key = tuple(look.items())
        if key not in self.looks:
            self.looks[key] = self.add_format(dict(look))
        return self.looks[key]

    def _get_packager(self) -> Packager:
        return BookPackager()


def save_book(book: Book, stream: IO[bytes]) -> None:
    """Write the book as .xlsx."""
    book.set_properties(book.about)
    book.filename = stream
    book.close()
