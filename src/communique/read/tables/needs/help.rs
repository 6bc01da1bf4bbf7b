//! What can be asked for.

use crate::domain::initiative::NeedKind;

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
         chauffeur+ conducteur+ mains petites_mains renfort+ professeur+ retraites retraitees interprete+ traducteur+ \
         traductrice+ parrain+ marraine+ personne+ etudiant+ cuisinier+ bricoleur+ bricoleuse+ animateur+ animatrice+ \
         livreur+ aide aides coup_de_main coups_de_main medecin+ infirmier+ infirmiere+ monde visite visites \
         accompagnateur+ accompagnatrice+ secouriste+ donneur+ donneuse+ formateur+ formatrice+ mentor+ repetiteur+ \
         encadrant+ moniteur+ ecoutant+ guetteur+ veilleur+ soudeur+ ouvrier+ artisan+ jeunes adultes musicien+ \
         conteur+ conteuse+ comedien+ informaticien+ makers maker gens amateur+ correspondant+ cuistot+ \
         main_secourable bonne+_volonte+ relais_locaux ambassadeur+ competences savoir_faire equipier+ pilote+ \
         bucheron+ couvreur+ charpentier+ macon+ peintre+ avocat+ juriste+ psychologue+ pharmacien+ soignant+ \
         aide+_soignante+ etudiants_en_medecine livraisons adherent+ voisin+ voisine+ visiteur+ visiteuse+ porteur+ \
         porteuse+ plieur+ plieuse+ trieur+ trieuse+ coiffeur+ serveur+ serveuse+ eplucheur+ eplucheuse+ demenageur+ \
         depanneur+ boulanger+ animateur+_sportif retoucheuse+ tricoteuse+ brodeuse+ repasseuse+ referent+ \
         coordinateur+ coordinatrice+ tresorier+ secretaire+ relecteur+ veterinaire+ maraudeur+ maraudeuse+ cavalier+ \
         plongeur+ baby_sitter+ nounou+ gardien+ gardienne+ recrue+ remplacant+ remplacante+ nageur+ maitre+_nageur+ \
         surveillant+ famille+_d'_accueil hote+ foyer+_d'_accueil coureur+ quelqu'_un releve relais_de_quartier mecano+ opticien+ cycliste+ motard+ piroguier+ grutier+ cariste+ manutentionnaire+ \
         magasinier+ standardiste+ ecrivain+_public ecrivains_publics dentiste+ kine+ orthophoniste+ educateur+ \
         educatrice+ baby_sitteur+ garde+_d'_enfants surveillante+ arbitre+ speaker+ regisseur+ eclairagiste+ \
         photographe+ graphiste+ webmestre+ developpeur+ comptable+ notaire+ clown+ magicien+ \
         mediateur+ mediatrice+ \
         compagnon+ equipes preparateur+ couseur+ lavandier+ distributeurs_benevoles scaphandrier+ ambulancier+ \
         brancardier+ pompier+ cantinier+ cantiniere+ aide+_cuisinier debroussailleur+ elagueur+ bras_droits \
         chef+_d'_equipe accordeoniste+ guitariste+ pianiste+ chanteur+ chanteuse+ choriste+ lecteur+_a_voix_haute \
         tondeur+ berger+ bergere+ soigneur+ soigneuse+ famille+_relais animateur+_radio navigateur+ skipper+ \
         moussaillon+ batelier+ passeur+ coursier+ coursiere+ traiteur+ boulangere+ cuisiniers_benevoles ingenieur+ \
         technicien+ technicienne+ couturiers retoucheur+ tapissier+ matelassier+ relieur+ imprimeur+ soudeuse+ \
         ferronnier+ vitrier+ ramoneur+ zingueur+ carreleur+ plaquiste+ platrier+ terrassier+ paysagiste+ architecte+ \
         geometre+ specialiste+ orateur+ conferencier+ professeure+ enseignante+ prof+ russophone+ ukrainophone+ \
         anglophone+ arabophone+ germanophone+ hispanophone+ locuteur+ locutrice+",
    ),
    (
        Help::Money,
        "soutiens souscription parrainage+ participation+_financiere+ dons_d'_argent dons_en_argent don+_financier+ \
         argent financement+ fonds un_don nouveaux_dons subvention+ mecene+ mecenat euros aide+_financiere+ \
         soutien+_financier+ cagnotte dons_financiers contribution+_financiere+ quelques_sous des_sous vos_sous de_sous pieces_jaunes budget sponsor+ \
         credits tresorerie obole+ offrande+ liquidites virement+ don+_en_argent don+_d'_argent aide+_en_argent \
         coup+_de_pouce_financier+ coups_de_pouce_financiers cheque+",
    ),
    (
        Help::Equipment,
        "fourgon+ canape+ armoire+ commode+ cuisiniere+ lave_linge machine+ hangar+ entrepot+ terrain+ garage+ \
         barnum+ chapiteau+ table+ chaise+ banc+ lits_de_camp bateau+ barque+ guitare+ piano+ instrument+ vehicule+ \
         voiture+ utilitaire+ minibus ordinateur+ tablette+ imprimante+ camion+ lit lits matelas meuble+ mobilier \
         electromenager ecran+ souris clavier+ chargeur+ tronconneuse+ debroussailleuse+ tondeuse+ broyeur+ \
         congelateur+ refrigerateur+ frigo+ frigidaire+ appartement+ studio+ logement+ local locaux piece+_vide+ \
         chambre+ hebergement+ groupe+_electrogene+ generateur+ pompe+ motopompe+ poussette+ landau+ siege+ fauteuil+ \
         deambulateur+ bequille+ telephone+ smartphone+ velo+ trottinette+ casque+ remorque+ outil+ outillage \
         cle+_usb cles glaciere+ ventilateur+ climatiseur+ radiateur+ chauffage+ convecteur+ tente+ \
         deshumidificateur+ tracteur+ camionnette+ poele+ surjeteuse+ salle+ nettoyeur+ karcher+ \
         materiel_informatique materiel_medical materiel+_de_cuisine marmite+ casserole+ faitout+ four fours \
         micro_onde+ plaque+_de_cuisson plaque+_chauffante+ rechaud+ gril+ plancha+ cafetiere+ bouilloire+ thermos \
         bouilloires robot+ balance+ camera+ appareil+ projecteur+ videoprojecteur+ enceinte+ micro micros sono \
         console+ jumelles lampe+_frontale+ traineau+ luge+ pont_elevateur ponts_elevateurs grue+ nacelle+ echelle+ \
         echafaudage+ brouette+ perceuse+ visseuse+ scie+ citerne+ cuve+ bac+_a_eau reservoir+ etagere+ rayonnage+ \
         palan+ diable+ chariot+ caddie+ rampe+ barriere+ cage+ niche+ van vans betaillere+ box gazebo parasol+ \
         caisse+_de_transport defibrillateur+ respirateur+ thermometre+ oxymetre+ webcam+ routeur+ antenne+ \
         talkie+_walkie+ lave_vaisselle seche_linge lit+_pliant+ lit+_bebe duplicopieur+ plastifieuse+ decoupeuse+ \
         fraiseuse+ etabli+ metier+_a_tisser ruche+ sechoir+ moulin_a tour_de_potier benne+ conteneur+ container+ \
         emplacement+ parking+ abri+ cuisine+ atelier_de poste+_de_radio radio+ chevalet+ caisse+_isotherme+ \
         pulverisateur+ tableau+ tableaux_blancs mini_pelle+ minipelle+ tractopelle+ pelle+_mecanique+ pelleteuse+ \
         fourgonnette+ gaziniere+ sommier+ valise+ casier+ berceau+ couffin+ chaise+_haute+ rehausseur+ vestiaire+ \
         portant+ penderie+ bibliotheque+ buffet+ bureau+ lampadaire+ machine+_a_laver machine+_a_coudre \
         seche_cheveux fer+_a_repasser aspirateur+ mixeur+ autocuiseur+ cocotte+ percolateur+ chauffe_eau \
         purificateur+ filtreuse+ pompe+_immergee+ pompe+_a_eau lance+_a_incendie tuyau+_d'_incendie citerne+_souple+ \
         tonne+_a_eau remorque+_plateau motoculteur+ faucheuse+ epareuse+ taille_haie+ fendeuse+ scie+_sauteuse quad+ \
         canot+ zodiac+ kayak+ paddle+ harnais chaine+_a_neige raquette+ ski+ vhf box_internet \
         ecran+_d'_ordinateur pc unite+_centrale+ portable+ liseuse+ retroprojecteur+ appareil+_photo imprimante+_3d \
         plotteuse+ traceur+ presse+_a_badge baby_foot+ flipper+ jeu_de_boules trampoline+ toboggan+ balancoire+ \
         tricycle+ draisienne+ siege+_auto lit+_parapluie parc+_pour_bebe mannequin+ cabine+_d'_essayage isoloir+ \
         gradin+ estrade+ podium+ tonnelle+ pergola+ mobil_home+ caravane+ yourte+ algeco+ bungalow+ box_a_cheval \
         abreuvoir+ mangeoire+ ratelier+ clapier+ poulailler+ serre+ tunnel+ composteur+ arrosoir+ \
         recuperateur+_d'_eau vitrine+ moteur+ triporteur+ calculatrice+ rollator+ fauteuil+_roulant rideau_metallique \
         chaudiere+ insert+ chambre+_froide armoire+_refrigeree monte_charge transpalette+ chariot+_elevateur gerbeur+ \
         fer+_a_souder tournevis marteau+ pince+ multimetre+ escabeau+ marchepied+ etai+ betonniere+ raboteuse+ ponceuse+ meuleuse+ poste_a_souder \
         talkie+ sonometre+ paravent+ panneau+ panneaux_solaires totem+ vitrine+_refrigeree epave+ cyclo+ photocopieur+ photocopieuse+ rateau+ fourche+ antivol+ \
         bac+_isotherme+ croc+ faux beche+ binette+ pioche+ houe+ \
         mobylette+ scooter+ moto+ voilier+ pirogue+ annexe+ bouee+ chaussures_de_ski metier+_a_broder \
         cadenas raclette+ pelle+ lampe+ sterilisateur+ lanterne+ \
         botte+ brumisateur+ \
         semi_remorque+ pick_up chaland+ treuil+ tariere+ compresseur+ sonorisation+ ardoise+_numerique+ \
         tableau+_numerique+ plaque+_a_gaz plaque+_electrique+ plaque+_a_induction amplificateur+ ampli+ baffle+ \
         synthetiseur+ violon+ accordeon+ trompette+ tambour+ batterie+_de_cuisine chauffage+_d'_appoint \
         planche+_a_repasser table+_a_langer porte_bebe+ rallonge+ multiprise+ enrouleur+ friteuse+ crepiere+ \
         bain_marie chauffe_plat+ louche+ saladier+ plat+_de_service couteau+ couverts_de_service coupe_bordure+ \
         souffleur+ souffleuse+ atomiseur+ tuyau+_d'_arrosage sulfateuse+ herse+ charrue+ semoir+ \
         remorque+_a_velo velo+_cargo charrette+ cariole+ carriole+ sulky+ attelage+ van+_a_chevaux \
         filet+_de_peche epuisette+ nasse+ casier+_a_homards bouee+_de_sauvetage pompe+_de_relevage \
         electropompe+ vide_cave+ assecheur+ extracteur+ destructeur+ nettoyeur+_haute_pression monobrosse+ \
         autolaveuse+ balayeuse+ aspirateur+_a_eau caisson+ palox tableau+_blanc+ paperboard+ pupitre+ lutrin+ \
         projecteur+_de_film ecran+_de_projection lecteur+_dvd lecteur+_cd tourne_disque+ camescope+ micro_casque+ \
         standard+_telephonique modem+ serveur+_informatique scanner+ scanneur+ relieuse+ massicot+ \
         agrafeuse+ perforatrice+ table+_a_repasser etendoir+ seche_serviette+ baignoire+ \
         lavabo+ evier+ robot+_menager+ tracteur+_tondeuse nacelle+_elevatrice tabouret+ pouf+ \
         fauteuil+_relax lit+_medicalise+ souleve_malade+ cannes_anglaises canne+ boussole+ gps sifflet+ porte_voix \
         megaphone+ ruban+_de_balisage",
    ),
    (
        Help::Materials,
        "croquettes seau+ oreiller+ doudou+ peluche+ cafe the sucre sel pates farine bonnet+ manteau+ \
         blouson+ anorak+ chaussure+ cartable+ trousse+ piece+_detachee+ pieces_de_rechange bouchon+ pile+ jerrican+ \
         cagette+ palette+ vis clous planche+ laine+ pelote+ balai+ serpilliere+ eponge+ tissu+ \
         etoffe+ elastique+ biais fil fils fermeture+ boutons bouton+_pression mercerie aiguille+ epingle+ cordon+ \
         ruban+ dentelle ouate molleton feutrine filament+ bobine+ matiere+ denree+ nourriture vivres vetement+ \
         habits couverture+ couette+ plaid+ produit+ plaque+ plastique feuille+ toile+ drap+ coton barquette+ bache+ \
         gant+ riz semoule huile lait lait_infantile petit+_pot+ couche+ linge sous_vetement+ serviette+ \
         livre+ manuel+ bd jeux jeu_de_societe jeux_de_societe jeux_de_cartes puzzle+ jouet+ lunette+ bocaux bocal \
         flacon+ bouteille+ fruit+ eau eau_potable duvet+ sac+_de_couchage conserve+ vaisselle couverts gobelet+ \
         assiette+ chaussette+ boisson+ serum+ pots aliment+ medicament+ pansement+ compresse+ papier+ carton+ \
         masque+ blouse+ surblouse+ charlotte+ visiere+ fourniture+ cahier+ stylo+ crayon+ feutre+ encre cartouche+ \
         chambre+_a_air pneu+ legume+ plant+ graine+ semence+ terreau fourrage foin paille granule+ aliment+_pour \
         bois bois_de_chauffage buche+ peinture pinceau+ savon+ gel lessive shampoing+ dentifrice+ brosse+ rasoir+ \
         mouchoir+ papier_toilette sacs sac+_a_dos sac+_poubelle bougie+ allumette+ ampoule+ sangle+ cable+ \
         corde+ cordage+ chaine+ tuyau+ grillage poteau+ piquet+ tole+ tuile+ parpaing+ sable ciment platre isolant+ \
         laine_de_verre contreplaque gaz essence carburant gasoil alcool glycerine filtre+ tube+ pulls pull+ \
         pantalon+ layette robe+ costume+ decoration+ guirlande+ friandise+ chocolat+ biscuit+ gateau+ viande oeufs \
         pain fromage+ beurre epice+ miel confiture+ soupe+ colis panier+ timbre+ enveloppe+ carte+ photo+ cd dvd \
         disque+ tickets perles mousse resine silicone colle scotch adhesif+ pelotes maquillage nappe+ \
         rideau+ chutes dictionnaire+ cire+ impermeable+ polaire+ legging+ collant+ maillot+ agenda+ classeur+ cire \
         gilet+ protection+_periodique+ serviette+_hygienique+ tampon+ rouleau+ film+ liteau+ chevron+ bastaing+ \
         madrier+ volige+ tasseau+ gravats gravier enrobe mortier enduit joint+ raccord+ robinet+ mousseur+ \
         chauffe_biberon+ biberon+ tetine+ lange+ liquide+_vaisselle javel eau_de_javel desinfectant+ seringue+ \
         attelle+ garrot+ bande+ creme+_solaire+ eventail+ chapeau+ casquette+ glacons pain+_de_glace \
         poisson+ thon sardine+ legumineuse+ lentille+ pois_chiches yaourt+ compote+ cereale+ invendu+ surplus levure \
         sachet+ boite+_a_oeufs boite+_de_conserve cagettes pommes_de_terre patate+ oignon+ carotte+ courge+ \
         plants_de_tomates bulbe+ arbuste+ fleur+ tuteur+_en_bois paillage compost fumier luzerne ensilage orge \
         avoine tourteau+ litiere+ friandises fils_de_fer clou+ boulon+ ecrou+ agrafe+ barbele+ toile+_de_jute \
         feuille+_de_papier ramette+ toner encre+ pellicule+ chapelure ficelle+ raphia lot lots gazole fuel fioul petrole petrole_lampant hamac+ moustiquaire+ natte+ cuissarde+ wader+ etui+ salade+ ardoise+ craie+ \
         album+ roman+ revue+ magazine+ sous_main gomme+ regle+ compas equerre+ cire+_d'_abeille ampoules_led \
         bavoir+ body bodies pyjama+ tutu+ oreillette+ masque+_de_plongee bandelette+ gaze coton_tige tisane+ sirop+ \
         jus moutarde vinaigre haricot+ pommes poires agrume+ herbe+ pastille+ cachet+ insecticide+ repulsif+ \
         raticide+ pommade+ onguent+ poudre_de_lait forfait+ recharge+ carte+_telephonique bon+_d'_achat toise+ \
         caisse+ caissette+ cageot+ bidon+ tonneau+ fut futs sacs_de_sable sangle+_d'_arrimage popeline+ flanelle \
         lin chanvre jute kraft cartonnette+ paillette+ strass patron+_de_couture \
         combustible+ granules petite+_voiture+ poupee+ gouttiere+ polar+ protections_hygieniques savonnette+ \
         lait_en_poudre brique+_de_lait barre+_de_cereales parapluie+ chaufferette+ bouillotte+ couverture+_de_survie \
         chausson+ pantoufle+ coussin+ rustine+ pochette+ sel_de_deneigement goudron gilet+_de_sauvetage gilet+_fluo \
         ciree+ cire+_de_pluie poncho+ echarpe+ foulard+ moufle+ mitaine+ gourde+ torchon+ lavette+ essuie_tout \
         essuie_main+ sopalin alcool_menager vinaigre_blanc bicarbonate cuillere+ fourchette+ pique_nique+ \
         plat+_prepare+ bouillon+ cube+ conserves legume+_sec+ semoules couscous quinoa ratatouille \
         thon_en_boite petit+_dejeuner+ gouter+ pomme+_de_terre tomate+ poireau+ navet+ chou choux citron+ \
         orange+ banane+ noix amande+ noisette+ chataigne+ pruneau+ figue+ confit+ jambon+ saucisson+ volaille+ \
         poulet+ dinde+ huitre+ moule+ crevette+ brioche+ viennoiserie+ galette+ crepe+ biere+ vin cidre limonade+ \
         sirop+_de_menthe the_vert tisanes mousse_expansive bande+_adhesive+ ruban+_adhesif+ sac+_a_gravats \
         sac+_de_terre bottes_de_paille botte+_de_foin rondin+ grume+ piquets piquet+_de_cloture fil_barbele \
         ardoise+_de_toit plaque+_de_platre osb dalle+ pave+ brique+ carrelage faience lino \
         linoleum papier_peint moquette+ cartouche+_d'_encre cle+_de_rechange ampoule+_led pile+_rechargeable+ \
         batterie+_de_velo roulement+ cable+_de_frein plaquette+_de_frein+ selle+_de_velo trousse+_de_secours \
         vitamine+ lait_maternise couche+_lavable+ lingette+ lotion+ deodorant+ coupe_ongle+ \
         peigne+ serviette+_de_toilette gant+_de_toilette drap+_de_bain drap+_housse taie+ traversin+ \
         couvre_lit+ alese+ protege_matelas edredon+ courtepointe+ slip+ calecon+ culotte+ soutien_gorge \
         soutiens_gorge tee_shirt+ tshirt+ t_shirt+ sweat+ jogging+ basket+ chemise+ veste+ pull_over+ \
         gilet+_chaud+ jupe+ cravate+ marqueur+ surligneur+ chemise+_cartonnee+ pochette+_plastique+ \
         carnet+ bloc+ cahier+_d'_exercices gommettes pate_a_modeler magazine+_jeunesse bande+_dessinee+ mots_croises \
         jeu+_de_construction lego+ playmobil dechet+_vert+ broyat copeau+ ecorce+ crottin engrais anti_limace+ \
         plant+_de_legumes pot+_de_fleurs jeune+_plant+ rosier+ graisse+ lubrifiant+ antigel \
         essence_sans_plomb melange_deux_temps huile_de_chaine aliment+_pour_chien aliment+_pour_chat \
         litiere+_pour_chat pipette+ vermifuge+",
    ),
];

/// Nouns whose complement is not asked for either: « des solutions de logement ».
pub(in crate::communique::read) const IDLE: &[&str] = &[
    "solution",
    "solutions",
    "reponse",
    "reponses",
    "piste",
    "pistes",
    "moyen",
    "moyens",
    "idees",
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
    "aucun",
    "aucune",
    "rien",
    "neant",
    "doute",
    "doutes",
    "question",
    "questions",
    "projet",
    "projets",
    "conseil",
    "conseils",
    "tranquillite",
    "comptes",
    "report",
    "justice",
    "attestation",
    "ordonnance",
    "rencontre",
    "rendez",
    "vigilance",
    "prudence",
    "patience",
    "respect",
    "soutien",
    "ministre",
    "prefet",
    "etat",
    "gouvernement",
    "indemnisation",
    "reconnaissance",
    "classement",
    "monde",
    "succes",
    "fin",
    "ouverture",
    "fermeture",
    "maintien",
    "place",
    "places",
    "public",
    "sourire",
    "piste",
    "pistes",
    "partenaires",
    "partenariats",
];
