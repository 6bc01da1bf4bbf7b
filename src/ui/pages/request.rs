//! A request to the association, for who found nothing: four short questions, sent as a proposal is, in
//! words alone. Nothing of it is ever published: it changes nothing, and its call-back is forgotten by the
//! inbox after a time.

use leptos::prelude::*;

use crate::domain::change::{Target, TargetKind};
use crate::domain::text::clean_lines;
use crate::i18n::Text;
use crate::state::send::Parcel;
use crate::state::{App, use_app};
use crate::storage::port::WriteError;
use crate::ui::address::use_address;
use crate::ui::components::sending::{self, Desk, Words};
use crate::ui::components::{loaded, page as arrival};
use crate::ui::texts::{about, t};
use crate::workspace::{Letter, Workspace};

/// How the address asks for an offer.
pub const OFFER: &str = "offre";

/// The longest answer, in characters.
const LONGEST: &str = "600";

/// What a person answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Answers {
    /// Whether they offer help; else they look for it.
    offers: bool,
    what: String,
    place: String,
    call_back: String,
}

/// The page.
pub fn page() -> AnyView {
    let offers = use_address().query("pour").as_deref() == Some(OFFER);
    loaded::loaded(t(Text::RequestTitle), move || {
        let app = use_app();
        let answers = RwSignal::new(Answers {
            offers,
            ..Answers::default()
        });
        let desk = Desk::new();
        Effect::new(move |_| {
            let answers = answers.get();
            let told = |text: &str| !clean_lines(text).is_empty();
            // What cannot be answered, or says nothing, is not sent.
            if told(&answers.what) && told(&answers.call_back) {
                desk.prepare(pack(app, &answers));
            } else {
                desk.clear();
            }
        });
        let after = move || {
            answers.update(|answers| {
                *answers = Answers {
                    offers: answers.offers,
                    ..Answers::default()
                };
            });
        };
        let choice = |offers: bool, label: Text| {
            view! {
                <label class="check">
                    <input
                        class="check-input"
                        type="radio"
                        name="request-kind"
                        prop:checked=move || answers.with(|answers| answers.offers == offers)
                        on:change=move |_| answers.update(|answers| answers.offers = offers)
                    />
                    <span>{t(label)}</span>
                </label>
            }
        };
        view! {
            <header class="page-head narrow">
                {arrival::heading(t(Text::RequestTitle))}
                <p class="soft">{t(Text::RequestLine)}</p>
            </header>
            <div class="narrow stack">
                <fieldset>
                    <legend class="field-label">{t(Text::RequestKind)}</legend>
                    <div class="choices">
                        {choice(false, Text::WaysSeek)}
                        {choice(true, Text::WaysOffer)}
                    </div>
                </fieldset>
                {field(answers, "request-what", Text::RequestWhat, None, |answers| &mut answers.what)}
                {field(answers, "request-place", Text::RequestPlace, None, |answers| &mut answers.place)}
                {field(answers, "request-back", Text::RequestBack, Some(Text::RequestBackHint), |answers| &mut answers.call_back)}
                {sending::sending(desk, after)}
            </div>
        }
        .into_any()
    })
}

fn field(
    answers: RwSignal<Answers>,
    id: &'static str,
    label: Text,
    hint: Option<Text>,
    part: fn(&mut Answers) -> &mut String,
) -> AnyView {
    let value = move || {
        let mut answers = answers.get();
        std::mem::take(part(&mut answers))
    };
    let hint_id = [id, "-hint"].concat();
    let described = hint.is_some().then(|| hint_id.clone());
    let hint = hint.map(|hint| view! { <p class="field-hint" id=hint_id>{t(hint)}</p> });
    view! {
        <div class="field">
            <label class="field-label" for=id>{t(label)}</label>
            {hint}
            <textarea
                class="input"
                id=id
                rows="2"
                maxlength=LONGEST
                aria-describedby=described
                prop:value=value
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    answers.update(|answers| *part(answers) = typed);
                }
            ></textarea>
        </div>
    }
    .into_any()
}

fn pack(app: App, answers: &Answers) -> Result<Option<(Parcel, Words)>, WriteError> {
    let clean = |text: &str| clean_lines(text).into_owned();
    let (what, place) = (clean(&answers.what), clean(&answers.place));
    let kind = t(if answers.offers {
        Text::WaysOffer
    } else {
        Text::WaysSeek
    });
    let mut lines = vec![t(Text::RequestNotPublished).to_owned(), about(kind, &what)];
    if !place.is_empty() {
        lines.push(about(t(Text::RequestPlaceLabel), &place));
    }
    let letter = Letter {
        message: lines.join("\n"),
        call_back: clean(&answers.call_back),
        ..Letter::default()
    };
    let site = app.with_workspace_untracked(|workspace: &Workspace| {
        let site = &workspace.shown().site;
        (site.id.clone(), site.title.clone())
    });
    let Some((id, title)) = site else {
        return Ok(None);
    };
    let target = Target {
        kind: TargetKind::Site,
        id,
    };
    let packed = app.pack_report(&target, &letter, |_, _| None)?;
    let subject = about(&title, kind);
    let words = Words {
        short: subject.clone(),
        full: [subject.as_str(), "\n", &letter.message, "\n", &letter.call_back].concat(),
        subject,
    };
    Ok(packed.map(|parcel| (parcel, words)))
}
