"""New folders that are made whole or not at all: written beside their place, then put there under their name."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.archive import opened
from models.core.files import UNFINISHED_ENDING, cause, plain_words, sync_folder
from models.core.record import Refusal

NOT_IN_WINDOWS = re.compile(r'[<>:"|?*\x00-\x1f]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)', re.IGNORECASE)
NO_SUCH_NAME = (
    '“{}”不能作文件夹的名字：Windows 不许用 < > : " | ? * 这些符号，也不许以点或空格结尾。请换一个名字'
)
NOT_TO_BE_MADE = "不能{}到“{}”：{}。没有留下任何文件，请另选位置再试"


@contextmanager
def new_folder(out: Path, deed: str) -> Iterator[Path]:
    """A folder beside the wanted one, which gets its name at the end; what fails or is cancelled leaves nothing.

    ``deed`` is what is done, as 导出. Raises ``Refusal``, which names the folder as it was wanted, when something is there
    already, the place is the archive's own, or such a folder cannot be made.
    """
    with plain_words(out):
        _refuse_unfit(out, deed)
    part = out.with_name(out.name + UNFINISHED_ENDING)
    if part.exists():
        raise Refusal(f"“{part}”是上次没有完成的{deed}留下的，请先删除它")
    missing = [each for each in out.parents if not each.exists()]
    try:
        with _in_words_of(out, part, deed):
            part.mkdir(parents=True)
            yield part
            if out.exists():
                out.rmdir()
            part.rename(out)
            sync_folder(out.parent)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        for each in missing:
            with suppress(OSError):
                each.rmdir()
        raise


def _refuse_unfit(out: Path, deed: str) -> None:
    if out.resolve().is_relative_to(opened.opened_archive().folder.resolve()):
        raise Refusal(f"不能{deed}到档案库自己的文件夹里，请另选位置")
    if NOT_IN_WINDOWS.search(out.name):
        raise Refusal(NO_SUCH_NAME.format(out.name))
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Refusal(f"“{out}”不是空文件夹。{deed}不会覆盖任何东西，请另选一个新文件夹")


@contextmanager
def _in_words_of(out: Path, part: Path, deed: str) -> Iterator[None]:
    """What is refused inside names the folder that was asked for, not the unfinished one."""
    try:
        with plain_words(out):
            try:
                yield
            except OSError as error:
                if error.filename is not None and not str(error.filename).startswith(str(part)):
                    raise
                raise Refusal(NOT_TO_BE_MADE.format(deed, out, cause(error))) from error
    except Refusal as refusal:
        if str(part) not in str(refusal):
            raise
        raise Refusal(str(refusal).replace(str(part), str(out))) from refusal
