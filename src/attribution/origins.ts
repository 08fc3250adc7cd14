/** Each state of the U.S. with its short forms in news, without points. */
const STATES = `alabama ala al; alaska ak; arizona ariz az; arkansas ark ar; california calif ca californian; colorado colo co;
  connecticut conn ct; delaware del de; florida fla fl floridian; georgia ga; hawaii hi; idaho id; illinois ill il; indiana ind;
  iowa ia iowan; kansas kan ks kansan; kentucky ky kentuckian; louisiana la; maine me; maryland md; massachusetts mass ma;
  michigan mich mi; minnesota minn mn minnesotan; mississippi miss ms; missouri mo; montana mont mt; nebraska neb ne nebraskan;
  nevada nev nv nevadan; new-hampshire nh; new-jersey nj; new-mexico nm; new-york ny; north-carolina nc; north-dakota nd;
  ohio oh ohioan; oklahoma okla ok; oregon ore; pennsylvania pa; rhode-island ri; south-carolina sc; south-dakota sd;
  tennessee tenn tn; texas tex tx texan; utah ut; vermont vt; virginia va virginian; washington wash wa; west-virginia wv;
  wisconsin wis wi; wyoming wyo wy`;

/** Each nation with what its people are called. */
const NATIONS = `afghanistan afghan; albania albanian; algeria algerian; argentina argentine argentinian; armenia armenian; australia
  australian; austria austrian; azerbaijan azerbaijani; bahrain bahraini; bangladesh bangladeshi; belarus belarusian; belgium belgian;
  bolivia bolivian; bosnia bosnian; brazil brazilian; britain british uk u.k briton; bulgaria bulgarian; burma burmese myanmar;
  cambodia cambodian; canada canadian; chile chilean; china chinese; colombia colombian; congo congolese; croatia croatian;
  cuba cuban; cyprus cypriot; czechia czech; denmark danish; ecuador ecuadorean; egypt egyptian; england english; estonia estonian;
  ethiopia ethiopian; finland finnish; france french; germany german; ghana ghanaian; greece greek; guatemala guatemalan; haiti haitian;
  honduras honduran; hungary hungarian; iceland icelandic; india indian; indonesia indonesian; iran iranian; iraq iraqi; ireland irish;
  israel israeli; italy italian; japan japanese; jordan jordanian; kazakhstan kazakh; kenya kenyan; kosovo kosovar; kuwait kuwaiti;
  laos laotian; latvia latvian; lebanon lebanese; liberia liberian; libya libyan; lithuania lithuanian; malaysia malaysian; mali malian;
  mexico mexican; moldova moldovan; mongolia mongolian; morocco moroccan; nepal nepalese; netherlands dutch; nicaragua nicaraguan;
  nigeria nigerian; norway norwegian; oman omani; pakistan pakistani; palestine palestinian; panama panamanian; peru peruvian; philippines
  filipino philippine; poland polish; portugal portuguese; qatar qatari; romania romanian; russia russian; rwanda rwandan; saudi-arabia
  saudi; scotland scottish; senegal senegalese; serbia serbian; singapore singaporean; slovakia slovak; slovenia slovenian; somalia somali;
  south-africa south-african; north-korea north-korean; south-korea south-korean; spain spanish; sudan sudanese; sweden swedish;
  switzerland swiss; syria syrian; taiwan taiwanese; thailand thai; tunisia tunisian; turkey turkish; uganda ugandan; ukraine ukrainian;
  uruguay uruguayan; venezuela venezuelan; vietnam vietnamese; wales welsh; yemen yemeni; zimbabwe zimbabwean; vatican; u.s us american america`;

const PARTIES = 'republican gop republicans; democrat democratic democrats; libertarian; independent';
/** "R-Ohio" */
const PARTY_LETTERS = new Map([
  ['R', 'republican'],
  ['D', 'democrat'],
  ['I', 'independent'],
]);

/** What somebody is of: the same word for "Ariz." and "Arizona", for "Russian" and "Russia", for "GOP" and "Republican". */
export interface Origin {
  readonly kind: 'state' | 'nation' | 'party';
  readonly name: string;
}

const ORIGINS = new Map<string, Origin>();
/** Short forms are taken for states only where a party's letter stands before them ("R-La."). */
const SHORT_STATES = new Map<string, Origin>();

function enter(kind: Origin['kind'], table: string): void {
  for (const row of table.split(';')) {
    const [name = '', ...others] = row.trim().split(/\s+/u);
    const origin = { kind, name };
    for (const word of [name, ...others]) {
      if (kind === 'state') SHORT_STATES.set(word.replaceAll('-', ''), origin);
      if (kind !== 'state' || word.length > 4) ORIGINS.set(word.replace('-', ' '), origin);
    }
  }
}
enter('state', STATES);
enter('nation', NATIONS);
enter('party', PARTIES);
for (const state of ['iowa', 'ohio', 'utah']) ORIGINS.set(state, SHORT_STATES.get(state)!);

/** The origins that words name, one or two words each, and the words that name none. */
export function originsIn(folded: readonly string[]): { origins: Origin[]; rest: string[] } {
  const origins: Origin[] = [];
  const rest: string[] = [];
  for (let i = 0; i < folded.length; i++) {
    const two = ORIGINS.get(`${folded[i]!} ${folded[i + 1] ?? ''}`);
    const origin = two ?? ORIGINS.get(folded[i]!);
    if (origin) origins.push(origin);
    else rest.push(folded[i]!);
    if (two) i++;
  }
  return { origins, rest };
}

/** What stands behind the name of a member of Congress: "(R-Ariz.)", ", D-N.Y.,". */
const AFFILIATION = /^,?\s?\(?(?<party>[RDI])[-–](?<state>\p{Lu}[\p{L}.]{1,13}(?: \p{Lu}\p{L}{1,10})?)/u;
const AFFILIATION_LENGTH = 40;

/** The party and the state of an affiliation that begins at an offset; none where there is no such thing. */
export function affiliationAt(text: string, offset: number): Origin[] {
  const groups = AFFILIATION.exec(text.slice(offset, offset + AFFILIATION_LENGTH))?.groups;
  const party = PARTY_LETTERS.get(groups?.['party'] ?? '');
  if (!groups || !party) return [];
  const state = SHORT_STATES.get(groups['state']!.toLowerCase().replace(/[^\p{L}]/gu, ''));
  return [{ kind: 'party', name: party }, ...(state ? [state] : [])];
}
