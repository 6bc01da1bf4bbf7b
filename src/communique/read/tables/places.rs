//! What the words before a commune's name say of it.

/// How a commune stands to the initiative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::communique::read) enum Nearness {
    /// It works there.
    At,
    /// It is only near: a landmark.
    Near,
    /// It is helped.
    Served,
    /// It names a street, a club, a tribunal.
    Part,
}

/// The words before a commune, or a list of them.
pub(in crate::communique::read) const BEFORE: &[(&str, Nearness)] = &[
    ("a", Nearness::At), ("au", Nearness::At), ("aux", Nearness::At), ("de", Nearness::At), ("d'", Nearness::At),
    ("du", Nearness::At), ("des", Nearness::At), ("commune de", Nearness::At), ("ville de", Nearness::At),
    ("mairie de", Nearness::At), ("mairie d'", Nearness::At), ("ville d'", Nearness::At), ("commune d'", Nearness::At),
    ("municipalite de", Nearness::At), ("village de", Nearness::At), ("village d'", Nearness::At),
    ("commune du", Nearness::At), ("ville du", Nearness::At), ("mairie du", Nearness::At),
    ("communes de", Nearness::At), ("communes d'", Nearness::At), ("sur", Nearness::At), ("dans", Nearness::At),
    ("depuis", Nearness::At), ("basee a", Nearness::At), ("et", Nearness::At), ("ou", Nearness::At),
    ("pres de", Nearness::Near), ("pres d'", Nearness::Near), ("pres du", Nearness::Near),
    ("non loin de", Nearness::Near), ("non loin d'", Nearness::Near), ("loin de", Nearness::Near),
    ("a cote de", Nearness::Near), ("a cote d'", Nearness::Near), ("aux portes de", Nearness::Near),
    ("entre", Nearness::Near), ("vers", Nearness::Near), ("autour de", Nearness::Near), ("au nord de", Nearness::Near),
    ("au sud de", Nearness::Near), ("a l' est de", Nearness::Near), ("a l' ouest de", Nearness::Near),
    ("en direction de", Nearness::Near), ("voisine de", Nearness::Near), ("voisin de", Nearness::Near),
    ("km de", Nearness::Near), ("kilometres de", Nearness::Near), ("proche de", Nearness::Near),
    ("pour", Nearness::Served), ("pour les habitants de", Nearness::Served), ("pour les habitants d'", Nearness::Served),
    ("pour les communes de", Nearness::Served), ("pour les communes d'", Nearness::Served),
    ("aux habitants de", Nearness::Served), ("aux habitants d'", Nearness::Served),
    ("aux communes de", Nearness::Served), ("aux communes d'", Nearness::Served), ("aux familles de", Nearness::Served),
    ("aux familles d'", Nearness::Served), ("pour les familles de", Nearness::Served),
    ("pour les familles d'", Nearness::Served), ("aux ecoles de", Nearness::Served), ("aux ecoles du", Nearness::Served),
    ("aux ecoles d'", Nearness::Served), ("au profit de", Nearness::Served), ("jusqu' a", Nearness::Served),
    ("enfants de", Nearness::Near), ("aux eleves de", Nearness::Served), ("aux soignants de", Nearness::Served),
    ("rue de", Nearness::Part), ("rue d'", Nearness::Part), ("rue du", Nearness::Part), ("avenue de", Nearness::Part),
    ("avenue d'", Nearness::Part), ("boulevard de", Nearness::Part), ("boulevard d'", Nearness::Part),
    ("route de", Nearness::Part), ("route d'", Nearness::Part), ("place de", Nearness::Part),
    ("place d'", Nearness::Part), ("chemin de", Nearness::Part), ("quai de", Nearness::Part),
    ("porte de", Nearness::Part), ("faubourg de", Nearness::Part), ("faubourg d'", Nearness::Part),
    ("tribunal de", Nearness::Part), ("tribunal d'", Nearness::Part), ("sous prefet de", Nearness::Part),
    ("sous prefete de", Nearness::Part), ("sous prefet d'", Nearness::Part), ("pas de", Nearness::Part),
    ("rc", Nearness::Part), ("fc", Nearness::Part), ("as", Nearness::Part), ("us", Nearness::Part),
    ("cours de", Nearness::Part), ("square de", Nearness::Part), ("arrondissement de", Nearness::Part),
    ("arrondissement d'", Nearness::Part), ("la baie de", Nearness::Part), ("rue", Nearness::Part),
    ("avenue", Nearness::Part), ("place", Nearness::Part), ("ile de", Nearness::Part), ("ile d'", Nearness::Part),
    ("canton de", Nearness::Part), ("vallee de", Nearness::Part), ("cote d'", Nearness::Part), ("val de", Nearness::Part),
    ("pays de", Nearness::Part), ("pays d'", Nearness::Part), ("espace", Nearness::Part), ("docteur", Nearness::Part),
    ("gare de", Nearness::Part), ("prefecture de", Nearness::Part), ("prefecture d'", Nearness::Part),
];

/// Words of a sentence after which the communes named are helped, not the place of work.
pub(in crate::communique::read) const SERVES: &[(&str, ())] = &[
    ("d' autres communes", ()), ("autres communes", ()), ("communes voisines", ()), ("communes alentour", ()),
    ("communes environnantes", ()), ("communes du secteur", ()), ("pour les habitants", ()), ("aux habitants", ()),
    ("pour les communes", ()), ("aux communes", ()), ("au profit des", ()), ("au benefice des", ()),
    ("a destination des", ()), ("dessert", ()), ("desservent", ()), ("livre aussi", ()), ("ainsi que les communes", ()),
    ("les familles de", ()), ("les enfants de", ()), ("aux ecoles", ()), ("a prete", ()), ("villages voisins", ()),
    ("villages alentour", ()), ("pour les familles", ()), ("aux familles", ()), ("intervient aussi", ()),
];

/// Communes whose names are also ordinary words: they need a word before them that says a place.
pub(in crate::communique::read) const AMBIGUOUS: &[&str] = &[
    "ars", "aime", "avion", "ban", "bar", "bas", "beau", "bois", "bon", "bonne", "bonnes", "bords", "bourg", "bray",
    "brie", "carence", "centre", "champs", "chambre", "cherche", "cite", "claire", "condom", "croix", "dame", "dame",
    "die", "doux", "eu", "eux", "face", "fort", "france", "gap", "grace", "ham", "hautes", "ifs", "il", "image", "ile",
    "jura", "la croix", "la rue", "le pin", "le plan", "le temple", "lens", "les clefs", "lit", "livre", "loire", "long",
    "lys", "main", "mars", "mer", "mere", "mimosas", "montagne", "my", "nation", "nature", "nice", "noyon", "nord",
    "notre dame", "o", "orange", "ornes", "oust", "oye", "parents", "paris", "pau", "pays", "pin", "plan", "pont", "port",
    "pré", "prés", "puits", "rance", "repas", "rue", "saint", "salles", "sains", "sens", "serre", "sources", "sur", "tence",
    "ternes", "tour", "tours", "ur", "us", "val", "vals", "vatan", "vaux", "vers", "vert", "via", "vienne", "vif",
    "villages", "ville", "villers", "vins", "vis", "void", "vos", "vue", "y", "yvetot-bocage", "arques", "bassin",
    "marais", "loos", "marles", "tortue", "forges", "corps", "allez", "mouton", "moules", "plaisir", "poisson", "verte",
    "rennes en", "beaux", "bains", "joyeuse", "souris", "mirabeau", "martin", "denis", "maurice", "denise", "aubin",
    "gilles", "calais",
];

/// The ends of names of wider areas (« Calaisis », « Boulonnais »).
pub(in crate::communique::read) const AREA_ENDS: &[&str] = &["ois", "ais", "isis", "sis"];

/// Names of wider areas that have another end.
pub(in crate::communique::read) const AREAS: &[&str] = &[
    "artois", "ternois", "haut pays", "cote d' opale", "opale", "bassin minier", "flandre", "flandre interieure",
    "picardie maritime", "vimeu", "marquenterre", "cambresis", "avesnois", "pevele", "weppes", "hainaut", "alsace",
    "pays d' auge", "bessin", "cotentin", "pays de caux", "sept vallees", "7 vallees", "beaujolais", "perigord",
    "medoc", "entre deux mers", "bearn", "gevaudan", "larzac", "camargue", "luberon", "trieves", "vercors", "bugey",
    "bresse", "dombes", "livradois", "combrailles", "leon", "tregor", "cornouaille", "morvan", "puisaye", "sologne",
    "beauce", "perche", "vexin", "gatinais", "brie", "pays basque", "baie de somme", "calaisis", "audomarois",
    "boulonnais", "montreuillois", "lensois", "bethunois", "arrageois", "douaisis", "valenciennois", "dunkerquois",
    "lunevillois", "toulois", "amienois", "soissonnais", "laonnois", "thierache", "vermandois", "lauragais",
    "minervois", "corbieres", "razes", "cabardes", "roannais", "forez", "velay", "vivarais", "val de sambre",
];

/// Words with the end of an area's name that are none.
pub(in crate::communique::read) const NOT_AREAS: &[&str] = &[
    "mois", "fois", "trois", "francais", "anglais", "bois", "choix", "lois", "parfois", "autrefois", "toutefois",
    "desormais", "mais", "jamais", "frais", "palais", "relais", "chinois", "danois", "japonais", "hollandais",
    "bourgeois", "courtois", "delais", "quelquefois", "essais", "balais", "biais", "marais", "quais", "vrais", "rois",
    "irlandais", "portugais", "senegalais", "exploits", "droits", "emplois", "envois", "convois", "tournois", "anchois",
    "pas de calais", "calais", "mauvais", "engrais", "harnais", "dadais", "laquais", "polonais", "finlandais",
    "bruxellois", "patois", "crois", "dois", "sois", "vois", "avais", "etais", "fais", "sais", "vais",
];
