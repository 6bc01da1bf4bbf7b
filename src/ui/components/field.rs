//! A field of a form: its label, its hint, what is wrong with it, and its control.
//!
//! Controls are filled once and tell what is typed; they do not follow it.

use leptos::prelude::*;

use super::icon;
use crate::domain::draft::Draft;
use crate::i18n::Text;
use crate::ui::texts::t;

/// What stands around a control.
pub struct Field {
    /// The identifier of the control. The hint's and the error's derive from it.
    pub id: String,
    /// What the control is called.
    pub label: Text,
    /// Whether it must be filled, which is told beside the label.
    pub required: bool,
    /// What helps to fill it.
    pub hint: Option<Text>,
    /// The language in which it is filled, where that is not the site's.
    pub lang: Option<&'static str>,
    /// What is wrong with it, in a sentence.
    pub error: Memo<Option<String>>,
}

/// How a control stands in its field.
pub struct Control {
    /// Its identifier.
    pub id: String,
    /// The identifiers of what describes it.
    pub described: Signal<Option<String>>,
    /// Whether it is marked as wrong.
    pub invalid: Signal<Option<&'static str>>,
    /// Whether it must be filled.
    pub required: Option<&'static str>,
    /// The language in which it is filled, where that is not the site's.
    pub lang: Option<&'static str>,
}

impl Control {
    /// A text on one line, of a kind of input, with the keyboard that suits it.
    pub fn line(
        self,
        kind: &'static str,
        mode: Option<&'static str>,
        text: String,
        write: impl Fn(String) + 'static,
    ) -> AnyView {
        view! {
            <input
                class="input"
                id=self.id
                type=kind
                inputmode=mode
                lang=self.lang
                autocomplete="off"
                value=text
                aria-describedby=self.described
                aria-invalid=self.invalid
                aria-required=self.required
                on:input=move |event| write(event_target_value(&event))
            />
        }
        .into_any()
    }

    /// A text of paragraphs, so many lines high at first.
    pub fn paragraphs(self, rows: &'static str, text: String, write: impl Fn(String) + 'static) -> AnyView {
        view! {
            <textarea
                class="input"
                id=self.id
                rows=rows
                lang=self.lang
                prop:value=text
                aria-describedby=self.described
                aria-invalid=self.invalid
                on:input=move |event| write(event_target_value(&event))
            ></textarea>
        }
        .into_any()
    }

    /// One of a list of values with their labels.
    pub fn choice(
        self,
        options: Vec<(String, String)>,
        chosen: &str,
        write: impl Fn(String) + 'static,
    ) -> AnyView {
        let option = |(value, label): (String, String)| {
            let is_chosen = value == chosen;
            view! { <option value=value selected=is_chosen>{label}</option> }
        };
        let options: Vec<_> = options.into_iter().map(option).collect();
        view! {
            <select
                class="input"
                id=self.id
                aria-describedby=self.described
                aria-invalid=self.invalid
                on:change=move |event| write(event_target_value(&event))
            >
                {options}
            </select>
        }
        .into_any()
    }

    /// A box to tick, which is told as a draft writes it.
    pub fn tick(self, text: &str, write: impl Fn(String) + 'static) -> AnyView {
        let set = move |event| {
            let text = if event_target_checked(&event) {
                Draft::YES
            } else {
                ""
            };
            write(text.to_owned());
        };
        view! {
            <input
                class="check-input"
                type="checkbox"
                id=self.id
                checked=text == Draft::YES
                aria-describedby=self.described
                aria-invalid=self.invalid
                on:change=set
            />
        }
        .into_any()
    }
}

impl Field {
    /// The field around a control under its label.
    pub fn view(self, control: impl FnOnce(Control) -> AnyView) -> AnyView {
        let error = self.error;
        let class = move || {
            if error.with(Option::is_some) {
                "field field-invalid"
            } else {
                "field"
            }
        };
        // The mark stands beside the label, so that the label's text is the control's whole name.
        let mark = self.required.then(
            || view! { " " <span class="field-mark" aria-hidden="true">{t(Text::FormRequired)}</span> },
        );
        view! {
            <div class=class>
                <p><label class="field-label" for=self.id.clone()>{t(self.label)}</label>{mark}</p>
                {self.hint()}
                {self.error()}
                {control(self.control())}
            </div>
        }
        .into_any()
    }

    /// The field around a box to tick, which stands before its label.
    pub fn tick(self, tick: impl FnOnce(Control) -> AnyView) -> AnyView {
        view! {
            <div class="field">
                <label class="check">{tick(self.control())}<span>{t(self.label)}</span></label>
                {self.hint()}
                {self.error()}
            </div>
        }
        .into_any()
    }

    fn control(&self) -> Control {
        let (hint, error) = (self.hint.map(|_| self.hint_id()), (self.error, self.error_id()));
        Control {
            id: self.id.clone(),
            described: Signal::derive(move || {
                let (wrong, id) = &error;
                let wrong = wrong.with(Option::is_some).then_some(id.as_str());
                let ids: Vec<&str> = hint.as_deref().into_iter().chain(wrong).collect();
                (!ids.is_empty()).then(|| ids.join(" "))
            }),
            invalid: Signal::derive({
                let error = self.error;
                move || error.with(Option::is_some).then_some("true")
            }),
            required: self.required.then_some("true"),
            lang: self.lang,
        }
    }

    fn hint_id(&self) -> String {
        [&self.id, "-hint"].concat()
    }

    fn error_id(&self) -> String {
        [&self.id, "-error"].concat()
    }

    fn hint(&self) -> Option<AnyView> {
        let id = self.hint_id();
        self.hint
            .map(|hint| view! { <p class="field-hint" id=id>{t(hint)}</p> }.into_any())
    }

    fn error(&self) -> AnyView {
        let (error, id) = (self.error, self.error_id());
        (move || {
            error.get().map(|sentence| {
                view! {
                    <p class="field-error" id=id.clone()>{icon::icon(icon::ALERT)} <span>{sentence}</span></p>
                }
            })
        })
        .into_any()
    }
}
