/**
 * Words that say nothing about what is asked: English function words, with the apostrophe left out ("dont").
 * They are not searched for, yet they count when a pasted quotation is compared word by word.
 */
const STOP_WORDS = new Set(
  `a about above after actually again against all also am an and any anybody anyone anything are arent as at be because been
  before being below between both but by can cannot cant could couldnt did didnt do does doesnt doing dont down during
  each else ever every everything even few for from further get gets getting got had hadnt has hasnt have havent having he hed hell her
  here hers herself hes him himself his how hows i id if ill im in into is isnt it itd itll its itself ive just lets many
  may me might mine more most much must my myself no nor not now of off on once only onto or other our ours ourselves out
  over own per please quite really same shall she shed shes should shouldnt so some somebody still someone something such than that
  thatll thats the their theirs them themselves then there theres these they theyd theyll theyre theyve this those
  through to too under until up upon us v versus very via vs was wasnt we wed well were werent weve what whatever whats when whens
  where wheres whether which while who whod whole wholl whom whos whose why whys will with within without wont would wouldnt
  wat wht waht wut wats yes yet you youd youll your youre yours yourself yourselves youve`
    .split(/\s+/u)
    .filter(Boolean),
);

/**
 * Words of the asking rather than of the matter asked ("tell me", "quote", "the article"). They weigh little: an
 * article may use them, but most often the person does.
 */
const ASKING_WORDS = new Set(
  `according answer article ask asked asks claim claimed claims comment commented comments describe described
  describes explain explained explains exactly give given happen happened happening happens hello hey hi know like
  mean meaning mention mentioned mentions name news ok okay opinion passage people person quote quoted quotes react
  reacted reaction reacts regarding remark remarks remind reply replied report reported response said say saying says
  show speak spoke state stated statement statements states stories story talk talked talking talks tell telling tells
  thank thanks thing things think thinks thought thoughts told view views want wanted words write wrote`
    .split(/\s+/u)
    .filter(Boolean),
);

/** Verbs and such that a question is built with, and that its answer as likely puts otherwise. */
const LIGHT_WORDS = new Set(
  `able be become became come came coming comes find found give gave going go goes gone went keep keeps kept make made makes
  making manage managed put puts set take taken takes took tried tries try trying turn turned use used way whether work`
    .split(/\s+/u)
    .filter(Boolean),
);

/** True for a folded word that a question is built with: it tells little of what is asked. */
export function isLightWord(word: string): boolean {
  return LIGHT_WORDS.has(word);
}

/** The words that are only grammar, of so many letters at least. */
export function stopWordsOf(letters: number): string[] {
  return [...STOP_WORDS].filter((word) => word.length >= letters);
}

/** True for a folded word, without its apostrophe, that is only grammar. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** True for a folded word that belongs to the asking more than to the matter. */
export function isAskingWord(word: string): boolean {
  return ASKING_WORDS.has(word);
}
