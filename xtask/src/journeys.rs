//! The journeys that Firefox and `WebKit` run: tests of `tests/browser` that need nothing of Chromium's own protocol.
//!
//! Chromium runs every test. What the other engines leave out, and why, is said by `Engine` in `tests/browser`.

/// A test that other engines run too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Journey {
    /// The file in `tests/browser/tests`, without its ending.
    pub file: &'static str,
    /// The test's name.
    pub name: &'static str,
    /// Whether `WebKit` runs it beside Firefox.
    pub webkit: bool,
}

const fn both(file: &'static str, name: &'static str) -> Journey {
    Journey {
        file,
        name,
        webkit: true,
    }
}

const fn firefox(file: &'static str, name: &'static str) -> Journey {
    Journey {
        file,
        name,
        webkit: false,
    }
}

/// Every journey: the list, the filters, the history, adding and keeping, denied and full storage, several tabs, files
/// in and out, links that carry a proposal.
pub const ALL: &[Journey] = &[
    both(
        "citizen",
        "the_list_shows_every_initiative_as_an_article_with_a_link",
    ),
    both("citizen", "words_find_without_accents_and_with_mistakes"),
    both("citizen", "typing_replaces_the_step_of_the_history"),
    both("citizen", "one_initiative_is_one_tap_from_a_call_and_a_letter"),
    both(
        "citizen",
        "a_correction_is_kept_on_this_phone_and_can_be_taken_back",
    ),
    both("citizen", "hidden_on_this_phone_comes_back_with_a_press"),
    firefox(
        "citizen",
        "filters_stand_in_the_address_and_survive_reload_and_back",
    ),
    firefox("citizen", "proposals_leave_as_a_file_that_the_format_reads"),
    firefox("storage", "where_storage_is_denied_everything_works_and_says_so"),
    firefox(
        "storage",
        "where_storage_is_full_the_edit_stays_and_nothing_earlier_is_harmed",
    ),
    firefox("storage", "what_one_tab_saves_another_shows_without_a_reload"),
    firefox("exchange", "what_was_exported_comes_back_identical"),
    firefox("exchange", "dangerous_links_of_a_file_become_no_links"),
    firefox("links", "each_link_that_carries_no_proposal_is_a_sentence"),
    firefox("reviewing", "of_twelve_links_of_a_conversation_one_was_treated"),
    firefox("keyboard", "a_whole_journey_goes_by_keyboard_alone"),
];

#[cfg(test)]
mod tests {
    use std::fs;

    use super::ALL;
    use crate::project;

    #[test]
    fn every_journey_is_a_test() {
        for journey in ALL {
            let path = project::root()
                .join("tests/browser/tests")
                .join(journey.file)
                .with_extension("rs");
            let text = fs::read_to_string(&path).expect("the file is there");
            let head = format!("#[test]\nfn {}()", journey.name);
            assert!(
                text.contains(&head),
                "{} has no test {}",
                path.display(),
                journey.name
            );
        }
    }
}
