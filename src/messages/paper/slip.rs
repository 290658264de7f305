//! The receipt of a question entered for somebody without Telegram: in the chat, and as a page to print. And the
//! page with the answer, for the post.

use std::fmt::Write as _;

use crate::messages::{
    Html, Message, Words, answer::class_in_full, entry_lines, keyboard::button, label, say,
};
use crate::{
    chat::{
        button::{Button, ProxyButton},
        outgoing::{File, Keyboard},
    },
    domain::{answer::Answer, code::SlipCode, question::Question, text},
};

/// So much of the words stands on the receipt in the chat, in UTF-16 units; the page has all of them.
const RECEIPT_TEXT: usize = 1_000;

/// The way to the question on Telegram.
fn link(question: &Question, bot: &str) -> String {
    format!("https://t.me/{bot}?start=q_{}", question.code)
}

/// The receipt in the clerk's chat. Without a slip code its author reads Telegram.
#[must_use]
pub(crate) fn receipt(
    words: Words<'_>,
    question: &Question,
    slip: Option<SlipCode>,
    bot: &str,
) -> Message {
    let mut lines = vec![say!(words, "slip-head", code = question.code)];
    lines.extend(facts(words, question));
    lines.push(Html::quote(&text::truncate_utf16(
        &question.text,
        RECEIPT_TEXT,
    )));
    let mut blocks = vec![Html::lines(lines)];
    let again = button(
        label!(words, "button-enter-another"),
        &Button::Proxy(ProxyButton::Again),
    );
    let mut rows = vec![vec![again]];
    if let Some(slip) = slip {
        blocks.push(say!(
            words,
            "slip-how",
            link = link(question, bot),
            slip = slip.to_string()
        ));
        let reprint = button(
            label!(words, "button-reprint"),
            &Button::Proxy(ProxyButton::Reprint(question.id)),
        );
        rows.insert(0, vec![reprint]);
    } else {
        blocks.push(say!(words, "slip-author-told"));
    }
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(rows))
}

fn facts(words: Words<'_>, question: &Question) -> Vec<Html> {
    let day = crate::messages::catalog::short_day(words.council().local_date(question.received_at));
    let mut lines = vec![
        say!(words, "slip-received", day = day),
        say!(
            words,
            "enter-known-category",
            category = words.category(&question.category)
        ),
        say!(
            words,
            "enter-known-area",
            area = words.area_in_full(&question.area)
        ),
    ];
    lines.extend(entry_lines::about_lines(words, question));
    lines.push(say!(
        words,
        "enter-known-body",
        body = words.body(&question.body),
        due = words.day(question.due_on)
    ));
    lines
}

/// The same on one page to print, with the words in full and a QR code.
#[must_use]
pub(crate) fn page(words: Words<'_>, question: &Question, slip: SlipCode, bot: &str) -> File {
    let mut body = heading(words, question, &label!(words, "page-receipt-title"));
    for line in facts(words, question) {
        let _ = write!(body, "<p>{}</p>", line.as_str());
    }
    body.push_str(&quoted(&label!(words, "page-words"), &question.text));
    let how = say!(
        words,
        "page-how",
        link = link(question, bot),
        code = question.code,
        slip = slip.to_string()
    );
    let _ = write!(
        body,
        "<div class=\"follow\">{QR_MARK}<div>{}</div></div>",
        how.as_str().replace('\n', "<br>")
    );
    if let Some(office) = &words.council().contact.office {
        let office = office.in_language(words.language());
        let _ = write!(
            body,
            "<p class=\"small\">{}</p>",
            Html::text(office).as_str()
        );
    }
    to_file(question, "phieu", &body, link(question, bot))
}

/// The answer on one page, to be sent by post or handed over.
#[must_use]
pub(crate) fn answer_page(
    words: Words<'_>,
    question: &Question,
    answer: &Answer,
    bot: &str,
) -> File {
    let mut body = heading(words, question, &label!(words, "page-answer-title"));
    for line in facts(words, question) {
        let _ = write!(body, "<p>{}</p>", line.as_str());
    }
    body.push_str(&quoted(&label!(words, "page-words"), &question.text));
    let says = label!(words, "page-answers", body = words.body(&question.body));
    body.push_str(&quoted(&says, &answer.text));
    let class = say!(words, "answer-class", class = class_in_full(words, answer));
    let _ = write!(body, "<p>{}</p>", class.as_str());
    let _ = write!(
        body,
        "<div class=\"follow\">{QR_MARK}<div>{}</div></div>",
        say!(words, "page-answer-how", link = link(question, bot)).as_str()
    );
    to_file(question, "tra-loi", &body, link(question, bot))
}

/// Where the QR code goes: people's words are escaped, so they never hold it.
const QR_MARK: &str = crate::chat::outgoing::QR_MARK;

fn heading(words: Words<'_>, question: &Question, title: &str) -> String {
    let council = words.council().name.in_language(words.language());
    format!(
        "<p class=\"council\">{}</p><h1>{}</h1><p class=\"code\">{}</p>",
        Html::text(council).as_str(),
        Html::text(title).as_str(),
        question.code
    )
}

fn quoted(title: &str, words: &str) -> String {
    format!(
        "<h2>{}</h2><p class=\"words\">{}</p>",
        Html::text(title).as_str(),
        Html::text(words).as_str().replace('\n', "<br>")
    )
}

const STYLE: &str = "@page{size:A5;margin:14mm}body{font:13pt/1.4 'Times New Roman',serif;max-width:130mm;\
margin:auto;padding:4mm}h1{font-size:15pt;text-align:center;margin:2mm 0}h2{font-size:13pt;margin:4mm 0 1mm}\
p{margin:1mm 0}.council{text-align:center;text-transform:uppercase;font-weight:bold}.code{text-align:center;\
font-size:18pt;font-weight:bold;letter-spacing:.08em}.words{border-left:1mm solid #999;padding-left:3mm}\
.follow{display:flex;gap:4mm;align-items:center;margin-top:4mm;border:.3mm solid #000;padding:3mm;\
break-inside:avoid;overflow-wrap:anywhere}.follow svg{width:34mm;min-width:34mm;height:34mm}.small{font-size:10pt}";

fn to_file(question: &Question, kind: &str, body: &str, link: String) -> File {
    File::Page {
        name: format!("{}-{kind}.html", question.code),
        html: format!(
            "<!doctype html><html><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
             content=\"width=device-width\"><title>{}</title><style>{STYLE}</style></head><body>{body}</body></html>",
            question.code
        ),
        link,
    }
}
