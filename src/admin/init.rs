//! `cutri init [DIR]`: writes a council file, `.env` and the folders, from flags, a spreadsheet, or questions. Never writes over
//! what is there.

mod names;
mod person;
mod questions;

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use clap::Args;

use self::{
    person::Person,
    questions::{AREAS, DELEGATIONS, Missing, SESSIONS},
};
use super::sheet::{Book, days_of};
use crate::{
    config,
    domain::{council::Council, ids::UserId},
    run::{StartError, print::tell},
};

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
    let admins = config::user_ids(&asked.admins)
        .map_err(|none| told(none.iter().map(|one| format!("--admins: {one}")).collect()))?;
    let mut person = if asked.no_questions {
        Person::nobody()
    } else {
        Person::there()
    };
    let (council, text) = council(asked, &mut person).map_err(told)?;
    let token = token(&mut person);
    make_folder(&asked.dir)?;
    make_folder(&asked.dir.join("data"))?;
    write(&file, 0o644, &text)?;
    write(&environment, 0o600, &variables(&admins, token.as_deref()))?;
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
    if !person.left_out().is_empty() {
        let left_out = person.left_out().join(", ");
        tell!("  note: the answers ended before the questions; left out: {left_out}");
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

/// The council, and the text of its file.
fn council(asked: &Init, person: &mut Person) -> Result<(Council, String), Vec<String>> {
    let mut book = Book::read(&asked.from)?.beside_flags();
    let mut problems = Vec::new();
    for (part, said) in [
        (AREAS, &asked.areas),
        (DELEGATIONS, &asked.delegations),
        (SESSIONS, &asked.sessions),
    ] {
        problems.extend(part.add(&mut book, said).err().into_iter().flatten());
    }
    if let Some(term) = asked.term.as_deref().filter(|term| days_of(term).is_none()) {
        problems.push(format!("--term: {term:?} is none (2026-2031)"));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    // Nobody is asked beside a spreadsheet that has to be mended first.
    if !book.area_names().is_empty() {
        book.council(&questions::stand_in(), None)?;
    }
    let mut missing = Vec::new();
    let mut head = questions::head(asked, book.head().clone(), person, &mut missing);
    questions::areas(&mut book, person, &mut missing);
    if !missing.is_empty() {
        return Err(what_is_missing(&missing, person));
    }
    questions::delegations(&mut book, person)?;
    questions::sessions(&mut book, person);
    questions::contact(asked, &mut head, person);
    let (_, text) = book.council(&head, None)?;
    let text = format!("{PREFACE}\n{text}\n{RULES}");
    // As it will be read.
    let council = Council::parse(&text)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    Ok((council, text))
}

/// A line for each, or one sentence for whoever has left.
fn what_is_missing(missing: &[Missing], person: &Person) -> Vec<String> {
    let lines = missing.iter().map(|(flag, what)| format!("{flag}: {what}"));
    if !person.has_left() {
        return lines.collect();
    }
    let flags: Vec<String> = missing
        .iter()
        .map(|(flag, what)| format!("{flag} ({what})"))
        .collect();
    vec![format!(
        "the answers ended before the questions, and nothing was written; without an answer are {}",
        flags.join(", ")
    )]
}

/// The token, if whoever answers has it already. It is shown nowhere.
fn token(person: &mut Person) -> Option<String> {
    let question = "Token của bot, do @BotFather cấp, cũng có thể điền sau vào .env";
    person.may_say("token", question, |said| {
        if config::is_token(said) {
            Ok(said.to_owned())
        } else {
            Err("token là chữ số, dấu hai chấm, rồi chữ".to_owned())
        }
    })
}

/// What stands in `.env`: nothing that would have to be quoted, since not everybody who reads such files takes quotes off.
fn variables(admins: &BTreeSet<UserId>, token: Option<&str>) -> String {
    let token = token.unwrap_or_default();
    let admins: Vec<String> = admins.iter().map(|id| id.0.to_string()).collect();
    let admins = admins.join(",");
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
