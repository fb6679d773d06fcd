"""What goes wrong with files is told in words; what is no file's fault is not."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from models.core.files import plain_words
from models.core.record import Refusal


def test_a_full_disk_is_told_in_words():
    with pytest.raises(Refusal, match="磁盘已满"), plain_words(Path("档案库")):
        raise OSError(errno.ENOSPC, "No space left on device", "档案库")


def test_a_reader_of_our_output_who_has_gone_is_no_fault_of_a_file():
    with pytest.raises(BrokenPipeError), plain_words(Path("档案库")):
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")
