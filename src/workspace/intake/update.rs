//! What an entry brings to an initiative of the catalogue that it is said to be.

use crate::domain::date::Date;
use crate::domain::initiative::{Initiative, Measure, Need, NeedState};
use crate::domain::text::fold;

/// The initiative with what an entry adds: new counts with their day, new needs, contacts and communes,
/// and what was blank. Nothing that stands there is written over.
#[must_use]
pub(super) fn updated(here: &Initiative, told: &Initiative) -> Initiative {
    let mut made = here.clone();
    for measure in &told.measures {
        if !is_counted(&made, measure) {
            made.measures.push(measure.clone());
        }
    }
    for need in &told.needs {
        let stands = |known: &Need| {
            known.state == NeedState::Open && known.kind == need.kind && alike(&known.what, &need.what)
        };
        if !made.needs.iter().any(stands) {
            made.needs.push(need.clone());
        }
    }
    for contact in &told.contacts {
        if made.contacts.iter().all(|known| known.means != contact.means) {
            made.contacts.push(contact.clone());
        }
    }
    for served in &told.served {
        let known = made
            .served
            .iter()
            .any(|known| alike(&known.commune, &served.commune));
        if !known && !alike(&made.place.commune, &served.commune) {
            made.served.push(served.clone());
        }
    }
    fill(&mut made.summary, &told.summary);
    fill(&mut made.audience, &told.audience);
    fill(&mut made.practical, &told.practical);
    if made.theme.is_none() {
        made.theme.clone_from(&told.theme);
    }
    if made.place.commune.is_empty() {
        let area = std::mem::take(&mut made.place.area);
        made.place = told.place.clone();
        if !area.is_empty() {
            made.place.area = area;
        }
    }
    fill(&mut made.place.area, &told.place.area);
    if made.organiser.name.is_empty() && made.organiser.kind.is_none() {
        made.organiser = told.organiser.clone();
    }
    if made.period.start.is_none() && made.period.end.is_none() && made.period.note.is_empty() {
        made.period = told.period.clone();
    }
    made.verified_on = later(made.verified_on, told.verified_on);
    if made.source.communique.is_none() {
        made.source.communique.clone_from(&told.source.communique);
    }
    made
}

/// Whether the initiative has this count: of the same kind and unit, with the same value. A count of an
/// earlier day than one that is here says nothing new either.
fn is_counted(here: &Initiative, measure: &Measure) -> bool {
    here.measures.iter().any(|known| {
        let same = known.kind == measure.kind && alike(&known.unit, &measure.unit);
        let older = matches!((measure.as_of, known.as_of), (Some(told), Some(known)) if told < known);
        same && (known.value == measure.value || older)
    })
}

fn alike(one: &str, two: &str) -> bool {
    fold(one.trim()) == fold(two.trim())
}

fn fill(here: &mut String, told: &str) {
    if here.is_empty() {
        told.clone_into(here);
    }
}

fn later(here: Option<Date>, told: Option<Date>) -> Option<Date> {
    here.max(told)
}
