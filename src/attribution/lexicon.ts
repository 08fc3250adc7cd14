/**
 * Closed word lists that several rules share.
 * @module
 */

function list(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u).filter(Boolean));
}

/** Before a surname these say that it is a person's, and often which gender. */
export const COURTESY: ReadonlyMap<string, 'female' | 'male' | null> = new Map([
  ...[
    'mr',
    'mr.',
    'sir',
    'lord',
    'fr.',
    'father',
    'king',
    'prince',
    'sheikh',
    'sayyid',
    'ayatollah',
    'imam',
    'pope',
    'don',
  ].map((t) => [t, 'male'] as const),
  ...[
    'mrs',
    'mrs.',
    'ms',
    'ms.',
    'miss',
    'lady',
    'dame',
    'queen',
    'princess',
    'madam',
    'sister',
    'duchess',
  ].map((t) => [t, 'female'] as const),
  ...['dr', 'dr.', 'prof', 'prof.', 'rev', 'rev.', 'hon.', 'fr.', 'st.'].map((t) => [t, null] as const),
]);

/** Ranks and offices that stand right before a name ("Sen.", "President"). */
export const OFFICE =
  list(`sen. sens. senator senators rep. reps. representative congressman congresswoman gov. govs. governor lt. president
  vice premier prime minister chancellor secretary undersecretary attorney general gen. gen adm. admiral col. col colonel maj. major capt.
  captain cmdr. commander sgt. sergeant cpl. corporal lieutenant brig. brigadier pvt. private officer detective det. insp. inspector
  deputy assistant associate justice judge magistrate chief commissioner sheriff mayor councilman councilwoman councilmember
  councillor alderman assemblyman assemblywoman delegate treasurer comptroller ambassador amb. envoy consul speaker leader whip
  chairman chairwoman chairperson chair director professor doctor coach pastor bishop archbishop cardinal rabbi reverend imam ayatollah
  sheikh emir sultan king queen prince princess duke duchess pope dean principal superintendent supt. ceo cfo coo cto marshal
  mp spokesman spokeswoman spokesperson former ex- ex acting then- then interim late retired candidate nominee president-elect
  vice-president co-founder founder co-chair co-chairman solicitor district marine army navy gop house senate state majority minority first lady
  trooper firefighter agent special lawyer counsel host reporter anchor author activist actor actress singer rapper comedian
  manager strategist adviser advisor aide pollster economist analyst expert correspondent columnist editor producer filmmaker writer
  supporter veteran billionaire businessman businesswoman mogul star legend icon voter resident student teacher
  foreign defense defence interior finance communications press campaign policy national security political senior`);

/** Their last word decides ("foreign policy adviser", "nursing home owner"). */
const PERSON =
  list(`academic master fisherman gunman salesman craftsman workman boatman doorman foreman handyman postman cameraman
  anchorman sportsman tribesman clergyman serviceman seaman airman guardsman ombudsman patrolman watchman pianist guitarist violinist florist dentist
  pharmacist motorist tourist cyclist essayist cartoonist spokesman spokeswoman spokesperson spox president minister secretary senator representative congressman
  congresswoman congressperson governor mayor premier chancellor chairman chairwoman chairperson chair director deputy officer official
  commissioner chief judge justice attorney prosecutor lawyer counsel solicitor barrister ambassador envoy diplomat leader speaker candidate nominee
  contender analyst expert professor lecturer scholar researcher scientist historian economist strategist consultant adviser advisor aide assistant
  manager operative pollster organizer organiser activist advocate lobbyist donor supporter delegate member founder co-founder owner executive
  ceo cfo coo boss head administrator coordinator superintendent principal dean teacher student pupil parent mother father mom dad
  wife husband ex-wife ex-husband son daughter brother sister widow widower uncle aunt cousin niece nephew grandmother grandfather girlfriend
  boyfriend partner spouse fiance fiancee friend neighbor neighbour colleague rival critic ally opponent predecessor successor confidant confidante
  actor actress singer rapper musician artist comedian filmmaker producer writer author novelist poet playwright journalist reporter
  correspondent columnist editor editor-in-chief commentator anchor host co-host pundit blogger broadcaster photographer publisher interviewer
  personality star champion athlete player coach quarterback goalkeeper striker midfielder captain general commander colonel major lieutenant
  sergeant corporal admiral marshal soldier veteran marine sailor pilot trooper sheriff detective inspector constable policeman policewoman
  firefighter agent guard bishop archbishop cardinal priest pastor rabbi imam pope monk nun cleric reverend minister preacher theologian
  doctor physician surgeon nurse psychiatrist psychologist therapist gastroenterologist cardiologist epidemiologist virologist biologist
  chemist physicist astronomer astronaut climatologist ecologist engineer architect designer developer programmer entrepreneur
  businessman businesswoman businessperson investor financier banker broker trader accountant auditor economist banker mogul tycoon billionaire
  millionaire developer magnate farmer rancher miner worker employee driver mechanic carpenter electrician plumber waiter waitress
  chef baker barber clerk cashier salesman librarian curator archivist technician technologist inventor resident voter citizen immigrant migrant refugee
  victim survivor witness suspect defendant plaintiff inmate prisoner hostage whistleblower informant intern apprentice graduate alumnus
  legislator lawmaker parliamentarian politician statesman councilman councilwoman councillor councilor assemblyman assemblywoman alderman
  treasurer comptroller trustee chairlady monarch king queen prince princess duke emir sultan sheikh heir model mayor-elect president-elect
  socialist conservative liberal progressive independent democrat republican libertarian communist dissident rebel fighter militant terrorist gunman
  shooter hacker translator interpreter genius pioneer mentor protege disciple follower fan fellow chaplain magistrate mediator negotiator
  broker fundraiser campaigner volunteer canvasser planner statistician demographer sociologist anthropologist archaeologist philosopher
  linguist criminologist specialist practitioner trainer instructor tutor headmaster headteacher vice-president vice-chairman lieutenant-governor
  interviewer figure insider loyalist surrogate stalwart veteran hopeful native newcomer incumbent frontrunner front-runner mastermind
  heiress vendor staffer emcee podcaster vlogger influencer caregiver retiree homemaker trucker welder janitor bartender paramedic ranger
  attendee guest participant panelist shopper customer client passenger bystander onlooker spectator traveler traveller tenant landlord
  commuter patron detainee trainee adoptee evacuee cadet recruit
  admirer ally appointee backer booster bundler capitalist challenger defender entertainer heavyweight heckler holdover marcher moderator narrator
  neurosurgeon objector philanthropist questioner recipient reviewer taxpayer user watcher
  juror bailiff deacon evangelist missionary botanist zoologist entomologist veterinarian counselor counsellor oncologist
  man woman boy girl person guy lady gentleman teenager toddler orphan mom-of-two stepmother stepfather`);

/** Nouns for people by their endings ("oceanographer", "beekeeper"); those in "-man" end surnames too, and are listed. */
const PERSON_ENDING =
  /(?:woman|person|ologist|ographer|ician|keeper|maker|holder|owner|worker|leader|writer|player|trainer|teacher|officer|goer)$/u;

/** Nouns for what a person is or does. */
export const PERSON_NOUN = {
  has: (word: string): boolean => PERSON.has(word) || PERSON_ENDING.test(word),
};

/** Last or only words of organisations. */
export const ORGANISATION_NOUN =
  list(`committee council commission agency department ministry office bureau administration government parliament congress senate
  house party campaign company corporation corp corp. inc inc. ltd ltd. llc plc co co. group firm bank fund foundation institute institution
  institutes center centre university college school academy association union federation league alliance coalition network organization organisation
  society club team board authority service services force forces army navy police court courts court's news times post journal press tribune herald
  chronicle gazette observer guardian telegraph globe magazine media radio television tv channel agency airlines airways motors
  industries holdings partners associates systems technologies pharmaceuticals hospital church mosque ministry embassy consulate
  project initiative movement network lab labs laboratory studio studios museum library trust chamber caucus convention assembly cabinet taskforce
  airline airport newspaper retailer manufacturer maker startup start-up industry faction giant venture utility insurer carrier
  brotherhood front militia guard command division bloc camp forum registry exchange reserve treasury pentagon kremlin conference unit
  pac committee lobby think-tank secretariat department watch international daily review examiner weekly monitor wire`);

/** Words that speak as a text does. */
export const DOCUMENT_NOUN =
  list(`statement report poll survey study letter missive memo memorandum email e-mail tweet post article editorial op-ed column
  book filing lawsuit complaint indictment affidavit brief motion ruling decision opinion order transcript document documents paper
  release message note analysis review audit assessment data figures statistics records census headline ad advertisement commercial video
  website site page blog story account bulletin communique communiqué declaration manifesto platform constitution law bill resolution polls surveys reports
  petition quiz item plan poster leaflet flyer timeline profile
  studies letters emails e-mails tweets statements articles posts findings research investigation inquiry probe testimony notice caption sign banner placard clip recording spot footage`);

/** Nouns for people who speak without a name. */
export const GROUP_NOUN =
  list(`people voters residents critics supporters opponents officials sources experts analysts observers economists scientists
  researchers lawmakers democrats republicans conservatives liberals police authorities investigators prosecutors lawyers attorneys aides advisers
  advisors members leaders activists advocates protesters demonstrators reporters journalists americans women men parents students teachers others many
  some most several few everyone everybody someone somebody anyone half majority percent those all both diplomats witnesses insiders strategists
  participants respondents attendees surveyed interviewed caucus-goers passengers villagers neighbors neighbours locals fans players workers
  union audience panel jurors judges justices senators governors mayors historians scholars two three four five six percent
  allies source official team staff crowd public community communities campaigners businesses companies`);

/** Where and how people speak. */
export const OCCASION_NOUN =
  list(`interview interviews statement statements comment comments remark remarks speech speeches letter email e-mail tweet tweets post
  release appearance testimony address rally debate forum briefing conference broadcast podcast show twitter facebook instagram memo op-ed
  hearing filing report article column essay blog video`);

export const TIME_WORD =
  list(`monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight january february march april may
  june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. morning afternoon evening night
  week month year weekend noon midnight earlier later recently now then again ago last next week's`);

/** Capitalised words that are never part of a person's name where a sentence begins. */
export const FUNCTION_WORD =
  list(`a an the this that these those some many most several few all both each every any no none one two three four five six
  seven eight nine ten he she it they we you i his her its their our your my him them us me who whom whose which what when where why how
  if because since while although though unless until after before as at by for from in into of off on onto out over per than through to toward
  towards under up upon via with within without about above across against along among around behind below beneath beside besides between beyond
  during except inside like near outside past and or but nor yet so either neither not only also even just still already again then now here there
  however meanwhile moreover furthermore nevertheless nonetheless instead indeed therefore thus hence perhaps maybe once twice never always
  often sometimes usually is are was were be been being am do does did have has had will would shall should can could may might must let more
  less other others another such same own according despite amid following including regarding given asked yes no well oh ok okay please thanks
  thank dear read watch see listen click today tomorrow yesterday tonight earlier later recently currently later finally eventually ultimately
  such too very much what's that's it's he's she's there's i'm don't we're they're
  both ironically interestingly unfortunately fortunately notably obviously clearly apparently reportedly presumably additionally similarly likewise
  consequently otherwise rather much little whether throughout concerning nearly almost roughly approximately till til everyone everybody nobody
  nothing something anything someone anyone somebody whatever whoever whenever wherever hey hi hello amen wow`);

/** Words that begin sentences, and names too ("New York", "Great Britain"): part of a name only inside a sentence. */
export const NAME_OPENER =
  list(`first second third last next new old former ex current good great big small high low long short right left nice bad
  white black green young red blue`);

/** Surnames that are words too. */
export const WORD_SURNAME =
  list(`brown green white black young king hill wood price page rice cook baker carter fisher mason cooper turner walker hunter
  parker taylor ward woods stone banks rivers brooks field fields bell ball ford love long short small little gray grey rose day may moon snow
  winter summer frost wolf fox lamb bird fish berry cherry marsh moss reed rush law judge bishop pope priest abbot knight noble prince duke earl
  church temple park street lane bridge gates hall cross west east north south justice booker clay burns best blunt bush cruise sessions grace hope
  cotton weaver shepherd butler chandler spencer porter potter archer bond case chase drew flake flowers hand head holder jewel jordan lake land light
  major marks mills money moody moor more morrow nails neal nelson nichols penny pitt pool post power powers purcell rand rich rock rove sharp shore
  singer sparks speed spicer steel sterling strong swift tanner tucker wall waters webb wells wise wright bacon barber beach bloom bolt bragg bright buck
  camp carpenter christie cash coats conway crane daily dean farmer finch glass golden good grant hardy hawk hood horn hurt idol joy keys klein lynch`);

/** Countries, regions, states and cities often met in news: names that are not people. */
export const PLACE =
  list(`afghanistan albania algeria america argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium bolivia bosnia
  brazil britain bulgaria burma cambodia cameroon canada chile china colombia congo croatia cuba cyprus czechia denmark ecuador egypt england
  eritrea estonia ethiopia europe finland france germany ghana greece guatemala haiti honduras hungary iceland india indonesia iran iraq
  ireland israel italy japan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania malaysia mali malta mexico
  moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine
  panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain
  sudan sweden switzerland syria taiwan tajikistan tanzania thailand tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam
  wales yemen zambia zimbabwe africa asia antarctica eurasia scandinavia crimea kurdistan chechnya tibet gaza u.s. u.k. u.s u.k us uk uae eu usa u.n. un
  alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky
  louisiana carolina maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania
  tennessee texas utah vermont virginia wisconsin wyoming baghdad damascus doha tehran riyadh ankara istanbul beirut amman cairo jerusalem
  aleppo mosul kabul islamabad delhi mumbai beijing shanghai tokyo seoul pyongyang moscow kiev kyiv london paris berlin rome madrid vienna geneva brussels
  washington manhattan brooklyn queens bronx chicago boston philadelphia detroit cleveland atlanta miami dallas houston denver seattle
  phoenix baltimore pittsburgh milwaukee minneapolis portland orlando charlotte tulsa hollywood broadway davos west east north south midwest`);

/** Adjectives of nations, parties and faiths that stand before a name without being part of it. */
export const DEMONYM =
  list(`american british english scottish irish french german italian spanish portuguese dutch belgian swiss austrian polish czech hungarian
  romanian bulgarian greek turkish russian ukrainian georgian armenian israeli palestinian syrian iraqi iranian saudi yemeni lebanese jordanian
  egyptian libyan tunisian algerian moroccan sudanese ethiopian kenyan nigerian ghanaian african european asian arab kurdish shiite sunni
  muslim christian jewish catholic protestant evangelical mormon hindu buddhist chinese japanese korean vietnamese thai indian pakistani afghan
  bangladeshi indonesian malaysian philippine filipino burmese australian canadian mexican cuban haitian colombian venezuelan brazilian argentine
  chilean peruvian latino latina hispanic black white democratic democrat republican gop conservative liberal libertarian tory labour green
  texan californian floridian norwegian swedish danish finnish icelandic african-american kuwaiti qatari emirati bahraini omani`);
