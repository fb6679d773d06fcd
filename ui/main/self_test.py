"""What a PC's screen and printing must be able to do for this program, tried out; the window's part of the self-test."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSize, qVersion
from PySide6.QtGui import QImageReader, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget

from reports.self_test import Trial
from ui.start.window import StartWindow
from ui.widgets import theme
from ui.widgets.icons import app_icon, icon

TEST_WORDS = "打印测试 优抚一人一档"
IMAGE_PLUGINS = {"svg", "jpeg", "png", "webp"}


def trials() -> tuple[Trial, ...]:
    """The trials, in the application that they need; without a screen they are drawn nowhere."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    theme.apply(app)
    theme.speak_chinese(app)
    return (
        ("窗口（Qt）", window),
        ("中文按钮", qt_speaks_chinese),
        ("图片与图标", pictures),
        ("打印", printing),
        ("摄像头", camera),
    )


def window(folder: Path) -> str:
    """The first window shows itself, and is no empty picture."""
    shown = StartWindow(folder)
    shown.show()
    QApplication.processEvents()
    picture = shown.grab().toImage()
    colours = {
        picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)
    }
    shown.hide()
    assert len(colours) > 4, colours
    return f"Qt {qVersion()}，{QApplication.platformName()}，字体 {theme.face()}"


def qt_speaks_chinese(folder: Path) -> str:
    """Qt's own buttons speak Chinese."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    words = box.buttons()[0].text()
    assert "取消" in words, words
    return words


def pictures(folder: Path) -> str:
    """Pictures of every kind that an office has can be read, and icons are drawn."""
    known = {bytes(each.data()).decode() for each in QImageReader.supportedImageFormats()}
    assert known >= IMAGE_PLUGINS, IMAGE_PLUGINS - known
    assert not app_icon().pixmap(32, 32).isNull()
    assert not icon("mdi6.account").pixmap(32, 32).isNull()
    return "、".join(sorted(IMAGE_PLUGINS))


def camera(folder: Path) -> str:
    """What a camera needs is there, on Windows; whether there is one is only told."""
    try:
        from ui.pictures import live_camera
    except ImportError:
        if sys.platform == "win32":
            raise
        return "这个系统缺少摄像头要用的组件，可以用照片文件夹"
    return "有摄像头" if live_camera.there_is_one() else "没有接摄像头"


def printing(folder: Path) -> str:
    """A page printed to PDF by Qt's printing is shown again by its PDF reader."""
    out = folder / "打印.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    painter = QPainter(printer)
    painter.setFont(QWidget().font())
    painter.drawText(200, 200, TEST_WORDS)
    painter.end()
    document = QPdfDocument()
    document.load(str(out))
    page = document.render(0, QSize(600, 850))
    document.close()
    inked = sum(
        page.pixelColor(x, y).alpha() > 128 for x in range(600) for y in range(850)
    )  # the paper is clear
    assert 100 < inked < 60_000, f"{inked} points of ink"
    return f"{out.stat().st_size}字节"
