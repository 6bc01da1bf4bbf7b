//! What is asked for.

use crate::domain::initiative::NeedKind;

/// How an asking word stands to what is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::communique::read) enum Asks {
    /// What is asked for follows (« recherche du tissu »).
    Before,
    /// It follows at once, or nothing is asked for (« voudrait un traîneau », not « voudrait aider »).
    Direct,
    /// Things are asked for, unless they are counted (« récupère des jouets », not « récupère 30 vélos »).
    Collects,
    /// It follows behind « de » and the like, else it stands before (« il manque de fil », « les gants manquent »).
    Lack,
    /// It begins a sentence, and what is asked for follows (« Dons de couvertures : … »).
    Label,
    /// It follows and is given as a gift (« appel aux dons de … »); with nothing after it, money.
    Gift,
    /// It stands before (« tissu recherché »).
    After,
    /// It is hands that are asked for.
    Hands,
    /// It only sounds like asking (« en cas de besoin »).
    Nothing,
}

/// The asking words.
pub(in crate::communique::read) const ASKS: &[(Asks, &str)] = &[
    (
        Asks::Before,
        "a_la_recherche_de a_la_recherche_d' a_la_recherche_du a_la_recherche_des serait_heureux_de_recevoir \
         seraient_heureux_de_recevoir appel_aux appel_a appel_pour   appelle_aux appelle_a \
         appellent_aux appellent_a en_appelle_a en_appelle_aux    \
              reclam~ \
         attend_vos attendent_vos attendons_vos attend_des attendent_des accept~   recherch~ \
         cherch~ cherchait demand~ sollicit~ quemand~ besoin besoins manque_de_tout_et_surtout faute_de \
         attend_toujours attendent_toujours merci_d'_apporter merci_de_deposer merci_de_donner merci_de_preter \
         merci_d'_amener  avis_aux preneur_de preneuse_de preneurs_de preneuses_de preneur_d' \
         preneurs_d' en_manque_de en_manque_d' a_court_de a_court_d' en_quete_de en_quete_d' en_penurie_de \
         penurie_de souhait~_trouver souhait~_recevoir souhait~_recuperer souhait~_acquerir souhait~_obtenir \
          souhait~_s'_equiper_de souhait~_disposer_de voudr*_trouver voudr*_recevoir \
         voudr*_recuperer voudr*_acquerir voudr*_obtenir  voudr*_s'_equiper_de voudr*_acheter \
         aimer*_trouver aimer*_recevoir aimer*_recuperer aimer*_acquerir  aimer*_acheter \
         esper~_trouver esper~_recevoir esper~_recuperer lui_faut leur_faut nous_faut lui_faudrait leur_faudrait \
         nous_faudrait lui_faudra leur_faudra nous_faudra faudrait_encore faut_encore il_faudrait lui_manque \
         leur_manque nous_manque lui_manquent leur_manquent nous_manquent il_manque il_manquait il_manque_encore \
         manque_encore manquent_encore manque_toujours manquent_toujours ne_manque_que ne_manquent_que \
         ne_manque_plus_que ne_manquent_plus_que manque_plus_que manquent_plus_que apportez deposez donnez envoyez \
         pretez offrez fournissez ramenez amenez peut_apporter peut_encore_apporter peuvent_apporter \
         pouvez_apporter pouvez_encore_apporter peut_deposer peut_encore_deposer peuvent_deposer pouvez_deposer \
         pouvez_encore_deposer peut_donner peut_encore_donner pouvez_donner pouvez_encore_donner peut_offrir \
         pouvez_offrir pouvez_preter peuvent_preter peut_preter apporter_vos deposer_vos donner_vos \
         accueill~_volontiers recoit_volontiers recevrait_volontiers recevraient_volontiers prendr*_volontiers \
         prend_volontiers prennent_volontiers serait_preneur seraient_preneurs compte_sur_vous_pour comptent_sur_vous_pour compte_sur_vos comptent_sur_vos l'_utilite_de l'_utilite_d' l'_usage_de l'_usage_d'",
    ),
    (
        Asks::Direct,
        "voudrait voudraient aimerait aimeraient souhaite souhaitent souhaiterait souhaiteraient attend attendent \
         attendons il_faut reclame_encore espere esperent collecte_toujours",
    ),
    (
        Asks::Collects,
        "collecte collectent collecter collectons recueill* rassemble rassemblent recuper~ ramasse ramassent \
         regroupe regroupent collecte_de collecte_d' collecte_du collecte_des collecte_les recupere_les \
         ramasse_les",
    ),
    (Asks::Lack, "manque manquent manquait manquaient manquons"),
    (
        Asks::Label,
        "dons_de dons_d' don_de don_d' dons_: apporter prevoir_: pour_donner pour_preter pour_offrir",
    ),
    (
        Asks::Gift,
        "appel_a_dons appel_a_dons_de appel_a_dons_d' appel_aux_dons appel_aux_dons_de appel_aux_dons_d' \
         appels_aux_dons appels_a_dons appelle_aux_dons appelle_aux_dons_de appelle_aux_dons_d' appellent_aux_dons \
         appellent_aux_dons_de appelle_a_la_generosite appel_a_la_generosite appel_au_don appel_au_don_de \
         appel_au_don_d' appel_a_la_solidarite_financiere faire_un_don faire_un_don_a faites_un_don envoyez_un_don \
         cagnotte lance_une_cagnotte cagnotte_en_ligne financement_participatif souscription dons_en_ligne \
         collecte_de_fonds collecte_d'_argent tirelire",
    ),
    (
        Asks::After,
        "sont_acceptes sont_acceptees serait_bienvenu serait_bienvenue seraient_bienvenus seraient_bienvenues \
         serait_le_bienvenu serait_la_bienvenue seraient_les_bienvenus seraient_les_bienvenues sera_le_bienvenu \
         sera_la_bienvenue seront_les_bienvenus seront_les_bienvenues est_le_bienvenu est_la_bienvenue \
         sont_les_bienvenus sont_les_bienvenues sont_bienvenus sont_bienvenues bienvenu bienvenue bienvenus \
         bienvenues toujours_bienvenus sont_recherches sont_recherchees est_recherche est_recherchee recherches \
         recherchee recherchees demandes demandees sont_demandes sont_demandees souhaites souhaitees acceptes \
         acceptees a_pourvoir font_defaut fait_defaut feraient_bien_l'_affaire serait_utile seraient_utiles \
         sont_necessaires est_necessaire sont_attendus sont_attendues sont_sollicites sont_sollicitees \
         peuvent_etre_deposes peuvent_etre_deposees peuvent_etre_apportes peuvent_etre_apportees \
         peuvent_etre_remis peut_etre_depose peut_etre_deposee sont_a_deposer sont_a_apporter a_deposer a_apporter \
         a_donner_a seraient_precieux serait_precieux manquent_a_l'_appel manquent_cruellement se_font_rares sont_esperes sont_esperees esperes esperees sont_souhaites sont_souhaitees",
    ),
    (
        Asks::Hands,
        "rejoindre_l'_equipe rejoindre_les_benevoles venir_aider venir_preter recrutent_benevoles rejoignez_nous \
         rejoignez venez_aider venez_preter prete*_main_forte_vous_aussi avis_aux_amateurs renforts_recherches \
         aide_bienvenue toute_aide bonnes_volontes renfort_bienvenu renforts_bienvenus bras_bienvenus il_en_manque \
         il_en_faudrait attend_d'_autres_bras appel_aux_benevoles appel_aux_volontaires appel_a_volontaires \
         appel_a_benevoles appel_a_volontariat appel_aux_bras appel_a_bras venez_nombreux manque_de_bras \
         manquent_de_bras bienvenue_pour attendent_une_visite prete*_a_heberger prets_a_heberger devenir_benevole \
         devenez_benevole devenir_parrain inscription_des_volontaires inscriptions_des_volontaires \
         inscription_des_benevoles inscriptions_des_benevoles inscription_comme_benevole \
         peuvent_encore_s'_inscrire_comme_benevole volontaires_peuvent_s'_inscrire benevoles_peuvent_s'_inscrire \
         volontaires_peuvent_se_presenter volontaires_sont_invites benevoles_sont_invites donner_un_coup_de_main \
         donnez_un_coup_de_main un_coup_de_main_? besoin_de_vous besoin_de_renfort besoin_de_bras \
         volontaires_peuvent_se_signaler volontaires_peuvent_appeler benevoles_peuvent_se_signaler qui_veut_aider \
         envie_d'_aider recrut~ invites_a_rejoindre invitees_a_rejoindre invites_a_participer invites_a_se_signaler invitees_a_se_signaler invites_a_se_manifester peuvent_rejoindre peuvent_se_joindre peuvent_preter_main_forte",
    ),
    (
        Asks::Nothing,
        "au_besoin si_besoin en_cas_de_besoin dans_le_besoin en_ont_besoin en_a_besoin en_avait_besoin \
         en_avaient_besoin en_aurait_besoin en_auraient_besoin ceux_dans_le_besoin selon_les_besoins \
         suivant_les_besoins repond_a_un_besoin repond_au_besoin repond_aux_besoins plus_besoin sans_besoin \
         recherche_et_developpement chercheurs recherche_d'_emploi recherche_scientifique demande_d'_asile \
         demande_d'_emploi ne_manque_pas ne_manquent_pas n'_en_manque_pas ne_manque_de_rien ne_cherche_pas \
         ne_demande_rien ne_demande_pas ne_recherche_pas n'_a_plus_besoin n'_ont_plus_besoin a_la_demande \
         a_leur_demande sur_demande qui_le_demandent qui_en_font_la_demande a_manque ont_manque avait_manque \
         demande_d'_attestation cherche_a cherchent_a cherchons_a rien_ne_manque",
    ),
];

/// What kind of help is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::communique::read) enum Help {
    /// People who take part.
    Volunteers,
    /// Money.
    Money,
    /// What is lent or given to last.
    Equipment,
    /// What is used up.
    Materials,
}

impl Help {
    /// The same in the catalogue's words.
    pub(in crate::communique::read) const fn kind(self) -> NeedKind {
        match self {
            Self::Volunteers => NeedKind::Volunteers,
            Self::Money => NeedKind::Money,
            Self::Equipment => NeedKind::Equipment,
            Self::Materials => NeedKind::Materials,
        }
    }
}

/// What kind of help a word is.
pub(in crate::communique::read) const HELP: &[(Help, &str)] = &[
    (
        Help::Volunteers,
        "famille+ hebergeur+ main+_d'_oeuvre tuteur+ tutrice+ lecteur+ lectrice+ enseignant+ jardinier+ menuisier+ \
         electricien+ mecanicien+ plombier+ temps personnel benevole+ volontaire+ bras couturier+ couturiere+ \
         chauffeur+ conducteur+ mains petites_mains renfort+ professeur+ retraites retraitees interprete+ \
         traducteur+ traductrice+ parrain+ marraine+ personne+ etudiant+ cuisinier+ bricoleur+ bricoleuse+ \
         animateur+ animatrice+ livreur+ aide aides coup_de_main coups_de_main medecin+ infirmier+ infirmiere+ \
         monde visite visites accompagnateur+ accompagnatrice+ secouriste+ donneur+ donneuse+ formateur+ \
         formatrice+ mentor+ repetiteur+ encadrant+ moniteur+ ecoutant+ guetteur+ veilleur+ soudeur+ ouvrier+ \
         artisan+ jeunes adultes musicien+ conteur+ conteuse+ comedien+ informaticien+ makers maker gens amateur+ \
         correspondant+ cuistot+ main_secourable bonne+_volonte+ relais_locaux ambassadeur+ competences \
         savoir_faire equipier+ pilote+ bucheron+ couvreur+ charpentier+ macon+ peintre+ avocat+ juriste+ \
         psychologue+ pharmacien+ soignant+ aide+_soignante+ etudiants_en_medecine livraisons",
    ),
    (
        Help::Money,
        "soutiens souscription parrainage+ participation+_financiere+ dons_d'_argent dons_en_argent \
         don+_financier+ argent financement+ fonds un_don nouveaux_dons subvention+ mecene+ mecenat euros \
         aide+_financiere+ soutien+_financier+ cagnotte dons_financiers contribution+_financiere+ sous \
         pieces_jaunes budget sponsor+ credits tresorerie",
    ),
    (
        Help::Equipment,
        "fourgon+ canape+ armoire+ commode+ cuisiniere+ lave_linge machine+ hangar+ entrepot+ terrain+ garage+ \
         barnum+ chapiteau+ table+ chaise+ banc+ lits_de_camp bateau+ barque+ guitare+ piano+ instrument+ \
         vehicule+ voiture+ utilitaire+ minibus ordinateur+ tablette+ imprimante+ camion+ lit lits matelas meuble+ \
         mobilier electromenager ecran+ souris clavier+ chargeur+ tronconneuse+ debroussailleuse+ tondeuse+ \
         broyeur+ congelateur+ refrigerateur+ frigo+ frigidaire+ appartement+ studio+ logement+ local locaux \
         piece+_vide+ chambre+ hebergement+ groupe+_electrogene+ generateur+ pompe+ motopompe+ poussette+ landau+ \
         siege+ fauteuil+ deambulateur+ bequille+ telephone+ smartphone+ velo+ trottinette+ casque+ remorque+ \
         outil+ outillage cle+_usb cles glaciere+ ventilateur+ climatiseur+ radiateur+ chauffage+ convecteur+ \
         tente+ deshumidificateur+ tracteur+ camionnette+ poele+ surjeteuse+ salle+ nettoyeur+ karcher+ \
         materiel_informatique materiel_medical materiel+_de_cuisine marmite+ casserole+ faitout+ four fours \
         micro_onde+ plaque+_de_cuisson plaque+_chauffante+ rechaud+ gril+ plancha+ cafetiere+ bouilloire+ thermos \
         bouilloires robot+ balance+ camera+ appareil+ projecteur+ videoprojecteur+ enceinte+ micro micros sono \
         console+ jumelles lampe+_frontale+ traineau+ luge+ pont_elevateur ponts_elevateurs grue+ nacelle+ \
         echelle+ echafaudage+ brouette+ perceuse+ visseuse+ scie+ citerne+ cuve+ bac+_a_eau reservoir+ etagere+ \
         rayonnage+ palan+ diable+ chariot+ caddie+ rampe+ barriere+ cage+ niche+ van vans betaillere+ box gazebo \
         parasol+ caisse+_de_transport defibrillateur+ respirateur+ thermometre+ oxymetre+ webcam+ routeur+ \
         antenne+ talkie+_walkie+ lave_vaisselle seche_linge lit+_pliant+ lit+_bebe duplicopieur+ plastifieuse+ \
         decoupeuse+ fraiseuse+ etabli+ metier+_a_tisser ruche+ sechoir+ moulin_a tour_de_potier benne+ conteneur+ \
         container+ emplacement+ parking+ abri+ cuisine+ atelier_de poste+_de_radio radio+ chevalet+ caisse+_isotherme+ pulverisateur+ tableau+ tableaux_blancs mini_pelle+ minipelle+ tractopelle+",
    ),
    (
        Help::Materials,
        "croquettes raclette+ seau+ oreiller+ doudou+ peluche+ cafe the sucre sel pates farine bonnet+ manteau+ \
         blouson+ anorak+ chaussure+ cartable+ trousse+ piece+_detachee+ pieces_de_rechange bouchon+ pile+ \
         jerrican+ cagette+ palette+ vis clous planche+ laine+ pelote+ pelle+ pioche+ balai+ serpilliere+ eponge+ \
         tissu+ etoffe+ elastique+ biais fil fils fermeture+ boutons bouton+_pression mercerie aiguille+ epingle+ \
         cordon+ ruban+ dentelle ouate molleton feutrine filament+ bobine+ matiere+ denree+ nourriture vivres \
         vetement+ habits couverture+ couette+ plaid+ produit+ plaque+ plastique feuille+ toile+ drap+ coton \
         barquette+ bache+ botte+ gant+ riz semoule huile lait lait_infantile petit+_pot+ couche+ linge \
         sous_vetement+ serviette+ livre+ manuel+ bd jeux jeu_de_societe jeux_de_societe jeux_de_cartes puzzle+ \
         jouet+ lunette+ bocaux bocal flacon+ bouteille+ fruit+ eau eau_potable duvet+ sac+_de_couchage conserve+ \
         vaisselle couverts gobelet+ assiette+ chaussette+ boisson+ serum+ pots aliment+ medicament+ pansement+ \
         compresse+ papier+ carton+ masque+ blouse+ surblouse+ charlotte+ visiere+ fourniture+ cahier+ stylo+ \
         crayon+ feutre+ encre cartouche+ chambre+_a_air pneu+ legume+ plant+ graine+ semence+ terreau fourrage \
         foin paille granule+ aliment+_pour bois bois_de_chauffage buche+ peinture pinceau+ savon+ gel lessive \
         shampoing+ dentifrice+ brosse+ rasoir+ mouchoir+ papier_toilette sacs sac+_a_dos sac+_poubelle bougie+ \
         allumette+ lampe+ ampoule+ sangle+ cable+ corde+ cordage+ chaine+ tuyau+ grillage poteau+ piquet+ tole+ \
         tuile+ parpaing+ sable ciment platre isolant+ laine_de_verre contreplaque gaz essence carburant gasoil \
         alcool glycerine filtre+ tube+ pulls pull+ pantalon+ layette robe+ costume+ decoration+ guirlande+ \
         friandise+ chocolat+ biscuit+ gateau+ viande oeufs pain fromage+ beurre epice+ miel confiture+ soupe+ \
         colis panier+ timbre+ enveloppe+ carte+ photo+ cd dvd disque+ tickets perles mousse resine silicone colle \
         scotch adhesif+ cadenas pelotes maquillage nappe+ rideau+ chutes dictionnaire+",
    ),
];

/// What one looks for and that is no help.
pub(in crate::communique::read) const NO_OBJECTS: &[&str] = &[
    "solution",
    "solutions",
    "moyen",
    "moyens",
    "facon",
    "maniere",
    "equilibre",
    "emploi",
    "travail",
    "reponse",
    "reponses",
    "repreneur",
    "sens",
    "temps",
    "calme",
    "accord",
    "compromis",
    "autorisation",
    "peu",
    "delai",
    "delais",
    "decision",
    "nouvelles",
    "explications",
    "informations",
    "renseignements",
    "idees",
    "personne",
    "victimes",
    "disparus",
    "confirmation",
    "resultats",
    "retour",
    "retours",
];

/// Small words between an asking word and what it asks for.
pub(in crate::communique::read) const SMALL: &[&str] = &[
    "de",
    "d'",
    "du",
    "des",
    "la",
    "l'",
    "le",
    "les",
    "un",
    "une",
    "en",
    "que",
    "plus",
    "quelques",
    "quelque",
    "divers",
    "diverses",
    "encore",
    "toujours",
    "surtout",
    "aussi",
    "egalement",
    "notamment",
    "seulement",
    "juste",
    "bien",
    "cruellement",
    "activement",
    "urgemment",
    "desesperement",
    "particulierement",
    "principalement",
    "maintenant",
    "donc",
    "enfin",
    "urgent",
    "urgents",
    "vieux",
    "vieilles",
    "nouveau",
    "nouveaux",
    "nouvelles",
    "autres",
    "autre",
    "petit",
    "petits",
    "petites",
    "grand",
    "grands",
    "grandes",
    "gros",
    "grosses",
    "bons",
    "bonnes",
    "vos",
    "votre",
    "tout",
    "tous",
    "toutes",
    "jeunes",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "dix",
];

/// What stands behind what is asked for: a sign, its purpose, what helpers bring along.
pub(in crate::communique::read) const CLAUSE_ENDS: &[&str] = &[
    ".",
    ";",
    "!",
    "?",
    ":",
    "(",
    "\n",
    "pour",
    "afin",
    "qui",
    "au",
    "chaque",
    "mais",
    "equipe",
    "equipes",
    "equipee",
    "equipees",
    "muni",
    "munis",
    "munies",
    "disposant",
    "avec",
];
