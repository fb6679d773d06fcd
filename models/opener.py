"""The opener, a file in an archive's folder that a double click opens with the program; it says so, and nothing of anybody."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

OPENER_NAME = "双击打开.youfudb"  # the setup registers the ending for this user
OPENER_WORDS = """\
双击这个文件，就用“优抚一人一档”打开它所在的档案库。

这个文件夹是一个档案库，资料都加密存放，请不要单独移动、改名或删除里面的文件；
要搬到别处或备份，请在程序里用“更多→备份”，或者关闭程序后复制整个文件夹。
"""


def lay(folder: Path) -> None:
    """See that the archive has it; an archive that cannot be written to does without."""
    file = folder / OPENER_NAME
    if folder.is_dir() and not file.exists():
        with suppress(OSError):
            file.write_bytes(OPENER_WORDS.replace("\n", "\r\n").encode("utf-8-sig"))  # Notepad's ways
