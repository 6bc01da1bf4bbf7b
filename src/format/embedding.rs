//! The piece of HTML with which another site shows the list within one of its pages.

use super::xml::escape;

/// The heights that can be asked for, in CSS pixels: from one entry to some screens.
pub const HEIGHTS: std::ops::RangeInclusive<u32> = 300..=3000;

/// The height where none is asked for, in CSS pixels.
pub const HEIGHT: u32 = 640;

/// What the frame may do. The application's own files are fetched from its own origin, which a frame has
/// only with `allow-same-origin`; entries open in a tab of their own, which is as free as any.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/// A list within a page of another site.
#[derive(Debug, Clone, Copy)]
pub struct Embedding<'a> {
    /// The list's address, in full.
    pub address: &'a str,
    /// What the frame is called by screen readers.
    pub title: &'a str,
    /// How high it is, in CSS pixels.
    pub height: u32,
}

impl Embedding<'_> {
    /// The HTML to paste into the page.
    #[must_use]
    pub fn html(&self) -> String {
        let (address, title) = (escape(self.address), escape(self.title));
        let height = self.height;
        format!(
            "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
             sandbox=\"{SANDBOX}\" style=\"border:0\"></iframe>"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Embedding;

    #[test]
    fn nothing_of_a_title_or_an_address_ends_its_attribute() {
        let embedding = Embedding {
            address: "https://exemple.fr/?vue=integree&q=%22\"><script>",
            title: "L’« entraide » & \"co\" <b>",
            height: 640,
        };
        assert_eq!(
            embedding.html(),
            "<iframe src=\"https://exemple.fr/?vue=integree&amp;q=%22&quot;&gt;&lt;script&gt;\" title=\"L’« entraide » \
             &amp; &quot;co&quot; &lt;b&gt;\" width=\"100%\" height=\"640\" loading=\"lazy\" sandbox=\"allow-scripts \
             allow-same-origin allow-popups allow-popups-to-escape-sandbox\" style=\"border:0\"></iframe>"
        );
    }
}
