//! A code that another device scans, drawn as a picture of lines.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The largest code that is offered: 97 by 97 modules, which hold 858 bytes. Over the narrowest phone
/// a module is then 3 pixels of the style sheet, half a millimetre, which a camera reads at the length
/// of a hand; a larger one asks for patience that people do not have.
const LARGEST: u8 = 20;

/// The light border that the standard asks for, in modules.
const BORDER: i32 = 4;

/// Where a code is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// On a screen, which has no stains.
    Screen,
    /// On paper that hangs outside: rain and fingers take some of it.
    Paper,
}

impl Ground {
    /// The least correction, and how many bytes the largest code holds with it.
    const fn least(self) -> (QrCodeEcc, usize) {
        match self {
            Self::Screen => (QrCodeEcc::Low, 858),
            Self::Paper => (QrCodeEcc::Medium, 666),
        }
    }
}

/// Whether a link has a code that is not too fine to scan.
pub const fn fits(link: &str, ground: Ground) -> bool {
    link.len() <= ground.least().1
}

/// The code of a link, with what it is in words; nothing where it would be too fine to scan.
pub fn code(link: &str, ground: Ground, words: String) -> Option<AnyView> {
    let segments = [QrSegment::make_bytes(link.as_bytes())];
    let (least, _) = ground.least();
    // What room is left goes into a better correction.
    let (smallest, largest) = (Version::MIN, Version::new(LARGEST));
    let code = QrCode::encode_segments_advanced(&segments, least, smallest, largest, None, true);
    // The one error is that it does not fit.
    let code = code.ok()?;
    let side = (code.size() + 2 * BORDER).to_string();
    let view_box = ["0 0 ", &side, " ", &side].concat();
    let picture = view! {
        <svg class="code" role="img" aria-label=words viewBox=view_box shape-rendering="crispEdges">
            <rect width=side.clone() height=side fill="#fff"/>
            <path d=lines(&code) fill="#000"/>
        </svg>
    };
    Some(picture.into_any())
}

/// The dark modules, each run of a row as one bar.
fn lines(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let (left, top) = ((start + BORDER).to_string(), (y + BORDER).to_string());
                let run = (x - start).to_string();
                path.push_str(&["M", &left, " ", &top, "h", &run, "v1h-", &run, "z"].concat());
            }
            x += 1;
        }
    }
    path
}
