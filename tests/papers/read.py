"""Opens every paper in a folder with programs that are not ours: python-docx, openpyxl, and LibreOffice where it is there.

    python3 tests/papers/read.py FOLDER

Prints one line a file; exits 1 when one cannot be opened, 77 when no such program is installed (skipped).
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile


def main(folder):
    try:
        import docx
        import openpyxl
    except ImportError as missing:
        print(f"skipped: {missing}")
        return 77
    broken = 0
    papers = sorted(pathlib.Path(folder).iterdir())
    for paper in papers:
        try:
            if paper.suffix == ".docx":
                document = docx.Document(paper)
                words = sum(len(p.text) for p in document.paragraphs)
                print(f"{paper.name}: {len(document.sections)} sections, {len(document.tables)} tables, {words} letters")
                assert document.sections and (document.paragraphs or document.tables)
            elif paper.suffix == ".xlsx":
                book = openpyxl.load_workbook(paper)
                sheet = book.worksheets[0]
                print(f"{paper.name}: {book.sheetnames}, {sheet.max_row} rows, filter {sheet.auto_filter.ref}, frozen {sheet.freeze_panes}")
                assert sheet.auto_filter.ref and sheet.freeze_panes
                for row in sheet.iter_rows():
                    assert all(cell.data_type != "f" for cell in row), "a formula"
        except Exception as error:
            broken += 1
            print(f"{paper.name}: BROKEN: {error}")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print("skipped: LibreOffice is not here")
        return 1 if broken else 0
    wanted = [str(p) for p in papers if p.suffix in (".docx", ".xlsx")]
    with tempfile.TemporaryDirectory() as out:
        command = [office, f"-env:UserInstallation=file://{out}/profile", "--headless", "--convert-to", "pdf", "--outdir", out]
        subprocess.run(command + wanted, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
        for name in wanted:
            pdf = pathlib.Path(out) / (pathlib.Path(name).stem + ".pdf")
            if not pdf.exists() or pdf.stat().st_size < 1000:
                broken += 1
                print(f"{name}: BROKEN: LibreOffice made nothing of it")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
