//! A value of the catalogue in plain words.
//!
//! A change holds plain values. A field of an initiative is read back through the format, so that it
//! is told as its own page tells it; anything else is told by its texts.

use crate::domain::catalogue::RemovalReason;
use crate::domain::change::{Path, Target, TargetKind};
use crate::domain::contact::{Contact, Means};
use crate::domain::id::Id;
use crate::domain::initiative::{Initiative, Measure, Need, NeedState, Organiser, OrganiserKind, Status};
use crate::domain::translation::is_mark;
use crate::domain::value::{Object, Value};
use crate::format::v1;
use crate::format::warning::Warnings;
use crate::i18n::{Lang, Text};
use crate::ui::components::{quantities, release};
use crate::ui::pages::initiative::facts;
use crate::ui::texts::{about, date, fill, lang, number, t};
use crate::workspace::Workspace;

/// A value at a path of a target, in plain words; empty where there is nothing.
pub(in crate::ui::pages) fn of(workspace: &Workspace, target: &Target, path: &Path, value: &Value) -> String {
    if value.is_null() {
        return String::new();
    }
    let (field, item) = path.parts();
    if field == Path::REMOVED {
        return removal(value);
    }
    if target.kind == TargetKind::Initiative
        && let Some(initiative) = read(field, item.is_some(), value)
    {
        return told(workspace, &initiative, field).unwrap_or_else(|| plain(value));
    }
    if target.kind == TargetKind::Communique && field == "sections" {
        return contents(value);
    }
    if target.kind == TargetKind::Site && field == "theme_order" {
        let ids = value.as_list().unwrap_or(&[]).iter().filter_map(Value::as_text);
        let names = ids.filter_map(Id::parse).map(|id| theme_name(workspace, &id));
        return joined(", ", names);
    }
    plain(value)
}

/// What the sections of a press release tell of: their headings and the titles of their items.
fn contents(sections: &Value) -> String {
    let list = |value: Option<&Value>| value.and_then(Value::as_list).unwrap_or(&[]).to_vec();
    let title = |value: &Value, name: &str| value.as_object()?.text(name).map(str::to_owned);
    let mut titles = Vec::new();
    for section in list(Some(sections)) {
        titles.extend(title(&section, "heading"));
        let items = list(section.as_object().and_then(|section| section.get("items")));
        titles.extend(items.iter().filter_map(|item| title(item, "title")));
    }
    joined(" · ", titles)
}

/// An initiative that has nothing but one field.
fn read(field: &str, is_item: bool, value: &Value) -> Option<Initiative> {
    let mut document = Object::new();
    document.set("id", "x");
    document.set("title", "x");
    let value = if is_item {
        Value::List(vec![value.clone()])
    } else {
        value.clone()
    };
    document.set(field, value);
    // The value comes from a change, which holds what the strict writer wrote.
    v1::decode_initiative(document, &mut Warnings::new())
}

/// The words of a field; nothing for one that this version does not know.
fn told(workspace: &Workspace, initiative: &Initiative, field: &str) -> Option<String> {
    Some(match field {
        "title" => initiative.title.clone(),
        "summary" => initiative.summary.clone(),
        "audience" => initiative.audience.clone(),
        "practical" => initiative.practical.clone(),
        "theme" => theme_name(workspace, initiative.theme.as_ref()?),
        "tags" => initiative.tags.join(", "),
        "organiser" => organiser(&initiative.organiser),
        "place" => place(initiative),
        "served" => joined(
            ", ",
            initiative.served.iter().map(|served| served.commune.clone()),
        ),
        "period" => facts::period(&initiative.period),
        "measures" => measure(initiative.measures.first()?),
        "needs" => need(initiative.needs.first()?),
        "contacts" => contact(initiative.contacts.first()?),
        "source" => source(workspace, initiative),
        "translations" => translations(initiative),
        "status" => t(match &initiative.status {
            // « Publiée » would be taken for sent and accepted.
            Status::Published => Text::FilterStatusRunning,
            Status::Archived => Text::BadgeEnded,
            Status::Draft => Text::BadgeDraft,
            Status::Unknown(code) => return Some(code.clone()),
        })
        .to_owned(),
        "verified_on" => date(initiative.verified_on?),
        _ => return None,
    })
}

/// The name of a theme of the catalogue; its identifier where the catalogue lacks it.
pub(super) fn theme_name(workspace: &Workspace, id: &Id) -> String {
    let catalogues = [workspace.shown(), workspace.edition()];
    let theme = catalogues.into_iter().find_map(|catalogue| catalogue.theme(id));
    theme.map_or_else(
        || id.as_str().to_owned(),
        |theme| theme.name(lang().code()).to_owned(),
    )
}

fn organiser(organiser: &Organiser) -> String {
    let kind = organiser.kind.as_ref().map(|kind| match kind {
        OrganiserKind::Commune => t(Text::OrganiserCommune).to_owned(),
        OrganiserKind::Association => t(Text::OrganiserAssociation).to_owned(),
        OrganiserKind::Collective => t(Text::OrganiserCollective).to_owned(),
        OrganiserKind::Company => t(Text::OrganiserCompany).to_owned(),
        OrganiserKind::Foundation => t(Text::OrganiserFoundation).to_owned(),
        OrganiserKind::Individual => t(Text::OrganiserIndividual).to_owned(),
        OrganiserKind::PublicBody => t(Text::OrganiserPublicBody).to_owned(),
        OrganiserKind::Unknown(code) => code.clone(),
    });
    let consent = organiser.consent.map(|agreed| {
        t(if agreed {
            Text::OrganiserAgreed
        } else {
            Text::OrganiserNotAgreed
        })
        .to_owned()
    });
    joined(
        ", ",
        [
            organiser.name.clone(),
            kind.unwrap_or_default(),
            consent.unwrap_or_default(),
        ],
    )
}

fn place(initiative: &Initiative) -> String {
    let place = &initiative.place;
    let point = place
        .lat
        .zip(place.lon)
        .map(|(lat, lon)| [number(lat).as_str(), " ; ", &number(lon)].concat());
    joined(", ", [initiative.place.line(), point.unwrap_or_default()])
}

fn measure(measure: &Measure) -> String {
    let kind = quantities::kind_label(&measure.kind).map_or("", t);
    let about = if measure.approximate {
        t(Text::QuantityAbout)
    } else {
        ""
    };
    let value = number(measure.value.get());
    let words = joined(" ", [kind, about, &value, &measure.unit].map(str::to_owned));
    let day = measure
        .as_of
        .map(|day| fill(Text::ProposalAsOf, &[("date", &date(day))]));
    joined(", ", [words, day.unwrap_or_default()])
}

fn need(need: &Need) -> String {
    let state = match &need.state {
        NeedState::Open => "",
        NeedState::Met => t(Text::NeedMet),
        NeedState::Paused => t(Text::NeedPaused),
        NeedState::Unknown(code) => code,
    };
    let until = need
        .until
        .map(|day| fill(Text::NeedUntil, &[("date", &date(day))]));
    let quantity = need.quantity.map(|quantity| number(quantity.get()));
    joined(
        " ",
        [
            quantity.unwrap_or_default(),
            need.what.clone(),
            until.unwrap_or_default(),
            state.to_owned(),
        ],
    )
}

fn contact(contact: &Contact) -> String {
    let value = match &contact.means {
        Means::Phone(phone) => phone.display(),
        Means::Email(email) => email.as_str().to_owned(),
        Means::Web(link) | Means::Social(link) => link.display().to_owned(),
        Means::Address(address) => address.clone(),
        Means::Plain { value, .. } => value.clone(),
    };
    let private = if contact.public {
        ""
    } else {
        t(Text::ContactPrivate)
    };
    joined(", ", [contact.label.clone(), value, private.to_owned()])
}

fn source(workspace: &Workspace, initiative: &Initiative) -> String {
    let source = &initiative.source;
    let told = source.communique.as_ref().map(|id| {
        let known = workspace.shown().communique(id);
        known.map_or_else(|| id.as_str().to_owned(), release::name_of)
    });
    let url = source.url.as_ref().map(|url| url.display().to_owned());
    joined(", ", [told.unwrap_or_default(), url.unwrap_or_default()])
}

/// The texts in other languages, without the marks of what they were made from.
fn translations(initiative: &Initiative) -> String {
    let languages = initiative.translations.iter().map(|(lang, texts)| {
        let texts = texts.as_object().into_iter().flat_map(Object::iter);
        let read = texts.filter(|(name, _)| !is_mark(name));
        let read = joined(" · ", read.map(|(_, text)| plain(text)));
        if read.is_empty() {
            return read;
        }
        let name = match Lang::from_tag(lang) {
            Some(Lang::Fr) => t(Text::FormTranslationFr),
            Some(Lang::En) => t(Text::FormTranslationEn),
            None => lang,
        };
        about(name, &read)
    });
    joined("\n", languages)
}

fn removal(value: &Value) -> String {
    let reason = value.as_object().and_then(|object| object.text("reason"));
    let reason = reason.map(RemovalReason::from_code);
    let words = match &reason {
        Some(RemovalReason::Ended) | None => t(Text::ReasonEnded),
        Some(RemovalReason::Duplicate) => t(Text::ReasonDuplicate),
        Some(RemovalReason::Error) => t(Text::ReasonError),
        Some(RemovalReason::Hoax) => t(Text::ReasonHoax),
        Some(RemovalReason::Request) => t(Text::ReasonRequest),
        Some(RemovalReason::Unknown(code)) => code,
    };
    [t(Text::ProposalTakenOut), words].concat()
}

/// Any value by its texts and numbers, without identifiers.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => t(if *yes { Text::ProposalYes } else { Text::ProposalNo }).to_owned(),
        Value::Int(_) | Value::Float(_) => value.as_number().map(number).unwrap_or_default(),
        Value::Text(text) => text.clone(),
        Value::List(list) => joined(" · ", list.iter().map(plain)),
        Value::Object(object) => {
            let named = object.iter().filter(|(name, _)| *name != "id");
            joined(", ", named.map(|(_, value)| plain(value)))
        }
    }
}

/// The parts that say something, with a separator between them.
fn joined(separator: &str, parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(separator)
}
