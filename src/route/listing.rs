//! The catalogue's address, and the map's: what is searched, filtered and sorted, all in the query.

use super::Page;
use crate::domain::code::Insee;
use crate::domain::id::Id;
use crate::domain::search::{Filter, Sort, StatusFilter};

/// How the address of the figures says which total is looked at.
pub const TOTAL: &str = "quoi";

/// The filter that a query asks for. What it does not understand asks for nothing.
#[must_use]
pub fn parse(get: impl Fn(&str) -> Option<String>) -> Filter {
    let text = |name| get(name).unwrap_or_default();
    Filter {
        text: text("q"),
        theme: Id::parse(&text("theme")),
        commune: Insee::parse(&text("commune")),
        open_needs: text("besoins") == "1",
        status: match text("statut").as_str() {
            "encours" => StatusFilter::Running,
            "terminee" => StatusFilter::Ended,
            _ => StatusFilter::All,
        },
        drafts: false,
        sort: match text("tri").as_str() {
            "proche" => Sort::Nearest,
            "recent" => Sort::Recent,
            "titre" => Sort::Title,
            _ => Sort::Relevance,
        },
    }
}

/// The code of a status in the address; empty for the usual one.
#[must_use]
pub const fn status_code(status: StatusFilter) -> &'static str {
    match status {
        StatusFilter::All => "",
        StatusFilter::Running => "encours",
        StatusFilter::Ended => "terminee",
    }
}

/// The code of an order in the address; empty for the usual one.
#[must_use]
pub const fn sort_code(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "",
        Sort::Nearest => "proche",
        Sort::Recent => "recent",
        Sort::Title => "titre",
    }
}

/// The address of a filtered catalogue.
#[must_use]
pub fn href(filter: &Filter) -> String {
    href_on(Page::Catalogue, filter)
}

/// The address of another page about a filtered catalogue: `donnees?theme=repas`.
#[must_use]
pub fn href_on(page: Page, filter: &Filter) -> String {
    page.with_query(&pairs(filter))
}

/// What the query of a filtered catalogue says, name by name; empty where it says nothing.
fn pairs(filter: &Filter) -> [(&'static str, &str); 6] {
    [
        ("q", &filter.text),
        ("theme", filter.theme.as_ref().map_or("", Id::as_str)),
        ("commune", filter.commune.as_ref().map_or("", Insee::as_str)),
        ("besoins", if filter.open_needs { "1" } else { "" }),
        ("statut", status_code(filter.status)),
        ("tri", sort_code(filter.sort)),
    ]
}

/// The address of the figures of a filtered catalogue, with the total that is looked at.
#[must_use]
pub fn figures(filter: &Filter, total: &str) -> String {
    let mut query = pairs(filter).to_vec();
    query.push((TOTAL, total));
    Page::Figures.with_query(&query)
}

/// The address of a filtered catalogue within another site's page: to be read there, and nothing else.
#[must_use]
pub fn embedded(filter: &Filter) -> String {
    let mut query = vec![("vue", "integree")];
    query.extend(pairs(filter));
    Page::Catalogue.with_query(&query)
}

#[cfg(test)]
mod tests {
    use super::{embedded, figures, href, href_on, parse};
    use crate::route::Page;

    fn round_trip(query: &str) -> String {
        let pairs: Vec<(&str, &str)> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
        let get = |name: &str| {
            pairs
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        };
        href(&parse(get))
    }

    #[test]
    fn every_filter_survives_its_address() {
        for query in [
            "q=masques&theme=protection&commune=62548&besoins=1&statut=terminee&tri=titre",
            "statut=encours&tri=recent",
            "tri=proche",
        ] {
            assert_eq!(round_trip(query), format!("./?{query}"));
        }
        assert_eq!(round_trip(""), "./");
        let printed = href_on(
            Page::Poster,
            &parse(|name| (name == "q").then(|| "visières".to_owned())),
        );
        assert_eq!(printed, "affiche?q=visi%C3%A8res");
    }

    #[test]
    fn the_figures_take_the_same_filter_and_a_total() {
        let filter = parse(|name| (name == "theme").then(|| "repas".to_owned()));
        assert_eq!(
            figures(&filter, "produced:m"),
            "chiffres?theme=repas&quoi=produced%3Am"
        );
        assert_eq!(figures(&filter, ""), "chiffres?theme=repas");
    }

    #[test]
    fn an_embedded_list_asks_for_the_same() {
        let filter = parse(|name| (name == "theme").then(|| "protection".to_owned()));
        assert_eq!(embedded(&filter), "./?vue=integree&theme=protection");
        assert_eq!(embedded(&parse(|_| None)), "./?vue=integree");
    }

    #[test]
    fn the_map_takes_the_same_filter() {
        let filter = parse(|name| (name == "theme").then(|| "protection".to_owned()));
        assert_eq!(href_on(Page::Map, &filter), "carte?theme=protection");
    }

    #[test]
    fn what_is_not_understood_asks_for_nothing() {
        assert_eq!(
            round_trip("theme=../x&commune=Marck&besoins=oui&statut=x&tri=y&autre=z"),
            "./"
        );
    }
}
