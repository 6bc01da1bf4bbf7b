//! What holds for any text: no word of it disappears, every value stands where it says, and the work
//! grows with the length.

use std::time::{Duration, Instant};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use solidaire::communique::read::{Known, LONGEST, Reading, Text, TooLong, read};
use solidaire::domain::gazetteer::Gazetteer;

use super::fixture::{folder, gazetteer_of};

/// What programs put between lines.
const BREAKS: [&str; 8] = ["\n", "\n\n", " \n\n", "\r\n", "\n- ", "\n• ", "\n> ", " "];

/// Shapes that a careless reader takes long over.
const SHAPES: [&str; 34] = [
    "a",
    " ",
    "a\n\n",
    "03 21 00 00 00 ",
    "Contact : 03 21 00 00 00\n",
    "a@b.fr,",
    "@",
    "http://",
    "https://a.fr/b-",
    "1 600 masques ",
    "cent ",
    "1 ",
    "à Lens, ",
    "- À Lens, on coud.\n",
    "« ",
    "l’association « ",
    "M. Durand, ",
    "mas-\n",
    "Titre\n\nÀ Lens, une association coud 3 masques.\n\n",
    "Préfecture\n1/2\n",
    "cherche du tissu ",
    "Elle coud.\n",
    "<p>À Lens</p>",
    "> a\n>\n",
    "600 ",
    "vingt mille et ",
    "Samedi 10 mai\n",
    "Commune : Lens\nQui : a\n",
    "Où ?\nÀ Lens, on coud des masques.\n",
    "[ LENS ]\nTitre\n",
    "1. Titre\nUn texte qui est plus long.\n",
    "« A », association, ",
    "On lance 3 masques. 4 draps. ",
    "Jean Martin, maire, ",
];

thread_local! {
    static GAZETTEER: Gazetteer = gazetteer_of("62");
    /// The lines of all releases, without markup: what a page hides in its tags is not read as words.
    static LINES: Vec<String> = folder("develop")
        .iter()
        .flat_map(|fixture| fixture.source.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| !line.contains('<'))
        .collect();
}

/// Whether a text has these words, as words.
fn says(text: &str, wanted: &str) -> bool {
    let bounded = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at + wanted.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    text.match_indices(wanted).any(|(at, _)| bounded(at))
}

/// Checks a reading against its source.
fn check(source: &str, reading: &Reading) {
    let mut covered = 0;
    for span in reading.stretches() {
        assert!(
            span.start <= span.end && source.get(span.start..span.end).is_some(),
            "{span:?}"
        );
        let gap = source.get(covered..span.start).unwrap_or_default();
        assert!(!gap.contains(char::is_alphanumeric), "« {gap} » is nowhere");
        covered = covered.max(span.end);
    }
    assert!(
        !source[covered..].contains(char::is_alphanumeric),
        "the end is nowhere"
    );
    for draft in &reading.drafts {
        assert!(!draft.spans.is_empty());
        let within = |span| {
            draft
                .spans
                .iter()
                .any(|own: &solidaire::communique::read::Span| own.holds(span))
        };
        assert!(
            draft.measures.iter().all(|found| within(found.span)),
            "{:?}",
            draft.measures
        );
        assert!(
            draft.needs.iter().all(|found| within(found.span)),
            "{:?}",
            draft.needs
        );
        assert!(
            draft.contacts.iter().all(|found| within(found.span)),
            "{:?}",
            draft.contacts
        );
        // « Le docteur Avion » may practise at Avion: only a whole name is somebody's alone.
        for person in draft.people.iter().filter(|person| person.value.contains(' ')) {
            let organiser = draft.organiser.iter().map(|found| &found.value.name);
            for public in organiser.chain([&draft.title, &draft.summary]) {
                assert!(!says(public, &person.value), "{public}: {}", person.value);
            }
        }
    }
}

/// How often a time is taken before what looks slow is believed: a busy machine only ever makes it longer.
const TRIES: usize = 12;

/// The time that reading a shape of so many bytes takes.
fn time(shape: &str, bytes: usize, known: &Known) -> Duration {
    let page = if shape.starts_with('<') { "<html>" } else { "" };
    let text = [page, &shape.repeat(bytes / shape.len())].concat();
    let start = Instant::now();
    let reading = read(&text, known).expect("it is not too long");
    assert!(reading.stretches().len() <= text.len());
    start.elapsed()
}

/// Whether twelve times a shape takes less than sixty times as long, by the least of a few times; what grows
/// with the square takes a hundred and forty times as long, whenever it is asked.
fn is_linear(shape: &str, known: &Known) -> bool {
    let (mut short, mut long) = (Duration::MAX, Duration::MAX);
    (0..TRIES).any(|_| {
        short = short.min(time(shape, 2_000, known));
        long = long.min(time(shape, 24_000, known));
        long < short.max(Duration::from_millis(2)) * 60
    })
}

#[test]
fn the_work_grows_with_the_length() {
    GAZETTEER.with(|gazetteer| {
        let gazetteers = [gazetteer];
        let known = Known {
            gazetteers: &gazetteers,
            ..Known::default()
        };
        for shape in SHAPES {
            assert!(is_linear(shape, &known), "{shape:?}");
        }
    });
}

#[test]
fn a_text_that_is_too_long_is_refused() {
    let text = "a ".repeat(LONGEST / 2 + 1);
    let refused = Text::new(&text, &Known::default()).err();
    assert_eq!(refused, Some(TooLong { bytes: text.len() }));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_disappears(picks in vec((any::<Index>(), select(&BREAKS[..])), 1..40), cut in any::<Index>()) {
        GAZETTEER.with(|gazetteer| LINES.with(|lines| {
            let mut source = String::new();
            for (pick, between) in &picks {
                source.push_str(&lines[pick.index(lines.len())]);
                source.push_str(between);
            }
            // A copy that ends anywhere.
            let end = cut.index(source.len() + 1);
            source.truncate((0..=end).rev().find(|end| source.is_char_boundary(*end)).unwrap_or(0));
            let gazetteers = [gazetteer];
            let known = Known { gazetteers: &gazetteers, ..Known::default() };
            let text = Text::new(&source, &known).expect("it is short");
            let reading = text.read();
            check(&source, &reading);
            for draft in &reading.drafts {
                let again = text.draft(&draft.spans, None);
                prop_assert_eq!(&again.spans, &draft.spans);
            }
            Ok(())
        }))?;
    }
}
