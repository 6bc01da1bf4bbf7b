//! The legal notices: what French law asks of whoever publishes a site.
//!
//! They stand in `site.legal`, each a text under its name. Names that this version does not know stay as
//! they are.

use super::site::Site;
use super::value::Object;

/// One of the notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LegalField {
    /// The legal form and registration: association, RNA or SIREN number.
    Form,
    /// The seat: the postal address.
    Seat,
    /// The director of publication: a person.
    Director,
    /// Who hosts the pages: the name.
    Host,
    /// The host's postal address.
    HostAddress,
    /// The host's telephone number.
    HostPhone,
    /// Who answers for the personal data; the publisher where it is empty.
    Controller,
    /// What the personal data is for.
    Purpose,
    /// On what legal basis it is published.
    Basis,
    /// How long it stays.
    Retention,
    /// Whom to ask for access, correction, removal; the publisher where it is empty.
    Rights,
    /// What the licence of the data does not cover.
    Excluded,
    /// Whether the law binds the publisher to accessibility: `yes`, `no` or nothing.
    AccessBound,
    /// The state of conformity: a [`Conformity`].
    AccessState,
    /// The version of the application that was audited.
    AccessVersion,
    /// The day of the statement.
    AccessDate,
    /// What is not accessible, and why.
    AccessExceptions,
    /// Whom to tell of an obstacle; the publisher where it is empty.
    AccessContact,
    /// Whether somebody competent has checked all of this: `yes` or nothing.
    Checked,
}

impl LegalField {
    /// Every notice, in the order in which they are read.
    pub const ALL: [Self; 19] = [
        Self::Form,
        Self::Seat,
        Self::Director,
        Self::Host,
        Self::HostAddress,
        Self::HostPhone,
        Self::Controller,
        Self::Purpose,
        Self::Basis,
        Self::Retention,
        Self::Rights,
        Self::Excluded,
        Self::AccessBound,
        Self::AccessState,
        Self::AccessVersion,
        Self::AccessDate,
        Self::AccessExceptions,
        Self::AccessContact,
        Self::Checked,
    ];

    /// The name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Seat => "seat",
            Self::Director => "director",
            Self::Host => "host",
            Self::HostAddress => "host_address",
            Self::HostPhone => "host_phone",
            Self::Controller => "controller",
            Self::Purpose => "purpose",
            Self::Basis => "basis",
            Self::Retention => "retention",
            Self::Rights => "rights",
            Self::Excluded => "excluded",
            Self::AccessBound => "access_bound",
            Self::AccessState => "access_state",
            Self::AccessVersion => "access_version",
            Self::AccessDate => "access_date",
            Self::AccessExceptions => "access_exceptions",
            Self::AccessContact => "access_contact",
            Self::Checked => "checked",
        }
    }

    /// What the file says; empty where it says nothing, or something that is no text.
    #[must_use]
    pub fn read(self, legal: &Object) -> &str {
        legal.text(self.name()).unwrap_or_default()
    }
}

/// How far the site conforms to the rules of accessibility, as its publisher states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Conformity {
    /// Not, or nobody has looked: nothing may be claimed without an audit.
    #[default]
    None,
    /// In part.
    Partial,
    /// Entirely.
    Full,
}

impl Conformity {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::None, Self::Partial, Self::Full];

    /// The code in the file.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Partial => "partial",
            Self::Full => "full",
        }
    }

    /// What the notices of a site state.
    #[must_use]
    pub fn of(legal: &Object) -> Self {
        let said = LegalField::AccessState.read(legal);
        let found = Self::ALL.into_iter().find(|state| state.code() == said);
        found.unwrap_or_default()
    }
}

/// Something that the law asks for and the site does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// Who publishes it.
    Publisher,
    /// A way to reach the publisher.
    Contact,
    /// A notice.
    Notice(LegalField),
}

/// What the law asks for and the site does not say, in the order of the page.
#[must_use]
pub fn missing(site: &Site) -> Vec<Missing> {
    let publisher = &site.publisher;
    let mut missing = Vec::new();
    if publisher.name.is_empty() {
        missing.push(Missing::Publisher);
    }
    if publisher.email.is_empty() && publisher.phone.is_empty() {
        missing.push(Missing::Contact);
    }
    let asked = [
        LegalField::Seat,
        LegalField::Director,
        LegalField::Host,
        LegalField::HostAddress,
    ];
    let absent = asked
        .into_iter()
        .filter(|field| field.read(&site.legal).is_empty());
    missing.extend(absent.map(Missing::Notice));
    missing
}

#[cfg(test)]
mod tests {
    use super::{Conformity, LegalField, Missing, missing};
    use crate::domain::id::Id;
    use crate::domain::site::Site;
    use crate::domain::value::Value;

    #[test]
    fn names_are_told_apart_and_stand_in_the_schema() {
        let mut names: Vec<_> = LegalField::ALL.iter().map(|field| field.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), LegalField::ALL.len());
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/catalogue.schema.json");
        let schema: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let known = schema["$defs"]["site"]["properties"]["legal"]["properties"]
            .as_object()
            .unwrap();
        assert!(names.iter().all(|name| known.contains_key(*name)) && known.len() == names.len());
    }

    #[test]
    fn what_the_law_asks_for_is_missed_until_it_is_said() {
        let mut site = Site::new(Id::parse("s").unwrap());
        assert_eq!(missing(&site).len(), 6);
        site.publisher.name = "Entraide".to_owned();
        site.publisher.phone = "03 21 00 00 00".to_owned();
        for field in [LegalField::Seat, LegalField::Director, LegalField::Host] {
            site.legal.set(field.name(), "dit");
        }
        site.legal.set(LegalField::HostAddress.name(), Value::Int(3));
        assert_eq!(
            missing(&site),
            [Missing::Notice(LegalField::HostAddress)],
            "a number is no address"
        );
        site.legal.set(LegalField::HostAddress.name(), "Roubaix");
        assert!(missing(&site).is_empty());
    }

    #[test]
    fn nothing_is_claimed_about_accessibility_that_nobody_states() {
        let mut site = Site::new(Id::parse("s").unwrap());
        assert_eq!(Conformity::of(&site.legal), Conformity::None);
        site.legal.set("access_state", "perfect");
        assert_eq!(Conformity::of(&site.legal), Conformity::None);
        site.legal.set("access_state", "partial");
        assert_eq!(Conformity::of(&site.legal), Conformity::Partial);
    }
}
