//! What Decree 30/2020/NĐ-CP asks of every paper, as far as a program can see it: page and margins, font, page numbers, drawn
//! lines, the end of the text, days, letters.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _},
};

use regex::Regex;
use roxmltree::{Document, Node};
use unicode_normalization::is_nfc;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The parts of a DOCX by name.
pub fn parts(docx: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let name = file.name().unwrap().into_owned();
        parts.insert(name, text);
    }
    parts
}

/// The words of a DOCX, a line a paragraph.
pub fn words(docx: &[u8]) -> String {
    let parts = parts(docx);
    let document = Document::parse(&parts["word/document.xml"]).unwrap();
    let paragraphs = document.descendants().filter(|node| is(node, "p"));
    let lines: Vec<String> = paragraphs
        .map(|paragraph| {
            let letters = paragraph.descendants().filter(|node| is(node, "t"));
            letters.filter_map(|node| node.text()).collect()
        })
        .collect();
    lines.join("\n")
}

/// The rows of every table of a DOCX, cell by cell.
pub fn rows(docx: &[u8]) -> Vec<Vec<String>> {
    let parts = parts(docx);
    let document = Document::parse(&parts["word/document.xml"]).unwrap();
    let rows = document.descendants().filter(|node| is(node, "tr"));
    rows.map(|row| {
        let cells = row.children().filter(|node| is(node, "tc"));
        cells
            .map(|cell| {
                let letters = cell.descendants().filter(|node| is(node, "t"));
                letters.filter_map(|node| node.text()).collect()
            })
            .collect()
    })
    .collect()
}

/// What of a paper is against the rules.
pub fn broken(docx: &[u8], ends: bool) -> Vec<String> {
    let parts = parts(docx);
    let mut wrong = Vec::new();
    for (name, text) in &parts {
        if let Err(error) = Document::parse(text) {
            wrong.push(format!("{name} is no XML: {error}"));
        }
        if !is_nfc(text) {
            wrong.push(format!("{name} is not NFC"));
        }
    }
    let document = Document::parse(&parts["word/document.xml"]).unwrap();
    fonts(&document, &mut wrong);
    sections(&document, &mut wrong);
    let header = &parts["word/header1.xml"];
    let empty = Document::parse(&parts["word/header2.xml"]).unwrap();
    if !header.contains("PAGE") || !header.contains("w:val=\"center\"") {
        wrong.push("no page number in the middle of the header".to_owned());
    }
    if empty.descendants().any(|node| is(&node, "r")) {
        wrong.push("the first page has a header".to_owned());
    }
    letters(&words(docx), ends, &mut wrong);
    let lines = document
        .descendants()
        .filter(|node| is(node, "pBdr"))
        .count();
    if ends && lines < 2 {
        wrong.push(format!("{lines} drawn lines under the heads"));
    }
    wrong
}

fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.has_tag_name((W, name))
}

fn value<'a>(node: &Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attribute((W, name))
}

fn fonts(document: &Document<'_>, wrong: &mut Vec<String>) {
    for run in document.descendants().filter(|node| is(node, "r")) {
        let font = run.descendants().find(|node| is(node, "rFonts"));
        if font.and_then(|font| value(&font, "ascii")) != Some("Times New Roman") {
            wrong.push("a run is not in Times New Roman".to_owned());
        }
    }
}

/// A4, 20/20/30/15 mm, numbers from 1 in each section, none on its first page.
fn sections(document: &Document<'_>, wrong: &mut Vec<String>) {
    let near = |twips: Option<&str>, millimetres: f64| {
        let twips: f64 = twips.and_then(|text| text.parse().ok()).unwrap_or(0.0);
        (twips / 56.6929 - millimetres).abs() < 0.2
    };
    for section in document.descendants().filter(|node| is(node, "sectPr")) {
        let child = |name: &str| section.children().find(|node| is(node, name));
        let size = child("pgSz").unwrap();
        let (width, height) = (value(&size, "w"), value(&size, "h"));
        let lies = value(&size, "orient") == Some("landscape");
        let (short, long) = if lies {
            (height, width)
        } else {
            (width, height)
        };
        if !near(short, 210.0) || !near(long, 297.0) {
            wrong.push("a sheet is not A4".to_owned());
        }
        let margins = child("pgMar").unwrap();
        for (side, millimetres) in [
            ("top", 20.0),
            ("bottom", 20.0),
            ("left", 30.0),
            ("right", 15.0),
        ] {
            if !near(value(&margins, side), millimetres) {
                wrong.push(format!("the {side} margin is {:?}", value(&margins, side)));
            }
        }
        if child("pgNumType").and_then(|node| value(&node, "start")) != Some("1") {
            wrong.push("a section does not begin with page 1".to_owned());
        }
        if child("titlePg").is_none() {
            wrong.push("the first page of a section has a number".to_owned());
        }
    }
}

fn letters(text: &str, ends: bool, wrong: &mut Vec<String>) {
    if ends && !text.contains("./.") {
        wrong.push("the text does not end with ./.".to_owned());
    }
    let picture = text.chars().find(|letter| {
        matches!(u32::from(*letter), 0x1F000..=0x1FBFF | 0x2600..=0x27BF | 0xFE0F | 0x200D)
    });
    if let Some(picture) = picture {
        wrong.push(format!("{picture:?} is a picture"));
    }
    for word in ["telegram", "t.me", "bot", "@"] {
        if text
            .to_lowercase()
            .split(|letter: char| !letter.is_alphanumeric() && letter != '@' && letter != '.')
            .any(|found| found == word)
        {
            wrong.push(format!("it says {word}"));
        }
    }
    let day = Regex::new(r"ngày (\d+) tháng (\d+) năm").unwrap();
    for found in day.captures_iter(text) {
        let (day, month) = (&found[1], &found[2]);
        let is_right = day.len() == 2
            && match month.parse::<u8>().unwrap() {
                1 | 2 => month.len() == 2,
                3..=9 => month.len() == 1,
                _ => true,
            };
        if !is_right {
            wrong.push(format!("{:?} is not how a day is written", &found[0]));
        }
    }
}
