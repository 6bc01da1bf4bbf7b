//! The form that is on screen: what is typed and what is wrong with it.

use leptos::prelude::*;

use super::keeping::Keeper;
use super::translation;
use crate::browser::{chance, clock};
use crate::domain::change::{Target, TargetKind};
use crate::domain::draft::{Draft, Field, Ground, Problem, ProblemKind, Row};
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::format::draft::KeptDraft;
use crate::format::v1;
use crate::format::warning::Warnings;
use crate::route::Page;
use crate::state::{App, use_app};
use crate::ui::address::{Address, Step, use_address};

/// The form that is on screen. It is a handle: copies share everything.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) app: App,
    /// What is typed. Controls write into it and read it when they are drawn; they do not follow it,
    /// so that nothing moves under the fingers of a person who types.
    pub(super) typed: RwSignal<Draft>,
    /// What is wrong with it, once a save has been tried.
    pub(super) problems: RwSignal<Vec<Problem>>,
    /// Grows when the controls must be drawn anew, after the form was put on another ground.
    pub(super) drawn: RwSignal<u32>,
    pub(super) keeper: Keeper,
    /// The initiative as the form shows it, or a new one.
    base: StoredValue<Initiative>,
    /// What a save stands on.
    ground: StoredValue<Ground>,
    /// The form as it was opened.
    opened: StoredValue<Draft>,
    is_new: bool,
    tried: StoredValue<bool>,
    address: Address,
    /// Themes that can be chosen beside the catalogue's: identifiers with their names.
    pub(super) themes: StoredValue<Vec<(String, String)>>,
}

/// The lists of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Measures,
    Needs,
    Contacts,
    Translations,
}

impl List {
    pub(super) fn of(self, draft: &Draft) -> &Vec<Row> {
        match self {
            Self::Measures => &draft.measures,
            Self::Needs => &draft.needs,
            Self::Contacts => &draft.contacts,
            Self::Translations => &draft.translations,
        }
    }

    fn of_mut(self, draft: &mut Draft) -> &mut Vec<Row> {
        match self {
            Self::Measures => &mut draft.measures,
            Self::Needs => &mut draft.needs,
            Self::Contacts => &mut draft.contacts,
            Self::Translations => &mut draft.translations,
        }
    }
}

/// One control's place in the form.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slot {
    pub(super) row: Option<(List, Id)>,
    pub(super) field: Field,
}

impl Slot {
    /// A field outside the lists.
    pub(super) const fn of(field: Field) -> Self {
        Self { row: None, field }
    }

    /// A field of a row.
    pub(super) const fn in_row(list: List, row: Id, field: Field) -> Self {
        Self {
            row: Some((list, row)),
            field,
        }
    }

    /// The identifier of the control on the page.
    pub(super) fn element(&self) -> String {
        element(self.row.as_ref().map(|(_, row)| row), &self.field)
    }
}

/// The identifier of a field's control on the page.
pub(super) fn element(row: Option<&Id>, field: &Field) -> String {
    ["f-", row.map_or("", Id::as_str), field.code()].concat()
}

impl Form {
    /// The form of an initiative, or an empty one.
    pub(super) fn open(initiative: Option<Initiative>) -> Self {
        let app = use_app();
        let ground = initiative
            .as_ref()
            .and_then(|initiative| present(app, &initiative.id));
        let is_new = initiative.is_none();
        let base = initiative.unwrap_or_else(|| Initiative::new(chance::new_id(), String::new()));
        let opened = if is_new {
            translation::offered(app, Draft::default())
        } else {
            translation::offered(app, Draft::of(&base))
        };
        Self {
            app,
            typed: RwSignal::new(opened.clone()),
            problems: RwSignal::new(Vec::new()),
            drawn: RwSignal::new(0),
            keeper: Keeper::new(app, (!is_new).then(|| base.id.clone())),
            base: StoredValue::new(base),
            // Nothing stands below a new one.
            ground: StoredValue::new(ground.unwrap_or_default()),
            opened: StoredValue::new(opened),
            is_new,
            tried: StoredValue::new(false),
            address: use_address(),
            themes: StoredValue::new(Vec::new()),
        }
    }

    /// A form whose text is another page's to keep: of an initiative that does not exist yet.
    pub(super) fn elsewhere(base: Initiative, typed: Draft, themes: Vec<(String, String)>) -> Self {
        let app = use_app();
        Self {
            app,
            typed: RwSignal::new(typed.clone()),
            problems: RwSignal::new(Vec::new()),
            drawn: RwSignal::new(0),
            keeper: Keeper::elsewhere(app),
            base: StoredValue::new(base),
            ground: StoredValue::new(Ground::default()),
            opened: StoredValue::new(typed),
            is_new: true,
            tried: StoredValue::new(false),
            address: use_address(),
            themes: StoredValue::new(themes),
        }
    }

    /// Whether the form makes a new initiative.
    pub(super) const fn is_new(self) -> bool {
        self.is_new
    }

    /// The initiative's identifier.
    pub(super) fn id(self) -> Id {
        self.base.with_value(|base| base.id.clone())
    }

    /// The form as it was opened.
    pub(super) fn opened(self) -> Draft {
        self.opened.get_value()
    }

    /// What a save stands on.
    pub(super) fn ground(self) -> Ground {
        self.ground.get_value()
    }

    /// The fields whose text in a language is not of the original as it is typed. Followed.
    pub(super) fn outdated(self, lang: &Id) -> Vec<Field> {
        self.typed
            .with(|typed| self.base.with_value(|base| typed.outdated(base, lang)))
    }

    /// What would be kept of the form now.
    pub(super) fn kept(self) -> KeptDraft {
        KeptDraft {
            at: clock::now(),
            opened: self.opened(),
            typed: self.typed.get_untracked(),
            ground: Some(self.ground()),
        }
    }

    /// The address that the form was reached from: the initiative, or the catalogue.
    pub(super) fn way_back(self) -> String {
        if self.is_new {
            self.address.list()
        } else {
            Page::Initiative.href_of(&self.id())
        }
    }

    /// Goes to another page, by its relative address.
    pub(super) fn go(self, href: &str) {
        self.address.go(href, Step::Visit);
    }

    /// Whether anything was typed.
    pub(super) fn is_touched(self) -> bool {
        self.typed
            .with_untracked(|typed| self.opened.with_value(|opened| typed != opened))
    }

    /// What is typed in a control.
    pub(super) fn text(self, slot: &Slot) -> String {
        self.typed.with_untracked(|typed| read(typed, slot))
    }

    /// What takes the text of a control.
    pub(super) fn writer(self, slot: Slot) -> impl Fn(String) + 'static {
        move |text| self.set(&slot, text)
    }

    /// Follows what is typed in a control.
    pub(super) fn follow(self, slot: Slot) -> Memo<String> {
        Memo::new(move |_| self.typed.with(|typed| read(typed, &slot)))
    }

    /// Takes what was typed in a control.
    pub(super) fn set(self, slot: &Slot, text: String) {
        self.edit(|typed| {
            let fields = match &slot.row {
                None => &mut typed.fields,
                Some((list, id)) => match list.of_mut(typed).iter_mut().find(|row| row.id == *id) {
                    Some(row) => &mut row.fields,
                    None => return,
                },
            };
            if text.is_empty() {
                fields.remove(&slot.field);
            } else {
                fields.insert(slot.field.clone(), text);
            }
        });
    }

    /// Changes what is typed, then sees to what is wrong and to its keeping.
    pub(super) fn edit(self, change: impl FnOnce(&mut Draft)) {
        self.typed.update(change);
        if self.tried.get_value() {
            let problems = self.check().err().unwrap_or_default();
            if self.problems.with_untracked(|shown| *shown != problems) {
                self.problems.set(problems);
            }
        }
        self.keeper.touch(self);
    }

    /// Adds a row to a list, with what is chosen for the person.
    pub(super) fn add_row(self, list: List, kind: &str) -> Id {
        let id = chance::new_id();
        let fields = [(Field::Kind, kind.to_owned())].into();
        let row = Row {
            id: id.clone(),
            fields,
        };
        self.edit(|typed| list.of_mut(typed).push(row));
        id
    }

    /// Takes a row out of a list.
    pub(super) fn remove_row(self, list: List, id: &Id) {
        self.edit(|typed| list.of_mut(typed).retain(|row| row.id != *id));
    }

    /// What is wrong with a control.
    pub(super) fn problem(self, slot: &Slot) -> Option<ProblemKind> {
        let row = slot.row.as_ref().map(|(_, row)| row);
        self.problems.with(|problems| {
            let here = |problem: &&Problem| problem.row.as_ref() == row && problem.field == slot.field;
            problems.iter().find(here).map(|problem| problem.kind)
        })
    }

    /// The initiative that what is typed makes of the one that the form shows.
    pub(super) fn check(self) -> Result<Initiative, Vec<Problem>> {
        self.typed
            .with_untracked(|typed| self.base.with_value(|base| typed.check(base)))
    }

    /// Notes that a save was tried: from now on problems follow what is typed.
    pub(super) fn show_problems(self, problems: Vec<Problem>) {
        self.tried.set_value(true);
        self.problems.set(problems);
    }

    /// Puts the form on what is shown now, with what was typed in it and in a kept form on top: what
    /// nobody touched is as it has become, and what was touched is saved against what it showed then.
    pub(super) fn take_up(self, kept: &KeptDraft) {
        let (typed, opened) = (self.typed.get_untracked(), self.opened());
        let mut base = self.base.get_value();
        if let Some(ground) = present(self.app, &base.id) {
            let ground = ground.pinned(&self.ground(), &typed.touched(&opened));
            let ground = match &kept.ground {
                Some(earlier) => ground.pinned(earlier, &kept.typed.touched(&kept.opened)),
                None => ground,
            };
            // What was shown once can be shown again; there is nothing to warn of.
            if let Some(shown) = v1::decode_initiative(ground.shown.clone(), &mut Warnings::new()) {
                base = shown;
                self.ground.set_value(ground);
            }
        }
        if !self.is_new {
            self.opened
                .set_value(translation::offered(self.app, Draft::of(&base)));
        }
        self.base.set_value(base);
        let earlier = kept.typed.rebase(&kept.opened, &self.opened());
        self.edit(|own| *own = typed.rebase(&opened, &earlier));
        self.drawn.update(|drawn| *drawn += 1);
    }
}

/// What a form of an initiative shows now; nothing where it is not shown.
fn present(app: App, id: &Id) -> Option<Ground> {
    let target = Target {
        kind: TargetKind::Initiative,
        id: id.clone(),
    };
    app.workspace.with_untracked(|workspace| {
        let workspace = workspace.as_ref()?;
        workspace.shown().initiative(id)?;
        Some(workspace.ground(&target))
    })
}

fn read(draft: &Draft, slot: &Slot) -> String {
    let fields = match &slot.row {
        None => Some(&draft.fields),
        Some((list, id)) => list
            .of(draft)
            .iter()
            .find(|row| row.id == *id)
            .map(|row| &row.fields),
    };
    fields
        .and_then(|fields| fields.get(&slot.field))
        .map_or_else(String::new, Clone::clone)
}
