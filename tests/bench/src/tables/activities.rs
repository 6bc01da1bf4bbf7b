//! What made-up initiatives do, theme by theme.

/// What an initiative does: theme, title, verb phrase, unit of what it counts, what it lacks, tags.
pub(crate) struct Activity {
    pub(crate) theme: &'static str,
    pub(crate) titles: &'static [&'static str],
    pub(crate) acts: &'static [&'static str],
    pub(crate) unit: &'static str,
    pub(crate) needs: &'static [&'static str],
    pub(crate) tags: &'static [&'static str],
}

const fn activity(
    theme: &'static str,
    titles: &'static [&'static str],
    acts: &'static [&'static str],
    unit: &'static str,
    needs: &'static [&'static str],
    tags: &'static [&'static str],
) -> Activity {
    Activity {
        theme,
        titles,
        acts,
        unit,
        needs,
        tags,
    }
}

/// Themes: identifier, French name, English name.
pub(crate) const THEMES: [(&str, &str, &str); 8] = [
    ("protection", "Mesures de protection", "Protective measures"),
    ("alimentation", "Se nourrir", "Food"),
    ("isolement", "Rompre l’isolement", "Company for the lonely"),
    ("education", "Continuité pédagogique", "Learning goes on"),
    ("logement", "Se loger, se chauffer", "Housing and heating"),
    ("mobilite", "Se déplacer", "Getting around"),
    (
        "exil",
        "Accueil des personnes exilées",
        "Welcoming people in exile",
    ),
    ("inondations", "Après les crues", "After the floods"),
];

pub(crate) const ACTIVITIES: &[Activity] = &[
    activity(
        "protection",
        &[
            "Masques en tissu",
            "Couture de masques lavables",
            "Atelier masques",
        ],
        &[
            "cousent des masques lavables",
            "taillent et assemblent des masques en coton",
            "confectionnent des masques réglables",
        ],
        "masques",
        &[
            "élastique plat",
            "coton blanc lavé à 60 degrés",
            "machines à coudre",
            "bobines de fil",
        ],
        &["couture", "masques"],
    ),
    activity(
        "protection",
        &[
            "Visières imprimées",
            "Visières pour les soignants",
            "Imprimantes 3D solidaires",
        ],
        &[
            "impriment des visières",
            "assemblent des serre-têtes et découpent des écrans transparents",
        ],
        "visières",
        &[
            "bobines de filament",
            "feuilles de plastique",
            "une imprimante 3D",
        ],
        &["impression 3D", "fablab"],
    ),
    activity(
        "protection",
        &["Surblouses pour l’hôpital", "Blouses et charlottes"],
        &[
            "découpent des surblouses dans des draps",
            "montent des blouses et des charlottes",
        ],
        "surblouses",
        &["draps propres", "ciseaux cranteurs"],
        &["couture", "hôpital"],
    ),
    activity(
        "protection",
        &["Gel et savon", "Savonnerie de quartier"],
        &["préparent du gel hydroalcoolique", "fabriquent du savon à froid"],
        "flacons",
        &["flacons vides", "huile d’olive", "étiquettes"],
        &["hygiène"],
    ),
    activity(
        "alimentation",
        &["Colis alimentaires", "Épicerie solidaire", "Panier du voisin"],
        &[
            "distribuent des colis",
            "trient les invendus des magasins",
            "tiennent une épicerie à petits prix",
        ],
        "colis",
        &[
            "conserves de légumes",
            "lait infantile",
            "riz et pâtes",
            "un congélateur",
        ],
        &["colis", "épicerie"],
    ),
    activity(
        "alimentation",
        &["Soupe partagée", "La marmite", "Repas chauds du soir"],
        &[
            "mitonnent une soupe de saison",
            "servent un repas chaud",
            "portent des plats aux portes",
        ],
        "repas",
        &[
            "légumes",
            "barquettes",
            "un réchaud à gaz",
            "bénévoles pour l’épluchage",
        ],
        &["cuisine", "repas"],
    ),
    activity(
        "alimentation",
        &["Jardin nourricier", "Potager commun", "Glanage après récolte"],
        &[
            "cultivent un potager ouvert",
            "glanent pommes de terre et endives",
            "greffent de vieux pommiers",
        ],
        "kilos de légumes",
        &["fumier", "plants de poireaux", "outils de jardin", "une serre"],
        &["jardin", "glanage"],
    ),
    activity(
        "alimentation",
        &["Frigo ouvert", "Boîte à partage"],
        &[
            "remplissent un réfrigérateur ouvert à tous",
            "relèvent chaque matin la boîte à partage",
        ],
        "dons",
        &["bacs alimentaires", "un frigo"],
        &["gaspillage"],
    ),
    activity(
        "isolement",
        &["Appels amicaux", "Un coup de fil, un sourire", "Allô voisin"],
        &[
            "appellent les personnes seules",
            "bavardent au téléphone avec les aînés",
        ],
        "appels",
        &["écoutants", "forfaits téléphoniques"],
        &["aînés", "téléphone"],
    ),
    activity(
        "isolement",
        &[
            "Courses pour les aînés",
            "Je fais vos courses",
            "Livraison de médicaments",
        ],
        &[
            "font les courses",
            "vont chercher les ordonnances à la pharmacie",
            "livrent le pain et le journal",
        ],
        "livraisons",
        &["cyclistes", "cabas isothermes", "bons d’essence"],
        &["courses", "pharmacie"],
    ),
    activity(
        "isolement",
        &[
            "Lettres d’enfants",
            "Cartes et dessins pour la maison de retraite",
        ],
        &[
            "écrivent des lettres",
            "rassemblent des dessins pour la maison de retraite",
        ],
        "lettres",
        &["timbres", "papier de couleur", "enveloppes"],
        &["courrier", "enfants"],
    ),
    activity(
        "isolement",
        &["Café des aidants", "Thé dansant", "Après-midi jeux"],
        &[
            "ouvrent un café aux aidants",
            "animent des jeux de société",
            "font danser les retraités",
        ],
        "rencontres",
        &["dominos et cartes", "un accordéoniste", "gâteaux"],
        &["aidants", "jeux"],
    ),
    activity(
        "isolement",
        &["Visites à domicile", "Binômes de voisinage"],
        &["rendent visite aux malades", "forment des binômes de voisins"],
        "visites",
        &["visiteurs formés"],
        &["visite"],
    ),
    activity(
        "education",
        &[
            "Ordinateurs pour les élèves",
            "Seconde vie numérique",
            "Prêt de tablettes",
        ],
        &[
            "remettent en état des ordinateurs",
            "prêtent des tablettes",
            "installent des logiciels libres",
        ],
        "ordinateurs",
        &["écrans", "clés 4G", "chargeurs", "disques durs"],
        &["informatique", "numérique"],
    ),
    activity(
        "education",
        &["Soutien scolaire", "Devoirs à distance", "Parrains de lecture"],
        &[
            "aident aux devoirs",
            "expliquent fractions et grammaire",
            "lisent des histoires par visioconférence",
        ],
        "élèves",
        &["tuteurs en mathématiques", "cahiers", "dictionnaires"],
        &["devoirs", "lecture"],
    ),
    activity(
        "education",
        &[
            "Défi scientifique",
            "Expériences à la maison",
            "Concours de robots",
        ],
        &[
            "proposent des expériences à la maison",
            "lancent un concours de programmation",
        ],
        "défis",
        &["cartes électroniques", "moteurs", "jury"],
        &["sciences"],
    ),
    activity(
        "education",
        &["Bibliothèque ambulante", "Sacs à histoires"],
        &["déposent des livres", "promènent une bibliothèque en triporteur"],
        "livres",
        &["albums jeunesse", "bandes dessinées", "un triporteur"],
        &["livres", "lecture"],
    ),
    activity(
        "education",
        &["Français pour tous", "Atelier de conversation"],
        &["enseignent le français", "accompagnent les démarches en ligne"],
        "heures",
        &["manuels", "formateurs", "garde d’enfants"],
        &["langue", "démarches"],
    ),
    activity(
        "logement",
        &[
            "Couvertures et duvets",
            "Bois de chauffage partagé",
            "Chauffe-moi",
        ],
        &[
            "collectent couvertures et duvets",
            "fendent du bois de chauffage",
            "prêtent des radiateurs",
        ],
        "couvertures",
        &["duvets", "stères de bois", "radiateurs à huile"],
        &["hiver", "chauffage"],
    ),
    activity(
        "logement",
        &[
            "Chantier entre voisins",
            "Ressourcerie du bâtiment",
            "Coup de peinture",
        ],
        &[
            "repeignent des logements",
            "isolent des combles",
            "réemploient portes et fenêtres",
        ],
        "chantiers",
        &["peinture", "laine de bois", "perceuses", "échafaudage"],
        &["bricolage", "réemploi"],
    ),
    activity(
        "logement",
        &["Meubles de première nécessité", "Armoire solidaire"],
        &[
            "livrent lits et matelas",
            "réparent machines à laver et cuisinières",
        ],
        "meubles",
        &["matelas", "une camionnette", "lave-linge"],
        &["meubles"],
    ),
    activity(
        "mobilite",
        &[
            "Transport solidaire",
            "Covoiturage des rendez-vous",
            "Taxi du cœur",
        ],
        &[
            "conduisent les malades à leurs rendez-vous",
            "organisent un covoiturage vers le marché",
        ],
        "trajets",
        &["conducteurs", "un véhicule adapté", "sièges enfants"],
        &["transport", "santé"],
    ),
    activity(
        "mobilite",
        &["Vélos remis en selle", "Atelier cyclable"],
        &["réparent des bicyclettes", "gravent et prêtent des vélos"],
        "vélos",
        &["chambres à air", "antivols", "pieds d’atelier"],
        &["vélo", "réparation"],
    ),
    activity(
        "exil",
        &["Vestiaire d’urgence", "Chaussures et manteaux", "Laverie mobile"],
        &[
            "trient des vêtements",
            "lavent le linge",
            "distribuent chaussures et manteaux",
        ],
        "vêtements",
        &[
            "chaussures du 40 au 44",
            "sous-vêtements neufs",
            "lessive",
            "sacs à dos",
        ],
        &["vêtements"],
    ),
    activity(
        "exil",
        &["Permanence juridique", "Interprètes bénévoles"],
        &[
            "tiennent une permanence juridique",
            "traduisent du pachto, de l’arabe et du tigrinya",
        ],
        "entretiens",
        &["interprètes", "juristes", "titres de transport"],
        &["droit", "langues"],
    ),
    activity(
        "exil",
        &["Recharge de téléphones", "Point d’eau et douches"],
        &["rechargent les téléphones", "ouvrent des douches chaudes"],
        "recharges",
        &["multiprises", "serviettes", "un groupe électrogène"],
        &["eau", "hygiène"],
    ),
    activity(
        "inondations",
        &["Pompes et bottes", "Nettoyage après la crue", "Bras pour la boue"],
        &[
            "pompent les caves",
            "nettoient les maisons envahies par la boue",
            "sortent les encombrants",
        ],
        "maisons",
        &["pompes vide-cave", "bottes", "raclettes", "déshumidificateurs"],
        &["crue", "nettoyage"],
    ),
    activity(
        "inondations",
        &["Hébergement de repli", "Lits chez l’habitant"],
        &[
            "hébergent des familles sinistrées",
            "recensent les chambres libres",
        ],
        "familles",
        &["lits d’appoint", "draps", "chambres"],
        &["hébergement", "sinistrés"],
    ),
    activity(
        "inondations",
        &["Photos sauvées des eaux", "Papiers au sec"],
        &[
            "sèchent photographies et livrets de famille",
            "restaurent des albums trempés",
        ],
        "albums",
        &["papier buvard", "cordelettes", "un local sec"],
        &["mémoire"],
    ),
    activity(
        "isolement",
        &["Écoute et parole", "Groupe de paroles", "Répit des parents"],
        &[
            "écoutent sans juger",
            "gardent les tout-petits le temps d’un répit",
        ],
        "séances",
        &["psychologues", "un local discret"],
        &["écoute", "parents"],
    ),
];
