"""What the privacy guard knows of words: what leads to a name, what a name is not, what is named after somebody.

Compiled for this program. Everything is folded: lower case, without accents; « d' » and the like keep their apostrophe.
"""

from collections.abc import Mapping


def word_set(text: str) -> frozenset[str]:
    """Return the words of ``text``."""
    return frozenset(text.split())


CIVILITIES = word_set(
    """
    m mr mme mlle mm mmes mlles me dr pr monsieur messieurs madame mesdames mademoiselle maitre docteur docteure
    professeur professeure sieur
    """
)
SHORT_CIVILITIES: Mapping[str, tuple[str, ...]] = {
    "m": ("M", "m"),
    "mm": ("MM", "mm"),
    "me": ("Me",),
    "dr": ("Dr", "dr"),
    "pr": ("Pr",),
    "mr": ("Mr", "mr", "MR"),
}
"""Those that are other words too, as they are written."""
LOOSE_CIVILITIES = word_set("m mm mr mme mmes mlle mlles monsieur messieurs madame mesdames mademoiselle")
"""Those that a name in small letters may follow: « mme dupont »."""
PLURAL_CIVILITIES = word_set(
    """
    mm mmes mlles messieurs mesdames
    """
)

ROLES = word_set(
    """
    gardien gardienne concierge mediateur mediatrice locataire colocataire voisin voisine habitant habitante
    resident residente occupant occupante policier policiere gendarme commissaire brigadier brigadiere
    brigadier-chef adjudant adjudante adjudant-chef major colonel cdt cne capitaine lieutenant lieutenante
    commandant commandante educateur educatrice animateur animatrice riverain riveraine imam pasteur cure plombier
    electricien electricienne facteur factrice squatteur squatteuse squatter dealer prevenu prevenue plaignant
    plaignante agent agente collegue employe employee salarie salariee technicien technicienne
    """
)
"""Who may be named right after, first name or not: « le gardien Benali »."""
WIDE_ROLES = word_set(
    """
    chef cheffe responsable directeur directrice president presidente referent referente charge chargee conseiller
    conseillere correspondant correspondante assistant assistante benevole jeune adolescent adolescente mineur
    mineure mere pere fils fille frere soeur oncle tante cousin cousine epoux epouse mari femme compagnon compagne
    conjoint conjointe ami amie auteur autrice victime temoin suspect suspecte travailleur travailleuse inspecteur
    inspectrice substitut coordinateur coordinatrice coordonnateur coordonnatrice formateur
    formatrice intervenant intervenante stagiaire alternant alternante adjoint adjointe elu elue maire prefet
    prefete depute deputee senateur senatrice procureur procureure juge avocat avocate notaire huissier medecin
    infirmier infirmiere psychologue sociologue architecte entrepreneur artisan commercant commercante proprietaire
    enfant bebe eleve etudiant etudiante dame homme garcon delegue deleguee secretaire surveillant surveillante
    superviseur superviseuse regisseur regisseuse gerant gerante patron patronne ouvrier ouvriere prestataire
    nettoyeur vigile ilotier ilotiere militant militante amicaliste mediateurs mediatrices gardiens gardiennes
    locataires voisins voisines habitants habitantes agents educateurs policiers jeunes enfants collegues freres
    soeurs parents residents residentes familles
    """
)
"""Who may be named right after, if it is a known first name: « l’agent Karim », but « l’agent Hlm »."""
PLURAL_ROLES = frozenset(word for word in WIDE_ROLES if word.endswith("s") and word not in {"fils"})
QUALIFIERS = word_set(
    """
    de d' du des la l' en a municipal municipale municipaux social sociale sociaux technique territorial
    territoriale adjoint adjointe principal principale general generale national nationale referent referente
    delegue deleguee specialise specialisee sportif sportive chef titulaire remplacant remplacante superviseur
    actuel actuelle ancien ancienne nouveau nouvelle departemental regional regionale honoraire locatif locative
    secteur agence chantier projet equipe service mission missions clientele proximite entretien accueil securite
    surete immeuble immeubles paix quartier site sites groupe programme residence residences police commissariat
    amicale association locataires maintenance prevention nuit rue cour copropriete conseil syndical prud'homal
    insertion maintien ordre brigade poste gestion patrimoine office organisme bailleur tranquillite mediation
    menage surveillance palier dessus dessous etage face divisionnaire judiciaire
    """
)
"""What may stand between the role and the name: « le chef de secteur Benali », « le gardien d’immeuble, Karim »."""

FAMILY = word_set(
    """
    famille familles consorts couple menage epoux freres soeurs fratrie veuve clan alias fils heritiers succession
    """
)
CALLED = word_set(
    """
    certain certaine nomme nommee denomme denommee prenomme prenommee
    """
)
"""After « un » or « le », but « dénommé » anywhere: « un certain Benali »."""
NICKNAMED = word_set("surnomme surnommee surnommes surnommees alias")
NAMED = word_set("appelle appellent appelait appeler")
"""After « s' », « l' », « on » or « fait »: « qui se fait appeler Momo »."""

FIELDS = word_set("nom prenom prenoms patronyme")
"""Before a colon: « Nom : Zorglub »."""

LEADS = FIELDS | CIVILITIES | ROLES | WIDE_ROLES | FAMILY | CALLED | NICKNAMED | NAMED | {"dit", "dite", "cause"}
"""What a name may follow."""

LETTERED = word_set(
    """
    lot plan phase annexe tableau figure partie categorie option scenario groupe volet axe type classe niveau etape
    point action hypothese variante liste colonne ligne vitamine serie article titre chapitre section sous-section
    """
)
"""What a letter numbers, beside places: « le lot B. Les travaux » names nobody."""

SPEECH = word_set(
    """
    temoigne explique raconte confie ajoute precise souligne affirme indique constate regrette estime deplore resume
    poursuit reconnait rappelle sourit lance insiste assure declare s'inquiete soupire repond conclut observe commente
    raconte detaille analyse admet dit avec chez selon
    """
)
"""What a first name alone may follow: « témoigne Rose », « avec Pierre »."""
STARTERS = SPEECH | word_set(
    """
    et mais quand puis alors lorsque comme pour par contre merci bonjour cher chere sans apres que qu'
    """
)
"""Before a first name alone, these may have a capital: they begin a sentence."""
ORGANISATIONS = word_set(
    """
    habitat habitats habitation metropole logement logements agglo agglomeration ville immobilier info infos hebdo media
    """
)
"""No name in capitals, even after a first name."""

ARTICLES = word_set(
    """
    le la l' les un une du des au aux ce cet cette ces saint sainte st ste saints
    """
)
"""What never stands right before a person: « la Rose Blanche », « Saint Denis »."""
LINKS = word_set(
    """
    de d' du des la le les l' a au aux en dit dite
    """
)
PARTICLES = word_set(
    """
    de du des d' la le les van von der den ter ben bin bint bel el al ould di da do dos das del della delli lo abd
    abu abou ait st mac mc o
    """
)
TITLES = word_set(
    """
    general marechal colonel commandant capitaine lieutenant sergent adjudant amiral docteur professeur president
    abbe pere soeur mere saint sainte monseigneur cardinal frere freres chanoine cure pasteur maitre roi reine
    prince dr pr st ste resistant resistante faubourg fbg fg vieux vieille grand grande petit petite nouveau
    nouvelle haut haute bas basse major cdt
    """
)

PLACES = word_set(
    """
    rue ruelle avenue av ave boulevard bd bld blvd place pl allee chemin impasse quai square cours cour passage
    route sentier sente villa venelle esplanade mail promenade rond-point parvis placette voie pont port porte
    residence cite quartier secteur tour barre immeuble batiment ilot ensemble hameau lotissement domaine clos parc
    jardin stade gymnase piscine complexe terrain dojo centre espace salle mediatheque bibliotheque theatre cinema
    ecole college lycee universite faculte institut ehpad foyer creche halte-garderie caserne hopital clinique chu
    polyclinique eglise chapelle mosquee temple cathedrale basilique cimetiere fondation commune ville canton gare
    station metro tramway ligne zac zup zus qpv qrr zsp chrs mjc lcr mpt ufr ephad barrage carrefour chateau fort
    halle marche galerie dalle plateau coteau butte colline vallon vallee val bois foret etang lac ile iles mont
    scolaire maternelle elementaire primaire hospitalier nautique polyvalent intercommunal associatif omnisports
    residentiel maison-relais pension internat campus amphitheatre auditorium palais musee monument statue fresque
    fontaine kiosque multi-accueil city-stade groupe-scolaire
    """
)
"""What is named after people: « collège Jean Moulin », « quartier de l’Abbé Pierre »."""
NAMED_DIRECTLY = word_set(
    """
    loi plan rapport decret circulaire mission commission arret amendement projet programme dispositif operation
    label accord bureau cabinet maison groupe groupement entreprise societe agence antenne point collection affaire
    effet methode theoreme jurisprudence local locaux hlm sarl sas sa ets etablissements commerce association club
    revue librairie imprimerie edition editions social sociale culturel culturelle sportif commercial pole prix
    """
)
"""What is too, but not with « de » between: « loi Simone Veil », « cabinet Jean Dupont »."""
PLURAL_PLACES = word_set(
    """
    rues avenues boulevards places allees chemins impasses quais squares residences cites quartiers secteurs tours
    barres immeubles batiments ilots ensembles ecoles colleges lycees gymnases stades parcs jardins foyers centres
    espaces salles groupes maisons stations gares creches piscines hopitaux lois plans rapports qpv
    """
)

ACRONYMS = word_set(
    """
    aap ab acm adeic ades adil adr adsea aef afoc afp afpols aful alms aman amf ami ancols anct anil anru aorif
    apes apl apras apsn ar ars ase ash asl asll asvp atd atfpb ati atip atv auat aura bac bfm bp bst bva ca cae caf
    cal caleol cap ccapex ccas cch ccl cctv cddf cdad cdc cdn cee ces cesdip cesf cfdt cftc cgc cget cgi cgl cgt
    chrs chu cia cidb cidff cif cipd cipdr cispd clas clcv cls clsm clspd cmp cnaps cncph cnil cnl cnlaps com cpe
    cpia cps cpted crd cre crips crs crsi csapa cse csf csi csl cspd css cstb csu ctg cucs cus daah dalo das dasen
    dati dav ddcs ddetspp ddpp ddsp ddt ddtm deal deets dem des dgald dgefp dgcl dgs dihal dls dlh dpo drac drdjscs
    dreal dreets drh drihl dsden dsq dst dsu dumas ebe ecoval ehpad elan eliahs emmie empp enedis enm ensp entpe
    epa epareca epci epic epide epl epr eps erp esat esh esp espe essp ess etp eur eurl fap fcp fdva feder fipd
    fipdr fj fjt fnars fnau fors fsc fse fsl ftm gae gal gem ghm ght gi gie gip gltd gmbh gpa gpis gpo gps gpv grdf
    gsri gup gusp hal hcsp hlm hqe hsv ht iae iau icf id idf idtec iga igas igedd igsj ile imc imt indecosa inhesj
    injep inrs insee ipr iref irev iris irts itep ires iut jap je jo laep lab lci lcr lea led lep lgbt limit lmh
    lol loof maif map mars mdph mecs mildeca mission mjc mjd mnefq mous mpt msa msap mse msu nf nioshtic non npa
    npnru nyc oms ona onb ondrp onpv onu onuc oph opac opca opj opp orcod ordcs ore ors ouigo pacte pacea paca pad
    paej pact paerpa pal pam pca pcl pcs pdls pep pial pic pjj pla plai plan pld plh plie plu plui plus pmi pmr
    pnas pnru pole pop ppcr ppgd ppp ppra pqn pqs prahj pre prapade prij prir prox ps psfp psq psl pst pti ptz puca
    pup pv qpc qpv qrr raa rao rase ratp reaap rer rex rgpd rh rib rif rmc rpa rpls rse rsa rtes rtt sa sacvl samu
    sara sarl sas scic scop scot scp sdacr sdis sdrif sem semcoda serm sg sga sgar siao sig sirene sivu sivom smic
    snu snpf snrtp sncf soliha soclova sos spip spot spl sru ssiap ssp stspd swot tags tapaj tc tcl ter tfp tfpb
    tgi tgv tig tiga tni toc ttc tva tv uc ue ulis umih unafam unaf unapl une unicef unpi uraf urssaf urh ush usa
    uteq utams vae vi vih vip viu vtt xp zac zad zep zfu zrr zsp zup zus asso dde ddass drass dre dir dga dgpn dgsi
    dipn dtpj dzpaf pats rtm tcsp ugap ufc unesco wifi
    """
)
"""Capitals that are no name; other short ones without a vowel are none either."""

NOT_NAMES = word_set(
    """
    le la les l' un une des du de d' au aux a et ou mais donc or ni car en dans par pour sur sous avec sans vers
    chez entre depuis pendant apres avant selon contre malgre durant lors ainsi alors aussi enfin puis ensuite
    comme quand si lorsque lorsqu' qu' que qui quoi dont ce cet cette ces cela ceci c' il ils elles on nous vous je
    tu j' n' s' son sa ses leur leurs mon ma mes notre nos votre vos tout toute tous toutes chaque plusieurs
    certains certaines aucun aucune autre autres meme non oui ne pas plus moins tres trop bien mal bon bonne merci
    bonjour bonsoir cordialement cher chere chers objet note nota attention voir cf ex exemple exemples deux trois
    quatre cinq six sept huit neuf dix cent mille premier premiere second seconde dernier derniere janvier fevrier
    mars mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi
    dimanche paques ramadan hlm habitat habitats habitation habitations logement logements logis immobilier
    immobiliere foncier fonciere metropole agglomeration agglo communaute ville villes commune communes departement
    region regions pays territoire territoires quartier quartiers cite rue avenue boulevard place allee square quai
    residence tour batiment immeuble hall escalier etage porte appartement cage parking cave zac zup office offices
    opac oph esh sem groupe holding societe association federation union fondation institut centre maison espace
    agence antenne direction service services pole bureau cellule comite conseil commission cabinet college lycee
    ecole ecoles universite hopital clinique gendarmerie police prefecture mairie parquet tribunal cour justice
    etat france europe paris francais francaise nationale national municipal municipale territoriale territorial
    generale general sociale social populaire republique assemblee senat ministere ministre securite surete
    tranquillite prevention mediation proximite gestion patrimoine politique projet projets programme plan loi code
    article decret circulaire rapport guide charte convention contrat observatoire mission delegation secretariat
    solidarite solidarites insertion emploi travail sante culture sport sports jeunesse enfance famille familles
    education environnement proprete urbanisme renovation renouvellement urbain urbaine urbains voisin voisins
    voisine locataire locataires habitant habitants gardien gardiens mediateur mediateurs agent agents jeune jeunes
    technique techniques clientele ressources humaines communication juridique finances informatique systemes
    donnees qualite travaux maintenance entretien accueil nuit jour nord sud est ouest centre-ville grande haut
    haute bas basse saint sainte st ste notre-dame action actions logement-foyer avenir info infos media presse
    bleu tv radio soir matin monde hebdo magazine gazette tribune courrier journal moniteur lettre cahiers revue
    editions livre ouvrage oeuvre ouvrages oeuvres banque caisse mutuelle assurance assurances transports transdev
    keolis metro tramway bus onet derichebourg consultants consulting conseils avocats notaires associes ingenierie
    architectes formation academie rectorat campus maire prefet prefete sous-prefet procureur procureure president
    presidente directeur directrice vice-president commissaire depute deputee senateur senatrice ambassadeur
    recteur rectrice chancelier bourgmestre echevin adjoint adjointe conseiller conseillere secretaire tresorier
    officier delegue deleguee chef cheffe responsable referent referente doyen greffier batonnier commandant
    capitaine colonel lieutenant untel unetelle machin truc tout-le-monde propre bricolage monsieur madame
    mademoiselle mme mlle mr facebook whatsapp instagram twitter snapchat youtube google microsoft excel word teams
    linkedin tiktok front parti republicains ecologistes socialiste socialistes communiste insoumise renaissance
    horizons maritime atlantique medecins pologne hongrie enedis engie veolia suez axa allianz generali orange
    bouygues vinci eiffage internet wifi covid vigipirate banlieue banlieues zone secteur domaine site sites parc
    stade gymnase salle lieu street city school university college-lycee press public safety crime policing review
    studies research elle renault peugeot citroen dacia volkswagen opel ford fiat toyota nissan audi bmw
    mercedes-benz yamaha honda kawasaki piaggio scooter
    """
)
"""Capitalised words that no name begins with, goes on with, or is."""

COMPLEMENTS = word_set(
    """
    de d' du des a au aux dans par avec pour sur sous chez en contre selon
    """
)
"""Before what is not the subject: « une habitante du quartier, née… » tells of her."""
THINGS = word_set(
    """
    amicale atelier accord action activite aventure bailleur barre bande brigade cellule charte club collectif
    collectivite comite compagnie concept conseil conseils contrat convention cooperative coordination demarche
    dispositif demande entreprise equipe equipes evenement experience experimentation federation festival fete
    formation groupement idee initiative instance institution jeu journal label lieu lieux loi mairie manifestation
    marche mediation methode metier mission mouvement observatoire office operation organisation organisme outil
    partenariat partenariats pacte permanence plateforme politique pratique programme projet projets proposition
    regie relation rencontre rendez-vous reseau revue schema service services site societe structure structures
    strategie syndicat systeme territoire terrain tradition travail tribune union usage besoin besoins association
    associations amicales collectifs dispositifs ensemble agence maison entreprises partenaire ong gie gip epci sem
    esh coop zone banlieue nid coin endroit batisse nuisance tension conflit phenomene probleme trafic difficulte
    rumeur inquietude crise situation sentiment colere envie polemique jardin local epicerie ressourcerie
    conciergerie hall escalier cage entree appartement logement cave parking point four
    """
)
"""What is born or nicknamed without being anybody, beside places."""
PEOPLE = (
    CIVILITIES
    | ROLES
    | WIDE_ROLES
    | word_set("il elle ils elles lui individu individus personne homme hommes garcons fille filles gars type")
)
"""Who may be born or nicknamed."""

AMBIGUOUS = word_set(
    """
    aime aimee alma ambre ange auguste aurore bienvenue blanche candide capucine celeste cerise claire clemence
    clementine colombe constance constant dahlia desire desiree ecrin eglantine ella felicite fidele fleur flore
    florence franco garance gloria grace gracieuse hercule heritier hermine honore iris israel jade jasmin jesus
    jolie junior lilas lise lourdes lucie lune manuel marguerite marin marina marine marjolaine martial merlin
    micheline mimoza modeste mercy myrtille nancy narcisse natal noel octave olivette olivier olympe orion papa
    pape parfait pascal pascale patience perla perle perline pervenche pierre pierrot placide prosper prosperine
    prudence prune ramadan regis reine rene romaine roman rose rosette serge servais solal sultan sylvestre urbain
    vanille venus victoire viola sacha alpha camelia balthazar bertha eve martin robin zephyr marceau maya melodie
    sabra sauveur mona noe eden luna anis come constantine delia jo joy beni cherubin dalla divine edile elis
    exauce fiacre gavroche gracia gracieux inca jacinthe lamine lancine levent liane liesse lois louve lyse macha
    maxima mayas merveille milan mina mira mirabelle narine natale ondine osee radia rainer rami rima rime riva
    roque roula samba sana satine seraphin tuba antony pia marly samer lauris berat josselin hermes peronne viry
    adil anil sara mama mame lan nga rim blessing basile nell mamie ava urban lamina
    """
)
"""First names that are ordinary words or places too: alone or in small letters, they are nobody."""

WORDS_TOO = word_set(
    """
    benoit benoite brandon cheikh christophe clement jasper kelvin maria aida angelique benjamin charlotte colin
    denis dina dominique dora elise emir ester germain germaine jean leone lino madeleine marc marie mark maurice
    maxime maxwell moussa munir oscar peter pieter rama ramona richard richarde romain rosie salomon valeriane
    veronique vincent violette oceane denise will mani elvis trixie
    """
)
"""Other first names that are words in small letters."""

SHORT_NAMES = word_set(
    """
    ba bah by da do dia dias fa gaye ho hu ka kim ko le li ly ma ng ngo sy thi to vo vu wu xu ye
    """
)
"""Names of two letters that may be in capitals."""

NO_STREET_NAMES = word_set(
    """
    et ou avec sans pour par dans est sont a à qui que en sur où ne se stationnement parking crèche crèches piétonne
    piétonnes publique publiques privée privées principale centrale
    """
)
"""What follows « rue » or « place » without naming it."""

PLATE_WORDS = word_set(
    """
    DE LE LA ET EN CE SE NE ME TE SA MA TA ES LES DES CES SES HA KM CM MM ML MG KG PC KW KWH MB GB CC EST PAR ANS MR HT
    """
)
PLATE_SIGLES = PLATE_WORDS | word_set(
    """
    QPV ZSP ZAC HLM OPH CLS TGI TGV RER TER CAF CDC ESH SEM BAC CRS PJJ DDT LED TTC ETP CPE ARS FSL APL ALS GPV DSQ CCH
    CSP DPE AMF RSA NF CSS CEE MJC SDF GT FR BP CS RD RN CD DC QRR ZRR ZEP
    """
)
"""Two or three capitals between figures that are no plate: « 150 QPV 75 »."""
