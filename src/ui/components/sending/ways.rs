//! The ways themselves, those first that suit the device and the length.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Desk, LETTER, Ready, record};
use crate::browser::download;
use crate::browser::share::{self, Shared};
use crate::domain::email::Email;
use crate::domain::phone::Phone;
use crate::domain::sent::Channel;
use crate::domain::site::Publisher;
use crate::i18n::Text;
use crate::route::outward;
use crate::state::App;
use crate::state::send::Parcel;
use crate::ui::components::qr::{self, Ground};
use crate::ui::components::{icon, saving};
use crate::ui::texts::{fill, t};

/// How much of a link the preview shows, in characters: enough to see that it leads here.
const LINK_SHOWN: usize = 60;

/// What the files are called before their day.
const FILE: &str = "propositions";

/// The ways to hand a contribution over.
pub(super) fn ways(
    app: App,
    ready: &Ready,
    desk: Desk,
    after: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let publisher = app.with_workspace(|workspace| workspace.shown().site.publisher.clone());
    // Nothing is handed over before the catalogue is there.
    let publisher = publisher.unwrap_or_default();
    let email = Email::parse(&publisher.email);
    let mut buttons = Vec::new();
    let too_long = match (ready.message(), ready.easy_message()) {
        (Some(message), Some(easy)) => {
            if share::has_sheet() {
                buttons.push(sheet(app, ready.clone(), desk, after));
            }
            buttons.extend(messengers(ready, &easy, &publisher, email.as_ref(), desk));
            buttons.push(copy(ready.parcel.clone(), message, desk));
            None
        }
        (Some(message), None) => {
            if share::has_sheet() {
                buttons.push(sheet(app, ready.clone(), desk, after));
            }
            buttons.push(copy(ready.parcel.clone(), message, desk));
            Some(Text::SendLong)
        }
        _ => Some(Text::SendFileOnly),
    };
    if too_long.is_some() && share::sheet_takes_files() {
        buttons.push(share_file(app, ready.clone(), desk, after));
    }
    buttons.push(save_file(app, ready.clone(), desk));
    let too_long = too_long.map(|text| view! { <p class="field-hint">{t(text)}</p> });
    view! {
        {preview(ready)}
        {addresses(&publisher, email.as_ref())}
        {too_long}
        <div class="actions ways">{buttons}</div>
        {scan(ready, desk)}
    }
    .into_any()
}

/// The message as the editor will read it.
fn preview(ready: &Ready) -> AnyView {
    let link = ready.link.as_ref().map(|link| {
        let mut shown: String = link.chars().take(LINK_SHOWN).collect();
        if shown.len() < link.len() {
            shown.push('…');
        }
        view! { <p class="letter-link">{t(Text::SendOpen)} <br/> {shown}</p> }
    });
    view! {
        <div class="letter" role="group" aria-labelledby=LETTER>
            <h3 class="letter-title" id=LETTER tabindex="-1">{t(Text::SendPreview)}</h3>
            <p class="letter-text">{ready.words.full.clone()}</p>
            {link}
        </div>
    }
    .into_any()
}

/// To whom it goes. Where the site gives neither a number nor an address, the person must know somebody.
fn addresses(publisher: &Publisher, email: Option<&Email>) -> AnyView {
    let phone = Phone::parse(&publisher.phone).map(|phone| phone.display());
    let email = email.map(|email| email.as_str().to_owned());
    let nobody = (phone.is_none() && email.is_none()).then(|| view! { <p>{t(Text::SendNobody)}</p> });
    let known = [Some(publisher.name.clone()), phone, email].into_iter().flatten();
    let known: Vec<String> = known.filter(|part| !part.is_empty()).collect();
    let to =
        (!known.is_empty()).then(|| view! { <p>{fill(Text::SendTo, &[("address", &known.join(", "))])}</p> });
    view! {
        {to}
        {nobody}
    }
    .into_any()
}

/// Links that open another application with the message in it.
fn messengers(
    ready: &Ready,
    message: &str,
    publisher: &Publisher,
    email: Option<&Email>,
    desk: Desk,
) -> Vec<AnyView> {
    // A landline would read the message out, letter by letter.
    let mobile = Phone::parse(&publisher.phone).filter(Phone::is_mobile);
    let ways = [
        (
            Channel::WhatsApp,
            outward::whatsapp(message),
            icon::CHAT,
            Text::SendWhatsapp,
        ),
        (
            Channel::Sms,
            outward::sms(mobile.as_ref(), message),
            icon::DEVICE,
            Text::SendSms,
        ),
        (
            Channel::Email,
            outward::email(email, &ready.words.subject, message),
            icon::MAIL,
            Text::SendEmail,
        ),
    ];
    let ways = ways.into_iter().map(|(by, address, shape, label)| {
        // A web page would take the place of this one.
        let away = by == Channel::WhatsApp;
        let parcel = ready.parcel.clone();
        view! {
            <a
                class="button"
                href=address
                target=away.then_some("_blank")
                rel="noopener noreferrer"
                on:click=move |_| desk.ask(parcel.clone(), by.clone())
            >
                {icon::icon(shape)}
                {t(label)}
            </a>
        }
        .into_any()
    });
    ways.collect()
}

fn sheet(app: App, ready: Ready, desk: Desk, after: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    let share = move |_| {
        let ready = ready.clone();
        spawn_local(async move {
            // This way is offered for what has a link.
            let Some(link) = &ready.link else { return };
            let shared = share::sheet(&ready.words.subject, &ready.words.full, link).await;
            shared_by(app, &ready.parcel, Channel::Sheet, &shared, desk, after);
        });
    };
    view! {
        <button type="button" class="button button-main" on:click=share>
            {icon::icon(icon::SHARE)}
            {t(Text::SendShare)}
        </button>
    }
    .into_any()
}

fn share_file(
    app: App,
    ready: Ready,
    desk: Desk,
    after: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let share = move |_| {
        let ready = ready.clone();
        spawn_local(async move {
            let shared = share::file(&saving::name(app, FILE, "txt"), &ready.file).await;
            shared_by(app, &ready.parcel, Channel::File, &shared, desk, after);
        });
    };
    view! {
        <button type="button" class="button button-main" on:click=share>
            {icon::icon(icon::SHARE)}
            {t(Text::SendShareFile)}
        </button>
    }
    .into_any()
}

/// What the share sheet answered. One that took changes is taken at its word, since « Pas envoyée finalement » takes
/// it back. Words that are kept nowhere else are asked about first: a target that took them may not have sent them.
fn shared_by<E>(
    app: App,
    parcel: &Parcel,
    by: Channel,
    shared: &Result<Shared, E>,
    desk: Desk,
    after: impl Fn(),
) {
    match shared {
        Ok(Shared::Sheet) if parcel.contribution.changes.is_empty() => desk.ask(parcel.clone(), by),
        Ok(Shared::Sheet) => record(app, parcel, by, desk, after),
        // The person thought better of it, and knows.
        Ok(_) => {}
        Err(_) => desk.complain(Text::SendShareFailed),
    }
}

fn copy(parcel: Parcel, message: String, desk: Desk) -> AnyView {
    let copy = move |_| {
        let (parcel, message) = (parcel.clone(), message.clone());
        spawn_local(async move {
            if share::copy(&message).await.is_ok() {
                desk.ask(parcel, Channel::Copy);
            } else {
                desk.complain(Text::SendCopyFailed);
            }
        });
    };
    view! {
        <button type="button" class="button" on:click=copy>
            {icon::icon(icon::COPY)}
            {t(Text::SendCopy)}
        </button>
    }
    .into_any()
}

fn save_file(app: App, ready: Ready, desk: Desk) -> AnyView {
    let save = move |_| {
        let name = saving::name(app, FILE, "txt");
        if download::save(&name, "text/plain", &ready.file).is_ok() {
            desk.ask(ready.parcel.clone(), Channel::File);
        } else {
            desk.complain(Text::DataSaveFailed);
        }
    };
    view! {
        <button type="button" class="button" on:click=save>
            {icon::icon(icon::DOWNLOAD)}
            {t(Text::SendFile)}
        </button>
    }
    .into_any()
}

/// A code to scan, for two people who stand beside each other. It is drawn once it is asked for.
fn scan(ready: &Ready, desk: Desk) -> Option<AnyView> {
    let link = ready.link.clone().filter(|link| qr::fits(link, Ground::Screen))?;
    let parcel = ready.parcel.clone();
    let asked = RwSignal::new(false);
    let code = move || {
        let drawn = || qr::code(&link, Ground::Screen, t(Text::SendCodeAlt).to_owned());
        asked.get().then(drawn)
    };
    let scanned = move |_| desk.ask(parcel.clone(), Channel::Code);
    let inside = view! {
        <summary>{icon::icon(icon::CODE)} " " {t(Text::SendCode)}</summary>
        <div class="stack">
            <p>{t(Text::SendCodeText)}</p>
            {code}
            <p class="actions">
                <button type="button" class="button" on:click=scanned>
                    {icon::icon(icon::CHECK)}
                    {t(Text::SendCodeDone)}
                </button>
            </p>
        </div>
    };
    let open = move |_| asked.set(true);
    Some(view! { <details class="form-details" on:toggle=open>{inside}</details> }.into_any())
}
