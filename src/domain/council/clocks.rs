//! Which time limit of papers and meetings holds for this council on a day.

use jiff::civil::Date;

use super::Council;
use crate::domain::report::clock::{ClockKey, Limit, SHIPPED};

impl Council {
    /// The limit that holds on a day; none: it is switched off. The council's own word counts before what is shipped.
    #[must_use]
    pub fn limit(&self, key: ClockKey, on: Date) -> Option<Limit> {
        let own = self.papers.clocks.iter();
        let mut own = own.filter(|clock| clock.key == key && clock.holds_on(on));
        if let Some(clock) = own.next() {
            return Some(Limit {
                key,
                days: clock.value?,
                unit: clock.unit,
                source: clock.source.clone(),
            });
        }
        let (_, days, unit, source) = SHIPPED.iter().find(|(shipped, ..)| *shipped == key)?;
        let own = self.papers.summary_days;
        let own = own.filter(|_| key == ClockKey::SummarySent);
        Some(Limit {
            key,
            days: own.or(*days)?,
            unit: *unit,
            source: own.map_or((*source).to_owned(), |_| {
                "summary_days trong tệp hội đồng".to_owned()
            }),
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::report::clock::DayUnit;
    use crate::domain::{keyword::Keyword as _, working_days::Calendar};

    fn council(papers: &str) -> Council {
        let town = include_str!("../../../examples/xa-mau/council.toml");
        Council::parse(&format!("{town}\n{papers}")).unwrap()
    }

    #[test]
    fn every_key_has_a_shipped_limit_or_is_off() {
        let shipped: Vec<ClockKey> = SHIPPED.iter().map(|(key, ..)| *key).collect();
        assert_eq!(shipped, ClockKey::ALL);
    }

    #[test]
    fn days_are_counted_as_the_unit_says() {
        let limit = |unit| Limit {
            key: ClockKey::PlanPublished,
            days: 3,
            unit,
            source: String::new(),
        };
        let calendar = Calendar::default();
        // 1 December 2026 is a Tuesday.
        let meeting = date(2026, 12, 1);
        let calendar_days = limit(DayUnit::Calendar);
        assert_eq!(calendar_days.before(&calendar, meeting), date(2026, 11, 28));
        assert_eq!(calendar_days.after(&calendar, meeting), date(2026, 12, 4));
        let working_days = limit(DayUnit::Working);
        assert_eq!(working_days.before(&calendar, meeting), date(2026, 11, 26));
        assert_eq!(working_days.after(&calendar, meeting), date(2026, 12, 4));
    }

    #[test]
    fn the_councils_own_limit_holds_as_long_as_it_says() {
        let council = council(
            "[[papers.clock]]\nkey = \"plan_published\"\nvalue = 10\nunit = \"working\"\nfrom = 2027-01-01\n\
             until = 2027-06-30\nsource = \"Quy chế 2027\"\n[[papers.clock]]\nkey = \"plan_published\"\nvalue = \"off\"\n\
             from = 2027-07-01\n",
        );
        let on = |day| council.limit(ClockKey::PlanPublished, day);
        assert_eq!(on(date(2026, 12, 31)).unwrap().days, 7);
        let own = on(date(2027, 1, 1)).unwrap();
        assert_eq!(
            (own.days, own.unit, own.source.as_str()),
            (10, DayUnit::Working, "Quy chế 2027")
        );
        assert_eq!(on(date(2027, 6, 30)).unwrap().days, 10);
        assert_eq!(on(date(2027, 7, 1)), None, "switched off");
    }

    #[test]
    fn the_older_key_of_the_summary_counts_as_its_limit() {
        let council = council("[papers]\nsummary_days = 2\n");
        let limit = council
            .limit(ClockKey::SummarySent, date(2026, 12, 1))
            .unwrap();
        assert_eq!(limit.days, 2);
    }
}
