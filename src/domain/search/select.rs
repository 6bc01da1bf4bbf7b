//! Answering a filter.

use std::collections::BTreeSet;

use crate::domain::code::Insee;
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::initiative::{Initiative, Status};
use crate::domain::near::Nearness;
use crate::domain::order;
use crate::domain::text::fold;
use crate::domain::value::Value;

use super::filter::{Filter, Sort, StatusFilter};
use super::find::Correction;
use super::index::Index;
use super::intern::{lower_half, offset};
use super::query::Query;
use super::words::sort_key;

/// Tells how near an entry is.
pub type Near<'a> = dyn Fn(&Initiative) -> Option<Nearness> + 'a;

/// Everything around a filter that its answer depends on.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The entries that the index was built from, in the same order.
    pub initiatives: &'a [Initiative],
    /// The site's wider areas: objects with a `name` and the INSEE codes of their `communes`.
    pub areas: &'a [Value],
    /// How near an entry is, where anybody can tell.
    pub near: Option<&'a Near<'a>>,
    /// The present day.
    pub today: Date,
    /// What is neither found nor counted.
    pub hidden: Option<&'a BTreeSet<Id>>,
}

/// What a filter finds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// The positions of the entries, in order.
    pub positions: Vec<usize>,
    /// The words that were looked for in place of misspelt ones.
    pub corrections: Vec<Correction>,
    /// How many entries each theme would show, all else equal; themes without any are left out.
    pub themes: Vec<(Id, usize)>,
    /// How many entries work in each commune, all else equal; communes without any are left out.
    pub communes: Vec<(Insee, usize)>,
}

/// The entries that a filter asks for, in its order, and how many other choices would show.
///
/// # Panics
/// If the index was built from another number of entries.
#[must_use]
pub fn select(filter: &Filter, index: &Index, scene: &Scene) -> Selection {
    assert_eq!(
        index.len(),
        scene.initiatives.len(),
        "the index is that of the entries"
    );
    let found = index.search(&Query::parse(&filter.text));
    let theme = filter.theme.as_ref().map(|id| index.facets.theme(id));
    let commune = filter
        .commune
        .as_ref()
        .map(|insee| Wanted::new(insee, index, scene));
    let order = Order::new(filter, index, scene);
    let mut counts = index.facets.counts();
    let mut positions = Vec::with_capacity(found.hits.len());
    let mut keys = Vec::with_capacity(found.hits.len());
    for hit in &found.hits {
        let initiative = &scene.initiatives[hit.position];
        let ended = initiative.is_ended(scene.today);
        let is_hidden = scene.hidden.is_some_and(|hidden| hidden.contains(&initiative.id));
        if is_hidden || !is_asked_for(filter, initiative, ended, scene.today) {
            continue;
        }
        let facet = index.facets.of(hit.position);
        // A theme that no entry has, has no number, and must not match the entries without a theme.
        let of_theme = theme.is_none_or(|theme| theme.is_some() && theme == facet.theme);
        let of_commune = commune
            .as_ref()
            .is_none_or(|wanted| wanted.matches(initiative, facet.commune));
        if of_commune {
            counts.add_theme(facet);
        }
        if of_theme {
            counts.add_commune(facet);
        }
        if of_theme && of_commune {
            // One number carries the order: what is over last, then as asked for, then as it was found.
            let place = order.place(hit.position, initiative).min(LAST);
            keys.push(u64::from(ended) << 63 | u64::from(place) << 32 | positions.len() as u64);
            positions.push(hit.position);
        }
    }
    order::sort_keys(&mut keys);
    Selection {
        positions: keys.into_iter().map(|key| positions[lower_half(key)]).collect(),
        corrections: found.corrections,
        themes: counts.themes(),
        communes: counts.communes(),
    }
}

/// Whether an entry passes the parts of a filter that are neither text, theme nor commune.
fn is_asked_for(filter: &Filter, initiative: &Initiative, ended: bool, today: Date) -> bool {
    let of_status = match filter.status {
        StatusFilter::All => true,
        StatusFilter::Running => !ended,
        StatusFilter::Ended => ended,
    };
    of_status
        && (filter.drafts || initiative.status != Status::Draft)
        && (!filter.open_needs || initiative.open_needs(today).next().is_some())
}

/// The commune that entries must work in or serve.
struct Wanted<'a> {
    insee: &'a Insee,
    number: Option<u32>,
    /// The folded names of the areas that hold it.
    areas: Vec<String>,
}

impl<'a> Wanted<'a> {
    fn new(insee: &'a Insee, index: &Index, scene: &Scene) -> Self {
        let areas = scene.areas.iter().filter_map(Value::as_object);
        let holding = areas.filter(|area| {
            let communes = area.get("communes").and_then(Value::as_list).unwrap_or(&[]);
            communes
                .iter()
                .any(|commune| commune.as_text() == Some(insee.as_str()))
        });
        Self {
            insee,
            number: index.facets.commune(insee),
            areas: holding.filter_map(|area| area.text("name").map(fold)).collect(),
        }
    }

    fn matches(&self, initiative: &Initiative, commune: Option<u32>) -> bool {
        let area = &initiative.place.area;
        let serves = |served: &Insee| served == self.insee;
        (self.number.is_some() && self.number == commune)
            || initiative
                .served
                .iter()
                .any(|served| served.insee.as_ref().is_some_and(serves))
            || (!area.is_empty() && !self.areas.is_empty() && self.areas.contains(&fold(area)))
    }
}

/// The place in an order of whatever cannot be ordered.
const LAST: u32 = u32::MAX >> 1;

/// An order, with what it needs to place an entry.
enum Order<'a> {
    Found,
    Nearest(Option<&'a Near<'a>>),
    Recent(Date),
    Title(&'a [u32]),
}

impl<'a> Order<'a> {
    fn new(filter: &Filter, index: &'a Index, scene: &Scene<'a>) -> Self {
        match filter.sort {
            Sort::Relevance => Self::Found,
            Sort::Nearest => Self::Nearest(scene.near),
            Sort::Recent => Self::Recent(scene.today),
            Sort::Title => Self::Title(index.title_ranks(scene.initiatives)),
        }
    }

    /// The smaller, the earlier; [`LAST`] or more where nothing is known.
    fn place(&self, position: usize, initiative: &Initiative) -> u32 {
        match self {
            Self::Found => 0,
            Self::Nearest(near) => near
                .and_then(|near| near(initiative))
                .map_or(LAST, |near| match near {
                    Nearness::Here => 0,
                    Nearness::Serves => 1,
                    Nearness::Around => 2,
                    Nearness::Away { metres, .. } => metres.saturating_add(3),
                }),
            Self::Recent(today) => initiative.news(*today).map_or(LAST, |date| {
                LAST - (u32::from(date.year()) << 9 | u32::from(date.month()) << 5 | u32::from(date.day()))
            }),
            Self::Title(ranks) => ranks[position],
        }
    }
}

/// For each entry, its rank by title.
pub(super) fn title_ranks(initiatives: &[Initiative]) -> Vec<u32> {
    let titles = initiatives.iter().map(|initiative| sort_key(&initiative.title));
    let titles: Vec<String> = titles.collect();
    let positions = order::places(titles.len(), &mut |one, two| titles[one].cmp(&titles[two]));
    let mut ranks = vec![0; titles.len()];
    for (rank, position) in positions.into_iter().enumerate() {
        ranks[position] = offset(rank);
    }
    ranks
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Scene, select};
    use crate::domain::code::Insee;
    use crate::domain::date::Date;
    use crate::domain::id::Id;
    use crate::domain::initiative::Initiative;
    use crate::domain::near::Nearness;
    use crate::domain::search::{Filter, Index, Sort};
    use crate::domain::value::{Object, Value};

    const LENS: &str = "62498";
    const CALAIS: &str = "62193";

    fn insee(text: &str) -> Insee {
        Insee::parse(text).expect("a code")
    }

    fn at(title: &str, code: Option<&str>) -> Initiative {
        let mut it = Initiative::new(Id::derived(&[title]), title.to_owned());
        it.place.insee = code.map(insee);
        it
    }

    fn positions(filter: &Filter, scene: Scene) -> Vec<usize> {
        select(filter, &Index::build(scene.initiatives, &[]), &scene).positions
    }

    fn scene(initiatives: &[Initiative]) -> Scene<'_> {
        Scene {
            initiatives,
            areas: &[],
            near: None,
            today: Date::new(2026, 11, 23).unwrap(),
            hidden: None,
        }
    }

    #[test]
    fn the_nearest_comes_first_and_the_unknown_last() {
        let all = [
            at("nulle part", None),
            at("ici", None),
            at("loin", None),
            at("sert", None),
            at("près", None),
            at("secteur", None),
        ];
        let away = |metres| Nearness::Away {
            metres,
            approximate: metres > 5000,
        };
        let near = |it: &Initiative| match it.title.as_str() {
            "ici" => Some(Nearness::Here),
            "sert" => Some(Nearness::Serves),
            "secteur" => Some(Nearness::Around),
            "près" => Some(away(0)),
            "loin" => Some(away(9000)),
            _ => None,
        };
        let nearest = Filter {
            sort: Sort::Nearest,
            ..Filter::default()
        };
        let known = Scene {
            near: Some(&near),
            ..scene(&all)
        };
        assert_eq!(positions(&nearest, known), [1, 3, 5, 4, 2, 0]);
        assert_eq!(positions(&nearest, scene(&all)), [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn news_come_first_but_not_from_the_future() {
        let mut all = [
            at("sans date", None),
            at("vieux", None),
            at("neuf", None),
            at("à venir", None),
        ];
        all[1].verified_on = Date::parse("2020-04-30");
        all[2].verified_on = Date::parse("2020-04-30");
        all[2].period.start = Date::parse("2026-11-01");
        all[3].verified_on = Date::parse("2026-01-01");
        all[3].period.start = Date::parse("2027-01-01");
        let recent = Filter {
            sort: Sort::Recent,
            ..Filter::default()
        };
        assert_eq!(positions(&recent, scene(&all)), [2, 3, 1, 0]);
    }

    #[test]
    fn titles_sort_as_one_reads_them() {
        let all = [
            at("Zèbre", None),
            at("« Élan »", None),
            at("eau", None),
            at("Étoile", None),
        ];
        let title = Filter {
            sort: Sort::Title,
            ..Filter::default()
        };
        assert_eq!(positions(&title, scene(&all)), [2, 1, 3, 0]);
    }

    #[test]
    fn what_is_hidden_is_neither_found_nor_counted() {
        let theme = Id::parse("repas");
        let mut all = [at("un", Some(LENS)), at("deux", Some(LENS))];
        for one in &mut all {
            one.theme.clone_from(&theme);
        }
        let hidden = BTreeSet::from([all[0].id.clone()]);
        let scene = Scene {
            hidden: Some(&hidden),
            ..scene(&all)
        };
        let found = select(&Filter::default(), &Index::build(&all, &[]), &scene);
        assert_eq!(found.positions, [1]);
        assert_eq!(found.themes, [(theme.unwrap(), 1)]);
        assert_eq!(found.communes, [(insee(LENS), 1)]);
    }

    #[test]
    fn an_area_of_the_site_holds_its_communes() {
        let mut area = Object::new();
        area.set("name", "Calaisis");
        area.set("communes", Value::List(vec![Value::text(CALAIS)]));
        let areas = [Value::text("Boulonnais"), Value::Object(area)];
        let mut all = [
            at("aire", None),
            at("autre aire", None),
            at("Lens", Some(LENS)),
            at("rien", None),
        ];
        all[0].place.area = "CALAISIS".to_owned();
        all[1].place.area = "Boulonnais".to_owned();
        let of = |code: &str| Filter {
            commune: Some(insee(code)),
            ..Filter::default()
        };
        let scene = Scene {
            areas: &areas,
            ..scene(&all)
        };
        assert_eq!(positions(&of(CALAIS), scene), [0]);
        assert_eq!(positions(&of(LENS), scene), [2]);
        assert_eq!(
            positions(&of("62001"), scene),
            [0; 0],
            "a code that nobody has matches nobody, not those without"
        );
        let of_theme = Filter {
            theme: Id::parse("inconnu"),
            ..Filter::default()
        };
        assert_eq!(positions(&of_theme, scene), [0; 0]);
    }
}
