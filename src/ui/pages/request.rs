//! A request to the association, for who found nothing: four short questions, sent as a proposal is, in
//! words alone. Nothing of it is ever published: it changes nothing, and its call-back is forgotten by the
//! inbox after a time. What is typed is kept on the device until it is sent.
//!
//! The address says which side a person comes from, and about what: `?pour=offre&quoi=…`. The side that it asks
//! for wins over the one that was kept; the words that were kept stay, and are told of.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clock, document};
use crate::domain::call_back::CallBack;
use crate::domain::change::{Target, TargetKind};
use crate::domain::text::clean_lines;
use crate::format::request::{self as wording, Request};
use crate::i18n::Text;
use crate::route::Page;
use crate::state::request::RequestError;
use crate::state::send::Parcel;
use crate::state::{App, use_app};
use crate::storage::port::WriteError;
use crate::ui::address::{Address, Step, use_address};
use crate::ui::components::notices::not_kept;
use crate::ui::components::sending::{self, Desk, Words};
use crate::ui::components::{icon, loaded, page as arrival};
use crate::ui::texts::{about, fill, lang, t};
use crate::workspace::{Letter, Workspace};

/// What the address says of a request.
const KIND: &str = "pour";

/// The two kinds of request in the address.
const OFFER: &str = "offre";
const SEARCH: &str = "aide";

/// What it is about, in the address.
const ABOUT: &str = "quoi";

/// The identifier of what is said once it is sent.
const DONE: &str = "request-done";

/// The identifiers of the field for the call-back, and of what is wrong with it.
const BACK: &str = "request-back";
const BACK_TOLD: &str = "request-back-told";

/// The longest answer, in characters.
const LONGEST: &str = "600";

/// What a person answers, as it is typed. It is a handle: copies share everything.
#[derive(Clone, Copy)]
struct Answers {
    app: App,
    offers: RwSignal<bool>,
    what: RwSignal<String>,
    place: RwSignal<String>,
    call_back: RwSignal<String>,
    /// Whether the call-back is written as far as the person knows, so that what is wrong with it can be told.
    is_judged: RwSignal<bool>,
    /// The side from which the kept words come, where that is not the one asked for.
    kept_from: RwSignal<Option<bool>>,
    /// What this page has kept of it last, or found.
    last: StoredValue<Request>,
    /// Why it is not kept, if it is not.
    problem: RwSignal<Option<RequestError>>,
}

/// The address of an offer, or of a search for help.
pub fn href(offers: bool) -> String {
    Page::Request.with_query(&[(KIND, if offers { OFFER } else { SEARCH })])
}

/// The address of an offer about something.
pub fn href_about(what: &str) -> String {
    Page::Request.with_query(&[(KIND, OFFER), (ABOUT, what)])
}

/// The side that the address asks for, if it does.
fn side(address: Address) -> Option<bool> {
    match address.query(KIND).as_deref() {
        Some(OFFER) => Some(true),
        Some(SEARCH) => Some(false),
        _ => None,
    }
}

const fn title(offers: bool) -> Text {
    if offers {
        Text::RequestTitleOffer
    } else {
        Text::RequestTitle
    }
}

/// The page.
pub fn page() -> AnyView {
    let address = use_address();
    let first = title(untrack(|| side(address)) == Some(true));
    loaded::loaded(t(first), move || {
        let answers = Answers::new(use_app(), untrack(|| side(address)));
        if let Some(what) = untrack(|| address.query(ABOUT)) {
            answers.begin_with(&what);
            // It has begun, and must not begin again: the words are the person's now.
            Effect::new(move || address.go(&href(answers.offers.get_untracked()), Step::Replace));
        }
        // A link, or the way back, to the other side does not draw the page anew.
        let asked = Memo::new(move |_| side(address));
        Effect::new(move |before: Option<()>| {
            if let (Some(offers), Some(())) = (asked.get(), before) {
                answers.offers.set(offers);
            }
        });
        // How the call-back of what was sent last was given.
        let done = RwSignal::new(None::<String>);
        let desk = Desk::new();
        Effect::new(move |_| {
            let request = answers.request();
            answers.keep(&request);
            if is_answerable(&request) {
                desk.prepare(move || pack(answers.app, &request));
            } else {
                desk.clear();
            }
        });
        let after = move || {
            done.set(Some(clean_lines(&answers.call_back.get_untracked()).into_owned()));
            answers.empty();
            spawn_local(async {
                clock::let_draw().await;
                document::focus_id(DONE);
            });
        };
        let choice = |offers: bool, label: Text| {
            view! {
                <label class="check">
                    <input
                        class="check-input"
                        type="radio"
                        name="request-kind"
                        prop:checked=move || answers.offers.get() == offers
                        on:change=move |_| {
                            answers.offers.set(offers);
                            address.go(&href(offers), Step::Replace);
                        }
                    />
                    <span>{t(label)}</span>
                </label>
            }
        };
        let wanting = move || {
            let is_done = done.with(Option::is_some) && answers.request().is_empty();
            (!is_done && !is_answerable(&answers.request())).then(|| t(Text::RequestWanting))
        };
        let line = move || {
            let offers = answers.offers.get();
            t(if offers {
                Text::RequestLineOffer
            } else {
                Text::RequestLine
            })
        };
        view! {
            <header class="page-head narrow">
                {heading(answers)}
                <p class="soft">{line}</p>
            </header>
            <div class="narrow stack">
                {move || done.get().map(|back| sent(&back))}
                <fieldset>
                    <legend class="field-label">{t(Text::RequestKind)}</legend>
                    <div class="choices">
                        {choice(false, Text::WaysSeek)}
                        {choice(true, Text::WaysOffer)}
                    </div>
                </fieldset>
                {move || answers.kept_from.get().map(|offers| kept_from(answers, offers))}
                {field(answers.what, "request-what", Text::RequestWhat)}
                {field(answers.place, "request-place", Text::RequestPlace)}
                {call_back(answers)}
                <p role="status">{wanting}</p>
                {move || answers.problem.get().map(not_kept_here)}
                {sending::sending(desk, after)}
            </div>
        }
        .into_any()
    })
}

/// The heading, which follows the side that is chosen, and the title of the document with it.
fn heading(answers: Answers) -> AnyView {
    let shown = Memo::new(move |_| t(title(answers.offers.get())));
    arrival::arrive(shown.get_untracked().to_owned());
    Effect::new(move |before: Option<()>| {
        let shown = shown.get();
        if before.is_some() {
            arrival::name_document(answers.app, shown);
        }
    });
    view! { <h1 tabindex="-1" id="title">{move || shown.get()}</h1> }.into_any()
}

/// What is said once it is sent: what comes next, and where it is found again.
fn sent(back: &str) -> AnyView {
    view! {
        <section class="notice notice-good" id=DONE tabindex="-1" aria-labelledby="request-done-t">
            {icon::icon(icon::DONE)}
            <div class="notice-body">
                <h2 class="notice-title" id="request-done-t">{t(Text::RequestSentTitle)}</h2>
                <p>{fill(Text::RequestSentNext, &[("back", back)])}</p>
                <p>{t(Text::RequestSentWhere)}</p>
                <p class="actions">
                    <a class="button" href=Page::Proposals.href()>{t(Text::MenuProposals)}</a>
                </p>
            </div>
        </section>
    }
    .into_any()
}

/// That the words come from the other side, and the way to begin with none.
fn kept_from(answers: Answers, offers: bool) -> AnyView {
    let text = if offers {
        Text::RequestKeptOffer
    } else {
        Text::RequestKeptSearch
    };
    let empty = move |_| {
        answers.empty();
        document::focus_id("request-what");
    };
    view! {
        <div class="notice notice-warn">
            {icon::icon(icon::INFO)}
            <div class="notice-body">
                <p>{t(text)}</p>
                <p class="actions">
                    <button type="button" class="button" on:click=empty>{t(Text::RequestEmpty)}</button>
                </p>
            </div>
        </div>
    }
    .into_any()
}

impl Answers {
    /// What was being written, or nothing yet. The way by which a person comes says which kind it is;
    /// their words stay.
    fn new(app: App, offers: Option<bool>) -> Self {
        let (found, problem) = match app.request() {
            Ok(found) => (found, None),
            Err(error) => (None, Some(RequestError::Write(error))),
        };
        let answers = Self {
            app,
            offers: RwSignal::new(false),
            what: RwSignal::default(),
            place: RwSignal::default(),
            call_back: RwSignal::default(),
            is_judged: RwSignal::new(true),
            kept_from: RwSignal::new(None),
            last: StoredValue::new(found.clone().unwrap_or_default()),
            problem: RwSignal::new(problem),
        };
        let found = found.unwrap_or_default();
        if !found.what.is_empty() && offers.is_some_and(|offers| offers != found.offers) {
            answers.kept_from.set(Some(found.offers));
        }
        answers.show(Request {
            offers: offers.unwrap_or(found.offers),
            ..found
        });
        answers
    }

    /// Begins with what the address says, before whatever was written already.
    fn begin_with(self, what: &str) {
        let what = clean_lines(what).into_owned();
        self.what.update(|own| {
            if !own.contains(&what) {
                let rest = own.trim_start().to_owned();
                let whole = [what.as_str(), "\n", &rest].concat();
                whole.trim_end().clone_into(own);
            }
        });
    }

    /// Takes the words away; the side stays.
    fn empty(self) {
        self.kept_from.set(None);
        self.show(Request {
            offers: self.offers.get_untracked(),
            ..Request::default()
        });
    }

    /// What is typed.
    fn request(self) -> Request {
        Request {
            offers: self.offers.get(),
            what: self.what.get(),
            place: self.place.get(),
            call_back: self.call_back.get(),
        }
    }

    fn show(self, request: Request) {
        self.offers.set(request.offers);
        self.what.set(request.what);
        self.place.set(request.place);
        self.call_back.set(request.call_back);
    }

    /// Keeps what is typed, unless it is kept already.
    fn keep(self, request: &Request) {
        if self
            .last
            .with_value(|last| last == request || (last.is_empty() && request.is_empty()))
        {
            return;
        }
        let kept = self.last.with_value(|last| self.app.keep_request(request, last));
        if kept.is_ok() {
            self.last.set_value(request.clone());
        }
        self.problem.set(kept.err());
    }
}

/// Whether it says something, to which one can answer. Anything else is not sent.
fn is_answerable(request: &Request) -> bool {
    let told = |text: &str| !clean_lines(text).is_empty();
    let is_broken = matches!(
        CallBack::of(&request.call_back),
        CallBack::BrokenPhone | CallBack::BrokenEmail
    );
    told(&request.what) && told(&request.call_back) && !is_broken
}

/// That what is typed is not kept, and why.
fn not_kept_here(error: RequestError) -> AnyView {
    let why = match error {
        RequestError::Write(error) => not_kept(error),
        RequestError::Other => t(Text::RequestElsewhere),
    };
    view! { <p class="field-error" role="alert">{icon::icon(icon::ALERT)} <span>{why}</span></p> }.into_any()
}

fn field(answer: RwSignal<String>, id: &'static str, label: Text) -> AnyView {
    view! {
        <div class="field">
            <label class="field-label" for=id>{t(label)}</label>
            <textarea
                class="input"
                id=id
                rows="2"
                maxlength=LONGEST
                prop:value=answer
                on:input=move |event| answer.set(event_target_value(&event))
            ></textarea>
        </div>
    }
    .into_any()
}

/// How to answer. A number or an address that is none is told of once the person has left the field, and is not
/// sent: nobody could answer to it. Words can be sent; that they must suffice is told.
fn call_back(answers: Answers) -> AnyView {
    let judged = Memo::new(move |_| {
        let text = answers.call_back.get();
        (answers.is_judged.get() && !text.trim().is_empty()).then(|| CallBack::of(&text))
    });
    let problem = Memo::new(move |_| match judged.get() {
        Some(CallBack::BrokenPhone) => Some(Text::ProblemPhone),
        Some(CallBack::BrokenEmail) => Some(Text::ProblemEmail),
        _ => None,
    });
    let told = move || {
        let problem = problem.get().map(|problem| {
            view! { <span class="field-error">{icon::icon(icon::ALERT)} <span>{t(problem)}</span></span> }
        });
        let words = (judged.get() == Some(CallBack::Words)).then(|| t(Text::RequestBackWords));
        view! {
            {problem}
            {words}
        }
    };
    view! {
        <div class="field">
            <label class="field-label" for=BACK>{t(Text::RequestBack)}</label>
            <p class="field-hint" id="request-back-hint">{t(Text::RequestBackHint)}</p>
            <textarea
                class="input"
                id=BACK
                rows="2"
                maxlength=LONGEST
                aria-describedby=["request-back-hint ", BACK_TOLD].concat()
                aria-invalid=move || problem.get().map(|_| "true")
                prop:value=answers.call_back
                on:input=move |event| {
                    answers.is_judged.set(false);
                    answers.call_back.set(event_target_value(&event));
                }
                on:change=move |_| answers.is_judged.set(true)
            ></textarea>
            <p class="field-hint" id=BACK_TOLD role="status">{told}</p>
        </div>
    }
    .into_any()
}

fn pack(app: App, request: &Request) -> Result<Option<(Parcel, Words)>, WriteError> {
    let letter = Letter {
        message: request.message(lang()),
        call_back: clean_lines(&request.call_back).into_owned(),
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
    let mut packed = app.pack_report(&target, &letter, |_, _| None)?;
    // The site's own title would not tell the person what it was about.
    for item in packed.iter_mut().flat_map(|parcel| &mut parcel.items) {
        item.title = about(t(yours(request.offers)), &request.first_words());
    }
    let subject = about(&title, t(wording::kind(request.offers)));
    let words = Words {
        short: subject.clone(),
        full: [subject.as_str(), "\n", &letter.message, "\n", &letter.call_back].concat(),
        subject,
    };
    Ok(packed.map(|parcel| (parcel, words)))
}

/// How its writer finds it again.
const fn yours(offers: bool) -> Text {
    if offers {
        Text::RequestYoursOffer
    } else {
        Text::RequestYours
    }
}
