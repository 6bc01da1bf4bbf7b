//! The form of a site's settings: what is typed and what is wrong with it.

use leptos::prelude::*;

use super::{field, words};
use crate::domain::draft::Ground;
use crate::domain::site::Site;
use crate::domain::site_draft::{SiteDraft, SiteField, SiteProblem};
use crate::i18n::{Plural, Text};
use crate::state::{App, use_app};
use crate::ui::components::problems::{self, Told};
use crate::ui::texts::{count, fill, t};

/// The element that sums up what is to be corrected.
pub(super) const SUMMARY: &str = "site-problems";

/// A form of a site's settings. It is a handle: copies share everything.
#[derive(Clone, Copy)]
pub(super) struct SiteForm {
    pub(super) app: App,
    /// What is typed. Controls write into it and do not follow it.
    pub(super) typed: RwSignal<SiteDraft>,
    problems: RwSignal<Vec<(SiteField, SiteProblem)>>,
    /// The site as the form was opened.
    base: StoredValue<Site>,
    /// What a save stands on; none where nothing is published yet.
    ground: StoredValue<Option<Ground>>,
}

impl SiteForm {
    pub(super) fn of(site: Site, ground: Option<Ground>) -> Self {
        Self {
            app: use_app(),
            typed: RwSignal::new(SiteDraft::of(&site)),
            problems: RwSignal::new(Vec::new()),
            base: StoredValue::new(site),
            ground: StoredValue::new(ground),
        }
    }

    pub(super) fn set(self, field: SiteField, text: String) {
        self.typed.update(|typed| typed.set(field, text));
    }

    /// What is wrong with a field, once a save has been tried.
    pub(super) fn problem(self, field: SiteField) -> Option<SiteProblem> {
        self.problems.with(|problems| {
            let found = problems.iter().find(|(known, _)| *known == field);
            found.map(|(_, problem)| problem.clone())
        })
    }

    /// The site as it was typed; nothing where something is wrong, which is then told.
    pub(super) fn checked(self) -> Option<(Site, Option<Ground>)> {
        let base = self.base.get_value();
        match self.typed.with_untracked(|typed| typed.check(&base)) {
            Ok(site) => {
                self.problems.set(Vec::new());
                Some((site, self.ground.get_value()))
            }
            Err(problems) => {
                self.problems.set(problems);
                None
            }
        }
    }

    /// Whether nobody has typed anything since the form was opened or saved.
    pub(super) fn is_untouched(self) -> bool {
        let opened = self.base.with_value(SiteDraft::of);
        self.typed.with_untracked(|typed| *typed == opened)
    }

    /// Whether the form stands on this site.
    pub(super) fn shows(self, site: &Site) -> bool {
        self.base.with_value(|base| base == site)
    }

    /// After a save the form stands on what is shown now. What is typed stays.
    pub(super) fn stands_anew(self) {
        if let Some((site, ground)) = self.app.site_and_ground() {
            self.base.set_value(site);
            self.ground.set_value(Some(ground));
        }
    }

    /// Everything that is to be corrected, each with a link to its field. It takes the focus after a save
    /// that failed.
    pub(super) fn summary(self) -> AnyView {
        (move || {
            let problems = self.problems.get();
            (!problems.is_empty()).then(|| {
                let title = count(Plural::FormProblems, problems.len());
                let title = view! { <h3 class="notice-title" id="site-problems-t">{title}</h3> }.into_any();
                let told = problems
                    .iter()
                    .map(|(field, problem)| told(*field, problem))
                    .collect();
                problems::summary(SUMMARY, "site-problems-t", title, told)
            })
        })
        .into_any()
    }
}

fn told(field: SiteField, problem: &SiteProblem) -> Told {
    Told {
        element: field::id(field),
        sentence: fill(
            Text::FormProblem,
            &[
                ("field", t(words::label(field))),
                ("problem", &words::problem(problem)),
            ],
        ),
    }
}
