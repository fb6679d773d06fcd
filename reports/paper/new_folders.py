"""New folders that are made whole or not at all: written beside their place, then put there under their name."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.archive import opened
from models.core.files import UNFINISHED_ENDING, plain_words, sync_folder
from models.core.record import Refusal


@contextmanager
def new_folder(out: Path, deed: str) -> Iterator[Path]:
    """A folder beside the wanted one, which gets its name at the end; what fails or is cancelled leaves nothing.

    ``deed`` is what is done, as 导出. Raises ``Refusal`` when something is there already, or the place is the archive's own.
    """
    if out.resolve().is_relative_to(opened.opened_archive().folder.resolve()):
        raise Refusal(f"不能{deed}到档案库自己的文件夹里，请另选位置")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Refusal(f"“{out}”不是空文件夹。{deed}不会覆盖任何东西，请另选一个新文件夹")
    part = out.with_name(out.name + UNFINISHED_ENDING)
    if part.exists():
        raise Refusal(f"“{part}”是上次没有完成的{deed}留下的，请先删除它")
    with plain_words(out):
        part.mkdir(parents=True)
        try:
            yield part
            if out.exists():
                out.rmdir()
            part.rename(out)
            sync_folder(out.parent)
        finally:
            shutil.rmtree(part, ignore_errors=True)
