//! The shape of source files: their length, what they swallow, and whose words they hold.

use super::SourceFile;
use super::source::{Line, lines};

/// A file that grows past this is asking to be two.
const LONGEST: usize = 500;

/// Where a person's data passes and nothing may be swallowed without a written reason.
const CAREFUL: [&str; 4] = ["src/storage/", "src/format/", "src/state/", "src/workspace/"];

/// What lets an error or an absence disappear.
const SWALLOWS: [&str; 3] = [".ok()", ".unwrap_or_default()", "let _ ="];

/// Where visible text would be written by mistake.
const VISIBLE: [&str; 2] = ["src/ui/", "src/state/"];

pub(super) fn check(file: &SourceFile) -> Vec<String> {
    if !file.is_rust() {
        return Vec::new();
    }
    let mut broken = Vec::new();
    let length = file.text.lines().count();
    if length > LONGEST {
        broken.push(format!(
            "{}: {length} lines are more than {LONGEST}: which two nouns is it?",
            file.path
        ));
    }
    let lines = lines(&file.text);
    let begins = |parts: &[&str]| parts.iter().any(|part| file.path.starts_with(part));
    if begins(&CAREFUL) {
        broken.extend(swallowed(&lines).into_iter().map(|(number, what)| {
            format!(
                "{}:{number}: `{what}` without a comment that says why nothing is lost",
                file.path
            )
        }));
    }
    if begins(&VISIBLE) {
        for (number, line) in lines.iter().enumerate() {
            for text in line.strings.iter().filter(|text| is_prose(text)) {
                broken.push(format!(
                    "{}:{}: « {text} » belongs in locales/",
                    file.path,
                    number + 1
                ));
            }
        }
    }
    broken
}

/// Lines that swallow something and have no comment on them, or above their statement.
fn swallowed(lines: &[Line]) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        for what in SWALLOWS {
            if line.code.contains(what) && !is_explained(lines, at) {
                found.push((at + 1, what));
            }
        }
    }
    found
}

/// Whether the line, or one of the lines of its statement, or the line above it, has a comment.
fn is_explained(lines: &[Line], at: usize) -> bool {
    for (number, line) in lines.iter().enumerate().take(at + 1).rev() {
        let (code, comment) = (line.code.trim(), line.comment.trim());
        if comment.starts_with("//") && !comment.starts_with("///") {
            return true;
        }
        // The end of an earlier statement or the start of a block: the comment would have come before it.
        if number != at && (code.ends_with([';', '{', '}']) || code.is_empty()) {
            return false;
        }
    }
    false
}

/// Whether a string is words for people: it has a letter that no identifier, class or key of this project has.
fn is_prose(text: &str) -> bool {
    text.chars()
        .any(|letter| letter.is_alphabetic() && !letter.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[test]
    fn a_long_file_is_named() {
        assert_eq!(check(&file("src/a.rs", &"x\n".repeat(LONGEST + 1))).len(), 1);
        assert!(check(&file("src/a.rs", &"x\n".repeat(LONGEST))).is_empty());
        assert!(check(&file("a.json", &"x\n".repeat(LONGEST + 1))).is_empty());
    }

    #[test]
    fn swallowing_wants_a_reason_on_the_data_path_only() {
        let bare = "fn a() {\n    let b = c().ok();\n}\n";
        assert_eq!(check(&file("src/storage/a.rs", bare)).len(), 1);
        assert!(check(&file("src/ui/a.rs", bare)).is_empty());
        for explained in [
            "fn a() {\n    // Nothing is there yet.\n    let b = c().ok();\n}\n",
            "fn a() {\n    let b = c().ok(); // Nothing is there yet.\n}\n",
            "fn a() {\n    // Nothing is there yet.\n    let b = c()\n        .ok();\n}\n",
            "fn a() {}\n#[cfg(test)]\nmod tests { fn b() { c().ok(); } }\n",
        ] {
            assert!(
                check(&file("src/storage/a.rs", explained)).is_empty(),
                "{explained}"
            );
        }
        let elsewhere = "fn a() {\n    // About d.\n    d();\n    let b = c().ok();\n}\n";
        assert_eq!(check(&file("src/storage/a.rs", elsewhere)).len(), 1);
    }

    #[test]
    fn french_in_the_screens_is_found_and_class_names_are_not() {
        assert_eq!(
            check(&file("src/ui/a.rs", "view! { <p>\"Réessayer\"</p> }")).len(),
            1
        );
        assert!(
            check(&file(
                "src/ui/a.rs",
                "// Réessayer\nview! { <p class=\"card wide\">\"…\"</p> }"
            ))
            .is_empty()
        );
    }
}
