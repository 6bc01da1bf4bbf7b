//! Days and instants, as ISO 8601 writes them.

use std::fmt;

/// A day of the calendar, checked (no 31 February), from the year 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// A day, if it exists.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `2020-04-30`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        Self::new(
            digits(&bytes[0..4])?,
            digits(&bytes[5..7])?.try_into().ok()?,
            digits(&bytes[8..10])?.try_into().ok()?,
        )
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day after; nothing after the last one of the year 9999.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        let Self { year, month, day } = self;
        Self::new(year, month, day + 1)
            .or_else(|| Self::new(year, month + 1, 1))
            .or_else(|| Self::new(year + 1, 1, 1))
    }

    /// The number of days from this day to another, negative if the other is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i32 {
        other.day_number() - self.day_number()
    }

    /// Days since 1 March of the year 0, counted in years that begin in March so that a leap day
    /// comes last (the usual civil-calendar arithmetic).
    fn day_number(self) -> i32 {
        let (month, year) = (i32::from(self.month), i32::from(self.year));
        let year = if month <= 2 { year - 1 } else { year };
        let from_march = (month + 9) % 12;
        365 * year + year / 4 - year / 100 + year / 400 + (153 * from_march + 2) / 5 + i32::from(self.day) - 1
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn digits(bytes: &[u8]) -> Option<u16> {
    bytes.iter().try_fold(0, |number: u16, byte| {
        byte.is_ascii_digit()
            .then(|| number * 10 + u16::from(byte - b'0'))
    })
}

/// An instant in UTC, as ISO 8601 with a `Z`: `2020-04-30T10:00:00Z`, a fraction of a second
/// allowed. Texts of one shape sort as the instants do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(Box<str>);

impl Timestamp {
    /// Reads an instant; anything that is not UTC is refused rather than converted.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let time = text.get(10..)?.strip_prefix('T')?.strip_suffix('Z')?;
        let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let bytes = clock.as_bytes();
        let shaped = bytes.len() == 8 && bytes[2] == b':' && bytes[5] == b':';
        let exists = shaped
            && digits(&bytes[0..2])? < 24
            && digits(&bytes[3..5])? < 60
            && digits(&bytes[6..8])? <= 60
            && (1..=9).contains(&fraction.len())
            && fraction.bytes().all(|byte| byte.is_ascii_digit());
        (exists && Date::parse(text.get(..10)?).is_some()).then(|| Self(text.into()))
    }

    /// The instant as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day of the instant, in UTC.
    #[must_use]
    pub fn date(&self) -> Date {
        // The constructor has checked the first ten characters.
        Date::parse(&self.0[..10]).unwrap_or(Date {
            year: 1,
            month: 1,
            day: 1,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Timestamp};

    #[test]
    fn only_days_that_exist() {
        for good in ["2020-04-30", "2020-02-29", "2000-02-29", "9999-12-31"] {
            assert_eq!(Date::parse(good).expect(good).to_string(), good);
        }
        for bad in [
            "2019-02-29",
            "1900-02-29",
            "2020-4-30",
            "2020-13-01",
            "2020-00-10",
            "2020-04-31",
            "30/04/2020",
            "+020-04-30",
        ] {
            assert!(Date::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn days_between_cross_months_years_and_leap_days() {
        let days = |from: &str, to: &str| Date::parse(from).unwrap().days_until(Date::parse(to).unwrap());
        assert_eq!(days("2020-04-30", "2020-05-11"), 11);
        assert_eq!(days("2020-02-28", "2020-03-01"), 2);
        assert_eq!(days("2019-12-31", "2020-01-01"), 1);
        assert_eq!(days("2020-01-01", "2026-01-01"), 2192);
        assert_eq!(days("2020-05-11", "2020-04-30"), -11);
    }

    #[test]
    fn a_day_is_followed_by_the_next_one_of_the_calendar() {
        let next = |text: &str| Date::parse(text).unwrap().next().map(|day| day.to_string());
        for (day, after) in [
            ("2020-04-30", "2020-05-01"),
            ("2020-02-28", "2020-02-29"),
            ("2019-02-28", "2019-03-01"),
            ("2020-12-31", "2021-01-01"),
        ] {
            assert_eq!(next(day).as_deref(), Some(after));
        }
        assert_eq!(next("9999-12-31"), None);
    }

    #[test]
    fn instants_are_utc_or_refused() {
        for good in ["2020-04-30T10:00:00Z", "2026-11-23T04:31:36.123Z"] {
            let instant = Timestamp::parse(good).expect(good);
            assert_eq!(instant.as_str(), good);
            assert_eq!(instant.date().to_string(), good[..10]);
        }
        for bad in [
            "2020-04-30",
            "2020-04-30T10:00:00",
            "2020-04-30T10:00:00+02:00",
            "2020-04-30T25:00:00Z",
            "2020-04-30T10:00:00.Z",
            "é020-04-30T10:00:00Z",
        ] {
            assert!(Timestamp::parse(bad).is_none(), "{bad}");
        }
    }
}
