//! Dated initiatives as a calendar: iCalendar (RFC 5545).
//!
//! Each is an event of whole days. One without a last day stands on its first, one without a first day on
//! its last: a calendar that repeated it on every day for ever would be of no use.

use super::json;
use super::outgoing::{Outgoing, plain_text};
use crate::domain::date::{Date, Timestamp};
use crate::domain::initiative::{Initiative, Period};
use crate::domain::value::Value;

/// The longest line, in bytes without its end.
const LINE: usize = 75;

/// The dated initiatives as a calendar, made at an instant; nothing where none is dated, since a calendar
/// holds an event at least.
#[must_use]
pub fn write(outgoing: &Outgoing, now: &Timestamp) -> Option<String> {
    let mut calendar = Calendar::default();
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//Solidaire//Solidaire//FR");
    calendar.line("CALSCALE", "GREGORIAN");
    // The name has its place since RFC 7986; older programs look under the other.
    calendar.text("NAME", outgoing.title());
    calendar.text("X-WR-CALNAME", outgoing.title());
    let mut is_empty = true;
    for initiative in &outgoing.catalogue.initiatives {
        if let Some((first, last)) = days(&initiative.period) {
            is_empty = false;
            event(&mut calendar, outgoing, initiative, (first, last), now);
        }
    }
    calendar.line("END", "VCALENDAR");
    (!is_empty).then_some(calendar.0)
}

/// The first and the last day of an event; nothing where it is not dated.
fn days(period: &Period) -> Option<(Date, Date)> {
    let first = period.start.or(period.end)?;
    let last = period.end.filter(|end| *end >= first);
    Some((first, last.unwrap_or(first)))
}

fn event(
    calendar: &mut Calendar,
    outgoing: &Outgoing,
    initiative: &Initiative,
    (first, last): (Date, Date),
    now: &Timestamp,
) {
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let instant = now.as_str();
    calendar.line("BEGIN", "VEVENT");
    calendar.line("UID", &outgoing.uuid(Some(initiative)));
    let stamp = [&digits(&instant[..10]), "T", &digits(&instant[11..19]), "Z"].concat();
    calendar.line("DTSTAMP", &stamp);
    calendar.line("DTSTART;VALUE=DATE", &digits(&first.to_string()));
    // The day on which it is over: the one after the last. Without it, an event lasts one day.
    if let Some(end) = last.next() {
        calendar.line("DTEND;VALUE=DATE", &digits(&end.to_string()));
    }
    calendar.text("SUMMARY", &initiative.title);
    calendar.text("DESCRIPTION", &plain_text(initiative));
    calendar.text("LOCATION", &initiative.place.line());
    if let Some(point) = initiative.place.point() {
        let degrees = [point.lat(), point.lon()].map(|degrees| json::write(&Value::number(degrees)));
        calendar.line("GEO", &degrees.join(";"));
    }
    calendar.text("CATEGORIES", outgoing.theme(initiative));
    calendar.line("URL", &outgoing.page(initiative));
    // Nobody is busy because it takes place.
    calendar.line("TRANSP", "TRANSPARENT");
    calendar.line("END", "VEVENT");
}

/// Lines of a calendar.
#[derive(Default)]
struct Calendar(String);

impl Calendar {
    /// A property whose value is a text; none where it is empty.
    fn text(&mut self, name: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        let mut value = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => value.extend(['\\', c]),
                '\n' => value.push_str("\\n"),
                c if c.is_control() => {}
                c => value.push(c),
            }
        }
        self.line(name, &value);
    }

    /// A property, in as many lines as it takes: each that follows begins with a blank, and no letter is cut.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in [name, ":", value].concat().chars() {
            if length + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::{Calendar, LINE};

    #[test]
    fn a_text_is_escaped_and_folded_between_letters() {
        let mut calendar = Calendar::default();
        calendar.text("SUMMARY", "a, b; c\\d\ne\u{7}");
        assert_eq!(calendar.0, "SUMMARY:a\\, b\\; c\\\\d\\ne\r\n");
        let mut calendar = Calendar::default();
        let text = "é".repeat(200);
        calendar.text("SUMMARY", &text);
        let lines: Vec<&str> = calendar.0.split("\r\n").collect();
        assert!(
            lines.iter().all(|line| line.len() <= LINE) && lines.len() > 5,
            "{lines:?}"
        );
        let unfolded = calendar.0.replace("\r\n ", "");
        assert_eq!(unfolded, format!("SUMMARY:{text}\r\n"));
    }
}
