//! The way to an initiative, in the map application of the device.

use leptos::prelude::*;

use crate::browser::document;
use crate::domain::going;
use crate::domain::initiative::Initiative;
use crate::i18n::Text;
use crate::route::outward::{self, Maps};
use crate::ui::components::icon;
use crate::ui::texts::t;

/// The link to the way there, with what it opens, where there is a way.
pub(super) fn going(initiative: &Initiative) -> Option<AnyView> {
    let goal = going::goal(initiative)?;
    let maps = Maps::of(&document::user_agent());
    let opens = match maps {
        Maps::Device => Text::GoingDevice,
        Maps::Apple => Text::GoingApple,
        Maps::Web => Text::GoingWeb,
    };
    // A page takes a tab of its own; another application leaves this one as it is.
    let own_tab = (maps != Maps::Device).then_some("_blank");
    Some(
        view! {
            <ul class="strips sheet-strips no-print" aria-label=t(Text::GoingTitle)>
                <li>
                    <a class="strip" href=outward::way(maps, &goal) target=own_tab rel="noopener noreferrer">
                        {icon::icon(icon::WAY)}
                        <span class="strip-text">
                            <span class="strip-label">{t(opens)}</span>
                            {t(Text::GoingWay)}
                        </span>
                    </a>
                </li>
            </ul>
        }
        .into_any(),
    )
}
