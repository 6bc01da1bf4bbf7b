//! A request to the association, for who found nothing: four short questions, sent as a proposal is, in
//! words alone. Nothing of it is ever published: it changes nothing, and its call-back is forgotten by the
//! inbox after a time. What is typed is kept on the device until it is sent.

use leptos::prelude::*;

use crate::domain::change::{Target, TargetKind};
use crate::domain::text::clean_lines;
use crate::format::request::Request;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::request::RequestError;
use crate::state::send::Parcel;
use crate::state::{App, use_app};
use crate::storage::port::WriteError;
use crate::ui::address::{Step, use_address};
use crate::ui::components::notices::not_kept;
use crate::ui::components::sending::{self, Desk, Words};
use crate::ui::components::{icon, loaded, page as arrival};
use crate::ui::texts::{about, t};
use crate::workspace::{Letter, Workspace};

/// What the address says of a request.
const KIND: &str = "pour";

/// The two kinds of request in the address.
const OFFER: &str = "offre";
const SEARCH: &str = "aide";

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
    /// What this page has kept of it last, or found.
    last: StoredValue<Request>,
    /// Why it is not kept, if it is not.
    problem: RwSignal<Option<RequestError>>,
}

/// The address of an offer, or of a search for help.
pub fn href(offers: bool) -> String {
    Page::Request.with_query(&[(KIND, if offers { OFFER } else { SEARCH })])
}

/// The page.
pub fn page() -> AnyView {
    let address = use_address();
    loaded::loaded(t(Text::RequestTitle), move || {
        let offers = match untrack(|| address.query(KIND)).as_deref() {
            Some(OFFER) => Some(true),
            Some(SEARCH) => Some(false),
            _ => None,
        };
        let answers = Answers::new(use_app(), offers);
        let desk = Desk::new();
        Effect::new(move |_| {
            let request = answers.request();
            answers.keep(&request);
            if is_answerable(&request) {
                desk.prepare(pack(answers.app, &request));
            } else {
                desk.clear();
            }
        });
        let after = move || {
            answers.show(Request {
                offers: answers.offers.get_untracked(),
                ..Request::default()
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
        let wanting = move || (!is_answerable(&answers.request())).then(|| t(Text::RequestWanting));
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
                {field(answers.what, "request-what", Text::RequestWhat, None)}
                {field(answers.place, "request-place", Text::RequestPlace, None)}
                {field(answers.call_back, "request-back", Text::RequestBack, Some(Text::RequestBackHint))}
                <p role="status">{wanting}</p>
                {move || answers.problem.get().map(not_kept_here)}
                {sending::sending(desk, after)}
            </div>
        }
        .into_any()
    })
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
            last: StoredValue::new(found.clone().unwrap_or_default()),
            problem: RwSignal::new(problem),
        };
        let found = found.unwrap_or_default();
        answers.show(Request {
            offers: offers.unwrap_or(found.offers),
            ..found
        });
        answers
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
    told(&request.what) && told(&request.call_back)
}

/// That what is typed is not kept, and why.
fn not_kept_here(error: RequestError) -> AnyView {
    let why = match error {
        RequestError::Write(error) => not_kept(error),
        RequestError::Other => t(Text::RequestElsewhere),
    };
    view! { <p class="field-error" role="alert">{icon::icon(icon::ALERT)} <span>{why}</span></p> }.into_any()
}

fn field(answer: RwSignal<String>, id: &'static str, label: Text, hint: Option<Text>) -> AnyView {
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
                prop:value=answer
                on:input=move |event| answer.set(event_target_value(&event))
            ></textarea>
        </div>
    }
    .into_any()
}

fn pack(app: App, request: &Request) -> Result<Option<(Parcel, Words)>, WriteError> {
    let clean = |text: &str| clean_lines(text).into_owned();
    let (what, place) = (clean(&request.what), clean(&request.place));
    let kind = t(if request.offers {
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
        call_back: clean(&request.call_back),
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
