//! What people do: the words that say what a number counts.

mod stems;

pub(in crate::communique::read) use stems::{
    CALAMITIES, CLEARED, GOT, LEAVES, LIVED, LOOKED_AT, NOT_DOING, SENT, SERVES, SIZED, TO_USE, USES,
    VOLUNTARY, WASTE,
};

/// What a word says is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::communique::read) enum Act {
    /// Something is made.
    Make,
    /// Something is handed out or given.
    Give,
    /// Something is bought, financed or opened.
    Provide,
    /// Something is set up where it is used.
    Install,
    /// Something is lent or put at people's disposal.
    Lend,
    /// Something is gathered.
    Collect,
    /// Somebody is helped.
    Help,
    /// Somebody is received, or receives: people are helped, things gathered.
    Receive,
    /// People join in.
    Team,
    /// A number is aimed at.
    Aim,
    /// Something is repaired, cleaned, planted.
    Work,
    /// What was old or broken is made fit for use again.
    Restore,
    /// Something else is done.
    Other,
}

/// The words, by what they say is done.
pub(in crate::communique::read) const ACTS: &[(Act, &str)] = &[
    (
        Act::Make,
        "brod~ taill~ decoup~ cuit cuits cuite cuites cuisent cuire compos~ mijot~ assembl~ confectionn~ confection \
         coud cousent cousu+ coudre cousait cousaient cousant piqu~ ourl~ cuisin^ cuisine cuisinent cuisines \
         cuisinees cuisiner cuisinait elabor~ emball~ fabriqu~ fabrication imprim~ impression prepar~ preparation \
         produire produisent produit produite produites produisant produira produiront ete_produits production_de \
         production realis~ realisation sort sortent sortis sorties tricot~ tiss~ tress~ tourn^ faconn~ mitonn~ \
         termin~ achev~ fini finis finies crochet~ creent crees creees creer usiner usinent usinees usines_par soud~ \
         conditionn~ ensach~ embouteill~ petri~ petrit concoct~ distill~ brass~ enfourn~ sont_prets sont_pretes prets \
         pretes fait_coudre faire_coudre font_coudre fait_fabriquer coupent coupees dessin~ ecrit ecrits ecrites ecrire \
         ecrivent redig~ peint peints peintes peignent enregistr~ construi* bati batis batissent pli~ emboit~ \
         totalis~ boulang~ garniss~ garn~ conserv_en_bocaux mis_en_pot mises_en_pot sorti mis_en_bocaux \
         mise_en_bocaux mises_en_bocaux mis_en_conserve mises_en_conserve mis_en_bouteille mises_en_bouteille \
         mis_sous_sachet mis_en_rayon_de_vente cousu_main tire_de tires_de tirees_de \
         produits_depuis produits_par deja_produits sont_produits \
         concu+ concoi* concevoir modelis~ moul^ moulent mouler forg~ sculpt~ teint teints teintes teignent \
         rembourr~ matelass~ serigraphi~ floqu~ photocopi~ plastifi~ agraf~ torrefi~ \
         sechent seche_des moulu+ extrai* mix~ mis_sous_vide mises_sous_vide mis_en_sachets mises_en_sachets \
         mis_en_colis mis_en_boites mises_en_boites mis_en_barquettes mises_en_barquettes mis_sous_pli \
         mises_sous_pli mettent_sous_pli met_sous_pli ficel~ empaquet~ cartonn~ capitonn~ recompos~ \
         bricole_des \
         press^ presse_des usin^ pressent presser pressur^ filtr^ sech^ barat~ mout~ ecoss~ epluch^ epluchent \
         eplucher etuv^ en_conserve|bocaux|bouteille|bouteilles|sachets|barquettes|pots cisel~ pyrograv~ imprimees \
         enlumin~ relie_des reli^ tuteur^ empot^ rempot^ bouture~ file_de cardent card^ feutr^ perl^ ouat^ \
         elastiqu^ coll^ collent coller assort^ calibr^ tamponn^ etiquet~ ficele^ sous_vide confectionne_des \
         mitonne_des cree_des",
    ),
    (
        Act::Give,
        "depos~ approvisionn~ ravitaill~ achemin~ ced~ distribu~ redistribu~ distribution donn~ adressees adressent \
         adresser adress^ envo~ envoye+ envoient envoie expedi~ fait_don font_don faire_don faisant_don fait_cadeau \
         livr^ livre livrait livrera livreront livrant livrent livree livrees ete_livres livrer livraison offert+ \
         offre offrent offrir offrant offrait offrira offriront partis parti partie parties port^ porte portent \
         portes portees porter portage apport~ rapport~ gliss~ repart~ remis remise remises remet remettent remettre \
         remettra remettront sert servent servi servis servie servies servir servait servaient servira serviront vend \
         vendent vendu+ vendre revend* fait_parvenir transmis transmises transmet transmettent attribu~ octroy~ \
         dispens~ delivr~ allou~ convoy~ partagent partager reparti repartis reparties leg~ legu~ sacrifi~ \
         verse_gratuitement mis_en_vente inject~ don_de don_d' revers~ rembours~ partent fait_partir font_partir \
         fait_livrer fait_porter font_porter en_distribution trouve_preneur trouvent_preneur trouver_preneur trouvera_preneur debarqu~ decharg~ largu~ fait_passer confi^ est_alle+_a est_alle+_au est_alle+_aux sont_alle+_a sont_alle+_au sont_alle+_aux \
         ont_quitte_l'_atelier ont_quitte_la_cuisine ont_quitte_les_ateliers ont_quitte_les_cuisines \
         laisse_en_libre_service laissent_en_libre_service en_libre_service \
         procur~ prodigu~ abond~ gratifi~ pourvoi* pourvu+ dispatch~ fait_profiter font_profiter \
         fait_beneficier font_beneficier approvisionn~_en \
         fourni_a fournies_a refil~ distribuait \
         redonn~ post^ postent poster montees descendues descendus arriv~_a_destination arriv~_a_bon_port \
         parvenu+_a|au|aux|chez pris|prennent|prend_le|la_chemin|route|direction_de|du|des|d' ont|a_rejoint_les|la|le \
         ont_trouve_preneur ont_change_de_mains|dos \
         mis|mise|mises_en_libre_service distribution_de cedent refourgu~ \
         acheminees_a echoi* echu+ lachent fait_suivre glisses glissees postees envoyes envoyees remettons donnons \
         offrons livrons distribuons",
    ),
    (
        Act::Provide,
        "dot~ achet~ achat acqui* financ~ equiper equipes_de equipe_de_materiel equipee+ equipe_en fourn~ \
         reconditionn~ ouvre ouvrent ouvert ouverte ouverts ouvertes ouvrir ouvrira ouvriront \
         reserv~ debloqu~ mis_en_service \
         met_en_service mettent_en_service mise_en_service transforme_en fait_tourner font_tourner \
         tient_prets tient_pretes tiennent_prets tenus_prets sur_roues meubl~ monte_une \
         mis|mise|mises|met|mettent|mettre_en_circulation ouvrons tient|tiennent|tenu|tenus_a_la_disposition",
    ),
    (
        Act::Install,
        "amenag~ install~ installation deploy~ dress~ implant~ raccord~ pose posent poses posees poser pos^ place^ \
         sont_en_place accroch^ fix^ scell^ \
        ",
    ),
    (
        Act::Lend,
        "a_disposition a_la_disposition mis_a_disposition mise_a_disposition met_a_disposition mettent_a_disposition \
         mises_a_disposition mettre_a_disposition met_a_la_disposition mis_a_la_disposition mettent_a_la_disposition \
         mises_a_la_disposition mettre_a_la_disposition mettant_a_disposition loue louent louer louees loues louera \
         prete pretent preter pretees pretait pretant pretera preteront pret_de prets_de pret^ sont_pret^ est_pret^ a_emprunter en_pret \
         laisse_a_disposition laissent_a_disposition laisse_gratuitement laissent_gratuitement en_libre_acces \
         en_acces_libre abandonne_le_loyer sous_loue prete_gratuitement pretent_gratuitement \
         preter_gracieusement confie_ses confie_son confient_leurs partage_ses_locaux \
         a_lire|consulter|feuilleter_sur_place a_consulter en_consultation en_rayon en_location|pret a_la_location \
         mutualis~ ouvert|ouverts|ouverte|ouvertes_a_la_location \
         en_libre_disposition",
    ),
    (
        Act::Collect,
        "tries triees trier tri_de collecte collectes collectees collectent collecter collectait glan~ rassemble \
         rassembles rassemblees rassembler reunir recolt~ recueille recueillent recueillir recuper~ reuni reunis reunie \
         reunies ramass~ cueill* engrang~ stock~ entrepos~ amass~ cumul~ \
         grappill~ butin~ moissonn~ recolte_de recueilli+ reunion_de quet~ thesauris~ centralis~ \
         cueillette_de ramassage_de recueil_de emmagasin~ mis_de_cote mises_de_cote met_de_cote \
         mettent_de_cote \
         mis_bout_a_bout rassembl^ empil^",
    ),
    (
        Act::Help,
        "vaccin~ depist~ evacu~ ecout~ transport~ vehicul~ conduit conduits conduites conduisent emmen~ emmene+ \
         emmenent relog~ epaul~ sauv~ accompagn~ accueil accueille accueillent accueilli+ accueillir accueillait \
         accueillera accueilleront accueillant aid^ aide aident aides aidees aider aidait appell~ appelle+ appelees depann~ \
         equipe heberg~ abrit~ log^ loge logent loges logees loger logeait nourr~ soign~ consol~ reconfort~ assist~ \
         conseill~ orient~ secourt secourent secouru+ secourir soutien* soutenu* soutenir visit~ rendent_visite \
         rend_visite rendu_visite rendre_visite gard^ garde gardent gardes gardees garder scolaris~ releve relog* \
         repond repondent repondu epargn~ desenclav~ parrain~ suivi suivis suivies suivent instruit instruits \
         alphabetis~ rassasi~ fait_classe font_classe tient_compagnie tiennent_compagnie embauch~ cas^ passe_voir \
         passent_voir rendre_service forme_des \
         mis_a_l'_abri mise_a_l'_abri mises_a_l'_abri met_a_l'_abri mettent_a_l'_abri mettre_a_l'_abri \
         trouve_un_toit trouver_un_toit trouve_un_toit_pour \
         regal~ rhabill~ desalter~ rechauff~ ravitaill_en pris_chez_eux pris_chez_elles pris_chez_lui \
         pris_chez_elle prend_chez_lui prend_chez_elle prennent_chez_eux recu_chez recus_chez pris_en_charge \
         prise_en_charge prises_en_charge prend_en_charge prennent_en_charge prendre_en_charge \
         pris_sous_son_aile promen~ promene promenent berc~ \
         contact~ joint_par_telephone joints_par_telephone reconduit reconduits reconduites \
         raccompagn~ rassur~ divert~ distrai* egay~ cajol~ masse_des mass^ coiff~ \
         lave_et_coiffe ausculte auscultent ausculter auscult^ \
         vermifug~ sterilis^ identifi^ pucent \
         encadrent encadrer telephonent a_telephone ont_telephone telephonant pass~_un_coup_de_fil|telephone \
         passent_un_coup_de_fil rend|rendent_service_a|aux prend|prennent_dans_leur|sa_voiture \
         tutor~ coach~ desserv~ \
         porte_assistance|secours porter_assistance|secours hospitalis~ nourriss~ allait~ \
         biberonn~ remet_sur_pied remettent_sur_pied",
    ),
    (
        Act::Receive,
        "recu+ recue+ recoi* recevoir recevra recevront recevait recueilli recueillis recueillies benefici~ profit~ \
         dorment dormi mange mangent logent_ici repartent repartis_avec se_voient_offrir arriv~ arrives arrivees \
         y_viennent",
    ),
    (
        Act::Team,
        "equipe_de equipe_d' avec_l'_aide avec_le_concours avec_le_renfort avec_le_soutien avec_l'_appui grace_a \
         grace_au grace_aux epaule_par epaules_par aide_de compose_de composee_de composes_de composees_de compose_d' composee_d' compte compt~ coordonn~ fort_de forte_de \
         forts_de mobilis~ particip~ reunit reunissent rassemblent regroup~ federe federent relaient relayes relayent \
         se_relaient engages engagees s'_engagent emploi* impliqu~ prennent_part prend_part prete_main_forte \
         pretent_main_forte preter_main_forte inscrits inscrites se_sont_portes se_sont_signales se_sont_signalees se_sont_manifestes se_sont_manifestees se_sont_declares \
         se_sont_fait_connaitre se_sont_engages se_sont_engagees se_sont_relayes se_sont_relayees se_sont_unis \
         se_sont_mobilises se_sont_mobilisees se_portent se_sont_inscrits investi* trient \
         oeuvr~ detach~ s'_activent s'_affairent se_sont_proposes se_proposent se_sont_leves venus venues renforce_par \
         donnent_de_leur_temps donne_de_son_temps donnent_un_coup_de_main disponibles forment repondu_a_l'_appel \
         repondu_present sont_a_pied_d'_oeuvre sur_le_pont se_succedent manient sous_la_surveillance sous_la_houlette \
         sous_la_conduite a_l'_initiative encadr~_par anime_par animee_par emmenes_par aide_par aidee_par portee_par \
         porte_par aides_de aidees_de aide_d' aides_d' aidees_d' seconde_par secondes_par secondees_par epaulees_par \
         soutenus_par appuyes_par etaient_la etaient_presents etaient_presentes sont_presents sont_presentes \
         au_volant aux_fourneaux aux_manettes a_la_manoeuvre aux_commandes a_la_tache y_travaillent y_participent \
         y_prennent_part mettent_la_main_a_la_pate s'_en_occupent s'_en_chargent s'_en_charge \
         donnent_un_peu_de_leur_temps \
         aux_mains_de|d' affect^ delegu^ depech^ enrol^ requisitionn^ mandat^ se_sont_retrousse_les_manches \
         retrouss~_leurs_manches sont_a_l'_oeuvre a_l'_oeuvre au_four_et_au_moulin a_pied_d'_oeuvre",
    ),
    (
        Act::Aim,
        "ambitionn~ attend attendent attendu+ attendue+ atteindre atteindra but_est espere esperent esperees esperes \
         espere_atteindre objectif* cible* promis promise+ promet promettent prevoi* prevu* vis~ visant voudrait \
         voudraient souhait~ projet* compte_produire comptent_produire engage_a devr* commande_de command^ demand^ reclam^ pouvons peut_en \
         il_en_faut il_en_faudra il_en_faudrait d'_ici l'_ambition_d'_en l'_ambition_de sont_programme+ programmes_d'_ici escompte+ escompt~ table_sur \
         tablent_sur",
    ),
    (
        Act::Work,
        "abatt~ deneig~ deverglac~ debarrass~ tronconn~ retap~ vide vident vider vid^ restaur~ repar~ reparation deblai~ deblay~ \
         nettoi~ nettoy~ nettoyage pomp^ pompe pompent pomper pompes pompees plant^ plante plantent planter plantes \
         plantees replant~ renov~ repeint repeints repeintes repeignent lav~ desinfect~ debit~ bach^ bachent bacher \
         sangl~ renflou~ assech~ tond tondent tondu+ elagu~ fauch~ bech~ arros~ sem~ creus~ cur~ degag~ debouch~ \
         consolid~ colmat~ calfeutr~ ramon~ bricol~ revis~ graviss~ coup~ fend~ fendu+ fendent mis_hors_d'_eau \
         remis_hors_d'_eau ecop~ demont~ remont~ entreten~ entretien_de entretient entretiennent desherb~ recycl~ \
         peint_en_blanc secur~ securis~ balis~ raval~ reconstrui* remis_a_flot remise_a_flot remises_a_flot \
         remettre_a_flot remis_a_l'_eau remis_debout remis_sur_pied remorqu~ remis_d'_aplomb desensabl~ desenvas~ debourb~ desengorg~ rafistol~ raccommod~ repris~ ravaud~ remettent_a_flot rouvert rouverts \
         rouvertes rouvre rouvrent rouvrir \
         adapt~ raccourc~ affut~ aiguis~ detartr~ decrass~ ponc~ verniss~ repeign~ \
         reboucher* replatr~ rempaill~ recous~ recousu+ recousent etanch~ etay~ etai~ cloutur~ releve_les \
         relevent_les paill~ greff~ debroussaill~ deterr~ defrich~ terrass~ remblay~ ensemenc~ \
         repiqu~ bout~ \
         transformes transformees \
         curag~ recur~ recure recurent astiqu~ frott~ balay~ balaie balaient bross~ rinc~ essor~ aer~ ventil~ \
         decontamin~ deratis~ depoussier~ elagage_de enlev~ remplac~ recoll~ resoud~ \
         rejoint^ repos^ rehaus~ rehauss~ surelev~ obtur~ bouch~ tamis~ sarcl~ irrigu~ abreuv~ \
         repeupl~ revegetalis~ vegetalis~ fleuri fleuris fleuries fleurissent ratiss~ draine drainent drain^ \
         debard~ dessouch~ broy~ sortis_de_l'_eau tri_selectif inventori~ archiv~ restitu~ rajeun~ \
         relift~ modernis~ calfat~ regreff~ amend~ baliser remis_en_culture \
         remise_en_culture remis_en_eau remis_en_valeur remis_en_place mis_au_propre \
         a|ont_isole_gratuitement a|ont_isole isolent isole_gratuitement redress~ trait~ reboise~ reboisent \
         reensemenc~ regarn~ rebranch~ reconnect~ replac~ rescell~ revitalis~ requalifi~ repertori~ rempierr~ \
         rebouch~ rechauss~ reparent decap~ degraiss~ deplant~ depoll~ depollu~ desamiant~ desencombr~ desobstru~ \
         debrid~ draguer drague draguent curent ecim~ egoutt~ encaustiqu~ entretenu+ etrill~ evid~ goudronn~ hers~ \
         laboure~ lasur~ lessiv~ lustr~ maconn~ mastiqu~ mis_au_sec|propre mis_hors_d'_eau|gel nettoyees netoy~ \
         oxygen~ polis polies polissent purg~ ravin~ recarrel~ recouvr^ ressem~ retend~ rhabilitent sabl~ sciees \
         serfou~ silicon~ sulfat~ talut~ vidang~ vitrifi~ a|ont_refait refaits refaites refont",
    ),
    (
        Act::Restore,
        "remis_a_neuf remise_a_neuf remises_a_neuf remet_a_neuf remettent_a_neuf remettre_a_neuf remis_en_etat \
         remise_en_etat remises_en_etat remet_en_etat remettent_en_etat remettre_en_etat \
         remis_en_selle remet_en_selle remettent_en_selle remis_en_marche remise_en_marche remet_en_marche \
         remettent_en_marche remettre_en_marche remis_en_route remet_en_route remettent_en_route \
         remis_en_service remise_en_service remises_en_service remet_en_service remettent_en_service \
         remettre_en_service remis_en_circulation remettent_en_circulation remis_en_forme",
    ),
    (
        Act::Other,
        "rafraich~ recens~ met mettent mis mise mises mettre confi~ garde_de form~ inform~ commandes_de commande \
         commandent anim~ cree lanc~ organis~ propos~ tien* tenu+ mont~ mis_en_place met_en_place \
         mettent_en_place trie vers~ joue jouent jouer lit lisent lire lus mene menent mis_en_commun fait font faire \
         fabr couvert* couvr~ parcour* unies unis assur~ vient viennent venir tournent rempl~ rempliss* tradui* \
         liber~ lev~ chant~ racont~ enseign~ appren* initi~ repet~ donn_des_cours anim* expliqu~ diffus~ publi~ \
         relay~ telephon~ affrete+ affret~ experiment~ entam~ intervien* maintien* maintenu+ repri* reprend* relanc~ \
         renforc~ etend* elargi~ organise+ chang~ troqu~ echang~ converti* bloqu~ tenir reli~ relis~ relu+ relisent \
         dict~ port_le intervenu+ gere gerent ger~ anime+ veill~ surveill~ patrouill~ sillonn~ arpent~ sensibilis~ \
         lutt~ protege+ proteg~ pens~ imagin~ invent~ invit~ rencontr~ tend tendent multipli~ numeris~ photographi~ \
         film~ relu avanc~ pay~ souscri* verifi~ control~ decor~ compil~ rythm~ jardin~ continu~ poursui* \
         commenc~ demarr~ developp~ cultiv~ decid~ gagn~ remport~ jet~ baptis~ ressort~ ressorti+ conclu* sign~ vot~ \
         dedi~ consacr~ vente_de vente_d' ventes_de tourne tournait tourner \
         transforme transforment transformer transformant transforma transformait transformera transformee \
         effectu~ boucl~ accompl~ assur^ transcri* retranscri* sous_titr~ interpret~ recite recitent jug~ encourag~",
    ),
];

/// Adverbs that may stand between the words of a phrase: « sont toujours les bienvenus ».
pub(in crate::communique::read) const ADVERBS: &[&str] = &[
    "aussi",
    "actuellement",
    "ainsi",
    "benevolement",
    "bien",
    "bientot",
    "cruellement",
    "deja",
    "desormais",
    "donc",
    "egalement",
    "encore",
    "enfin",
    "ensemble",
    "gracieusement",
    "gratuitement",
    "immediatement",
    "largement",
    "maintenant",
    "meme",
    "notamment",
    "particulierement",
    "prioritairement",
    "rapidement",
    "regulierement",
    "specialement",
    "surtout",
    "toujours",
    "tout",
    "tres",
    "urgemment",
    "vivement",
    "volontiers",
    "vraiment",
];

/// Words before a verb that put off what it says: what follows in the infinitive is not done yet.
pub(in crate::communique::read) const NOT_YET: &str = "\
    afin_de afin_d' pour souhait~ va vont doit doivent devr* espere esperent prevoit_de prevoient_de prevoit \
    prevoient compte comptent veut veulent voudr* aimer* envisag~_de s'_engage_a s'_engagent_a s'_est_engage+_a se_sont_engages_a se_sont_engagees_a s'_est_dit_prete_a s'_est_dit_pret_a ambitionn~_de \
    objectif_de objectif_est_de objectif_:_ permettra_de permettront_de permettrait_de but_de but_est_de pouvoir \
    prepare_a preparent_a s'_apprete_a s'_appretent_a d'_aider projett~_de promet_de promettent_de rev~_de \
    esper~_pouvoir vis~_a cherch~_a tent~_de de_quoi";

/// Participles of what befalls things: « trois régates annulées », « a retourné onze cabanes ».
pub(in crate::communique::read) const BEFALLS: &str = "\
    annul^ supprim^ report^ retourn^ emport^ arrach^ eventr^ endommag^ ravag^ inond^ submerg^ sinistr^ touch^ priv^ \
    detruit detruits detruite detruites abim^ vol^ perdu perdus perdue perdues brul^ incendi^ englouti englouties \
    engloutis enseveli ensevelis ensevelies ferm^ coup^ isol^ bloqu^ decim^ effondr^ gel^ interdit interdits \
    interdite interdites frapp^ recens^ manqu^ disparu disparus disparues abandonn^ refus^ exclu exclus exclues";
