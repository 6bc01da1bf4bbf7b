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
    /// Whether Firefox runs it.
    pub firefox: bool,
    /// Whether `WebKit` runs it.
    pub webkit: bool,
}

impl Journey {
    /// What the test is called where all of them are one program.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{}::{}", self.file, self.name)
    }
}

const fn both(file: &'static str, name: &'static str) -> Journey {
    Journey {
        file,
        name,
        firefox: true,
        webkit: true,
    }
}

const fn firefox(file: &'static str, name: &'static str) -> Journey {
    Journey {
        file,
        name,
        firefox: true,
        webkit: false,
    }
}

const fn webkit(file: &'static str, name: &'static str) -> Journey {
    Journey {
        file,
        name,
        firefox: false,
        webkit: true,
    }
}

/// Every journey: the list, the filters, the history, adding and keeping; denied and full storage; several tabs; files
/// in and out; sharing; links that carry a proposal; the inbox; no network and new versions; attacks. What is left to
/// Chromium is what its own protocol does (another look or size of the screen, a frozen or killed page), and what no engine
/// does in a way of its own.
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
    both(
        "attacks",
        "a_hostile_catalogue_is_text_on_every_screen_in_print_and_exported",
    ),
    both("attacks", "hostile_proposals_are_text_to_whoever_looks_at_them"),
    both(
        "attacks",
        "a_hostile_press_release_is_text_where_it_is_checked_and_added",
    ),
    both(
        "attacks",
        "a_press_release_that_is_composed_of_hostile_texts_leaves_as_text",
    ),
    both("attacks", "look_alike_identifiers_take_nobodys_place"),
    both("attacks", "the_words_of_the_attacks_would_be_seen"),
    firefox("attacks", "hostile_addresses_are_text"),
    firefox(
        "citizen",
        "filters_stand_in_the_address_and_survive_reload_and_back",
    ),
    firefox("citizen", "proposals_leave_as_a_file_that_the_format_reads"),
    both("storage", "where_storage_is_denied_everything_works_and_says_so"),
    both(
        "storage",
        "where_storage_is_full_the_edit_stays_and_nothing_earlier_is_harmed",
    ),
    both("storage", "an_import_that_finds_no_room_leaves_nothing_half_done"),
    both("storage", "what_one_tab_saves_another_shows_without_a_reload"),
    both(
        "tabs",
        "two_forms_of_one_initiative_join_and_an_open_one_keeps_its_text_and_focus",
    ),
    both("tabs", "the_same_field_in_two_tabs_is_a_question_that_both_show"),
    firefox("tabs", "a_tab_older_than_the_storage_says_so_and_writes_nothing"),
    firefox(
        "tabs",
        "a_page_that_the_history_kept_reads_again_when_it_comes_back",
    ),
    firefox(
        "tabs",
        "what_may_be_another_page_s_writing_is_swept_by_a_page_that_is_alone",
    ),
    both(
        "lasting",
        "from_four_fifths_of_the_room_on_a_banner_says_what_to_do",
    ),
    both("exchange", "what_was_exported_comes_back_identical"),
    firefox("exchange", "the_keys_of_a_backup_bring_everything_back"),
    firefox("exchange", "hostile_files_are_refused_with_a_sentence"),
    both("exchange", "dangerous_links_of_a_file_become_no_links"),
    both("map", "another_department_is_drawn_from_its_own_file"),
    both("links", "each_link_that_carries_no_proposal_is_a_sentence"),
    both(
        "opening",
        "a_link_shows_what_it_carries_and_leaves_nothing_behind",
    ),
    // Firefox's driver runs a test's script apart from the page, which cannot call the share sheet that it puts there.
    webkit(
        "sending",
        "a_share_sheet_gets_text_and_link_and_is_believed_only_when_it_took_them",
    ),
    webkit("sending", "what_is_too_long_for_a_link_leaves_as_a_text_file"),
    firefox("reviewing", "of_twelve_links_of_a_conversation_one_was_treated"),
    both(
        "reviewing",
        "a_proposal_is_accepted_corrected_refused_left_and_taken_back",
    ),
    firefox("editor", "everything_that_the_form_asks_is_kept_and_exported"),
    firefox("keyboard", "a_whole_journey_goes_by_keyboard_alone"),
    firefox("offline", "after_one_visit_every_page_opens_without_a_network"),
    firefox("offline", "a_second_visit_asks_the_host_for_nothing_but_news"),
    firefox("offline", "an_interrupted_first_visit_is_gone_on_with"),
    firefox(
        "offline",
        "what_was_redirected_or_is_not_what_was_built_is_not_kept",
    ),
    both("updates", "a_page_of_the_old_version_neither_breaks_nor_writes"),
    both(
        "updates",
        "a_half_finished_update_changes_nothing_and_is_gone_on_with",
    ),
    both("updates", "versions_may_be_skipped"),
    both(
        "updates",
        "a_new_version_comes_by_itself_when_every_page_was_closed",
    ),
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
