"""Opening an archive without freezing the window: the work is done aside, the connection is the window's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from models import store
from models.archive import folder_lock
from models.archive.cloud_folder import cloud_of
from models.archive.opened import Archive
from models.core.record import Refusal, db
from ui.jobs import messages
from ui.jobs.session import Session

IN_CLOUD = (
    "这个档案库放在云盘文件夹里（{cloud}）：\n\n{folder}\n\n里面的东西会传到网上，同步时也容易写坏。"
    "请关闭程序，把整个文件夹移到本机硬盘上别的地方（如 D:\\），再从新的地方打开。"
)


def archive_in(place: Path) -> Path:
    """The archive's folder that is meant: the place itself, the one it is a part of, or the only one within."""
    if place.is_file():
        place = place.parent
    if not _is_archive(place) and _is_archive(place.parent) and place.name in ("scans", "backups"):
        return place.parent
    if not _is_archive(place) and place.is_dir():
        within = [each for each in place.iterdir() if each.is_dir() and _is_archive(each)]
        if len(within) == 1:
            return within[0]
    return place


def look_at(folder: Path) -> bool:
    """Whether it is a practice archive. Raises ``Refusal`` when it cannot be opened here, before anybody types."""
    practice = store.is_practice(folder)
    with folder_lock.folder_held(folder):  # names who is in it
        return practice


def fault_of(folder: Path) -> str:
    """Why an archive in the list cannot be opened; empty when nothing speaks against it. Changes nothing."""
    try:
        store.is_practice(folder)
    except Refusal as refusal:
        return str(refusal)
    return ""


def closed_elsewhere(folder: Path, error: Refusal, parent: QWidget) -> bool:
    """Of an archive that another PC left open: whether an officer says that it is closed there, and it may be opened here."""
    if not isinstance(error, folder_lock.LeftByOtherPc):
        return False
    if closed := messages.ask_losing(parent, str(error), "那边已关闭，打开", "先不打开"):
        folder_lock.forget_other_pc(folder)
    return closed


def opened_aside(open_it: Callable[[], Archive]) -> Callable[[], Archive]:
    """Work for another thread: open the archive and leave the connection to the window."""

    def work() -> Archive:
        opened = open_it()
        db.close()  # a connection belongs to its thread; keys, lock and folder stay held
        return opened

    return work


def take_over(opened: Archive) -> Session:
    """On the window's thread: connect to the archive that was opened aside. The window's thread closes it."""
    db.connect(reuse_if_open=True)
    return Session(opened)


def tell_cloud(session: Session, parent: QWidget | None = None) -> None:
    """Warn of an archive that lies in a cloud's folder; it is opened all the same, for it may hold what is needed today."""
    if not session.practice and (cloud := cloud_of(session.folder)):
        messages.tell(parent, IN_CLOUD.format(folder=session.folder, cloud=cloud))


def _is_archive(folder: Path) -> bool:
    return (folder / "keys.json").is_file() and (folder / "archive.db").is_file()
