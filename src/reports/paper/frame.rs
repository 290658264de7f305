//! What every paper has around its text: issuer and national title, number and date (blank until somebody writes them), type
//! and subject, grounds; at the end who gets it and who signs.

use std::borrow::Cow;

use crate::{
    domain::report::{
        ReportKind,
        clock::{ClockKey, Limit},
        template::Template,
    },
    reports::{
        facts::ReportFacts,
        page::{Block, Cell, Line, Run, Section, Sheet, Table},
        say,
    },
};

/// A drawn line in a cell.
const RULE: &str = "\u{2500}";
/// Where a clerk writes a number or a day.
const BLANK: &str = "      ";

/// The template of a paper over its facts.
pub(super) struct Frame<'f> {
    facts: &'f ReportFacts,
    own: Option<&'f Template>,
    shipped: Cow<'f, Template>,
}

impl<'f> Frame<'f> {
    pub(super) fn of(facts: &'f ReportFacts) -> Self {
        let kind = facts.wish.kind;
        Self {
            facts,
            own: facts.council.papers.templates.get(&kind),
            shipped: Template::shipped(kind)
                .map_or_else(|| Cow::Owned(Template::default()), Cow::Borrowed),
        }
    }

    fn pick<T: 'f>(&'f self, part: impl Fn(&'f Template) -> Option<&'f T>) -> Option<&'f T> {
        self.own.and_then(&part).or_else(|| part(&self.shipped))
    }

    /// A sentence or heading of the template, filled.
    pub(super) fn say(&self, name: &str, extra: &[(&str, &str)]) -> String {
        let text = self.pick(|template| template.text.get(name));
        self.fill(text.map_or("", String::as_str), extra)
    }

    /// Puts facts where the template has `{names}`.
    fn fill(&self, text: &str, extra: &[(&str, &str)]) -> String {
        let mut said = String::new();
        let mut left = text;
        while let Some((before, after)) = left.split_once('{') {
            said.push_str(before);
            let Some((name, behind)) = after.split_once('}') else {
                said.push('{');
                left = after;
                continue;
            };
            match extra.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => said.push_str(value),
                None => said.push_str(&self.known(name)),
            }
            left = behind;
        }
        said.push_str(left);
        say::words(&said)
    }

    fn known(&self, name: &str) -> String {
        let council = &self.facts.council;
        match name {
            "council" => council.name.vi.clone(),
            "unit" => council.unit().to_owned(),
            "UNIT" => council.unit().to_uppercase(),
            "term" => council.term.name.clone(),
            "level" => council.title_of_level().to_owned(),
            "issuer" => self.issuer_symbol(),
            "session" => {
                let session = self.facts.session.as_ref();
                session.map_or_else(|| "kỳ họp".to_owned(), |session| session.name.vi.clone())
            }
            "phase" => self.facts.phase().to_owned(),
            "days" => council.rules.answer_days.to_string(),
            "summary_days" => self
                .summary_limit()
                .map_or_else(|| "…".to_owned(), |limit| limit.days.to_string()),
            "summary_limit" => self.summary_limit().map_or_else(
                || "… ngày".to_owned(),
                |limit| format!("{} {}", limit.days, say::days(limit.unit)),
            ),
            _ => String::new(),
        }
    }

    /// In which time a delegation sums up; none: no limit is set.
    fn summary_limit(&self) -> Option<Limit> {
        let council = &self.facts.council;
        council.limit(ClockKey::SummarySent, self.facts.today)
    }

    fn issuer_symbol(&self) -> String {
        let own = self.pick(|template| template.issuer_symbol.as_ref());
        let council = self.facts.council.papers.symbol.as_ref();
        own.or(council)
            .map_or_else(|| "HĐND".to_owned(), Clone::clone)
    }

    fn title(&self) -> String {
        let title = self.pick(|template| template.title.as_ref());
        title.map_or_else(String::new, |title| self.fill(title, &[]))
    }

    /// What it is about (trích yếu).
    pub(super) fn subject(&self) -> String {
        let subject = self.pick(|template| template.subject.as_ref());
        subject.map_or_else(String::new, |subject| self.fill(subject, &[]))
    }

    /// The title that the file's properties tell.
    pub(super) fn title_of_file(&self) -> String {
        format!("{} {}", self.title(), self.subject())
            .trim()
            .to_owned()
    }

    /// `/BC-HĐND`.
    fn notation(&self) -> String {
        let letters = self.pick(|template| template.symbol.as_ref());
        let issuer = self.issuer_symbol();
        match letters {
            Some(letters) if !letters.is_empty() => format!("/{letters}-{issuer}"),
            _ => format!("/{issuer}"),
        }
    }

    fn number(&self) -> String {
        self.facts
            .issued
            .as_ref()
            .map_or_else(|| BLANK.to_owned(), |issued| issued.number.clone())
    }

    fn day(&self) -> String {
        match &self.facts.issued {
            Some(issued) => say::long_day(issued.on),
            None => format!("ngày{BLANK}tháng{BLANK}năm {}", self.facts.today.year()),
        }
    }

    fn issuer(&self) -> Vec<String> {
        let council = &self.facts.council;
        if let Some(lines) = self.pick(|template| template.issuer.as_ref()) {
            return lines.iter().map(|line| self.fill(line, &[])).collect();
        }
        if council.papers.issuer.is_empty() {
            vec![
                "HỘI ĐỒNG NHÂN DÂN".to_owned(),
                council.unit().to_uppercase(),
            ]
        } else {
            council.papers.issuer.clone()
        }
    }

    /// A section with everything above the text.
    pub(super) fn begin(&self) -> Section {
        let mut section = Section::new(Sheet::Portrait);
        let is_letter = self.title().is_empty();
        let mut left: Vec<Line> = self
            .issuer()
            .into_iter()
            .map(|line| Line::centred(line).bold().points(12))
            .collect();
        left.push(Line::centred(RULE).above(22));
        let right = vec![
            Line::centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .bold()
                .points(12),
            Line::centred("Độc lập - Tự do - Hạnh phúc")
                .bold()
                .points(13),
            Line::centred(RULE).above(56),
        ];
        let mut numbered =
            vec![Line::centred(format!("Số: {}{}", self.number(), self.notation())).points(13)];
        if is_letter {
            numbered.push(Line::centred(self.subject()).points(12).above(6));
        }
        if self.facts.issued.is_none() {
            numbered.push(Line::centred("(Dự thảo)").italic().points(12));
        }
        // Minutes have the day in their text.
        let dated = if self.is_record() {
            Vec::new()
        } else {
            let place = self.facts.council.place_of_papers();
            vec![
                Line::centred(format!("{place}, {}", self.day()))
                    .italic()
                    .points(13),
            ]
        };
        let heads = Table {
            widths: vec![67, 98],
            rows: vec![
                vec![Cell::of(left), Cell::of(right)],
                vec![Cell::of(numbered), Cell::of(dated)],
            ],
            bare: true,
            ..Table::default()
        };
        section.table(heads);
        if !is_letter {
            section.line(Line::centred(self.title()).bold().above(18));
            section.line(Line::centred(self.subject()).bold());
            section.blocks.push(Block::Rule(45));
        }
        if let Some(grounds) = self.pick(|template| template.grounds.as_ref()) {
            for (at, ground) in grounds.iter().enumerate() {
                let end = if at + 1 == grounds.len() { "." } else { ";" };
                let line = Line::text(self.fill(ground, &[]) + end).italic();
                section.line(line);
            }
        }
        section
    }

    /// Kính gửi, under the heads of a letter.
    pub(super) fn address(section: &mut Section, to: &str) {
        section.line(Line::centred(format!("Kính gửi: {to}")).above(14));
    }

    /// Who gets it, who signs.
    pub(super) fn end(&self, section: &mut Section) {
        let mut signers = self.pick(|template| template.signature.as_ref());
        let council = &self.facts.council.papers.signature;
        if self.own.and_then(|own| own.signature.as_ref()).is_none()
            && !council.is_empty()
            && self.shipped.signature.is_none()
        {
            signers = Some(council);
        }
        let default = ["TM. THƯỜNG TRỰC HĐND".to_owned(), "CHỦ TỊCH".to_owned()];
        let signers: &[String] = signers.map_or(&default, |lines| lines);
        let mut right: Vec<Line> = signers
            .iter()
            .map(|line| Line::centred(self.fill(line, &[])).bold().points(13))
            .collect();
        if let Some(first) = right.first_mut() {
            first.above = 12;
        }
        right.extend((0..4).map(|_| Line::centred("")));
        // Signatures never stand alone on a page, and no heading stays behind alone.
        for block in section.blocks.iter_mut().rev().take(3) {
            if let Block::Line(line) = block {
                line.with_next = true;
            }
        }
        section.table(self.ending(right));
    }

    /// Minutes and records have their day in the text, and no line of place and date.
    fn is_record(&self) -> bool {
        matches!(
            self.facts.wish.kind,
            ReportKind::Minutes | ReportKind::Survey
        )
    }

    /// Minutes are signed by who wrote them and who was in the chair.
    pub(super) fn end_of_minutes(&self, section: &mut Section, (writer, chair): (&str, &str)) {
        let signs = |role: &str| {
            let mut lines = vec![
                Line::centred(role).bold().points(13).above(12),
                Line::centred("(Chữ ký, họ và tên)").italic().points(12),
            ];
            lines.extend((0..4).map(|_| Line::centred("")));
            Cell::of(lines)
        };
        let signatures = Table {
            widths: vec![82, 83],
            rows: vec![vec![signs(writer), signs(chair)]],
            bare: true,
            ..Table::default()
        };
        section.table(signatures);
        section.table(self.ending(Vec::new()));
    }

    fn ending(&self, right: Vec<Line>) -> Table {
        let mut left = vec![Line::left("Nơi nhận:").bold().italic().points(12).above(12)];
        let mut receivers = self.pick(|template| template.receivers.as_ref());
        if self.own.and_then(|own| own.receivers.as_ref()).is_none()
            && !self.facts.council.papers.receivers.is_empty()
        {
            receivers = Some(&self.facts.council.papers.receivers);
        }
        for receiver in receivers.map_or(&[][..], |lines| lines) {
            left.push(Line::left(format!("- {};", self.fill(receiver, &[]))).points(11));
        }
        let kept = if self.is_record() {
            "- Lưu: VT, Hồ sơ."
        } else {
            "- Lưu: VT."
        };
        left.push(Line::left(kept).points(11));
        Table {
            widths: vec![82, 83],
            rows: vec![vec![Cell::of(left), Cell::of(right)]],
            bare: true,
            ..Table::default()
        }
    }

    /// A section of its own with the heads of an annex.
    pub(super) fn annex(&self, number: &str, title: &str, sheet: Sheet) -> Section {
        let mut section = Section::new(sheet);
        let head = if number.is_empty() {
            "Phụ lục".to_owned()
        } else {
            format!("Phụ lục {number}")
        };
        section.line(Line::centred(head).bold());
        section.line(
            Line::centred(say::one_line(title).to_uppercase())
                .bold()
                .points(13),
        );
        // A paper copy is filled in; in an electronic one the blanks stay.
        let with = format!(
            "(Kèm theo {} số {}{} {} của {})",
            self.kind_in_words(),
            self.number(),
            self.notation(),
            self.day_of_annex(),
            self.signer()
        );
        section.line(Line::centred(with).italic().points(13));
        section.line(Line::centred("").points(6));
        section
    }

    fn day_of_annex(&self) -> String {
        match &self.facts.issued {
            Some(issued) => say::long_day(issued.on),
            None => format!("ngày{BLANK}tháng{BLANK}năm{BLANK}"),
        }
    }

    fn signer(&self) -> String {
        let unit = self.facts.council.unit();
        if self.facts.wish.kind == ReportKind::Results {
            format!("Ủy ban nhân dân {unit}")
        } else {
            format!("Thường trực HĐND {unit}")
        }
    }

    /// "Báo cáo", "Công văn".
    fn kind_in_words(&self) -> String {
        let title = self.title().to_lowercase();
        let mut letters = title.chars();
        match letters.next() {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => "Công văn".to_owned(),
        }
    }
}

/// `I. TITLE`, in capitals.
pub(super) fn part(number: usize, title: &str) -> Line {
    Line {
        indented: true,
        ..Line::of(format!("{}. {}", say::roman(number), title.to_uppercase()))
            .bold()
            .above(10)
            .with_next()
    }
}

/// `1. Title`.
pub(super) fn section(number: usize, title: &str) -> Line {
    Line {
        indented: true,
        ..Line::of(format!("{number}. {title}"))
            .bold()
            .above(8)
            .with_next()
    }
}

/// The last line of a text.
pub(super) fn last(text: &str) -> Line {
    Line::text(format!("{}./.", say::without_end(text)))
}

/// A line whose beginning is bold.
pub(super) fn labelled(label: &str, text: &str) -> Line {
    let mut line = Line::text(format!("{label} "));
    line.runs.push(Run {
        text: text.to_owned(),
        bold: false,
        italic: false,
        size: 0,
    });
    line.runs[0].bold = true;
    line
}
