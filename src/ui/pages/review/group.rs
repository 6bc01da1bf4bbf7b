//! One entry with everything that is proposed for it.

use leptos::prelude::*;

use super::desk::{Desk, group_id, item_id, picks_of};
use super::{answering, item, refuse, says};
use crate::domain::change::{Target, TargetKind};
use crate::format::json;
use crate::i18n::Text;
use crate::route::Page;
use crate::ui::components::{icon, more};
use crate::ui::texts::{about, content_lang, fill, instant, t};
use crate::workspace::review::{Filed, Group, Item, Part, Pick, Standing};

/// How many fields of a sender are drawn at first and at each « Afficher plus ».
const FIELDS: usize = 30;

/// One entry with everything that is proposed for it. It is drawn once; what changes in it is drawn
/// anew, so that what somebody types beside a decision stays.
pub(super) fn group(desk: Desk, target: &Target) -> AnyView {
    let id = group_id(target);
    let group = {
        let target = target.clone();
        Memo::new(move |_| {
            desk.groups
                .with(|groups| groups.iter().find(|group| group.target == target).cloned())
        })
    };
    let titled = {
        let target = target.clone();
        move || group.with(|group| says::title(&target, group.as_ref().map_or("", |group| &group.title)))
    };
    let titled = Memo::new(move |_| titled());
    let head = {
        let target = target.clone();
        move || {
            group.with(|group| {
                group
                    .as_ref()
                    .map(|group| head(&target, group.standing, &titled.get()))
            })
        }
    };
    let parts = {
        let target = target.clone();
        move || {
            let target = target.clone();
            view! {
                <For
                    each=move || group.get().map_or_else(Vec::new, |group| group.parts)
                    key=|part| part.contribution.clone()
                    children=move |first| part(desk, group, target.clone(), &first)
                />
            }
        }
    };
    let choose = {
        let (shown, set) = (target.clone(), target.clone());
        let label = move || fill(Text::ReviewChoose, &[("title", &titled.get())]);
        view! {
            <label class="check">
                <input
                    class="check-input"
                    type="checkbox"
                    aria-label=label
                    prop:checked=move || desk.chosen.with(|chosen| chosen.contains(&shown))
                    on:change=move |event| {
                        let checked = event_target_checked(&event);
                        desk.chosen
                            .update(|chosen| {
                                if checked {
                                    chosen.insert(set.clone());
                                } else {
                                    chosen.remove(&set);
                                }
                            });
                    }
                />
                <span aria-hidden="true">{t(Text::ReviewChooseShort)}</span>
            </label>
        }
    };
    view! {
        <li>
            <article class="panel" aria-labelledby=id.clone()>
                <h3 class="panel-title" id=id.clone() tabindex="-1" lang=content_lang()>{move || titled.get()}</h3>
                {head}
                {choose}
                {parts()}
                {whole(desk, target, titled)}
            </article>
        </li>
    }
    .into_any()
}

fn head(target: &Target, standing: Standing, title: &str) -> AnyView {
    let told = says::standing(standing).map(|text| {
        let class = match standing {
            Standing::New => "notice notice-good",
            _ => "notice notice-warn",
        };
        view! {
            <div class=class>
                {icon::icon(icon::INFO)}
                <div class="notice-body"><p class="notice-title">{t(text)}</p></div>
            </div>
        }
    });
    let page = match target.kind {
        TargetKind::Initiative => Some(Page::Initiative),
        TargetKind::Communique => Some(Page::Communique),
        _ => None,
    };
    let link = page.filter(|_| standing == Standing::Shown).map(|page| {
        let label = fill(Text::ReviewSeeTitled, &[("title", title)]);
        view! { <p><a href=page.href_of(&target.id) aria-label=label>{t(Text::ReviewSee)}</a></p> }
    });
    view! {
        {told}
        {link}
    }
    .into_any()
}

/// What one sender proposes.
fn part(desk: Desk, group: Memo<Option<Group>>, target: Target, first: &Part) -> AnyView {
    let contribution = first.contribution.clone();
    let part = {
        let contribution = contribution.clone();
        Memo::new(move |_| {
            group.with(|group| {
                let mut parts = group.iter().flat_map(|group| &group.parts);
                parts.find(|part| part.contribution == contribution).cloned()
            })
        })
    };
    // A removal that arrives takes the message out under an open page.
    let filed = Memo::new(move |_| desk.inbox.with(|inbox| inbox.filed(&contribution).cloned()));
    let from = move |filed: &Filed| {
        let subject = group.with_untracked(|group| group.as_ref().map(|group| group.title.clone()));
        view! {
            {sender(filed, Text::ReviewFrom)}
            {answering::ways(&filed.contribution.reply_to, subject.as_deref().unwrap_or_default())}
        }
    };
    let sender = move || filed.with(|filed| filed.as_ref().map(from));
    let signs = move || {
        let signs = part.with(|part| part.as_ref().map_or_else(Vec::new, |part| part.signs.clone()));
        (!signs.is_empty()).then(|| {
            let rows: Vec<_> = signs
                .iter()
                .map(|sign| view! { <li>{says::sign(sign)}</li> })
                .collect();
            view! {
                <div class="notice notice-bad">
                    {icon::icon(icon::WARN)}
                    <div class="notice-body">
                        <p class="notice-title">{t(Text::ReviewSigns)}</p>
                        <ul>{rows}</ul>
                    </div>
                </div>
            }
        })
    };
    let limit = RwSignal::new(FIELDS);
    let all = Memo::new(move |_| part.with(|part| part.as_ref().map_or(0, |part| part.items.len())));
    let items = move || {
        let drawn = |part: &Part| part.items.iter().take(limit.get()).cloned().collect();
        part.with(|part| part.as_ref().map_or_else(Vec::new, drawn))
    };
    let more = move || more::of_rows(all.get(), limit, FIELDS, Text::ReviewMoreFields);
    view! {
        <div class="review-part">
            {sender}
            {signs}
            <ul class="review-fields" role="list">
                <For
                    each=items
                    key=key
                    children=move |one| {
                        let standing = group.with_untracked(|group| group.as_ref().map(|group| group.standing));
                        let standing = standing.unwrap_or(Standing::Shown);
                        desk.app.workspace.with_untracked(|workspace| {
                            workspace.as_ref().map(|workspace| item::item(desk, workspace, &target, standing, &one))
                        })
                    }
                />
            </ul>
            {more}
        </div>
    }
    .into_any()
}

/// What a field is drawn anew by: another one, or the same on top of something else.
fn key(item: &Item) -> String {
    let pick = Pick {
        change: item.change.clone(),
        path: item.path.clone(),
    };
    [item_id(&pick).as_str(), " ", &json::write(&item.now)].concat()
}

/// Who wrote, when, and what they say with it; `by` says what they did.
pub(super) fn sender(filed: &Filed, by: Text) -> AnyView {
    let contribution = &filed.contribution;
    let who = if contribution.reply_to.is_empty() {
        t(Text::ReviewNobody).to_owned()
    } else {
        contribution.reply_to.clone()
    };
    let at = &contribution.created_at;
    let message = (!contribution.message.is_empty()).then(|| {
        view! { <blockquote class="review-message">{contribution.message.clone()}</blockquote> }
    });
    view! {
        <p class="soft small">
            {t(by)} " " {who} ", " <time datetime=at.as_str().to_owned()>{instant(at)}</time>
        </p>
        {message}
    }
    .into_any()
}

/// What can be decided about all of an entry at once.
fn whole(desk: Desk, target: &Target, title: Memo<String>) -> AnyView {
    let picks = {
        let target = target.clone();
        move || {
            desk.groups
                .with_untracked(|groups| picks_of(groups, |own| *own == target))
        }
    };
    let named = move |action: Text| about(t(action), &title.get());
    let (accept, refuse_all) = (picks.clone(), picks);
    let (shown, later, back) = (target.clone(), target.clone(), target.clone());
    // Whatever else changes in the inbox leaves the button, and who is on it, where it is.
    let is_later = Memo::new(move |_| desk.is_later(&shown));
    let postpone = move || {
        let (later, back) = (later.clone(), back.clone());
        if is_later.get() {
            view! {
                <button
                    type="button"
                    class="button"
                    aria-label=move || named(Text::ReviewResume)
                    on:click=move |_| desk.resume(&back)
                >
                    {t(Text::ReviewResume)}
                </button>
            }
            .into_any()
        } else {
            view! {
                <button
                    type="button"
                    class="button"
                    aria-label=move || named(Text::ReviewLater)
                    on:click=move |_| desk.leave_for_later(&later)
                >
                    {t(Text::ReviewLater)}
                </button>
            }
            .into_any()
        }
    };
    view! {
        <p class="actions review-whole">
            <button
                type="button"
                class="button button-main"
                aria-label=move || named(Text::ReviewAcceptAll)
                on:click=move |_| desk.accept(&accept())
            >
                {icon::icon(icon::CHECK)}
                {t(Text::ReviewAcceptAll)}
            </button>
            <button
                type="button"
                class="button button-danger"
                aria-label=move || named(Text::ReviewRefuseAll)
                on:click=move |_| refuse::open(desk, refuse_all())
            >
                {icon::icon(icon::BAN)}
                {t(Text::ReviewRefuseAll)}
            </button>
            {postpone}
        </p>
    }
    .into_any()
}
