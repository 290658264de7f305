//! `cutri init [DIR]`: writes a council file, `.env` and the folders, from flags, a spreadsheet, or questions. Never writes over
//! what is there.

use std::{
    fs,
    io::{self, IsTerminal, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use super::sheet::{Book, Head, code_from, days_of};
use crate::{
    domain::{
        council::{Council, Level},
        keyword::Keyword as _,
    },
    run::{
        StartError,
        print::{self, tell},
    },
};
use clap::Args;

/// What is asked of `cutri init`.
#[derive(Debug, Args)]
pub struct Init {
    /// Where to write; made if it is not there.
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// A spreadsheet (.xlsx, .ods), or .csv files, with areas, bodies, delegates, sessions: as examples/hoi-dong-mau.xlsx.
    #[arg(long = "from", value_name = "FILE")]
    from: Vec<PathBuf>,
    /// The full name: "Hội đồng nhân dân phường Đồng Văn".
    #[arg(long)]
    name: Option<String>,
    /// The short one; made of the full one otherwise.
    #[arg(long)]
    short_name: Option<String>,
    /// Ascii, a-z 0-9 -; made of the name otherwise.
    #[arg(long)]
    code: Option<String>,
    /// Two letters that begin the codes of questions (DT-0042K); made of the name otherwise.
    #[arg(long)]
    prefix: Option<String>,
    /// Where it stands; read from the name otherwise.
    #[arg(long, value_parser = ["province", "town", "commune"])]
    level: Option<String>,
    /// The term: 2026-2031, or with its first and last day 15/03/2026-14/03/2031.
    #[arg(long)]
    term: Option<String>,
    /// An area, once for each: "Thôn Đông".
    #[arg(long = "area", value_name = "NAME")]
    areas: Vec<String>,
    /// A delegation, once for each: "Tổ đại biểu số 1: Thôn Đông, Thôn Tây". Without any there is one for all areas.
    #[arg(long = "delegation", value_name = "NAME: AREAS")]
    delegations: Vec<String>,
    /// A session, once for each: when it opens, when questions close: "Kỳ họp thứ 4: 10/12/2026, 05/12/2026 17:00".
    #[arg(long = "session", value_name = "NAME: OPENS, CLOSES")]
    sessions: Vec<String>,
    /// The office: address, phone, hours.
    #[arg(long)]
    office: Option<String>,
    /// Where complaints and denunciations are received.
    #[arg(long)]
    citizen_reception: Option<String>,
    /// The commune's police.
    #[arg(long)]
    police: Option<String>,
    /// First administrators: Telegram user ids, comma separated. Without any, the first start prints a link.
    #[arg(long, default_value = "")]
    admins: String,
    /// Ask nothing: what is missing is an error.
    #[arg(long)]
    no_questions: bool,
}

/// What the generated file says at its head.
const PREFACE: &str = "\
# Tệp hội đồng, do `cutri init` viết. Sửa bằng một trình soạn thảo bất kỳ, lưu bằng UTF-8, rồi chạy `cutri load council.toml`:
# chương trình kiểm tra cả tệp và nêu mọi lỗi kèm số dòng. Mọi khóa và giá trị mặc định: examples/duy-tien/council.toml.
";

/// What a council that begins should have, beyond what it said.
const RULES: &str = "\
[rules]
# Sao lưu mỗi đêm vào thư mục backups bên cạnh cơ sở dữ liệu, giữ 14 bản; thêm age = \"age1…\" để mã hóa.
backup = { at = \"02:30\", folder = \"backups\", keep = 14 }
";

/// Writes them.
///
/// # Errors
/// What is missing or wrong; nothing is written then.
pub fn init(asked: &Init) -> Result<(), StartError> {
    let file = asked.dir.join("council.toml");
    let environment = asked.dir.join(".env");
    let there: Vec<String> = [&file, &environment]
        .into_iter()
        .filter(|path| path.exists())
        .map(|path| format!("{}: is there already and is left alone", path.display()))
        .collect();
    if !there.is_empty() {
        return Err(StartError::Configuration(there.join("\n")));
    }
    let mut person = Person::new(asked);
    let (council, text) = council(asked, &mut person).map_err(told)?;
    let token = person.answers("Token của bot, do @BotFather cấp (Enter để điền sau vào .env)");
    make_folder(&asked.dir)?;
    make_folder(&asked.dir.join("data"))?;
    write(&file, 0o644, &text)?;
    write(&environment, 0o600, &variables(asked, token.as_deref()))?;
    tell!("{}: {}", file.display(), council.name.vi);
    tell!(
        "  {} areas, {} bodies, {} sessions",
        council.areas.len(),
        council.bodies.len(),
        council.sessions.len()
    );
    for doubt in council.doubts() {
        tell!("  note: {doubt}");
    }
    tell!("{}: for nobody else (0600)", environment.display());
    tell!("next:");
    tell!("  cd {}", asked.dir.display());
    if token.is_none() {
        tell!("  put the token of @BotFather into .env");
    }
    tell!("  cutri check");
    tell!("  cutri run");
    Ok(())
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the last that is done with them"
)]
fn told(problems: Vec<String>) -> StartError {
    StartError::Configuration(problems.join("\n"))
}

/// Whoever sits before the terminal, if anybody does.
struct Person {
    is_there: bool,
}

impl Person {
    fn new(asked: &Init) -> Self {
        Self {
            is_there: !asked.no_questions && io::stdin().is_terminal(),
        }
    }

    /// What they say; `None`: nothing, or nobody is there.
    fn answers(&mut self, question: &str) -> Option<String> {
        if !self.is_there {
            return None;
        }
        print::text(format!("{question}: ").as_bytes());
        let mut answer = String::new();
        if io::stdin().read_line(&mut answer).ok()? == 0 {
            self.is_there = false;
        }
        Some(answer.trim().to_owned()).filter(|answer| !answer.is_empty())
    }

    /// One thing a line, until an empty one.
    fn lists(&mut self, question: &str) -> Vec<String> {
        let mut all = Vec::new();
        if self.is_there {
            tell!("{question}; dòng trống là hết:");
        }
        while let Some(one) = self.answers("  -") {
            all.push(one);
        }
        all
    }
}

/// The council, and the text of its file.
fn council(asked: &Init, person: &mut Person) -> Result<(Council, String), Vec<String>> {
    let mut book = Book::read(&asked.from)?;
    let head = head(asked, book.head().clone(), person)?;
    let mut areas = asked.areas.clone();
    if areas.is_empty() && book.area_names().is_empty() {
        areas = person.lists("Địa bàn (thôn, tổ dân phố, xã, phường), mỗi dòng một tên");
    }
    let mut problems = Vec::new();
    let mut add =
        |book: &mut Book, sheet: &str, flag: &str, headings: [&str; 3], rows: Vec<[String; 3]>| {
            if rows.is_empty() {
                return;
            }
            let first: Vec<String> = headings.map(str::to_owned).into();
            let rows = std::iter::once(first).chain(rows.into_iter().map(Vec::from));
            if let Err(more) = book.add(sheet, flag, rows.collect()) {
                problems.extend(more);
            }
        };
    let rows = areas
        .into_iter()
        .map(|name| [name, String::new(), String::new()]);
    add(
        &mut book,
        "areas",
        "--area",
        ["name", "code", "kind"],
        rows.collect(),
    );
    let mut delegations = asked.delegations.clone();
    if delegations.is_empty() && !book.has_bodies() {
        delegations = person.lists(
            "Tổ đại biểu, dạng “Tổ đại biểu số 1: Thôn Đông, Thôn Tây”; không có dòng nào là một tổ cho mọi địa bàn",
        );
    }
    if delegations.is_empty() && !book.has_bodies() {
        delegations = vec![format!(
            "Tổ đại biểu số 1: {}",
            book.area_names().join(", ")
        )];
    }
    let rows = delegations.iter().map(|said| {
        let (name, areas) = said.split_once(':').unwrap_or((said, ""));
        [name.to_owned(), "delegation".to_owned(), areas.to_owned()]
    });
    add(
        &mut book,
        "bodies",
        "--delegation",
        ["name", "kind", "areas"],
        rows.collect(),
    );
    let rows = asked.sessions.iter().map(|said| {
        let (name, days) = said.split_once(':').unwrap_or((said, ""));
        let (opens, closes) = days.split_once(',').unwrap_or((days, ""));
        [name, opens, closes].map(str::to_owned)
    });
    let headings = ["name", "opens_on", "questions_close_at"];
    add(&mut book, "sessions", "--session", headings, rows.collect());
    if book.area_names().is_empty() {
        problems.push("--area: at least one area, or --from FILE".to_owned());
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let (_, text) = book.council(&head, None)?;
    let text = format!("{PREFACE}\n{text}\n{RULES}");
    // As it will be read.
    let council = Council::parse(&text)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    Ok((council, text))
}

/// Flags win over the spreadsheet, and what neither says is asked, or follows from the rest.
fn head(asked: &Init, mut head: Head, person: &mut Person) -> Result<Head, Vec<String>> {
    let mut problems = Vec::new();
    let said = |flag: &Option<String>, known: Option<String>| flag.clone().or(known);
    head.name = said(&asked.name, head.name)
        .or_else(|| person.answers("Tên đầy đủ, ví dụ Hội đồng nhân dân phường Đồng Văn"));
    let Some(name) = head.name.clone() else {
        return Err(vec![
            "--name: the council's full name is missing".to_owned(),
        ]);
    };
    let own = own_name(&name);
    head.short_name = said(&asked.short_name, head.short_name)
        .or_else(|| Some(name.replacen("Hội đồng nhân dân", "HĐND", 1)));
    head.code = said(&asked.code, head.code).or_else(|| Some(code_from(own)));
    head.code_prefix = said(&asked.prefix, head.code_prefix).or_else(|| Some(two_letters(own)));
    let level = asked.level.as_deref().and_then(Level::from_word);
    head.level = level.or(head.level).or_else(|| level_in(&name));
    if head.level.is_none() {
        problems.push("--level: province, town or commune".to_owned());
    }
    // "2026–2031", as the spreadsheet's is kept, is one as well.
    let term =
        said(&asked.term, head.term.take()).or_else(|| person.answers("Nhiệm kỳ, ví dụ 2026-2031"));
    match term.as_deref().map(|text| (text, days_of(text))) {
        Some((_, Some((name, from, to)))) => {
            head.term = Some(name);
            // From the spreadsheet they come with its days.
            if asked.term.is_some() || head.term_from.is_none() {
                head.term_from = Some(from);
                head.term_to = Some(to);
            }
        }
        Some((text, None)) => problems.push(format!("--term: {text:?} is none (2026-2031)")),
        None => problems.push("--term: is missing (2026-2031)".to_owned()),
    }
    head.office = said(&asked.office, head.office).or_else(|| {
        person.answers("Văn phòng: địa chỉ, điện thoại, giờ làm việc (Enter để bỏ qua)")
    });
    head.citizen_reception = said(&asked.citizen_reception, head.citizen_reception)
        .or_else(|| person.answers("Nơi tiếp công dân (Enter để bỏ qua)"));
    head.police = said(&asked.police, head.police)
        .or_else(|| person.answers("Công an cấp xã (Enter để bỏ qua)"));
    if problems.is_empty() {
        Ok(head)
    } else {
        Err(problems)
    }
}

/// What stands after the words that every council has in its name.
fn own_name(name: &str) -> &str {
    let mut rest = name.trim();
    for word in [
        "Hội đồng nhân dân",
        "HĐND",
        "tỉnh",
        "thành phố",
        "thị xã",
        "huyện",
        "quận",
        "phường",
        "xã",
        "đặc khu",
    ] {
        let head: String = rest.chars().take(word.chars().count()).collect();
        if head.to_lowercase() == word.to_lowercase() {
            rest = rest[head.len()..].trim_start();
        }
    }
    if rest.is_empty() { name } else { rest }
}

fn two_letters(name: &str) -> String {
    let code = code_from(name);
    let mut words = code.split('-').filter(|word| !word.is_empty());
    let first = words.next().unwrap_or("hd");
    let letters: String = match words.next() {
        Some(second) => first
            .chars()
            .take(1)
            .chain(second.chars().take(1))
            .collect(),
        None => first.chars().take(2).collect(),
    };
    let letters: String = letters.chars().filter(char::is_ascii_alphabetic).collect();
    if letters.len() == 2 {
        letters.to_uppercase()
    } else {
        "HD".to_owned()
    }
}

fn level_in(name: &str) -> Option<Level> {
    let name = name.to_lowercase();
    if ["phường", "xã ", "đặc khu"]
        .iter()
        .any(|word| name.contains(word))
        && !name.contains("thị xã")
    {
        Some(Level::Commune)
    } else if ["tỉnh", "thành phố"].iter().any(|word| name.contains(word)) {
        Some(Level::Province)
    } else if ["thị xã", "huyện", "quận"]
        .iter()
        .any(|word| name.contains(word))
    {
        Some(Level::Town)
    } else {
        None
    }
}

fn variables(asked: &Init, token: Option<&str>) -> String {
    let token = token.unwrap_or_default();
    let admins = &asked.admins;
    format!(
        "# Biến môi trường của cutri; `cutri run --help` nêu tất cả. Tệp này chứa mật khẩu của bot: không cho ai đọc.\n\
         TELOXIDE_TOKEN={token}\n\
         # Số Telegram của người quản trị đầu tiên (lệnh /id); để trống thì lần chạy đầu in ra một liên kết mời.\n\
         CUTRI_ADMINS={admins}\n\
         CUTRI_DATABASE=data/cutri.db\n\
         CUTRI_COUNCIL=council.toml\n\
         # Mạng chặn Telegram: TELOXIDE_PROXY=socks5h://máy:cổng\n"
    )
}

fn make_folder(path: &Path) -> Result<(), StartError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true).mode(0o700);
    builder.create(path).map_err(|error| cannot(path, &error))
}

fn write(path: &Path, mode: u32, text: &str) -> Result<(), StartError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true).mode(mode);
    options
        .open(path)
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|error| cannot(path, &error))
}

fn cannot(path: &Path, error: &io::Error) -> StartError {
    StartError::Configuration(format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_said_follows_from_the_name() {
        for (name, code, letters, level) in [
            (
                "Hội đồng nhân dân phường Đồng Văn",
                "dong-van",
                "DV",
                Level::Commune,
            ),
            (
                "Hội đồng nhân dân tỉnh Ninh Bình",
                "ninh-binh",
                "NB",
                Level::Province,
            ),
            (
                "Hội đồng nhân dân thị xã Duy Tiên",
                "duy-tien",
                "DT",
                Level::Town,
            ),
            ("HĐND xã Huế", "hue", "HU", Level::Commune),
        ] {
            let own = own_name(name);
            assert_eq!(code_from(own), code);
            assert_eq!(two_letters(own), letters);
            assert_eq!(level_in(name), Some(level), "{name}");
        }
    }

    #[test]
    fn a_term_has_a_first_and_a_last_day() {
        let (name, from, to) = days_of("2026-2031").unwrap();
        assert_eq!(
            (name.as_str(), from.to_string(), to.to_string()),
            (
                "2026–2031",
                "2026-07-01".to_owned(),
                "2031-06-30".to_owned()
            )
        );
        assert_eq!(
            days_of("15/03/2026 - 14/03/2031").unwrap().1.to_string(),
            "2026-03-15"
        );
        assert_eq!(days_of("2031-2026"), None);
        assert_eq!(days_of("khóa XX"), None);
    }
}
