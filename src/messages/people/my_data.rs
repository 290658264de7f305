//! Everything that is stored about a person: a few lines, a page to read, and JSON.

use std::fmt::Write as _;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::{
    chat::outgoing::File,
    messages::{Found, Html, Message, Words, label, say},
};

/// About whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Whose {
    /// Whoever asks.
    Own,
    /// Somebody without Telegram, by the code of the question that was entered for them.
    OnPaper(String),
}

/// The rows of one table, for people and for machines.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    /// The table.
    pub(crate) table: &'static str,
    /// Row by row: columns and what they hold.
    pub(crate) rows: Vec<Vec<(String, String)>>,
    /// The same, as it is stored.
    pub(crate) json: Value,
}

/// A time as people read it.
#[must_use]
pub(crate) fn moment(words: Words<'_>, at: Timestamp) -> String {
    words.moment(at)
}

/// The message and the two files.
#[must_use]
pub(crate) fn found(
    words: Words<'_>,
    whose: &Whose,
    sections: &[Section],
    now: Timestamp,
) -> Found {
    if sections.is_empty() {
        return Message::plain(say!(words, "my-data-nothing")).into();
    }
    let rows: usize = sections.iter().map(|section| section.rows.len()).sum();
    let head = say!(
        words,
        "my-data-head",
        time = words.moment(now),
        rows = rows,
        tables = sections.len()
    );
    let lines = sections.iter().map(|section| {
        say!(
            words,
            "my-data-line",
            table = table_name(words, section.table),
            count = section.rows.len()
        )
    });
    let summary = Message::plain(Html::lines(std::iter::once(head).chain(lines)));
    let stem = match whose {
        Whose::Own => "du-lieu-cua-toi".to_owned(),
        Whose::OnPaper(code) => format!("du-lieu-{code}"),
    };
    let page = File::Text {
        name: format!("{stem}.html"),
        text: page(words, whose, sections, now),
    };
    let data = File::Text {
        name: format!("{stem}.json"),
        text: as_json(sections, now),
    };
    Found {
        messages: vec![summary],
        files: vec![
            (page, say!(words, "my-data-page-file")),
            (data, say!(words, "my-data-json-file")),
        ],
        inline: None,
    }
}

fn table_name(words: Words<'_>, table: &str) -> String {
    label!(words, "my-data-table", table = table)
}

/// A page of its own: no links, no scripts, nothing from elsewhere.
fn page(words: Words<'_>, whose: &Whose, sections: &[Section], now: Timestamp) -> String {
    let title = match whose {
        Whose::Own => label!(words, "my-data-title"),
        Whose::OnPaper(code) => label!(words, "my-data-paper-title", code = code.as_str()),
    };
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\"><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width\"><title>{title}</title>\n<style>body{{font:16px sans-serif;max-width:48em;\
         margin:1em auto;padding:0 1em}}table{{border-collapse:collapse;width:100%;margin:.5em 0}}td{{border:1px solid \
         #ccc;padding:.3em;vertical-align:top;white-space:pre-wrap;word-break:break-word}}td:first-child{{width:30%}}\
         </style>\n<h1>{title}</h1>\n<p>{}</p>\n",
        words.language().tag(),
        label!(words, "my-data-made", time = words.moment(now)),
        title = escaped(&title),
    );
    for section in sections {
        let _ = writeln!(
            page,
            "<h2>{}</h2>",
            escaped(&table_name(words, section.table))
        );
        for row in &section.rows {
            page.push_str("<table>\n");
            for (column, value) in row {
                let name = label!(words, "my-data-column", column = column.as_str());
                let value = if value.is_empty() {
                    label!(words, "my-data-empty")
                } else {
                    value.clone()
                };
                let (name, value) = (escaped(&name), escaped(&value));
                let _ = writeln!(page, "<tr><td>{name}</td><td>{value}</td></tr>");
            }
            page.push_str("</table>\n");
        }
    }
    page.push_str("</html>\n");
    page
}

fn escaped(text: &str) -> String {
    Html::text(text).into_string()
}

fn as_json(sections: &[Section], now: Timestamp) -> String {
    let tables: Map<String, Value> = sections
        .iter()
        .map(|section| (section.table.to_owned(), section.json.clone()))
        .collect();
    let all = json!({ "made_at": now.to_string(), "tables": tables });
    serde_json::to_string_pretty(&all).unwrap_or_default()
}
