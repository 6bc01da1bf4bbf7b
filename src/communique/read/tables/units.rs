//! What numbers count.

mod words;
mod workers;

pub(in crate::communique::read) use words::{BEFORE_NOUN, LIKE_NOUNS, NOT_NOUNS};
pub(in crate::communique::read) use workers::is_occupation;

/// What kind of thing a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::communique::read) enum Unit {
    /// Things used up: meals, books.
    Goods,
    /// Things that people make, and that are used up: masks.
    Made,
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
    /// Money and stretches of land: a quantity only where a verb right beside says that it is given, gathered or
    /// cleaned.
    Extent,
    /// Time, money, distance: no quantity of an initiative.
    None,
}

/// Those who are helped and lend no hand.
pub(in crate::communique::read) const ANIMALS: &[&str] = &[
    "animaux", "animal", "chien", "chat", "cheval", "chevau", "poney", "ane", "vache", "brebi", "mouton",
    "chevre", "bovin", "oiseau", "herisson", "tortue", "bete", "lapin", "poule", "cochon",
];

/// What is counted, by what kind of thing it is.
pub(in crate::communique::read) const UNITS: &[(Unit, &str)] = &[
    (
        Unit::Made,
        "masque+ visiere+ blouse+ surblouse+ charlotte+ protection+ surchaussure+ combinaison+ tablier+ bavoir+ \
         etiquette+ bonnet+ echarpe+ doudou+ cagoule+ calot+ casaque+ coiffe+ coussin+ housse+ pochon+ filtre+ \
         attache+ barrette+ ecouvillon+ layette+ brassiere+ chausson+ moufle+ mitaine+ plaid+ poupee+ bandana+ \
         lingette+ guirlande+ nichoir+ lampion+ badge+ surbotte+ ecran_facial ecrans_faciaux serre_tete+ cache_nez \
         tour_de_cou tours_de_cou sur_chaussures sur_bottes sur_blouse+ hygiaphone+ guetre+ foulard+ turban+ jupe+ \
         maillot+ trousse_de_toilette protege_cahier+ couvre_lit+ jardiniere+ composteur+ tenue+ poignee+_de_porte attrape_coude+ \
         carre+_de_laine carre+_de_tissu carres prothese+ boitier+ support+ valve+ adaptateur+ couronne+ \
         decoration+ figurine+ santon+ boule+_de_noel marionnette+ sac+_en_tissu sac+_de_course sacs_en_tissu \
         tote_bag+ trousse+_d'_ecolier lavette+ torchon+ nappe+ rideau+ manche+ brassard+ snood+ bonnette+ \
         bob bobs drapeau+ fanion+ banderole+ pancarte+ panneau+_de_bois caillebotis hotel+_a_insectes \
         mangeoire+ \
         pousse_seringue+ ouvre_porte+ crochet+ laniere+ serre_tetes boudin+_de_porte trousse+_d'_hygiene bee_wrap+ \
         lingot+ chandail+ gigoteuse+ turbulette+ carre+_demaquillant+ etoile+ fleur+_en_papier pieuvre+ bandeau+ \
         ecran+_de_protection",
    ),
    (
        Unit::Goods,
        "repas petit_dejeuner+ petits_dejeuners dejeuner+ diner+ gouter+ souper+ encas en_cas collation+ portion+ \
         part parts assiette+ bol bols tasse+ verre verres gobelet+ couverts plateau+ bouillon+ soupe+ brioche+ pain+ \
         croissant+ tarte+ quiche+ pizza+ fromage+ yaourt+ poulet+ volaille+ legume+ fruit+ oranges clementine+ \
         carotte+ melon+ pommes poires fraises peches tomate+ salade+ poireau+ chou+ courgette+ confiture+ chocolat+ \
         bonbon+ friandise+ oeuf+ glaces sorbet+ cafes thes boisson+ colis panier+ kit+ sandwich* casse_croute+ \
         galette+ crepe+ huitre+ viennoiserie+ gateau+ patisserie+ beignet+ biscuit+ plat plats menu+ conserve+ \
         bocaux bocal denree+ ration+ baguette+ boule_de_pain huile+ cubi+ grillade+ saucisse+ savon+ brosse+ \
         dentifrice+ shampoing+ serviette+ mouchoir+ rasoir+ pansement+ compresse+ medicament+ seringue+ test tests \
         vaccin+ dose+ preservatif+ couche couches lange+ gant+ drap+ couette+ couverture+ duvet+ sac+_de_couchage \
         oreiller+ bouillotte+ chaufferette+ thermos gourde+ poncho+ parapluie+ vetement+ manteau+ blouson+ anorak+ \
         doudoune+ pull+ pantalon+ chemise+ robe+ chaussure+ chaussette+ sous_vetement+ pyjama+ veste+ costume+ \
         uniforme+ bottes_de_pluie cahier+ stylo+ crayon+ feutre+ cartable+ sac+_a_dos trousse+ livre+ manuel+ \
         dictionnaire+ album+ bd roman+ imagier+ magazine+ journaux revue+ calculatrice+ jeux jouet+ puzzle+ peluche+ \
         ballon+ dvd lunettes lettre+ carte+ courrier+ dessin+ poeme+ affiche+ tract+ depliant+ guide guides \
         brochure+ fiche+ attestation+ brevet+ flyer+ exemplaire+ bon bons ticket+ cheque+ billet+ entrees abonnement+ \
         cadeau+ hotte+ commande+ fleur+ roses plant+ bulbe+ graine+ semence+ bouquet+ sapin+ tulipe+ jonquille+ \
         geranium+ buche+ fagot+ bougie+ pile+ ampoule+ lampe+ lanterne+ gilet+ chasuble+ bache+ balai+ raclette+ \
         serpilliere+ poche+ unites pieces chandelle+ croquettes gamelle+ thermometre+ oxymetre+ panier_repas \
         granule+ briquette+ pellet+ bonne+_bouteille \
         brumisateur+ \
         miche+ bidon+_alimentaire+ journal polar+ ouvrage+ bracelet+ tee_shirt+ pack_repas ration+_militaire+ \
         sachet+_repas bon+_alimentaire+ coffret+ goodies hamburger+ crudite+ dessert+ entremets compote+ yaourts \
         sirop+ lait+ fagots allume_feu graisse+ croquette+ timbre+ enveloppe+ carnet+ rateau+ \
         seau+_de_plage citronnade+",
    ),
    (
        Unit::Equipment,
        "groupe+_electrogene+ generateur+ onduleur+ pelleteuse+ tractopelle+ nacelle+ grue+ tronconneuse+ \
         debroussailleuse+ tondeuse+ motoculteur+ broyeur+ nettoyeur+ aspirateur+ perceuse+ visseuse+ echelle+ \
         echafaudage+ brouette+ pelle+ pioche+ outil+ ordinateur+ tablette+ telephone+ smartphone+ imprimante+ ecran+ \
         clavier+ casque+ webcam+ routeur+ cle+ chargeur+ batterie+ unite+_centrale+ liseuse+ console+ micro micros \
         enceinte+ radio+ televiseur+ television+ videoprojecteur+ tableau_numerique lit+ couchage+ matelas place+ \
         chambre+ appartement+ logement+ studio+ gite+ nuitee+ hebergement+ bungalow+ chalet+ mobil_home+ caravane+ \
         tente+ tipi+ abri+ conteneur+ container+ algeco+ box boxes emplacement+ parcelle+ jardin+ cabine+ dortoir+ \
         velo+ tandem+ trottinette+ scooter+ moto+ voiture+ berline+ vehicule+ utilitaire+ camion+ camionnette+ \
         fourgon+ fourgonnette+ minibus bus autocar+ cars navette+ ambulance+ tracteur+ remorque+ benne+ barque+ \
         bateau+ canot+ kayak+ pinasse+ peniche+ helicoptere+ drone+ machine+ respirateur+ concentrateur+ \
         defibrillateur+ tensiometre+ purificateur+ capteur+ mousseur+ reducteur+ distributeur+_de_gel diffuseur+ \
         humidificateur+ barboteur+ detecteur+ carillon+ appareil+ instrument+ guitare+ piano+ jumelles longue_vue \
         telescope+ microscope+ lavabo+ douche+ toilette+ paroi+ cloison+ vitre+ plexiglas panneau+ barriere+ \
         fauteuil+ deambulateur+ bequille+ rampe+ poussette+ landau+ siege+ lit+_bebe table+ chaise+ banc+ tabouret+ \
         bureau bureaux meuble+ canape+ armoire+ etagere+ commode+ tapis poele+ radiateur+ chauffage+ convecteur+ \
         deshumidificateur+ ventilateur+ climatiseur+ pompe+ motopompe+ tuyau+ citerne+ cuve+ reservoir+ \
         recuperateur+ bac+_a_eau fontaine+ poste+_informatique+ carre+_potager+ borne+ point+_d'_eau point+_de_distribution poste+_d'_eau poste+_de_secours recharge+ four fours rechaud+ marmite+ casserole+ \
         refrigerateur+ frigo+ congelateur+ glaciere+ lave_linge bouilloire+ cafetiere+ micro_onde+ casier+ barnum+ \
         stand+ chapiteau+ tonnelle+ ruche+ extincteur+ sirene+ lampadaire+ projecteur+ filet+_de_securite eglise+ \
         rampe+_d'_acces \
         volet+ etai+ treuil+ chaland+ semi_remorque+ talkie+_walkie+ parasol+ gazebo+ cadenas sommier+ gouttiere+ \
         balise+ panneau+_solaire+ desinfecteur+ sterilisateur+ talkie+ armature+ presse+ mini_pelle+ \
         minipelle+ betonniere+ scie+ meuleuse+ ponceuse+ escabeau+ echafaudages lance+ vide_cave+ compresseur+ \
         velo+_cargo fourche+ beche+ arrosoir+ brise_vent mobilier+ rehausseur+ couveuse+ monte_escalier \
         photocopieur+ photocopieuse+ tableau+ vitrine+ etal etals rameur+ raquette+ luge+ traineau+ passerelle+",
    ),
    (
        Unit::Measure,
        "litre+ hectolitre+ centilitre+ kg kilo+ kilogramme+ gramme+ tonne+ quintal quintaux sachet+ sac+ boite+ \
         bouteille+ palette+ carton+ caisse+ cageot+ cagette+ paire+ lot lots flacon+ bidon+ jerrican+ fut futs \
         tonneau+ rouleau+ pot pots tube+ paquet+ plaquette+ plaque+ rame+ liasse+ filet+ barquette+ baril+ bobine+ \
         pelote+ stere+ balle+ ballot+ botte+ metre+ pack+ seau+ bac bacs bonbonne+ distributeur+ brique+ bourriche+ \
         barrique+ camion+_de remorque+_de",
    ),
    (
        Unit::Thing,
        "arbre+ haie+ seance+ sortie+ consultation+ permanence+ spectacle+ concert+ visite+ appel+ traversee+ trajet+ \
         course+ concours atelier+ maison+ immeuble+ batiment+ cave+ toit+ toiture+ ecole+ salle+ chantier+ \
         intervention+ operation+ tournee+ maraude+ deplacement+ livraison+ rotation+ voyage+ aller_retour+ \
         allers_retours conversation+ entretien+ coup+_de_fil lecture+ lecon+ formation+ conference+ rencontre+ \
         projection+ film+ chanson+ video+ emission+ recette+ demarche+ signalement+ don dons promesse+ contribution+ \
         fenetre+ mur+ porte+ puits pylone+ tombe+ massif+ potager+ verger+ convoi+ transport+ \
         message+ offre+ annonce+ mission+ cours_de_francais cv cliche+ tirage+ photo+ sous_sol+ rez_de_chaussee vol+ texte+ \
         piscine+ \
         cellier+ parcelle+_de_vigne digue+ ponton+ lavoir+ barrage+ clocher+ pavillon+ rez_de_jardin grange+ hangar+ \
         serre+ bergerie+ etable+ pieu pieux coque+ epave+ document+ archive+ registre+ objet+ reparation+ depannage+ \
         diagnostic+ depistage+ prelevement+ inscription+ appels demarchage+ cours_particulier+ seances \
         representation+ lecture+_publique+ rotation+_de_navette mise+_en_relation",
    ),
    (
        Unit::Helpers,
        "adherent+ benevole+ volontaire+ couturier+ couturiere+ membre+ agent+ salarie+ chauffeur+ makers maker \
         ouvrier+ ouvriere+ interprete+ petites_mains producteur+ jardinier+ cuisinier+ artisan+ commercant+ \
         agriculteur+ cordier+ pecheur+ paludier+ ostreiculteur+ bricoleur+ parrain+ marraine+ employe+ conducteur+ \
         secouriste+ animateur+ tricoteuse+ donateur+ enseignant+ medecin+ infirmier+ infirmiere+ \
         apprenti+ maraicher+ elus elues scout+ eclaireur+ professeur+ psychologue+ avocat+ pilote+ plongeur+ \
         skipper+ menuisier+ electricien+ mecanicien+ coiffeur+ coiffeuse+ bucheron+ randonneur+ chasseur+ motard+ \
         cavalier+ maitre+_nageur+ aide+_soignante+ tuteur+ sapeurs_pompiers moniteur+ lyceens_volontaires donneur+ \
         donneuse+ ecoutant+ militaire+ soldat+ reserviste+ sauveteur+ policier+ gendarme+ facteur+ bras renfort+ \
         encadrant+ accompagnateur+ formateur+ mentor+ musicien+ choriste+ comedien+ danseur+ marin+ compagnon+ \
         collegue+ ingenieur+ technicien+ bienfaiteur+ contributeur+ coureur+ cycliste+ joueur+ licencie+ livreur+ \
         maire+ medecins traducteur+ notaire+ architecte+ veterinaire+ dentiste+ boulanger+ restaurateur+ vigneron+ \
         animatrice+ conductrice+ agricultrice+ productrice+ maraichere+ danseuse+ comedienne+ musicienne+ \
         restauratrice+ pharmacienne+ electricienne+ informaticien+ informaticienne+ traductrice+ monitrice+ educateur+ \
         educatrice+ formatrice+ accompagnatrice+ ambulancier+ ambulanciere+ donatrice+ factrice+ institutrice+ \
         instituteur+ technicienne+ costumiere+ brodeuse+ repasseuse+ coureuse+ cueilleur+ \
         pharmacien+ sportif+ sportive+ hebergeur+ pompiers_volontaires retraite+ \
         retraitees_benevoles appelant+ repondant+ preparateur+ trieur+ trieuse+ porteur+ porteuse+ cuisiniere+ \
         brancardier+ infographiste+ russophone+ traducteurs interprete+_benevole+ guide_benevole maraudeur+ \
         maraudeuse+ relecteur+ conteur+ conteuse+ animateurs plombier+ couvreur+ charpentier+ macon+ peintre+ commis \
         apicultrice+ apiculteur+ eleveuse+ piroguier+ batelier+ passeur+ mytiliculteur+ mareyeur+ saunier+ \
         vendangeur+ bergere+ berger+ tondeur+ maitre+_chien+ cavaliere+ chauffeuse+ coordinateur+ coordinatrice+ \
         referent+ ambassadeur+ ambassadrice+ mediateur+ mediatrice+ jeune+_sapeur+ reservistes eclaireuse+ \
         louveteau+ guide+_de_haute_montagne pisteur+",
    ),
    (
        Unit::Helped,
        "animaux animal chien+ chat+ cheval chevaux poney+ ane anes vache+ brebis mouton+ chevre+ bovin+ oiseau+ \
         herisson+ tortue+ veuve+ veuf+ personne+_agee+ locataire+ convalescent+ pensionnaire+ detenu+ vacancier+ \
         saisonnier+ naufrage+ eleveur+ bachelier+ famille+ foyer+ menage+ sinistre+ refugie+ deplace+ beneficiaire+ \
         aine+ senior+ sans_abri+ enfant+ bebe+ nourrisson+ eleve+ collegien+ lyceen+ ecolier+ evacue+ usager+ \
         lecteur+ patient+ resident+ mere+ soignant+ pompier+ exile+ migrant+ orphelin+ malade+ demandeur+ \
         allocataire+ ukrainien+ ukrainienne+ syrien+ afghan+ convive+ abonne+ automobiliste+ voyageur+ touriste+ \
         passager+ campeur+ aidant+ client+ adolescent+ lyceenne+ collegienne+ ecoliere+ lectrice+ ado ados mineur+ bambin+ gamin+ handicape+ octogenaire+ \
         nonagenaire+ centenaire+ isole+ sdf routier+ aide+_a_domicile visiteur+ auditeur+ spectateur+ frontalier+ \
         invite+ couple+ hospitalise+ internes interne doyen+ grands_parents maman+ tout_petits dormeur+ conjoint+ \
         exploitant+ bete+ betes passant+ conjoints epoux licencies riverain_sinistre+ rescape+ delogee+ deloge+ \
         hospitalisee+ exilee+ boursier+ intermittent+ \
         baigneur+ marcheur+ skieur+ patineur+ promeneur+ baigneuse+ marcheuse+ flaneur+ \
         festivalier+ pelerin+ curiste+ estivant+ naufragee+ auditrice+ spectatrice+ visiteuse+ \
         chercheur+_d'_emploi vieillard+ aveugle+ malentendant+ malvoyant+ sourd+ sourds_muets \
         pupille+ apatride+ expulse+ mal_loge+ precaire+ demuni+ necessiteu* isolee+ veteran+ rapatrie+ \
         autiste+ convalescente+ parturiente+ accouchee+ jeune+_mere+ mere+_isolee+ \
         mere+_seule+ parent+_isole+ parent+_seul+ famille+_monoparentale+ tout_petit \
         ecureuil+ poulain+ agneau+ veau+ porc+ cochon+ lapin+ poule+ canard+ cygne+ phoque+ chauve_souris \
         renard+ cerf+ faon+ abeille+ essaim+ \
         apprenant+ stagiaire+ debutant+ emprunteur+ emprunteuse+ auditeurs alevin+ anguille+ herissons \
         appele+ grabataire+ arrivant+ nouvel_arrivant nouveaux_arrivants primo_arrivant+ demandeur+_d'_asile \
         personne+_isolee+ personne+_handicapee+ sans_papiers travailleur+_isole+ receveur+ malades alite+ alitee+ \
         dialyse+ transplante+ aphasique+ alzheimer naufrages hivernant+ matou+ chaton+ chiot+ anon+ jument+ truie+ \
         oie+ moineau+ hirondelle+ chouette+ rapace+ biche+ sanglier+ blaireau+ loutre+ dauphin+",
    ),
    (
        Unit::People,
        "personne+ habitant+ jeune+ adulte+ etudiant+ femme+ homme+ citoyen+ participant+ gens riverain+ voisin+ \
         voisine+ parent+ dame+ monsieur messieurs fille+ garcon+ gars ancien+ inscrit+ villageois artiste+ \
         citadin+ camarade+ ami+ copain+ copine+ particulier+ quadragenaire+ paroissien+ fidele+ proprietaire+ \
         exposant+ habitue+ supporter+ supporteur+ collaborateur+ internaute+ chomeur+ demandeur+_d'_emploi grands_meres \
         grand_mere+ grands_peres grand_pere+ meres_de_famille peres_de_famille \
         debiteur+ pensionne+ administre+ usager+_benevole riveraine+ habitantes coproprietaire+ \
         colocataire+ camarades internautes",
    ),
    (
        Unit::Extent,
        "euro+ kilometre+ km hectare+ rue+ route+ chemin+ sentier+ piste+ ruelle+ fosse+ berge+",
    ),
    (
        Unit::None,
        "equipe+ compagnie+ classe+ magasin+ supermarche+ hypermarche+ gymnase+ ligne+ page+ village+ fonds etage+ \
         metre+_carre+ m2 m3 jour+ journee+ semaine+ mois an ans annee+ heure+ h min minute+ seconde+ m \
         cm mm millimetre+ centimetre+ eur centime+ millier_d'_euros degre+ fois soir+ soiree+ matin+ matinee+ \
         nuit+ weekend+ week_end+ e eme er ere nd nde re commune+ ville+ quartier+ hameau+ departement+ canton+ \
         region+ pays etat+ pour_cent pourcent avenue+ boulevard+ bis ter impasse quai+ allee+ \
         cours square place_de place_du place_d' ha are ares ame+ d g rendez_vous edition+ semestre+ \
         trimestre+ siecle+ decennie+ saison+ point+ autre+ initiative+ action+ numero+ secteur+ site+ vallee+ \
         volt+ watt+ kwh kw mw go mo k samedi+ dimanche+ lundi+ mardi+ mercredi+ jeudi+ vendredi+ quart+ tiers \
         moitie+ dernier+ derniere+ premier+ premiere+ prochain+ prochaine+ emploi+ poste+ lieu+ endroit+ centre+ \
         antenne+ agence+ service+ axe+ question+ reponse+ raison+ etape+ phase+ regle+ mot+ idee+ geste+ exemple+ \
         chiffre+ chapitre+ article+ arrondissement+ tour+ mandat+ coup coups vague+ tempete+ crue+ incendie+ feu \
         feux alerte+ victime+ mort+ deces blesse+ disparu+ cas amende+ arrete+ decret+ loi+ marche+ categorie+ type+ \
         sorte+ mode+ modele+ taille+ couleur+ version+ langue+ association+ structure+ partenaire+ entreprise+ \
         societe+ commerce+ club+ collectif+ boutique+ restaurant+ hotel+ pharmacie+ hopital+ hopitaux ehpad lycee+ \
         college+ creche+ mairie+ camping+ gare+ usine+ ferme+ exploitation+ cuma groupe+ comite+ brigade+ caserne+ \
         etablissement+ organisme+ institution+ federation+ paroisse+ bibliotheque+ mediatheque+ musee+ dossier+ \
         creneau+ facteur_de pouce+ bar bars degre_celsius vent+ minute_de sujet+ thematique+ theme+ \
         priorite+ objectif+ mesure+ dispositif+ projet+ programme+ episode+ acte+ serie+ ouverture+ gardes nuits \
         annees_de ligne_de_production regiment+ collectivite+ intercommunalite+ tribunal commerces abris_bus \
         departementale nationale millesime jury lettre_d'_information bulletin+ communique+ euros_par \
         sinistres_declares coup_de boulangerie+ boucherie+ librairie+ epicerie+ superette+ crecherie+ coiffeur_de \
         communaute+ syndicat+ theatre+ cinema+ stade+ maison+_de_retraite maison+_de_sante cabinet+ \
         laboratoire+ banque+ aeroport+ station+ port+ habitation+_a_loyer conseil+ reunion+ point+_de_collecte \
         point+_relais",
    ),
];
