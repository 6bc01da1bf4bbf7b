//! How long an editor waits for the inbox: reading what waits and comparing it with what is shown.

use std::sync::Arc;

use solidaire::domain::change::{Change, Delta, Path, Target, TargetKind};
use solidaire::domain::date::Timestamp;
use solidaire::domain::id::Id;
use solidaire::domain::value::{Object, Value};
use solidaire::format::contribution::Contribution;
use solidaire::format::review::{Filed, read_filed, write_filed};
use solidaire::workspace::Workspace;
use solidaire::workspace::review::Inbox;

use crate::catalogue::catalogue;
use crate::measure::Clock;

/// How many proposals wait, and among how many initiatives.
const SIZES: (usize, usize) = (100, 1_000);

/// What was measured; times in milliseconds.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    /// Reading what is stored.
    pub read: f64,
    /// Comparing it with what is shown, signs of a hoax included.
    pub compare: f64,
    /// How many kilobytes are stored.
    pub kilobytes: f64,
}

/// Measures the opening of an inbox.
///
/// # Panics
/// If not every proposal is compared, since no time of it would mean anything.
#[must_use]
pub fn opening(clock: Clock) -> Opening {
    let (proposals, initiatives) = SIZES;
    let edition = catalogue(initiatives);
    let every = initiatives / proposals;
    let stored: Vec<String> = edition
        .initiatives
        .iter()
        .step_by(every)
        .enumerate()
        .map(|(number, initiative)| {
            let summary = initiative.summary.replacen(' ', " vraiment ", 3);
            let fields = [
                (
                    "title",
                    &initiative.title,
                    format!("{} (nouveau)", initiative.title),
                ),
                ("summary", &initiative.summary, summary),
                (
                    "practical",
                    &initiative.practical,
                    "Le mardi, 06 12 34 56 78".to_owned(),
                ),
            ];
            write_filed(&proposal(number, &initiative.id, &edition.site.id, &fields))
        })
        .collect();
    let workspace = Workspace::published(Arc::new(edition));
    let start = clock();
    let inbox = Inbox::new(stored.iter().filter_map(|text| read_filed(text)), []);
    let middle = clock();
    let groups = inbox.groups(&workspace);
    let end = clock();
    assert_eq!(groups.len(), proposals, "every proposal is compared");
    #[allow(
        clippy::cast_precision_loss,
        reason = "a hundred proposals are far below 2⁵³ bytes"
    )]
    let bytes = stored.iter().map(String::len).sum::<usize>() as f64;
    Opening {
        read: middle - start,
        compare: end - middle,
        kilobytes: bytes / 1e3,
    }
}

fn proposal(number: usize, initiative: &Id, site: &Id, fields: &[(&str, &String, String)]) -> Filed {
    let time = Timestamp::parse("2026-06-01T00:00:00Z").expect("it is a time");
    let id = |kind: &str| Id::derived(&["bench", kind, &number.to_string()]);
    let delta = |(path, before, after): &(&str, &String, String)| {
        let delta = Delta {
            before: Value::text(before),
            after: Value::text(after),
        };
        (Path::parse(path).expect("it is a path"), delta)
    };
    let change = Change {
        id: id("change"),
        author: id("sender"),
        at: time.clone(),
        target: Target {
            kind: TargetKind::Initiative,
            id: initiative.clone(),
        },
        fields: fields.iter().map(delta).collect(),
        replaces: Vec::new(),
        batch: None,
    };
    Filed::new(
        time.clone(),
        Contribution {
            id: id("contribution"),
            site: site.clone(),
            base: None,
            created_at: time,
            author: id("sender"),
            message: "Bonjour, voici du nouveau.".to_owned(),
            reply_to: "Jeanne, jeanne@exemple.fr".to_owned(),
            changes: vec![change],
            extra: Object::new(),
        },
    )
}

impl Opening {
    /// What was measured, as a table in Markdown.
    #[must_use]
    pub fn table(&self) -> String {
        let (proposals, initiatives) = SIZES;
        format!(
            "\n| proposals waiting, of {initiatives} initiatives | kB | read | compare |\n| ---: | ---: | ---: | ---: |\n\
             | {proposals} | {:.0} | {:.1} | {:.1} |\n",
            self.kilobytes, self.read, self.compare,
        )
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::opening;

    #[test]
    fn an_inbox_is_a_row_of_one_width() {
        let ticks = Cell::new(0.0);
        let clock = || {
            ticks.set(ticks.get() + 1.0);
            ticks.get()
        };
        let table = opening(&clock).table();
        let widths: Vec<usize> = table
            .lines()
            .skip(1)
            .map(|line| line.matches('|').count())
            .collect();
        assert_eq!(widths, [5, 5, 5], "{table}");
    }
}
