"""Packed files 压缩包: a part of a zip that anybody may have made, unpacked no further than it may reach."""

from __future__ import annotations

import zipfile

USUAL_PACKING = (
    zipfile.ZIP_STORED,
    zipfile.ZIP_DEFLATED,
)  # other kinds unpack all at once, whatever is asked for


def unpacked(package: zipfile.ZipFile, name: str, most: int) -> bytes:
    """The bytes of a part. ``zipfile.BadZipFile`` when they are more than ``most``, whatever the zip says of their number,
    or packed as none of our files is; ``KeyError`` when there is no such part."""
    about = package.getinfo(name)
    if about.compress_type not in USUAL_PACKING:
        raise zipfile.BadZipFile(f"packed by method {about.compress_type}")
    with package.open(about) as part:
        content = part.read(most + 1)
    if len(content) > most:
        raise zipfile.BadZipFile(f"longer than {most:,} bytes")
    return content
