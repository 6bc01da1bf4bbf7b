//! How the settings of a site are called, what they are filled with, what can be wrong with them.

use crate::domain::draft::{Draft, ProblemKind};
use crate::domain::legal::{Conformity, LegalField};
use crate::domain::site_draft::{SiteField, SiteProblem};
use crate::domain::site_lines::MAX_EMERGENCY;
use crate::i18n::Text;
use crate::ui::components::licence;
use crate::ui::texts::{fill, number, t};

/// A code with its name.
type Named = (&'static str, Text);

/// What a field is filled with.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A text on one line: the kind of input, the keyboard that suits it.
    Line(&'static str, &'static str),
    /// A text of paragraphs.
    Paragraphs,
    /// One of a list, and what no choice is called where there may be none.
    Choice(&'static [Named], Option<Text>),
    /// A box to tick.
    Tick,
}

const BOUND: &[Named] = &[(Draft::YES, Text::SetupBoundYes), ("no", Text::SetupBoundNo)];

const STATES: &[Named] = &[
    (Conformity::None.code(), Text::LegalStateNone),
    (Conformity::Partial.code(), Text::LegalStatePartial),
    (Conformity::Full.code(), Text::LegalStateFull),
];

/// What a field is filled with.
pub(super) fn control(field: SiteField) -> Kind {
    match field {
        SiteField::Accent => Kind::Line("color", "none"),
        SiteField::Stale => Kind::Line("text", "numeric"),
        SiteField::Email => Kind::Line("email", "email"),
        SiteField::Phone | SiteField::Legal(LegalField::HostPhone) => Kind::Line("tel", "tel"),
        SiteField::Engage | SiteField::Moved | SiteField::Url => Kind::Line("url", "url"),
        SiteField::Licence => Kind::Choice(licence::KNOWN, Some(Text::SetupLicenceNone)),
        SiteField::Legal(LegalField::AccessBound) => Kind::Choice(BOUND, Some(Text::SetupBoundUnknown)),
        SiteField::Legal(LegalField::AccessState) => Kind::Choice(STATES, Some(Text::LegalStateUnaudited)),
        SiteField::Legal(LegalField::AccessDate) => Kind::Line("date", "none"),
        SiteField::Legal(LegalField::Checked) => Kind::Tick,
        field if field.has_lines() => Kind::Paragraphs,
        _ => Kind::Line("text", "text"),
    }
}

/// The name of a field.
pub(super) const fn label(field: SiteField) -> Text {
    match field {
        SiteField::Title => Text::SetupName,
        SiteField::Department => Text::SetupDepartment,
        SiteField::Areas => Text::SetupAreas,
        SiteField::Accent => Text::SetupAccent,
        SiteField::Notice => Text::SetupNotice,
        SiteField::Emergency => Text::SetupEmergency,
        SiteField::Engage => Text::SetupEngage,
        SiteField::Stale => Text::SetupStale,
        SiteField::Moved => Text::SetupMoved,
        SiteField::Licence => Text::SetupLicence,
        SiteField::Name => Text::LegalPublisher,
        SiteField::Email => Text::SetupEmail,
        SiteField::Phone => Text::SetupPhone,
        SiteField::Url => Text::SetupUrl,
        SiteField::Legal(notice) => notice_label(notice),
    }
}

const fn notice_label(notice: LegalField) -> Text {
    match notice {
        LegalField::Form => Text::LegalForm,
        LegalField::Seat => Text::LegalSeat,
        LegalField::Director => Text::LegalDirector,
        LegalField::Host => Text::LegalHost,
        LegalField::HostAddress => Text::LegalHostAddress,
        LegalField::HostPhone => Text::LegalHostPhone,
        LegalField::Controller => Text::LegalController,
        LegalField::Purpose => Text::LegalPurpose,
        LegalField::Basis => Text::LegalBasis,
        LegalField::Retention => Text::LegalRetention,
        LegalField::Rights => Text::LegalRights,
        LegalField::Excluded => Text::LegalExcluded,
        LegalField::AccessBound => Text::LegalAccessBound,
        LegalField::AccessState => Text::LegalAccessState,
        LegalField::AccessVersion => Text::LegalAccessVersion,
        LegalField::AccessDate => Text::LegalAccessDate,
        LegalField::AccessExceptions => Text::LegalAccessExceptions,
        LegalField::AccessContact => Text::LegalAccessContact,
        LegalField::Checked => Text::SetupChecked,
    }
}

/// What helps to fill a field.
pub(super) const fn hint(field: SiteField) -> Option<Text> {
    Some(match field {
        SiteField::Title => Text::SetupNameHint,
        SiteField::Department => Text::SetupDepartmentHint,
        SiteField::Areas => Text::SetupAreasHint,
        SiteField::Notice => Text::SetupNoticeHint,
        SiteField::Emergency => Text::SetupEmergencyHint,
        SiteField::Engage => Text::SetupEngageHint,
        SiteField::Stale => Text::SetupStaleHint,
        SiteField::Moved => Text::SetupMovedHint,
        SiteField::Legal(LegalField::Form) => Text::SetupFormHint,
        SiteField::Legal(LegalField::Director) => Text::SetupDirectorHint,
        SiteField::Legal(LegalField::Controller | LegalField::Rights | LegalField::AccessContact) => {
            Text::SetupPublisherIfEmpty
        }
        SiteField::Legal(LegalField::Purpose | LegalField::Basis | LegalField::Retention) => {
            Text::SetupUsualIfEmpty
        }
        _ => return None,
    })
}

/// What is wrong with a field, in a sentence.
pub(super) fn problem(problem: &SiteProblem) -> String {
    let text = match problem {
        SiteProblem::Department => Text::SetupProblemDepartment,
        SiteProblem::Days => Text::SetupProblemDays,
        SiteProblem::Faint => Text::SetupProblemFaint,
        SiteProblem::Area(line) => return fill(Text::SetupProblemArea, &[("line", line)]),
        SiteProblem::Emergency(line) => return fill(Text::SetupProblemEmergency, &[("line", line)]),
        SiteProblem::ManyNumbers => {
            let most = [("n", &*MAX_EMERGENCY.to_string())];
            return fill(Text::SetupProblemManyNumbers, &most);
        }
        SiteProblem::Kind(ProblemKind::TooLong(limit)) => {
            #[allow(clippy::cast_precision_loss, reason = "limits are far below 2⁵³")]
            let limit = number(*limit as f64);
            return fill(Text::ProblemTooLong, &[("n", &limit)]);
        }
        SiteProblem::Kind(ProblemKind::Email) => Text::ProblemEmail,
        SiteProblem::Kind(ProblemKind::Phone) => Text::ProblemPhone,
        SiteProblem::Kind(ProblemKind::Link) => Text::ProblemLink,
        SiteProblem::Kind(ProblemKind::Date) => Text::ProblemDate,
        SiteProblem::Kind(_) => Text::ProblemMissing,
    };
    t(text).to_owned()
}

/// The options of a list, and the present code where it is none of them, so that nothing that the file
/// says is lost by opening the form.
pub(super) fn options(known: &[Named], present: &str, none: Option<Text>) -> Vec<(String, String)> {
    let mut options: Vec<(String, String)> = Vec::with_capacity(known.len() + 2);
    options.extend(none.map(|none| (String::new(), t(none).to_owned())));
    let named = known
        .iter()
        .map(|(code, label)| ((*code).to_owned(), t(*label).to_owned()));
    options.extend(named);
    if !present.is_empty() && known.iter().all(|(code, _)| *code != present) {
        options.push((present.to_owned(), present.to_owned()));
    }
    options
}
