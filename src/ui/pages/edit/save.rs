//! « Enregistrer »: all problems, or a change that is kept; where it cannot be kept, everything stays.

use leptos::ev;
use leptos::prelude::*;

use super::form::Form;
use super::{commune, problems, sections};
use crate::browser::{document, download};
use crate::i18n::Text;
use crate::route::Page;
use crate::storage::port::WriteError;
use crate::ui::components::icon;
use crate::ui::components::notices::not_kept;
use crate::ui::texts::{fill, t};

/// The element that says that a save failed.
const FAILURE: &str = "form-failure";

/// The saving of a form.
#[derive(Clone, Copy)]
pub(super) struct Saving {
    form: Form,
    failed: RwSignal<Option<WriteError>>,
}

impl Saving {
    pub(super) fn new(form: Form) -> Self {
        Self {
            form,
            failed: RwSignal::new(None),
        }
    }

    /// Saves what is typed, or says all that stands in the way.
    pub(super) fn submit(self, event: &ev::SubmitEvent) {
        event.prevent_default();
        let form = self.form;
        commune::resolve(form);
        self.failed.set(None);
        match form.check() {
            Ok(initiative) => match form.app.save(&initiative, &form.ground()) {
                Ok(undo) => {
                    form.keeper.close();
                    if let Some(undo) = undo {
                        form.app.notices.undoable(t(self.saved()), undo);
                        form.go(Page::Proposals.href());
                    } else {
                        form.app.notices.good(t(Text::FormUnchanged));
                        form.go(&form.way_back());
                    }
                }
                Err(error) => {
                    form.show_problems(Vec::new());
                    self.failed.set(Some(error));
                    request_animation_frame(|| document::focus_id(FAILURE));
                }
            },
            Err(problems) => {
                let folded = form.typed.with_untracked(|typed| {
                    problems.iter().any(|problem| problems::is_detail(typed, problem))
                });
                if folded {
                    document::unfold(sections::DETAILS);
                }
                form.show_problems(problems);
                request_animation_frame(|| document::focus_id(problems::SUMMARY));
            }
        }
    }

    /// What is said after a save: that it is kept, and what is not as the person may think.
    fn saved(self) -> Text {
        let id = self.form.id();
        let state = self.form.app.workspace.with_untracked(|workspace| {
            let workspace = workspace.as_ref()?;
            let asked = !workspace.conflicts_of(&id).is_empty();
            Some((workspace.shown().initiative(&id).is_some(), asked))
        });
        match state {
            Some((false, _)) => Text::FormSavedGone,
            Some((true, true)) => Text::FormSavedQuestion,
            _ if self.form.app.is_editor() => Text::FormSavedEditor,
            _ => Text::FormSaved,
        }
    }

    /// What is said where a save failed, with a way to carry away what was typed.
    pub(super) fn failure(self) -> AnyView {
        (move || {
            self.failed.get().map(|error| {
                view! {
                    <div class="notice notice-bad" id=FAILURE role="alert" tabindex="-1">
                        {icon::icon(icon::ALERT)}
                        <div class="notice-body">
                            <p class="notice-title">{t(Text::FormFailed)}</p>
                            <p>{not_kept(error)}</p>
                            <p class="actions">
                                <button type="button" class="button" on:click=move |_| self.carry_away()>
                                    {icon::icon(icon::DOWNLOAD)}
                                    {t(Text::FormDownload)}
                                </button>
                            </p>
                        </div>
                    </div>
                }
            })
        })
        .into_any()
    }

    /// Saves what is typed as a file that « Restaurer » takes up again.
    fn carry_away(self) {
        let form = self.form;
        let id = (!form.is_new()).then(|| form.id());
        let text = form.app.draft_backup(id, &form.kept());
        if let Err(error) = download::save(t(Text::FormFile), "application/json", &text) {
            let reason = document::describe(&error);
            form.app
                .notices
                .bad(fill(Text::FormDownloadFailed, &[("reason", &reason)]));
        }
    }
}
