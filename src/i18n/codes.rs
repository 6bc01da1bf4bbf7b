//! What the codes of the format are called, in the order in which a person chooses.

use super::Text;

/// Codes with their names.
pub type Names = [(&'static str, Text)];

/// What a quantity means.
pub const MEASURES: &Names = &[
    ("produced", Text::KindMeasureProduced),
    ("target", Text::KindMeasureTarget),
    ("distributed", Text::KindMeasureDistributed),
    ("provided", Text::KindMeasureProvided),
    ("volunteers", Text::KindMeasureVolunteers),
    ("beneficiaries", Text::KindMeasureBeneficiaries),
    ("other", Text::KindMeasureOther),
];

/// What kind of help is asked for.
pub const NEEDS: &Names = &[
    ("materials", Text::KindNeedMaterials),
    ("money", Text::KindNeedMoney),
    ("volunteers", Text::KindNeedVolunteers),
    ("equipment", Text::KindNeedEquipment),
    ("other", Text::KindNeedOther),
];

/// Whether a need still stands.
pub const STATES: &Names = &[
    ("open", Text::KindStateOpen),
    ("met", Text::KindStateMet),
    ("paused", Text::KindStatePaused),
];

/// How an initiative is reached.
pub const CONTACTS: &Names = &[
    ("phone", Text::KindContactPhone),
    ("email", Text::KindContactEmail),
    ("web", Text::KindContactWeb),
    ("social", Text::KindContactSocial),
    ("address", Text::KindContactAddress),
];

/// What kind of body carries an initiative.
pub const ORGANISERS: &Names = &[
    ("commune", Text::KindOrganiserCommune),
    ("association", Text::KindOrganiserAssociation),
    ("collective", Text::KindOrganiserCollective),
    ("company", Text::KindOrganiserCompany),
    ("foundation", Text::KindOrganiserFoundation),
    ("individual", Text::KindOrganiserIndividual),
    ("public_body", Text::KindOrganiserPublicBody),
];

/// Whether an initiative is shown to everyone.
pub const STATUSES: &Names = &[
    ("published", Text::KindStatusPublished),
    ("archived", Text::KindStatusArchived),
    ("draft", Text::KindStatusDraft),
];
