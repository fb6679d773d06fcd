"""Signing 数字签名: our programs and the setup, by the unit's certificate, where the environment names one.

``YOUFU_CERTIFICATE``: the file with certificate and chain (PEM), ``YOUFU_KEY``: its key (PEM), ``YOUFU_TIMESTAMP``: the address of a
service of time stamps, for a PC that is online; without one a signature holds as long as its certificate.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from resources.windows.launchers import NAME, WORDS

OURS = {*WORDS, "python3.dll"}  # which is made here from a list of names


def certificate() -> Path | None:
    """The unit's certificate, where the environment names one."""
    named = os.environ.get("YOUFU_CERTIFICATE")
    return Path(named) if named else None


def sign_ours(folder: Path) -> None:
    """Sign what was compiled here; what others have signed stays as it is."""
    for path in sorted(folder.rglob("*")):
        if path.name in OURS:
            sign(path)


def sign(program: Path) -> None:
    """Sign one program in place, and verify it; nothing without a certificate."""
    if (chain := certificate()) is None:
        return
    signed = program.with_name(f"{program.name}.signed")
    moment = ["-ts", os.environ["YOUFU_TIMESTAMP"]] if "YOUFU_TIMESTAMP" in os.environ else []
    whose = ["-certs", str(chain), "-key", os.environ["YOUFU_KEY"], "-n", NAME, *moment]
    command = ["osslsigncode", "sign", "-h", "sha256", *whose, "-in", str(program), "-out", str(signed)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    verify(signed, chain)
    signed.replace(program)


def verify(program: Path, trusted: Path) -> None:
    """Stop when the signature does not hold against a certificate."""
    command = ["osslsigncode", "verify", "-CAfile", str(trusted), "-in", str(program)]
    told = subprocess.run(command, capture_output=True, text=True)
    if told.returncode:
        raise SystemExit(f"{program.name}: the signature does not hold\n{told.stdout}")
