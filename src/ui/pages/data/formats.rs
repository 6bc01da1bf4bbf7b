//! The catalogue, or the list that the address asks for, in the formats of other programs.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clock, document};
use crate::domain::search::Filter;
use crate::format::outgoing::Outgoing;
use crate::format::{csv, feed, geojson, icalendar};
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::{App, use_app};
use crate::ui::components::{icon, saving};
use crate::ui::listed;
use crate::ui::texts::{count, fill, lang, t};

/// A format of another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Table,
    Map,
    Calendar,
    Atom,
    JsonFeed,
}

impl Form {
    const ALL: [Self; 5] = [Self::Table, Self::Map, Self::Calendar, Self::Atom, Self::JsonFeed];

    /// The button, and what the format is good for.
    const fn words(self) -> (Text, Text) {
        match self {
            Self::Table => (Text::FormatsCsv, Text::FormatsCsvHint),
            Self::Map => (Text::FormatsMap, Text::FormatsMapHint),
            Self::Calendar => (Text::FormatsCalendar, Text::FormatsCalendarHint),
            Self::Atom => (Text::FormatsAtom, Text::FormatsFeedHint),
            Self::JsonFeed => (Text::FormatsJsonFeed, Text::FormatsFeedHint),
        }
    }

    /// What the file is called, its extension and its type.
    const fn file(self) -> [&'static str; 3] {
        match self {
            Self::Table => ["initiatives", "csv", "text/csv;charset=utf-8"],
            Self::Map => ["carte", "geojson", "application/geo+json"],
            Self::Calendar => ["calendrier", "ics", "text/calendar;charset=utf-8"],
            Self::Atom => ["nouveautes", "xml", "application/atom+xml"],
            Self::JsonFeed => ["nouveautes", "json", "application/feed+json"],
        }
    }
}

/// The catalogue in the formats of other programs.
pub(super) fn formats() -> AnyView {
    let app = use_app();
    let filter = Memo::new(|_| listed::asked());
    let unloaded = move || app.workspace.with(Option::is_none);
    let rows = Form::ALL.map(|form| {
        let (label, hint) = form.words();
        let id = ["format-", form.file()[1], form.file()[0]].concat();
        view! {
            <li>
                <button
                    type="button"
                    class="button"
                    aria-describedby=id.clone()
                    disabled=unloaded
                    on:click=move |_| export(app, filter.get_untracked(), form)
                >
                    {icon::icon(icon::DOWNLOAD)}
                    {t(label)}
                </button>
                <p class="field-hint" id=id>{t(hint)}</p>
            </li>
        }
    });
    view! {
        <section class="panel" aria-labelledby="formats-t">
            <h2 class="panel-title" id="formats-t">{t(Text::FormatsTitle)}</h2>
            {move || selection(app, filter.get().as_ref())}
            <ul class="stack" role="list">{rows}</ul>
        </section>
    }
    .into_any()
}

/// Which selection is exported, and the way to another one.
fn selection(app: App, filter: Option<&Filter>) -> AnyView {
    let how_many = app
        .outgoing_count(filter)
        .map(|n| count(Plural::CatalogueCount, n));
    let how_many = how_many.unwrap_or_default();
    let way = |address: String, label: String| view! { <a class="button" href=address>{label}</a> };
    let (told, way) = if let Some(filter) = filter {
        let values = [("what", &*listed::named(app, filter)), ("n", &how_many)];
        let all = way(Page::Data.href().to_owned(), t(Text::FormatsTakeAll).to_owned());
        (fill(Text::FormatsSome, &values), Some(all))
    } else {
        let list = listed::last().map(|last| {
            let label = fill(Text::FormatsTakeList, &[("what", &listed::named(app, &last))]);
            way(listed::exported(&last), label)
        });
        (fill(Text::FormatsAll, &[("n", &how_many)]), list)
    };
    view! {
        <p role="status">{told}</p>
        {way.map(|way| view! { <p class="actions">{way}</p> })}
        <p class="soft">{t(Text::FormatsRules)}</p>
    }
    .into_any()
}

/// Saves what the address asks for as a file.
fn export(app: App, filter: Option<Filter>, form: Form) {
    spawn_local(async move {
        if form == Form::Map {
            // Without the communes, what has no coordinates of its own has no place.
            app.bring_gazetteer().await;
        }
        let Some(catalogue) = app.outgoing(filter.as_ref()) else {
            app.notices.bad(t(Text::DataNoCatalogue));
            return;
        };
        let address = document::absolute("./");
        let outgoing = Outgoing {
            catalogue: &catalogue,
            address: &address,
            lang: lang(),
        };
        let text = match form {
            Form::Table => Some(csv::write(&catalogue, lang())),
            Form::Map => Some(
                app.gazetteer
                    .with_untracked(|communes| geojson::write(&outgoing, communes.as_ref())),
            ),
            Form::Calendar => icalendar::write(&outgoing, &clock::now()),
            Form::Atom => Some(feed::write_atom(&outgoing, &clock::now())),
            Form::JsonFeed => Some(feed::write_json(&outgoing, &clock::now())),
        };
        let [kind, extension, media_type] = form.file();
        match text {
            Some(text) => saving::save(app, kind, extension, media_type, &text),
            None => app.notices.bad(t(Text::FormatsNoDate)),
        }
    });
}
