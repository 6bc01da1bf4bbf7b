//! The laws of a form in which an initiative is translated, over any initiative that can be read.

use proptest::prelude::*;
use solidaire::domain::draft::{Draft, Field};
use solidaire::domain::id::Id;
use solidaire::domain::initiative::Initiative;
use solidaire::domain::translation::TRANSLATED;
use solidaire::format::v1;
use solidaire::format::warning::Warnings;

use crate::arbitrary;

/// The texts of an initiative. What a file may hold and a form refuses is in other fields.
fn texts_of(any: Initiative) -> Initiative {
    Initiative {
        summary: any.summary,
        audience: any.audience,
        practical: any.practical,
        translations: any.translations,
        extra: any.extra,
        ..Initiative::new(any.id, any.title)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_form_that_nobody_touches_leaves_every_translation(initiative in arbitrary::initiative().prop_map(texts_of)) {
        let mut form = Draft::of(&initiative);
        form.offer_translation(&Id::parse("en").unwrap());
        prop_assert_eq!(form.check(&initiative).unwrap(), initiative);
    }

    #[test]
    fn what_is_translated_is_of_its_original_until_that_changes(
        initiative in arbitrary::initiative().prop_map(texts_of), field in 0usize..4, text in "[a-z]{1,20}", other in "[a-z]{1,20}",
    ) {
        let (english, name) = (Id::parse("en").unwrap(), TRANSLATED[field]);
        let field = Field::from_code(name);
        let mut form = Draft::of(&initiative);
        form.offer_translation(&english);
        let row = form.translations.iter_mut().find(|row| row.id == english).unwrap();
        row.fields.insert(field.clone(), format!("translated {text}"));
        let made = form.check(&initiative).unwrap();
        let expected = format!("translated {text}");
        prop_assert_eq!(made.translated("en", name), Some(expected.as_str()));
        prop_assert!(!made.outdated("en").contains(&name));

        // It travels with its mark through the format.
        let read = v1::decode_initiative(v1::encode_initiative(&made), &mut Warnings::new()).unwrap();
        prop_assert_eq!(&read.translations, &made.translations);

        let mut changed = Draft::of(&read);
        changed.fields.insert(field.clone(), format!("autre {other}"));
        let changed = changed.check(&read).unwrap();
        prop_assert!(changed.outdated("en").contains(&name));
        let mut glance = Draft::of(&changed);
        let row = glance.translations.iter_mut().find(|row| row.id == english).unwrap();
        row.fields.insert(Field::Reviewed, Draft::YES.to_owned());
        prop_assert!(glance.check(&changed).unwrap().outdated("en").is_empty());
    }
}
