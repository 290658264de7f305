//! The words of a message, in whatever form they were sent: a text, a caption, a checklist, a formatted page.

use serde_json::{Value, value::RawValue};

use super::wire::{Checklist, Detail, Each, Entity, Message, Words};

/// The text itself; a link that hides behind a word is written out.
pub(super) fn text(message: &Message<'_>) -> Option<String> {
    linked(&message.text, &message.entities)
}

/// The words under a file, or those a gift came with.
pub(super) fn caption(message: &Message<'_>) -> Option<String> {
    linked(&message.caption, &message.caption_entities)
        .or_else(|| message.gift.0.as_ref().and_then(|gift| gift.text.owned()))
        .or_else(|| {
            let gift = message.unique_gift.0.as_ref()?;
            gift.text.owned()
        })
}

/// The words of a checklist: its title and its tasks, a line each.
pub(super) fn list(message: &Message<'_>) -> Option<String> {
    let lists = [&message.checklist, &message.checklist_tasks_added];
    lists
        .into_iter()
        .find_map(|list| list.0.as_ref().and_then(of_list))
}

fn of_list(list: &Checklist) -> Option<String> {
    let tasks = list.tasks.0.iter().flat_map(|tasks| &tasks.0);
    let tasks = tasks
        .filter_map(|task| task.text.text())
        .map(|task| format!("- {task}"));
    let lines: Vec<String> = list.title.owned().into_iter().chain(tasks).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn linked(words: &Detail<Words>, entities: &Detail<Each<Entity>>) -> Option<String> {
    let text = words.text()?;
    let entities = entities.0.as_ref().map_or(&[][..], |all| &all.0);
    let mut links: Vec<(usize, &str)> = entities
        .iter()
        .filter_map(|entity| link_of(text, entity))
        .collect();
    if links.is_empty() {
        return Some(text.to_owned());
    }
    links.sort_by_key(|(end, _)| *end);
    let mut written = String::with_capacity(text.len() + 64);
    let mut from = 0;
    for (end, url) in links {
        written.push_str(text.get(from..end)?);
        written.push_str(" (");
        written.push_str(url);
        written.push(')');
        from = end;
    }
    written.push_str(text.get(from..)?);
    Some(written)
}

/// Where the words end behind which a link hides, and the link.
fn link_of<'a>(text: &str, entity: &'a Entity) -> Option<(usize, &'a str)> {
    if entity.kind.text()? != "text_link" {
        return None;
    }
    let url = entity.url.text()?;
    let is_a_page = url.starts_with("http://") || url.starts_with("https://");
    let (offset, length) = (entity.offset.0?, entity.length.0?);
    let start = byte_at(text, offset)?;
    let end = byte_at(text, offset.checked_add(length)?)?;
    let shown = text.get(start..end)?.trim();
    let bare = |link: &str| {
        let link = link.trim_start_matches("https://");
        let link = link.trim_start_matches("http://");
        link.trim_end_matches('/').to_owned()
    };
    (is_a_page && bare(shown) != bare(url)).then_some((end, url))
}

/// The byte at which a UTF-16 unit begins.
fn byte_at(text: &str, unit: usize) -> Option<usize> {
    let mut units = 0;
    for (byte, sign) in text.char_indices() {
        if units >= unit {
            return Some(byte);
        }
        units += sign.len_utf16();
    }
    (units >= unit).then_some(text.len())
}

/// A formatted page (`rich_message`): its words a block a line, and the files in it, in order.
pub(super) struct Page {
    pub(super) words: Option<String>,
    /// Names of the fields, and the files.
    pub(super) files: Vec<FileIn>,
}

/// The name of its field, and the file as it came.
pub(super) type FileIn = (&'static str, String);

/// Reads a page, of whatever blocks it is made: forms that are newer than this bot hold their words in fields of
/// the same names.
pub(super) fn page(raw: &RawValue) -> Page {
    let mut page = Page {
        words: None,
        files: Vec::new(),
    };
    let Ok(value) = serde_json::from_str::<Value>(raw.get()) else {
        return page;
    };
    let mut lines = Lines::default();
    block(&value, &mut lines, &mut page.files);
    lines.end();
    page.words = (!lines.done.is_empty()).then(|| lines.done.join("\n"));
    page
}

#[derive(Default)]
struct Lines {
    done: Vec<String>,
    open: String,
}

impl Lines {
    fn end(&mut self) {
        let line = std::mem::take(&mut self.open);
        if !line.trim().is_empty() {
            self.done.push(line.trim().to_owned());
        }
    }
}

/// In the order in which they are read on the screen.
const HEADS: [&str; 2] = ["label", "summary"];
const INLINE: [&str; 3] = ["text", "expression", "alternative_text"];
const PARTS: [&str; 5] = ["blocks", "items", "cells", "caption", "credit"];
const FILES: [&str; 6] = [
    "photo",
    "video",
    "animation",
    "audio",
    "voice_note",
    "document",
];

fn block(value: &Value, lines: &mut Lines, files: &mut Vec<FileIn>) {
    match value {
        Value::Array(blocks) => {
            for one in blocks {
                block(one, lines, files);
                lines.end();
            }
        }
        Value::Object(fields) => {
            for name in HEADS.iter().chain(&INLINE) {
                if let Some(part) = fields.get(*name) {
                    inline(part, &mut lines.open);
                    if HEADS.contains(name) {
                        lines.open.push(' ');
                    }
                }
            }
            for name in PARTS {
                let Some(part) = fields.get(name) else {
                    continue;
                };
                if name == "blocks" || name == "items" || name == "cells" {
                    block(part, lines, files);
                } else {
                    lines.end();
                    match part {
                        Value::Object(of) if of.contains_key("credit") => block(part, lines, files),
                        _ => inline(part, &mut lines.open),
                    }
                }
            }
            for name in FILES {
                if let Some(found) = fields.get(name) {
                    files.push((name, found.to_string()));
                }
            }
        }
        _ => inline(value, &mut lines.open),
    }
}

/// Formatted words within a line.
fn inline(value: &Value, out: &mut String) {
    match value {
        Value::String(words) => out.push_str(words),
        Value::Array(parts) => {
            for part in parts {
                inline(part, out);
            }
        }
        Value::Object(fields) => {
            for name in INLINE {
                if let Some(part) = fields.get(name) {
                    inline(part, out);
                }
            }
            if let Some(url) = fields.get("url").and_then(Value::as_str)
                && !out.ends_with(url)
                && url.starts_with("http")
            {
                out.push_str(" (");
                out.push_str(url);
                out.push(')');
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
