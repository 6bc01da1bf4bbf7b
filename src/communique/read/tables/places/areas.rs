//! Names of wider areas.

/// The ends of names of wider areas (« Calaisis », « Boulonnais »).
pub(in crate::communique::read) const AREA_ENDS: &[&str] = &["ois", "ais", "isis", "sis"];

/// Names of wider areas that are known, whatever their end.
pub(in crate::communique::read) const AREAS: &str = "\
    artois ternois haut_pays cote_d'_opale opale bassin_minier flandre flandre_interieure picardie_maritime vimeu \
    marquenterre cambresis avesnois pevele weppes hainaut alsace pays_d'_auge bessin cotentin pays_de_caux \
    sept_vallees 7_vallees beaujolais perigord medoc entre_deux_mers bearn gevaudan larzac camargue luberon \
    trieves vercors bugey bresse dombes livradois combrailles leon tregor cornouaille morvan puisaye sologne \
    beauce perche vexin gatinais brie pays_basque baie_de_somme calaisis audomarois boulonnais montreuillois \
    lensois bethunois arrageois douaisis valenciennois dunkerquois lunevillois toulois amienois soissonnais \
    laonnois thierache vermandois lauragais minervois corbieres razes cabardes roannais forez velay vivarais \
    val_de_sambre levezou carladez margeride vallespir balagne plaine_orientale pays_viennois segala rouergue \
    aubrac causse_noir causse_mejean cezallier sancy cantal_oriental livradois_forez haut_forez beaujolais_vert \
    chartreuse belledonne oisans devoluy champsaur queyras brianconnais ubaye verdon maurienne tarentaise \
    beaufortain chablais faucigny aravis bauges genevois pays_de_gex revermont haut_doubs haut_jura \
    montbeliardais vosges_saonoises plateau_de_langres pays_d'_othe champagne_crayeuse argonne woevre saintois \
    xaintois pays_haut bassin_houiller warndt sundgau kochersberg outre_foret vignoble_alsacien \
    bresse_bourguignonne charolais brionnais maconnais auxois chatillonnais nivernais bazois berry boischaut \
    champagne_berrichonne brenne touraine chinonais saumurois mauges baugeois segreen vendee_littoral \
    marais_poitevin marais_breton bocage_vendeen gatine mellois thouarsais saintonge aunis angoumois ruffecois \
    confolentais montmorillonnais limousin combraille correze_ventadour xaintrie plateau_de_millevaches \
    perigord_vert perigord_noir perigord_blanc quercy quercy_blanc bouriane agenais albret marmandais bazadais \
    sauternais blayais bourgeais libournais landes_de_gascogne pays_de_born marsan chalosse tursan armagnac \
    gascogne lomagne astarac bigorre lavedan comminges couserans barousse nebouzan volvestre capcir cerdagne \
    conflent roussillon aspres fenouilledes salanque haut_languedoc lodevois biterrois piscenois uzege cevennes \
    vaunage petite_camargue alpilles comtat ventoux pays_d'_apt pays_d'_aix garlaban var_vert dracenie esterel \
    maures mercantour vesubie tinee roya castagniccia casinca nebbio nebbiu cap_corse alta_rocca sartenais taravo \
    fiumorbo niolo cortenais_centre basse_terre grande_terre cote_sous_le_vent cote_au_vent nord_atlantique \
    nord_caraibe hauts_de_l'_ouest penthievre poher pays_bigouden bigouden pays_fouesnantais tregor_goelo goelo \
    pays_de_redon argoat vannetais rhuys presqu'_ile_de_crozon cap_sizun monts_d'_arree haut_leon pays_pagan \
    brocellande coglais pays_de_brocellande pays_de_retz vignoble_nantais pays_de_chateaubriant pays_malouin \
    avranchin mortainais bocage_virois virois suisse_normande pays_d'_ouche lieuvin roumois pays_de_bray \
    vallee_de_la_bresle talou perche_ornais saosnois baie_du_mont_saint_michel coevrons craonnais valois \
    noyonnais multien hurepoix mantois drouais dunois vendomois blesois giennois montargois pithiverais santerre \
    ponthieu amienois_centre haut_pays_d'_artois calaisis_est flandre_maritime pevele_carembault val_de_somme \
    nord_isere bievre valentinois tricastin diois baronnies royans vivarais_meridional cevennes_ardechoises \
    monts_du_lyonnais val_de_saone dombes_centre oisans_sud trieves_sud vimeu_vert pays_toulois saulnois \
    sarrebourgeois pays_messin chaumontais bassigny barrois sedanais rethelois porcien thierache_du_centre \
    laonnois_nord tardenois orxois omois belle_ile belle_ile_en_mer";

/// Adjectives behind an area that tell which part of it is meant: « le Perche sarthois ».
pub(in crate::communique::read) const AREA_ADJECTIVES: &[&str] = &[
    "alpin",
    "alsacien",
    "ardechois",
    "ardennais",
    "ariegeois",
    "auvergnat",
    "aveyronnais",
    "berrichon",
    "berrichonne",
    "bourbonnais",
    "bourguignon",
    "bourguignonne",
    "breton",
    "bretonne",
    "cantalien",
    "catalan",
    "champenois",
    "champenoise",
    "charentais",
    "charentaise",
    "comtois",
    "comtoise",
    "correzien",
    "creusois",
    "creusoise",
    "dromois",
    "dromoise",
    "francais",
    "gardois",
    "gardoise",
    "gersois",
    "girondin",
    "isarien",
    "iserois",
    "jurassien",
    "landais",
    "languedocien",
    "ligerien",
    "limousin",
    "limousine",
    "lorrain",
    "lorraine",
    "louhannaise",
    "lozerien",
    "lozerienne",
    "lyonnais",
    "mayennais",
    "meridional",
    "meusien",
    "mosellan",
    "nantais",
    "nivernais",
    "normand",
    "normande",
    "oriental",
    "occidental",
    "ornais",
    "picard",
    "picarde",
    "poitevin",
    "poitevine",
    "provencal",
    "sarthois",
    "savoyard",
    "septentrional",
    "tarnais",
    "vauclusien",
    "vendeen",
    "vendeenne",
    "vosgien",
    "vosgienne",
];

/// What parts of the land are called, with a name behind: « la vallée du Loir », « l’île d’Oléron ».
pub(in crate::communique::read) const LANDFORMS: &[&str] = &[
    "ile", "vallee", "val", "plateau", "massif", "estuaire", "plaine", "pays", "baie", "bassin", "marais",
    "gorges", "golfe", "canton", "cantons", "coteaux", "collines", "delta", "cirque", "monts", "boucles",
    "bocage", "littoral", "cote", "vallees",
];

/// What the name of a part of a wider area begins with: « la Haute-Corrèze », « le Nord-Mayenne ».
pub(in crate::communique::read) const PARTS_OF: &[&str] = &[
    "haut", "haute", "hauts", "hautes", "bas", "basse", "nord", "sud", "centre", "est", "ouest",
];

/// Departments and regions whose names begin so.
pub(in crate::communique::read) const NO_AREAS: &[&str] = &[
    "alpes",
    "corse",
    "garonne",
    "loire",
    "marne",
    "pyrenees",
    "saone",
    "savoie",
    "vienne",
    "rhin",
    "seine",
    "france",
    "normandie",
    "terre",
];

/// Words with the end of an area's name that are none.
pub(in crate::communique::read) const NOT_AREAS: &[&str] = &[
    "mois",
    "fois",
    "trois",
    "francais",
    "anglais",
    "bois",
    "choix",
    "lois",
    "parfois",
    "autrefois",
    "toutefois",
    "desormais",
    "mais",
    "jamais",
    "frais",
    "palais",
    "relais",
    "chinois",
    "danois",
    "japonais",
    "hollandais",
    "bourgeois",
    "courtois",
    "delais",
    "quelquefois",
    "essais",
    "balais",
    "biais",
    "marais",
    "quais",
    "vrais",
    "rois",
    "irlandais",
    "portugais",
    "senegalais",
    "exploits",
    "droits",
    "emplois",
    "envois",
    "convois",
    "tournois",
    "anchois",
    "pas de calais",
    "calais",
    "mauvais",
    "engrais",
    "harnais",
    "dadais",
    "laquais",
    "polonais",
    "finlandais",
    "bruxellois",
    "patois",
    "crois",
    "dois",
    "sois",
    "vois",
    "avais",
    "etais",
    "fais",
    "sais",
    "vais",
];
