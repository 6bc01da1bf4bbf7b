//! What is stored and how large it is.

use leptos::prelude::*;

use crate::i18n::Text;
use crate::state::{App, use_app};
use crate::storage::figures::{Figures, NEARLY_FULL, ROOM, Share};
use crate::ui::texts::{date, fill, number, t};

/// What is stored and how large it is.
pub(super) fn stored() -> AnyView {
    let app = use_app();
    let figures = move || match app.figures() {
        Ok(figures) => measured(app, &figures),
        Err(_) => view! { <p>{t(Text::DataFiguresDenied)}</p> }.into_any(),
    };
    view! {
        <section class="panel" aria-labelledby="stored-t">
            <h2 class="panel-title" id="stored-t">{t(Text::DataStored)}</h2>
            {figures}
        </section>
    }
    .into_any()
}

fn measured(app: App, figures: &Figures) -> AnyView {
    let total = figures.total();
    let percent = match total * 100 / ROOM {
        0 if total > 0 => t(Text::DataPercentLow).to_owned(),
        #[allow(clippy::cast_precision_loss, reason = "a percentage is small")]
        percent => number(percent as f64),
    };
    let of = fill(Text::DataStoredOf, &[("percent", &percent)]);
    // Below a hundredth of the room it is nobody's concern.
    let (all, own) = app.occupied();
    let others = all - own;
    let others = (others * 100 >= ROOM).then(|| {
        view! { <p>{fill(Text::DataStoredOthers, &[("size", &size(others))])}</p> }
    });
    let row = |name: Text, share: Share| {
        (share.count > 0).then(|| {
            #[allow(clippy::cast_precision_loss, reason = "counts are far below 2⁵³")]
            let n = number(share.count as f64);
            let value = fill(Text::DataShare, &[("n", &n), ("size", &size(share.size))]);
            view! { <div><dt>{t(name)}</dt><dd>{value}</dd></div> }
        })
    };
    view! {
        <p id="meter-t"><span class="gauge-value">{size(total)}</span> " " {of}</p>
        <meter
            class="meter"
            min="0"
            max=ROOM.to_string()
            high=NEARLY_FULL.to_string()
            optimum="0"
            value=total.to_string()
            aria-labelledby="meter-t"
        ></meter>
        {others}
        <dl class="facts">
            <div><dt>{t(Text::DataEdition)}</dt><dd>{edition(app)}</dd></div>
            {row(Text::DataChanges, figures.changes)}
            {row(Text::DataDrafts, figures.drafts)}
            {row(Text::DataPrivate, figures.private)}
            {row(Text::ReviewStored, figures.review)}
            {row(Text::DataAside, figures.aside)}
            {row(Text::DataSettings, figures.settings)}
        </dl>
    }
    .into_any()
}

/// « édition n° 1 du 30 avril 2020 ».
fn edition(app: App) -> String {
    let known = app.with_workspace(|workspace| {
        let edition = &workspace.edition().edition;
        (edition.number.to_string(), edition.published_at.clone())
    });
    match known {
        Some((number, Some(at))) => fill(
            Text::DataEditionDated,
            &[("number", &number), ("date", &date(at.date()))],
        ),
        Some((number, None)) => fill(Text::DataEditionNumber, &[("number", &number)]),
        None => t(Text::DataEditionNone).to_owned(),
    }
}

/// A size as browsers count it: a character is one, so that 5 Mo are the 5 MiB of an origin.
fn size(units: usize) -> String {
    match units / 1024 {
        0 => t(Text::DataSizeLow).to_owned(),
        #[allow(clippy::cast_precision_loss, reason = "sizes are far below 2⁵³")]
        kilo => fill(Text::DataSize, &[("n", &number(kilo as f64))]),
    }
}
