//! People's names, so that they can be left out.

/// What stands before a person's name.
pub(in crate::communique::read) const CIVILITIES: &[&str] = &[
    "m",
    "mm",
    "mr",
    "mme",
    "mmes",
    "mlle",
    "monsieur",
    "madame",
    "mademoiselle",
    "messieurs",
    "mesdames",
    "dr",
    "docteur",
    "docteure",
    "pr",
    "professeur",
    "maitre",
    "me",
    "mgr",
    "abbe",
    "pere",
    "soeur",
    "frere",
    "colonel",
    "capitaine",
    "commandant",
    "general",
    "lieutenant",
    "adjudant",
    "adjudante",
    "sergent",
    "sergente",
    "caporal",
    "major",
    "brigadier",
];

/// What stands in a summary in place of a person's name, and of several.
pub(in crate::communique::read) const SOMEBODY: [&str; 2] = ["une personne", "plusieurs personnes"];

/// First names.
pub(in crate::communique::read) const FIRST_NAMES: &str = "abel adam adele adelaide adeline adrien adrienne agathe \
    agnes ahmed aime aimee alain alban albert albertine alexandra alexandre alexia alexis alice alicia aline alix \
    amandine amelie amina anais andre andrea andree ange angele angelique anissa anita anna anne annick annie anouk \
    anthony antoine antoinette antonin ariane arlette armand armelle arnaud arthur astrid aude audrey auguste aurelie \
    aurelien aurore axel axelle aziz baptiste barbara bastien beatrice benedicte benjamin benoit bernadette bernard \
    berthe bertrand blandine boris brahim brice brigitte bruno camille capucine carine carla carole caroline catherine \
    cecile cedric celestin celia celine chantal charles charline charlotte chloe christelle christian christiane \
    christine christophe claire clara clarisse claude claudette claudine clea clement clementine clotilde colette \
    colin coline constance corentin corinne cyril cyrille damien daniel daniele danielle danny david deborah delphine \
    denis denise didier dimitri dominique dorian dorothee dylan edgar edith edmond edouard elena eleonore eliane elie \
    eliot elisa elisabeth elise ella elodie eloise elsa emeline emeric emile emilie emilien emma emmanuel emmanuelle \
    enzo eric erika erwan estelle esther ethan etienne eugene eugenie eva evelyne fabien fabienne fabrice fanny farid \
    fatima faustine felicie felix fernand fernande flora florence florent florian floriane francine francis francois \
    francoise franck frank fred frederic frederique gabriel gabrielle gael gaelle gaetan gaspard gaston genevieve \
    geoffrey georges georgette gerald geraldine gerard germaine ghislain ghislaine gilbert gilberte gilles ginette gisele \
    gregoire gregory guillaume gustave guy gwenaelle hakim hamid hassan helene henri henriette herve hortense hubert \
    hugo hugues huguette ibrahim ines irene iris isabelle isaac ismael ivan jackie jacqueline jacques jamel jane janine \
    jean jeanne jeannine jennifer jeremie jeremy jerome jessica joachim joanna jocelyne joel joelle johan jonathan \
    jordan jose joseph josephine josette josiane joyce judith jules julia julie julien juliette justine karim karima \
    karine kevin khadija laetitia lara laura laure laurence laurent laurie lea leila lena leo leon leonie leontine \
    leopold liliane lilian lina line lionel lisa lise loic lola lorene lou louis louise louisa luc lucas lucette lucie \
    lucien lucienne lucile lydia lydie lyliane madeleine magali maeva maite malika manon manuel manuela marc marcel \
    marcelle marcelline margaux margot marguerite maria marianne marie marilyne marina marine marion marius marjorie \
    marlene martial martin martine marthe maryline maryse mathias mathieu mathilde mathis matthieu maud maurice \
    maxence maxime mehdi melanie melissa michael michel michele micheline michelle mickael mireille mohamed mohammed \
    monique morgane moussa muriel myriam mylene nabil nadege nadia nadine naima nathalie nathan nelly nicolas nicole \
    nina noel noelle noemie nora norbert oceane odette odile olga olivia olivier ophelie oscar pascal pascale \
    pascaline patrice patricia patrick paul paula paulette pauline perrine philippe philippine pierre pierrette \
    quentin rachel rachid raoul raphael raphaelle raymond raymonde rebecca regine regis remi remy renaud rene renee \
    reine richard robert roberte robin rodolphe roger roland rolande romain romane romuald rosalie rose roseline \
    roxane sabine sabrina sacha said salim salome samia samir samira samuel sandra sandrine sara sarah sebastien \
    segolene selim selma serge severine simon simone sofia solange solene sonia sophie stanislas stephan stephane \
    stephanie steven suzanne suzette sylvain sylvestre sylvette sylviane sylvie tanguy tanya tatiana theo theodore \
    therese thibault thibaut thierry thomas timothee tom tony tristan ugo urbain ursule valentin valentine valerie \
    valery vanessa vera veronique victor victoire victoria vincent virginie viviane vladimir wilfried william xavier \
    yann yannick yasmina yassine yohan yolande youssef yvan yves yvette yvon yvonne zoe \
    ninon clemence soazig rozenn gwenael maelle maelys enora nolwenn tiphaine yael ronan erwann malo titouan youenn \
    gildas anaelle lilou louna inaya assia aicha fatoumata aminata mariama oumar mamadou ousmane ibrahima seydou \
    cheikh abdou moustapha abdel abdelkader bilal rayan ilyes nassim sofiane walid anouar mounir hicham jamila \
    latifa rachida zineb zohra safia soraya yamina dalila farida houria slimane tarik younes bechir djamel kader \
    lounes mourad nordine ouassim azzedine pierrick loick judicael ludivine ludovic marylene maryvonne marylou \
    mariette marinette roselyne solenn solenne sixtine thais theophile tiago valere venceslas yanis yoann yohann \
    ysee zacharie adelie aglae albane alienor aloise amaury ambroise anastasie armance arsene augustine aurelia \
    aymeric balthazar bastian bathilde benedict bernardin calixte candice cassandre charly clarence cleo cyprien \
    cyrielle daphne domitille edmee eglantine elina eline eloi elyes ephraim ernestine fabiola ferdinand flavie \
    flavien fredo gabin gautier gauthier gwendal gwladys hadrien helena heloise honorine isaure isaline jacinthe \
    jeannot joris josephe josselin joshua kamel kenza laurine leandre lenny lisandre loan loane loris lorenzo \
    louison lucille ludmila mado mael malvina marcelin marilou marissa marjolaine matilde mattheo melissande mohand \
    naim octavie ombeline orlane oriane ornella pacome pasquale pepita perceval petronille philibert philomene \
    quitterie rodrigue roxana salma salvatore sami sasha sidonie simeon sixte soizic suzon sybille talia teo tessa \
    theodora timeo tobias violaine wassim wilfrid yaelle ysaline yuna zelie ali bacar combo houmadi \
    ghjuvan ghjuvanni ghjulia ghjuseppu anghjula saveriu santu dumenicu francescu ceccu letizia lesia vannina \
    livia andria antone toussainte thibaud thibauld oksana olena olha iryna nataliya natalia natacha natasha \
    svitlana tetiana yulia yuliya anastasia anastasiya volodymyr mykola oleksandr andriy dmytro ihor ivanna \
    kateryna lioudmila ludmyla marichka halyna daryna sofiia bohdan taras yaroslav malik malek rosa rosalia \
    rosaria rosanna rosita joan jordi josep montserrat nuria miquel arnau evariste anlia anlya echata echati \
    zalifa zaina zainaba faiza fatime fatiha soilihi moinecha nassur saindou madi attoumani abdallah abdillah \
    abdoulaye abdelaziz abdelhamid abderrahmane achraf adama adja aissata aissatou alioune amadou amara amel amine \
    amir amira anas asmaa asma assane ayoub azzouz badr bakary bassirou bineta binta boubacar bouchra chaima \
    chaimae charaf cherif coumba daouda demba dieynaba dounia driss fadila faycal fatna ferhat fode fouad habib \
    habiba hadja hafida hafsa haja hajar halima hanane hanna hassane hassina hawa henda hocine houda hussein \
    idriss idrissa ikram ilham imad imane insaf ismail issam jalal jamal jaouad kadiatou kadidia kadija kaina \
    kamal kamila kenan keltoum khadidja khaled khalid khalil khalifa kheira lahcen lakhdar lamia lamine larbi \
    leyla lotfi loubna lyna lyes maamar mady mahamadou mahdi mahmoud maimouna mamadi manel mansour maram mariam \
    mariame massinissa mbaye meriem meryem messaoud miloud moctar modou moez mohsen mokhtar moncef mongi mouhamed \
    moulay moumen mouna mourtada mustafa mustapha nabila nada nadir nafissa nahla naila najat najib nasser nasrine \
    nawal nawel nazim ndeye nesrine nizar nouhad noura noureddine omar othmane ouarda ouidad ousseynou rabah rabia \
    rabiaa rachda radia rafik rahma ramata ramzi rania rayane redouane reda rida ridha rokia rokhaya saad saadia \
    sabah sabri safi sakina saliha saliou salif samba samy sanaa sekou seynabou sidi siham sihem siradiou skander \
    smail sonya souad souheil souleymane soukaina soumaya soumia tahar taha tarek thierno tidiane toufik wael wafa \
    wahid wahiba walter warda widad yacine yahia yakouba yassin yasmin yasmine yaya younous youssouf zahia zahra \
    zaher zakaria zied zohir zouhair zoulikha ayse aysel elif emine emre fatma hakan hatice hasan huseyin mehmet \
    merve murat ozlem sevgi yusuf zeynep agnieszka andrzej beata bogdan boleslaw czeslaw danuta dorota edyta ewa \
    grzegorz halina jadwiga janusz jerzy kazimierz krystyna krzysztof leszek lukasz maciej malgorzata marek \
    mariusz mieczyslaw pawel piotr stanislaw stefan tadeusz teresa wanda wladyslaw wojciech zbigniew zofia zygmunt \
    adelino agostinho alvaro amalia antonio armando artur augusto avelino beatriz carlos conceicao cristina \
    deolinda duarte emilia ermelinda fatinha fernanda fernando filipe filomena francisco goncalo graca helder \
    henrique humberto ilda isaura joao joaquim joaquina jorge judite leonor lucia luis lurdes miguel natalina nuno \
    paulo pedro piedade raul ricardo rita rogerio rui sergio silvia tomas vasco alejandro alfonso angela angelo \
    angelina alberto alessandra alessandro antonella antonietta antonino arturo assunta bartolomeo benedetta bruna \
    carmela carmelo carmen caterina cesare chiara claudio concetta consuelo cosimo dario davide diego domenico \
    donatella edoardo elio eliseo emilio encarnacion enrico ernesto esteban esperanza eugenia fabio fabrizio \
    federica federico felipe ferruccio filippo flavio francesca francesco franco gaetano gennaro giacomo gianni \
    gina gino giorgio giovanna giovanni giulia giuseppe graziella guido ignacio ilaria inma isidro javier jimena \
    juan juana juanita julio laurita leandro lidia lorena luca luciana luigi luisa marcello marco mariangela \
    mariano mario massimo mauro michela michelangelo mirella nicola nicoletta nino ornela pablo paola paolo pietro \
    rafael ramiro ramon raffaele renata renato ricarda rocco rodolfo romina roberto rosario rossana ruben saverio \
    serena silvio stefania stefano teodora umberto valentina vicente vincenza vincenzo vito vittoria vittorio \
    ximena maiwenn ane amaia ainhoa aitor ander andoni benat battitt bixente eneko enaut ekaitz gorka ihintza iker \
    inaki inigo itziar jokin josu kattalin kepa koldo leire maddi maialen mattin mikel miren nagore nahia nerea \
    oihan oihana patxi peio peyo pantxika pantxoa unai xabi xabier xan xavi xabina zurine anaig armel arzhela \
    azenor azeline bleuenn blevenn briac corentine donatien efflam elouan enogat erell ewen fanch gurvan gwenn \
    gwenola gwenole gwenvael iann iwan janig jord katell kaourintine kelig kilian klervi koulm loeiz loeiza \
    maelann maelig malou mathurin mevena mikael nolan nolwen nominoe padrig perig ronane riwal riwan sterenn \
    suliac tangi tifenn trefin tugdual yannig yanna youna ywen elfriede ernst fritz gretel hans hansi heidi helmut \
    hilda ilse ingrid jurgen karl klaus kurt liesel lothar marlyse martha otto rudi siegfried theobald ulrich \
    ulrike ursula uwe waltraud wendelin werner wilhelm wolfgang yolaine yvelise yvonnick adalbert aloyse alphonse \
    alphonsine anatole anicet anselme apolline aristide arthus aubin barnabe basile baudouin berengere bertille \
    calliste camil casimir cesarine charlene charlie clelia cleophas clotaire clovis constantin corinna crepin \
    cyprienne damienne daphnee delphin denys diane dimitry dina donatienne edmondine edwige eddy elsie emilienne \
    emmanuela ernest eudes euphrasie eusebe evan evrard fabrizia faustin felicienne fiona firmin floriana \
    francette francia fulbert gelase geoffroy geraud ghislane gilda giles gillian gislaine gladys godefroy gontran \
    gracieuse gregorie guenole guilaine guillemette guilhem gwendoline gwendolyn harold helmi hermance hermann \
    hilaire hippolyte ignace imre irma isidore ivana ivo ivette jacky jaime jany jason jeannie jeannette jenny \
    jess jessie jill jim jimmy joceline jocelyn joe joffrey johanna john johnny josselyne josue jude juliana \
    julienne justin kate katia katy ken killian leana leane leocadie leone leonard leonce leonore leslie liam lili \
    lily lisette liz lorine lois lolita ludger ludwig lyne lysiane maeline maeliss magalie magdalena magdeleine \
    maia maiwen malaurie manoel manolo marcela margaret margerie marguerita marianna marika marilyn marjory \
    marlaine marlyne marysa matteo matthias mattis maude mayeul mayline medard melaine melchior melina melusine \
    mia mickaelle milena milo mirabelle miranda moise monica morgan muguette myrtille nahel nais naomi narcisse \
    nathanael ned neil nestor nicaise nick nikita nils ninette noa noah noam noe noeline oceanne octave odilon \
    omer oswald pamela patricio paule pelagie perrette peter petra philippa polly rafaele raissa ralph rambert \
    remo reynald reynaud rhea ricky robbie romeo romy ronald ronnie rosanne rosemarie rosine rosy ruth sabin sally \
    samantha saturnin sebastian selena senghor seraphin seraphine severin sheila sibylle sigolene silas siloe \
    silvain silvestre simeone simonne sirena sosthene stan stanley steeve stella stephanette steve suzie suzy sven \
    sylva sylvanie sylvia symphorien tamara tania tatienne tea teddy telma tessy thea thelma theodule theophane \
    timoleon tina tino todd toni tracy tristana ugoline valerian valeriane vanina veronica vianney vickie vicky \
    victorien victorine vinciane virgile viviana vivien wandrille wendy wilhelmine willy winona xaviere yannis \
    ylan yoan yona yvain yveline zacharia zadig zelda zenaide zephir zephyr zita";

/// What a person is, beside a name.
pub(in crate::communique::read) const SOMEBODIES: &[&str] = &[
    "habitant",
    "habitante",
    "retraite",
    "retraitee",
    "voisin",
    "voisine",
    "benevole",
    "president",
    "presidente",
    "interprete",
    "professeur",
    "professeure",
    "etudiant",
    "etudiante",
    "couturier",
    "couturiere",
    "agriculteur",
    "agricultrice",
    "apiculteur",
    "apicultrice",
    "eleveur",
    "eleveuse",
    "boulanger",
    "boulangere",
    "restaurateur",
    "restauratrice",
    "infirmier",
    "infirmiere",
    "medecin",
    "instituteur",
    "institutrice",
    "enseignant",
    "enseignante",
    "cuisinier",
    "cuisiniere",
    "artisan",
    "artisane",
    "menuisier",
    "mecanicien",
    "mecanicienne",
    "coiffeur",
    "coiffeuse",
    "maraicher",
    "maraichere",
    "vigneron",
    "vigneronne",
    "pecheur",
    "pharmacien",
    "pharmacienne",
    "photographe",
    "musicien",
    "musicienne",
    "comedien",
    "comedienne",
    "directeur",
    "directrice",
    "coordinateur",
    "coordinatrice",
    "responsable",
    "adjoint",
    "adjointe",
    "conseiller",
    "conseillere",
    "secretaire",
    "tresorier",
    "tresoriere",
    "maire",
    "lyceen",
    "lyceenne",
    "riverain",
    "riveraine",
    "informaticien",
    "informaticienne",
    "potier",
    "potiere",
    "brodeuse",
    "plombier",
    "patron",
    "patronne",
    "capitaine",
    "gerant",
    "gerante",
    "chef",
    "cheffe",
    "doyen",
    "doyenne",
    "animateur",
    "animatrice",
    "fondateur",
    "fondatrice",
    "creatrice",
    "createur",
    "entraineur",
    "entraineuse",
    "berger",
    "bergere",
    "libraire",
    "fleuriste",
    "homme",
    "femme",
    "charpentier",
    "electricien",
    "plombiere",
    "veterinaire",
    "facteur",
    "factrice",
    "gardien",
    "gardienne",
    "principal",
    "principale",
    "proviseur",
    "proviseure",
    "cure",
    "pasteur",
    "imam",
];

/// Small words inside a family name.
pub(in crate::communique::read) const PARTICLES: &[&str] = &[
    "de", "du", "d'", "le", "la", "van", "von", "ben", "el", "des", "der", "da", "di", "del", "della", "dos",
    "das", "ait", "ould", "ibn", "bint", "abou", "af", "zu", "mac",
];

/// What stands before a first name that is that of a street, a school or a hall.
pub(in crate::communique::read) const NAMED_AFTER: &[&str] = &[
    "rue",
    "avenue",
    "boulevard",
    "place",
    "square",
    "quai",
    "allee",
    "impasse",
    "cours",
    "chemin",
    "ecole",
    "lycee",
    "college",
    "salle",
    "stade",
    "gymnase",
    "espace",
    "hopital",
    "residence",
    "foyer",
    "theatre",
    "cite",
    "fondation",
    "hospitalier",
    "centre",
    "maison",
    "mediatheque",
    "bibliotheque",
    "groupe",
    "scolaire",
    "complexe",
    "professionnel",
    "polyvalent",
    "piscine",
    "parc",
    "pont",
    "quartier",
    "ehpad",
    "clinique",
    "institut",
    "universite",
    "musee",
    "passage",
    "esplanade",
    "faubourg",
    "route",
    "general",
    "technique",
    "elementaire",
    "maternelle",
    "association",
    "entreprise",
    "garage",
    "boulangerie",
    "societe",
    "ets",
    "etablissements",
    "auberge",
    "cafe",
    "restaurant",
    "eglise",
    "paroisse",
    "chapelle",
    "cathedrale",
    "basilique",
    "halle",
    "ile",
    "cap",
    "mont",
    "la",
    "saint",
    "sainte",
    "st",
    "ste",
];
