"""The export of all data 导出全部数据: where to, whole or masked, then everything that the archive holds, in a new folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from models.core.dates import this_day
from models.office.deeds import EXPORT_WHOLE
from reports.export.folder import WrittenExport, export_archive
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.jobs.operations import allowed
from ui.jobs.saving import ask_folder, new_folder_in, note_saved
from ui.jobs.session import Session
from ui.widgets import window_memory

WHOLE, MASKED = "完整导出", "遮住号码、电话和账号（外送用）"
EXPORT_ASKED = (
    "将在所选的位置新建文件夹“{}”，每种记录各有一个 .json 和一个 .csv 文件，供别的程序使用。\n\n"
    "导出的文件没有加密，谁拿到都能打开；请像对待纸质档案一样保管，用完及时删除。"
)
DONE = "已导出到 {}：{}种记录，共{}行。\n\n这些文件没有加密，请妥善保管，用完及时删除。"


def export_all(session: Session, window: QWidget) -> None:
    """Ask where to and how, and write the export with a progress that can be cancelled."""
    start = str(window_memory.recall("export/folder", ""))
    chosen = ask_folder(window, "导出到哪个位置", start)
    if chosen is None:
        return
    window_memory.remember("export/folder", str(chosen))
    out = new_folder_in(chosen, f"{session.folder.name}导出{this_day():%Y%m%d}")
    masked = messages.choose(window, EXPORT_ASKED.format(out.name), {WHOLE: False, MASKED: True})
    if masked is not None and (masked or allowed(window, EXPORT_WHOLE)):
        made = Progress(window, "正在导出全部数据", export_archive(out, masked=masked))
        made.then(lambda written: _tell(window, out, written)).start()


def _tell(window: QWidget, out: Path, written: WrittenExport) -> None:
    note_saved(out)
    messages.tell(window, DONE.format(out, written.kinds, f"{written.rows:,}"))
