//! What the next edition changes, what it leaves out, and what is to be looked at first.

use leptos::prelude::*;

use crate::domain::catalogue::RemovalReason;
use crate::domain::change::TargetKind;
use crate::domain::draft::Draft;
use crate::domain::legal::{LegalField, Missing, missing};
use crate::domain::site::Site;
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::ui::components::field_names::field_name;
use crate::ui::components::icon;
use crate::ui::texts::{count, fill, number, t};
use crate::workspace::publish::{
    Altered, Erasure, Gone, KnownAs, LeftOut, NameInText, Named, NextEdition, Place, Summary, Why,
};

/// How many rows of a list are drawn; more are counted.
const ROWS: usize = 100;

/// Everything to be known of the next edition.
pub(super) fn findings(next: &NextEdition) -> AnyView {
    let summary = &next.summary;
    view! {
        <ul class="counts" role="list">
            {tile("count count-good", Plural::PublishNew, summary.new.len())}
            {tile("count count-note", Plural::PublishChanged, summary.changed.len())}
            {tile("count count-bad", Plural::PublishRemoved, summary.removed.len())}
        </ul>
        {lists(summary)}
        {erased(&next.erasure)}
        {names(&next.names)}
        {left_out(&next.left_out)}
        {legal(&next.catalogue.site)}
    }
    .into_any()
}

/// What the law asks for and the site would not say, and that nobody has checked what it says.
fn legal(site: &Site) -> Option<AnyView> {
    let missing = missing(site);
    if missing.is_empty() && LegalField::Checked.read(&site.legal) == Draft::YES {
        return None;
    }
    let rows: Vec<_> = missing
        .iter()
        .map(|missing| {
            let name = match missing {
                Missing::Publisher => Text::LegalPublisher,
                Missing::Contact => Text::PublishLegalContact,
                Missing::Notice(LegalField::Seat) => Text::LegalSeat,
                Missing::Notice(LegalField::Director) => Text::LegalDirector,
                Missing::Notice(LegalField::HostAddress) => Text::LegalHostAddress,
                Missing::Notice(_) => Text::LegalHost,
            };
            view! { <li>{t(name)}</li> }
        })
        .collect();
    let told = if rows.is_empty() {
        view! { <p>{t(Text::PublishLegalTemplate)}</p> }.into_any()
    } else {
        view! {
            <p class="notice-title">{count(Plural::PublishLegal, rows.len())}</p>
            <p>{t(Text::PublishLegalText)}</p>
            <ul>{rows}</ul>
        }
        .into_any()
    };
    Some(
        view! {
            <div class="notice notice-warn">
                {icon::icon(icon::WARN)}
                <div class="notice-body">
                    {told}
                    <p class="actions"><a class="button" href=Page::Settings.href()>{t(Text::PublishLegalFill)}</a></p>
                </div>
            </div>
        }
        .into_any(),
    )
}

fn tile(class: &'static str, plural: Plural, n: usize) -> impl IntoView {
    #[allow(clippy::cast_precision_loss, reason = "counts are far below 2⁵³")]
    let value = number(n as f64);
    let words = count(plural, n);
    view! { <li class=class><span class="count-value">{value}</span> " " {words}</li> }
}

/// What one edition says otherwise than another, list by list.
pub(super) fn lists(summary: &Summary) -> AnyView {
    let new = summary.new.iter().map(|named| row(named, String::new(), true));
    let changed = summary.changed.iter().map(|Altered { document, fields }| {
        let names: Vec<&str> = fields.iter().map(|field| field_name(field)).collect();
        row(document, names.join(", "), true)
    });
    let removed = summary.removed.iter().map(|Gone { document, reason }| {
        let why = reason.as_ref().map(reason_of).unwrap_or_default();
        row(document, why, false)
    });
    let reordered = summary.reordered.iter().map(|kind| {
        let what = match kind {
            TargetKind::Theme => Text::PublishOrderThemes,
            TargetKind::Communique => Text::PublishOrderCommuniques,
            _ => Text::PublishOrderInitiatives,
        };
        view! { <li>{t(what)}</li> }.into_any()
    });
    view! {
        {folded(t(Text::PublishListNew), new.collect())}
        {folded(t(Text::PublishListChanged), changed.collect())}
        {folded(t(Text::PublishListRemoved), removed.collect())}
        {folded(t(Text::PublishListReordered), reordered.collect())}
    }
    .into_any()
}

fn reason_of(reason: &RemovalReason) -> String {
    let text = match reason {
        RemovalReason::Ended => Text::ReasonEnded,
        RemovalReason::Duplicate => Text::ReasonDuplicate,
        RemovalReason::Error => Text::ReasonError,
        RemovalReason::Hoax => Text::ReasonHoax,
        RemovalReason::Request => Text::ReasonRequest,
        RemovalReason::Unknown(code) => return code.clone(),
    };
    t(text).to_owned()
}

/// A list that is folded away, if it has rows.
fn folded(heading: &'static str, mut rows: Vec<AnyView>) -> Option<AnyView> {
    let all = rows.len();
    rows.truncate(ROWS);
    let more = all - rows.len();
    let more = (more > 0).then(|| view! { <li>{count(Plural::PublishMore, more)}</li> });
    (all > 0).then(|| {
        view! {
            <details class="filters">
                <summary class="filters-summary">
                    <span>{heading} " (" {all} ")"</span>
                    {icon::icon(icon::DOWN)}
                </summary>
                <ul class="filters-body">{rows}{more}</ul>
            </details>
        }
        .into_any()
    })
}

/// A document with its link, and what is to be said of it.
fn row(named: &Named, said: String, is_there: bool) -> AnyView {
    let said = (!said.is_empty()).then(|| view! { <span class="soft">" · " {said}</span> });
    view! { <li>{link(named, is_there)} {said}</li> }.into_any()
}

fn link(named: &Named, is_there: bool) -> AnyView {
    let title = named.title.clone();
    let page = match named.target.kind {
        TargetKind::Initiative => Some(Page::Initiative),
        TargetKind::Communique => Some(Page::Communique),
        _ => None,
    };
    let shown = match named.target.kind {
        TargetKind::Communique => fill(Text::PublishCommunique, &[("title", &title)]),
        TargetKind::Theme => fill(Text::PublishTheme, &[("title", &title)]),
        TargetKind::Site => t(Text::PublishSite).to_owned(),
        _ => title,
    };
    match page.filter(|_| is_there) {
        Some(page) => view! { <a href=page.href_of(&named.target.id)>{shown}</a> }.into_any(),
        None => view! { <span>{shown}</span> }.into_any(),
    }
}

/// Where a text can be changed: the entry's form, the release's page.
fn place_link(place: &Place) -> AnyView {
    let Named { target, title } = &place.document;
    let shown = fill(
        Text::PublishPlace,
        &[("title", title), ("field", field_name(place.field))],
    );
    let page = if target.kind == TargetKind::Initiative {
        Page::Edit
    } else {
        Page::Communique
    };
    view! { <a href=page.href_of(&target.id)>{shown}</a> }.into_any()
}

/// What is erased because persons asked for it, and what no edition reaches.
fn erased(erasure: &Erasure) -> Option<AnyView> {
    let left: Vec<_> = erasure
        .left
        .iter()
        .take(ROWS)
        .map(|place| view! { <li>{place_link(place)}</li> })
        .collect();
    let line = |plural: Plural, n: usize| (n > 0).then(|| view! { <li>{count(plural, n)}</li> });
    let remains = (!left.is_empty()).then(|| {
        view! {
            <p>{t(Text::PublishErasedLeft)}</p>
            <ul class="prose">{left}</ul>
        }
    });
    (erasure.items + erasure.words > 0 || remains.is_some()).then(|| {
        view! {
            <div class="notice notice-warn">
                {icon::icon(icon::WARN)}
                <div class="notice-body stack">
                    <h4 class="notice-title">{t(Text::PublishErasedTitle)}</h4>
                    <ul class="prose">
                        {line(Plural::PublishErasedItems, erasure.items)}
                        {line(Plural::PublishErasedWords, erasure.words)}
                    </ul>
                    {remains}
                    <p>{t(Text::RemoveRequestReach)}</p>
                </div>
            </div>
        }
        .into_any()
    })
}

/// Where a person's name would be read by everyone.
fn names(names: &[NameInText]) -> Option<AnyView> {
    let rows: Vec<_> = names
        .iter()
        .take(ROWS)
        .map(|name| {
            let why = match name.known_as {
                KnownAs::Organiser => Text::PublishNameOrganiser,
                KnownAs::PrivateLabel => Text::PublishNameLabel,
            };
            let why = fill(why, &[("title", &name.from.title)]);
            view! {
                <li>
                    <strong>{name.name.clone()}</strong>
                    " · "
                    {place_link(&name.place)}
                    <br/>
                    <span class="soft">{why}</span>
                </li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="notice notice-warn">
                {icon::icon(icon::WARN)}
                <div class="notice-body stack">
                    <h4 class="notice-title">{count(Plural::PublishNames, names.len())}</h4>
                    <p>{t(Text::PublishNamesText)}</p>
                    <ul class="stack">{rows}</ul>
                </div>
            </div>
        }
        .into_any()
    })
}

/// What stays on this device, and why.
fn left_out(left: &[LeftOut]) -> Option<AnyView> {
    let rows = left.iter().map(|LeftOut { document, what }| {
        let why = match what {
            Why::Draft => t(Text::PublishLeftDraft).to_owned(),
            Why::DraftOfPublished => t(Text::PublishLeftDraftOfPublished).to_owned(),
            Why::PrivateContacts(n) => count(Plural::PublishLeftContacts, *n),
            Why::Unnamed(0) => t(Text::PublishLeftName).to_owned(),
            Why::Unnamed(n) => count(Plural::PublishLeftNameContacts, *n),
        };
        row(document, why, true)
    });
    folded(t(Text::PublishListLeft), rows.collect())
}
