//! Whatever stands in a register: rows that are taken in, or faults that name row and column; never a panic.
#![no_main]

use std::sync::LazyLock;

use cutri::domain::{
    council::Council,
    import::{register::read, sheet::Sheet},
};
use libfuzzer_sys::fuzz_target;

static COUNCIL: LazyLock<Council> = LazyLock::new(|| {
    Council::parse(include_str!("../../examples/duy-tien/council.toml")).expect("the sample is a council")
});

const HEADS: &str = "Số kiến nghị|Nội dung kiến nghị|Cử tri (địa bàn)|Lĩnh vực|Đơn vị giải quyết|Ngày tiếp nhận|Kỳ họp|\
                     Trạng thái|Phân loại kết quả|Nội dung trả lời|Ngày trả lời|Hạn trả lời";

fuzz_target!(|text: &str| {
    let cells = |line: &str| line.split('|').map(str::to_owned).collect::<Vec<_>>();
    let mut lines = text.lines();
    let own = lines.next().unwrap_or_default();
    let heads = if own.contains('|') { own } else { HEADS };
    let rows: Vec<_> = lines.enumerate().map(|(at, line)| (at + 2, cells(line))).collect();
    let count = rows.len();
    let sheet = Sheet { heads: cells(heads), rows };
    let (taken, faults) = read(&sheet, &COUNCIL, jiff::civil::date(2026, 11, 29));
    assert!(taken.len() <= count);
    for fault in faults {
        assert!(fault.row <= count + 2, "{fault:?}");
    }
});
