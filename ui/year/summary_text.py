"""The text of a summary as it is edited, figures in colour; and the finished text beside it, each number with its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QRegularExpression, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from models.year.summary.report import BREAK, Summary
from models.year.summary.sentences import Span, Spans
from models.year.summary.template import CONDITION_FORMS, FIRST_LEVEL, SECOND_LEVEL
from models.year.summary.told_figures import figure_forms
from ui.widgets import theme
from ui.widgets.spoken_names import called

TYPING_DELAY = 300  # milliseconds without typing until the finished text follows
AS_FIGURE_SAYS = "按指标自己的写法"
BRACKETS_HELP = (
    "一行是一段，第一行是标题（“／”处换行）。花括号里是指标或“单位”“年度”，数字由档案库填写；"
    "方括号里的话，里面的指标都是0时不写，竖线“|”后面可以写没有时怎么说。一句话里的指标都是0时，整句不写。"
    "方括号以顿号开头、竖线隔开的是并列，是0的那项不写。写法是“若有”“若无”的指标不写出来，只作条件。"
)

BRIEFLY = "花括号里是指标，数字由档案库填写；方括号里的话，没有时不写。鼠标停在模板上看详细说明。"


class Marks(QSyntaxHighlighter):
    """Figures in the accent colour, brackets quiet."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._rules = [
            (QRegularExpression(r"[\[\]|]"), self._format("doubt", bold=True)),
            (QRegularExpression(r"\{[^{}]*\}"), self._format("accent")),
        ]

    @staticmethod
    def _format(colour: str, bold: bool = False) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(theme.colour(colour))
        if bold:
            made.setFontWeight(QFont.Weight.Bold)
        return made

    def highlightBlock(self, text: str) -> None:
        for pattern, form in self._rules:
            found = pattern.globalMatch(text)
            while found.hasNext():
                match = found.next()
                self.setFormat(match.capturedStart(), match.capturedLength(), form)


class TemplateEdit(QPlainTextEdit):
    """The text with figures by their names; says ``settled`` when somebody has stopped typing."""

    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setToolTip(BRACKETS_HELP)
        self._marks = Marks(self.document())
        self._pause = QTimer(self, singleShot=True, interval=TYPING_DELAY)
        self._pause.timeout.connect(self.settled)
        self.textChanged.connect(self._pause.start)

    def show_text(self, text: str) -> None:
        """Show another text; nothing of it is an edit. The same text stays where it is being read."""
        if text == self.toPlainText():
            self._pause.stop()
            return
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(blocked)
        self._pause.stop()

    def write_anew(self, text: str) -> None:
        """Put another text in place of this one as an edit, which Ctrl+Z takes back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def insert_place(self, name: str, form: str) -> None:
        """Put a figure where the cursor is."""
        self.insertPlainText(f"{{{name}|{form}}}" if form else f"{{{name}}}")
        self.setFocus()


class SummaryView(QTextBrowser):
    """The finished text; a click on a number asks for its rows, typed numbers are underlined."""

    asked = Signal(str, str)  # the key of a figure, and the form in which its number is written

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._ask)

    def show_summary(self, summary: Summary) -> None:
        """Show a summary, staying where one reads."""
        bar = self.verticalScrollBar()
        kept = bar.value()
        links = set(summary.told)
        marked = {(each.paragraph, each.start): len(each.text) for each in summary.typed}
        lines = []
        for number, spans in enumerate((summary.prose.title, *summary.prose.paragraphs)):
            ranges = {start: long for (paragraph, start), long in marked.items() if paragraph == number}
            lines.append(_paragraph(spans, ranges, links, number == 0))
        self.setHtml("".join(lines))
        bar.setValue(kept)

    def _ask(self, link: QUrl) -> None:
        key, _, form = link.path(QUrl.ComponentFormattingOption.FullyDecoded).partition("|")
        self.asked.emit(key, form)

    # What Qt asks for

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None  # nothing is ever read from outside


def _paragraph(spans: Spans, marked: dict[int, int], links: set[str], is_title: bool) -> str:
    words = "".join(_piece(span, at, marked, links) for at, span in _placed(spans))
    plain = "".join(span.text for span in spans)
    if is_title:
        words = words.replace(BREAK, "<br>")
        return f'<h3 align="center">{words}</h3>'
    bold = FIRST_LEVEL.match(plain)
    body = (
        re.sub(rf"^((?:{SECOND_LEVEL.pattern})[^。<]*。?)", r"<b>\1</b>", words)
        if not bold
        else f"<b>{words}</b>"
    )
    return f'<p style="text-indent: 28px; margin: 4px 0; line-height: 150%">{body}</p>'


def _placed(spans: Spans) -> Iterator[tuple[int, Span]]:
    at = 0
    for span in spans:
        yield at, span
        at += len(span.text)


def _piece(span: Span, at: int, marked: dict[int, int], links: set[str]) -> str:
    text, key = span.text, span.key
    if key:
        colour = theme.colour("accent" if key in links else "ink").name()
        if text.startswith("{"):
            return f'<span style="color: {theme.colour("problem").name()}">{escape(text)}</span>'
        if key not in links:
            return escape(text)
        return f'<a href="{escape(f"{key}|{span.form}")}" style="color: {colour}; text-decoration: none">{escape(text)}</a>'
    out, done = "", 0
    for start in sorted(start - at for start in marked if at <= start < at + len(text)):
        end = start + marked[at + start]
        doubt, soft = theme.colour("doubt").name(), theme.colour("doubtsoft").name()
        typed = f'<span style="color: {doubt}; background: {soft}; text-decoration: underline">{escape(text[start:end])}</span>'
        out += escape(text[done:start]) + typed
        done = end
    return out + escape(text[done:])


class InsertDialog(QDialog):
    """Choose a figure and the form it is written in."""

    def __init__(self, summary: Summary, names: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("插入指标")
        self.search = called(QLineEdit(placeholderText="按名称找"), "按名称找")
        self.list = called(QListWidget(), "指标")
        self._forms = figure_forms()
        self.form = called(QComboBox(), "怎样写")
        self.form.addItems([AS_FIGURE_SAYS, *(f"{form}：{words}" for form, words in self._forms.items())])
        self.shown = theme.look(QLabel(), "quiet")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.insert_button = self.buttons.addButton("插入", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.insert_button, "primary")
        self._summary = summary
        for key, name in names.items():
            told = summary.told.get(key)
            item = QListWidgetItem(f"{name}　{(told.said('') if told else '') or ''}")
            item.setData(Qt.ItemDataRole.UserRole, (key, name))
            self.list.addItem(item)
        self._lay_out()
        self._join()
        self.list.setCurrentRow(0)

    def chosen(self) -> tuple[str, str]:
        """The name of the figure and the form; a form of no words is the figure's own."""
        item = self.list.currentItem()
        name = item.data(Qt.ItemDataRole.UserRole)[1] if item is not None else ""
        row = self.form.currentIndex()
        return name, list(self._forms)[row - 1] if row > 0 else ""

    def _find(self, words: str) -> None:
        for row in range(self.list.count()):
            self.list.item(row).setHidden(words.strip() not in self.list.item(row).text())

    def _say(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        told = self._summary.told.get(item.data(Qt.ItemDataRole.UserRole)[0])
        form = self.chosen()[1]
        said = told.said(form) if told is not None else None
        only = "不写出来，只管带着它的话写不写" if form in CONDITION_FORMS else "现在没有可写的，这句话会略去"
        self.shown.setText(f"现在写成：{said}" if said else only)

    def _join(self) -> None:
        self.search.textChanged.connect(self._find)
        self.list.currentRowChanged.connect(lambda _: self._say())
        self.form.currentIndexChanged.connect(lambda _: self._say())
        self.list.itemDoubleClicked.connect(lambda _: self.accept())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        for widget in (self.search, self.list, self.form, self.shown, self.buttons):
            column.addWidget(widget)

    # What Qt asks for

    def sizeHint(self) -> QSize:
        return QSize(560, 460)
