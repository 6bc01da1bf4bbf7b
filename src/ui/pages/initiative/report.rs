//! « Signaler »: saying in a tap that something about an initiative is wrong. It goes the same ways as
//! a proposal; nothing of it is changed on this device.

use leptos::prelude::*;

use crate::browser::document;
use crate::domain::change::{Change, Target, TargetKind};
use crate::domain::email::Email;
use crate::domain::id::Id;
use crate::domain::phone::Phone;
use crate::domain::text::clean_lines;
use crate::i18n::Text;
use crate::state::App;
use crate::state::send::Parcel;
use crate::storage::port::WriteError;
use crate::ui::components::sending::{self, Desk, Words};
use crate::ui::components::{choice, icon};
use crate::ui::texts::{about, fill, t};
use crate::workspace::{Letter, Stamp, Workspace};

const DIALOG: &str = "report";

/// The longest explanation, in characters.
const LONGEST: &str = "600";

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Number,
    Ended,
    RemoveMe,
    Other,
}

impl Wrong {
    const ALL: [Self; 4] = [Self::Number, Self::Ended, Self::RemoveMe, Self::Other];

    const fn label(self) -> Text {
        match self {
            Self::Number => Text::ReportNumber,
            Self::Ended => Text::ReportEnded,
            Self::RemoveMe => Text::ReportRemoveMe,
            Self::Other => Text::ReportSomething,
        }
    }

    /// What will happen, in plain words.
    const fn hint(self) -> Text {
        match self {
            Self::Number => Text::ReportNumberHint,
            Self::Ended => Text::ReportEndedHint,
            Self::RemoveMe => Text::ReportRemoveMeHint,
            Self::Other => Text::ReportSomethingHint,
        }
    }

    /// The change that is asked for, where words alone do not say it all.
    fn change(self, workspace: &Workspace, initiative: &Id, stamp: Stamp) -> Option<Change> {
        match self {
            Self::Ended => workspace.report_end(initiative, stamp),
            Self::RemoveMe => workspace.report_request(initiative, stamp),
            Self::Number | Self::Other => None,
        }
    }
}

/// The button that opens the dialog.
pub(super) fn button() -> AnyView {
    view! {
        <button type="button" class="button" on:click=|_| document::show_modal(DIALOG)>
            {icon::icon(icon::FLAG)}
            {t(Text::ReportAction)}
        </button>
    }
    .into_any()
}

/// What is wrong, in a tap and a few words, and the ways to send it.
pub(super) fn dialog(app: App, id: Id, title: Signal<String>) -> AnyView {
    let wrong = RwSignal::new(None::<Wrong>);
    let said = RwSignal::new(String::new());
    let desk = Desk::new();
    Effect::new(move |_| {
        let (wrong, said) = (wrong.get(), said.with(|said| clean_lines(said).into_owned()));
        // « Autre chose » says nothing without words.
        match wrong.filter(|wrong| *wrong != Wrong::Other || !said.is_empty()) {
            Some(wrong) => {
                let (id, title) = (id.clone(), title.get());
                desk.prepare(move || pack(app, wrong, &id, &title, &said));
            }
            None => desk.clear(),
        }
    });
    let after = move || {
        document::close_dialog(DIALOG);
        wrong.set(None);
        said.set(String::new());
    };
    let choices: Vec<_> = Wrong::ALL
        .into_iter()
        .map(|own| choice::radio("wrong", own.label(), Some(own), wrong))
        .collect();
    let hint = move || wrong.get().map(|wrong| hint(app, wrong));
    let is_chosen = Memo::new(move |_| wrong.with(Option::is_some));
    let words = move || is_chosen.get().then(|| words(said));
    let heading = move || fill(Text::ReportTitle, &[("title", &title.get())]);
    view! {
        <dialog class="dialog" id=DIALOG aria-labelledby="report-t">
            <div class="dialog-body">
                <h2 id="report-t">{heading}</h2>
                <fieldset>
                    <legend class="field-label">{t(Text::ReportWhat)}</legend>
                    <div class="choices">{choices}</div>
                </fieldset>
                <div role="status">{hint}</div>
                {words}
                {sending::sending(desk, after)}
                <p class="actions">
                    <button type="button" class="button" on:click=|_| document::close_dialog(DIALOG)>
                        {t(Text::ReportClose)}
                    </button>
                </p>
            </div>
        </dialog>
    }
    .into_any()
}

/// What will happen.
fn hint(app: App, wrong: Wrong) -> AnyView {
    view! {
        <p>{t(wrong.hint())}</p>
        {(wrong == Wrong::RemoveMe).then(|| directly(app))}
    }
    .into_any()
}

/// A few words to add.
fn words(said: RwSignal<String>) -> AnyView {
    view! {
        <div class="field">
            <label class="field-label" for="report-said">{t(Text::ReportSaid)}</label>
            <textarea
                class="input"
                id="report-said"
                rows="3"
                maxlength=LONGEST
                prop:value=said.get_untracked()
                on:input=move |event| said.set(event_target_value(&event))
            ></textarea>
        </div>
    }
    .into_any()
}

/// How to reach the association without any of this.
fn directly(app: App) -> Option<AnyView> {
    let publisher = app.with_workspace(|workspace| workspace.shown().site.publisher.clone())?;
    let phone = Phone::parse(&publisher.phone).map(|phone| {
        let address = ["tel:", phone.as_str()].concat();
        view! { <li><a class="strip" href=address>{icon::icon(icon::PHONE)}<span class="strip-text">{phone.display()}</span></a></li> }
    });
    let email = Email::parse(&publisher.email).map(|email| {
        let address = crate::route::outward::email(Some(&email), "", "");
        view! { <li><a class="strip" href=address>{icon::icon(icon::MAIL)}<span class="strip-text">{email.as_str().to_owned()}</span></a></li> }
    });
    (phone.is_some() || email.is_some()).then(|| {
        view! {
            <p>{t(Text::ReportDirectly)}</p>
            <ul class="strips">{phone}{email}</ul>
        }
        .into_any()
    })
}

fn pack(
    app: App,
    wrong: Wrong,
    initiative: &Id,
    title: &str,
    said: &str,
) -> Result<Option<(Parcel, Words)>, WriteError> {
    let target = Target {
        kind: TargetKind::Initiative,
        id: initiative.clone(),
    };
    let label = t(wrong.label());
    let message = if said.is_empty() {
        label.to_owned()
    } else {
        about(label, said)
    };
    let letter = Letter {
        message: message.clone(),
        ..Letter::default()
    };
    let packed = app.pack_report(&target, &letter, |workspace, stamp| {
        wrong.change(workspace, initiative, stamp)
    });
    let site = app.workspace.with_untracked(|workspace| {
        let site = |workspace: &Workspace| workspace.shown().site.title.clone();
        workspace.as_ref().map(site)
    });
    let words = site.map(|site| {
        let subject = about(&site, &fill(Text::ReportAbout, &[("title", title)]));
        Words {
            short: [subject.as_str(), ". ", label].concat(),
            full: [subject.as_str(), "\n", &message].concat(),
            subject,
        }
    });
    Ok(packed?.zip(words))
}
