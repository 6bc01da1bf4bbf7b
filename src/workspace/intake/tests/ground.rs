//! A press release of two initiatives, what a reader may say of it, and a catalogue to add it to.

use std::sync::Arc;

use crate::communique::read::{
    ContactRead, DraftRead, Found, LeftOver, LeftOverKind, MeasureRead, NeedRead, Reading, Release,
    SectionRead, Span, ThemeRead,
};
use crate::domain::amount::Amount;
use crate::domain::catalogue::Catalogue;
use crate::domain::contact::Means;
use crate::domain::date::{Date, Timestamp};
use crate::domain::id::Id;
use crate::domain::initiative::{Initiative, MeasureKind, NeedKind, Place};
use crate::domain::site::Site;
use crate::workspace::intake::Intake;
use crate::workspace::{Stamp, Workspace};

pub(super) const SOURCE: &str = "Lens, le 3 mai 2021\nSolidaires n° 4\n\n- Aider :\n\n\
    - À Avion, Paul Martin coud. 300 masques sont prêts. Contact : 03 21 00 00 01\n\
    - À Liévin, le club collecte des vivres.\n\nMerci à tous.";

pub(super) fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// Where a text stands in the source.
pub(super) fn span(text: &str) -> Span {
    let start = SOURCE.find(text).unwrap();
    let end = start + text.len();
    Span { start, end }
}

pub(super) fn found<T>(value: T, text: &str) -> Found<T> {
    let span = span(text);
    let sure = true;
    Found { value, span, sure }
}

pub(super) fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub(super) fn amount(value: f64) -> Amount {
    Amount::new(value).unwrap()
}

pub(super) fn place(commune: &str) -> Place {
    Place {
        commune: commune.to_owned(),
        ..Place::default()
    }
}

/// What a reader may say of stretches: whatever of the known facts lies within.
pub(super) fn draft(spans: &[Span]) -> DraftRead {
    let within = |text: &str| spans.iter().any(|own| own.holds(span(text)));
    let mut draft = DraftRead {
        spans: spans.to_vec(),
        section: Some(0),
        theme: ThemeRead::New("Aider".to_owned()),
        title: "Une initiative".to_owned(),
        ..DraftRead::default()
    };
    if within("Avion") {
        draft.title = "Masques à Avion".to_owned();
        draft.place = Some(found(place("Avion"), "Avion"));
    } else if within("Liévin") {
        draft.title = "Vivres à Liévin".to_owned();
        draft.place = Some(found(place("Liévin"), "Liévin"));
    }
    if within("Paul Martin") {
        draft.people.push(found("Paul Martin".to_owned(), "Paul Martin"));
    }
    if within("300 masques") {
        let measure = MeasureRead {
            kind: MeasureKind::Produced,
            value: amount(300.0),
            unit: "masques".to_owned(),
            approximate: false,
            as_of: None,
        };
        let mut measure = found(measure, "300 masques");
        measure.sure = false;
        draft.measures.push(measure);
    }
    if within("03 21 00 00 01") {
        let contact = ContactRead {
            means: Means::parse("phone", "03 21 00 00 01"),
            label: String::new(),
            personal: true,
        };
        draft.contacts.push(found(contact, "03 21 00 00 01"));
    }
    if within("des vivres") {
        let need = NeedRead {
            kind: NeedKind::Materials,
            what: "des vivres".to_owned(),
            quantity: None,
            until: None,
        };
        draft.needs.push(found(need, "des vivres"));
    }
    draft
}

pub(super) fn reading() -> Reading {
    let items = [
        span("- À Avion, Paul Martin coud. 300 masques sont prêts. Contact : 03 21 00 00 01"),
        span("- À Liévin, le club collecte des vivres."),
    ];
    Reading {
        release: Release {
            number: Some(found(4, "n° 4")),
            date: Some(found(day("2021-05-03"), "3 mai 2021")),
            place: Some(found("Lens".to_owned(), "Lens")),
            title: Some(found("Solidaires n° 4".to_owned(), "Solidaires n° 4")),
            sections: vec![SectionRead {
                heading: found("Aider".to_owned(), "Aider"),
                theme: ThemeRead::New("Aider".to_owned()),
                intro: Vec::new(),
            }],
            ..Release::default()
        },
        drafts: items.iter().map(|item| draft(&[*item])).collect(),
        left_over: vec![LeftOver {
            span: span("Merci à tous."),
            kind: LeftOverKind::Text,
        }],
    }
}

pub(super) fn catalogue() -> Catalogue {
    let mut catalogue = Catalogue::new(Site::new(id("site")));
    let mut here = Initiative::new(id("here"), "Des masques pour Avion".to_owned());
    here.place = place("Avion");
    catalogue.initiatives.push(here);
    catalogue
}

pub(super) fn workspace() -> Workspace {
    Workspace::published(Arc::new(catalogue()))
}

/// Gives `x1`, `x2`, …
pub(super) fn ids() -> impl FnMut() -> Id {
    let mut next = 0;
    move || {
        next += 1;
        id(&format!("x{next}"))
    }
}

pub(super) fn intake() -> Intake {
    Intake::of(SOURCE.to_owned(), &reading(), &workspace(), &mut ids())
}

pub(super) fn stamps() -> impl FnMut() -> Stamp {
    let mut next = 0;
    move || {
        next += 1;
        Stamp {
            id: id(&format!("c{next:02}")),
            author: id("device"),
            at: Timestamp::parse("2026-01-01T00:00:00Z").unwrap(),
            batch: Some(id("lot")),
        }
    }
}
