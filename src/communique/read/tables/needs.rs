//! What is asked for.

use crate::domain::initiative::NeedKind;

/// How an asking word stands to what is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::communique::read) enum Asks {
    /// What is asked for follows (« recherche du tissu »).
    Before,
    /// It follows and is given as a gift (« appel aux dons de … »); with nothing after it, money.
    Gift,
    /// It stands before (« tissu recherché »).
    After,
    /// It is hands that are asked for.
    Hands,
}

/// The asking words.
pub(in crate::communique::read) const ASKS: &[(&str, Asks)] = &[
    ("recherche", Asks::Before), ("recherchent", Asks::Before), ("recherchons", Asks::Before),
    ("cherche", Asks::Before), ("cherchent", Asks::Before), ("cherchons", Asks::Before), ("on cherche", Asks::Before),
    ("a besoin de", Asks::Before), ("a besoin d'", Asks::Before), ("ont besoin de", Asks::Before),
    ("ont besoin d'", Asks::Before), ("avons besoin de", Asks::Before), ("avons besoin d'", Asks::Before),
    ("besoin de", Asks::Before), ("besoin d'", Asks::Before), ("besoin urgent de", Asks::Before),
    ("besoin urgent d'", Asks::Before), ("besoins en", Asks::Before), ("besoin", Asks::Before),
    ("besoins", Asks::Before), ("manque de", Asks::Before), ("manque d'", Asks::Before),
    ("manquent de", Asks::Before), ("manquent d'", Asks::Before), ("il manque", Asks::Before),
    ("il en manque", Asks::Hands), ("il en faudrait", Asks::Hands), ("demande", Asks::Before),
    ("demandent", Asks::Before), ("recrute", Asks::Before), ("recrutent", Asks::Before),
    ("sollicite", Asks::Before), ("sollicitent", Asks::Before), ("attend d' autres bras", Asks::Hands),
    ("attend des", Asks::Before), ("souhaite recuperer", Asks::Before), ("souhaitent recuperer", Asks::Before),
    ("souhaite recevoir", Asks::Before), ("apportez", Asks::Before), ("deposez", Asks::Before), ("donnez", Asks::Before),
    ("appel aux dons", Asks::Gift), ("appel aux dons de", Asks::Gift), ("appel aux dons d'", Asks::Gift),
    ("appel a dons", Asks::Gift), ("appel a dons de", Asks::Gift), ("appels aux dons", Asks::Gift),
    ("appelle aux dons", Asks::Gift), ("appelle aux dons de", Asks::Gift), ("appelle aux dons d'", Asks::Gift),
    ("appellent aux dons", Asks::Gift), ("appellent aux dons de", Asks::Gift), ("appel a la generosite", Asks::Gift),
    ("appel au don", Asks::Gift), ("appel au don de", Asks::Gift), ("appel au don d'", Asks::Gift),
    ("recueille des", Asks::Before), ("recueillent des", Asks::Before), ("recueille", Asks::Before),
    ("appel aux benevoles", Asks::Hands), ("appel aux volontaires", Asks::Hands), ("appel a volontaires", Asks::Hands),
    ("appel a benevoles", Asks::Hands), ("appel a volontariat", Asks::Hands), ("venez nombreux", Asks::Hands),
    ("renforts bienvenus", Asks::Hands), ("bras bienvenus", Asks::Hands), ("manque de bras", Asks::Hands),
    ("manquent de bras", Asks::Hands), ("bienvenu", Asks::After), ("bienvenue pour", Asks::Hands),
    ("bienvenus", Asks::After), ("bienvenues", Asks::After), ("recherches", Asks::After), ("recherchee", Asks::After),
    ("recherchees", Asks::After), ("acceptes", Asks::After), ("sont attendus", Asks::After),
    ("est recherche", Asks::After), ("sont les bienvenus", Asks::After), ("sont les bienvenues", Asks::After),
    ("collecte des", Asks::Before), ("collecte de", Asks::Before), ("collecte du", Asks::Before),
    ("collecte d'", Asks::Before), ("collecte les", Asks::Before), ("collecte", Asks::Before),
    ("collectent", Asks::Before), ("recupere", Asks::Before), ("recuperent", Asks::Before),
    ("appel est lance pour", Asks::Before), ("sont a la recherche de", Asks::Before),
    ("est a la recherche de", Asks::Before), ("est a la recherche d'", Asks::Before), ("en quete de", Asks::Before),
    ("rejoignez", Asks::Hands), ("envoyez un don", Asks::Gift), ("envoyez", Asks::Before), ("pret* a heberger", Asks::Hands),
    ("faire un don", Asks::Gift), ("cagnotte", Asks::Gift), ("dons de", Asks::Gift), ("depot de", Asks::Before),
    ("attend un lit", Asks::Before), ("attendent un", Asks::Before), ("attendent une visite", Asks::Hands),
];

/// What kind of help a word is.
pub(in crate::communique::read) const HELP: &[(&str, NeedKind)] = &[
    ("dons d' argent", NeedKind::Money), ("dons en argent", NeedKind::Money), ("don financier", NeedKind::Money),
    ("dons financiers", NeedKind::Money), ("argent", NeedKind::Money), ("financement*", NeedKind::Money),
    ("fonds", NeedKind::Money), ("un don", NeedKind::Money), ("nouveaux dons", NeedKind::Money),
    ("subvention*", NeedKind::Money), ("mecene*", NeedKind::Money), ("euros", NeedKind::Money),
    ("aide financiere", NeedKind::Money), ("soutien financier", NeedKind::Money), ("cagnotte", NeedKind::Money),
    ("benevole*", NeedKind::Volunteers), ("volontaire*", NeedKind::Volunteers), ("bras", NeedKind::Volunteers),
    ("couturiere*", NeedKind::Volunteers), ("couturier*", NeedKind::Volunteers), ("chauffeur*", NeedKind::Volunteers),
    ("conducteur*", NeedKind::Volunteers), ("mains", NeedKind::Volunteers), ("renfort*", NeedKind::Volunteers),
    ("professeur*", NeedKind::Volunteers), ("retraites", NeedKind::Volunteers), ("interprete*", NeedKind::Volunteers),
    ("traducteur*", NeedKind::Volunteers), ("parrain*", NeedKind::Volunteers), ("marraine*", NeedKind::Volunteers),
    ("personnes", NeedKind::Volunteers), ("etudiants", NeedKind::Volunteers), ("cuisinier*", NeedKind::Volunteers),
    ("bricoleur*", NeedKind::Volunteers), ("animateur*", NeedKind::Volunteers), ("livreur*", NeedKind::Volunteers),
    ("aide", NeedKind::Volunteers), ("medecin*", NeedKind::Volunteers), ("infirmier*", NeedKind::Volunteers),
    ("familles d' accueil", NeedKind::Volunteers), ("monde", NeedKind::Volunteers), ("visite", NeedKind::Volunteers),
    ("machine*", NeedKind::Equipment), ("ordinateur*", NeedKind::Equipment), ("tablette*", NeedKind::Equipment),
    ("imprimante*", NeedKind::Equipment), ("vehicule*", NeedKind::Equipment), ("camion*", NeedKind::Equipment),
    ("lit", NeedKind::Equipment), ("lits", NeedKind::Equipment), ("matelas", NeedKind::Equipment),
    ("meuble*", NeedKind::Equipment), ("mobilier", NeedKind::Equipment), ("electromenager", NeedKind::Equipment),
    ("ecran*", NeedKind::Equipment), ("souris", NeedKind::Equipment), ("clavier*", NeedKind::Equipment),
    ("chargeur*", NeedKind::Equipment), ("tronconneuse*", NeedKind::Equipment), ("congelateur*", NeedKind::Equipment),
    ("refrigerateur*", NeedKind::Equipment), ("frigo*", NeedKind::Equipment), ("appartement*", NeedKind::Equipment),
    ("logement*", NeedKind::Equipment), ("local", NeedKind::Equipment), ("locaux", NeedKind::Equipment),
    ("chambre*", NeedKind::Equipment), ("hebergement*", NeedKind::Equipment), ("groupe* electrogene*", NeedKind::Equipment),
    ("pompe*", NeedKind::Equipment), ("motopompe*", NeedKind::Equipment), ("poussette*", NeedKind::Equipment),
    ("fauteuil*", NeedKind::Equipment), ("bequille*", NeedKind::Equipment), ("telephone*", NeedKind::Equipment),
    ("smartphone*", NeedKind::Equipment), ("velo*", NeedKind::Equipment), ("remorque*", NeedKind::Equipment),
    ("outil*", NeedKind::Equipment), ("cles", NeedKind::Equipment), ("pelle*", NeedKind::Materials),
    ("glaciere*", NeedKind::Equipment), ("ventilateur*", NeedKind::Equipment), ("radiateur*", NeedKind::Equipment),
    ("tente*", NeedKind::Equipment), ("deshumidificateur*", NeedKind::Equipment), ("tracteur*", NeedKind::Equipment),
    ("camionnette*", NeedKind::Equipment), ("poele*", NeedKind::Equipment), ("surjeteuse*", NeedKind::Equipment),
    ("salle*", NeedKind::Equipment), ("nettoyeur*", NeedKind::Equipment), ("materiel informatique", NeedKind::Equipment),
    ("tissu*", NeedKind::Materials), ("elastique*", NeedKind::Materials), ("fil", NeedKind::Materials),
    ("laine", NeedKind::Materials), ("filament*", NeedKind::Materials), ("bobine*", NeedKind::Materials),
    ("matiere*", NeedKind::Materials), ("denree*", NeedKind::Materials), ("nourriture", NeedKind::Materials),
    ("vetement*", NeedKind::Materials), ("couverture*", NeedKind::Materials), ("produit*", NeedKind::Materials),
    ("plaque*", NeedKind::Materials), ("toile*", NeedKind::Materials), ("drap*", NeedKind::Materials),
    ("coton", NeedKind::Materials), ("barquette*", NeedKind::Materials), ("bache*", NeedKind::Materials),
    ("botte*", NeedKind::Materials), ("gant*", NeedKind::Materials), ("riz", NeedKind::Materials),
    ("huile", NeedKind::Materials), ("lait", NeedKind::Materials), ("couches", NeedKind::Materials),
    ("linge", NeedKind::Materials), ("livre*", NeedKind::Materials), ("jeux", NeedKind::Materials),
    ("jouet*", NeedKind::Materials), ("lunette*", NeedKind::Materials), ("bocaux", NeedKind::Materials),
    ("flacon*", NeedKind::Materials), ("bouteille*", NeedKind::Materials), ("fruit*", NeedKind::Materials),
    ("eau", NeedKind::Materials), ("duvet*", NeedKind::Materials), ("conserve*", NeedKind::Materials),
    ("vaisselle", NeedKind::Materials), ("chaussette*", NeedKind::Materials), ("boisson*", NeedKind::Materials),
    ("serum*", NeedKind::Materials), ("pots", NeedKind::Materials), ("aliment*", NeedKind::Materials),
    ("medicament*", NeedKind::Materials), ("papier*", NeedKind::Materials), ("carton*", NeedKind::Materials),
    ("masque*", NeedKind::Materials), ("blouse*", NeedKind::Materials), ("visiere*", NeedKind::Materials),
    ("fourniture*", NeedKind::Materials), ("cahier*", NeedKind::Materials), ("chambres a air", NeedKind::Materials),
    ("legume*", NeedKind::Materials), ("plant*", NeedKind::Materials), ("fourrage", NeedKind::Materials),
    ("foin", NeedKind::Materials), ("bois", NeedKind::Materials), ("peinture", NeedKind::Materials),
    ("savon*", NeedKind::Materials), ("gel", NeedKind::Materials), ("sacs", NeedKind::Materials),
];

/// Objects of a search that are no need: what a person, not the initiative, looks for.
pub(in crate::communique::read) const NO_NEED: &[&str] = &["cherche et developpement", "recherche et developpement"];
