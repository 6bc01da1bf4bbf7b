//! The themes of the site, for those who publish it: their names, their order, new ones and those that go.

use leptos::ev;
use leptos::prelude::*;

use crate::browser::{chance, document};
use crate::domain::id::Id;
use crate::domain::order::Step;
use crate::domain::theme::Theme;
use crate::domain::themes_draft::{LANGUAGES, Misnamed, ThemeProblem, ThemeRow, ThemesDraft, users};
use crate::format::limits;
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::{App, use_app};
use crate::ui::components::field::Field;
use crate::ui::components::icon;
use crate::ui::components::moves::{follow, moves};
use crate::ui::components::notices::not_kept;
use crate::ui::components::problems::{self, Told};
use crate::ui::texts::{count, fill, lang, number, t};
use crate::workspace::ThemesGround;

/// The element that sums up what is to be corrected.
const SUMMARY: &str = "themes-problems";

/// The button that adds a theme.
const ADD: &str = "themes-add";

/// What each name is called, in the order of [`LANGUAGES`].
const NAMES: [Text; LANGUAGES.len()] = [Text::ThemesFrench, Text::ThemesEnglish];

/// A form of the themes. It is a handle: copies share everything.
#[derive(Clone, Copy)]
struct ThemesForm {
    app: App,
    /// What is typed. Controls write into it and do not follow it.
    typed: RwSignal<ThemesDraft>,
    /// Rises whenever the rows are to be drawn anew.
    shape: RwSignal<u32>,
    problems: RwSignal<Vec<Misnamed>>,
    /// The theme that was to be taken out and is in use, with the number of its initiatives.
    used: RwSignal<Option<(Id, usize)>>,
    /// What a save stands on; none until the catalogue is loaded.
    ground: StoredValue<Option<ThemesGround>>,
}

/// The section of the settings. A form in which nobody has typed follows the catalogue.
pub(super) fn section() -> AnyView {
    let app = use_app();
    let form = ThemesForm {
        app,
        typed: RwSignal::default(),
        shape: RwSignal::new(0),
        problems: RwSignal::default(),
        used: RwSignal::new(None),
        ground: StoredValue::new(None),
    };
    let themes = Memo::new(move |_| app.with_workspace(|workspace| workspace.shown().themes.clone()));
    Effect::new(move |_| {
        let is_behind = themes.with(|themes| themes.as_ref() != form.opened().as_ref());
        if is_behind && form.is_untouched() {
            form.opens();
        }
    });
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        form.save();
    };
    let add = move |_| {
        let id = chance::new_id();
        let first = element(&id, 0);
        form.arrange(|typed| typed.add(id));
        // The row is drawn once this event is over.
        request_animation_frame(move || document::focus_id(&first));
    };
    let rows = move || {
        let shape = form.shape.get();
        let rows = form.typed.with_untracked(|typed| typed.rows().to_vec());
        let rows = rows.into_iter().enumerate();
        rows.map(|(place, row)| (shape, place, row)).collect::<Vec<_>>()
    };
    let is_full = move || form.typed.with(|typed| typed.rows().len() >= limits::THEMES);
    view! {
        <form class="form narrow" id="themes" aria-labelledby="themes-t" novalidate on:submit=save>
            <div class="page-head">
                <h2 id="themes-t">{t(Text::ThemesTitle)}</h2>
                <p class="soft">{t(Text::ThemesLine)}</p>
            </div>
            {form.summary()}
            // A key of its own each time: what was typed into the former controls must not stay in them.
            <div class="items">
                <For
                    each=rows
                    key=|(shape, place, _)| (*shape, *place)
                    children=move |(_, place, typed)| row(form, place, &typed)
                />
            </div>
            <p class="actions">
                <button type="button" class="button" id=ADD disabled=is_full on:click=add>
                    {icon::icon(icon::PLUS)}
                    {t(Text::ThemesAdd)}
                </button>
                <button type="submit" class="button button-main">{icon::icon(icon::SAVE)}{t(Text::ThemesSave)}</button>
            </p>
        </form>
    }
    .into_any()
}

/// The element of a name.
fn element(theme: &Id, language: usize) -> String {
    ["theme-", theme.as_str(), "-", LANGUAGES[language]].concat()
}

/// What a theme is called: as it was typed, in the person's language where it has a name in that.
fn called(row: &ThemeRow, place: usize) -> String {
    let own = LANGUAGES.iter().position(|language| *language == lang().code());
    let own = own.map(|language| &row.names[language]);
    let name = own
        .into_iter()
        .chain(&row.names)
        .find(|name| !name.trim().is_empty());
    name.cloned()
        .unwrap_or_else(|| fill(Text::ThemesN, &[("n", &(place + 1).to_string())]))
}

fn row(form: ThemesForm, place: usize, row: &ThemeRow) -> AnyView {
    let name = called(row, place);
    let id = row.id.clone();
    let start = ["theme-", id.as_str()].concat();
    let label = fill(Text::FormRemove, &[("name", &name)]);
    let names: Vec<_> = (0..LANGUAGES.len())
        .map(|language| field(form, row, language))
        .collect();
    let theme = StoredValue::new(id.clone());
    let step = move |step: Step| {
        let id = theme.get_value();
        let mut moved = false;
        form.arrange(|typed| moved = typed.step(&id, step));
        follow(moved.then(|| ["theme-", id.as_str()].concat()), step);
    };
    let remove = move |_| form.takes_out(&theme.get_value());
    view! {
        <div class="item" role="group" aria-label=name.clone()>
            {moves(&start, &name, step)}
            {names}
            {form.refusal(id)}
            <button type="button" class="button button-quiet" aria-label=label on:click=remove>
                {icon::icon(icon::TRASH)}
                {t(Text::FormRemoveShort)}
            </button>
        </div>
    }
    .into_any()
}

/// A name in one language: label, what is wrong with it, control.
fn field(form: ThemesForm, row: &ThemeRow, language: usize) -> AnyView {
    let (theme, name) = (row.id.clone(), row.names[language].clone());
    let field = Field {
        id: element(&theme, language),
        label: NAMES[language],
        required: false,
        hint: None,
        lang: None,
        error: Memo::new({
            let theme = theme.clone();
            move |_| form.problem(&theme, language).map(sentence)
        }),
    };
    let write = move |name| form.typed.update(|typed| typed.set(&theme, language, name));
    field.view(|control| control.line("text", None, name, write))
}

/// What is wrong with a name, in a sentence.
fn sentence(problem: ThemeProblem) -> String {
    match problem {
        ThemeProblem::Missing => t(Text::ThemesProblemMissing).to_owned(),
        ThemeProblem::Twice => t(Text::ThemesProblemTwice).to_owned(),
        ThemeProblem::TooLong(limit) => {
            #[allow(clippy::cast_precision_loss, reason = "limits are far below 2⁵³")]
            let limit = number(limit as f64);
            fill(Text::ProblemTooLong, &[("n", &limit)])
        }
    }
}

impl ThemesForm {
    /// The form stands on what is shown now, and shows it.
    fn opens(self) {
        let ground = self.app.themes_ground();
        let themes: &[Theme] = ground.as_ref().map_or(&[], |ground| &ground.themes);
        self.typed.set(ThemesDraft::of(themes));
        self.ground.set_value(ground);
        self.problems.set(Vec::new());
        self.used.set(None);
        self.shape.update(|shape| *shape += 1);
    }

    /// The themes as they were when the form was opened or saved.
    fn opened(self) -> Option<Vec<Theme>> {
        self.ground
            .with_value(|ground| ground.as_ref().map(|ground| ground.themes.clone()))
    }

    /// Whether nobody has typed anything since the form was opened or saved.
    fn is_untouched(self) -> bool {
        let opened = ThemesDraft::of(&self.opened().unwrap_or_default());
        self.typed.with_untracked(|typed| *typed == opened)
    }

    /// Changes the order or the number of the rows.
    fn arrange(self, change: impl FnOnce(&mut ThemesDraft)) {
        self.used.set(None);
        self.typed.update(change);
        self.shape.update(|shape| *shape += 1);
    }

    fn problem(self, theme: &Id, language: usize) -> Option<ThemeProblem> {
        self.problems.with(|problems| {
            let found = problems
                .iter()
                .find(|known| known.id == *theme && known.language == language);
            found.map(|known| known.problem)
        })
    }

    /// Takes a theme out of the form, unless initiatives stand under it.
    fn takes_out(self, theme: &Id) {
        if !self.is_used(theme) {
            self.arrange(|typed| typed.remove(theme));
            document::focus_id(ADD);
        }
    }

    /// Whether initiatives stand under a theme, which is then told.
    fn is_used(self, theme: &Id) -> bool {
        let users = self
            .app
            .with_workspace_untracked(|workspace| users(workspace.shown(), theme));
        let used = users
            .filter(|users| *users > 0)
            .map(|users| (theme.clone(), users));
        let is_used = used.is_some();
        self.used.set(used);
        is_used
    }

    /// Why a theme was not taken out, and the way to its initiatives.
    fn refusal(self, theme: Id) -> AnyView {
        let address = Page::Catalogue.with_query(&[("theme", theme.as_str()), ("statut", "toutes")]);
        let users = move || {
            self.used.with(|used| {
                used.as_ref()
                    .filter(|(used, _)| *used == theme)
                    .map(|(_, users)| *users)
            })
        };
        let told = move || {
            users().map(|users| {
                view! {
                    <p>{count(Plural::ThemesUsed, users)} " " <a href=address.clone()>{t(Text::ThemesUsedLink)}</a></p>
                }
            })
        };
        view! { <div role="alert">{told}</div> }.into_any()
    }

    /// Everything that is to be corrected. It takes the focus after a save that failed.
    fn summary(self) -> AnyView {
        (move || {
            let problems = self.problems.get();
            (!problems.is_empty()).then(|| {
                let title = count(Plural::FormProblems, problems.len());
                let title = view! { <h3 class="notice-title" id="themes-problems-t">{title}</h3> }.into_any();
                let told = problems.iter().map(|problem| self.told(problem)).collect();
                problems::summary(SUMMARY, "themes-problems-t", title, told)
            })
        })
        .into_any()
    }

    fn told(self, misnamed: &Misnamed) -> Told {
        let name = self.typed.with_untracked(|typed| {
            let mut rows = typed.rows().iter().enumerate();
            let row = rows.find(|(_, row)| row.id == misnamed.id);
            row.map_or_else(String::new, |(place, row)| called(row, place))
        });
        let field = [name.as_str(), ", ", t(NAMES[misnamed.language])].concat();
        let problem = sentence(misnamed.problem);
        Told {
            element: element(&misnamed.id, misnamed.language),
            sentence: fill(Text::FormProblem, &[("field", &field), ("problem", &problem)]),
        }
    }

    /// Keeps what is typed, or says all that stands in the way.
    fn save(self) {
        let Some(ground) = self.ground.get_value() else {
            return;
        };
        let wanted = match self.typed.with_untracked(|typed| typed.check(&ground.themes)) {
            Ok(wanted) => wanted,
            Err(problems) => {
                self.problems.set(problems);
                request_animation_frame(|| document::focus_id(SUMMARY));
                return;
            }
        };
        self.problems.set(Vec::new());
        match self.app.save_themes(&wanted, &ground) {
            Ok(Some(undo)) => {
                self.app.notices.undoable(t(Text::ThemesSaved), undo);
                self.opens();
            }
            Ok(None) => self.app.notices.good(t(Text::FormUnchanged)),
            // What is typed stays where it is.
            Err(error) => self.app.notices.bad(not_kept(error)),
        }
    }
}
