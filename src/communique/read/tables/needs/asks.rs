//! The words that ask for something.

use super::Asks;

/// The asking words.
pub(in crate::communique::read) const ASKS: &[(Asks, &str)] = &[
    (
        Asks::Before,
        "a_la_recherche_de a_la_recherche_d' a_la_recherche_du a_la_recherche_des serait_heureux_de_recevoir \
         seraient_heureux_de_recevoir appel_aux appel_a appel_pour appelle_aux appelle_a appellent_aux appellent_a \
         en_appelle_a en_appelle_aux reclam~ doubler_le_nombre_de augmenter_le_nombre_de attend_vos \
         attendent_vos attendons_vos attend_des attendent_des accept~ \
         recherch~ cherch~ cherchait demand~ sollicit~ quemand~ besoin besoins manque_de_tout_et_surtout faute_de \
         attend_toujours attendent_toujours merci_d'_apporter merci_de_deposer merci_de_donner merci_de_preter \
         merci_d'_amener serai*_heureu*_d'_accueillir serai*_heureu*_d'_avoir serai*_heureu*_de_trouver \
         serai*_heureu*_de_compter serai*_ravi*_d'_accueillir serai*_ravi*_d'_avoir serai*_ravi*_de_trouver \
         serai*_content*_d'_avoir serai*_content*_de_trouver aurai*_bien_besoin_d' aurai*_bien_besoin_de \
         aurai*_grand_besoin_d' aurai*_grand_besoin_de aurai*_besoin_d' aurai*_besoin_de n'_attend*_plus_qu' \
         n'_attend*_plus_que ne_lui_manque_que ne_lui_manque_qu' est_ouvert_aux_dons_de avis_aux preneur_de \
         preneuse_de preneurs_de preneuses_de preneur_d' preneurs_d' en_manque_de \
         en_manque_d' a_court_de a_court_d' en_quete_de en_quete_d' en_penurie_de penurie_de souhait~_trouver \
         souhait~_recevoir souhait~_recuperer souhait~_acquerir souhait~_obtenir souhait~_s'_equiper_de \
         souhait~_disposer_de voudr*_trouver voudr*_recevoir voudr*_recuperer voudr*_acquerir voudr*_obtenir \
         voudr*_s'_equiper_de voudr*_acheter aimer*_trouver aimer*_recevoir aimer*_recuperer aimer*_acquerir \
         aimer*_acheter esper~_trouver esper~_recevoir esper~_recuperer lui_faut leur_faut nous_faut lui_faudrait \
         leur_faudrait nous_faudrait lui_faudra leur_faudra nous_faudra faudrait_encore faut_encore il_faudrait \
         lui_manque leur_manque nous_manque lui_manquent leur_manquent nous_manquent il_manque il_manquait \
         il_manque_encore manque_encore manquent_encore manque_toujours manquent_toujours ne_manque_que \
         ne_manquent_que ne_manque_plus_que ne_manquent_plus_que manque_plus_que manquent_plus_que apportez deposez \
         donnez envoyez pretez offrez fournissez ramenez amenez peut_apporter peut_encore_apporter peuvent_apporter \
         pouvez_apporter pouvez_encore_apporter peut_deposer peut_encore_deposer peuvent_deposer pouvez_deposer \
         pouvez_encore_deposer peut_donner peut_encore_donner pouvez_donner pouvez_encore_donner peut_offrir \
         pouvez_offrir pouvez_preter peuvent_preter peut_preter apporter_vos deposer_vos donner_vos \
         accueill~_volontiers recoit_volontiers recevrait_volontiers recevraient_volontiers prendr*_volontiers \
         prend_volontiers prennent_volontiers serait_preneur seraient_preneurs compte_sur_vous_pour \
         comptent_sur_vous_pour compte_sur_vos comptent_sur_vos l'_utilite_de l'_utilite_d' l'_usage_de l'_usage_d' \
         prend_encore prennent_encore prend_toujours prennent_toujours prend_vos prennent_vos prenons_vos \
         prend_tout_ce_qui_est prennent_tout_ce_qui_est reprend_vos reprennent_vos accueille_vos recoit_vos \
         recoivent_vos recevons_vos reste_a_trouver restent_a_trouver restait_a_trouver reste_a_reunir \
         restent_a_reunir reste_a_denicher restent_a_denicher reste_a_collecter restent_a_collecter apporte_encore \
         apportent_encore nous_apporte nous_apportent ne_refuse_pas ne_refusent_pas ne_refuserait_pas \
         ne_refuseraient_pas ne_dirait_pas_non_a ne_diraient_pas_non_a ne_dit_pas_non_a ne_disent_pas_non_a \
         ne_dit_jamais_non_a achete*_volontiers echange*_volontiers serait_heureuse_de_recevoir \
         seraient_heureuses_de_recevoir serait_ravi*_de_recevoir seraient_ravi*_de_recevoir \
         serions_heureux_de_recevoir ce_serait_mieux_avec iraient_mieux_avec irait_mieux_avec invites_a_donner \
         invitees_a_donner invites_a_apporter invitees_a_apporter invites_a_deposer invitees_a_deposer \
         invite_a_deposer invite_a_apporter invite_a_donner invitent_a_deposer invitent_a_apporter invitent_a_donner \
         rapportez ce_qui_manque ce_qui_manque_encore ce_qui_manque_le_plus vous_manque vous_manque_t_il \
         que_manque_t_il manque_t_il ce_qu'_il_manque ce_qu'_il_leur_manque ce_qu'_il_nous_manque ce_qu'_il_faut \
         ce_qu'_il_leur_faut ce_qu'_il_nous_faut qu'_il_faudrait merci_de_rapporter merci_d'_envoyer \
         merci_de_remettre pensez_a_apporter n'_a_plus_ni n'_ont_plus_ni n'_avons_plus_ni est_preneuse est_preneur \
         sont_preneurs sont_preneuses seraient_preneuses serait_preneuse passe_une_annonce_pour \
         passent_une_annonce_pour en_appel_de lance_un_sos recherchons cherchons desespere_de_trouver \
         peine_a_trouver \
         peinent_a_trouver apportez_vos deposez_vos donnez_vos souhaite_acheter souhaitent_acheter \
         attend_avec_impatience attendent_avec_impatience a_hate_de_recevoir aurait_l'_utilite auraient_l'_utilite \
         aurait_l'_usage auraient_l'_usage l'_emploi_d' se_contenterait_d' se_contenteraient_d' reve_d' revent_d' \
         reverait_d' reveraient_d' est_en_attente_de sont_en_attente_de liste_des_besoins besoins_du_moment \
         sont_demandes_: sont_demandees_: sont_recherches_: sont_recherchees_: sont_attendus_: sont_attendues_: \
         sont_acceptes_: sont_acceptees_: sont_les_bienvenus_: sont_les_bienvenues_: sont_bienvenus_: \
         sont_bienvenues_: recherches_: bienvenus_: demandes_: attendus_: \
         invite_les_habitants_a_preter invite_a_preter invitent_a_preter invites_a_preter invitees_a_preter \
         invite_les_habitants_a_donner invite_les_habitants_a_apporter invite_les_habitants_a_deposer \
         invite_chacun_a_apporter invite_chacun_a_donner invite_chacun_a_deposer invite_chacun_a_preter \
         feraient_defaut ferait_defaut \
         dit_oui_a dit_oui_aux disent_oui_a disent_oui_aux compte_sur_de_nouveaux comptent_sur_de_nouveaux \
         compte_sur_de_nouvelles comptent_sur_de_nouvelles compte_sur_des comptent_sur_des son_reve_: \
         leur_reve_: notre_reve_: son_souhait_: leur_souhait_: notre_souhait_: son_voeu_: leur_voeu_: \
         aider_en_apportant aider_en_donnant aider_en_pretant aider_en_deposant aider_en_offrant \
         participer_en_apportant participer_en_donnant contribuer_en_apportant contribuer_en_donnant \
         contribuer_en_deposant pour_l'_aider_: pour_les_aider_: pour_aider_: pour_nous_aider_: \
         pour_participer_: pour_contribuer_: qu'_on_lui_prete qu'_on_lui_donne qu'_on_leur_prete \
         qu'_on_leur_donne qu'_on_lui_confie qu'_on_leur_confie qu'_on_lui_apporte qu'_on_leur_apporte \
         qu'_on_lui_fournisse qu'_on_lui_cede qu'_on_leur_cede qu'_on_lui_offre qu'_on_leur_offre \
         que_l'_on_lui_prete que_l'_on_lui_donne est_interesse_par est_interessee_par sont_interesses_par \
         sont_interessees_par accueille_les_dons_de accueillent_les_dons_de recoit_les_dons_de \
         recoivent_les_dons_de prend_les_dons_de recueille_les_dons_de recueillent_les_dons_de \
         collecte_les_dons_de collectent_les_dons_de cherche_a_louer cherchent_a_louer cherche_a_acheter \
         cherchent_a_acheter cherche_a_acquerir cherchent_a_acquerir cherche_a_emprunter \
         cherchent_a_emprunter cherche_a_trouver cherchent_a_trouver cherche_a_recuperer \
         cherchent_a_recuperer cherche_a_se_procurer cherchent_a_se_procurer ce_qu'_elle_attend \
         ce_qu'_ils_attendent ce_qu'_il_attend ce_qu'_elles_attendent ce_qu'_on_attend ce_qu'_elle_cherche \
         ce_qu'_ils_cherchent ce_qu'_elles_cherchent ce_qu'_il_cherche ce_qu'_elle_recherche \
         ce_qu'_ils_recherchent ce_qui_lui_manque ce_qui_leur_manque ce_qui_nous_manque n'_a_presque_plus_de \
         n'_ont_presque_plus_de n'_a_plus_assez_de n'_ont_plus_assez_de n'_a_pas_assez_de n'_ont_pas_assez_de \
         n'_a_presque_plus_d' n'_a_plus_assez_d' n'_ont_plus_assez_d' n'_a_pas_assez_d' \
         il_n'_y_a_plus_assez_de il_n'_y_a_presque_plus_de serait_reconnaissante_de_recevoir \
         souhaiterait_trouver souhaiterait_recevoir souhaiterait_recuperer \
         souhaiterait_acquerir souhaiteraient_trouver souhaiteraient_recevoir souhaiteraient_acquerir \
         a_grand_besoin_de ont_grand_besoin_de a_grand_besoin_d' \
         a_un_besoin_urgent_de ont_un_besoin_urgent_de est_demandeuse_de est_demandeur_de sont_demandeurs_de \
         sont_demandeuses_de prendrait_bien prendraient_bien recevrait_bien recupererait_bien \
         recupereraient_bien ferait_bon_usage_de feraient_bon_usage_de ferait_bon_usage_d' \
         saurait_quoi_faire_de sauraient_quoi_faire_de saura_quoi_faire_de \
          \
         voudr*|aimer*|souhait~|esper~_avoir|louer|emprunter|denicher|obtenir|acquerir|acheter|trouver|recevoir|recuperer \
         voudr*|aimer*|souhait~|esper~_disposer|beneficier_de|d' voudr*|aimer*|souhait~|esper~_s'_equiper_de|d' \
         voudr*|aimer*|souhait~|esper~_se|s'_procurer|offrir|acheter \
         voudr*|aimer*|souhait~|esper~_compter_sur \
         merci_de_nous|lui|leur_apporter|preter|donner|deposer|envoyer|confier|fournir|ceder \
         peut|peuvent|pouvez_nous|lui|leur_apporter|preter|donner|deposer|envoyer|confier|fournir|ceder \
         n'_hesitez_pas_a_apporter|deposer|donner|preter|offrir|envoyer|fournir|proposer \
         n'_attend*_que|qu' manqu~_a_l'_appel_: par_pitie aider_en_confiant|cedant \
         appel_au_pret_de|d' fai*|font|faisons_appel_a|aux \
         serions_heureu*|ravi*|content*_de|d'_recevoir|avoir|accueillir|trouver \
         redemand~ accueill~_avec_plaisir|joie|bonheur|gratitude \
         recoi*|recevr*|prendr*|accept*_avec_plaisir|joie|bonheur|gratitude ne_refus*_aucun|aucune \
         appel_est_lance_a|aux appel_a_ete_lance_a|aux \
         est|sont|reste|restent_demande+|recherche+|attendu+|souhaite+|necessaire+|bienvenu+_de|d'|des|du|les|un|une \
         au_bout_de|d'_son|ses|leur|leurs|nos|notre_stock|stocks|reserve|reserves_de|d'",
    ),
    (
        Asks::Direct,
        "voudrait voudraient aimerait aimeraient souhaite souhaitent souhaiterait souhaiteraient attend attendent \
         attendons il_faut reclame_encore espere esperent collecte_toujours \
         voudrions aimerions souhaitons esperons souhaiterions desir~ \
        ",
    ),
    (
        Asks::Collects,
        "collecte collectent collecter collectons recueill* rassemble rassemblent recuper~ ramasse ramassent regroupe \
         regroupent collecte_de collecte_d' collecte_du collecte_des collecte_les recupere_les ramasse_les \
         recoit_les \
         recoivent_les recevons_les recoit_des recoivent_des reprend_les reprennent_les prend_les prennent_les \
         recycle_les",
    ),
    (
        Asks::Lack,
        "manque manquent manquait manquaient manquons manquerait manqueraient",
    ),
    (
        Asks::Known,
        "vous_avez_un vous_avez_une vous_avez_des vous_avez_du vous_avez_encore si_vous_avez_un si_vous_avez_une \
         si_vous_avez_des si_vous_avez_du si_vous_en_avez avez_vous avez_vous_un avez_vous_une avez_vous_des \
         auriez_vous vous_auriez vous_possedez vous_disposez_d' vous_disposez_de si_vous_disposez qui_aurait \
         qui_a_un \
         qui_a_une qui_a_des qui_pourrait_preter qui_peut_preter qui_peut_donner videz_vos ouvrez_vos sortez_vos \
         faites_le_tri_de faites_le_tri_dans le_tri_dans_vos vide~_vos_placards qui_dispose_d' qui_dispose_de \
         qui_possede_un qui_possede_une qui_possede_des qui_detient_un \
         ceux_qui_ont_un ceux_qui_ont_une ceux_qui_ont_des celles_et_ceux_qui_ont si_quelqu'_un_a \
         si_quelqu'_un_avait \
         prete+_a_donner vos_anciens vos_anciennes vos_vieux vos_vieilles vos_surplus vos_restes_de vos_chutes_de \
         ne_jetez_pas_vos ne_jetez_plus_vos gardez_vos gardez_nous pensez_a_vos recevrait recevraient \
         souhaite_offrir \
         souhaitent_offrir souhaite_donner souhaitent_donner souhaite_preter souhaitent_preter souhaite_deposer \
         souhaitent_deposer souhaitez_donner souhaitez_offrir souhaitez_preter souhaitez_deposer veut_donner \
         veulent_donner veulent_offrir voulez_donner voulez_offrir voulez_preter peut_confier peuvent_confier \
         pouvez_confier proposer_un_lit proposer_un_logement proposer_une_chambre proposer_un_hebergement \
         proposer_un_vehicule debarrasser_de_vos donner_une_seconde_vie_a \
         elle_n'_a_plus_de il_n'_a_plus_de si_vous_possedez si_vous_disposez_d' si_vous_disposez_de \
          \
         les|toute|toutes_personnes|personne|habitants|particuliers|proprietaires|familles|voisins|riverains_disposant|possedant_de|d'|un|une|des|du \
         celles|ceux_disposant|possedant_de|d'|un|une|des|du \
         qui_disposent|possedent|detiennent_d'|de|un|une|des|du ceux|celles_qui_ont|auraient_un|une|des|du|de \
         vous_reste_t_il il_vous_reste qu'_il_vous_reste reste_t_il possedez_vous disposez_vous \
         n'_a|ont|avons_plus_de|d' en_rupture_de|d' priorite|priorites|urgence|urgences|souhait|voeu|requete_: \
         qui_auraient|aurait|auriez|possederaient|possederait|detiendraient_un|une|des|du|de|d' \
         n'_a|ont|avons_plus_un|une_seul|seule|seuls plus|pas_assez_de|d' \
         peut|peuvent|pouvez_adresser|envoyer|verser|remettre|confier|proposer \
         fouillez|ouvrez|videz|retournez_vos|votre",
    ),
    (
        Asks::People,
        "invite invitent invitons invites_a invitees_a convie convient convions est_ouvert_a_tous_les \
         ouvert_aux_nouveaux ouverte_aux_nouveaux",
    ),
    (
        Asks::Helpers,
        "voudr*|aimer*|souhait~|esper~|reve|revent_de|d'|pouvoir_accueillir|integrer|former|attirer voudr*|aimer*|souhait~|esper~_accueillir|integrer|former|attirer voudr*|aimer*|souhait~_s'_entourer|adjoindre voudr*|aimer*|souhait~_voir_arriver \
         est|sont_pret*_a_accueillir|former pourrai*_accueillir|integrer",
    ),
    (
        Asks::More,
        "en_attend_d'_autres en_attendent_d'_autres en_attend_encore en_attendent_encore en_voudrait en_voudraient \
         en_aimerait en_aimeraient en_souhaite en_souhaitent en_cherche en_cherchent en_recherche en_recherchent \
         en_faudrait en_faut en_faut_encore en_faudra en_faudrait_encore en_manque en_manque_encore en_demande \
         en_demandent en_reclame en_reclament en_accepte_d'_autres d'_autres_sont_attendu+ d'_autres_sont_attendues \
         d'_autres_seraient d'_autres_sont_les d'_autres_sont_bienvenu* en_reste_a_trouver en_restent_a_trouver \
         les_votres apporter_les_siens deposer_les_siens donner_les_siens apporter_les_siennes deposer_les_siennes \
         preter_le_sien preter_les_siens le_votre la_votre en_accueillerait_d'_autres en_prendrait \
         en_prendraient qui_en_possede qui_en_possede_un qui_en_possede_une qui_en_a_un \
         qui_en_a_une qui_en_aurait_un qui_en_aurait_une reprend_ceux reprend_celles reprennent_ceux \
         reprennent_celles prend_ceux prend_celles accepte_ceux accepte_celles acceptent_ceux acceptent_celles \
         recupere_ceux recupere_celles recuperent_ceux recuperent_celles de_plus_serait de_plus_seraient \
         de_plus_sont_attendu* supplementaires_sont_attendu* supplementaires_seraient \
         vous_en_avez vous_en_avez_un vous_en_avez_une la_reprend_volontiers le_reprend_volontiers \
         les_reprend_volontiers les_reprennent_volontiers les_prend_volontiers les_accepte_volontiers \
         vous_en_possedez vous_en_possedez_un vous_en_possedez_une \
          \
         voudr*|aimer*|souhait~|esper~_en_recevoir|recuperer|trouver|acquerir|acheter|avoir|obtenir|emprunter|louer|accueillir cherche|cherchent|cherchons_a_en_recevoir|recuperer|trouver|acquerir|acheter|avoir|obtenir|emprunter|louer|accueillir \
         en_cherchons|recherchons|voudrions|aimerions|attendons|manquons|acceptons|prenons|demandons|reclamons \
         en_attend en_attendent si_vous_en_trouvez|possedez|connaissez on_prend_! on_prend_tout nous_prenons_! \
         on_est_preneu* d'_autres_restent|manquent|peuvent qui_en_ont|aurait|auraient \
         peut|peuvent|pouvez_en_apporter|deposer|donner|preter|ceder|confier \
         n'_en_a|ont|avons_plus_assez|pas_assez|presque_plus appel_a_qui pourrai*_en_preter|donner|ceder \
         pourrai*_leur|lui|nous_en_preter|donner|ceder|fournir|offrir \
         qu'_on_lui|leur|nous_en_prete|donne|cede|fournisse|offre|apporte|confie \
         de_plus|supplementaires_soulager*|aider*|suffir*|permettr*|ferai*|rendrai*|seraient \
         fouillez_vos_tiroirs|placards ouvrez_vos_tiroirs|placards en_prete|preterait|preteraient_une|un",
    ),
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
         collecte_de_fonds collecte_d'_argent tirelire les_dons_en_argent dons_en_argent les_dons_financiers \
         vos_offrandes vos_dons_financiers vit_de_vos vivent_de_vos vit_de_dons soutenez_financierement \
         soutenir_financierement soutien_financier tout_don_compte chaque_euro_compte chaque_euro reste_a_financer \
         une_collecte_en_ligne collecte_en_ligne appel_de_fonds appel_a_fonds lance_une_souscription \
         ouvre_une_souscription a_ouvert_une_souscription leve_des_fonds lever_des_fonds parrainez parrainer_un \
         envoyer_son_obole envoyer_leur_obole adresser_un_don adressez_un_don adressez_vos_dons cheques_a_l'_ordre \
         cheque_a_l'_ordre cheques_au_nom cheque_au_nom accepte_les_dons accepte_les_dons_de \
         accepte_les_dons_d' acceptent_les_dons \
         acceptent_les_dons_de acceptent_les_dons_d' dons_sur dons_par_cheque dons_par_virement dons_possibles_sur \
         cagnotte_est_ouverte cagnotte_a_ete_ouverte caisse_de_solidarite caisse_d'_entraide \
         souscription_est_ouverte \
         souscription_a_ete_ouverte \
         dons_financiers_sont appel_aux_dons_financiers pour_faire|verser|adresser_un_don \
         verser|versez_un|votre_don|obole collecte_de_dons_en_ligne alimenter|abonder_la_cagnotte \
         participer_a_la_cagnotte \
         participer_aux_frais|travaux tout_don|geste toute_contribution|participation|obole y_verse_ce_qu* \
         de_quoi_payer|financer|acheter|regler contribution|participation|aide_meme_modeste \
         les_dons_financiers|d'_argent",
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
         sont_necessaires est_necessaire sont_attendus sont_attendues est_attendu est_attendue est_espere \
         est_souhaite sont_sollicites sont_sollicitees \
         peuvent_etre_deposes peuvent_etre_deposees peuvent_etre_apportes peuvent_etre_apportees peuvent_etre_remis \
         peut_etre_depose peut_etre_deposee sont_a_deposer sont_a_apporter a_deposer a_apporter a_donner_a \
         seraient_precieux serai*_necessaire* serai*_un_plus nous_aiderait nous_aideraient les_aiderait \
         les_aideraient l'_aiderait l'_aideraient s'_il_vous_plait svp s'_epuise s'_epuisent s'_amenuise \
         s'_amenuisent \
         vient_a_manquer s'_est_epuise est_epuise sont_epuises est_demande est_demandee serait_precieux \
         manquent_a_l'_appel manquent_cruellement se_font_rares sont_esperes \
         sont_esperees esperes esperees sont_souhaites sont_souhaitees rendrait_service rendraient_service rendrait \
         rendraient seraient_bien_utiles serait_bien_utile seraient_tres_utiles serait_tres_utile seraient_apprecie* \
         serait_apprecie* sont_apprecie* est_apprecie* attendus_avec_impatience attendues_avec_impatience \
         attendu_avec_impatience attendue_avec_impatience sont_toujours_attendus sont_toujours_attendues \
         ne_seraient_pas_de_trop ne_serait_pas_de_trop ne_sont_pas_de_trop a_rapporter a_remettre_a \
         peuvent_se_deposer peut_se_deposer sont_toujours_acceptes sont_toujours_acceptees \
         sont_toujours_les_bienvenus sont_toujours_les_bienvenues sont_toujours_bienvenus restent_bienvenus \
         restent_les_bienvenus restent_les_bienvenues restent_bienvenues reste_bienvenue reste_bienvenu \
         sont_toujours_recherches sont_toujours_recherchees est_toujours_recherche est_toujours_recherchee \
         trouveraient_preneur trouveront_preneur trouverait_preneur feraient_l'_affaire ferait_l'_affaire \
         seraient_d'_un_grand_secours serait_d'_un_grand_secours serait_d'_une_grande_aide \
         seraient_d'_une_grande_aide seraient_d'_un_grand_renfort viennent_a_manquer commence_a_manquer \
         commencent_a_manquer viendraient_a_point viendrait_a_point tomberaient_a_pic tomberait_a_pic \
         sont_indispensables seraient_indispensables seront_bien_employes seront_bien_employees \
         seraient_bien_employes est_a_deposer est_a_apporter sont_a_remettre peut_etre_apporte peut_etre_apportee \
         peut_etre_remis peuvent_etre_remises peuvent_etre_donnes peuvent_etre_donnees peuvent_etre_envoyes \
         peuvent_etre_envoyees peuvent_etre_adresses feraient_des_heureux ferait_des_heureux feraient_le_bonheur \
         ferait_le_bonheur manquent_toujours_a_l'_appel nous_seraient_utiles leur_seraient_utiles \
         lui_seraient_utiles \
         leur_serait_utile lui_serait_utile nous_serait_utile leur_seraient_precieux lui_seraient_precieux \
         seraient_precieuses serait_precieuse aideraient_beaucoup aiderait_beaucoup soulageraient soulagerait \
         a_deposer_en_mairie a_deposer_a_la_mairie leur_feraient_plaisir leur_ferait_plaisir lui_feraient_plaisir \
         lui_ferait_plaisir feraient_plaisir toujours_recherches toujours_recherchees toujours_bienvenues \
         toujours_acceptes toujours_acceptees recherche_en_priorite est_bonne_a_prendre est_bon_a_prendre \
         sont_bons_a_prendre sont_bonnes_a_prendre sont_egalement_recherches sont_egalement_recherchees \
         sont_aussi_recherches sont_aussi_recherchees sont_aussi_les_bienvenus sont_aussi_les_bienvenues \
         sont_egalement_les_bienvenus sont_egalement_les_bienvenues \
         restent_attendu+ reste_attendu+ restent_attendues restent_demandes restent_demandees reste_demande \
         reste_demandee restent_recherches restent_recherchees reste_recherche reste_recherchee \
         restent_necessaires reste_necessaire restent_souhaites restent_souhaitees \
         est_au_plus_bas sont_au_plus_bas est_a_sec est_presque_vide sont_presque_vides \
         ne_serai*_pas_superflu* ne_serai*_pas_inutile* ne_serai*_pas_de_refus ne_sont_pas_de_refus \
         n'_est_pas_de_refus l'_interessent les_interessent nous_interessent l'_interesse l'_interesserai* \
         les_interesserai* lui_permettrait_de leur_permettrait_de lui_permettraient_de leur_permettraient_de \
         nous_permettrait_de nous_permettraient_de lui_simplifierait lui_faciliterait leur_faciliterait \
         lui_faciliteraient changerait_la_vie changeraient_la_vie trouveront_leur_place trouverait_sa_place \
         seront_recus seront_recues seront_acceptes seront_acceptees sera_accepte sera_acceptee \
         peuvent_encore_etre_deposes peuvent_encore_etre_deposees peuvent_toujours_etre_deposes \
         peuvent_toujours_etre_deposees sont_collectes sont_collectees sont_recuperes sont_recuperees \
         sont_repris sont_reprises serai*_apprecie* serai*_bien_venu* serai*_d'_un_grand_secours \
         serai*_d'_une_aide_precieuse \
          \
         est|sont|sera|seront|serai*_bienvenu+|attendu+|recherche+|souhaite+|espere+|sollicite+|apprecie+|necessaire+|indispensable+|utile+|precieu* \
         ferai*_grand_bien|plaisir|defaut|merveille|le_bonheur tomberai*_bien tomberai*_a_point|pic \
         trouverai*|trouvera|trouveront_preneur trouverai*|trouvera|trouveront_leur|sa|bonne_place \
         peut|peuvent|pourra|pourront_etre_depose+|apporte+|remis|remise+|donne+|envoye+|adresse+|confie+|prete+|laisse+|rapporte+|verse+ \
         se_depose|deposent a_laisser|envoyer|adresser|confier_a|au|en|chez lui|leur|nous_suffirai* \
         sont|seront|serai*_bien|volontiers_accueilli+|recu+|recue+ en_trop|double_? dorm~_dans|au \
         au_fond_d'|de|des|du_un|vos|votre|tiroirs|placards|armoires|garages|greniers \
         dans|de_vos|votre_placards|tiroirs|armoires|armoire|grenier|greniers|garage|cave c'_est_ce_qui_manque \
         se_rarefi~ s'_est_tari est_tarie \
         attendus attendues tout_se_prend on_prend|recupere|accepte_tout_!|.|, qu'_il_lui|leur|nous_faut|manque|faudrait \
         bien_accueilli+ reste|restent_a_trouver commenc~_a_faire_defaut peut|peuvent_etre_mis|mise+_de_cote",
    ),
    (
        Asks::Hands,
        "rejoindre_ses_equipes rejoindre_ses_rangs rejoindre_leurs_equipes rejoindre_nos_equipes rejoindre_nos_rangs \
         rejoindre_l'_equipe rejoindre_les_benevoles venir_aider venir_preter recrutent_benevoles rejoignez_nous \
         rejoignez venez_aider venez_preter prete*_main_forte_vous_aussi avis_aux_amateurs renforts_recherches \
         aide_bienvenue toute_aide renfort_bienvenu renforts_bienvenus bras_bienvenus \
         attend_d'_autres_bras appel_aux_benevoles appel_aux_volontaires appel_a_volontaires appel_a_benevoles \
         appel_a_volontariat appel_aux_bras appel_a_bras venez_nombreux manque_de_bras manquent_de_bras \
         bienvenue_pour attendent_une_visite prete*_a_heberger prets_a_heberger devenir_benevole devenez_benevole \
         devenir_parrain inscription_des_volontaires inscriptions_des_volontaires inscription_des_benevoles \
         inscriptions_des_benevoles inscription_comme_benevole peuvent_encore_s'_inscrire_comme_benevole \
         volontaires_peuvent_s'_inscrire benevoles_peuvent_s'_inscrire volontaires_peuvent_se_presenter \
         volontaires_sont_invites benevoles_sont_invites donner_un_coup_de_main donnez_un_coup_de_main \
         un_coup_de_main_? besoin_de_vous besoin_de_renfort besoin_de_bras volontaires_peuvent_se_signaler \
         volontaires_peuvent_appeler benevoles_peuvent_se_signaler qui_veut_aider envie_d'_aider recrut~ \
         invites_a_rejoindre invitees_a_rejoindre invites_a_participer invites_a_se_signaler invitees_a_se_signaler \
         invites_a_se_manifester peuvent_rejoindre peuvent_se_joindre peuvent_preter_main_forte soyez_des_notres \
         venez_a_plusieurs venez_en_nombre venez_renforcer venez_grossir agrandi~_l'_equipe etoff~_l'_equipe \
         etoff~_son_equipe etoff~_ses_equipes etoff~_ses_rangs etoff~_leurs_rangs renforc~_l'_equipe \
         renforc~_ses_rangs renforc~_son_equipe renforc~_ses_equipes grossir_les_rangs grossir_l'_equipe \
         sont_incompletes est_incomplete equipe_incomplete equipes_incompletes rejoindre_le_groupe \
         rejoindre_la_chaine rejoindre_les_rangs rejoindre_leurs_rangs rejoindre_le_collectif rejoindre_la_brigade \
         inscrivez_vous_comme_benevole vous_avez_du_temps vous_avez_un_peu_de_temps vous_avez_une_heure \
         vous_avez_deux_heures vous_avez_quelques_heures vous_avez_un_quart_d'_heure vous_avez_une_demi_heure \
         vous_avez_une_matinee vous_avez_un_moment vous_avez_un_apres_midi vous_avez_une_apres_midi \
         vous_avez_une_demi_journee vous_avez_une_journee si_vous_avez_du_temps si_vous_avez_un_peu_de_temps \
         si_vous_avez_une_heure si_vous_avez_deux_heures si_vous_avez_quelques_heures si_vous_avez_un_moment \
         si_vous_avez_une_matinee si_vous_disposez_de_temps une_heure_devant_vous une_heure_a_donner \
         deux_heures_a_donner quelques_heures_a_donner du_temps_a_donner un_peu_de_temps_a_donner temps_libre \
         donnez_de_votre_temps donner_de_votre_temps donner_de_son_temps donner_un_peu_de_temps \
         donner_un_peu_de_son_temps offrir_de_votre_temps offrir_un_peu_de_temps consacrer_un_peu_de_temps \
         consacrer_une_heure envie_de_nous_rejoindre envie_de_participer envie_de_rejoindre envie_d'_en_etre \
         envie_de_donner vous_voulez_aider vous_voulez_participer vous_souhaitez_aider vous_souhaitez_participer \
         tous_les_bras toutes_les_bonnes_volontes appel_aux_bonnes_volontes avis_aux_bonnes_volontes \
         bonnes_volontes_bienvenues \
         bonnes_volontes_sont_les_bienvenues bonnes_volontes_sont_bienvenues toutes_les_mains \
         bonne_volonte_bienvenue manque_de_monde \
         manque_de_mains manquent_de_mains manquons_de_bras manquons_de_monde manque_de_volontaires en_sous_effectif \
         a_bout_de_bras_faute_de les_nouveaux_venus_sont les_nouveaux_sont_les_bienvenus nouvelles_recrues \
         on_recrute \
         on_embauche_des_benevoles toute_main toutes_mains aimeraient_etre_plus_nombreux \
         aimeraient_etre_plus_nombreuses aimerait_etre_plus_nombreux voudraient_etre_plus_nombreux \
         ne_sont_pas_assez_nombreux ne_sont_plus_assez_nombreux pas_assez_nombreux pas_assez_nombreuses \
         relais_bienvenus releve_bienvenue cherche_la_releve cherchent_la_releve cherchent_a_passer_la_main \
         appel_a_l'_aide appelle_a_l'_aide appellent_a_l'_aide appelle_a_la_rescousse coup_de_main_bienvenu \
         coups_de_main_bienvenus ouvert_a_tous_les_volontaires ouverte_a_tous_les_volontaires \
         benevoles_peuvent_se_faire_connaitre volontaires_peuvent_se_faire_connaitre bonnes_volontes_peuvent \
         bonnes_volontes_sont_invitees bonnes_volontes_sont_attendues embauche_des_benevoles \
         embauchent_des_benevoles besoin_qu'_on_la_relaie besoin_qu'_on_les_relaie besoin_qu'_on_le_relaie \
         besoin_d'_etre_relaye* besoin_d'_etre_seconde* besoin_d'_etre_epaule* cherche_a_agrandir_son_equipe \
         cherche_a_renforcer_son_equipe cherchent_a_renforcer_leur_equipe cherche_a_recruter \
         cherchent_a_recruter peine_a_recruter peinent_a_recruter peine_a_trouver_des_bras vous_savez_coudre \
         vous_savez_tricoter vous_savez_bricoler vous_savez_cuisiner si_vous_savez_coudre \
         si_vous_savez_tricoter si_vous_savez_bricoler si_vous_aimez_lire si_vous_aimez_bricoler \
         si_vous_aimez_cuisiner les_rejoindre_est_facile rejoindre_l'_aventure rejoindre_la_joyeuse_bande \
         venez_donner_un_coup_de_main venir_donner_un_coup_de_main un_coup_de_main_est un_coup_de_main_serait \
         volontaires_bienvenus benevoles_bienvenus volontaires_sont_attendus benevoles_sont_attendus \
         nouveaux_benevoles_sont volontaires_sont_les_bienvenus benevoles_sont_les_bienvenus \
         candidatures_de_benevoles \
         appel_au_benevolat|volontariat|renfort|renforts venez|venir_nous_aider|preter|rejoindre|epauler|renforcer \
         preter_main_forte_aux|a pouvez|voudrai*|souhait~_preter_main_forte \
         peut|peuvent|pouvez|voudrai*|souhait~_donner_un_coup_de_main \
         quelques_heures_a_offrir|partager|consacrer de_votre_temps \
         s'_inscrire|proposer_comme_benevole|volontaire inscrivez|proposez_vous_comme_benevole|volontaire \
         inscription|inscriptions_de|des|comme_benevoles|volontaires|benevole|volontaire \
         trop_peu_nombreu* \
         manquons|manqueraient|manquait|manquaient_de_bras|mains|monde|benevoles|volontaires venez_mettre_la_main \
         pour_devenir_benevole|parrain|marraine|volontaire \
         a_quiconque_possede|sait|peut|veut|dispose|voudra|souhaite|aime on|peut|pouvez|peuvent_s'_y_joindre \
         peut|peuvent|pouvez_se|vous_joindre_a|aux \
         heureu*|besoin|envie_d'_etre_relev*|relay*|second*|epaul*|aid*|rempla* \
         qui_veut|voudra|souhaite_participer|preter|donner_main|un|une qui_veut|voudra|souhaite_aider|participer \
         appel_a_la_releve pour_que_des_volontaires|benevoles souhait~|voudr*|aimer*_donner_un_coup_de_main",
    ),
    (
        Asks::Nothing,
        "a_fait_appel ont_fait_appel avait_fait_appel soit_fait_appel sans_faire_appel avoir_fait_appel ayant_fait_appel \
         s'_il_vous_en_manque s'_il_vous_manque si_vous_en_manquez vous_en_manque s'_il_en_manque au_besoin \
         si_besoin en_cas_de_besoin dans_le_besoin en_ont_besoin en_a_besoin en_avait_besoin \
         en_avaient_besoin en_aurait_besoin en_auraient_besoin ceux_dans_le_besoin selon_les_besoins \
         suivant_les_besoins repond_a_un_besoin repond_au_besoin repond_aux_besoins plus_besoin sans_besoin \
         recherche_et_developpement chercheurs recherche_d'_emploi recherche_scientifique demande_d'_asile \
         demande_d'_emploi ne_manque_pas ne_manquent_pas n'_en_manque_pas ne_manque_de_rien ne_cherche_pas \
         ne_demande_rien ne_demande_pas ne_recherche_pas n'_a_plus_besoin n'_ont_plus_besoin a_la_demande \
         a_leur_demande sur_demande qui_le_demandent qui_en_font_la_demande a_manque ont_manque avait_manque \
         demande_d'_attestation cherche_a cherchent_a cherchons_a rien_ne_manque vous_avez_besoin avez_vous_besoin \
         si_vous_avez_besoin ceux_qui_ont_besoin celles_qui_ont_besoin personnes_qui_ont_besoin \
         personnes_ayant_besoin familles_qui_ont_besoin n'_avons_plus_besoin n'_a_pas_besoin n'_ont_pas_besoin \
         n'_a_besoin_de_rien en_manque_la_moitie en_manque_un_tiers en_manque_le_tiers en_manque_un_quart \
         appel_a_projet appel_a_projets appel_a_candidatures appel_a_manifestation demande_d'_indemnisation \
         demande_de_reconnaissance demande_de_subvention demande_d'_acte demande_a_etre demandent_a_etre \
         recherche_des_causes recherche_de_personnes recherche_d'_un_corps bienvenue_a_tous bienvenue_aux \
         bienvenue_a_bord vous_avez_un_doute vous_avez_des_questions vous_avez_une_question vous_avez_une_idee \
         convient_de convient_a demande_se_fait demandes_de_reconnaissance vous_avez_un_projet \
         au_plus_pres_des_besoins besoins_essentiels selon_vos_besoins selon_leurs_besoins selon_ses_besoins \
         appel_telephonique appel_au_calme \
         sans_rien_demander n'_en_cherche_pas n'_en_cherchent_pas n'_en_recherche_pas n'_en_demande_pas \
         n'_en_veut_plus n'_en_veulent_plus inutile_d'_en_apporter inutile_d'_apporter inutile_de_deposer \
         inutile_de_donner n'_en_prend_plus n'_en_prennent_plus n'_en_faut_plus n'_en_faut_pas \
         ne_manque_plus_de ne_manquent_plus_de ne_prend_plus ne_prennent_plus n'_accepte_plus \
         n'_acceptent_plus ne_recherche_plus ne_recherchent_plus ne_cherche_plus ne_cherchent_plus \
         ne_demande_plus ne_demandent_plus \
         peuvent_demander peut_demander pouvez_demander pour_demander aucun_besoin pas_besoin \
         plus_aucun_besoin n'_a_besoin_ni n'_ont_besoin_ni besoins_sont_couverts besoins_sont_satisfaits \
         besoins_sont_combles besoins_sont_pourvus besoins_couverts besoins_ont_ete_couverts \
         demandent_l'_asile demande_l'_asile demandant_l'_asile demandeurs demandeur chercher_un_emploi \
         cherchent_un_emploi cherche_un_emploi cherchent_du_travail chercher_du_travail cherchent_un_logement \
         ne_demande_aucun* ne_demandent_aucun* sans_demander sans_contrepartie rien_a_demander \
         ne_manqu*_de_rien|personne ne_manqu*_ni n'_a|ont|avons|avez_besoin_de_rien|personne \
         n'_a|ont|avons_pas|plus|nullement|guere_besoin n'_en_a|ont|avons_pas|plus_besoin \
         inutile|inutiles_de|d'_nous|leur|lui_apporter|envoyer|deposer \
         pas_la_peine_d'|de_apporter|deposer|envoyer|donner merci_de_ne_plus|pas_* \
         ne_plus|pas_apporter|deposer|donner|envoyer ne_sollicit*_pas|plus|aucun*|rien|personne \
         ne_recherch~_pas|plus|aucun*|rien|personne ne_cherch~_pas|plus|aucun*|rien|personne \
         ne_demand~_pas|plus|aucun*|rien|personne n'_attend*_plus|pas_de|d' n'_attend*_rien|personne|aucun* \
         sans_appel_aux|a pas_d'_appel_aux|a avons_ce_qu'_il_nous_faut a|ont_ce_qu'_il_lui|leur_faut \
         a|ont|avons_tout_ce_qu'_il \
         demand~|prie|prient_qu'_on_arrete|cesse demand~_de_ne_plus|pas a|ont_assez_de|d' ne_manque_plus_rien \
         va|vont|vient|viennent|aller|partent|part|allez_chercher ",
    ),
];
