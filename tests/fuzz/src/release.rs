//! What must hold for any text that someone pastes as a press release: nothing panics, every value stands
//! where it says, no word disappears, and the work grows with the length.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use solidaire::communique::read::{Found, Known, Reading, Span, Text};
use solidaire::domain::code::{Department, Insee};
use solidaire::domain::gazetteer::{Commune, Gazetteer};

use crate::passages;

/// One text in so many is also read many times longer, which takes its time.
const LONGER: usize = 16;

/// A few communes, some with the names of other things.
fn gazetteer() -> &'static Gazetteer {
    static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
    GAZETTEER.get_or_init(|| {
        let names = [
            "Lens",
            "Avion",
            "Calais",
            "Annay",
            "Saint-Omer",
            "Le Portel",
            "Marck",
            "Eu",
        ];
        let communes = names.iter().enumerate().map(|(place, name)| Commune {
            insee: Insee::parse(&format!("62{place:03}")).expect("five digits"),
            name: (*name).to_owned(),
            postcodes: Vec::new(),
            population: None,
            epci: None,
            point: None,
            names: Vec::new(),
        });
        let department = Department::parse("62").expect("it exists");
        Gazetteer::new(
            department,
            "Pas-de-Calais".to_owned(),
            Vec::new(),
            communes.collect(),
        )
    })
}

fn has_place<T>(source: &str, found: &Found<T>) {
    let Span { start, end } = found.span;
    assert!(start <= end && source.get(start..end).is_some(), "{start}..{end}");
}

/// Every word lies in what was read; tags of a page are no words.
fn covers(source: &str, reading: &Reading) {
    let mut covered = 0;
    for Span { start, end } in reading.stretches() {
        assert!(start <= end && source.get(start..end).is_some(), "{start}..{end}");
        let gap = source.get(covered..start).unwrap_or_default();
        assert!(
            !gap.contains(char::is_alphanumeric) || gap.contains('<'),
            "« {gap} » is nowhere"
        );
        covered = covered.max(end);
    }
    let rest = &source[covered..];
    assert!(
        !rest.contains(char::is_alphanumeric) || rest.contains('<'),
        "« {rest} » is nowhere"
    );
}

pub(crate) fn release(input: &[u8]) {
    let source = String::from_utf8_lossy(input);
    let gazetteers = [gazetteer()];
    let known = Known {
        gazetteers: &gazetteers,
        ..Known::default()
    };
    let Ok(text) = Text::new(&source, &known) else {
        return;
    };
    let reading = text.read();
    covers(&source, &reading);
    passages::of_release(&source, &reading);
    for draft in &reading.drafts {
        draft.measures.iter().for_each(|found| has_place(&source, found));
        draft.needs.iter().for_each(|found| has_place(&source, found));
        draft.contacts.iter().for_each(|found| has_place(&source, found));
        draft.people.iter().for_each(|found| has_place(&source, found));
        let again = text.draft(&draft.spans, None);
        assert_eq!(again.spans, draft.spans);
    }
    // A stretch that nobody would choose.
    let half = (0..=source.len() / 2)
        .rev()
        .find(|at| source.is_char_boundary(*at))
        .unwrap_or(0);
    let _half = text.draft(&[Span { start: 0, end: half }], None);
    if input.iter().map(|byte| usize::from(*byte)).sum::<usize>() % LONGER == 0 && !source.is_empty() {
        grows_with_length(&source, &known);
    }
}

/// How often a time is taken before what looks slow is believed: a busy machine only ever makes it longer.
const TRIES: usize = 12;

/// Sixteen times the text may take a hundred times as long; what grows with the square takes 256 times.
fn grows_with_length(source: &str, known: &Known) {
    let unit = source.len().max(2_000);
    if unit > 20_000 {
        return;
    }
    let time = |bytes: usize| {
        let text = source.repeat(bytes / source.len() + 1);
        let start = Instant::now();
        let read = Text::new(&text, known).map(|text| text.read().drafts.len());
        assert!(read.is_err() || read.is_ok_and(|drafts| drafts <= text.len()));
        start.elapsed()
    };
    let (mut short, mut long) = (Duration::MAX, Duration::MAX);
    let linear = (0..TRIES).any(|_| {
        short = short.min(time(unit));
        long = long.min(time(unit * 16));
        long < short.max(Duration::from_millis(3)) * 100
    });
    assert!(linear, "{short:?}, then {long:?}");
}
