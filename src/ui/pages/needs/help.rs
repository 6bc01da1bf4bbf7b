//! « Je peux aider »: call, or a message that is written already. Nothing is sent by the application:
//! the person's own telephone, messenger or mail does.

use leptos::prelude::*;

use crate::browser::document;
use crate::domain::contact::{Contact, Means};
use crate::domain::initiative::{Initiative, Need};
use crate::i18n::Text;
use crate::route::{Page, outward};
use crate::ui::components::{contacts, icon};
use crate::ui::pages::request;
use crate::ui::texts::{fill, t};
use crate::workspace::Workspace;

/// The ways to answer a need. Who left no contact is reached through the association: by an offer that says what
/// it is about, and by the ways that the site's publisher gives.
pub(super) fn help(workspace: &Workspace, initiative: &Initiative, need: &Need) -> AnyView {
    let site = &workspace.shown().site;
    let (reached, through) = if initiative.contacts.is_empty() {
        let publisher = contacts::of_publisher(&site.publisher);
        let through = if publisher.is_empty() {
            Text::NeedsPageNoContact
        } else {
            Text::NeedsPageThroughPublisher
        };
        (publisher, Some(through))
    } else {
        (initiative.contacts.clone(), None)
    };
    let link = document::absolute(&Page::Initiative.href_of(&initiative.id));
    let values = [
        ("site", site.title.as_str()),
        ("what", &need.what),
        ("title", &initiative.title),
        ("link", &link),
    ];
    let message = fill(Text::NeedsPageMessage, &values);
    let subject = fill(Text::NeedsPageSubject, &values);
    let written: Vec<_> = reached
        .iter()
        .filter_map(|contact| written(contact, &subject, &message))
        .collect();
    let through = through.map(|text| {
        let about = fill(Text::NeedsPageAbout, &values);
        view! {
            <p>{t(text)}</p>
            <p class="actions">
                <a class="button button-main" href=request::href_about(&about)>
                    {icon::icon(icon::SEND)}
                    {t(Text::NeedsPageAsk)}
                </a>
            </p>
        }
    });
    let messenger = outward::whatsapp(&message);
    view! {
        <details class="help">
            <summary class="button button-main">{icon::icon(icon::HELP)}{t(Text::WaysOffer)}</summary>
            <div class="help-ways stack">
                {through}
                {contacts::strips(&reached, true, "strips sheet-strips")}
                <p class="soft small">{t(Text::NeedsPageWritten)}</p>
                <ul class="actions">
                    {written}
                    <li>
                        <a class="button" href=messenger target="_blank" rel="noopener noreferrer">
                            {icon::icon(icon::CHAT)}
                            {t(Text::SendWhatsapp)}
                        </a>
                    </li>
                </ul>
            </div>
        </details>
    }
    .into_any()
}

/// A message to a contact that can take one.
fn written(contact: &Contact, subject: &str, message: &str) -> Option<AnyView> {
    let (address, shape, label) = match &contact.means {
        // A landline would read the message out, letter by letter.
        Means::Phone(phone) if phone.is_mobile() => {
            (outward::sms(Some(phone), message), icon::DEVICE, Text::SendSms)
        }
        Means::Email(email) => (
            outward::email(Some(email), subject, message),
            icon::MAIL,
            Text::SendEmail,
        ),
        _ => return None,
    };
    Some(view! { <li><a class="button" href=address>{icon::icon(shape)}{t(label)}</a></li> }.into_any())
}
