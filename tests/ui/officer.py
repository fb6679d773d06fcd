"""An officer at the program itself: ``python -m tests.ui.officer first|again``, in a process of its own, on a real screen.

He sees what is shown, presses what can be pressed by the words on it, and types into what has the keyboard. Nothing is
replaced: message boxes are answered and files are named in Qt's own dialogs.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

PASSWORD = "城中区-2020-八一"
TICK, PATIENCE = 20, 60  # milliseconds; seconds
CTRL = Qt.KeyboardModifier.ControlModifier
_seen: set[QWidget] = set()
Script = Iterator[Callable[[], object]]  # what is waited for, before the officer goes on


class Officer(QObject):
    """Goes through a script beside the program's own event loop; what cannot be done ends the program with status 1."""

    def __init__(self, script: Script, pictures: Path) -> None:
        super().__init__()
        self._script, self._pictures = script, pictures
        self._wanted: Callable[[], object] = lambda: front().isVisible()
        self._since = time.monotonic()
        self._clock = QTimer(self, interval=TICK)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def _look(self) -> None:
        try:
            if self._wanted():
                self._wanted = next(self._script)
                self._since = time.monotonic()
            elif time.monotonic() - self._since > PATIENCE:
                raise TimeoutError(f"waited in vain; shown: {shown_words()}")
        except StopIteration:
            self._clock.stop()
        except Exception:
            traceback.print_exc()
            QApplication.primaryScreen().grabWindow(0).save(str(self._pictures / "stuck.png"))
            sys.stderr.flush()
            os._exit(1)


# --- what one sees


def front() -> QWidget:
    """The window that can be used now. A bare screen has nobody who would give it the keyboard: the officer's click does."""
    modal, active = QApplication.activeModalWidget(), QApplication.activeWindow()
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isWindow()]
    found = modal or active or windows[-1]
    if active is not found:
        found.activateWindow()
    return found


def shown(kind: type, words: str = "") -> list:
    """What is shown of that kind in the window in front, with these words at its beginning."""
    window = front()
    _seen.add(window)  # or what is found in it would be let go with it
    return [
        each
        for each in window.findChildren(kind)
        if isValid(each) and each.isVisible() and (not words or plain(each.text()).startswith(words))
    ]


def plain(words: str) -> str:
    return words.replace("&", "").strip()


def shown_words() -> str:
    return " | ".join(plain(each.text()) for kind in (QLabel, QAbstractButton) for each in shown(kind))


def titled(words: str) -> Callable[[], bool]:
    """Whether the window in front has these words in its title."""
    return lambda: words in front().windowTitle()


def said(words: str) -> Callable[[], bool]:
    """Whether these words stand somewhere in the window in front."""
    return lambda: any(words in each.text() for each in shown(QLabel))


def pressable(words: str) -> Callable[[], bool]:
    return lambda: any(button.isEnabled() for button in shown(QAbstractButton, words))


# --- what one does


def press(words: str) -> Callable[[], bool]:
    """Press the button with these words; waits until it has been pressed, not until what follows has ended."""
    button = next(each for each in shown(QAbstractButton, words) if each.isEnabled())
    QTimer.singleShot(0, button, lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))
    return lambda: True


def key(
    pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> Callable[[], bool]:
    """Press a key where the keyboard is; a shortcut may open a dialog, so nobody waits for its end."""
    QTimer.singleShot(0, lambda: QTest.keyClick(QApplication.focusWidget() or front(), pressed, modifier))
    return lambda: True


def write(words: str, into: QWidget | None = None) -> Callable[[], bool]:
    """Write in the place of what stands there, in the editor that has the keyboard or the one named; as an input
    method does, for no key has Chinese on it."""
    editor = into or QApplication.focusWidget()
    assert isinstance(editor, QLineEdit), editor
    editor.setFocus()
    editor.selectAll()
    written = QInputMethodEvent()
    written.setCommitString(words)
    QApplication.sendEvent(editor, written)
    return lambda: True


def beside(label: str) -> QWidget:
    """The editor that a label names."""
    return next(each.buddy() for each in shown(QLabel, label) if each.buddy() is not None)


def name_file(file: Path) -> Script:
    """Name a file in the dialog that asks for one."""
    yield lambda: isinstance(QApplication.activeModalWidget(), QFileDialog)
    yield write(str(file), next(each for each in shown(QLineEdit) if each.objectName() == "fileNameEdit"))
    yield key(Qt.Key.Key_Return)
    yield lambda: not isinstance(QApplication.activeModalWidget(), QFileDialog)


def answer(words: str, button: str) -> Script:
    """Answer the message that says these words."""
    yield said(words)
    yield press(button)


# --- what is done on the two days


def first(roster: Path, printed: Path) -> Script:
    """Make an archive, take in the roster, find somebody, correct a number, print, leave."""
    yield press("新建档案库")
    yield titled("新建档案库")
    yield press("下一步")
    yield said("第2步")
    yield write("东城区退役军人事务局", beside("单位名称"))
    yield press("下一步")
    yield said("第3步")
    yield write("王芳", beside("用户名"))
    yield write(PASSWORD, beside("密码"))
    yield write(PASSWORD, beside("再输一遍"))
    yield press("建立档案库")
    yield said("请看着纸")
    asked = shown(QLabel, "请看着纸")[0].text().removeprefix("请看着纸，输入第")[0]
    labels = shown(QLabel)
    group = labels[labels.index(next(each for each in labels if each.text() == f"第{asked}组")) + 1].text()
    typed = next(each for each in shown(QLineEdit) if each.isEnabled())
    yield write(group, typed)
    yield pressable("进入档案库")
    yield press("进入档案库")
    yield said("档案库里还没有人")
    yield press("导入花名册")
    yield titled("导入花名册")
    yield press("添加文件")
    yield from name_file(roster)
    for words in ("读取文件", "看会怎样", "导入 681 行", "完成"):
        yield pressable(words)
        yield press(words)
    yield from find_and_open("jwf", "姜伟福")
    yield key(Qt.Key.Key_F2)
    yield pressable("保存")
    yield write("13899998888", beside("联系电话"))
    yield key(Qt.Key.Key_S, CTRL)
    yield pressable("修改")
    yield key(Qt.Key.Key_P, CTRL)
    yield titled("打印")
    yield press("存为PDF")
    yield from name_file(printed)
    yield from answer("已保存1人", "关闭")
    yield titled("一人一档　")
    yield from leave()


def again(roster: Path, printed: Path) -> Script:
    """The next morning: sign in, find the same person, see the number, leave."""
    yield said("最近打开过的档案库")
    yield key(Qt.Key.Key_Return)
    yield pressable("登录")
    yield write(PASSWORD, beside("密码"))
    yield key(Qt.Key.Key_Return)
    yield from find_and_open("姜伟福", "姜伟福")
    assert beside("联系电话").text() == "13899998888"
    yield from leave()


def find_and_open(words: str, name: str) -> Script:
    """Find somebody among all, and open the file."""
    yield titled("优抚一人一档　")
    yield press("优抚对象")
    yield lambda: shown(QTableView) and said("全部")()
    yield key(Qt.Key.Key_F, CTRL)
    yield lambda: isinstance(QApplication.focusWidget(), QLineEdit)
    yield write(words)
    table = shown(QTableView)[0]
    names = lambda: [table.model().index(row, 0).data() for row in range(table.model().rowCount())]  # noqa: E731
    yield lambda: name in names() and len(names()) < 10
    table.selectRow(names().index(name))
    table.setFocus()
    yield key(Qt.Key.Key_Return)
    yield titled(name)


def leave() -> Script:
    """Close all windows; the program ends."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            QTimer.singleShot(0, window, window.close)
    yield lambda: True


def main() -> int:
    script, roster, printed = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    from ui.main import app

    begin = app.Program.begin

    def begun(program: app.Program, folder: Path | None = None) -> None:
        begin(program, folder)
        program.officer = Officer({"first": first, "again": again}[script](roster, printed), printed.parent)

    app.Program.begin = begun  # type: ignore[method-assign]
    sys.argv[1:] = []
    import main as youfu

    return youfu.main()


if __name__ == "__main__":
    sys.exit(main())
