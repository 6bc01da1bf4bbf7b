//! The laws of the search, on catalogues made of few words so that they meet often.

use proptest::prelude::*;
use solidaire::domain::code::Insee;
use solidaire::domain::date::Date;
use solidaire::domain::id::Id;
use solidaire::domain::initiative::{Initiative, Need, NeedKind, NeedState, Served, Status};
use solidaire::domain::search::{Filter, Index, Query, Scene, Selection, Sort, StatusFilter, select};
use solidaire::domain::text::fold;
use solidaire::domain::theme::Theme;
use solidaire::domain::value::Object;

const WORDS: [&str; 14] = [
    "masques",
    "masque",
    "Visières",
    "visite",
    "l’atelier",
    "Mazingarbe",
    "Lens",
    "Lensois",
    "de",
    "d’œufs",
    "3D",
    "Annay-sous-Lens",
    "collecte",
    "Calais",
];

const TYPED: [&str; 16] = [
    "mas",
    "masques",
    "visieres",
    "visères",
    "l'",
    "l'atelier",
    "maziguarbe",
    "lens",
    "d",
    "oeufs",
    "sous-lens",
    "3d",
    "colecte",
    "xyzzy",
    "calia",
    "",
];

fn today() -> Date {
    Date::new(2026, 11, 23).expect("it exists")
}

fn id(prefix: &str, number: usize) -> Id {
    Id::parse(&format!("{prefix}{number}")).expect("letters and digits")
}

fn insee(number: usize) -> Insee {
    Insee::parse(&format!("6200{number}")).expect("five digits")
}

fn text(words: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&WORDS[..]), words).prop_map(|words| words.join(" "))
}

fn typed() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&TYPED[..]), 0..4).prop_map(|words| words.join(" "))
}

prop_compose! {
    fn initiative()(
        title in text(1..4), summary in text(0..6), commune in text(0..2), organiser in text(0..2), tag in text(0..2),
        need in text(0..2), theme in proptest::option::of(0..4_usize), place in proptest::option::of(0..3_usize),
        served in proptest::option::of(0..3_usize), end in proptest::option::of(2020..2030_u16),
        verified in proptest::option::of(2015..2030_u16), state in 0..3_usize, status in 0..3_usize,
        position in proptest::option::of((50.0..51.0, 1.5..3.0)),
    ) -> Initiative {
        let mut it = Initiative::new(id("i", 0), title);
        it.summary = summary;
        it.organiser.name = organiser;
        it.tags = vec![tag];
        it.theme = theme.map(|number| id("t", number));
        it.place.commune = commune;
        it.place.insee = place.map(insee);
        it.place.lat = position.map(|position: (f64, f64)| position.0);
        it.place.lon = position.map(|position| position.1);
        it.served = served
            .map(|number| Served { insee: Some(insee(number)), ..Served::default() })
            .into_iter()
            .collect();
        it.period.end = end.and_then(|year| Date::new(year, 6, 30));
        it.verified_on = verified.and_then(|year| Date::new(year, 1, 2));
        it.needs = vec![Need {
            id: id("n", 0),
            kind: NeedKind::Materials,
            what: need,
            quantity: None,
            until: None,
            state: [NeedState::Open, NeedState::Met, NeedState::Paused][state].clone(),
            extra: Object::new(),
        }];
        it.status = [Status::Published, Status::Archived, Status::Draft][status].clone();
        it
    }
}

fn initiatives() -> impl Strategy<Value = Vec<Initiative>> {
    proptest::collection::vec(initiative(), 0..12)
}

prop_compose! {
    fn filter()(
        text in typed(), theme in proptest::option::of(0..5_usize), commune in proptest::option::of(0..4_usize),
        open_needs: bool, drafts: bool, status in 0..3_usize, sort in 0..4_usize,
    ) -> Filter {
        Filter {
            text,
            theme: theme.map(|number| id("t", number)),
            commune: commune.map(insee),
            open_needs,
            drafts,
            status: [StatusFilter::All, StatusFilter::Running, StatusFilter::Ended][status],
            sort: [Sort::Relevance, Sort::Nearest, Sort::Recent, Sort::Title][sort],
        }
    }
}

fn themes() -> Vec<Theme> {
    (0..3)
        .map(|number| {
            let mut theme = Theme {
                id: id("t", number),
                label: Object::new(),
                extra: Object::new(),
            };
            theme.label.set("fr", WORDS[number]);
            theme.label.set("en", WORDS[number + 3]);
            theme
        })
        .collect()
}

fn found(index: &Index, typed: &str) -> Vec<usize> {
    let mut positions: Vec<usize> = index
        .search(&Query::parse(typed))
        .hits
        .iter()
        .map(|hit| hit.position)
        .collect();
    positions.sort_unstable();
    positions
}

fn answer(filter: &Filter, index: &Index, initiatives: &[Initiative]) -> Selection {
    let scene = Scene {
        initiatives,
        areas: &[],
        near: None,
        today: today(),
        hidden: None,
    };
    select(filter, index, &scene)
}

/// The words of an entry, split another way than the index does: with what is elided kept.
fn plain_words(initiative: &Initiative) -> Vec<String> {
    let mut texts = vec![
        &*initiative.title,
        &initiative.summary,
        &initiative.organiser.name,
        &initiative.place.commune,
    ];
    texts.extend(initiative.tags.iter().map(String::as_str));
    texts.extend(initiative.needs.iter().map(|need| need.what.as_str()));
    let themes = themes();
    if let Some(theme) = themes
        .iter()
        .find(|theme| initiative.theme.as_ref() == Some(&theme.id))
    {
        texts.extend(theme.label.iter().filter_map(|(_, label)| label.as_text()));
    }
    let split = |text: &str| {
        fold(text)
            .split([' ', '-', '\''])
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    texts.into_iter().flat_map(split).collect()
}

proptest! {
    #[test]
    fn adding_a_word_never_adds_a_result(initiatives in initiatives(), start in typed(), more in typed()) {
        let index = Index::build(&initiatives, &themes());
        let before = found(&index, &start);
        for entry in found(&index, &format!("{start} {more}")) {
            prop_assert!(before.contains(&entry), "{start:?} + {more:?}");
        }
    }

    #[test]
    fn the_order_of_the_words_decides_nothing(initiatives in initiatives(), one in typed(), two in typed()) {
        let index = Index::build(&initiatives, &themes());
        let hits = |typed: String| index.search(&Query::parse(&typed)).hits;
        prop_assert_eq!(hits(format!("{one} {two}")), hits(format!("{two} {one}")));
    }

    #[test]
    fn a_word_finds_the_entries_that_a_reader_would(initiatives in initiatives(), word in "[a-z0-9]{1,6}") {
        // Small words are not looked for.
        prop_assume!(!Query::parse(&word).is_empty());
        let index = Index::build(&initiatives, &themes());
        let begins = |initiative: &Initiative| plain_words(initiative).iter().any(|other| {
            // Nobody looks for an elided letter; a singular is found by its plural.
            other.starts_with(&word) && (word.len() > 1 || !["l", "d"].contains(&other.as_str()))
                || (word.len() > 3 && word.strip_suffix(['s', 'x']) == Some(other))
        });
        let expected: Vec<usize> =
            (0..initiatives.len()).filter(|entry| begins(&initiatives[*entry])).collect();
        let as_typed = index.search(&Query::parse(&word)).corrections.is_empty();
        prop_assert!(as_typed || expected.is_empty());
        if as_typed {
            prop_assert_eq!(found(&index, &word), expected);
        }
    }

    #[test]
    fn updating_an_entry_is_building_anew(
        initiatives in proptest::collection::vec(initiative(), 1..8), new in initiative(), at: prop::sample::Index,
        filters in proptest::collection::vec(filter(), 8),
    ) {
        let at = at.index(initiatives.len() + 1);
        let mut index = Index::build(&initiatives, &themes());
        // An order that is remembered must be forgotten.
        answer(&Filter { sort: Sort::Title, ..Filter::default() }, &index, &initiatives);
        index.update(at, &new, &themes());
        let mut after = initiatives;
        if at < after.len() {
            after[at] = new;
        } else {
            after.push(new);
        }
        let anew = Index::build(&after, &themes());
        for filter in filters {
            let (updated, built) = (answer(&filter, &index, &after), answer(&filter, &anew, &after));
            prop_assert_eq!(updated.positions, built.positions);
            prop_assert_eq!(updated.corrections.len(), built.corrections.len());
            prop_assert_eq!(updated.themes.len(), built.themes.len());
            prop_assert_eq!(updated.communes.len(), built.communes.len());
        }
    }

    #[test]
    fn each_choice_shows_as_many_as_it_says(initiatives in initiatives(), filter in filter()) {
        let index = Index::build(&initiatives, &themes());
        let selection = answer(&filter, &index, &initiatives);
        for (theme, count) in selection.themes {
            let narrowed = Filter { theme: Some(theme), ..filter.clone() };
            prop_assert_eq!(answer(&narrowed, &index, &initiatives).positions.len(), count);
        }
        for (commune, count) in selection.communes {
            let narrowed = Filter { commune: Some(commune.clone()), ..filter.clone() };
            let positions = answer(&narrowed, &index, &initiatives).positions;
            let there = |position: &&usize| initiatives[**position].place.insee.as_ref() == Some(&commune);
            prop_assert_eq!(positions.iter().filter(there).count(), count);
        }
    }

    #[test]
    fn a_filter_keeps_what_it_says_and_what_is_over_sinks(initiatives in initiatives(), filter in filter()) {
        let index = Index::build(&initiatives, &themes());
        let positions = answer(&filter, &index, &initiatives).positions;
        let mut expected: Vec<usize> = found(&index, &filter.text);
        expected.retain(|position| {
            let it = &initiatives[*position];
            let commune = filter.commune.as_ref();
            (filter.drafts || it.status != Status::Draft)
                && (filter.theme.is_none() || it.theme == filter.theme)
                && (commune.is_none() || it.place.insee.as_ref() == commune
                    || it.served.iter().any(|served| served.insee.as_ref() == commune))
                && (!filter.open_needs || it.open_needs(today()).count() > 0)
                && match filter.status {
                    StatusFilter::All => true,
                    StatusFilter::Running => !it.is_ended(today()),
                    StatusFilter::Ended => it.is_ended(today()),
                }
        });
        let mut kept = positions.clone();
        kept.sort_unstable();
        prop_assert_eq!(kept, expected);
        prop_assert!(positions.is_sorted_by_key(|position| initiatives[*position].is_ended(today())));
    }
}

#[test]
fn a_translated_title_finds_its_entry_and_a_mark_finds_nothing() {
    let mut initiative = Initiative::new(id("e", 1), "Masques".to_owned());
    let mut texts = Object::new();
    texts.set("title", "Washable masks");
    texts.set("title_from", "0c4eh8m2k6p5r7t9v3x1z8b2d");
    initiative.translations.set("en", texts);
    let entries = [initiative];
    let index = Index::build(&entries, &[]);
    let scene = Scene {
        initiatives: &entries,
        areas: &[],
        near: None,
        today: today(),
        hidden: None,
    };
    let found = |text: &str| {
        let filter = Filter {
            text: text.to_owned(),
            ..Filter::default()
        };
        select(&filter, &index, &scene).positions.len()
    };
    assert_eq!(found("washable"), 1);
    assert_eq!(found("masques"), 1);
    assert_eq!(found("0c4eh8m2k6p5r7t9v3x1z8b2d"), 0);
}
