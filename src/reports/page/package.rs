//! A DOCX as the zip it is. Made twice of the same, it is the same byte for byte: no time stands in it.

use std::io::{Cursor, Write as _};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use super::xml::Xml;
use crate::reports::{ReportError, Result};

const NS: &str = "http://schemas.openxmlformats.org/";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The parts that a document brings; those that are always the same are here. The document of a long paper has many
/// megabytes: it is not copied.
pub(super) fn pack(document: String, header: String, title: &str) -> Result<Vec<u8>> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"{NS}officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"
        )
    };
    let relations = |inner: &str| {
        let mut xml = Xml::part();
        xml.marks(format_args!(
            "<Relationships xmlns=\"{NS}package/2006/relationships\">{inner}</Relationships>"
        ));
        xml.into_string()
    };
    let root = relation("rId1", "officeDocument", "word/document.xml")
        + &format!(
            "<Relationship Id=\"rId2\" Type=\"{NS}package/2006/relationships/metadata/core-properties\" \
             Target=\"docProps/core.xml\"/>"
        );
    let of_document = relation("rId1", "styles", "styles.xml")
        + &relation("rId2", "settings", "settings.xml")
        + &relation("rId3", "header", "header1.xml")
        + &relation("rId4", "header", "header2.xml");
    let parts = [
        ("[Content_Types].xml", types()),
        ("_rels/.rels", relations(&root)),
        ("docProps/core.xml", core(title)),
        ("word/_rels/document.xml.rels", relations(&of_document)),
        ("word/document.xml", document),
        ("word/styles.xml", styles()),
        ("word/settings.xml", settings()),
        ("word/header1.xml", header),
        ("word/header2.xml", empty_header()),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let broken = |error: &dyn std::fmt::Display| ReportError::Unwritable(error.to_string());
    for (name, text) in parts {
        zip.start_file(name, options)
            .map_err(|error| broken(&error))?;
        zip.write_all(text.as_bytes())
            .map_err(|error| broken(&error))?;
    }
    let written = zip.finish().map_err(|error| broken(&error))?;
    Ok(written.into_inner())
}

fn types() -> String {
    let mut xml = Xml::part();
    xml.marks(format_args!("<Types xmlns=\"{NS}package/2006/content-types\">"))
        .raw("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
        .raw("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
        .raw("<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>");
    for (name, kind) in [
        ("document", "document.main"),
        ("styles", "styles"),
        ("settings", "settings"),
        ("header1", "header"),
        ("header2", "header"),
    ] {
        xml.marks(format_args!(
            "<Override PartName=\"/word/{name}.xml\" ContentType=\"{WORD}.{kind}+xml\"/>"
        ));
    }
    xml.raw("</Types>");
    xml.into_string()
}

fn core(title: &str) -> String {
    let mut xml = Xml::part();
    xml.marks(format_args!(
        "<cp:coreProperties xmlns:cp=\"{NS}package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
    ))
    .text(title)
    .raw("</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>");
    xml.into_string()
}

/// Times New Roman 14 everywhere; single lines.
fn styles() -> String {
    let mut xml = Xml::part();
    xml.marks(format_args!(
        "<w:styles xmlns:w=\"{NS}wordprocessingml/2006/main\">"
    ))
    .raw("<w:docDefaults><w:rPrDefault><w:rPr>")
    .raw(super::docx::FONT)
    .raw("<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\"/>")
    .raw("</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>")
    .raw("</w:pPr></w:pPrDefault></w:docDefaults>")
    .raw("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>")
    .raw("</w:styles>");
    xml.into_string()
}

fn settings() -> String {
    let mut xml = Xml::part();
    xml.marks(format_args!(
        "<w:settings xmlns:w=\"{NS}wordprocessingml/2006/main\"><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    ));
    xml.into_string()
}

fn empty_header() -> String {
    let mut xml = Xml::part();
    xml.marks(format_args!(
        "<w:hdr xmlns:w=\"{NS}wordprocessingml/2006/main\"><w:p/></w:hdr>"
    ));
    xml.into_string()
}
