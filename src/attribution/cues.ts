/**
 * The words of saying. What a verb takes decides where its content is looked for:
 * - `say`: a clause or a quotation, before or after ("said that …", "…, said X")
 * - `tell`: first the person told, then as `say`
 * - `as`: a noun phrase and what it is called ("described the visit as …", "called it …")
 * - `about`: a noun phrase as the content ("criticized the plan", "underlined the urgency of …")
 * - `think`: a clause, never a noun phrase ("believes …", "thinks that …")
 * - `do`: "to" and a verb ("vowed to …", "urged X to …")
 * - `with`: a preposition and a noun phrase ("called for a ban", "spoke of the past")
 * @module
 */

export type CueClass = 'say' | 'tell' | 'as' | 'about' | 'think' | 'do' | 'with';

const VERBS: Record<CueClass, string> = {
  say: `say add note argue claim declare announce report explain continue tweet state conclude insist warn suggest recall
    acknowledge admit assert stress deny confirm allege contend maintain remark comment observe complain concede joke quip
    testify reiterate recount predict estimate emphasize emphasise underline underscore lament boast shout yell exclaim mutter
    whisper wonder ask answer reply respond write post read counter retort snap scoff muse opine repeat caution charge
    proclaim clarify elaborate interject reveal disclose indicate imply hint affirm aver reason recommend propose speculate
    reply laugh cry chant scream murmur sigh vow pledge promise swear crow gush deadpan chime marvel fume bemoan gripe recollect intone
    blog stipulate posit theorize theorise hypothesize rule decree point surmise reckon posit profess quote blurt bark roar agree remember pontificate snipe ponder alert email message signal relate
    thunder bellow beam vent plead protest rejoin volunteer venture summarize summarise vouch attest preach
    rue grumble groan whine tease demand question grouse warn advise forecast project conjecture pronounce assess`,
  tell: `tell inform remind assure convince notify advise warn brief reassure persuade caution promise ask`,
  as: `name identify list nickname herald frame describe characterize characterise call label brand dub depict portray dismiss denounce hail decry deride view regard
    cast blast ridicule praise condemn mock slam tout lambast lambaste bill paint term deem lampoon liken remember recall`,
  about: `attack endorse reference invoke credit rip bash deplore belittle taunt chastise scold commend salute laud
    attribute retweet compare criticize criticise accuse blame praise condemn denounce blast slam mock reject dismiss defend question discuss
    mention cite outline detail highlight underline underscore stress emphasize emphasise reiterate
    propose announce deny urge welcome applaud dispute decry bemoan lament decline renounce rebuke chide
    note acknowledge recall predict promise pledge suggest recommend repeat reiterate declare demand explain admit concede describe belittle disparage trash trumpet champion repudiate assail lambaste ridicule deride tout echo express voice confirm threaten thank congratulate commend disavow`,
  think: `believe think know feel hope fear expect doubt worry assume suspect agree find realize realise learn understand
    recognize recognise figure remember show consider anticipate guess imagine conclude suggest`,
  do: `coach vow pledge promise threaten urge ask tell hope want plan offer refuse decline agree expect encourage order
    demand advise warn claim intend aim propose swear volunteer invite instruct implore beg challenge dare beseech exhort
    request persuade convince`,
  with: `lash campaign call speak talk refer allude point warn complain boast joke brag hint push argue testify write rail caution insist plead apologize
    apologise tweet comment reflect elaborate gloat rave muse`,
};

/** The prepositions that make a verb one of saying. */
const PREPOSITIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  `call for on|speak of about|talk of about|refer to|allude to|point to|warn of about against|complain of about|boast of about|joke about|brag about|hint at
push for|argue for against|testify about|write of about|rail against|caution against|insist on|plead for|apologize for|apologise for|tweet about|comment on
reflect on|elaborate on|gloat about|rave about|muse about|lash out|campaign for against`
    .split(/[|\n]/u)
    .map((line) => line.split(' '))
    .map(([verb = '', ...list]) => [verb, new Set(list)]),
);

/** The prepositions that a verb of the class `with` needs. */
export function prepositionsOf(lemma: string): ReadonlySet<string> | undefined {
  return PREPOSITIONS.get(lemma);
}

/** Forms that the rules of spelling don't give: past, past participle, -ing where irregular. */
const IRREGULAR: Record<string, string> = {
  speak: 'spoke spoken',
  say: 'said',
  tell: 'told',
  write: 'wrote written',
  read: 'read',
  think: 'thought',
  know: 'knew known',
  feel: 'felt',
  find: 'found',
  see: 'saw seen',
  show: 'showed shown',
  understand: 'understood',
  mean: 'meant',
  swear: 'swore sworn',
  seek: 'sought',
  quip: 'quipped quipping',
  plan: 'planned planning',
  admit: 'admitted admitting',
  rebut: 'rebutted rebutting',
  snap: 'snapped snapping',
  slam: 'slammed slamming',
  blog: 'blogged blogging',
  dub: 'dubbed dubbing',
  chat: 'chatted chatting',
  label: 'labeled labelled labeling labelling',
  begin: 'began begun',
  beg: 'begged begging',
  hint: 'hinted hinting',
  learn: 'learned learnt',
  forecast: 'forecast forecasting',
  cast: 'cast casting',
  overhear: 'overheard',
  brag: 'bragged bragging',
  refer: 'referred referring',
  rip: 'ripped ripping',
};

const cueClasses = new Map<string, Set<CueClass>>();
const lemmas = new Map<string, string>();
const finite = new Map<string, 'base' | 's' | 'past' | 'ing'>();

function forms(lemma: string): [string, 'base' | 's' | 'past' | 'ing'][] {
  const out: [string, 'base' | 's' | 'past' | 'ing'][] = [[lemma, 'base']];
  const consonantY = /[^aeiou]y$/u.test(lemma);
  out.push([
    consonantY ? `${lemma.slice(0, -1)}ies` : /(?:s|sh|ch|x|z)$/u.test(lemma) ? `${lemma}es` : `${lemma}s`,
    's',
  ]);
  const irregular = IRREGULAR[lemma]?.split(' ') ?? [];
  const past = irregular.filter((f) => !f.endsWith('ing'));
  if (past.length) for (const f of past) out.push([f, 'past']);
  else
    out.push([
      lemma.endsWith('e') ? `${lemma}d` : consonantY ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`,
      'past',
    ]);
  const ing = irregular.filter((f) => f.endsWith('ing'));
  if (ing.length) for (const f of ing) out.push([f, 'ing']);
  else out.push([/[^e]e$/u.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`, 'ing']);
  return out;
}

for (const cls of ['say', 'tell', 'as', 'about', 'think', 'do', 'with'] as const) {
  for (const lemma of VERBS[cls].split(/\s+/u)) {
    for (const [form, kind] of forms(lemma)) {
      lemmas.set(form, lemma);
      if (kind !== 'base' || !finite.has(form)) finite.set(form, kind);
      const set = cueClasses.get(form);
      if (set) set.add(cls);
      else cueClasses.set(form, new Set([cls]));
    }
  }
}

/** What a verb form takes as a word of saying; undefined for other words. */
export function cueClassesOf(lower: string): ReadonlySet<CueClass> | undefined {
  return cueClasses.get(lower);
}

/** The dictionary form of a verb of saying. */
export function lemmaOf(lower: string): string | undefined {
  return lemmas.get(lower);
}

/** Which form of its verb a word is. */
export function formOf(lower: string): 'base' | 's' | 'past' | 'ing' | undefined {
  return finite.get(lower);
}
