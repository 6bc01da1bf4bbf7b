//! The first page and its frame must find their texts in the first module: a text of the late pages
//! would show as nothing until that module is there.

use std::fs;
use std::path::{Path, PathBuf};

use solidaire::i18n::{Lang, Plural, Text};

/// What is compiled into the first module and shows texts.
const FIRST: [&str; 21] = [
    "app.rs",
    "late.rs",
    "components/active.rs",
    "components/banners.rs",
    "components/card.rs",
    "components/choice.rs",
    "components/contacts.rs",
    "components/emergency.rs",
    "components/footer.rs",
    "components/masthead.rs",
    "components/more.rs",
    "components/near.rs",
    "components/page.rs",
    "components/quantities.rs",
    "components/search_box.rs",
    "components/theme.rs",
    "components/icon.rs",
    "pages/catalogue/mod.rs",
    "pages/catalogue/filters.rs",
    "pages/catalogue/results.rs",
    "pages/catalogue/ways.rs",
];

fn ui() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui")
}

#[test]
fn late_texts_are_nothing_until_their_module_is_there() {
    assert!(!Lang::Fr.text(Text::MenuAdd).is_empty());
    assert!(Lang::Fr.text(Text::SettingsTitle).is_empty());
    solidaire::i18n::install_late();
    assert!(!Lang::En.text(Text::SettingsTitle).is_empty());
    assert!(!Lang::En.count(Plural::ConflictTitle, 2.0, &[]).is_empty());
}

#[test]
fn the_first_page_uses_no_late_text() {
    let build = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("build.rs")).unwrap();
    let list = build
        .split_once("const FIRST")
        .unwrap()
        .1
        .split_once("];")
        .unwrap()
        .0;
    let first: Vec<String> = list
        .split('"')
        .skip(1)
        .step_by(2)
        .map(|part| part[..1].to_uppercase() + &part[1..])
        .collect();
    assert!(first.len() > 10);
    for file in FIRST.iter().chain(&[
        "pages/unknown.rs",
        "components/notices.rs",
        "components/loaded.rs",
    ]) {
        let code = fs::read_to_string(ui().join(file)).expect(file);
        for name in ["Text::", "Plural::"] {
            for used in code.split(name).skip(1) {
                let used: String = used.chars().take_while(char::is_ascii_alphanumeric).collect();
                let known = first.iter().any(|part| used.starts_with(part.as_str()));
                assert!(used.is_empty() || known, "{file} uses {name}{used}");
            }
        }
    }
}
