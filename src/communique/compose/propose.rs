//! What is new or has changed since the last number.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::catalogue::Catalogue;
use crate::domain::change::Change;
use crate::domain::communique::{Communique, newest_first};
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::initiative::{Initiative, Status};

/// Why an initiative is proposed for the next number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// No number of the series has told of it.
    New,
    /// It has been told of, and has changed since the last number.
    Changed,
    /// It has been told of, and nothing is known to have changed.
    Told,
}

/// The last number of a series that was published: the one that the next follows.
#[must_use]
pub fn last_of<'a>(catalogue: &'a Catalogue, series: &str) -> Option<&'a Communique> {
    newest_first(&catalogue.communiques)
        .into_iter()
        .find(|communique| !communique.is_draft() && communique.series == series)
}

/// What each initiative that may be published is to the next number of a series, in the catalogue's
/// order, with its place in the catalogue.
///
/// An initiative has changed if one of its quantities is dated after the last number, or if `changed_on`,
/// the days of the local changes that [are news](is_news), says so. That somebody has asked and all is as
/// it was is no news.
#[must_use]
pub fn news(
    catalogue: &Catalogue,
    series: &str,
    today: Date,
    changed_on: &BTreeMap<Id, Date>,
) -> Vec<(usize, News)> {
    let last = last_of(catalogue, series).and_then(|last| last.date);
    let told: BTreeSet<&Id> = catalogue
        .communiques
        .iter()
        .filter(|communique| !communique.is_draft() && communique.series == series)
        .flat_map(|communique| &communique.sections)
        .flat_map(|section| &section.items)
        .filter_map(|item| item.initiative.as_ref())
        .collect();
    let public =
        |initiative: &&Initiative| initiative.status == Status::Published && !initiative.is_ended(today);
    let judge = |initiative: &Initiative| {
        if !told.contains(&initiative.id) {
            return News::New;
        }
        let after = |date: Option<Date>| matches!((date, last), (Some(date), Some(last)) if date > last);
        let changed = initiative.measures.iter().any(|measure| after(measure.as_of))
            || after(changed_on.get(&initiative.id).copied());
        if changed { News::Changed } else { News::Told }
    };
    let places = catalogue.initiatives.iter().enumerate();
    places
        .filter(|(_, initiative)| public(initiative))
        .map(|(place, initiative)| (place, judge(initiative)))
        .collect()
}

/// Whether a change of an initiative may be told in a press release. A check that found everything as it
/// was, and the release that an initiative was read from, concern nobody but the editor.
#[must_use]
pub fn is_news(change: &Change) -> bool {
    let quiet = ["verified_on", "source"];
    change
        .fields
        .iter()
        .any(|(path, _)| !quiet.contains(&path.parts().0))
}

#[cfg(test)]
mod tests {
    use super::{News, is_news, last_of, news};
    use crate::communique::compose::tests_support::{catalogue, date, id, measured, release};
    use crate::domain::change::{Change, Delta, Path, Target, TargetKind};
    use crate::domain::communique::CommuniqueStatus;
    use crate::domain::date::Timestamp;
    use crate::domain::initiative::{MeasureKind, Status};
    use crate::domain::value::Value;

    #[test]
    fn what_was_told_is_told_and_what_came_after_is_news() {
        let mut catalogue = catalogue(&["told", "counted", "checked", "edited", "fresh", "over", "hidden"]);
        let told = ["told", "counted", "checked", "edited"];
        catalogue.communiques = vec![
            release("seven", "lettre", 7, "2020-04-30", &told),
            release("other", "autre", 12, "2020-05-04", &["fresh"]),
        ];
        let mut draft = release("eight", "lettre", 8, "2020-05-07", &["fresh"]);
        draft.status = CommuniqueStatus::Draft;
        catalogue.communiques.push(draft);
        catalogue.initiatives[2].verified_on = Some(date("2020-05-02"));
        catalogue.initiatives[1].verified_on = Some(date("2020-04-30"));
        catalogue.initiatives[5].status = Status::Archived;
        catalogue.initiatives[6].status = Status::Draft;
        let edited = [
            (id("edited"), date("2020-05-05")),
            (id("told"), date("2020-04-29")),
        ]
        .into();
        let news = news(&catalogue, "lettre", date("2020-05-06"), &edited);
        let expected = [News::Told, News::Told, News::Told, News::Changed, News::New];
        assert_eq!(news, expected.into_iter().enumerate().collect::<Vec<_>>());
        assert_eq!(last_of(&catalogue, "lettre").unwrap().id, id("seven"));
        assert!(last_of(&catalogue, "none").is_none());
        let mut measure = measured(MeasureKind::Produced, 40.0, "masques", false);
        measure.as_of = Some(date("2020-05-01"));
        catalogue.initiatives[1].measures = vec![measure];
        let counted = super::news(&catalogue, "lettre", date("2020-05-06"), &edited)[1];
        assert_eq!(counted, (1, News::Changed));
    }

    #[test]
    fn a_check_that_finds_all_as_it_was_is_no_news() {
        let change = |paths: &[&str]| {
            let delta = || Delta {
                before: Value::Null,
                after: Value::from("2020-05-02"),
            };
            let fields = paths.iter().map(|path| (Path::parse(path).unwrap(), delta()));
            Change {
                id: id("change"),
                author: id("device"),
                at: Timestamp::parse("2020-05-02T10:00:00Z").unwrap(),
                target: Target {
                    kind: TargetKind::Initiative,
                    id: id("told"),
                },
                fields: fields.collect(),
                replaces: Vec::new(),
                batch: None,
            }
        };
        assert!(!is_news(&change(&["verified_on"])));
        assert!(!is_news(&change(&["verified_on", "source"])));
        assert!(is_news(&change(&["verified_on", "measures/a"])));
        assert!(is_news(&change(&["summary"])));
    }
}
