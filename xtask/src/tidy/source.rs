//! Rust source as the rules see it: for each line its code, its comment and the texts that it quotes.
//!
//! Not a parser: it only knows where strings and comments begin and end, which is enough to tell them from code.

/// One line of a source file, cut into its kinds.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The code, without comments and without what stands between quotes.
    pub(super) code: String,
    pub(super) comment: String,
    /// The strings that begin on this line.
    pub(super) strings: Vec<String>,
}

/// Cuts the text into lines. What follows `#[cfg(test)]` at the start of a line is a file's tests and left out.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let text = match text.find("\n#[cfg(test)]") {
        Some(tests) => &text[..=tests],
        None => text,
    };
    let mut cutter = Cutter {
        rest: text.chars().collect(),
        at: 0,
        lines: vec![Line::default()],
    };
    cutter.run();
    cutter.lines
}

struct Cutter {
    rest: Vec<char>,
    at: usize,
    lines: Vec<Line>,
}

impl Cutter {
    fn run(&mut self) {
        while let Some(letter) = self.peek(0) {
            match (letter, self.peek(1)) {
                ('/', Some('/')) => self.comment_to_end_of_line(),
                ('/', Some('*')) => self.block_comment(),
                ('r', Some('"' | '#')) if !self.follows_word() && self.raw_hashes().is_some() => {
                    self.raw_string();
                }
                ('"', _) => self.string(),
                ('\'', Some('\\')) => self.character(2),
                ('\'', Some(_)) if self.peek(2) == Some('\'') => self.character(1),
                _ => {
                    self.step();
                    if letter != '\n' {
                        self.line().code.push(letter);
                    }
                }
            }
        }
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.rest.get(self.at + ahead).copied()
    }

    /// Moves on by one letter, beginning a new line after a line's end.
    fn step(&mut self) {
        if self.peek(0) == Some('\n') {
            self.lines.push(Line::default());
        }
        self.at += 1;
    }

    fn line(&mut self) -> &mut Line {
        if self.lines.is_empty() {
            self.lines.push(Line::default());
        }
        let last = self.lines.len() - 1;
        &mut self.lines[last]
    }

    fn follows_word(&self) -> bool {
        self.at > 0 && (self.rest[self.at - 1].is_alphanumeric() || self.rest[self.at - 1] == '_')
    }

    fn comment_to_end_of_line(&mut self) {
        while let Some(letter) = self.peek(0).filter(|letter| *letter != '\n') {
            self.line().comment.push(letter);
            self.at += 1;
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        loop {
            match (self.peek(0), self.peek(1)) {
                (None, _) => return,
                (Some('/'), Some('*')) => depth += 1,
                (Some('*'), Some('/')) => depth -= 1,
                _ => {}
            }
            let letter = self.rest[self.at];
            self.step();
            if letter != '\n' {
                self.line().comment.push(letter);
            }
            if depth == 0 {
                self.step();
                return;
            }
        }
    }

    fn string(&mut self) {
        let begins = self.lines.len() - 1;
        let mut content = String::new();
        self.step();
        while let Some(letter) = self.peek(0) {
            self.step();
            match letter {
                '"' => break,
                '\\' => {
                    content.extend(self.peek(0));
                    self.step();
                }
                letter => content.push(letter),
            }
        }
        self.lines[begins].strings.push(content);
        self.line().code.push_str("\"\"");
    }

    /// The number of hashes of a raw string that begins here.
    fn raw_hashes(&self) -> Option<usize> {
        let hashes = self.rest[self.at + 1..]
            .iter()
            .take_while(|letter| **letter == '#')
            .count();
        (self.peek(1 + hashes) == Some('"')).then_some(hashes)
    }

    fn raw_string(&mut self) {
        let Some(hashes) = self.raw_hashes() else { return };
        let begins = self.lines.len() - 1;
        let mut content = String::new();
        self.at += 2 + hashes;
        while let Some(letter) = self.peek(0) {
            self.step();
            if letter == '"' && (0..hashes).all(|ahead| self.peek(ahead) == Some('#')) {
                self.at += hashes;
                break;
            }
            content.push(letter);
        }
        self.lines[begins].strings.push(content);
        self.line().code.push_str("\"\"");
    }

    /// A character literal; a lifetime has no closing quote and never comes here.
    fn character(&mut self, inside: usize) {
        self.at += 1 + inside;
        while self.peek(0).is_some_and(|letter| letter != '\'') {
            self.step();
        }
        self.step();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_comments_and_strings_are_told_apart() {
        let cut = lines("let a = \"b // \\\" c\"; // why \"d\"\nlet e: &'static str = r#\"f \"g\"\"#;");
        assert_eq!(cut[0].code, "let a = \"\"; ");
        assert_eq!(cut[0].comment, "// why \"d\"");
        assert_eq!(cut[0].strings, ["b // \" c"]);
        assert_eq!(cut[1].code, "let e: &'static str = \"\";");
        assert_eq!(cut[1].strings, ["f \"g\""]);
    }

    #[test]
    fn nested_comments_quoted_quotes_and_long_strings() {
        let cut = lines("/* a /* \"b\" */\n c */ let q = '\"'; let n = '\\'';\nlet s = \"x\ny\";\nend");
        assert_eq!(cut[1].code, " let q = ; let n = ;");
        assert_eq!(cut[2].strings, ["x\ny"]);
        assert_eq!(cut[4].code, "end");
        assert!(cut.iter().all(|line| !line.code.contains('a')));
    }

    #[test]
    fn the_tests_at_the_end_of_a_file_are_left_out() {
        let cut = lines("fn a() {}\n#[cfg(test)]\nmod tests {}");
        assert!(cut.iter().all(|line| !line.code.contains("tests")));
    }
}
