"""What of each wheel goes into the program. Qt by allow list: its wheels are 700 MB, we need 50."""

from __future__ import annotations

import re

QT = [
    "Core",
    "Gui",
    "Widgets",
    "PrintSupport",
    "Svg",
    "Network",
    "Pdf",
    "PdfWidgets",
    "Multimedia",
    "MultimediaWidgets",
]
QT_FILES = {
    *("__init__.py", "_config.py", "_git_pyside_version.py", "pyside6.abi3.dll"),
    *(f"Qt{name}.pyd" for name in QT),
    *(f"Qt6{name}.dll" for name in QT),
    *("support/__init__.py", "support/deprecated.py"),
    *(f"plugins/platforms/q{name}.dll" for name in ("windows", "offscreen")),
    *(f"plugins/imageformats/q{name}.dll" for name in ("gif", "ico", "jpeg", "svg", "webp")),
    *("plugins/styles/qmodernwindowsstyle.dll", "plugins/iconengines/qsvgicon.dll"),
    "plugins/multimedia/windowsmediaplugin.dll",  # the camera through Windows itself, without FFmpeg's 18 MB
    *("translations/qtbase_zh_CN.qm", "translations/qt_zh_CN.qm"),
}
SHIBOKEN = {
    "__init__.py",
    "_config.py",
    "_git_shiboken_module_version.py",
    "Shiboken.pyd",
    "shiboken6.abi3.dll",
}
CPP_RUNTIME = re.compile(r"PySide6/(vcruntime140(_1)?|msvcp140(_[12])?)\.dll")
NEEDLESS = re.compile(
    r"(\.(pyi|lib|h|c|pxd|pxi|pyx|exe|typed)$)"  # for compilers and type checkers
    r"|(^PIL/_(avif|webp|imagingcms))"  # 9 MB for pictures that no office has
    r"|(^reportlab/(fonts|graphics|platypus)/)"  # of it we use what reads fonts and cuts them
    r"|(^lxml/(html|isoschematron|objectify))"  # Word files need its reader of XML alone
    r"|(^qtawesome/fonts/(?!materialdesignicons6))|(^qtawesome/(?!__init__\.py|fonts))"  # one face of icons, read as a file
    r"|^(cffi|packaging|pycparser|qtpy)/"  # wheels ask for them; nothing that runs does
    r"|(/tests?/)"
)


def wanted(name: str) -> bool:
    """Whether a file of a wheel, named as it would be installed, is needed to run the program."""
    if name.startswith("PySide6/"):
        return name.removeprefix("PySide6/") in QT_FILES
    if name.startswith("shiboken6/"):
        return name.removeprefix("shiboken6/") in SHIBOKEN
    return not NEEDLESS.search(name)


def is_cpp_runtime(name: str) -> bool:
    """Microsoft's C++ runtime, which must lie beside python311.dll: one for all, the newest we have."""
    return CPP_RUNTIME.fullmatch(name) is not None
