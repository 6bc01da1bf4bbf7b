//! What the sheet of a list and the poster of one initiative have in common.

use leptos::prelude::*;

use crate::browser::document;
use crate::domain::contact::{Contact, Means};
use crate::domain::date::{Date, Timestamp};
use crate::domain::initiative::{Initiative, Need};
use crate::domain::link::Link;
use crate::domain::phone::Phone;
use crate::domain::site::Site;
use crate::i18n::Text;
use crate::ui::components::card;
use crate::ui::components::qr::{self, Ground};
use crate::ui::texts::{content_lang, date, fill, t};
use crate::workspace::Workspace;

/// The day of what is told: that of the edition, or the present one where it has none.
pub(super) fn day(workspace: &Workspace, today: Date) -> Date {
    let published = workspace.edition().edition.published_at.as_ref();
    published.map_or(today, Timestamp::date)
}

/// « Informations du 30 avril 2020 ».
pub(super) fn as_of(day: Date) -> String {
    fill(Text::PosterAsOf, &[("date", &date(day))])
}

/// Where an initiative works, and who carries it.
pub(super) fn where_line(initiative: &Initiative) -> String {
    let parts = [card::place_line(initiative), initiative.organiser.name.clone()];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// The code of a page of the application, and under it the site's own address, short enough to be typed.
pub(super) fn code(relative: &str, words: Text) -> AnyView {
    let home = document::absolute("./");
    let address = Link::parse(&home).map_or_else(|| home.clone(), |link| link.display().to_owned());
    let named = [("address", &*address)];
    let picture = qr::code(&document::absolute(relative), Ground::Paper, fill(words, &named));
    let scan = picture.is_some().then(|| view! { <p>{t(Text::PosterScan)}</p> });
    view! {
        <div class="paper-code">
            {picture}
            {scan}
            <p class="paper-address">{fill(Text::PosterAddress, &named)}</p>
        </div>
    }
    .into_any()
}

/// The numbers to call in an emergency, on a few lines; nothing where the site names none.
pub(super) fn emergency(site: &Site) -> Option<AnyView> {
    let rows = site.emergency.iter().map(|one| {
        view! { <li><strong>{number(&one.number)}</strong> " " <span lang=content_lang()>{one.label.clone()}</span></li> }
    });
    (!site.emergency.is_empty()).then(|| {
        view! {
            <section class="paper-emergency" aria-labelledby="emergency-t">
                <h2 id="emergency-t">{t(Text::EmergencyTitle)}</h2>
                <ul>{rows.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

/// A number in full, never broken over two lines.
pub(super) fn number(phone: &Phone) -> AnyView {
    let shown = phone.display();
    match Means::Phone(phone.clone()).link() {
        Some(link) => view! { <a class="paper-number" href=link.as_str().to_owned()>{shown}</a> }.into_any(),
        None => view! { <span class="paper-number">{shown}</span> }.into_any(),
    }
}

/// The ways to reach somebody, the telephone first.
pub(super) fn contacts(contacts: &[Contact]) -> Option<AnyView> {
    let is_phone = |contact: &&Contact| matches!(contact.means, Means::Phone(_));
    let (phones, others): (Vec<_>, Vec<_>) = contacts.iter().partition(is_phone);
    let rows: Vec<_> = phones.into_iter().chain(others).map(contact).collect();
    (!rows.is_empty()).then(|| {
        view! { <ul class="paper-contacts" aria-label=t(Text::ContactsTitle)>{rows}</ul> }.into_any()
    })
}

/// A contact as it is dialled, written or found without a tap.
fn contact(contact: &Contact) -> AnyView {
    let label = (!contact.label.is_empty())
        .then(|| view! { " (" <span lang=content_lang()>{contact.label.clone()}</span> ")" });
    let link = contact.means.link().map(|link| link.as_str().to_owned());
    let written =
        |shown: String| view! { <a class="address" href=link.clone() rel="noopener">{shown}</a> }.into_any();
    let value = match &contact.means {
        Means::Phone(phone) => number(phone),
        Means::Email(email) => written(email.as_str().to_owned()),
        Means::Web(link) | Means::Social(link) => written(link.display().to_owned()),
        Means::Address(value) | Means::Plain { value, .. } => value.clone().into_any(),
    };
    view! { <li>{value} {label}</li> }.into_any()
}

/// What is asked for and still helps.
pub(super) fn needs(initiative: &Initiative, today: Date) -> Option<AnyView> {
    let ended = initiative.is_ended(today);
    let rows: Vec<_> = initiative
        .open_needs(today)
        .filter(|_| !ended)
        .map(need)
        .collect();
    (!rows.is_empty()).then(|| view! { <ul class="paper-needs">{rows}</ul> }.into_any())
}

fn need(need: &Need) -> AnyView {
    let until = need
        .until
        .map(|until| [" ", &fill(Text::NeedUntil, &[("date", &date(until))])].concat());
    view! {
        <li>
            <strong>{t(Text::NeedLabel)}</strong>
            " "
            <span lang=content_lang()>{need.what.clone()}</span>
            {until}
        </li>
    }
    .into_any()
}

/// Who publishes, how they are reached, of which day the information is and when it was printed.
pub(super) fn foot(site: &Site, day: Date, today: Date) -> AnyView {
    let publisher = &site.publisher;
    let name =
        (!publisher.name.is_empty()).then(|| fill(Text::PosterPublisher, &[("name", &publisher.name)]));
    let ways = [&publisher.phone, &publisher.email, &publisher.url].map(String::clone);
    let printed = fill(Text::PosterPrinted, &[("date", &date(today))]);
    let parts = name.into_iter().chain(ways).chain([as_of(day), printed]);
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    view! { <footer class="paper-foot">{parts.join(" · ")}</footer> }.into_any()
}
