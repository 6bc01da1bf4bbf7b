//! How a sender is answered: by what they gave themselves, as far as it is a number or an address.

use leptos::prelude::*;

use crate::domain::call_back::reached;
use crate::domain::contact::Means;
use crate::format::request;
use crate::i18n::Text;
use crate::route::outward;
use crate::ui::components::icon;
use crate::ui::texts::{fill, t};

/// What a message without a change is called: a request, an offer, or neither.
pub(super) fn called(message: &str) -> &'static str {
    request(message).unwrap_or_else(|| t(Text::ReviewMessage))
}

/// What a request or an offer is called, if a message is one.
pub(super) fn request(message: &str) -> Option<&'static str> {
    request::offers(message).map(|offers| {
        t(if offers {
            Text::ReviewMessageOffer
        } else {
            Text::ReviewMessageSearch
        })
    })
}

/// The ways to call and to write to who gave this call-back; nothing where it holds neither a number nor an
/// address. The subject is that of an e-mail.
pub(super) fn ways(call_back: &str, subject: &str) -> Option<AnyView> {
    let ways: Vec<_> = reached(call_back)
        .iter()
        .flat_map(|means| means_of(means, subject))
        .collect();
    (!ways.is_empty())
        .then(|| view! { <ul class="actions" aria-label=t(Text::ReviewWays)>{ways}</ul> }.into_any())
}

fn means_of(means: &Means, subject: &str) -> Vec<AnyView> {
    let way = |address: String, shape, label: String| {
        view! { <li><a class="button" href=address>{icon::icon(shape)}{label}</a></li> }.into_any()
    };
    match means {
        Means::Phone(phone) => {
            let number = phone.display();
            let call = means.link().map(|link| {
                let label = fill(Text::ReviewCall, &[("number", &number)]);
                way(link.as_str().to_owned(), icon::PHONE, label)
            });
            // A landline would read the message out, letter by letter.
            let text = phone.is_mobile().then(|| {
                let label = fill(Text::ReviewWriteSms, &[("number", &number)]);
                way(outward::sms(Some(phone), ""), icon::CHAT, label)
            });
            call.into_iter().chain(text).collect()
        }
        Means::Email(email) => {
            let label = fill(Text::ReviewWriteEmail, &[("address", email.as_str())]);
            vec![way(outward::email(Some(email), subject, ""), icon::MAIL, label)]
        }
        _ => Vec::new(),
    }
}
