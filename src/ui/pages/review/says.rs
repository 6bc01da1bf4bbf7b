//! What the inbox says in words: titles, senders, signs, reasons.

use crate::domain::change::{Path, Target, TargetKind};
use crate::domain::decision::{NumberCheck, Outcome, Reason};
use crate::i18n::{Plural, Text};
use crate::ui::components::field_names::field_name;
use crate::ui::texts::{count, fill, t};
use crate::workspace::review::{Sign, Standing};

/// The reasons that a refusal can have, in the order in which a person chooses.
pub(super) const REASONS: [(Reason, Text, Text); 6] = [
    (
        Reason::Unverified,
        Text::ReviewReasonUnverified,
        Text::ReviewReplyUnverified,
    ),
    (Reason::Wrong, Text::ReviewReasonWrong, Text::ReviewReplyWrong),
    (
        Reason::Duplicate,
        Text::ReviewReasonDuplicate,
        Text::ReviewReplyDuplicate,
    ),
    (
        Reason::OffTopic,
        Text::ReviewReasonOffTopic,
        Text::ReviewReplyOffTopic,
    ),
    (Reason::Hoax, Text::ReviewReasonHoax, Text::ReviewReplyOther),
    (Reason::Other, Text::ReviewReasonOther, Text::ReviewReplyOther),
];

/// How an entry is called, also one without a title.
pub(super) fn title(target: &Target, title: &str) -> String {
    match target.kind {
        _ if !title.is_empty() => title.to_owned(),
        TargetKind::Site => t(Text::FieldSite).to_owned(),
        TargetKind::Theme => [t(Text::FilterTheme), " ", target.id.as_str()].concat(),
        _ => t(Text::ReviewUntitled).to_owned(),
    }
}

/// How a field is called.
pub(super) fn field(path: &Path) -> String {
    field_name(path.parts().0).to_owned()
}

/// What is to be known of an entry before its fields; nothing where it is simply shown.
pub(super) const fn standing(standing: Standing) -> Option<Text> {
    match standing {
        Standing::Shown => None,
        Standing::New => Some(Text::ReviewStandingNew),
        Standing::Gone => Some(Text::ReviewStandingGone),
        Standing::Missing => Some(Text::ReviewStandingMissing),
    }
}

/// A sign of a hoax, with what it was seen by.
pub(super) fn sign(sign: &Sign) -> String {
    match sign {
        Sign::Elsewhere(host) => fill(Text::ReviewSignElsewhere, &[("host", host)]),
        Sign::AllContacts => t(Text::ReviewSignContacts).to_owned(),
        Sign::Premium(number) => fill(Text::ReviewSignPremium, &[("number", number)]),
        Sign::Foreign(number) => fill(Text::ReviewSignForeign, &[("number", number)]),
        Sign::ManyLinks(links) => count(Plural::ReviewSignLinks, *links),
        Sign::Capitals => t(Text::ReviewSignCapitals).to_owned(),
        Sign::ManyRemovals(removals) => count(Plural::ReviewSignRemovals, *removals),
        Sign::Settings => t(Text::ReviewSignSettings).to_owned(),
    }
}

/// What was decided.
pub(super) fn outcome(outcome: &Outcome) -> &str {
    t(match outcome {
        Outcome::Accepted => Text::ReviewOutcomeAccepted,
        Outcome::Edited => Text::ReviewOutcomeEdited,
        Outcome::Refused => Text::ReviewOutcomeRefused,
        Outcome::Settled => Text::ReviewOutcomeSettled,
        Outcome::Unknown(code) => return code,
    })
}

/// Why something was refused.
pub(super) fn reason(reason: &Reason) -> &str {
    let known = REASONS.iter().find(|(known, ..)| known == reason);
    match (known, reason) {
        (Some((_, text, _)), _) => t(*text),
        (None, Reason::Unknown(code)) => code,
        (None, _) => "",
    }
}

/// How a new number was checked.
pub(super) fn check(check: &NumberCheck) -> &str {
    t(match check {
        NumberCheck::Called => Text::ReviewCalled,
        NumberCheck::Waived => Text::ReviewWaived,
        NumberCheck::Unknown(code) => return code,
    })
}
