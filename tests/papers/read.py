"""Opens every paper in a folder with programs that are not ours: python-docx, openpyxl, LibreOffice.

    python3 tests/papers/read.py FOLDER [PDFS]

Looks at each .docx by the rules of Decree 30/2020/NĐ-CP as far as a program can see them (page, margins, font, page numbers,
sections of annexes, drawn lines, the end of the text, days, letters), at each .xlsx for filters, frozen heads and formulas,
and has LibreOffice write every one as PDF, into the folder PDFS where one is named. Prints a line a file, then what is
missing here ("skipped: …"); exits 1 when something is wrong, 77 when nothing is and something was skipped.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

MM = 36000
FONT = "Times New Roman"
# Forms to be filled in by hand end without the end of a text and have no heads.
FORMS = ("slips",)
PICTURE = re.compile("[\U0001f000-\U0001fbff☀-➿️‍]")
APP = re.compile(r"(?<![\w.@])(telegram|t\.me|bot)(?![\w])|@", re.IGNORECASE)


def near(length, millimetres):
    return abs(length / MM - millimetres) < 0.3


def every_paragraph(document):
    """Of the text and of every cell, in order."""
    from docx.text.paragraph import Paragraph

    namespace = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
    return [Paragraph(node, document) for node in document.element.body.iter(namespace)]


def docx_is_right(path):
    import docx
    from docx.enum.section import WD_ORIENT

    document = docx.Document(path)
    wrong = []
    is_form = path.stem.startswith(FORMS)
    for number, section in enumerate(document.sections, 1):
        lies = section.orientation == WD_ORIENT.LANDSCAPE
        size = (section.page_height, section.page_width) if lies else (section.page_width, section.page_height)
        if not (near(size[0], 210) and near(size[1], 297)):
            wrong.append(f"section {number} is not A4")
        sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        if not all(near(side, wanted) for side, wanted in zip(sides, (20, 20, 30, 15))):
            wrong.append(f"section {number}: margins {[round(side / MM) for side in sides]}")
        if not section.different_first_page_header_footer:
            wrong.append(f"section {number}: its first page has a number")
        if any(paragraph.text for paragraph in section.first_page_header.paragraphs):
            wrong.append(f"section {number}: its first page has a header")
        header = section.header.paragraphs[0]
        if "PAGE" not in header._p.xml or header.alignment != 1:
            wrong.append(f"section {number}: no page number in the middle above")
        if 'w:pgNumType w:start="1"' not in section._sectPr.xml:
            wrong.append(f"section {number}: its pages do not begin with 1")
    room = max(s.page_width - s.left_margin - s.right_margin for s in document.sections)
    for table in document.tables:
        width = sum(column.width or 0 for column in table.columns)
        if width > room + MM:
            wrong.append(f"a table of {width // MM} mm on a sheet with room for {room // MM}")
    lines = []
    for paragraph in every_paragraph(document):
        lines.append(paragraph.text)
        for run in paragraph.runs:
            if run.text and run.font.name != FONT:
                wrong.append(f"{run.text[:20]!r} is in {run.font.name}")
            if run.font.color is not None and run.font.color.rgb not in (None, docx.shared.RGBColor(0, 0, 0)):
                wrong.append(f"{run.text[:20]!r} is not black")
    text = "\n".join(lines)
    if text != unicodedata.normalize("NFC", text):
        wrong.append("its letters are not NFC")
    if PICTURE.search(text):
        wrong.append(f"a picture: {PICTURE.search(text)[0]!r}")
    if APP.search(text):
        wrong.append(f"it says {APP.search(text)[0]!r}")
    for day, month in re.findall(r"ngày (\d+) tháng (\d+) năm", text):
        right = len(day) == 2 and (len(month) == 2 if int(month) in (1, 2) or int(month) > 9 else len(month) == 1)
        if not right:
            wrong.append(f"ngày {day} tháng {month}")
    if not is_form:
        if "./." not in text:
            wrong.append("the text does not end with ./.")
        if "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" not in text or "Độc lập - Tự do - Hạnh phúc" not in text:
            wrong.append("the national title is not whole")
        if "Nơi nhận:" not in text or "Lưu: VT" not in text:
            wrong.append("it does not say who gets it")
        if document.element.xml.count("<w:pBdr>") < 2:
            wrong.append("no lines are drawn under the heads")
    annexes = [line for line in lines if re.fullmatch(r"Phụ lục( [IVX]+)?", line)]
    for annex in annexes:
        if f"{annex[:8]}" not in text.replace(annex, "", 1):
            wrong.append(f"nothing points to {annex}")
    if len(annexes) > len(document.sections) - 1:
        wrong.append(f"{len(annexes)} annexes in {len(document.sections)} sections")
    told = f"{len(document.sections)} sections, {len(document.tables)} tables, {len(annexes)} annexes, {len(text)} letters"
    return told, wrong


def xlsx_is_right(path):
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    wrong = []
    if not sheet.auto_filter.ref or not sheet.freeze_panes:
        wrong.append("no filter, or heads that do not stay")
    for one in book.worksheets:
        for row in one.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    wrong.append(f"{one.title}!{cell.coordinate} is a formula")
                if isinstance(cell.value, str) and cell.value != unicodedata.normalize("NFC", cell.value):
                    wrong.append(f"{one.title}!{cell.coordinate} is not NFC")
    days = [cell for row in sheet.iter_rows() for cell in row if cell.is_date]
    if sheet.max_row > 3 and not days:
        wrong.append("no cell is a day")
    return f"{book.sheetnames}, {sheet.max_row} rows, {len(days)} days, filter {sheet.auto_filter.ref}", wrong


def with_office(papers, out):
    """Every paper as a PDF with pages that lie as its sections do; what is wrong."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return None
    wrong = []
    with tempfile.TemporaryDirectory() as profile:
        command = [office, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir", str(out)]
        subprocess.run(
            command + [str(paper) for paper in papers],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=85,
        )
    for paper in papers:
        pdf = out / (paper.stem + ".pdf")
        if not pdf.exists() or pdf.stat().st_size < 1000:
            wrong.append(f"{paper.name}: LibreOffice made nothing of it")
            continue
        boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf.read_bytes())
        lying = sum(float(width) > float(height) for width, height in boxes)
        print(f"{paper.name}: {len(boxes)} pages by LibreOffice, {lying} of them lie")
        # Without it nobody knows how the sections lie; that it is missing was said.
        docx = sys.modules.get("docx")
        if paper.suffix == ".docx" and docx:
            sections = docx.Document(paper).sections
            wanted = sum(section.page_width > section.page_height for section in sections)
            if lying < wanted or len(boxes) - lying < len(sections) - wanted:
                wrong.append(f"{paper.name}: {wanted} of {len(sections)} sections lie, {lying} of {len(boxes)} pages do")
    return wrong


def main(folder, out=None):
    papers = sorted(path for path in pathlib.Path(folder).iterdir() if path.suffix in (".docx", ".xlsx"))
    broken = skipped = 0
    looks = {".docx": ("docx", "python-docx", docx_is_right), ".xlsx": ("openpyxl", "openpyxl", xlsx_is_right)}
    for suffix, (module, name, look) in looks.items():
        try:
            __import__(module)
        except ImportError:
            print(f"skipped: {name} is not installed: no {suffix} was looked at")
            skipped += 1
            continue
        for paper in papers:
            if paper.suffix != suffix:
                continue
            told, wrong = look(paper)
            print(f"{paper.name}: {told}")
            for what in wrong:
                print(f"{paper.name}: WRONG: {what}")
            broken += len(wrong)
    with tempfile.TemporaryDirectory() as folder_of_pdfs:
        where = pathlib.Path(out or folder_of_pdfs)
        where.mkdir(exist_ok=True)
        wrong = with_office(papers, where)
    if wrong is None:
        print("skipped: LibreOffice is not installed: no paper was opened with it")
        skipped += 1
    else:
        for what in wrong:
            print(f"WRONG: {what}")
        broken += len(wrong)
    return 1 if broken else 77 if skipped else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
