//! Contacts: one tap to call, write or go.

use icondata_core::Icon;
use leptos::prelude::*;

use super::icon;
use crate::domain::contact::{Contact, Means};
use crate::domain::id::Id;
use crate::domain::site::Publisher;
use crate::domain::value::Object;
use crate::i18n::Text;
use crate::ui::texts::{content_lang, t};

/// A row of contacts; each has its label where `labelled`.
pub fn strips(contacts: &[Contact], labelled: bool, class: &'static str) -> AnyView {
    let strips: Vec<_> = contacts
        .iter()
        .map(|contact| strip(&contact.means, &contact.label, contact.public, labelled))
        .collect();
    if strips.is_empty() {
        return ().into_any();
    }
    view! { <ul class=class aria-label=t(Text::ContactsTitle)>{strips}</ul> }.into_any()
}

/// The ways to reach who publishes the site.
pub fn of_publisher(publisher: &Publisher) -> Vec<Contact> {
    let Publisher {
        name: _,
        email,
        phone,
        url,
        extra: _,
    } = publisher;
    let told = [("email", email), ("phone", phone), ("web", url)].into_iter();
    told.filter(|(_, value)| !value.is_empty())
        .map(|(kind, value)| Contact {
            id: Id::derived(&["publisher", kind]),
            means: Means::parse(kind, value),
            label: String::new(),
            public: true,
            extra: Object::new(),
        })
        .collect()
}

/// One way to reach somebody, with its label where `labelled`.
pub(super) fn strip(means: &Means, label: &str, public: bool, labelled: bool) -> AnyView {
    let (shape, action, shown) = describe(means);
    let label = label.to_owned();
    let labelled_web = matches!(means, Means::Web(_) | Means::Social(_)) && !label.is_empty();
    let text = if labelled_web && !labelled {
        label.clone()
    } else {
        shown
    };
    let label = (labelled && !label.is_empty())
        .then(|| view! { <span class="strip-label" lang=content_lang()>{label}</span> });
    let private = (!public).then(|| view! { <span class="strip-label">{t(Text::ContactPrivate)}</span> });
    let inside = view! {
        {icon::icon(shape)}
        <span class="strip-text">
            {label}
            {private}
            <span class="visually-hidden">{t(action)} " "</span>
            {text}
        </span>
    };
    match means.link() {
        Some(link) => {
            let away = link.is_web();
            let address = link.as_str().to_owned();
            view! { <li><a class="strip" href=address rel=away.then_some("noopener")>{inside}</a></li> }
                .into_any()
        }
        None => view! { <li><span class="strip strip-plain">{inside}</span></li> }.into_any(),
    }
}

/// The icon, what a tap does, and the value as a person reads it.
fn describe(means: &Means) -> (Icon, Text, String) {
    match means {
        Means::Phone(phone) => (icon::PHONE, Text::ContactCall, phone.display()),
        Means::Email(email) => (icon::MAIL, Text::ContactWrite, email.as_str().to_owned()),
        Means::Web(link) => (icon::SITE, Text::ContactSite, link.display().to_owned()),
        Means::Social(link) => (icon::PEOPLE, Text::ContactSocial, link.display().to_owned()),
        Means::Address(address) => (icon::PLACE, Text::ContactAddress, address.clone()),
        Means::Plain { value, .. } => (icon::INFO, Text::ContactPlain, value.clone()),
    }
}
