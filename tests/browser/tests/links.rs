//! Links that carry no proposal: cut off by a messenger, of a newer version, or made to do harm. Each
//! is a sentence, and nothing is stored.

use std::io::Write as _;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use browser_tests::proposals::{MARCK, MARCK_TITLE, fragment, retitle};
use browser_tests::visit;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use solidaire::format::link::{MAX_LETTERS, MAX_TEXT};

/// A fragment that inflates to these bytes.
fn packed(bytes: &[u8]) -> Result<String> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(["#p=", &URL_SAFE_NO_PAD.encode(encoder.finish()?)].concat())
}

#[test]
fn each_link_that_carries_no_proposal_is_a_sentence() -> Result<()> {
    let whole = fragment(&retitle("c1", MARCK, MARCK_TITLE, "Marck coud"));
    let newer = br#"{"format":"solidaire-contribution","version":2,"id":"a"}"#;
    // The longest fragment that is looked at, and what it claims to be: some forty megabytes.
    let explodes = packed(&vec![b' '; 44 * MAX_TEXT])?;
    ensure!(explodes.len() <= MAX_LETTERS, "{} letters", explodes.len());
    let cases = [
        (whole[..whole.len() / 2].to_owned(), "Le lien est incomplet"),
        (whole[..whole.len() - 3].to_owned(), "Le lien est incomplet"),
        ([&whole, "%20suite"].concat(), "Le lien est incomplet"),
        ("#p=AAAA".to_owned(), "Le lien est incomplet"),
        (packed(b"{\"format\":\"solid")?, "Le lien est incomplet"),
        (
            packed(newer)?,
            "Ce lien vient d’une version plus récente (format 2)",
        ),
        (
            packed(br#"{"format":"autre"}"#)?,
            "Ce lien ne contient pas de proposition",
        ),
        (
            explodes,
            "Ce lien contient plus qu’une proposition ne peut contenir",
        ),
        (
            ["#p=", &"A".repeat(MAX_LETTERS + 1)].concat(),
            "Ce lien contient plus qu’une proposition ne peut contenir",
        ),
    ];
    visit(async |page| {
        page.become_editor().await?;
        let before = page.stored().await?;
        for (fragment, sentence) in &cases {
            let start = Instant::now();
            // Another page in between, so that the address is opened and not only changed.
            page.go("a-propos").await?;
            page.go(&["relire", fragment].concat()).await?;
            page.says(sentence).await?;
            ensure!(
                start.elapsed() < Duration::from_secs(20),
                "{sentence} took {:?}",
                start.elapsed()
            );
            ensure!(page.stored().await? == before, "{sentence}: something was stored");
        }
        Ok(())
    })
}
