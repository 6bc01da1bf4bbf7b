//! Icons, from the Lucide set (ISC) through `icondata_lu` (MIT). Only those that are named here are
//! compiled in.

pub use icondata_core::Icon;
use leptos::prelude::*;

pub use icondata_lu::{
    LuArchive as ARCHIVE, LuArrowLeft as BACK, LuBan as BAN, LuChartColumn as CHART, LuCheck as CHECK,
    LuChevronDown as DOWN, LuChevronUp as UP, LuCircle as CIRCLE, LuCircleAlert as ALERT,
    LuCircleCheck as DONE, LuCopy as COPY, LuDatabase as DATA, LuDownload as DOWNLOAD,
    LuExternalLink as SITE, LuEyeOff as HIDE, LuFileText as TEXT, LuFlag as FLAG, LuGlobe as GLOBE,
    LuHandHelping as NEED, LuHeartHandshake as HELP, LuHistory as CHANGES, LuInfo as INFO, LuList as LIST,
    LuMail as MAIL, LuMap as MAP, LuMapPin as PLACE, LuMaximize as WHOLE, LuMessageCircle as CHAT,
    LuMinus as MINUS, LuNavigation as WAY, LuPause as PAUSE, LuPencil as EDIT, LuPhone as PHONE,
    LuPlus as PLUS, LuPrinter as PRINT, LuQrCode as CODE, LuRotateCcw as UNDO, LuSave as SAVE,
    LuSearch as SEARCH, LuSend as SEND, LuSettings as SETTINGS, LuShare2 as SHARE,
    LuSlidersHorizontal as FILTER, LuSmartphone as DEVICE, LuSparkles as NEW, LuTrash2 as TRASH,
    LuTriangleAlert as WARN, LuUpload as UPLOAD, LuUsers as PEOPLE, LuX as CLOSE,
};

/// An icon beside a text. The text says it all; the icon is hidden from screen readers.
pub fn icon(icon: Icon) -> impl IntoView {
    view! { <svg class="icon" aria-hidden="true" focusable="false" viewBox="0 0 24 24" inner_html=icon.data></svg> }
}
