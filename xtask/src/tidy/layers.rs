//! Arrows point one way: what each part of the application may not know.

use super::SourceFile;
use super::source::lines;

/// A part of the application and the words that its code may not hold.
struct Layer {
    /// What the path begins with.
    part: &'static str,
    /// Files of the part that are the stated exception.
    except: &'static [&'static str],
    forbidden: &'static [&'static [&'static str]],
}

/// What only the browser has.
const WEB: &[&str] = &[
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo_storage",
    "gloo",
];
/// What makes two runs differ.
const CHANCE: &[&str] = &["SystemTime", "Instant", "getrandom", "rand"];
const JSON: &[&str] = &["serde", "serde_json"];
/// The one place that touches these is `src/browser`, and the storage adapter.
const SYSTEM: &[&str] = &["web_sys", "gloo_storage"];

const LAYERS: [Layer; 8] = [
    Layer {
        part: "src/domain/",
        except: &[],
        forbidden: &[
            WEB,
            CHANCE,
            JSON,
            &[
                "crate::format",
                "crate::storage",
                "crate::communique",
                "crate::state",
                "crate::ui",
                "crate::browser",
            ],
            &["crate::i18n", "crate::route", "crate::workspace"],
        ],
    },
    Layer {
        part: "src/format/",
        except: &[],
        forbidden: &[
            WEB,
            CHANCE,
            &["crate::storage", "crate::state", "crate::ui", "crate::browser"],
        ],
    },
    Layer {
        part: "src/communique/",
        except: &[],
        forbidden: &[
            WEB,
            CHANCE,
            &["crate::storage", "crate::state", "crate::ui", "crate::browser"],
        ],
    },
    Layer {
        part: "src/storage/",
        except: &["src/storage/local.rs"],
        forbidden: &[WEB, CHANCE, &["crate::state", "crate::ui", "crate::browser"]],
    },
    Layer {
        part: "src/workspace/",
        except: &[],
        forbidden: &[WEB, CHANCE, &["crate::state", "crate::ui", "crate::browser"]],
    },
    Layer {
        part: "src/route",
        except: &[],
        forbidden: &[WEB, &["crate::state", "crate::ui", "crate::browser"]],
    },
    Layer {
        part: "src/state",
        except: &[],
        forbidden: &[SYSTEM, &["crate::ui"]],
    },
    Layer {
        part: "src/ui/",
        except: &[],
        forbidden: &[SYSTEM],
    },
];

pub(super) fn check(file: &SourceFile) -> Vec<String> {
    let mut broken = Vec::new();
    let is_rust = file.is_rust();
    for layer in LAYERS
        .iter()
        .filter(|layer| is_rust && file.path.starts_with(layer.part))
    {
        if layer.except.contains(&file.path.as_str()) {
            continue;
        }
        for (number, line) in lines(&file.text).iter().enumerate() {
            for word in layer
                .forbidden
                .iter()
                .copied()
                .flatten()
                .filter(|word| names(&line.code, word))
            {
                broken.push(format!(
                    "{}:{}: {} may not know `{word}`",
                    file.path,
                    number + 1,
                    layer.part
                ));
            }
        }
    }
    broken
}

/// Whether the code holds the word, whole.
fn names(code: &str, word: &str) -> bool {
    let is_part =
        |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    code.match_indices(word).any(|(at, _)| {
        !is_part(code[..at].chars().next_back()) && !is_part(code[at + word.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[test]
    fn an_arrow_that_points_back_is_found_with_its_place() {
        let broken = check(&file(
            "src/domain/id.rs",
            "use std::fmt;\nuse crate::format::json;\n",
        ));
        assert_eq!(
            broken,
            ["src/domain/id.rs:2: src/domain/ may not know `crate::format`"]
        );
        assert_eq!(check(&file("src/format/a.rs", "use web_sys::Window;")).len(), 1);
        assert_eq!(check(&file("src/domain/a.rs", "use serde::Serialize;")).len(), 1);
        assert_eq!(
            check(&file("src/ui/app.rs", "let w = web_sys::window();")).len(),
            1
        );
    }

    #[test]
    fn words_in_comments_strings_longer_names_and_exceptions_are_allowed() {
        for (path, text) in [
            (
                "src/domain/a.rs",
                "// no serde here\nlet a = \"serde\"; let brand = serde_less;",
            ),
            ("src/storage/local.rs", "use web_sys::Storage;"),
            ("src/browser/clock.rs", "use web_sys::Window;"),
            ("src/domain/notes.md", "serde"),
        ] {
            assert_eq!(check(&file(path, text)), [""; 0], "{path}");
        }
    }
}
