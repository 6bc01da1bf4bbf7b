//! A field of a form: its label, its hint, what is wrong with it, and its control.

use leptos::prelude::*;

use super::icon;
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
