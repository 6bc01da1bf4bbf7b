//! What is written is read back as it was, without a word to say about it.

use proptest::prelude::*;
use solidaire::domain::value::Value;
use solidaire::format::warning::{Warning, WarningKind, Warnings};
use solidaire::format::{backup, change, contribution, json, link, v1};

use crate::arbitrary;

/// A contact that is no telephone number stays one as long as it stays; nothing else is remarkable.
fn only_plain_contacts(warnings: &Warnings) -> bool {
    let plain = |warning: &Warning| warning.kind == WarningKind::BadContact;
    warnings.list().iter().all(plain)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_tree_comes_back_from_both_writings(tree in arbitrary::value()) {
        prop_assert_eq!(&json::parse(&json::write(&tree)).unwrap(), &tree);
        prop_assert_eq!(&json::parse(&json::write_pretty(&tree)).unwrap(), &tree);
        prop_assert_eq!(&json::parse(&json::canonical(&tree)).unwrap(), &tree);
    }

    #[test]
    fn a_catalogue_comes_back(catalogue in arbitrary::catalogue()) {
        let text = json::write(&v1::write_catalogue(&catalogue));
        let reading = v1::read_catalogue_text(&text).unwrap();
        prop_assert_eq!(reading.value, catalogue);
        prop_assert!(only_plain_contacts(&reading.warnings), "{:?}", reading.warnings);
    }

    #[test]
    fn each_document_comes_back(
        initiative in arbitrary::initiative(),
        communique in arbitrary::communique(),
        theme in arbitrary::theme(),
        site in arbitrary::site(),
    ) {
        let mut warnings = Warnings::new();
        prop_assert_eq!(v1::decode_initiative(v1::encode_initiative(&initiative), &mut warnings), Some(initiative));
        prop_assert_eq!(v1::decode_communique(v1::encode_communique(&communique), &mut warnings), Some(communique));
        prop_assert_eq!(v1::decode_theme(v1::encode_theme(&theme), &mut warnings), Some(theme));
        prop_assert_eq!(v1::decode_site(v1::encode_site(&site), &mut warnings), Some(site));
        prop_assert!(only_plain_contacts(&warnings), "{:?}", warnings);
    }

    #[test]
    fn a_change_comes_back(one in arbitrary::change()) {
        let text = json::write(&Value::Object(change::encode_change(&one)));
        prop_assert_eq!(change::decode_change(&json::parse(&text).unwrap()), Ok(one));
    }

    #[test]
    fn a_contribution_comes_back(one in arbitrary::contribution()) {
        let text = json::write_pretty(&contribution::write_contribution(&one));
        let reading = contribution::read_contribution_text(&text).unwrap();
        prop_assert_eq!(reading.value, one);
        prop_assert!(reading.warnings.is_empty());
    }

    #[test]
    fn a_contribution_comes_back_from_a_link(one in arbitrary::contribution()) {
        let wire = link::wire_text(&one);
        prop_assert!(wire.len() <= json::write(&contribution::write_contribution(&one)).len());
        let carried = link::deflated(&link::fragment(wire.as_bytes())).unwrap();
        let reading = link::contribution(&carried).unwrap();
        prop_assert_eq!(reading.value, one);
        prop_assert!(reading.warnings.is_empty());
    }

    #[test]
    fn any_fragment_is_read_or_refused(text in ".{0,200}", bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let read = link::deflated(&text).and_then(|bytes| link::contribution(&bytes));
        prop_assert!(read.is_err());
        prop_assert_eq!(link::deflated(&link::fragment(&bytes)).ok().unwrap_or_default(), bytes.clone());
        prop_assert!(link::contribution(&bytes).is_err());
        prop_assert!(link::fragments_in(&text).all(|found| found.starts_with("p=")));
    }

    #[test]
    fn a_backup_comes_back(one in arbitrary::backup()) {
        let text = json::write_pretty(&backup::write_backup(&one));
        let reading = backup::read_backup_text(&text).unwrap();
        prop_assert_eq!(reading.value, one);
        prop_assert!(reading.warnings.is_empty());
    }
}
