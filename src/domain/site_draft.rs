//! The settings of a site as a form holds them: texts, which become a site or say all that is wrong.

use std::collections::BTreeMap;

use super::code::Department;
use super::date::Date;
use super::draft::ProblemKind;
use super::email::Email;
use super::legal::LegalField;
use super::link::Link;
use super::phone::Phone;
use super::site::{Accent, Site};
use super::site_lines::{area_line, areas, emergency, emergency_line};
use super::text::{MAX_LINE, MAX_TEXT, clean_line, clean_lines, length};
use super::value::Value;

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SiteField {
    /// The title.
    Title,
    /// The department.
    Department,
    /// The wider areas: a line each, `Calaisis : 62193 62548`.
    Areas,
    /// The accent colour.
    Accent,
    /// A message shown first.
    Notice,
    /// The numbers to call in an emergency: a line each, `115 : sans-abri`.
    Emergency,
    /// Where one gets involved.
    Engage,
    /// After how many days an entry is old.
    Stale,
    /// Where the site has moved.
    Moved,
    /// The licence of the data.
    Licence,
    /// The publisher's name.
    Name,
    /// The publisher's e-mail address.
    Email,
    /// The publisher's telephone number.
    Phone,
    /// The publisher's web page.
    Url,
    /// One of the legal notices.
    Legal(LegalField),
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq)]
pub enum SiteProblem {
    /// What can be wrong with any form's field.
    Kind(ProblemKind),
    /// It is not the code of a department.
    Department,
    /// It is not a number of days.
    Days,
    /// Texts could not be read in this colour.
    Faint,
    /// A line that does not name an area with its communes.
    Area(String),
    /// A line that is not a number with what it is for.
    Emergency(String),
    /// More numbers to call in an emergency than [`MAX_EMERGENCY`](super::site_lines::MAX_EMERGENCY).
    ManyNumbers,
}

/// The settings of a site in a form.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SiteDraft {
    texts: BTreeMap<SiteField, String>,
}

impl SiteField {
    /// Every field, in the order of the form.
    pub fn all() -> impl Iterator<Item = Self> {
        let own = [
            Self::Title,
            Self::Department,
            Self::Areas,
            Self::Accent,
            Self::Notice,
            Self::Emergency,
            Self::Engage,
            Self::Stale,
            Self::Moved,
            Self::Licence,
            Self::Name,
            Self::Email,
            Self::Phone,
            Self::Url,
        ];
        own.into_iter().chain(LegalField::ALL.map(Self::Legal))
    }

    /// Whether its text has several lines.
    #[must_use]
    pub const fn has_lines(self) -> bool {
        matches!(
            self,
            Self::Areas
                | Self::Notice
                | Self::Emergency
                | Self::Legal(
                    LegalField::Seat
                        | LegalField::HostAddress
                        | LegalField::Controller
                        | LegalField::Purpose
                        | LegalField::Basis
                        | LegalField::Retention
                        | LegalField::Rights
                        | LegalField::Excluded
                        | LegalField::AccessExceptions
                        | LegalField::AccessContact
                )
        )
    }
}

impl SiteDraft {
    /// The form of a site.
    #[must_use]
    pub fn of(site: &Site) -> Self {
        let mut draft = Self::default();
        for field in SiteField::all() {
            draft.set(field, written(site, field));
        }
        draft
    }

    /// What a field holds.
    #[must_use]
    pub fn get(&self, field: SiteField) -> &str {
        self.texts.get(&field).map(String::as_str).unwrap_or_default()
    }

    /// Fills a field.
    pub fn set(&mut self, field: SiteField, text: String) {
        self.texts.insert(field, text);
    }

    /// The site with what was typed; what was not touched stays as it was.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the form.
    pub fn check(&self, site: &Site) -> Result<Site, Vec<(SiteField, SiteProblem)>> {
        let mut checked = site.clone();
        let mut problems = Vec::new();
        for field in SiteField::all() {
            let typed = self.get(field);
            // What is there already is no fault of whoever changes something else.
            let is_kept = typed == written(site, field) && field != SiteField::Title;
            if is_kept {
                continue;
            }
            if let Err(problem) = put(&mut checked, field, typed) {
                problems.push((field, problem));
            }
        }
        if problems.is_empty() {
            Ok(checked)
        } else {
            Err(problems)
        }
    }
}

/// A field as the form shows it.
fn written(site: &Site, field: SiteField) -> String {
    match field {
        SiteField::Title => site.title.clone(),
        SiteField::Department => site
            .department
            .as_ref()
            .map_or_else(String::new, |code| code.as_str().to_owned()),
        SiteField::Areas => {
            let lines: Vec<String> = site
                .areas
                .iter()
                .filter_map(Value::as_object)
                .map(area_line)
                .collect();
            lines.join("\n")
        }
        SiteField::Accent => site
            .accent
            .as_ref()
            .map_or_else(String::new, |accent| accent.as_str().to_owned()),
        SiteField::Notice => site.notice.clone(),
        SiteField::Emergency => {
            let lines: Vec<String> = site.emergency.iter().map(emergency_line).collect();
            lines.join("\n")
        }
        SiteField::Engage => link(site.engage_url.as_ref()),
        SiteField::Moved => link(site.moved_to.as_ref()),
        SiteField::Stale => site
            .stale_after_days
            .map_or_else(String::new, |days| days.to_string()),
        SiteField::Licence => site.licence.clone(),
        SiteField::Name => site.publisher.name.clone(),
        SiteField::Email => site.publisher.email.clone(),
        SiteField::Phone => site.publisher.phone.clone(),
        SiteField::Url => site.publisher.url.clone(),
        SiteField::Legal(notice) => notice.read(&site.legal).to_owned(),
    }
}

fn link(link: Option<&Link>) -> String {
    link.map_or_else(String::new, |link| link.as_str().to_owned())
}

/// Puts what was typed into a site.
fn put(site: &mut Site, field: SiteField, typed: &str) -> Result<(), SiteProblem> {
    let limit = if field.has_lines() { MAX_TEXT } else { MAX_LINE };
    let text = if field.has_lines() {
        clean_lines(typed).into_owned()
    } else {
        clean_line(typed).into_owned()
    };
    if length(&text) > limit {
        return Err(SiteProblem::Kind(ProblemKind::TooLong(limit)));
    }
    match field {
        SiteField::Title if text.is_empty() => return Err(SiteProblem::Kind(ProblemKind::Missing)),
        SiteField::Title => site.title = text,
        SiteField::Department => {
            let code = text.to_ascii_uppercase();
            site.department = optional(&code, SiteProblem::Department, Department::parse)?;
        }
        SiteField::Areas => site.areas = areas(&text, &site.areas)?,
        SiteField::Accent => {
            let faint = |colour: &str| Accent::parse(colour).filter(Accent::is_readable);
            site.accent = optional(&text, SiteProblem::Faint, faint)?;
        }
        SiteField::Notice => site.notice = text,
        SiteField::Emergency => site.emergency = emergency(&text, &site.emergency)?,
        SiteField::Engage => site.engage_url = optional(&text, kind(ProblemKind::Link), web)?,
        SiteField::Moved => site.moved_to = optional(&text, kind(ProblemKind::Link), web)?,
        SiteField::Stale => {
            let days = |text: &str| text.parse().ok().filter(|days| *days > 0);
            site.stale_after_days = optional(&text, SiteProblem::Days, days)?;
        }
        SiteField::Licence => site.licence = text,
        SiteField::Name => site.publisher.name = text,
        SiteField::Email => {
            let email = optional(&text, kind(ProblemKind::Email), Email::parse)?;
            site.publisher.email = email.map_or_else(String::new, |email| email.as_str().to_owned());
        }
        SiteField::Phone => {
            let phone = optional(&text, kind(ProblemKind::Phone), Phone::parse)?;
            // As a person wrote it: a letterhead has its own spelling.
            site.publisher.phone = phone.map_or_else(String::new, |_| text.clone());
        }
        SiteField::Url => {
            site.publisher.url = link(optional(&text, kind(ProblemKind::Link), web)?.as_ref());
        }
        SiteField::Legal(notice) => {
            if notice == LegalField::AccessDate {
                optional(&text, kind(ProblemKind::Date), Date::parse)?;
            }
            if text.is_empty() {
                site.legal.take(notice.name());
            } else {
                site.legal.set(notice.name(), text.as_str());
            }
        }
    }
    Ok(())
}

const fn kind(kind: ProblemKind) -> SiteProblem {
    SiteProblem::Kind(kind)
}

fn web(text: &str) -> Option<Link> {
    Link::from_typed(text).filter(Link::is_web)
}

/// Nothing for an empty text, else what it reads as.
fn optional<T>(
    text: &str,
    problem: SiteProblem,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, SiteProblem> {
    if text.is_empty() {
        return Ok(None);
    }
    read(text).map(Some).ok_or(problem)
}

#[cfg(test)]
mod tests {
    use super::{SiteDraft, SiteField, SiteProblem};
    use crate::domain::draft::ProblemKind;
    use crate::domain::id::Id;
    use crate::domain::legal::LegalField;
    use crate::domain::site::Site;
    use crate::domain::value::{Object, Value};

    fn site() -> Site {
        let mut site = Site::new(Id::parse("s").unwrap());
        site.title = "Entraide".to_owned();
        site.legal.set("later", Value::Int(7));
        site
    }

    fn typed(fields: &[(SiteField, &str)]) -> Result<Site, Vec<(SiteField, SiteProblem)>> {
        let site = site();
        let mut draft = SiteDraft::of(&site);
        for (field, text) in fields {
            draft.set(*field, (*text).to_owned());
        }
        draft.check(&site)
    }

    #[test]
    fn a_form_that_nobody_touches_changes_nothing() {
        let mut site = site();
        // None of these would be taken from a form today; they are what the file says.
        site.publisher.email = "écrire au siège".to_owned();
        site.publisher.phone = "poste 12".to_owned();
        site.legal.set("access_date", "bientôt");
        let mut area = Object::new();
        area.set("name", "Calaisis");
        area.set("population", Value::Int(100_000));
        site.areas = vec![Value::Object(area), Value::Int(3)];
        assert_eq!(SiteDraft::of(&site).check(&site), Ok(site));
    }

    #[test]
    fn what_is_typed_is_cleaned_and_kept() {
        let site = typed(&[
            (SiteField::Title, "  Calais\u{202e} solidaire "),
            (SiteField::Department, "2a"),
            (SiteField::Accent, "#7A1F5C"),
            (SiteField::Engage, "exemple.fr/aider"),
            (SiteField::Stale, "30"),
            (SiteField::Moved, "nouveau.exemple.fr/aide"),
            (SiteField::Email, "a@b.fr"),
            (SiteField::Phone, "03.21.00.00.00"),
            (SiteField::Legal(LegalField::Seat), "1 rue du Port\n62100 Calais"),
        ])
        .unwrap();
        assert_eq!(site.title, "Calais solidaire");
        assert_eq!(site.department.unwrap().as_str(), "2A");
        assert_eq!(site.accent.unwrap().as_str(), "#7a1f5c");
        assert_eq!(site.engage_url.unwrap().as_str(), "https://exemple.fr/aider");
        assert_eq!(site.stale_after_days, Some(30));
        assert_eq!(site.moved_to.unwrap().as_str(), "https://nouveau.exemple.fr/aide");
        assert_eq!(site.publisher.phone, "03.21.00.00.00");
        assert_eq!(site.legal.text("seat"), Some("1 rue du Port\n62100 Calais"));
        assert_eq!(
            site.legal.get("later"),
            Some(&Value::Int(7)),
            "what is unknown stays"
        );
    }

    #[test]
    fn a_notice_that_is_emptied_goes() {
        let mut site = site();
        site.legal.set("seat", "ici");
        let mut draft = SiteDraft::of(&site);
        draft.set(SiteField::Legal(LegalField::Seat), " ".to_owned());
        assert_eq!(draft.check(&site).unwrap().legal.get("seat"), None);
    }

    #[test]
    fn everything_that_is_wrong_is_told() {
        let long = "a".repeat(301);
        let problems = typed(&[
            (SiteField::Title, " "),
            (SiteField::Department, "Pas-de-Calais"),
            (SiteField::Areas, "Calaisis : 62193\nArtois : ici"),
            (SiteField::Accent, "#ffff00"),
            (SiteField::Engage, "javascript:alert(1)"),
            (SiteField::Stale, "-3"),
            (SiteField::Moved, "mailto:a@b.fr"),
            (SiteField::Name, &long),
            (SiteField::Email, "a@b"),
            (SiteField::Phone, "12"),
            (SiteField::Phone, "1"),
            (SiteField::Url, "data:text/html,x"),
            (SiteField::Legal(LegalField::AccessDate), "2020-02-31"),
        ])
        .unwrap_err();
        let kind = SiteProblem::Kind;
        assert_eq!(
            problems,
            [
                (SiteField::Title, kind(ProblemKind::Missing)),
                (SiteField::Department, SiteProblem::Department),
                (SiteField::Areas, SiteProblem::Area("Artois : ici".to_owned())),
                (SiteField::Accent, SiteProblem::Faint),
                (SiteField::Engage, kind(ProblemKind::Link)),
                (SiteField::Stale, SiteProblem::Days),
                (SiteField::Moved, kind(ProblemKind::Link)),
                (SiteField::Name, kind(ProblemKind::TooLong(300))),
                (SiteField::Email, kind(ProblemKind::Email)),
                (SiteField::Phone, kind(ProblemKind::Phone)),
                (SiteField::Url, kind(ProblemKind::Link)),
                (SiteField::Legal(LegalField::AccessDate), kind(ProblemKind::Date)),
            ]
        );
    }
}
