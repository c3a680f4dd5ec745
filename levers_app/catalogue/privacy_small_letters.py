"""What the privacy guard knows of people told of in small letters: « mme benali », but « madame habite au troisième ».

Compiled for this program. Everything is folded, as in ``privacy_words``.
"""

import re

from levers_app.catalogue.privacy_words import LINKS, NOT_NAMES, ROLES, WIDE_ROLES, word_set

COMMON_CIVILITIES = word_set("monsieur madame messieurs mesdames mademoiselle")
BEFORE_COMMON = word_set(
    "un une ce cet cette ces le la les l' des du au aux mon ma sa son vieux vieille jeune petit gentil autre"
)
"""Before those when they are none: « un monsieur âgé »."""

AFTER_LE = word_set(
    """
    berre bihan blanc borgne bras braz breton bris cam clainche cleach clech cloarec corre coz dantec doare duff faou
    fevre flem floch flohic fur gac gal gall gallou garff garrec glaunec goff gouic gouill guen guern henaff hir hyaric
    lann leap mao marec marrec mat menn merrer meur moal moigne mouel naour nestour noan normand nours ny ouedec pape
    pen pennec penven pimpec pourhiet quellec quere quintrec rest roux rouzic roy saux scornet sech sidaner strat tallec
    tenff thiec tiec tohic torrec treut tron vaou vern vourch youdec
    """
)
"""What makes a Breton name with « le » before it: « mme le goff », but « monsieur le maire »."""

PARTICLES = word_set("el al ben ait ould bel abd da di do dos della van von mac")
"""What a name in small letters may begin with."""

DOING = word_set(
    """
    abandonne abime absente abuse accepte accompagne accuse achete adore affirme age agee agit agresse agressif
    agressive aide aime ajoute alcoolise alerte alle ancien ancienne annonce appele appelle apporte apprecie apprend
    arrete arrive assis assise assiste assure attaque attend attire aura aussitot autiste avait avance avoue bail
    bailleresse bailleur balance beaucoup bientot blesse bloque boit bouge brule cache casse cause celibataire
    certes chacun change chauffeur cherche chien chienne commence comprend conduit confie confirme connu connue
    conteste continue convoque copain couche coupe court crache craint cree crie croit cuisine d'abord dames danse
    deale debarque decede decide declare declenche decrit decu defend degrade dehors deja demande demenage
    demissionne denonce depose depressif derange derriere descend desire desormais detruit devra diabetique
    difficile dirige discute dispose divorce doit donne dort dossier doute ecoute ecrit efforce effraie emmenage
    empeche emprunte enceinte encore encourage endette enferme ennuie entend entrepose entretemps environ envisage
    envoie espere essaie essaye estime etait etranger etrangere eux evite evoque existe explique expose exprime
    expulsable expulse fait fatigue favorable fera ferme fete filme finit force fouille frappe frequente fume gagne
    garde gare gene gentil gentille gere habite handicape handicapes harcele heberge hesite hier hospitalise hurle
    ici ignore impayes impose incendie inconnu inconnue indique informe injurie inquiete insiste installe insulte
    interdit interpelle interroge introuvable invite isole jamais jette joignable joue jure jusqu' la-bas laisse
    lance lave leve lit loge loue loyer lui majeur majeure malade manifeste manque marche marie mecontente memes
    menace mendie mene ment merite mesdames messieurs met mieux moi monte montre mord nettoie nie nomme nourrit
    occupe offre oppose organise originaire oublie ouvre paie parce parfois parle part partage participe partout
    passe paye pense perd permet personne peut peut-etre plaint plainte pleure plutot pointe possede pousse prefere
    prend prepare presente presque pret prete pretend proche produit profite promet propose protege provoque publie
    puisque quant quasi quelqu'un quelque quelquefois quitte raconte ramasse range rappelle ravi ravie recherche
    recidive reclame recoit recommence recule refuse regarde regrette rejette relance relate relogeable remercie
    remonte rencontre rend renonce rentre repare repart repete repond reporte repousse reprend represente reproche
    reside resiste respecte reste retire retourne retraite retrouve reussit reveille revele revend revoit ricane
    rien risque rit roule saccage sait salit salue satisfaite sauve se sera sert seul seule siffle signale signe
    sinon sitot soigne sollicite sonne sort soudain souffre souhaite soupconne sourd sourde sous-loue squatte
    stationne stocke subit suffit suit suivi suivie suppose surtout surveille tandis tant tantot tape tard temoigne
    tente tient tire toi tombe tot touche toujours tourne toutefois traine traite transmet travaille trouve tue
    urine utilise va vandalise vehicule vend venu venue verra veuf veut veuve vide vient violente vit voici voila
    voit voiture vole vulnerable deteste meprise velo claque bavarde pourrit embete ramene rouspete rale balade
    promene circule deborde surprend saute grimpe fuit fugue vivent habitent
    """
)
"""What is said of somebody: « monsieur refuse », « madame seule », « madame toujours »."""

_NO_NAMES = NOT_NAMES | ROLES | WIDE_ROLES | LINKS | DOING
_DONE = re.compile(r".{3,}(?:ait|aient|era|erait|eront|ees?|ement|ant|ante|ent)")


def is_ordinary(word: str) -> bool:
    """Tell whether a folded ``word`` in small letters says something of somebody, rather than being their name."""
    return word in _NO_NAMES or _DONE.fullmatch(word) is not None
