# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes small files of the formats that are not text: PDF, DOCX, ODT, ZIP."""
import io
import zipfile
from xml.sax.saxutils import escape


def pdf(*pages):
    """A PDF of pages of lines of text, in Helvetica; a page without lines is as a scanned one."""
    objects, kids = [b"<</Type/Catalog/Pages 2 0 R>>", b""], []
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    for lines in pages:
        shown = "".join("(%s) Tj T*\n" % line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
                        for line in lines)
        content = f"BT /F1 11 Tf 60 780 Td 16 TL\n{shown}ET".encode("cp1252")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 %s>>>>>>"
                       % (len(objects), font))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + (b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
                  % (len(objects) + 1, rows, len(objects) + 1, len(out)))


def pack(entries):
    """A ZIP of {name: bytes or text}."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(text, heading_style="Otsikko1"):
    """A DOCX of the text's lines; "# " begins a heading."""
    def paragraph(line):
        style = f'<w:pPr><w:pStyle w:val="{heading_style}"/></w:pPr>' if line.startswith("# ") else ""
        return f"<w:p>{style}<w:r><w:t xml:space=\"preserve\">{escape(line.removeprefix('# '))}</w:t></w:r></w:p>"
    styles = f'<w:styles xmlns:w="w"><w:style w:styleId="{heading_style}"><w:name w:val="heading 1"/></w:style></w:styles>'
    body = "".join(paragraph(line) for line in text.splitlines() if line.strip())
    return pack({"[Content_Types].xml": "<Types/>", "word/styles.xml": styles,
                 "word/document.xml": f'<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>'})


def odt(text):
    """An ODT of the text's lines; "# " begins a heading."""
    body = "".join(f"<text:h text:outline-level=\"1\">{escape(line[2:])}</text:h>" if line.startswith("# ") else
                   f"<text:p>{escape(line)}</text:p>" for line in text.splitlines() if line.strip())
    return pack({"mimetype": "application/vnd.oasis.opendocument.text",
                 "content.xml": '<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:body>'
                                f"<office:text>{body}</office:text></office:body></office:document-content>"})
