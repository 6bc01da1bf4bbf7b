//! The words for bodies that may carry an initiative.

use super::Naming;

/// The words for bodies, by the position of their kind and by how the name is made. The last kind is for those
/// whose kind can only be guessed.
pub(in crate::communique::read) const BODIES: &[((usize, Naming), &str)] = &[
    (
        (0, Naming::Town),
        "ateliers_municipaux atelier_municipal cantine_municipale cantines_municipales restaurant_municipal serres_municipales \
         cuisine_municipale regie_municipale service_municipal gymnase_municipal salle_municipale atelier_communal \
         service_culturel service_technique services_techniques police_municipale ville commune communes mairie municipalite villes \
         mairies conseil_municipal village service_jeunesse_de_la_ville services_municipaux services_de_la_ville \
         services_de_la_commune service_des_sports service_jeunesse agents_municipaux agents_communaux \
         elus_municipaux services_communaux \
         elus_de_la_ville",
    ),
    (
        (1, Naming::After),
        "groupement_d'_employeurs tiers_lieu association associations asso groupement atelier_d'_insertion \
         chantier_d'_insertion ong garage_associatif garage_solidaire structure_d'_insertion entreprise_d'_insertion \
         loi_1901 cuma",
    ),
    (
        (1, Naming::Within),
        "caritas ccfd cine_club centre_de_ressources refuge spa croix_blanche ordre_de_malte armee_du_salut medecins_du_monde secours_islamique \
         ligue_de_l'_enseignement snsm comite_local club_des_aines amicale_laique foyer_socio communaute_emmaus \
         compagnons cafe_associatif maison_pour_tous maison_des_associations centre_socioculturel \
         centre_socio_culturel espace_socioculturel centre_de_loisirs espace_de_vie_sociale esat ime compagnie \
         cercle union_sportive racing_club tennis_club club_nautique jeunes_agriculteurs anciens_combattants \
         comite_de_quartier conseil_de_quartier confrerie mosquee temple eglise synagogue abbaye amicale comite \
         comite_des_fetes club judo_club lions_club rotary rotary_club croix_rouge croix_rouge_francaise \
         secours_populaire secours_catholique restos_du_coeur restaurants_du_coeur banque_alimentaire emmaus \
         protection_civile centre_social centre_culturel foyer_rural foyer aeroclub aero_club maison_de_quartier \
         maison_des_jeunes mjc scouts scouts_et_guides paroisse diocese regie_de_quartier union_commerciale union \
         federation ligue apf familles_rurales petits_freres_des_pauvres entraide ressourcerie recyclerie \
         jardins_partages blouses_roses bagad harmonie fanfare chorale troupe_de_theatre apel parents_d'_eleves \
         lire_et_faire_lire societe_de_chasse auberge mission_locale gem amap fablab repair_cafe cafe_solidaire \
         restaurant_solidaire resto_solidaire velo_club rugby_club football_club handball_club basket_club cyclo_club \
         ski_club yacht_club moto_club photo_club club_de_* comice_agricole comice restos resto_du_coeur gospel \
         orchestre choeur ensemble_vocal amis_de amis_du amis_des aumonerie conference_saint_vincent \
         societe_saint_vincent_de_paul societe_d'_histoire cimade france_terre_d'_asile utopia_56 donneurs_de_sang \
         accorderie atelier_velo foyer_de_jeunes_travailleurs auberge_de_jeunesse maison_paroissiale \
         radio_associative union_locale poney_club ecurie donneurs_de_voix boutique_solidaire vestiaire_solidaire \
         friperie_solidaire magasin_solidaire bagagerie petits_freres jardins_familiaux jardin_partage \
         jardin_solidaire unicef apprentis_d'_auteuil habitat_et_humanisme secours_protestant \
         ligue_des_droits_de_l'_homme atd_quart_monde samu_social bibliotheque_sonore banque_de_solidarite \
         association_de_parents foyer_laique amicale_des_pompiers maison_des_femmes planning_familial udaf adapei \
         apajh france_benevolat restaurants_du_coeur_de conseil_local_de_parents acca ufc asptt admr ajd \
         epicerie_sociale epicerie_solidaire epicerie_mobile epicerie ouvroir presbytere comite_de_foire \
         comite_d'_animation comite_de_jumelage comite_d'_entraide amicale_de confederation_paysanne fdsea \
         cooperative_scolaire foyer_socio_educatif maison_de_la_solidarite halte_solidaire fonds_paroissial \
         conference_de_saint_vincent table_d'_hotes_solidaire secours_mutuel croissant_rouge pompiers_solidaires \
         pompiers_humanitaires restaurant_associatif cantine_solidaire laverie_solidaire cafe_citoyen \
         brasserie_associative ludotheque_associative club_cycliste club_alpin societe_nautique societe_de_peche \
         aappma donneurs_de_temps unafam alcooliques_anonymes sos_amitie telephone_grave handicap_international aides \
         familles_de_france csf adil cidff clcv ufc_que_choisir scouts_de_france eclaireuses_et_eclaireurs \
         jeunesse_au_plein_air vie_libre nid_de_l'_espoir station_snsm comite_departemental_de_la_croix_rouge \
         chantiers_jeunes groupement_pastoral atelier_municipal_d'_insertion federation_d'_associations \
         groupe_d'_entraide_mutuelle regie_d'_insertion ape fcpe peep agorae fab_lab fablabs makerspace hackerspace jeunes_sapeurs_pompiers \
         secours_en_montagne croix_bleue club_de_judo club_de_rugby club_de_football \
         club_de_natation club_de_voile club_d'_aviron club_de_randonnee club_de_lecture club_d'_echecs \
         union_nationale union_departementale eclaireurs eclaireurs_de_france guides_de_france pionniers \
         delegation_de_la_croix_rouge ateliers_du_coeur jardins_de_cocagne \
         union_des_commercants union_des_artisans union_des_familles union_des_habitants groupe_scout \
         groupes_scouts groupe_theatral groupe_folklorique groupe_vocal groupe_paroissial equipe_paroissiale \
         equipe_saint_vincent equipes_saint_vincent conference_saint_vincent_de_paul club_hippique \
         club_de_gymnastique club_de_basket club_de_handball club_de_tennis club_de_danse club_de_marche \
         club_de_cyclisme club_de_plongee club_de_ski club_de_petanque club_de_bridge club_photo \
         club_informatique club_des_anciens club_du_troisieme_age club_du_3e_age club_des_retraites \
         club_service amicale_des_anciens amicale_des_locataires association_sportive association_culturelle \
         association_familiale association_communale_de_chasse comite_d'_habitants comite_de_soutien \
         comite_de_defense comite_social foyer_d'_education_populaire foyer_des_jeunes \
         maison_citoyenne maison_commune maison_associative maison_des_familles maison_d'_accueil \
         maison_des_citoyens centre_d'_animation espace_associatif espace_de_solidarite relais_solidaire \
         relais_du_coeur table_ouverte_paroissiale boutique_associative brocante_solidaire \
         jardin_associatif jardins_ouvriers ferme_associative ferme_solidaire \
         moulin_associatif radio_locale_associative societe_de_secours_en_mer societe_de_gymnastique \
         societe_musicale societe_philharmonique orpheon batucada fanfare_municipale harmonie_municipale \
         harmonie_fanfare ligue_contre_le_cancer banque_du_temps systeme_d'_echange_local \
         club_tricot cercle_laique cercle_paroissial patronage patronage_laique \
         amis_de_la_nature ligue_pour_la_protection_des_oiseaux lpo refuge_animalier refuge_pour_animaux \
         ecole_du_chat centre_de_soins_de_la_faune conseil_de_parents association_de_locataires \
         confederation_nationale_du_logement prevention_routiere visiteurs_de_prison \
         genepi emmaus_connect telecoms_sans_frontieres electriciens_sans_frontieres \
         bibliotheques_sans_frontieres pharmaciens_sans_frontieres medecins_sans_frontieres \
         aviation_sans_frontieres secours_islamique_france ordre_de_malte_france \
         societe_nationale_de_sauvetage_en_mer federation_de_chasse federation_de_peche \
         federation_des_chasseurs federation_du_secours_populaire",
    ),
    (
        (2, Naming::After),
        "ateliers atelier brigade chaine_de_solidarite bande collectif collectifs reseau groupe equipe_de groupe_de \
         collectif_citoyen poignee_d'_habitants poignee_de_voisins cooperative_d'_habitants escouade \
         noyau_de_benevoles",
    ),
    (
        (3, Naming::After),
        "startup scop scic entreprise entreprises societe start_up usine pme cooperative cooperative_agricole \
         enseigne groupe_industriel groupe_agroalimentaire industriel start_ups jeune_pousse entreprise_familiale tpe",
    ),
    (
        (3, Naming::Within),
        "clinique chantiers_navals chantier_naval scierie menuiserie cave_cooperative laiterie fromagerie boucherie \
         moulin mutuelle banque credit_agricole la_poste cafe gaec exploitation domaine biscuiterie chocolaterie \
         patisserie salon_de_coiffure taxis ambulances transports cabinet agence clinique_veterinaire pepiniere \
         pepinieres radio drive camping gite centre_commercial centrale papeterie mercerie imprimerie garage \
         boulangerie pharmacie restaurant filature manufacture hypermarche supermarche brasserie distillerie \
         librairie hotel ferme laboratoire conserverie fonderie magasin voilerie traiteur cinema faiencerie verrerie \
         cristallerie tannerie megisserie ganterie chapellerie corderie tissage teinturerie bonneterie brosserie \
         coutellerie forge forges cidrerie rhumerie sucrerie huilerie savonnerie parfumerie laboratoires auto_ecole \
         agence_immobiliere cabinet_dentaire cabinet_medical blanchisserie laverie pressing jardinerie quincaillerie \
         concession concessionnaire carrosserie plomberie haras centre_equestre pizzeria creperie glacier \
         epicerie_fine superette intermarche super_u transporteur armement confiserie nougaterie minoterie \
         boulangerie_patisserie drive_fermier fruitiere abattoir salaisons charcuterie poissonnerie tonnellerie \
         briqueterie tuilerie ardoisiere cartonnerie maroquinerie cordonnerie bijouterie horlogerie ebenisterie \
         serrurerie metallerie charpente atelier_de_confection hotel_restaurant bistrot cabaret taxi vignoble \
         fabrique chausseur fabricant equipementier marque criee caves_cooperatives constructeur multiplexe fripe \
         friperie boulangerie_solidaire hotel_des_thermes thermes casino cooperative_viticole cave_des_vignerons \
         cooperative_laitiere entreprise_de_transport societe_de_transport bureau_d'_etudes cabinet_d'_architectes \
         studio imprimeur caviste primeur epicier maraichers hypermarches moulins chocolatier biscuitier \
         conserverie_artisanale couvreurs pepinieriste transporteurs cabinet_veterinaire cabinet_infirmier \
         centre_de_lavage station_service caserne_de_loisirs parc_de_loisirs karting bowling salle_de_sport \
         club_de_fitness salon_d'_esthetique institut_de_beaute bailleur bailleur_social raffinerie papetiers \
         grande_surface compagnie_de_transport compagnie_aerienne negociant grossiste armateur \
         conserveur hotelier_restaurateur regie_de_transport \
         loueur brasseur torrefacteur cafe_restaurant cafe_librairie bar_restaurant bar_tabac \
         bar cafe_theatre cafe_concert cafe_boulangerie restaurant_traiteur hotel_spa salon_de_toilettage toiletteur \
         animalerie lunetier lunetterie vignerons_independants \
         brasserie_artisanale studio_de_danse salle_d'_escalade magasin_de_jouets magasin_de_surgeles recycleur \
         ferrailleur demenageur demenageurs autocariste loueur_de_velos loueur_de_skis moulinier meunier huilier \
         fabricant_de_meubles bailleurs constructeur_automobile equipementier_automobile \
         grainetier grainetterie cooperative_maritime armement_de_peche \
         armurerie poterie miellerie brulerie torrefaction chai cave_a_vin \
         chevrerie bergerie porcherie ranch scierie_artisanale menuiserie_artisanale \
         marbrerie sellerie vannerie ferronnerie fonderie_d'_art tissages filatures \
         blanchisserie_industrielle lavoir_automatique station_de_ski station_thermale base_nautique \
         chantier_de_reparation_navale magasin_de_velos \
         magasin_de_sport magasin_de_bricolage magasin_de_meubles magasin_bio supermarche_cooperatif \
         marche_d'_interet_national halle_aux_grains depot_vente salon_de_the \
         ecole_de_surf ecole_de_ski ecole_de_voile_privee agence_de_voyages agence_d'_interim \
         agence_de_communication imprimerie_solidaire cabinet_comptable cabinet_d'_avocats etude_notariale \
         maison_d'_edition studio_graphique studio_photo studio_d'_enregistrement discotheque \
         guinguette food_truck cirque compagnie_de_taxis compagnie_de_bateaux compagnie_maritime \
         armateurs bateau_ecole pompes_funebres centre_d'_appels \
         plateforme_logistique entrepot_logistique centre_equestre_prive poney_ranch domaine_viticole \
         domaine_skiable maison_de_champagne maison_de_cognac groupe_de_presse cimenterie acierie \
         papeteries verreries plasturgiste mecanique_de_precision chaudronnerie \
         tolerie electricite_generale couverture_zinguerie entreprise_agricole etablissements ets",
    ),
    ((4, Naming::Within), "fondation fonds_de_dotation fondations"),
    (
        (5, Naming::Nobody),
        "fleuriste menuisier traiteuse pharmacien pharmacienne cuisinier cuisiniere eleveur eleveuse vigneron \
         vigneronne pecheur medecin institutrice instituteur professeure coiffeuse coiffeur apiculteur apicultrice \
         veterinaire mecanicien couple voisine voisin habitante habitant retrait^ couturiere \
         couturier boulangere boulanger agriculteur agricultrice docteur particulier etudiante etudiant infirmiere \
         infirmier riveraine riverain commercant commercante artisan artiste maraicher maraichere enseignante \
         enseignant jeune_femme jeune_homme mere_de_famille pere_de_famille lyceen lyceenne ancien_mineur \
         restaurateur restauratrice potiere potier faiencier faienciere luthier ebeniste forgeron ferronnier \
         tapissier tapissiere styliste modiste costumiere costumier maroquinier cordonnier cordonniere bijoutier \
         horloger sculpteur sculptrice peintre photographe musicien musicienne pianiste conteur conteuse comedien \
         comedienne ecrivain chef_cuisinier cheffe_cuisiniere patissier patissiere charcutier boucher poissonnier \
         hotelier aubergiste berger bergere ostreiculteur viticulteur viticultrice producteur productrice \
         paysagiste jardinier jardiniere informaticien informaticienne ingenieur ingenieure collegien \
         collegienne sage_femme kinesitherapeute dentiste opticien opticienne notaire avocate avocat chauffeur \
         facteur factrice puericultrice assistante_maternelle aide_soignante auxiliaire_de_vie grand_mere grand_pere \
         particuliere plombier electricien garagiste brodeuse tricoteuse dentelliere tailleur tatoueur graphiste \
         illustratrice illustrateur libraire bibliothecaire institutrice_retraitee voisine_du_dessus routier \
         marin_pecheur maman papa adolescent adolescente retraite_de_l'_enseignement quinquagenaire sexagenaire \
         octogenaire",
    ),
    (
        (6, Naming::Within),
        "centre_de_sante centre_de_vaccination maison_de_sante chu sapeurs_pompiers gendarmerie agence_regionale \
         lycee_agricole lycee_hotelier maison_familiale institut ecole_de_musique ludotheque parc_naturel \
         residence_autonomie conseil_des_jeunes conseil_municipal_des_jeunes campus faculte cfa greta syndicat_mixte \
         regiment base_aerienne cantine cuisine_centrale ccas cias departement conseil_departemental region \
         conseil_regional metropole communaute_d'_agglomeration communaute_de_communes communaute_urbaine \
         agglomeration agglo intercommunalite lycee lycee_professionnel college ecole ecole_d'_ingenieurs universite \
         iut hopital centre_hospitalier mediatheque bibliotheque musee espace_france_services france_services \
         maison_france_services chambre_d'_agriculture chambre_de_commerce chambre_des_metiers caf cpam ehpad \
         maison_de_retraite sdis caserne parc_des_expositions office_de_tourisme conservatoire piscine creche \
         syndicat crous regie_des_eaux regie_de_l'_eau regie_des_transports regie_des_trams regie \
         etablissement_penitentiaire centre_penitentiaire prison maison_d'_arret etablissement_francais_du_sang efs \
         samu pghm rsma gendarmes pompiers centre_de_secours service_des_eaux office_public office_hlm archives pmi \
         groupe_scolaire ecole_hoteliere internat halte_garderie micro_creche relais_petite_enfance \
         maison_de_l'_emploi france_travail pole_emploi tribunal conseil_citoyen comite_departemental pays_d'_art \
         centre_de_gestion protection_judiciaire chambre_de_metiers maison_departementale point_d'_acces_au_droit \
         maison_de_la_justice grande_ecole ecole_elementaire ecole_maternelle ecole_primaire ecole_des_beaux_arts \
         ecole_de_danse centre_aere accueil_de_loisirs centre_communal_d'_action_sociale \
         centre_intercommunal_d'_action_sociale espace_numerique maison_des_solidarites service_social \
         service_departemental_d'_incendie caisse_d'_allocations_familiales parc_national onf \
         direction_departementale rectorat academie douane marine_nationale cci cma msa dispensaire maison_medicale \
         caisse_des_ecoles centre_de_formation maternite hospice halte_garderie_municipale \
         presidence_de_l'_universite bibliotheque_universitaire centre_de_loisirs_municipal centre_d'_hebergement \
         centre_d'_accueil maison_des_aines maison_de_l'_enfance maison_de_la_petite_enfance \
         relais_d'_assistantes_maternelles college_prive lycee_prive ecole_privee institut_medico_educatif \
         foyer_de_vie foyer_logement residence_seniors base_de_loisirs syndicat_des_eaux syndicat_intercommunal \
         pole_d'_equilibre parc_naturel_regional conservatoire_regional ecole_de_conduite ecole_nationale \
         ecole_d'_infirmieres ifsi centre_de_tri hopital_de_jour centre_psychiatrique service_d'_aide_a_domicile \
         centre_nautique office_national grand_port centre_d'_apprentis cite_des_metiers",
    ),
    (
        (7, Naming::Within),
        "theatre residence salle_des_fetes zoo aquarium parc_zoologique jardin_botanique cite_scolaire \
         maison_des_lyceens capitainerie",
    ),
];
