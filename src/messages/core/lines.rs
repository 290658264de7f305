//! Lines about a question that many messages have in common.

use crate::{
    domain::{
        question::Question,
        text::{self, letter::Letter},
    },
    messages::{Html, Message, Words, html::MAX_MESSAGE, say},
};

/// So much of a question stands in a list, in UTF-16 units.
pub(crate) const LISTED_TEXT: usize = 60;

/// The beginning of a question, on one line.
#[must_use]
pub(crate) fn first_line(question: &str) -> String {
    in_short(question, LISTED_TEXT, |text| {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    })
}

/// The beginning of a question, as written: of a letter that is longer, of what is said below motto and letterhead.
#[must_use]
pub(crate) fn gist(question: &str, units: usize) -> String {
    in_short(question, units, str::to_owned)
}

fn in_short(question: &str, units: usize, written: impl Fn(&str) -> String) -> String {
    let whole = written(question);
    if text::utf16_len(&whole) <= units {
        return whole;
    }
    text::truncate_utf16(&written(&Letter::of(question).body()), units)
}

/// The head of a card: which question it is, and about what.
#[must_use]
pub(crate) fn card_head(words: Words<'_>, question: &Question) -> Html {
    say!(
        words,
        "card-head",
        code = question.code,
        category = words.category(&question.category)
    )
}

/// Room for what Telegram counts and we do not see.
const MARGIN: usize = 200;

/// As many messages as the blocks need, with an empty line between them.
pub(crate) fn in_pages(blocks: impl IntoIterator<Item = Html>) -> Vec<Message> {
    let mut pages = Vec::new();
    let mut page: Vec<Html> = Vec::new();
    let mut length = 0;
    for block in blocks {
        let more = block.visible_len() + 2;
        if length + more > MAX_MESSAGE - MARGIN && !page.is_empty() {
            pages.push(Message::plain(Html::paragraphs(std::mem::take(&mut page))));
            length = 0;
        }
        length += more;
        page.push(block);
    }
    if !page.is_empty() {
        pages.push(Message::plain(Html::paragraphs(page)));
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::{first_line, gist};

    #[test]
    fn a_letter_is_listed_by_what_it_says() {
        let letter = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nĐƠN KIẾN NGHỊ\n\
                      Kính gửi: Thường trực HĐND thị xã\n\nTôi tên là […], ở tổ dân phố số 2.\n\
                      Tôi xin kiến nghị: mương sau chợ bị lấp từ tháng 8, hễ mưa là nước tràn vào nhà.\n\
                      Tôi xin chân thành cảm ơn.\nNgười viết đơn\n[…]";
        let listed = first_line(letter);
        assert_eq!(
            listed,
            "Tôi xin kiến nghị: mương sau chợ bị lấp từ tháng 8, hễ mưa…"
        );
        assert_eq!(
            first_line("Kính thưa đại biểu,\nđường ngập"),
            "Kính thưa đại biểu, đường ngập"
        );
        assert_eq!(first_line("Xin chào!"), "Xin chào!");
        assert!(gist(letter, 200).starts_with("Tôi xin kiến nghị: mương sau chợ"));
        assert_eq!(gist(letter, 1_000), letter);
    }
}
