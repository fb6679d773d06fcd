"""The command scanin: printed, scanned, filed, and told as JSON."""

from __future__ import annotations

import pypdfium2


def test_scanned_pages_are_filed_and_told(run, told, whole_office, tmp_path):
    someone = told("people", whole_office)[0]
    run(
        "sheets",
        whole_office,
        tmp_path / "卷.pdf",
        someone["number"],
        "--sections",
        "封面,登记表,备考",
        "--user",
        "王芳",
    )
    scans = tmp_path / "扫描"
    scans.mkdir()
    with pypdfium2.PdfDocument(tmp_path / "卷.pdf") as pdf:
        pages = [page.render(scale=150 / 72, grayscale=True).to_pil() for page in pdf]
    for number, page in enumerate(pages[:-1], start=1):
        page.save(scans / f"{number}.png")
    (scans / "坏.png").write_bytes(b"\x89PNG")
    answer = told("scanin", whole_office, scans)
    assert list(answer) == ["filed", "stale", "unknown", "missing"]
    assert answer["filed"][0] == {
        "file": "1.png", "page": 1, "number": someone["number"], "form": "封面", "sheet": 1, "of": len(pages),
    }  # fmt: skip
    assert [page["sheet"] for page in answer["filed"]] == list(range(1, len(pages)))
    assert [(page["file"], page["page"]) for page in answer["unknown"]] == [("坏.png", 1)]
    assert [(lost["number"], lost["sheets"]) for lost in answer["missing"]] == [
        (someone["number"], [len(pages)])
    ]
    status, said, _ = run("scanin", whole_office, tmp_path / "卷.pdf", "--user", "王芳")
    assert status == 0
    assert said.strip() == f"归入{len(pages)}页，内容已旧0页，不能归档0页"
