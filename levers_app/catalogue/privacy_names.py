"""First names common in France, of every origin: what the privacy guard (``catalogue.privacy``) knows people by.

Compiled for this program from general knowledge, from no list or register. Lower case, without accents;
one made of several (« Jean-Pierre ») is known by its parts.
"""

from functools import cache


@cache
def first_names() -> frozenset[str]:
    """Return the names, read when a text first needs them."""
    return frozenset(_NAMES.split())


_NAMES = """
aaron abdallah abdel abdelali abdelaziz abdelfattah abdelghani abdelhadi abdelhafid abdelhak abdelhakim abdelhalim
abdelhamid abdelilah abdelkader abdelkarim abdelkrim abdellah abdellatif abdelmadjid abdelmajid abdelmalek abdelmalik
abdelmoumen abdelmounaim abdelouahab abdelouahed abdelouahid abdelrahim abdelrahman abdelrahmane abdelsalam abdelwahab
abderahim abderrahim abderrahman abderrahmane abderrazak abderrezak abdeslam abdessalam abdessamad abdirahman abdou
abdoul abdoulatif abdoulaye abdoulkader abdoulkarim abdoullah abdourahim abdourahmane abdramane abdul abdulah abdulkadir
abdullah abdurrahman abed abel abiba abida abigael abigaelle abigail abla abou aboubacar aboubacry aboubakar aboubakr
aboubakrine abra abraham achille achour achraf achref ada adam adama adame adan adel adelaide adele adelie adelina
adeline adelino adem adil adina adja adjaratou adjimi adjoa adjoua adnan adnane adolphe adonis adrian adriana adriano
adrien adrienne affoue agathe agim agnes agnieszka agostinho agron ahmad ahmed ahmet ahou aicha aichatou aida aidan aime
aimee aina ainhoa aissa aissata aissatou aissetou aitor akhmed akim akin akissi akli akosua akram aksel aksil alae alain
alan alana alassane alba alban albana albane albano albert alberte albertine alberto albin alcide alcina aldo alec
alejandro aleksandar aleksander aleksandra alessandro alessia alessio alex alexa alexandra alexandre alexandria
alexandrine alexandru alexane alexey alexia alexis alfonso alfred alfredo ali alia alice alicia alida alienor alima
alimata alin alina aline alioune alisha alison alissa alistair alix aliya aliyah aliye allan allegra allison alma alois
aloise alpha alphonse alphonsine altan althea alvaro alvin alya alyah alycia alyssa alyx amadou amael amaia amal amalia
amance amanda amandine amandio amara amaria amaury ambdi ambre ambroise amel amelia amelie americo amilcar amina aminata
aminatou amine amir amira amirat amjad amoin amsatou amy ana anabelle anael anaelle anahit anais anas anass anastasia
anatole anca ander andre andrea andree andreea andrei andreia andres andrew andria andriy andrzej andy anfane ange angel
angela angele angelina angeline angelique angelo anggun anghjulu angie angus angy anh ania anice anicet anicia aniela
anifa anil anir anis anissa anita anitha anja anjali anka anke ann anna annabelle annael annaelle annah anne annette
annick annie annik anouar anouck anouk anrafati anrifina anselme ansoumane ansufati anta antero anthime anthonin anthony
antinea antje antoine antoinette anton antonella antonia antonin antonine antonio antony antou anwar anyssa anziza
apolline appoline araksi aram arame arben arbogast arcadius archibald arda ardit ardita arezki ariane arianna arielle
aristide arlette arman armand armande armandine armando armel armelle armen armindo armine arnaud arnault arno arnold
arpine arsene artak artan arthur artur arturo arun arwen aryan arzu aset ashley ashok ashot aslan aslanbek asli asma
asmaa asmae asna assa assane assata assia assiatou assita assitan assya astou astrid athena athenais atif atika attila
aubane aubert aubin aubry aude audran audrey august augusta auguste augustin augustine aurelia aurelie aurelien
aurelienne auriane aurianne aurora aurore ava avelino awa awatif axel axelle aya ayah ayan ayaz aydan ayden aydin ayem
aygul ayhan aylan aylin ayman aymane aymar aymen aymeric aymerick ayoub ayoubi ayse aysegul aysel aysun azad azenor
aziliz aziz aziza azza azzeddine azzedine babacar bacary bachir badis badr badra badreddine bafode baha bahar bahia
bahija bahri bakari bakary balla baltazar balthazar balwinder baptiste baptistin baptistine baraka barbara baris barnabe
barthelemy bartholome basile bassem bassirou bastian bastien bathilde batiste battista baudouin baya bayram beatrice
beatrix beatriz bebert bechir becky bedia bekir belgin belinda belkacem belkis bella belmira benat benedetta benedicte
benedikt beni benito benjamin benoit benoite benvinda berangere berat beren berengere berenice berkan berkay bernadette
bernard bernardette bernardin bernardo bertha berthe bertille bertrand beryl besnik bettina betty beyza bianca bibiane
bienvenue bilal bilel billal billy bineta binetou binh binta bintia bintou birahim biram birame birgit birgul birol
bittor bixente bjorn blaise blanche blandine blerim blessing bleuenn bob bogdan bogdana bohdan bojan bonaventure bonnie
borhane boris bouba boubacar boubakar bouchra bouna bouthaina bozena brad bradley brahim brandon branislav brayan brenda
brendan brett brian brice brieg brieuc brigitte britney bruna bruno bryan bryce bulent burak burcu burhan busra calista
calixte calliste calvin camelia cameron camila camille camillia canan candice candida candide cansu capucine carel
carine carl carla carlo carlos carlotta carmela carmelo carmen carol carole carolina caroline casimir cassandra
cassandre cassie cassien cataleya catalin catalina catarina caterina catherine cathia cathie cathy catia cecil cecile
cecilia cecilien cedric cedrick cedrik celal celeste celestin celestine celia celian celie celim celimene celina celine
celya celyan cem cemal cemile cemre cengiz cerise cesaire cesar cesarine cevdet ceyda ceylan chad chadi chadia chadli
chahid chahine chahinez chaima chaimaa chaimae chainez chakib chams chandra chanel chantal charlaine charleen charlene
charles charley charlie charline charlize charlotte charly chayan chayma cheick cheickna cheik cheikh cheikhou chelsea
chelsy cherazade cherif cherifa cherine cherubin cheryl cheyenne chiara chidi chiheb chinedu chioma chirine chloe chloee
chris chrislain christ-vie christel christele christelle christian christiana christiane christianne christie christina
christine christobal christophe christopher christy ciara cihan cindy claire clara clarence clarissa clarisse claude
claudette claudia claudie claudine claudio claudiu claudius claus clea clelia clelie clemence clement clementine cleo
cleophee clet clifford clotaire clothilde clotilde clovis coleen colette colin coline colomban colombe come conceicao
concepcion concetta constance constant constanta constantin constantine cora coralie coraline corane corentin corentine
corina corinna corinne cornel cornelia cosima cosimo cosme cosmin costel coumba cristi cristian cristiana cristiano
cristina cristofe curtis custodio cybele cynthia cyprien cyprienne cyria cyriac cyriaque cyrielle cyril cyrille cyrillia
cyrus dahbia dahlia daisy dalel dalia dalila dalla damaris damia damien damienne damla damon dan dana danae daniel
daniela daniele daniella danielle danilo danny dante danuta daoud daouda daouia daphne daphnee daria dario darius
dariusz darko darren dave david davide davina davis davit davut davy dayana dayane dean debora deborah deepa dejan deli
delia delina delphin delphine demba denis denise deniz denzel deolinda derek derya desire desiree devrim deysi dhia
diaby diadie diakaria diamantino diana diane diany diarry diata diaty didi didier diego dieudonne dieumerci dieuseul
dieynaba dilan dilara dilay dilek dimitri dina dinah dinesh dino diogo dioncounda dionysos divine djalal djamal djamel
djamela djamil djamila django djaouad djena djenaba djenabou djene djeneba djeynaba djibril djibrill djibrine djillali
dmytro dogan doha doina dolly dolores domenico dominga domingas domingos dominic dominik dominique domitille donald
donatien donatienne donia donika donovan dora dorian doriane dorin dorine doris dorothea dorothee dorra dorsaf dossou
douaa douae doudou douglas doume dounia dragan dragana driss drita driton duarte duc dulce dumenicu dumitru duncan
durmus dursun dusan duy dwayne dyana dyhia dylan ebony ebrima ebru echata echati ecrin eda edda eddine eddy eden edgar
edgard edibe edile edilson edina edison edith edma edmee edmond edmonde edna edouard edouardine edris eduard eduarda
eduardo edward edwige edwin efe effie efosa efrain eglantine ekaterina ekin ekrem ela elaia elanrif elanur eleanor elena
eleonor eleonora eleonore elfie elfried elhadj elhadji elhame elia eliakim eliam elian eliana eliane elias eliaz elie
eliel eliette elif elijah elimane elina elio eliot eliott elis elisa elisabete elisabeth elise elisee elisio eliza
elizabete elizabeth elke ella ellen ellie ellyn elma elmira eloane elodia elodie eloi eloine eloise elona elora elouan
elouen elsa elsie elton elvin elvina elvire elvis elya elyas elyes elyne elyse elysee elyssa elzbieta emani emanuel
emanuela emanuele emanuelle emeka emel emeline emelyne emeric emerick emerik emerson emil emile emilia emilie emilien
emilienne emilio emily emin emina emine emir emma emmanuel emmanuelle emmeline emmy emna emrah emre emrick emrys emy
ender enea eneko enguerrand enis enoha enola enora enrico enrique enriqueta enver enzo eoghan eole ephraim eray ercan
erdal erdem erell eren ergun erhan eric erica erich erick erik erika erin erine erkan ernest ernestine ernesto erol
ersin erwan erwana erwann erwin eser esin esma esmatullah esmee esmeralda esra essaid esteban estefania estel estele
estella estelle ester esther estine ethan ethane ethel etienne etiennette eugene eugenia eugenie eulalia eulalie eunice
euphemie euphrasie eurico eusebe eva evaelle evan evana evane evangeline evangelos evann eve evelina eveline evelyn
evelyne everton evguenia evie evina evren ewa ewan ewane ewelina ewen ewenn exauce eya eymen eyob eyup ezechiel ezekiel
ezgi ezio ezra fabian fabiana fabiano fabien fabienne fabio fabiola fabrice fabricio fabrizio fadel fadela fadhila fadi
fadia fadila fadime fadma fahardine fahd faical faisal faissal faiza faly fanch fanja fanny fanta fantine faouzia farah
fares farhad farid farida faris farouk faten fathi fathia fatih fatiha fatim fatima fatimata fatimatou fatma fatmir
fatna fatos fatou fatoumata fatoumatou faustin faustine fausto favour fayadhui faycal fayza federica federico felicia
feliciano felicie felicien felicienne felicite felipe felix felixine ferdaous ferdi ferdinand fergus ferhat feriel ferit
fernand fernanda fernande fernando ferouz fethi fevzi feyza fiacre fidan fidele fidelia figen fikret filipa filipe
filippo filiz filmon filomena fily fiona fiordiligi firas firmin firmine fiston flamur flavia flavie flavien flavio
fleur flora florane flore florence florent florentin florentina florentine florestan florian floriane florianne florica
florimond florin florina florine florinel fode fodie fouad foued foulques fouzi fouzia fran franca frances francesca
francesco francescu francette francia francine francis francisca francisco franck francky franco francois francoise
frank frankie franklin franklyn frantz franz fred freddy frederic frederica frederick frederik frederique freya frida
fritz fulbert fulgence fulvia furkan gabi gabin gabriel gabriela gabriele gabriella gabrielle gadji gael gaela gaelle
gaetan gaetane gaetano gagik gaia gail gamze ganesh gaoussou garance gareth garik gary gaspar gaspard gaston gatien
gaultier gauthier gautier gavin gavroche gayane gaye gazmend gege genevieve genia genny geoffray geoffrey geoffroy
george georges georgette georgia georgiana georgina georgine georgio gerald geralde geraldine gerard gerarde gerardo
geraud germain germaine germano geronimo gersende gertrude gervais gervaise gevorg gezim ghali ghalia ghania ghassan
ghenima gheorghe gheorghita ghilas ghislain ghislaine ghita ghizlaine ghizlane ghjuvan ghjuvanni ghulam ghyslain
ghyslaine gia giacomo gian gianluca gianni gil gilbert gilberte gilberto gilda gildas gilles gillian gina ginette gino
giorgi giorgia giorgio giovanna giovanni giovany gipsy gireg gisele giselle gislaine gita giulia giuliana giuliano
giulio giuseppe giuseppina gladys glenn glody gloria gnima godefroid godefroy godwin goerge gokce gokhan goncalo gonul
gonzague gonzalo gopal goran gordon gorgui gottfried goulven goulwen graca grace gracia gracianne gracieuse gracieux
gracinda grazia graziella grazyna greg gregoire gregor gregory greta gretel grigori grzegorz guelord guenael guenaelle
guenole guerda guerline guerric guewen gui guido guilaine guilhem guilherme guillain guillaume guillemette gul gulay
gulcan gulcin gulderen guler gulhan gulsah gulsen gulsum gulten gunay gunes gunter guoqiang gurpreet gurvan gus gustave
gustavo guy guylain guylaine guylene gwen gwenael gwenaele gwenaelle gwendal gwendoline gwendolyne gwenn gwennaelle
gwennoline gwenola gwenole gwenvael gyslaine gyula habiba haby hacene hacer hachem hachemi hachim hacina hadama hadi
hadia hadiatou hadiza hadj hadja hadjer hadjira hadjiratou hadrien hafed hafid hafida hafsa hafsatou haider haikel
haizea hajar hajare hajer hakan hakim hakima hakki halide halil halim halima halimata halimatou halina haluk hamada
hamadi hamady hamed hamid hamida hamidou hamma hammou hamou hamza hana hanaa hanae hanan hanane hande hanen hani hania
hanifa hanin hank hanna hannah hannibal hans hansi haoua haouaria haoyu harald haritz harley harold haroun harouna
harpreet harris harrison harry hasan hasina hasmik hasna hasnaa hasnae hasret hassan hassana hassane hassen hassia
hassiba hassina hatem hatice hatim hatouma hatun hava havva hawa hawaou hawoye haya hayat haydar hayden hayet hayk
haykel hazel hector heddy hedi hedia hedwige heidi heike heimana heinz heirani helder helena helene heli helia hella
helmi helmut heloise henda hendrick henri henrietta henriette henrik henrique henry henryk herbert hercule heritier
herman hermance hermann hermeline hermes hermine hermione hernan hernani herve hiba hicham hichame hichem hicheme hidaya
hien hieu hilaire hilal hilario hilary hilda hilde hildegarde hinano hind hinda hippolyte hoa hoai hoang hocine honore
honorine horace horacio horia hortense hosni hossam hossein houaria houcine houda houdayfa houria hourya houssam
houssein housseine houssem hovhannes hubert hubertine hugo hugolin hugues huguette hulya humberto humphrey hung huong
huseyin husnu hussein huy hyacinthe hyppolite iago ian iana iban ibou ibra ibrahim ibrahima ibrahime ibtihel ibtissam
ibtissame ibtissem ichem ichrak ida idalina idir idris idriss idrissa ignace ignacio igor ihab ihcene ihintza ihsan
ihsane ihssan ikbel iken iker ikram ikrame ilan ilana ilann ilario ilda ildefonse ileana ilham ilhame ilhan ilhem ilian
iliana ilias ilidio ilie ilies ilir ilkay ilker ilknur illan ilona ilunga ilyan ilyana ilyas ilyass ilyes ilyesse ilyna
imad imade imadeddine imam imame iman imane imelda imen imene imran imrane inaam inass inaya inca indira ines ingrid
inna inoussa insaf ioan ioana ionel ionela ionut iqbal irakli irek irem irena irene irenee irfan irina iris irma irmine
iryna isa isaac isabel isabela isabella isabelle isac isadora isaiah isaie isaline isaura isaure iseult ishak ishaq
isidore isis islambek islem isma ismael ismahan ismahane ismahene ismail ismaila ismat ismet isolde isra israa israel
issa issam issame issiaka issoufou italo itziar iulia iulian iuliana ivan ivana ivane ivanka ivanna ivo ivone ivonne
iwan iyad izaac izabela izia izzedine jabir jacinta jacinthe jacinto jack jackeline jackie jacky jaclyn jacob jacobo
jacqueline jacques jacquie jacquot jacquy jad jade jadwiga jaelle jafar jaffar jagdeep jaime jake jakub jalal jalil
jalila jamal jamel james jamie jamil jamila jan jana jane janelle janet janette janice janick janie janik janina janine
janique janis janna jannah janny janusz jany jaouad jaouen jared jaroslaw jasmin jasmina jasmine jason jasper jaspreet
javier jawad jawed jawhar jay jayden jaylan jayson jean jean-mi jean-phi jean-rony jean-seb jeancy jeane jeanine jeanne
jeannette jeannick jeannie jeannine jeannot jeff jefferson jeffrey jehan jehanne jelena jenna jennifer jenny jenovefa
jens jephte jerald jeremi jeremiah jeremie jeremy jermaine jerome jeronimo jerry jerzy jess jesse jessica jessie jessim
jessy jesus jhon jianguo jihad jihade jihane jihene jim jimmy jinane jing jires joachim joachin joan joana joanie joann
joanna joanne joannie joao joaquim joaquin joaquina jocelin joceline jocelyn jocelyne jochen jodie jody joe joel joele
joelle joeva joey joffrey johan johana johann johanna johanne john johnny johny jolan jolie jon jonah jonas jonathan
jordan jordana jordane jordi jordy jorg jorge jorgen joris jose josee josef josefa josefina joselin joseline joselito
joselyne joseph josepha josephe josephine josephus josette josh joshua josian josiane josie josselin josselyne josue
jouda joumana jovan jovana jovenel jovica joy joyce jozef juan juana juanita juba jude judelin judicael judith judy
jules julia julian juliana juliane julianne juliano julie julien julienne juliet julieta juliette julio julissa julius
june junior jurgen justin justine justo juvenal juvence kabongo kadda kaddour kadem kader kadia kadiatou kadiatouye
kadidia kadidiatou kadidja kadija kadir kadriye kady kaelig kahina kaina kais kajan kajanan kalala kalidou kalil kalilou
kaltoum kaltoume kalvin kamal kamala kamardine kamel kamil kamila kamilia kamilla kamille kamran kandia kandiah kani
kankou kannan kaoutar kaouther karamba karamoko karel karelle karen karene karim karima karin karina karine karl karla
karly karol karolina karsten karthik kassandra kassim kassoum katarina katarzyna kate katell katerina kateryna kathalina
katharina kathie kathleen kathy katia katiana katie katrin kattalin katy katya kavitha kawtar kawter kaya kayden kaylan
kayliah kayna kaynan kays kazimierz keanu keira keith keke kellian kelly kellya kelvin kelyan kemal kemo ken kenan kenji
kenneth kenny kensley kentin kenza kenzi kenzo kerem kerian kerim kerstin kerwan kester ketevan ketsia ketty kety kevan
kevin kevine kevins kevyn kezia khadidiatou khadidja khadija khadijatou khadim khadra khady khaira khaled khalid khalida
khalifa khalil khalissa khalys khamzat khanh khaoula khassan khedidja kheira kheireddine kheops khier khoa khoudia
khoukha kiara kieran kiese kieu kilian killian killyan kilyan kilyann kim kimberley kimberly kinan kingsley kira kirill
kirsten kirsty kirubakaran kirushan kitty klaudia klaus klea klemens klervi kloe koceila kodjo koffi kofi komlan konan
konstantin koraline korantin korian korka kossi kouadio kouame kouassi koudedia koumba krishna kristel kristell kristen
kristian kristina kristine kristof kristoffer krystel krystian krzysztof kubra kujtim kumar kumba kurt kwame kwasi kyle
kylian kyliane kylie kyllian kym kyra laetitia lahcen lahcene lahna laia laila laina lakhdar lakshmi lala lale lalia
lalitha lalla lamia lamiaa lamiae lamin lamina lamine lan lana lancelot lancine landry lansana laora lara larbi larissa
larry lars lasha lassana lassina laszlo latif latifa laudine laura lauralie laure laureen laureline lauren laurena
laurence laurene laurent laurenta laurentine laurentiu laurette lauria lauriane laurianne laurie laurina laurine lauris
lauryane lauryn lauryne lavinia layana layane layel layla layna lazar lea leana leandra leandre leandro leane leanna
leanne leeroy leia leila leilou leina leire lele lena lenah lenaic lenaick lenaig lenny leny leo leocadie leon leonard
leonarda leonardo leonce leone leonel leonhard leonia leonid leonidas leonie leonor leonora leonore leontine leontyne
leopold leopoldine leslie lesly leszek leticia letizia letty levan levana levent levi levon levy lewis lexie leya leyla
leyna lezin lhassan lhoussaine lia liam liana liane lianna lidia lidie lidwine liem liesel liesse lila lilas lili lilia
lilian liliana liliane lilianne lilith lilly lilou lilwenn lily lilya lilyrose lina linah linda line linh lino linoa
linsay linus lioba lionel liora liridon lirie lirije lirone lisa lisandra lisandro lisandru lise liselotte lisette lison
lissandro lisy liv livia livio liviu liwen liya liza lizea lizie lizon lizzie ljubica llona lloyd loan loane loann
loanne loeiz logan loic loick loig loik lois loise loiza lola lolita lona lonny loona lora loraine lorane lore loredana
lorelei lorena lorene lorenza lorenzo loreta loretta lori loriana loriane lorick lorie lorine loris lorna lorrie lotfi
lothaire lou louan louana louane louann louanne loubna louca louen louenn louis louisa louise louisette louisiane
louison louiza louka loukas loukman louna lounes lounis lourdes louve louvel lova lowan lowen loyd luan luana luane
lubin luc luca lucas lucca luce lucette lucia lucian luciana luciano lucie lucien lucienne lucile lucilia lucille
lucillia lucinda lucio lucy ludivine ludmila ludmilla ludo ludovic ludovica ludwig luigi luis luisa luiz luka lukas
lukasz luke lulzim lumir luna lune lurdes lusine luther lutumba lya lyah lyam lyana lyanna lydia lydiane lydie lyes lyla
lylia lylian lyliane lylou lyna lynda lyne lynn lynne lynoa lyra lysandre lyse lysiane lyudmyla mabel mabrouk mabrouka
macha maciej macire mackenzie mada maddalena maddie maddy madeleine madelin madeline madelon madi madiba madina madison
madjid madjide madly mado madou mady mae mael maelan maeli maelia maelie maelig maeline maelis maelle maellie maelly
maellys maelya maelyne maelys maena maeva maewen maewenn maezzo magali magalie magaly magaye magda magdalena magdeleine
maggie maggy magid magloire magnus magomed mahalia mahamadi mahamadou mahamat mahamed mahamoud mahamoudou mahaud mahaut
mahawa mahdi mahe maher mahery mahesh mahfoud mahfoudh mahieddine mahily mahina mahir mahjoub mahmad mahmoud mahmut maia
maialen maider maika maike maily mailys maimouna maina maiouna maira maissa maissane maissara maite maitena maiwen
maiwenn majda majid majida makan makenson makenzie makhlouf makiese makram maksim malak malathi malaurie malaury malcolm
malek malgorzata malha malia malicia malick malik malika malko mallaury mallory malo malone malorie malory malvin
malvina mama mamadi mamadou mamady mame mamie mamoudou mamoun mamy manal manar mandeep mandy manel manelle manfred mani
manoa manoah manoe manolo manon manoubia manpreet mansour manu manuel manuela manuella manutea maodo maram marc marceau
marcel marcela marcelin marceline marcelino marcella marcelle marcellin marcelline marcello marcelo marcia marcial
marcin marckenson marco marcos marcus marek marella maren margaret margareth margarida margarita margaud margault
margaux margerie margo margot margret margriet marguerite maria mariah mariam mariama mariame mariamou marian mariana
mariane marianna marianne mariannick mariano marica marice maricel marie mariella marielle marien marietou mariette
marija marika marilia marilou marilyn marilyne marilyse marin marina marine marinela marinette marino mario marion
marisa marise marisol marissa marita marius mariusz mariya marjana marjolaine marjorie mark marko markus marleen marlene
marley marlon marly marlyse maroua marouan marouane marouen marouf marta martha marthe martial martin martina martine
martinho martinien marton martyna marvin marvyn marwa marwan marwane marwen mary maryam maryama maryame maryan
maryannick maryem marylene marylin maryline marylise marylou marylyne maryna maryse maryvonne marzena massi massil
massilia massimo massinissa massire massyl mateo mateus mateusz mathe mathea matheo matheus mathew mathia mathias
mathieu mathieux mathilda mathilde mathis mathurin mathurine mathusan mathys matias matilda matilde matis matisse
matondo matt mattei matteo matthew matthias matthieu matthis matti mattia mattias mattis maty matys maud maude maurane
maureen maurice mauricette mauricia mauricio maurine maurizio mauro mavrick mawuli max maxence maxens maxim maxima
maxime maximilian maximiliano maximilien maximilienne maximin maximo maxine maxwell maya mayar mayas mayeul mayeule
maylie mayline maylis mayliss mayna mayron mayssa mayssam mayssane maywen mazarine mazen mbaye mbombo mbuyi mcdonald
mebarka medard mederic medericq medhi megan megane meggie meggy mehdi mehemed mehmet mehtap mei meiline meiling meissa
mejda mejdi mejdouline mel melaine melania melanie melchior melek meli melia melih melik melike melina melinda meline
melis melisa melisande melissa melissandre mellie mellina mellisa melodie melody meltem melusine melvil melvin melvina
melvyn melya melyna melyne melyssa memet mendy menouar mensah meral mercy meredith meriam meriame meriem merieme merlin
merouan merouane mert merve merveille meryam meryame meryem meryl meryll messaoud messaouda mesut metin mevlut meyriem
mia micael micaela michael michaela michail michal michalina michel michela michele micheline michelle mickael mickaella
mickey miguel miguelle mihaela mihai mihail mika mikael mikaela mikail mike mikel mila milad milan milana milane milena
milene milhan miliana milica milla millan millie milly milo milos miloslav miloud milouda mimoun mimouna mimoza mina
mindy minh mira mirabelle mirana miranda miray mireille mirela mirella mireya miriam mirjana mirko mirlande mirna miro
miroslav miroslawa mirza missael missoum moana modeste modibo modou mody moez moha mohamad mohamadi mohamadou mohamed
mohammad mohammed mohan mohand mohcine mohsen mohsin moina moinaecha moinafatima moinahalima moira moise mokhtar mokrane
moktar molly momar momo mona monaim mongi monia monica monika monique montserrat morad moran morane moreno morgan
morgane morgann moriba moritz mory moses moshe mostafa mostapha mouad mouhamadou mouhamed mouhcine mouhssin mouhssine
moulaye mouloud mouna mounia mounir mounira mour mourad mouss moussa moustafa moustapha movsar moya muhamed muhammad
muhammed muhammet mujde mulu munir murad murat muriel murielle murray musa mustafa mustapha muthu muzaffer muzeyyen mya
mykola mylan mylena mylene mylia myra myriam myriame myrianne myrna myrtille nabil nabila nabile nacer nacera nacim
nacima nacira nada nadarajah nadege nadejda nader nadia nadiege nadim nadine nadir nadira nadja nadjat nadjet nadjia
nadjib nadjiba nadjim nadjma nadjoua nael naela naelle nafi nafissa nafissatou nagette nahel nahia nahil nahila nahima
nahla naia naiara nail naila naim naima naina naissa naissam naiya najah najat najet najib najiba najibullah najim
najima najla najoua najwa nakib naledi nancy nando nanou nans nao naoki naomi naomie naoual naouel naoufal naoufel
naouirou narcisa narcisse narek narimane narimene narine narjes narjess narjis nasim nasr nasreddine nasrin nasser
nassera nassif nassim nassima nassir nassira nassuf nassur nastasia natacha natal natale natalia natalie nataliia
natalina nataly nataniel natasha natasja nate natercia nathael nathalia nathalie nathan nathanael nathane natheo nathis
natia natnael naufel naurine nawal nawel nawfel naya nayah nayan nayana nayel nayla nazaire nazan nazar nazha nazife
naziha nazim nazli nazmiye ndella ndeye ndiaga neal nebil necip nedjma nefeli nejia nejib nejla nejma nelia nelida nell
nella nellie nello nelly nelson nelya nene neo nerea nerimane nermine nesibe nesim neslihan nesrin nesrine nessa nessim
nessrine nestor nevin nevzat nezha nga ngalula ngoc ngozi nguyet nhung niall niama niame niankoro niaz nicaise nicholas
nick nicky nico nicodeme nicola nicolae nicolas nicole nicoleta nicoletta nicolette nicu nidal nidhal niel niels niesa
nihad nihal nihed nihel nikita nikki niklas niko nikola nikolai nikolas nikos nila nilay nilda nils nilufer nima nina
ninie nino ninon niouma nirina nirmala nirosan niroshan nisa nisrine nissa nissim nissrine nithusan nizar noa noah
noaille noam noami noan noane noann noe noel noela noele noelia noelie noeline noella noelle noellie noely noemi noemie
noha noham nohan nohann nohe nohemie nohlan nolan nolane nolann nolhan nolwen nolwenn nominoe nonna nooman noor nora
norah norbert nordin nordine noredine noria noriane norma norman nouara nouh nouha nouhaila nouman noumouke nouna nour
noura nourdine noure noureddine nouredine nourhane nouria nourredine noussaiba novak nsimba nuala nuno nunzia nur nuray
nurcan nurdan nurettin nurgul nuria nuriye nursen nyla nzinga nzuzi obeida obin oceana oceane octave octavia octavian
octavie octavien octavio odelia odelie odeline odetta odette odil odile odilon odin odran ofelia oguz oguzhan ohiana
oier oifa oihana okan okba oksana oktay olaf oleg oleksandr olena olga olinda oliver olivette olivia olivie olivier
olivio oluwa olympe olympia omar omayra ombeline omeline omer omid omran ondine onja ophelia ophelie ophely orane oren
orhan oriana oriane orianne orion orlando orlane orlann ornella orphee orsola orsu ortansia osama osaze oscar osee oskar
osman osmane osmond ossama osvaldo oswald othello othman othmane otmane ottavio ottilie otto ouadie ouafa ouafae ouahib
ouahiba ouahid oualid ouarda ouardia ouassila ouassim oudey ouiam ouiame ouissal ouissam ouissem ouiza oulaya ouleye
oulimata oumaima oumar oumarou oumayma oumnia oumou oumy ouria oury ousman ousmane oussama ousseini oussema ousseynou
ovidiu owen ozan ozcan ozge ozgun ozgur ozlem pablo paco pacome padma palmira palmyre paloma pamela panos paola paolina
paolo papa pape pappa paquita parfait parisa parvathi parwana pascal pascale pascaline paschal pasquale pathe patience
patrice patricia patricio patrick patrycja paul paula paulette paulina pauline paulo paulu pavel pawel pedro peggy peio
pelin penda penelope pepe pepita percy perla perle perline pernelle peronne perrette perrine persephone pervenche pervin
peter petra petre petronille petru petrus peyo peyton pharell pharrell phil philbert phileas philibert philibertine
philip philipe philipp philippa philippe philippine philomene phoebe phong phuong pia piera pierette pierina piero
pierre pierrette pierrick pierrine pierrino pierrot pieter pietra pietro pilar pinar piotr pirathap placide plamedi
poema polina polly pooja prakash prisca priscilla priscille priscillia priya priyanka prosper prosperine prudence prune
pryscilla przemyslaw qassim quang quentin quincy quitterie quoc quyen quynh rabab rabah rabha rabia rabiatou rachel
rachele rachelle rachid rachida rachide radhia radhouane radia radouan radouane radu rafael rafaela rafaele rafaelle
rafik rafika ragnar rahim rahima rahma rahmata rahul raihana raimond raimonde raimunda rainer raissa raja rajaa rajae
rajan rajendra rajesh rajeswary rajini rajiv ralph ralphe rama ramata ramatou ramatoulaye ramazan ramesh rami ramia
ramin ramiro ramon ramona ramses ramuntxo ramy ramzan ramzi ramzy rana randa randy rania ranim raniya raouf raoul
raphael raphaela raphaele raphaelle raquel rasha rashid rassim raul rayan rayana rayane rayanne rayen rayhan rayhana
rayhane raymond raymonde raynald razane razika razvan reano rebeca rebecca rebekah recep reda redha redouan redouane
refika reginald regine regis reine rejane remi remo remy remzi rena renald renaldo renan renata renato renaud renaude
rene renee renelle renzo resat resul rexhep reyan reyane reyhan reynald reza rhita riad riadh rian ricardo riccardo
richard richarde rick ricky ridha ridvan rihab riham rihane rihanna rihem rikki rim rima rime rinad rita ritaj ritchie
ritchy riva rivka rivo riwal riwan riyad riyadh rkia roald rob robel robert roberta roberte robertine roberto robin
robyn rocco roch rochdi rochelle rocio rodica rodin rodney rodolfo rodolphe rodrigo rodrigue rodriguo roger rogerio
rogger rojda rokaya rokhaya rokia rokiatou roland rolande rolando rolf romain romaine romaissa roman romana romane
romann romano romaric romary romayssa romeo romeric romero romie romina romuald romualda romy ron ronald ronaldo ronan
ronane ronnie ronny rony roody roque rory rosa rosalia rosalie rosalina rosalinda rosaline rosamonde rosana rosane
rosanna rosanne rosario rose roseline rosella roselyne rosemarie rosemonde rosetta rosette rosie rosina rosine rosita
roslyn rossana rosy rougui roukaya roukia roula roumaissa roumayssa roxana roxane roxanne roy roza rozalia rozen rozenn
ruben rubens ruby ruddy rudi rudolf rudolph rudy ruffin rufin rufina rui rukiye rune rusalina russell rustam ruth
ruweyda ryad ryan ryane ryhana rym ryma ryszard saad saadia saadou saba sabah sabeha saber sabiha sabina sabine sabra
sabri sabria sabrina sabrine sabry sacha sade sadek sadia sadibou sadio sadok safa safaa safae saffiya safi safia
safiatou safietou safiya safouan safouane safwan sahar sahra said saida saidou saif saifeddine saime sakho sakina sako
salah salahdine salaheddine salem salha salia salif salifou salih saliha salihou salim salima salimata salimatou salimou
salka sally salma salman salmane salome salomon saloua saloumata salvator salvatore salvina salwa sam samanta samantha
samar samara samba sambou samed samer samet sami samia samiha samina samir samira samiya samory sampsa samson samuel
samuela samuele samuil samvel samy sana sanaa sanae sandie sandra sandrine sandro sandy sanela sania saniye sanja sanjay
santa santhosh santiago santina santo santu saousan saoussen sara sarah sarojini sarra sary sarya sasa sasha saskia
satine saturnin saul sauveur sava savanna savas saveria saverio saveriu savinien savino savio sawsan sayed scarlett
schneider schorsch scott sean seb sebahat sebastian sebastiana sebastiano sebastien secil seckou secundo sedat sedik
sedra seghir segolaine segolene seham sehila seif sekou sekouba selahattin selam selcuk selda selena selene selest selim
selima selin selina selma selman selvam selvi semi semih semiha semra sena senad senda sendy seneba senem senol senoussi
seppel serafim serap seraphin seraphine serdar seref serena serge sergei sergey sergio serhat serhiy serife serigne
serkan serpil servais servan servane sesil setayesh seth seun sevag sevan sevda severin severine sevgi sevil sevim seyda
seydi seydina seydou seyma seynabou sezen sezer shadi shahid shaima shaina shaine shainez shana shane shania shanice
shankar shanna shannel shannen shannon shanone shanthi sharif sharlene sharon shaun shauna shawn shayan shayma shayna
sheila shelby shelly sheraz sherazade sherine sherley sheryl shirel shirine shirley shoshana shpresa shushan siaka siam
siame sibel sibylle sidi sidiki sidney sidonie sidy siegfried sieglinde siga sigrid siham sihame sihem sila silas
silvain silvana silvano silvere silvestre silvia silviane silvie silvio silya simeon simo simon simona simone simonetta
simonne sina sinan sindy sinead sinem sinnathamby sira sirine sitan sitti siva sivaji sivakumar sivarajah siwar sixtine
skander skender slava slavica slawomir slim slimane sloan sloane slobodan smahane smail smain smaine snezana soan soazic
soazig sofi sofia sofian sofiane sofien sofiene sofyane sohaib sohan sohane sohann soifia soifiat soilihi soizic sokhna
sokona solal solan solana solange solea soledad solena solene solenn solenne soliman soline solome solveig somaya sona
songul sonia sonny sonya sophia sophian sophiane sophie sophonie soraya soria soriba sorin sorina sory souad souadou
soufiane souhaib souhail souhaila souheil souheila souka soukaina soukayna soukeyna soulaimane soulaymane souleiman
souleimane souleymane soumaia soumaila soumaya soumeya soumia sounia souraya soussou stacy stan stanislas stanislava
stanislaw stanley stecy steeve steeven steevy stefan stefana stefania stefanie stefano steffi steffy stella steph
stephan stephane stephania stephanie stephano stephen sterenn stevan steve steven stevie stuart styve suat suhaila
sukhwinder sule suleyman sulivan sullivan sullyvan sultan sulyan sulyvan suna sundar sunil sunita suresh suthakar
sutharsan suzana suzanna suzanne suzel suzelle suzette suzie suzy sven svetlana svitlana swan swann swanny sybil sybille
syham sylvain sylvaine sylvana sylvanie sylvere sylvester sylvestre sylvette sylvia sylviane sylvianne sylvie sylvio
symphorien syrine syrinx tabatha tadeusz taha tahar taher tahina tahir tahirou tahra tahsin taina talal talel talia
taliba talina talya tamam tamar tamara tamari tamatoa tamer tamim tammy tamsir tamuna tancrede tanguy tania tanina tanja
tanya taoufik taous tarak taraneh taras tarek taric tarik tariq tarkan tasnim tasnime tassadit tatiana tatiane tatyana
tayeb taylor tayron tayssir ted teddy tehani teiki tekin telio telma temoe tenin teo teodor teodora teofilo teoman
terence terencio teresa terez tereza terry tesfay tesnime tess tessa tessy tetiana teva tevy thais thanh thao tharshan
tharsika thavarajah thea thelio thelma theo theodora theodore theodule theophane theophanie theophile theotim theotime
therese theresia thevarasa thia thiago thibaud thibauld thibault thibaut thiebaud thiemo thien thierno thierry thiery
thiphaine thiru thomas thomasine thomy thorgal thusyanthan thuy thyrion tia tiago tiana tiara tibault tibaut tiberiu
tidiane tidiani tiecoura tieri tierno tifaine tifany tifenn tiffany tigran tigrane tilda tilia tilian till tillo tim
timea timeo timothe timothee timothey timothy timour timur tina tinhinane tino tiphaine tiphanie tiphany tiphene titi
titia titiana titien titouan titus tjark tobias toby todd togay toiyfat tolga tom tomas tomaso tomasz tomi tommy tomy
toni tonino tony tonya toufik toumani toumany touria toussaint tracy traian trang trevor tricia trifone tristan trixie
troy tshibola tuan tuba tudor tugba tugce tugdual tulin tuline tuncay tunde turan turgay turkan tuyet txomin tyana tyler
tymeo tymothe tyna tyron tyrone tyson tyssia uche ufuk ugo ugur ulla ulrich ulrick ulrika ulrike ulysse umberto umit
umut unai unal urbain urban uriel urielle ursula ursule urszula usama uwe uzay vadim vahina vaiana vaihere vaimiti
vaitea vakhtang valbona valdemar valentin valentina valentine valentino valera valere valeria valerian valeriane valerie
valerio valeriy valery valia valmir valon valter vanda vanes vanessa vania vanille vanina vannina vanya vardan vasanthi
vasco vasile vasilica vassili vassilia vasyl vaya vedat velia vencel venceslas vency venus vera verane verena verlaine
veronica veronika veronique veselin vesna vianney viatcheslav vicente vicenzo vicky victoire victor victoria victorien
victorienne victorin victorine vidal vijay vik viktor viktoria vilma vimala vincent vincente vincentine vincenzo
vinciane vinh vinod viny viola violaine violeta violetta violette viorel viorica virgil virgile virgilio virginia
virginie viriato viry vishnu vitalie vithusan vitor vitorino vittoria vittorio viviana viviane vivianne vivien vivienne
viyan vjosa vlad vladimir vladimira vladislav voahangy volkan volodia volodymyr vuong vural waddah wade wael wafa wafaa
wafae wahab waheb wahib wahiba wahid wahida wail waina waldemar waleed walid walide walter wanda wandrille wanis wanissa
warda waren warren wassil wassila wassim wassima wassime wenceslas wendell wendy werner weronika wesley wesner whitney
widad widade wided widlene wieslaw wieslawa wifak wijdane wilem wilfrid wilfride wilfried wilhelm wilhelmina wilhem will
willem willemin william williams willy wilma wim winnie winona wislet wissal wissam wissame wissem wladimir wladyslaw
wojciech wolfgang wyatt xabi xan xander xavier xaviera xaviere xenia xiao xiaoli xiaoming ximena ximeun ximun xuan
yaakov yacin yacine yacinthe yacoub yacouba yadira yael yaelle yaffa yagmur yahia yahya yakine yakoub yakout yakuba
yakup yalcin yalini yamadou yamina yamine yamna yana yanice yanick yanis yaniss yanisse yann yanna yanne yannic yannick
yannig yannik yannis yao yaqine yara yarol yarone yasar yasemin yaser yasin yasine yasmin yasmina yasmine yasna yass
yassim yassin yassine yassir yassmina yassmine yavuz yaya yazid yazide yehudi yelda yelen yelena yeliz yemina yero yesim
yesmina yessica yeter yetkin yevhen yiannis yidir yildirim yildiz yilmaz ylan ylane ylies ymane ymir ynes yoan yoane
yoann yoanna yoanne yoav yoel yoen yoeva yohan yohana yohane yohann yohannes yolaine yolanda yolande yolene yona yonas
yoni yonnel yoram yorick yoro yosra yossef yossi youba youcef youen youenn youghourta yougourthene younes youness
younous younoussa youri yoursa yousra yousri youssef yousseph youssou youssouf youssoufa ysaline ysaure yseult ysoline
yuba yucel yuki yulia yuliana yuliia yuliya yuna yunus yuri yusuf yvain yvan yvana yvanna yveline yves yvette yvon
yvonna yvonne yvonnick yza yzabel zabihullah zacarie zach zachari zacharia zacharie zachary zack zafer zahia zahir
zahira zahra zaid zaida zaim zaina zainab zainaba zainabou zakari zakaria zakariya zakary zakarya zaki zakia zaky zaliha
zalihata zana zara zarema zaur zayane zayd zayn zayna zbigniew zdzislaw zef zehra zeina zeinab zeinabou zeineb zeki
zekiye zelda zelia zelie zeliha zelim zelimkhan zelina zena zenab zenaide zephyr zephyrin zeynab zeynep zhor zhora zhour
zia ziad ziana zied zihan zilan zina zinab zinaida zine zineb zineddine zinedine zita zivan ziyad ziyan zlata zlatan zoe
zoeline zofia zohir zohra zoia zoltan zora zorah zoran zorica zoubida zoubir zouhair zouhir zouina zoulikha zoulikhat
zoumana zuhal zuleyha zulfiye zulmira zurab zyad zyan zygmunt
"""
