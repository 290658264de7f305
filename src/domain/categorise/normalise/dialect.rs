//! Words of Nghệ Tĩnh, Quảng Bình and Huế in standard Vietnamese, where the words around them leave no doubt: "răng" is
//! also a tooth, "mô" a model, "tê" numb. Of words that are others without their marks, only the marked form is read.

/// A written word and its neighbours, folded; nothing at either end.
#[derive(Clone, Copy)]
pub(super) struct Spoken<'a> {
    pub(super) before: &'a str,
    pub(super) folded: &'a str,
    pub(super) after: &'a str,
    pub(super) written: &'a str,
}

/// What a word of the Centre is in standard Vietnamese, in folded syllables.
pub(super) fn standard(word: Spoken<'_>) -> Option<&'static str> {
    let Spoken { before, after, .. } = word;
    Some(match word.folded {
        "nac" if before != "thit" && !word.is("nạc") => "nuoc",
        "eng" => "anh",
        "bay" if word.is_we() => "chung",
        "choa" if before == "bay" => "toi",
        "mo" if word.is_where() => match before {
            "khi" => "nao",
            _ => "dau",
        },
        "chu" if word.is("chừ") || before == "bay" && !matches!(after, "chim" | "ong") => "gio",
        "rang" if word.is("răng") && word.is_why() => "sao",
        "rua" if word.is("rứa") => "the",
        "te" if word.is("tê") && word.is_there() => "kia",
        "no" if word.is("nỏ") && !matches!(before, "cung" | "ban" | "ten") && after != "than" => {
            "khong"
        }
        "me" if word.is("mệ") => "ba",
        "on" if word.is("ôn") && (matches!(after, "me" | "noi" | "ngoai") || before == "me") => {
            "ong"
        }
        "dang" if word.is("đàng") && word.is_way() => "duong",
        "troc" if word.is("trốc") && word.is_head() => "dau",
        "man" if word.is("mần") => "lam",
        "ma" if word.is("mạ") && matches!(after, "tui" | "toi" | "con" | "em" | "choa") => "me",
        _ => return None,
    })
}

impl Spoken<'_> {
    /// Whether it is written so, apart from capitals.
    fn is(self, marked: &str) -> bool {
        let mut written = self.written.chars().flat_map(char::to_lowercase);
        marked.chars().all(|c| written.next() == Some(c)) && written.next().is_none()
    }

    /// "bầy tui"; not "hẻm bảy tối tối".
    fn is_we(self) -> bool {
        let is_written = self.is("bầy") || self.written.eq_ignore_ascii_case("bay");
        let behind = matches!(self.after, "tui" | "choa") || self.after == "toi" && self.is("bầy");
        is_written && behind
    }

    /// "đi mô", "khi mô"; not "mô hình", "quy mô", "mô tô", and without marks not "khi mở cửa".
    fn is_where(self) -> bool {
        const ASKED: [&str; 7] = ["cho", "chi", "di", "khi", "noi", "o", "hom"];
        if self.is("mô") {
            let is_thing = matches!(self.after, "hinh" | "to" | "ta" | "phong" | "dat" | "men");
            return !is_thing && !matches!(self.before, "quy" | "xe");
        }
        let ends = matches!(
            self.after,
            "" | "roi" | "het" | "rua" | "nua" | "cung" | "moi"
        );
        self.written.is_ascii() && ASKED.contains(&self.before) && ends
    }

    /// "răng mà", "vì răng", "răng chưa"; a tooth aches, is pulled and has a doctor.
    fn is_why(self) -> bool {
        const BEFORE: [&str; 7] = ["", "lam", "nhu", "ri", "tai", "the", "vi"];
        const BEHIND: [&str; 12] = [
            "chu", "chua", "hay", "he", "khong", "lai", "lau", "ma", "mai", "no", "nua", "rua",
        ];
        let is_tooth = matches!(self.after, "ham" | "mieng" | "sau" | "gia" | "su" | "cua");
        !is_tooth && (BEFORE.contains(&self.before) || BEHIND.contains(&self.after))
    }

    /// "bên tê", "hôm tê"; not "chân tay tê".
    fn is_there(self) -> bool {
        const BEFORE: [&str; 11] = [
            "ben", "cho", "dang", "dau", "duong", "hom", "nam", "ngay", "phia", "thang", "xom",
        ];
        BEFORE.contains(&self.before)
            && !matches!(self.after, "liet" | "bi" | "cung" | "tay" | "chan")
    }

    /// "đàng bê tông", "con đàng"; not "thiên đàng", "đàng hoàng".
    fn is_way(self) -> bool {
        const BEFORE: [&str; 9] = [
            "", "con", "giua", "lam", "mat", "ra", "sua", "tren", "tuyen",
        ];
        const BEHIND: [&str; 12] = [
            "be", "dat", "di", "lang", "lien", "nhua", "quoc", "ray", "sa", "vao", "vo", "xom",
        ];
        self.after != "hoang" && (BEFORE.contains(&self.before) || BEHIND.contains(&self.after))
    }

    /// "đau trốc", "trên trốc"; not "trốc gốc".
    fn is_head(self) -> bool {
        const BEFORE: [&str; 8] = ["be", "cai", "cung", "dau", "len", "ngap", "toi", "tren"];
        BEFORE.contains(&self.before) && !matches!(self.after, "goc" | "mai" | "re")
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::normalise;

    #[rstest]
    #[case("Nác ngập tới trốc rồi", "nuoc ngap toi dau roi")]
    #[case("nac may khi mo moi co", "nuoc may khi nao moi co")]
    #[case("khi mô mới làm đàng bê tông", "khi nao moi lam duong be tong")]
    #[case("Răng mà bầy tui nỏ có điện", "sao ma chung tui khong co dien")]
    #[case(
        "Ôn mệ ở bên tê sông, chừ đau trốc",
        "ong ba o ben kia song gio dau dau"
    )]
    #[case("eng em xóm dưới đi mô rứa", "anh em xom duoi di dau the")]
    #[case("mạ tui già rồi", "me tui gia roi")]
    fn words_of_the_centre_are_read(#[case] said: &str, #[case] read: &str) {
        assert_eq!(normalise(said).joined().trim(), read);
    }

    #[rstest]
    #[case("đau răng đi khám răng", "dau rang di kham rang")]
    #[case("mô hình chăn nuôi quy mô lớn", "mo hinh chan nuoi quy mo lon")]
    #[case("khi mo cua cho", "khi mo cua cho")]
    #[case("tay chân tê cứng", "tay chan te cung")]
    #[case("thịt nạc bán ở chợ", "thit nac ban o cho")]
    #[case("cây trốc gốc đổ", "cay troc goc do")]
    #[case("con ôn thi lớp mười", "con on thi lop muoi")]
    #[case("hem bay toi nao cung toi", "hem bay toi nao cung toi")]
    #[case("cán bộ đàng hoàng", "can bo dang hoang")]
    fn other_words_that_look_so_stay(#[case] said: &str, #[case] read: &str) {
        assert_eq!(normalise(said).joined().trim(), read);
    }
}
