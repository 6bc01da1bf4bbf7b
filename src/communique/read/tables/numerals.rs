//! Numbers in words.

/// What a word of a number does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::communique) enum Numeral {
    /// Adds so many.
    Plus(u32),
    /// Multiplies what stands before it by so much (« cent », « mille », « millions »).
    Times(u32),
    /// A noun for about so many (« une vingtaine »).
    About(u32),
    /// A noun for exactly so many (« une douzaine », « un millier » say about; « un million » does not).
    Noun(u32),
}

/// The words of numbers.
pub(in crate::communique) const NUMERALS: &[(&str, Numeral)] = &[
    ("deux", Numeral::Plus(2)), ("trois", Numeral::Plus(3)), ("quatre", Numeral::Plus(4)), ("cinq", Numeral::Plus(5)),
    ("six", Numeral::Plus(6)), ("sept", Numeral::Plus(7)), ("huit", Numeral::Plus(8)), ("neuf", Numeral::Plus(9)),
    ("dix", Numeral::Plus(10)), ("onze", Numeral::Plus(11)), ("douze", Numeral::Plus(12)),
    ("treize", Numeral::Plus(13)), ("quatorze", Numeral::Plus(14)), ("quinze", Numeral::Plus(15)),
    ("seize", Numeral::Plus(16)), ("vingt", Numeral::Plus(20)), ("vingts", Numeral::Plus(20)),
    ("trente", Numeral::Plus(30)), ("quarante", Numeral::Plus(40)), ("cinquante", Numeral::Plus(50)),
    ("soixante", Numeral::Plus(60)), ("septante", Numeral::Plus(70)), ("huitante", Numeral::Plus(80)),
    ("nonante", Numeral::Plus(90)), ("cent", Numeral::Times(100)), ("cents", Numeral::Times(100)),
    ("mille", Numeral::Times(1000)), ("millier", Numeral::About(1000)), ("milliers", Numeral::About(1000)),
    ("million", Numeral::Noun(1_000_000)), ("millions", Numeral::Noun(1_000_000)), ("dizaine", Numeral::About(10)),
    ("dizaines", Numeral::About(10)), ("douzaine", Numeral::About(12)), ("douzaines", Numeral::Noun(12)),
    ("quinzaine", Numeral::About(15)), ("vingtaine", Numeral::About(20)), ("trentaine", Numeral::About(30)),
    ("quarantaine", Numeral::About(40)), ("cinquantaine", Numeral::About(50)), ("soixantaine", Numeral::About(60)),
    ("centaine", Numeral::About(100)), ("centaines", Numeral::About(100)),
];

/// Words before a number that make it approximate.
pub(in crate::communique) const ABOUT: &[(&str, ())] = &[
    ("environ", ()), ("pres de", ()), ("pres d'", ()), ("plus de", ()), ("plus d'", ()), ("quelque", ()),
    ("quelques", ()), ("a peu pres", ()), ("autour de", ()), ("presque", ()), ("au moins", ()), ("au minimum", ()),
    ("moins de", ()), ("jusqu' a", ()), ("un peu plus de", ()), ("un peu moins de", ()), ("bientot", ()),
    ("pas moins de", ()), ("aux alentours de", ()), ("de l' ordre de", ()), ("a peine", ()), ("approximativement", ()),
    ("une bonne", ()), ("quasiment", ()), ("env", ()), ("minimum", ()), ("quasi", ()), ("approchant", ()),
];

/// Words before a number that say that it counts nothing: numbers of things, of streets, of laws.
pub(in crate::communique) const LABELLED: &[(&str, ())] = &[
    ("n", ()), ("no", ()), ("num", ()), ("numero", ()), ("numeros", ()), ("article", ()), ("articles", ()),
    ("art", ()), ("loi", ()), ("decret", ()), ("arrete", ()), ("page", ()), ("pages", ()), ("p", ()), ("bp", ()),
    ("cs", ()), ("cedex", ()), ("tsa", ()), ("rd", ()), ("rn", ()), ("poste", ()), ("lot", ()), ("code", ()),
    ("version", ()), ("chapitre", ()), ("annexe", ()), ("alinea", ()), ("phase", ()), ("etape", ()), ("zone", ()),
    ("niveau", ()), ("norme", ()), ("iso", ()), ("salle", ()), ("batiment", ()), ("bat", ()), ("siret", ()),
    ("siren", ()), ("rna", ()), ("ligne", ()), ("departementale", ()), ("nationale", ()), ("autoroute", ()),
    ("sortie", ()), ("covid", ()), ("tome", ()), ("an", ()), ("annee", ()), ("annees", ()), ("en", ()),
    ("depuis", ()), ("fin", ()), ("debut", ()), ("printemps", ()), ("ete", ()), ("automne", ()), ("hiver", ()),
    ("rentree", ()), ("edition", ()), ("episode", ()), ("saison", ()), ("vol", ()), ("bus", ()), ("tram", ()),
    ("radio", ()), ("fm", ()), ("canal", ()), ("france", ()), ("acte", ()), ("apt", ()), ("appartement", ()),
];
