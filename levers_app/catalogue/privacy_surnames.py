"""Surnames and famous names, for the privacy guard (``catalogue.privacy``).

Surnames are those common in France, of every origin, that are no word and no commune. Compiled for this program from
general knowledge, from no list or register. Lower case, without accents. Left out are those that places, laws and firms
bear (« Leclerc », « Boutin ») and those that are words (« Marchand », « Petit »).
"""

from collections.abc import Mapping
from functools import cache


@cache
def surnames() -> frozenset[str]:
    """Return the names, read when a text first needs them."""
    return frozenset(_NAMES.split())


@cache
def famous_names() -> Mapping[str, tuple[str, ...]]:
    """Return, by their first word, names that streets and schools bear: no one’s today, even without « rue »."""
    names = [" ".join(part.split()) for part in _FAMOUS.split("|")]
    firsts = {name.split(" ", 1)[0] for name in names}
    return {first: tuple(name for name in names if name.split(" ", 1)[0] == first) for first in firsts}


_NAMES = """
abakar abdi abena abraha acar adebayo adeyemi adjovi agbodjan agostini aguilar aguirre ahamada ahmadzai ahouansou
aitahmed aitali aithamou akhmadov akhter aksoy aktas alahmad alali alaoui albertini alhassan almeida almohamad alvarez
alves amaral amegan amrani amsellem andrade andriamanana antonetti aoun araujo arrieta arslan arumugam asante assouline
assoumani atangana ates attali attoumani avci ayari azevedo azoulay bacar badji bakaev bakayoko balasingam balde bamba
bangoura baptista barakat barbieri barbosa bartoli bathily battesti baudry bazin becker begic bekele belaid belarbi
belhadj belkheir belkhir bellance benabdallah benaissa benali benamar benard benchikh benhaddou benhamou benichou
benkirane benmoussa bennani bensaid benslimane bensoussan benyahia benzema beral berhane beridze berisha berkani berrada
berthelot bertin besnard bhuiyan bianchi bicer bidegain bigot bitton blanchard blanchet boateng bodin boghossian boina
bondarenko bonelli bonneau boualem bouaziz boubekeur boucetta bouchareb boudiaf boudjemaa bouhali boukhelifa boumediene
bounoua bourekba bourhane bousfiha bouslama boutaleb bouvier bouyer bouziane bouzid bouzidi bozec bozkurt brahimi briand
brito brown bulut bytyqi cabrimol cadiou cakir caldaras camara caradec cardoso cariou carlier carrasco caruso carvalho
castelli castillo cazimir celik cesari cetin chalcou chanfi chang charlery chau chauvet chea chebbi chemla chen cherifi
chhim chikh chowdhury chraibi ciobanu ciss cissokho ciurar coelho cohen colas collin colonna compaore constantinescu
conti coppola correia coskun coste cottin coulibaly covaci cozic creach crusol dabrowski dahan daher dahmani dang
darwish dasilva debruyne deby delage delannoy delattre delaunay delcourt delcroix delgado delmas delorme dembele demir
deng der-agopian descamps deschamps devaux devos dewitte dhaene diagne diagouraga diakhaby diakite diallo diarra diawara
diaz diedhiou dieng dinh dinu diomande dione diop diot diouf djebbar djebbari djellab djemba djordjevic djoumoi doan
dominguez donval dorival doucoure doukoure doumbia dridi dubois duclos dufour duhamel dumont dumoulin duong dupont
duprat dupuis dupuy durand durieux duval echeverria egueh ehrhardt ekambi elalaoui elamrani elbaz elidrissi elissalde
elmansouri elmurzaev emmanuelli ernst espinosa esposito essomba etchebarne etcheberry etchegaray etcheverry etxebarria
etxeberria evora fabre fall fanfant fassi faure favre feng fernandes fernandez ferrand ferrandi ferrara ferreira
figueiredo filali filippi fischer floch fofana fonseca fontana fotso foucault fournier franceschi fuchs furtado gallet
galli gallo garcia garnier gashi gassama gaudin gbagbo gebremedhin gemayel gharbi gharsalli ghazaryan giacobbi gillet
giordano girard giraud giudicelli goasguen godard goikoetxea gomes gomez gomis goncalves gonzalez gosselin goudiaby
gouez gourvennec goyeneche grabowski greco grigoryan grimaldi guedi guegan guegen guerfi guerrero guerroudj guessoum
gueye guichard guillemin guillerm guillermou guillet guillot guillou guivarch gutierrez guyomarch guyot haas habib
haddad haddadi hadjadj haidar haile hakobyan hamdan hamdi hamidi hammami hamon hariri harispe haristoy hartmann
harutyunyan hascoet hassani hassaoui hazan heitz hemery henaff heng hernandez herrera herrmann hiriart hoareau hodzic
hoffmann hosseini hotak houmadi houngbedji hounkpatin hovhannisyan hoxha huang huet hussain huynh ibarra ibouroi idrissi
ilboudo ilic imbert inchauspe ionescu iribarne irigoyen ithurralde ivanov jacquemin jankowski jaziri jegou jelloul
jezequel jimenez jlassi johnson joncour jones joubert jourdan jovanovic kabore kaci kadri kalfon kamara kamdem kaminski
kanagaratnam kane kanoute kante kapanadze kara karaca karakas karapetyan karatas karimi kasongo kassem kaur kayembe
kebaili kebbe kebe keita keller kelmendi kengne kerbache kerboul kerbrat kerdraon kergoat kerleo kermarrec kerneis
kerouanton kervella keskin kettani kevorkian khachatryan khalfi khan khasanov khelifi khelil khemiri khoury kidane
kieffer kilic klein kocak koch koita konate kone korkmaz kouyate kovalchuk kovalenko kowalski kozlowski kpodar kraemer
krasniqi kravchenko krawczyk krishnasamy kumaran kuntz kuznetsov labbe lacatus lacroix lafont lagadec lahlou lahmar
lakhal lambert lamrani langlois laroche larralde lassalle lawson leandri leberre lebihan leblanc leborgne lebras lebraz
lebreton lebrun leca leclaire leclercq lecomte leconte lecoq lecorre lecuyer ledantec ledoyen leduc lefebure lefebvre
lefevre lefloch legall legendre legoff legros leguen lejeune lelievre lellouche lemaire lemaitre lemarchand lemeur
lemoal lemoine lenoir lepen lepoutre leroux leroy lesage lesueur letellier letourneau levasseur leveque lheureux loaec
lombardi lombardo lomidze longo lopes lopez lorentz loubaki louisy lucea luciani luong m'barek m'baye m'bodj maandhui
mabiala machado madec magalhaes magassa magomedov mahalingam maillard makosso mallet mancini manoukian mansouri maoulida
marcaggi marchenko marega mariani markovic martinelli martinetti martinez martirosyan marty marzouki masson matei
mathlouthi mavoungou mazur mballa mbarga mbengue mbodj mdahoma meas mebarki medjahed megherbi mejri mendes mendiboure
mendizabal mendoza metzger meyer meziane mezouar mhoma miah michalski michaud milosevic mkrtchyan mlanao mmadi moalic
mogne mohammadi mokhtari mokrani moldovan molina mondoloni moniz monnier monteiro moreau moreira moretti morin morina
mormin morvan moua moukoko moussaoui mozziconacci mroivili msaidie muamba mukendi muller mulumba munteanu murphy mutombo
mvondo n'diaye n'dour n'gom n'guessan naceri naejus nagalingam nasrallah nasri navarro ndiaye ndour ndoye nedelec ngandu
nganou ngassa ngom ngoma ngono nguessan nguyen niakate niang niasse nicol nihouarn nikolic nkomo nogueira noorzai nowak
ntumba nunes nwosu nzaba o'brien o'connor oberle obrecht ohayon okafor okitundu okonkwo okoro olaizola oliveira oliynyk
ollivier onana orsini ortega ortiz osagie osei osmani ottaviani ouali ouattara ouaziz ouazzani ouchene ouedraogo ouhab
ouhammou oumouloud ousalah owona owusu ozdemir ozkan ozturk pacheco pantaloni paoli paolini papazian paramanathan
parmentier pasquier patel pavlovic pawlowski payet peltier peng pennec pereira peretti perez perrin perrot petrosyan
petrov petrovic pham phan phommachanh pichon pietri pineau pinelli pinto piotrowski poggi polat polishchuk ponnambalam
popa popescu popov prak prevost prigent quach quemener quemeneur quere quilichini quiniou rabearivelo rabhi rafalimanana
raffalli rahimi rahmani rahmouni rajaratnam rakoto rakotomalala ramanathan ramdani ramirez randria randrianasolo
rasoanaivo rasolofo ravelomanana raynaud razafindrakoto regnier relouzat rexhepi reyes reynaud rezgui rhinan ribeiro
ricard ricci rieger rinaldi riou riouall risch ritter rivoal rizzo robleh rocca rodrigues rodriguez rolland rossi rostas
roth rousseau roussel ruiz rusu saada saadi sabatier sabbagh sacko sagbo sagna sahin sahraoui saidi saindou salaun
salazar saleh salhi sall sallaberry samb sanchez sane sangare sanguinetti santoni santoro santos santucci sarfati
sargsyan sarkissian sarr savchenko sawadogo schaeffer scherrer schmidt schmitt schreiber schuster schwartz scouarnec
sebag sebti seck seguin sellam selvarajah semedo seng shaheen shanmugam sharma shehu sidibe simeoni simoes simsek
sinamal singh sisouphanh sissoko sitbon sivanesan slimani smadja smirnov smith soares sokolov sonko soukouna soulaimana
soumah soumahoro soumare stanikzai stankovic stoica stojanovic subramaniam susini sutter sylla szymanski tabet taleb
tall tallec tandia tang tapsoba tardieu tasci tavares tazi tchibozo tchobanian tchoumi tchuente tebboune teixeira tekle
tellier terzian tesfaye tessier texier thach thambirajah thery thevarajah thiam thiebaut tine tirolien tissier tkachenko
toiliha tomasi tordjman torres touati touil touitou toumi toure trabelsi tran traore trinh trividic troadec truong
tshibangu tshimanga turpin uhart urruty uzun vadivelu vaitilingon vandamme vandenberghe vang vanhoutte varela vargas
vasseur vazquez verdier verhaeghe versini vesperini vial vieira vincenti vogel vogt volkov vongsa wagner wague wang
warsame weber weiss wendling wilson wisniewski wojcik wolff wozniak wurtz xiong yahiaoui yameogo yang yatera yattara
yogarajah youssouffa zaoui zemmouri zenou zerbib zeroual zerrouki zhang zhao zheng zhou ziani zidani zidouni ziegler
zielinski zimmer zimmermann zinsou zobda zongo zouaoui zubiri zuccarelli
"""


_FAMOUS = """
abbe pierre | aime cesaire | albert camus | albert einstein | albert schweitzer | alexandre dumas | alphonse daudet |
alphonse de lamartine | ambroise croizat | ambroise pare | anatole france | andre malraux | angela davis | anne frank |
antoine de saint | arthur rimbaud | auguste blanqui | auguste delaune | auguste renoir | auguste rodin | bertolt brecht
| blaise pascal | camille claudel | charles baudelaire | charles de gaulle | charles fourier | charles peguy | claude
bernard | claude debussy | claude monet | colonel fabien | danielle casanova | danielle mitterrand | denis diderot |
edith piaf | edouard herriot | edouard vaillant | emile aillaud | emile durkheim | emile zola | eugene delacroix |
eugene pottier | federico garcia lorca | felix faure | fernand leger | fernand pelloutier | flora tristan | francois
mitterrand | francois rabelais | francois villon | francoise dolto | franklin roosevelt | frantz fanon | frederic chopin
| frederic mistral | gabriel peri | george sand | georges bizet | georges braque | georges brassens | georges clemenceau
| georges politzer | georges pompidou | gerard philipe | germaine tillion | gisele halimi | guglielmo marconi | gustave
courbet | gustave eiffel | gustave flaubert | guy mocquet | guy moquet | hector berlioz | henri barbusse | henri matisse
| henri sellier | henri wallon | honore de balzac | jacques brel | jacques cartier | jacques duclos | jacques prevert |
jean baptiste clement | jean bart | jean cocteau | jean de la bruyere | jean de la fontaine | jean giono | jean jacques
rousseau | jean jaures | jean lurcat | jean mace | jean mermoz | jean monnet | jean moulin | jean racine | jean renoir |
jean rostand | jean vilar | jean zay | jeanne d'arc | jeanne hachette | johann strauss | joliot curie | josephine baker
| jules ferry | jules guesde | jules michelet | jules valles | jules verne | karl marx | lavoisier | leo lagrange | leon
blum | leon gambetta | leon jouhaux | leonard de vinci | leroy merlin | louis aragon | louis bleriot | louis pasteur |
louise michel | lucie aubrac | mahatma gandhi | marc bloch | marc chagall | marcel cachin | marcel cerdan | marcel
pagnol | marcel proust | marcel sembat | marguerite duras | marguerite yourcenar | marie curie | marie laurencin |
martin luther | maryse bastie | maurice ravel | maurice thorez | maximilien de robespierre | maximilien robespierre |
missak manouchian | nelson mandela | nicolas appert | olympe de gouges | pablo neruda | pablo picasso | paul bert | paul
cezanne | paul eluard | paul gauguin | paul langevin | paul vaillant | paul verlaine | pauline kergomard | pauline
roland | philippe seguin | pierre brossolette | pierre corneille | pierre curie | pierre de coubertin | pierre de
ronsard | pierre loti | pierre mendes | pierre semard | rene cassin | rene char | rene descartes | rene panhard | robert
debre | robert desnos | robert schuman | roger salengro | romain gary | romain rolland | rosa luxemburg | rosa parks |
sacco vanzetti | saint exupery | salvador allende | samuel paty | simone de beauvoir | simone signoret | simone veil |
simone weil | sophie germain | stephane hessel | suzanne buisson | suzanne lenglen | tony garnier | toussaint louverture
| victor hugo | victor schoelcher | vincent auriol | vincent van gogh | vladimir lenine | voltaire | willy brandt |
wolfgang amadeus | youri gagarine | yuri gagarine | yves du manoir | yves farge | yves montand
"""
