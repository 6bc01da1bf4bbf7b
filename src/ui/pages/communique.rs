//! One press release, to read and to print: what it said on its day, with the way to what became of
//! it.

use leptos::prelude::*;

use super::communiques::{badge, content_lang, dateline, short_number};
use crate::domain::communique::{Communique, Item, Section, newest_first};
use crate::domain::id::Id;
use crate::domain::initiative::Status;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::use_app;
use crate::ui::address::use_address;
use crate::ui::components::{icon, loaded, page as arrival, printing, prose, share, theme};
use crate::ui::pages::unknown::nothing_here;
use crate::ui::texts::{lang as page_lang, t};
use crate::workspace::Workspace;

/// One press release, by the identifier or the number in the address.
pub fn page() -> AnyView {
    let address = use_address();
    let number = || address.query("n").and_then(|number| number.parse().ok());
    let wanted = match address.query("id") {
        Some(id) => Id::parse(&id).map(Wanted::Id),
        None => number().map(Wanted::Number),
    };
    loaded::loaded(t(Text::CommuniqueLoading), move || {
        let app = use_app();
        let wanted = wanted.clone();
        (move || {
            let editor = app.is_editor();
            app.with_workspace(|workspace| {
                let found = wanted.as_ref().and_then(|wanted| wanted.find(workspace));
                let found = found.filter(|communique| editor || !communique.is_draft());
                found.map(|communique| sheet(workspace, communique))
            })
            .flatten()
            .unwrap_or_else(|| {
                nothing_here(
                    Text::CommuniqueUnknownTitle,
                    Text::CommuniqueUnknownAdvice,
                    Page::Communiques,
                    Text::CommuniqueAll,
                )
            })
        })
        .into_any()
    })
}

/// How an address names a press release.
#[derive(Clone)]
enum Wanted {
    Id(Id),
    /// Several series may have the number; the newest is meant.
    Number(u32),
}

impl Wanted {
    fn find<'a>(&self, workspace: &'a Workspace) -> Option<&'a Communique> {
        match self {
            Self::Id(id) => workspace.shown().communique(id),
            // A draft bears no number that anybody could have read.
            Self::Number(number) => newest_first(&workspace.shown().communiques)
                .into_iter()
                .find(|communique| communique.number == Some(*number) && !communique.is_draft()),
        }
    }
}

fn sheet(workspace: &Workspace, communique: &Communique) -> AnyView {
    let app = use_app();
    let title = communique.title.clone();
    arrival::arrive(title.clone());
    let lang = content_lang(workspace);
    let heading = view! { <h1 id="title" tabindex="-1" lang=lang>{title.clone()}</h1> }.into_any();
    let address = Page::Communique.href_of(&communique.id);
    let compose = use_app().is_editor().then(|| {
        view! {
            <a class="button" href=Page::Compose.href_of(&communique.id)>{icon::icon(icon::EDIT)}{t(Text::ComposeOpen)}</a>
        }
    });
    view! {
        <nav aria-label=t(Text::BackLabel)>
            <a class="back" href=Page::Communiques.href()>{icon::icon(icon::BACK)}{t(Text::CommuniqueAll)}</a>
        </nav>
        <div class="actions">
            <button type="button" class="button" on:click=move |_| printing::print(app)>
                {icon::icon(icon::PRINT)}
                {t(Text::CommuniquePrint)}
            </button>
            {share::button("button", title, address)}
            {compose}
        </div>
        {article(workspace, communique, heading)}
    }
    .into_any()
}

/// The release itself, as it is read and printed, under a heading with its title.
pub(super) fn article(workspace: &Workspace, communique: &Communique, heading: AnyView) -> AnyView {
    let lang = content_lang(workspace);
    let lang = lang.as_deref();
    let title = &communique.title;
    // Many titles say their number themselves.
    let untold = communique.number.filter(|number| !says(title, *number));
    let number = untold.map(|number| view! { <p class="release-number">{short_number(number)}</p> });
    let series = communique.series.clone();
    let series = (!series.is_empty() && !title.contains(&series))
        .then(|| view! { <p class="soft" lang=lang.map(str::to_owned)>{series}</p> });
    let sections: Vec<_> = communique
        .sections
        .iter()
        .enumerate()
        .map(|(place, section)| section_of(workspace, place, section))
        .collect();
    let letterhead = prose::paragraphs(&communique.letterhead, "release-letterhead", lang);
    let ended = [
        &communique.closing,
        &communique.signatory,
        &communique.press_contact,
    ];
    let ended = ended.iter().any(|text| !text.is_empty());
    let closing = ended.then(|| {
        view! {
            <footer class="release-closing stack">
                {prose::paragraphs(&communique.closing, "", lang)}
                {prose::paragraphs(&communique.signatory, "", lang)}
                {prose::paragraphs(&communique.press_contact, "soft", lang)}
            </footer>
        }
    });
    view! {
        <article class="release">
            <header class="release-head">
                {letterhead}
                <p class="release-dateline">{dateline(&communique.place, communique.date)}</p>
                {number}
                {heading}
                {series}
                {badge(communique)}
            </header>
            {prose::paragraphs(&communique.lead, "release-lead", lang)}
            {sections}
            {closing}
        </article>
    }
    .into_any()
}

/// Whether a text has a number in it, and not as a part of another one.
pub(super) fn says(text: &str, number: u32) -> bool {
    text.split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.parse() == Ok(number))
}

fn section_of(workspace: &Workspace, place: usize, section: &Section) -> AnyView {
    let lang = content_lang(workspace);
    let lang = lang.as_deref();
    let theme_place = theme::place(workspace, section.theme.as_ref());
    let heading = if section.heading.is_empty() {
        theme_place.map(|place| {
            workspace.shown().themes[place]
                .name(page_lang().code())
                .to_owned()
        })
    } else {
        Some(section.heading.clone())
    };
    let heading_id = ["section-", &place.to_string()].concat();
    let labelled_by = heading.is_some().then(|| heading_id.clone());
    let heading_lang = lang.filter(|_| !section.heading.is_empty()).map(str::to_owned);
    let heading = heading.map(|heading| {
        view! {
            <h2 class="theme-title" id=heading_id>
                {theme::mark(theme_place)}
                <span lang=heading_lang>{heading}</span>
            </h2>
        }
    });
    let items: Vec<_> = section
        .items
        .iter()
        .map(|item| item_of(workspace, item, lang))
        .collect();
    let items = (!items.is_empty()).then(|| view! { <ul class="stack">{items}</ul> });
    let class = ["release-section ", theme::class(theme_place)].concat();
    view! {
        <section class=class aria-labelledby=labelled_by>
            {heading}
            {prose::paragraphs(&section.intro, "", lang)}
            {items}
        </section>
    }
    .into_any()
}

/// What the press release said of an initiative, frozen, and the link to its present state where the
/// catalogue still has it.
fn item_of(workspace: &Workspace, item: &Item, lang: Option<&str>) -> AnyView {
    let editor = use_app().is_editor();
    let known = item.initiative.as_ref();
    let known = known.and_then(|id| workspace.shown().initiative(id));
    let known = known.filter(|initiative| editor || initiative.status != Status::Draft);
    let lang = || lang.map(str::to_owned);
    let link = known.map(|initiative| {
        // Each link says which one it is, to those who read links out of their place.
        let title = if item.title.is_empty() {
            initiative.title.clone()
        } else {
            item.title.clone()
        };
        view! {
            <p class="no-print">
                <a href=Page::Initiative.href_of(&initiative.id)>
                    {t(Text::CommuniqueNow)}
                    <span class="visually-hidden" lang=lang()>" " {title}</span>
                </a>
            </p>
        }
    });
    let title = (!item.title.is_empty()).then(|| view! { <h3 lang=lang()>{item.title.clone()}</h3> });
    let text_lang = lang();
    let withdrawn = item
        .withdrawn
        .then(|| view! { <p class="soft">{t(Text::CommuniqueWithdrawn)}</p> });
    view! {
        <li class="release-item">
            {withdrawn}
            {title}
            {prose::paragraphs(&item.text, "", text_lang.as_deref())}
            {link}
        </li>
    }
    .into_any()
}
