//! The piece of HTML with which a town's own site shows the list: what it shows is chosen, the code is
//! copied, and the frame is seen as it will stand there.

use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{document, share};
use crate::domain::code::Insee;
use crate::domain::id::Id;
use crate::domain::search::Filter;
use crate::format::embedding::{Embedding, HEIGHT, HEIGHTS};
use crate::i18n::Text;
use crate::route::listing;
use crate::state::{App, use_app};
use crate::ui::components::page::site_title;
use crate::ui::components::{choice, icon};
use crate::ui::texts::{fill, t};

/// The element that holds the code.
const CODE: &str = "embed-code";

/// What is asked for.
#[derive(Clone, Copy)]
struct Asked {
    app: App,
    filter: RwSignal<Filter>,
    height: RwSignal<u32>,
}

impl Asked {
    /// The name of the frame.
    fn title(self) -> String {
        fill(Text::EmbedFrame, &[("site", &site_title(self.app))])
    }

    fn address(self) -> String {
        document::absolute(&self.filter.with(listing::embedded))
    }

    fn code(self) -> String {
        let embedding = Embedding {
            address: &self.address(),
            title: &self.title(),
            height: self.height.get(),
        };
        embedding.html()
    }
}

/// The section of the settings.
pub(super) fn section() -> AnyView {
    let app = use_app();
    let asked = Asked {
        app,
        filter: RwSignal::default(),
        height: RwSignal::new(HEIGHT),
    };
    view! {
        <section class="form narrow" aria-labelledby="embed-t">
            <div class="page-head">
                <h2 id="embed-t">{t(Text::EmbedTitle)}</h2>
                <p class="soft">{t(Text::EmbedLine)}</p>
            </div>
            {choices(asked)}
            {code(asked)}
            <div class="stack">
                <h3>{t(Text::EmbedPreview)}</h3>
                // Another frame each time: one that goes elsewhere would add a step to this page's history.
                {move || preview(asked)}
            </div>
        </section>
    }
    .into_any()
}

/// The frame, which is loaded once it is about to be seen.
fn preview(asked: Asked) -> AnyView {
    let height = asked.height.get().to_string();
    let late = custom_attribute("loading", "lazy");
    view! {
        <iframe {..late} class="embed-preview" src=asked.address() title=asked.title() height=height></iframe>
    }
    .into_any()
}

fn choices(asked: Asked) -> AnyView {
    let Asked { app, filter, height } = asked;
    let theme = move || {
        let id = filter.with(|filter| filter.theme.clone());
        id.map_or_else(String::new, |id| id.as_str().to_owned())
    };
    let commune = move || {
        let code = filter.with(|filter| filter.commune.clone());
        code.map_or_else(String::new, |code| code.as_str().to_owned())
    };
    let set_theme = move |id: String| filter.update(|filter| filter.theme = Id::parse(&id));
    let set_commune = move |code: String| filter.update(|filter| filter.commune = Insee::parse(&code));
    let set_needs = move |event| {
        let ticked = event_target_checked(&event);
        filter.update(|filter| filter.open_needs = ticked);
    };
    let set_height = move |event| {
        // What is no number yet changes nothing.
        if let Ok(typed) = event_target_value(&event).parse::<u32>() {
            height.set(typed.clamp(*HEIGHTS.start(), *HEIGHTS.end()));
        }
    };
    let hint = fill(
        Text::EmbedHeightHint,
        &[
            ("least", &HEIGHTS.start().to_string()),
            ("most", &HEIGHTS.end().to_string()),
        ],
    );
    // What another tab saves draws these lists anew, with what is chosen.
    view! {
        {move || choice::select("embed-theme", t(Text::FilterTheme), choice::themes(app), theme, set_theme)}
        {move || {
            let options = app.with_workspace(|workspace| choice::communes(app, &workspace.shown().initiatives, None));
            let options = options.unwrap_or_default();
            choice::select("embed-commune", t(Text::FilterCommune), options, commune, set_commune)
        }}
        <label class="check">
            <input class="check-input" type="checkbox" on:change=set_needs />
            <span>{t(Text::FilterNeeds)}</span>
        </label>
        <div class="field">
            <label class="field-label" for="embed-height">{t(Text::EmbedHeight)}</label>
            <p class="field-hint" id="embed-height-hint">{hint}</p>
            <input
                class="input input-short"
                id="embed-height"
                type="text"
                inputmode="numeric"
                autocomplete="off"
                aria-describedby="embed-height-hint"
                value=HEIGHT.to_string()
                on:change=set_height
            />
        </div>
    }
    .into_any()
}

fn code(asked: Asked) -> AnyView {
    let copy = move |_| {
        let code = untrack(|| asked.code());
        spawn_local(async move {
            match share::copy(&code).await {
                Ok(_) => asked.app.notices.good(t(Text::EmbedCopied)),
                // The code is still there to be copied by hand.
                Err(_) => asked.app.notices.bad(t(Text::EmbedNotCopied)),
            }
        });
    };
    view! {
        <div class="field">
            <label class="field-label" for=CODE>{t(Text::EmbedCode)}</label>
            <p class="field-hint" id="embed-code-hint">{t(Text::EmbedCodeHint)}</p>
            <textarea
                class="input raw"
                id=CODE
                rows="6"
                readonly
                spellcheck="false"
                dir="ltr"
                aria-describedby="embed-code-hint"
                prop:value=move || asked.code()
            ></textarea>
        </div>
        <p class="actions">
            <button type="button" class="button button-main" on:click=copy>
                {icon::icon(icon::COPY)}
                {t(Text::EmbedCopy)}
            </button>
        </p>
    }
    .into_any()
}
