"""What Windows says of signatures 数字签名, tried on a Windows PC by wine.sh: ``python judge_signatures.py FOLDER``.

The folder holds the unit's certificate (``certificate.der``), a setup that is unsigned, one that the unit signed and one that was
changed after. Ends with an error at the first that is judged otherwise than it should be.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

from models.core.record import Refusal
from models.updates import update_pack
from models.updates.signatures import signed

X509, REPLACE = 1, 3  # wincrypt.h


def trust(certificate: Path) -> None:
    """Put the certificate among those that this user trusts, as a domain's administrator would."""
    crypt, content = ctypes.windll.crypt32, certificate.read_bytes()
    crypt.CertOpenSystemStoreW.restype = ctypes.c_void_p
    store = ctypes.c_void_p(crypt.CertOpenSystemStoreW(None, "ROOT"))
    added = crypt.CertAddEncodedCertificateToStore(store, X509, content, len(content), REPLACE, None)
    assert added, ctypes.WinError()
    crypt.CertCloseStore(store, 0)


def main(folder: Path) -> None:
    plain, good, changed = (folder / f"{each}-setup.exe" for each in ("unsigned", "signed", "changed"))
    before = [signed(each) for each in (plain, good, changed)]
    trust(folder / "certificate.der")
    after = [signed(each) for each in (plain, good, changed)]
    print("before the PC trusts the unit:", before, "after:", after)
    assert before in (
        [None, None, False],
        [None, True, False],
    )  # Wine takes every root for one that the PC trusts
    assert after == [None, True, False]
    sys.executable = str(good.with_name(f"{update_pack.PROGRAM_NAME}.exe"))  # as if the signed program ran
    update_pack._refuse_unsigned(good)
    for unfit, words in ((plain, "却没有"), (changed, "数字签名不对")):
        said = ""
        try:
            update_pack._refuse_unsigned(unfit)
        except Refusal as refusal:
            said = str(refusal)
        assert words in said, said


if __name__ == "__main__":
    main(Path(sys.argv[1]))
