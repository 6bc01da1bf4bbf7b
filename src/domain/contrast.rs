//! Whether a site's colour leaves its pages readable: contrast as WCAG 2.2 measures it.
//!
//! The pairs are those of `style/first/10-tokens.css`, where the colour is mixed with black, with white and
//! with the grounds; a test holds both to each other.

use super::site::Accent;

/// The least contrast of a text with what it stands on (WCAG 2.2, 1.4.3).
pub const LEAST: f32 = 4.5;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Dark texts on light grounds.
    Light,
    /// Light texts on dark grounds.
    Dark,
}

/// Red, green and blue, from 0 to 1.
type Rgb = [f32; 3];

/// So much of the site's colour, mixed with another.
type Mixed = (f32, u32);

/// What of a look is made of the site's colour.
struct Pairs {
    /// Links and the text of controls.
    link: Mixed,
    /// What those stand on.
    grounds: [Mixed; 3],
    /// The band over every page, with its white text.
    band: Mixed,
}

impl Look {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    const fn pairs(self) -> Pairs {
        match self {
            Self::Light => Pairs {
                link: (0.72, 0x00_00_00),
                grounds: [(0.07, 0xf6_f6_f1), (0.0, 0xff_ff_ff), (0.09, 0xef_ef_e8)],
                band: (0.8, 0x00_00_00),
            },
            Self::Dark => Pairs {
                link: (0.46, 0xff_ff_ff),
                grounds: [(0.09, 0x12_16_14), (0.0, 0x1f_26_23), (0.0, 0x0e_12_10)],
                band: (0.58, 0x00_00_00),
            },
        }
    }
}

impl Accent {
    /// The least contrast of a text that this colour makes, or that stands on it.
    #[must_use]
    pub fn contrast(&self, look: Look) -> f32 {
        let own = self.rgb();
        let pairs = look.pairs();
        let link = mixed(own, pairs.link);
        let band = ratio([1.0; 3], mixed(own, pairs.band));
        let grounds = pairs.grounds.into_iter();
        grounds.fold(band, |least, ground| least.min(ratio(link, mixed(own, ground))))
    }

    /// Whether every text stays readable with this colour, light and dark.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        Look::ALL.into_iter().all(|look| self.contrast(look) >= LEAST)
    }

    fn rgb(&self) -> Rgb {
        // A colour that exists is six digits.
        let number = u32::from_str_radix(&self.as_str()[1..], 16).unwrap_or_default();
        rgb(number)
    }
}

fn rgb(number: u32) -> Rgb {
    [16, 8, 0].map(|shift| {
        #[allow(clippy::cast_possible_truncation, reason = "eight bits are asked for")]
        let part = (number >> shift) as u8;
        f32::from(part) / 255.0
    })
}

fn mixed(own: Rgb, (share, other): Mixed) -> Rgb {
    let other = rgb(other);
    [0, 1, 2].map(|part| own[part] * share + other[part] * (1.0 - share))
}

fn ratio(one: Rgb, two: Rgb) -> f32 {
    let (one, two) = (luminance(one) + 0.05, luminance(two) + 0.05);
    one.max(two) / one.min(two)
}

fn luminance([red, green, blue]: Rgb) -> f32 {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// A part of an sRGB colour as light. What is raised to 2.4 is squared and multiplied by the fifth root
/// of its square, which Newton's steps find: a general power would weigh more than all of this, in the
/// module that every first visit waits for.
fn linear(part: f32) -> f32 {
    if part <= 0.040_45 {
        return part / 12.92;
    }
    let base = (part + 0.055) / 1.055;
    let square = base * base;
    let mut root = 1.0;
    for _ in 0..16 {
        root = (4.0 * root + square / (root * root * root * root)) / 5.0;
    }
    square * root
}

#[cfg(test)]
mod tests {
    use super::{LEAST, Look, linear, ratio, rgb};
    use crate::domain::site::Accent;

    fn accent(text: &str) -> Accent {
        Accent::parse(text).unwrap()
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        for part in 0..=255_u8 {
            let part = f32::from(part) / 255.0;
            let exact = if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            };
            assert!((linear(part) - exact).abs() < 1e-5, "{part}");
        }
        assert!((ratio(rgb(0xff_ff_ff), rgb(0)) - 21.0).abs() < 1e-3);
        // From the standard's own examples: the lightest grey on white that passes.
        assert!(ratio(rgb(0x76_76_76), rgb(0xff_ff_ff)) >= LEAST);
        assert!(ratio(rgb(0x77_77_77), rgb(0xff_ff_ff)) < LEAST);
    }

    #[test]
    fn what_cannot_be_read_is_told_and_what_can_is_not() {
        for good in ["#0b6e4f", "#7a1f5c", "#0b3d91", "#8a3b00"] {
            assert!(accent(good).is_readable(), "{good}");
        }
        for (bad, look) in [
            ("#ffff00", Look::Light),
            ("#ffffff", Look::Light),
            ("#ffffff", Look::Dark),
            ("#00ffff", Look::Light),
            ("#000000", Look::Dark),
        ] {
            assert!(accent(bad).contrast(look) < LEAST, "{bad}");
            assert!(!accent(bad).is_readable(), "{bad}");
        }
    }

    #[test]
    fn the_pairs_are_those_of_the_style_sheet() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("style/first/10-tokens.css");
        let sheet = std::fs::read_to_string(path).unwrap();
        let (light, dark) = sheet.split_once("@media (prefers-color-scheme: dark)").unwrap();
        for (look, rules, times) in [(Look::Light, light, 1), (Look::Dark, dark, 2)] {
            let pairs = look.pairs();
            let [ground, surface, sunken] = pairs.grounds;
            for (name, mixed) in [
                ("link", pairs.link),
                ("ground", ground),
                ("surface", surface),
                ("sunken", sunken),
                ("band", pairs.band),
            ] {
                let rule = rule(name, mixed);
                assert_eq!(rules.matches(&rule).count(), times, "{rule}");
            }
        }
        assert_eq!(
            sheet.matches("var(--site-accent)").count(),
            4 + 2 * 3,
            "another use"
        );
        assert!(light.contains("--on-band: #fff;") && light.contains("--on-action: #fff;"));
        assert_eq!(
            dark.matches("--on-action: #0e1210;").count(),
            2,
            "that of the sunken ground"
        );
    }

    fn rule(name: &str, (share, other): super::Mixed) -> String {
        let other = format!("#{other:06x}");
        let digits = other.as_bytes();
        let is_short = [1, 3, 5].iter().all(|at| digits[*at] == digits[at + 1]);
        let other = if is_short {
            format!("#{}", &other[1..7].chars().step_by(2).collect::<String>())
        } else {
            other
        };
        if share == 0.0 {
            return format!("--{name}: {other};");
        }
        let share = (share * 100.0).round();
        format!("--{name}: color-mix(in srgb, var(--site-accent) {share}%, {other});")
    }
}
