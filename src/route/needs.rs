//! The address of the open needs: which are asked for, all in the query.

use super::Page;
use crate::domain::code::Insee;
use crate::domain::initiative::NeedKind;
use crate::domain::open_needs::Wanted;

/// The kinds in the address.
const KINDS: [(&str, NeedKind); 5] = [
    ("materiaux", NeedKind::Materials),
    ("dons", NeedKind::Money),
    ("benevoles", NeedKind::Volunteers),
    ("equipement", NeedKind::Equipment),
    ("autre", NeedKind::Other),
];

/// The needs that a query asks for. What it does not understand asks for all.
#[must_use]
pub fn parse(get: impl Fn(&str) -> Option<String>) -> Wanted {
    let asked = get("genre").unwrap_or_default();
    let kind = KINDS.into_iter().find(|(code, _)| *code == asked);
    Wanted {
        kind: kind.map(|(_, kind)| kind),
        commune: get("commune").as_deref().and_then(Insee::parse),
    }
}

/// The address of the needs that are asked for.
#[must_use]
pub fn href(wanted: &Wanted) -> String {
    let kind = KINDS.iter().find(|(_, kind)| wanted.kind.as_ref() == Some(kind));
    Page::Needs.with_query(&[
        ("genre", kind.map_or("", |(code, _)| *code)),
        ("commune", wanted.commune.as_ref().map_or("", Insee::as_str)),
    ])
}

#[cfg(test)]
mod tests {
    use super::{KINDS, href, parse};
    use crate::domain::initiative::NeedKind;

    #[test]
    fn what_is_asked_for_survives_its_address() {
        assert_eq!(KINDS.len(), NeedKind::KNOWN.len());
        for (code, kind) in KINDS {
            let wanted = parse(|name| match name {
                "genre" => Some(code.to_owned()),
                "commune" => Some("62548".to_owned()),
                _ => None,
            });
            assert_eq!(wanted.kind, Some(kind));
            assert_eq!(href(&wanted), format!("besoins?genre={code}&commune=62548"));
        }
        assert_eq!(href(&parse(|_| Some("x".to_owned()))), "besoins");
    }
}
