//! What numbers count.

/// What kind of thing a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::communique::read) enum Unit {
    /// Things used up: masks, meals.
    Goods,
    /// Things lent or given to last: computers, beds.
    Equipment,
    /// A container or a unit of weight that says « of what » after it.
    Measure,
    /// People who take part.
    Helpers,
    /// People who are helped.
    Helped,
    /// People, on either side.
    People,
    /// What is offered or visited: contests, workshops, houses.
    Thing,
    /// Time, money, distance: no quantity of an initiative.
    None,
}

/// The units, in the plural and the singular at once by their stars.
pub(in crate::communique::read) const UNITS: &[(&str, Unit)] = &[
    ("masque*", Unit::Goods), ("visiere*", Unit::Goods), ("blouse*", Unit::Goods), ("surblouse*", Unit::Goods),
    ("repas", Unit::Goods), ("colis", Unit::Goods), ("panier*", Unit::Goods), ("kit*", Unit::Goods),
    ("gant*", Unit::Goods), ("charlotte*", Unit::Goods), ("protection*", Unit::Goods), ("sandwich*", Unit::Goods),
    ("petit dejeuner*", Unit::Goods), ("petits dejeuners", Unit::Goods), ("sur chaussures", Unit::Goods),
    ("surchaussure*", Unit::Goods), ("cahier*", Unit::Goods), ("jouet*", Unit::Goods), ("livre*", Unit::Goods),
    ("vetement*", Unit::Goods), ("lettre*", Unit::Goods), ("carte*", Unit::Goods), ("couche*", Unit::Goods),
    ("buche*", Unit::Goods), ("couverture*", Unit::Goods), ("duvet*", Unit::Goods), ("viennoiserie*", Unit::Goods),
    ("plat*", Unit::Goods), ("menu*", Unit::Goods), ("ticket*", Unit::Goods), ("bon", Unit::Goods),
    ("bons", Unit::Goods), ("entree*", Unit::Goods), ("cheque*", Unit::Goods), ("dictionnaire*", Unit::Goods),
    ("combinaison*", Unit::Goods), ("tablier*", Unit::Goods), ("bavoir*", Unit::Goods), ("etiquette*", Unit::Goods),
    ("oreiller*", Unit::Goods), ("commande*", Unit::Goods), ("trousse*", Unit::Goods), ("cartable*", Unit::Goods),
    ("ordinateur*", Unit::Equipment), ("tablette*", Unit::Equipment), ("telephone*", Unit::Equipment),
    ("imprimante*", Unit::Equipment), ("lit", Unit::Equipment), ("lits", Unit::Equipment), ("velo*", Unit::Equipment),
    ("place*", Unit::Equipment), ("chambre*", Unit::Equipment), ("appartement*", Unit::Equipment),
    ("logement*", Unit::Equipment), ("nuitee*", Unit::Equipment), ("vehicule*", Unit::Equipment),
    ("camion*", Unit::Equipment), ("camionnette*", Unit::Equipment), ("machine*", Unit::Equipment),
    ("respirateur*", Unit::Equipment), ("lavabo*", Unit::Equipment), ("paroi*", Unit::Equipment),
    ("fauteuil*", Unit::Equipment), ("matelas", Unit::Equipment), ("table*", Unit::Equipment),
    ("chaise*", Unit::Equipment), ("bureau*", Unit::Equipment), ("cle*", Unit::Equipment), ("poele*", Unit::Equipment),
    ("radiateur*", Unit::Equipment), ("deshumidificateur*", Unit::Equipment), ("ventilateur*", Unit::Equipment),
    ("pompe*", Unit::Equipment), ("motopompe*", Unit::Equipment), ("tente*", Unit::Equipment),
    ("bus", Unit::Equipment), ("autocar*", Unit::Equipment), ("hebergement*", Unit::Equipment),
    ("berline*", Unit::Equipment), ("eglise*", Unit::Equipment), ("smartphone*", Unit::Equipment),
    ("litre*", Unit::Measure), ("kg", Unit::Measure), ("kilo*", Unit::Measure), ("tonne*", Unit::Measure),
    ("sachet*", Unit::Measure), ("sac", Unit::Measure), ("sacs", Unit::Measure), ("boite*", Unit::Measure),
    ("bouteille*", Unit::Measure), ("palette*", Unit::Measure), ("carton*", Unit::Measure), ("caisse*", Unit::Measure),
    ("paire*", Unit::Measure), ("lot*", Unit::Measure), ("flacon*", Unit::Measure), ("bidon*", Unit::Measure),
    ("rouleau*", Unit::Measure), ("quinta*", Unit::Measure), ("grammes", Unit::Measure), ("pots", Unit::Measure),
    ("cagette*", Unit::Measure), ("barquette*", Unit::Measure), ("baril*", Unit::Measure), ("bobine*", Unit::Measure),
    ("distributeur*", Unit::Measure), ("stere*", Unit::Measure), ("ballot*", Unit::Measure), ("botte*", Unit::Measure),
    ("metre*", Unit::Measure), ("pack*", Unit::Measure), ("seau*", Unit::Measure),
    ("adherent*", Unit::Helpers), ("benevole*", Unit::Helpers), ("volontaire*", Unit::Helpers),
    ("couturiere*", Unit::Helpers), ("couturier*", Unit::Helpers), ("membre*", Unit::Helpers), ("agent*", Unit::Helpers),
    ("salarie*", Unit::Helpers), ("chauffeur*", Unit::Helpers), ("makers", Unit::Helpers), ("ouvrier*", Unit::Helpers),
    ("ouvriere*", Unit::Helpers), ("interprete*", Unit::Helpers), ("petites mains", Unit::Helpers),
    ("producteur*", Unit::Helpers), ("jardinier*", Unit::Helpers), ("cuisinier*", Unit::Helpers),
    ("artisan*", Unit::Helpers), ("commercant*", Unit::Helpers), ("agriculteur*", Unit::Helpers),
    ("cordier*", Unit::Helpers), ("pecheur*", Unit::Helpers), ("paludier*", Unit::Helpers),
    ("ostreiculteur*", Unit::Helpers), ("bricoleur*", Unit::Helpers), ("parrain*", Unit::Helpers),
    ("marraine*", Unit::Helpers), ("employe*", Unit::Helpers), ("conducteur*", Unit::Helpers),
    ("secouriste*", Unit::Helpers), ("animateur*", Unit::Helpers), ("retraite*", Unit::Helpers),
    ("tricoteuse*", Unit::Helpers), ("donateur*", Unit::Helpers), ("enseignant*", Unit::Helpers),
    ("medecin*", Unit::Helpers), ("infirmier*", Unit::Helpers), ("stagiaire*", Unit::Helpers),
    ("apprenti*", Unit::Helpers), ("maraicher*", Unit::Helpers), ("elus", Unit::Helpers), ("scouts", Unit::Helpers),
    ("famille*", Unit::Helped), ("foyer*", Unit::Helped), ("menage*", Unit::Helped), ("sinistre*", Unit::Helped),
    ("refugie*", Unit::Helped), ("deplace*", Unit::Helped), ("beneficiaire*", Unit::Helped), ("aine*", Unit::Helped),
    ("senior*", Unit::Helped), ("sans abri", Unit::Helped), ("enfant*", Unit::Helped), ("bebe*", Unit::Helped),
    ("eleve*", Unit::Helped), ("collegien*", Unit::Helped), ("lyceen*", Unit::Helped), ("ecolier*", Unit::Helped),
    ("evacue*", Unit::Helped), ("usager*", Unit::Helped), ("lecteur*", Unit::Helped), ("patient*", Unit::Helped),
    ("resident*", Unit::Helped), ("mere*", Unit::Helped), ("soignant*", Unit::Helped), ("pompier*", Unit::Helped),
    ("exile*", Unit::Helped), ("migrant*", Unit::Helped), ("orphelin*", Unit::Helped), ("malade*", Unit::Helped),
    ("demandeur*", Unit::Helped), ("allocataire*", Unit::Helped), ("ukrainien*", Unit::Helped), ("chevaux", Unit::Helped),
    ("personne*", Unit::People), ("habitant*", Unit::People), ("jeune*", Unit::People), ("adulte*", Unit::People),
    ("etudiant*", Unit::People), ("femme*", Unit::People), ("homme*", Unit::People), ("citoyen*", Unit::People),
    ("participant*", Unit::People), ("gens", Unit::People), ("riverain*", Unit::People), ("voisin*", Unit::People),
    ("concours", Unit::Thing), ("atelier*", Unit::Thing), ("maison*", Unit::Thing), ("immeuble*", Unit::Thing),
    ("cave*", Unit::Thing), ("toit*", Unit::Thing), ("ecole*", Unit::Thing), ("salle*", Unit::Thing),
    ("jour*", Unit::None), ("journee*", Unit::None), ("semaine*", Unit::None), ("mois", Unit::None),
    ("an", Unit::None), ("ans", Unit::None), ("annee*", Unit::None), ("heure*", Unit::None), ("h", Unit::None),
    ("min", Unit::None), ("minute*", Unit::None), ("seconde*", Unit::None), ("km", Unit::None), ("m", Unit::None),
    ("kilometre*", Unit::None), ("cm", Unit::None), ("mm", Unit::None), ("euro*", Unit::None), ("eur", Unit::None),
    ("centime*", Unit::None), ("degre*", Unit::None), ("fois", Unit::None), ("soir*", Unit::None),
    ("matin*", Unit::None), ("nuit*", Unit::None), ("weekend*", Unit::None), ("week end*", Unit::None),
    ("e", Unit::None), ("eme", Unit::None), ("er", Unit::None), ("ere", Unit::None), ("nd", Unit::None),
    ("commune*", Unit::None), ("village*", Unit::None), ("ville*", Unit::None), ("quartier*", Unit::None),
    ("departement*", Unit::None), ("pour cent", Unit::None), ("pourcent", Unit::None), ("rue", Unit::None),
    ("avenue", Unit::None), ("place de", Unit::None), ("place du", Unit::None), ("boulevard", Unit::None),
    ("bis", Unit::None), ("ter", Unit::None), ("route", Unit::None), ("chemin", Unit::None), ("impasse", Unit::None),
    ("quai", Unit::None), ("allee", Unit::None), ("cours", Unit::None), ("square", Unit::None), ("ha", Unit::None),
    ("hectare*", Unit::None), ("ames", Unit::None), ("d", Unit::None), ("g", Unit::None), ("rendez vous", Unit::None),
    ("edition*", Unit::None), ("semestre*", Unit::None), ("trimestre*", Unit::None), ("siecle*", Unit::None),
    ("points", Unit::None), ("sur", Unit::None), ("autres", Unit::None), ("initiative*", Unit::None),
    ("action*", Unit::None), ("numero*", Unit::None), ("secteur*", Unit::None), ("sites", Unit::None),
    ("vallees", Unit::None), ("volt*", Unit::None), ("k", Unit::None), ("samedi*", Unit::None), ("dimanche*", Unit::None),
    ("lundi*", Unit::None), ("mardi*", Unit::None), ("mercredi*", Unit::None), ("jeudi*", Unit::None),
    ("vendredi*", Unit::None), ("quarts", Unit::None), ("tiers", Unit::None), ("dernier*", Unit::None),
    ("derniere*", Unit::None), ("premier*", Unit::None), ("exemplaires", Unit::Goods), ("unites", Unit::Goods),
    ("pieces", Unit::Goods),
];

/// Adjectives that may stand between a number and its noun.
pub(in crate::communique::read) const BEFORE_NOUN: &[&str] = &[
    "nouveaux", "nouvelles", "nouveau", "nouvelle", "jeunes", "petits", "petites", "grands", "grandes", "premiers",
    "premieres", "autres", "anciens", "anciennes", "bons", "bonnes", "beaux", "belles", "vieux", "vieilles",
    "gros", "grosses",
];

/// Nouns that a number may count though nothing else says so, are all in the table above; these endings are
/// never a noun's: verbs that follow a number without its noun.
pub(in crate::communique::read) const NOT_NOUNS: &[&str] = &[
    "realises", "realisees", "produits", "produites", "distribues", "distribuees", "promis", "promises", "d'", "de",
    "ont", "sont", "seront", "avant", "apres", "pour", "et", "ou", "a", "au", "aux", "en", "par", "deja", "dans",
    "des", "les", "dont", "qui", "que", "sur", "avec", "chez", "depuis", "deja", "livrees", "livres", "remis",
    "prevus", "prevues", "supplementaires", "contre", "mais", "ete", "fabriques", "fabriquees", "confectionnes",
    "restants", "restantes", "voire", "puis", "chaque", "jusqu'", "sans", "sous", "vers", "cousus", "imprimees",
    "l'", "la", "le", "s'", "n'", "c'", "du", "y", "soit", "est", "fin", "reste", "attendent", "euros",
];
