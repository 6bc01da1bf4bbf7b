//! What a list is asked for, in words.

use crate::domain::communes::name_of;
use crate::domain::search::{Filter, Sort, StatusFilter};
use crate::i18n::Text;
use crate::state::App;
use crate::ui::texts::{lang, t};

/// The name of each filter that is on, and of an order that was chosen, with what is asked for without
/// it. The words that are searched for are no filter.
pub fn active(app: App, filter: &Filter) -> Vec<(String, Filter)> {
    let mut active = Vec::new();
    let mut add = |label: String, without: fn(&mut Filter)| {
        let mut rest = filter.clone();
        without(&mut rest);
        active.push((label, rest));
    };
    app.with_workspace(|workspace| {
        let shown = workspace.shown();
        if let Some(id) = &filter.theme {
            let theme = shown.theme(id);
            let name = theme.map_or(id.as_str(), |theme| theme.name(lang().code()));
            add(name.to_owned(), |filter| filter.theme = None);
        }
        if let Some(code) = &filter.commune {
            let name = name_of(&shown.initiatives, code).map(str::to_owned);
            add(name.unwrap_or_else(|| app.commune_name(code)), |filter| {
                filter.commune = None;
            });
        }
    });
    if filter.open_needs {
        add(t(Text::FilterNeeds).to_owned(), |filter| {
            filter.open_needs = false;
        });
    }
    let status = match filter.status {
        StatusFilter::All => None,
        StatusFilter::Running => Some(Text::FilterStatusRunning),
        StatusFilter::Ended => Some(Text::FilterStatusEnded),
    };
    if let Some(status) = status {
        add(t(status).to_owned(), |filter| filter.status = StatusFilter::All);
    }
    let sort = match filter.sort {
        Sort::Relevance => None,
        Sort::Nearest => Some(Text::FilterSortNearest),
        Sort::Recent => Some(Text::FilterSortRecent),
        Sort::Title => Some(Text::FilterSortTitle),
    };
    if let Some(sort) = sort {
        add(t(sort).to_owned(), |filter| filter.sort = Sort::Relevance);
    }
    active
}
