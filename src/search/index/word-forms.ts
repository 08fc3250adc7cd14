import { editDistance } from '../../text/edit-distance.js';

/**
 * Forms of one word that no stemmer joins. Each line starts with the form that stands for all.
 * Irregular verbs and plurals are those of any English grammar; of the peoples, those that name a country.
 */
const VERBS = `say said says|tell told|think thought|go went gone|come came|take took taken|give gave given|see saw seen
|know knew known|get got gotten|make made|find found|leave left|feel felt|bring brought|begin began begun|keep kept
|hold held|write wrote written|stand stood|hear heard|mean meant|meet met|run ran|pay paid|sit sat|speak spoke spoken
|lead led|grow grew grown|lose lost|fall fell fallen|send sent|build built|understand understood|draw drew drawn
|break broke broken|spend spent|rise rose risen|drive drove driven|buy bought|wear wore worn|choose chose chosen
|win won|sell sold|teach taught|catch caught|fight fought|throw threw thrown|lie lied|seek sought|deal dealt|die died dead
|shoot shot|steal stole stolen|withdraw withdrew withdrawn|forget forgot forgotten|swear swore sworn|tear tore torn
|freeze froze frozen|hide hid hidden|bite bit bitten|eat ate eaten|fly flew flown|ride rode ridden|sing sang sung
|ring rang rung|swim swam swum|drink drank drunk|sink sank sunk|strike struck|blow blew blown|shake shook shaken
|wake woke woken|bear bore borne|bleed bled|flee fled|lend lent|bend bent|sweep swept|sleep slept|weep wept
|creep crept|kneel knelt|dig dug|stick stuck|hang hung|swing swung|oversee oversaw overseen
|overcome overcame|override overrode overridden|undertake undertook undertaken|mistake mistook mistaken|foresee foresaw
|withhold withheld|uphold upheld|underlie underlay|pursue pursuit|refuse refusal|destroy destruction|succeed success
|lay laid|forbid forbade forbidden|arise arose arisen|become became|outgrow outgrew|rebuild rebuilt|resell resold`;
const NOUNS = `man men|woman women|child children|foot feet|tooth teeth|wife wives|life lives live lived living|knife knives|half halves
|leaf leaves|wolf wolves|thief thieves|crisis crises|analysis analyses|basis bases|medium media|datum data
|criterion criteria|phenomenon phenomena|mouse mice|goose geese|percent percentage|tax taxation|strong strength
|long length|high height|wide width|hot heat|deep depth|speech speeches|doctor dr|senator sen|governor gov|representative rep
|general gen|professor prof|versus vs|government governmental|president presidential|democrat democratic dem
|republican gop|television tv|photo photograph|phone telephone|advertisement ad|million mln|vice vp|parliament parliamentary|economy economic economics|strategy strategic|history historic historical
|religion religious|diplomacy diplomatic diplomat`;
const NUMBERS = `2 two|3 three|4 four|5 five|6 six|7 seven|8 eight|9 nine|10 ten|11 eleven|12 twelve|13 thirteen|14 fourteen
|15 fifteen|16 sixteen|17 seventeen|18 eighteen|19 nineteen|20 twenty|30 thirty|40 forty|50 fifty|60 sixty|70 seventy
|80 eighty|90 ninety`;
const PEOPLES = `afghanistan afghan afghans|albania albanian albanians|algeria algerian algerians|america american americans usa
|argentina argentine argentinian|armenia armenian|australia australian australians|austria austrian|azerbaijan azerbaijani
|bahrain bahraini|bangladesh bangladeshi|belarus belarusian|belgium belgian|bolivia bolivian|bosnia bosnian
|brazil brazilian brazilians|britain british briton britons uk|bulgaria bulgarian|burma burmese|cambodia cambodian
|canada canadian canadians|chile chilean|china chinese|colombia colombian|croatia croatian|cuba cuban cubans
|cyprus cypriot|denmark danish dane danes|egypt egyptian egyptians|estonia estonian|ethiopia ethiopian|europe european europeans
|finland finnish finn finns|france french|georgia georgian|germany german germans|ghana ghanaian|greece greek greeks
|haiti haitian|hungary hungarian|iceland icelandic|india indian indians|indonesia indonesian|iran iranian iranians
|iraq iraqi iraqis|ireland irish|israel israeli israelis|italy italian italians|japan japanese|jordan jordanian jordanians
|kazakhstan kazakh|kenya kenyan|korea korean koreans|kosovo kosovar|kurdistan kurd kurds kurdish|kuwait kuwaiti
|latvia latvian|lebanon lebanese|libya libyan|lithuania lithuanian|macedonia macedonian|malaysia malaysian|mali malian
|mexico mexican mexicans|mongolia mongolian|morocco moroccan|nepal nepali nepalese|netherlands dutch|nigeria nigerian
|norway norwegian|oman omani|pakistan pakistani pakistanis|palestine palestinian palestinians|peru peruvian
|philippines philippine filipino filipinos|poland polish pole poles|portugal portuguese|qatar qatari|romania romanian
|russia russian russians|saudi saudis|scotland scottish scot|serbia serbian serb serbs|singapore singaporean|slovakia slovak
|slovenia slovenian|somalia somali|spain spanish spaniard|sudan sudanese|sweden swedish swede swedes|switzerland swiss
|syria syrian syrians|taiwan taiwanese|thailand thai|tunisia tunisian|turkey turkish turk turks turkiye|ukraine ukrainian ukrainians
|venezuela venezuelan|vietnam vietnamese|wales welsh|yemen yemeni yemenis|africa african africans|asia asian asians
|arab arabs arabic arabian|muslim muslims islam islamic islamist|jew jews jewish|christian christianity|shiite shia shi'ite
|sunni sunnis|catholic catholics`;

const forms = new Map<string, string>();
for (const table of [VERBS, NOUNS, NUMBERS, PEOPLES]) {
  for (const line of table.split('|')) {
    const [first, ...others] = line.trim().split(/\s+/u);
    for (const other of others) if (first) forms.set(other, first);
  }
}

/** The form that stands for all forms of a folded word, or the word itself. */
export function baseForm(word: string): string {
  return forms.get(word) ?? word;
}

/** Shorter forms differ from too many other words by one letter. */
const SHORTEST_LIKE = 5;

/** The base forms of irregular forms that a folded word is one slip away from. */
export function formsLike(word: string): string[] {
  if (word.length < SHORTEST_LIKE) return [];
  const like = [...forms].filter(
    ([form]) => form.length >= SHORTEST_LIKE && editDistance(word, form, 1) === 1,
  );
  return [...new Set(like.map(([, base]) => base))];
}
