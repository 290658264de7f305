//! A chart: what was asked by field, what became of it, how old what is open is, what residents say. One column of bars, each with
//! its name and number beside it, so it is read on a phone and without colours. An SVG of our own; as PNG it is drawn with a
//! font that is in the program and has every Vietnamese letter.

use std::{fmt::Write as _, sync::Arc};

use resvg::{tiny_skia, usvg};

use super::{
    ReportError, Result,
    facts::{Case, ReportFacts},
    figures::{self, Counts},
    say,
};
use crate::domain::{answer::judgement::Verdict, keyword::Keyword as _, question::ResultClass};

const WIDTH: u32 = 1080;
const MARGIN: u32 = 48;
const BAR: u32 = 40;
const STEP: u32 = 62;
/// Where bars begin: names stand in front.
const NAMES: u32 = 470;
/// So many rows of a group are drawn; the rest is one row.
const MOST_ROWS: usize = 10;

/// What a chart draws, counted question by question: figures, however many questions there are.
#[derive(Debug, Default)]
pub struct ChartTally {
    counts: Counts,
    /// Petitions by what is said of them: each name in the order in which it came.
    categories: Vec<(String, usize)>,
    areas: Vec<(String, usize)>,
    classes: Vec<(ResultClass, usize)>,
    verdicts: Vec<(Verdict, usize)>,
    /// The open ones by their age: under 30 days, under 60, under 90, older.
    ages: [usize; 4],
}

impl ChartTally {
    /// Everything that the facts hold.
    #[must_use]
    pub fn of(facts: &ReportFacts) -> Self {
        let mut tally = Self::default();
        for case in &facts.cases {
            tally.add(facts, case);
        }
        tally
    }

    /// Counts one more.
    pub fn add(&mut self, facts: &ReportFacts, case: &Case) {
        self.counts.add(case, facts.today);
        if !case.is_petition() {
            return;
        }
        count(&mut self.categories, facts.category(&case.category));
        count(&mut self.areas, facts.area(&case.area));
        if let Some(class) = case.standing() {
            count(&mut self.classes, class);
        }
        if let Some(verdict) = case.verdict {
            count(&mut self.verdicts, verdict);
        }
        if case.is_open() {
            let days = (facts.today - case.received_on).get_days();
            let age = usize::try_from(days / 30).unwrap_or(0);
            self.ages[age.min(self.ages.len() - 1)] += 1;
        }
    }
}

/// One more of this one.
fn count<K: PartialEq>(counted: &mut Vec<(K, usize)>, key: K) {
    match counted.iter_mut().find(|(known, _)| *known == key) {
        Some((_, many)) => *many += 1,
        None => counted.push((key, 1)),
    }
}

/// How many of this one.
fn of<K: PartialEq>(counted: &[(K, usize)], key: &K) -> usize {
    let found = counted.iter().find(|(known, _)| known == key);
    found.map_or(0, |(_, many)| *many)
}

/// A group of bars.
struct Group {
    title: String,
    /// Dark enough on white to be told apart by brightness, too.
    colour: &'static str,
    rows: Vec<(String, usize)>,
    /// What shares are shares of.
    of: usize,
}

/// The picture as SVG.
pub(super) fn svg(facts: &ReportFacts, tally: &ChartTally) -> String {
    let groups = groups(facts, tally);
    let mut body = String::new();
    let mut y = MARGIN + 44;
    let title = facts.session.as_ref().map_or_else(
        || "Ý kiến, kiến nghị của cử tri".to_owned(),
        |session| format!("Ý kiến, kiến nghị của cử tri: {}", session.name.vi),
    );
    text(&mut body, (MARGIN, y), (38, "bold"), &title);
    y += 46;
    let under = format!(
        "{}, {}",
        facts.council.short_name.vi,
        say::long_day(facts.today)
    );
    text(&mut body, (MARGIN, y), (26, "normal"), &under);
    y += 30;
    for group in &groups {
        y += 50;
        text(&mut body, (MARGIN, y), (30, "bold"), &group.title);
        y += 20;
        let most = group
            .rows
            .iter()
            .map(|(_, many)| *many)
            .max()
            .unwrap_or(0)
            .max(1);
        for (name, many) in &group.rows {
            let room = usize::try_from(WIDTH - NAMES - MARGIN - 190).unwrap_or(1);
            let long = many * room / most;
            text(
                &mut body,
                (MARGIN, y + 29),
                (26, "normal"),
                &shortened(name),
            );
            let _ = write!(
                body,
                "<rect x=\"{NAMES}\" y=\"{y}\" width=\"{}\" height=\"{BAR}\" fill=\"{}\" stroke=\"#222\"/>",
                long.max(2),
                group.colour
            );
            let label = format!("{many} ({})", say::share(*many, group.of));
            let at = NAMES + u32::try_from(long).unwrap_or(0) + 12;
            text(&mut body, (at, y + 29), (26, "normal"), &label);
            y += STEP;
        }
    }
    let height = y + MARGIN;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" \
         font-family=\"Noto Sans\"><title>{}</title><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>{body}</svg>\n",
        escaped(&told(facts, tally))
    )
}

/// The picture as PNG.
pub(super) fn png(facts: &ReportFacts, tally: &ChartTally) -> Result<Vec<u8>> {
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_font_data(notosans::REGULAR_TTF.to_vec());
    fonts.load_font_data(notosans::BOLD_TTF.to_vec());
    let options = usvg::Options {
        fontdb: Arc::new(fonts),
        font_family: "Noto Sans".to_owned(),
        ..usvg::Options::default()
    };
    let broken = |why: String| ReportError::Unwritable(why);
    let tree = usvg::Tree::from_str(&svg(facts, tally), &options)
        .map_err(|error| broken(error.to_string()))?;
    let size = tree.size().to_int_size();
    let canvas = tiny_skia::Pixmap::new(size.width(), size.height());
    let mut canvas = canvas.ok_or_else(|| broken("the picture has no size".to_owned()))?;
    resvg::render(&tree, tiny_skia::Transform::default(), &mut canvas.as_mut());
    canvas
        .encode_png()
        .map_err(|error| broken(error.to_string()))
}

/// The same in words, for those who cannot see it.
pub(super) fn told(facts: &ReportFacts, tally: &ChartTally) -> String {
    let mut told = String::new();
    for group in groups(facts, tally) {
        let rows: Vec<String> = group
            .rows
            .iter()
            .map(|(name, many)| format!("{name} {many}"))
            .collect();
        let _ = write!(told, "{}: {}. ", group.title, rows.join(", "));
    }
    told.trim_end().to_owned()
}

fn groups(facts: &ReportFacts, tally: &ChartTally) -> Vec<Group> {
    let counts = tally.counts;
    let group = |title: &str, colour, rows, of| Group {
        title: format!("{title} (trên {of} kiến nghị)"),
        colour,
        rows,
        of,
    };
    let all = counts.petitions;
    let mut groups = vec![
        group("Theo lĩnh vực", "#9db8d9", most(&tally.categories), all),
        group("Theo địa bàn", "#d9c89d", most(&tally.areas), all),
        group(
            "Kết quả",
            "#8fbf9f",
            ResultClass::ALL
                .into_iter()
                .map(|class| {
                    (
                        figures::class_title(class).to_owned(),
                        of(&tally.classes, &class),
                    )
                })
                .chain([
                    ("Chưa trả lời".to_owned(), counts.open()),
                    ("Trong đó quá hạn".to_owned(), counts.overdue),
                ])
                .filter(|(_, many)| *many > 0)
                .collect(),
            all,
        ),
        group(
            "Tuổi của kiến nghị chưa trả lời",
            "#e0a899",
            by_age(tally.ages),
            counts.open(),
        ),
    ];
    let judged: Vec<(String, usize)> = Verdict::ALL
        .iter()
        .map(|verdict| {
            (
                figures::verdict_title(*verdict).to_owned(),
                of(&tally.verdicts, verdict),
            )
        })
        .collect();
    let said = judged.iter().map(|(_, many)| many).sum();
    groups.push(group(
        "Việc phải làm sau khi trả lời",
        "#a9cfcf",
        vec![
            ("Đã xong, có minh chứng".to_owned(), counts.resolved),
            ("Cử tri báo chưa xong".to_owned(), counts.denied),
            (
                "Chưa ai cho thấy đã xong".to_owned(),
                counts
                    .to_be_done
                    .saturating_sub(counts.resolved + counts.denied),
            ),
        ],
        counts.to_be_done,
    ));
    groups.push(group(
        "Cử tri đánh giá câu trả lời",
        "#c3a6d1",
        judged,
        said,
    ));
    if let Some(before) = facts.before.as_ref().filter(|before| before.received > 0) {
        let rows = vec![
            (format!("{}: tiếp nhận", before.name), before.received),
            (format!("{}: đã trả lời", before.name), before.answered),
            ("Kỳ này: tiếp nhận".to_owned(), all),
            ("Kỳ này: đã trả lời".to_owned(), counts.answered),
        ];
        groups.push(group(
            "So với kỳ họp trước",
            "#bdbdbd",
            rows,
            all.max(before.received),
        ));
    }
    groups.retain(|group| group.rows.iter().any(|(_, many)| *many > 0));
    groups
}

/// The most frequent ones, the rest together.
fn most(counted: &[(String, usize)]) -> Vec<(String, usize)> {
    let mut rows = counted.to_vec();
    rows.sort_by_key(|(_, many)| std::cmp::Reverse(*many));
    if rows.len() > MOST_ROWS {
        let rest = rows.split_off(MOST_ROWS - 1);
        rows.push((
            format!("{} mục khác", rest.len()),
            rest.iter().map(|(_, many)| many).sum(),
        ));
    }
    rows
}

fn by_age(ages: [usize; 4]) -> Vec<(String, usize)> {
    let names = [
        "Dưới 30 ngày",
        "30 đến 59 ngày",
        "60 đến 89 ngày",
        "Từ 90 ngày",
    ];
    let rows = names.into_iter().map(str::to_owned).zip(ages);
    rows.collect()
}

/// What fits in front of a bar.
fn shortened(name: &str) -> String {
    const MOST: usize = 30;
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    let kept: String = name.chars().take(MOST - 1).collect();
    format!("{}…", kept.trim_end())
}

fn text(body: &mut String, (x, y): (u32, u32), (size, weight): (u32, &str), words: &str) {
    // A String takes everything.
    let _ = write!(
        body,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"#111\">{}</text>",
        escaped(&say::one_line(words))
    );
}

fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
