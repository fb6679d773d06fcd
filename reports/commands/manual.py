"""The command about the manual 使用手册."""

from __future__ import annotations

import argparse
from pathlib import Path

from reports.commands.registry import DONE, arg, command, follow


@command("把使用手册写成PDF，有目录和术语索引", arg("out", type=Path, metavar="OUT.pdf"))
def manual(arguments: argparse.Namespace) -> int:
    from reports.manual.manual_paper import write_manual

    follow(write_manual(arguments.out))
    print(f"已写好 {arguments.out}")
    return DONE
