/** What people write around a quotation, each a function of the quotation and the name; by what is peculiar to it. */

const surnameOf = (name) =>
  name
    .replace(/,? (?:Jr\.?|Sr\.?|II|III|IV)$/u, '')
    .split(' ')
    .at(-1);
const smart = (q) => `“${q.replace(/'/gu, '’')}”`;
const straight = (q) => `"${q.replace(/[’‘]/gu, "'")}"`;
const typed = (q) =>
  q
    .toLowerCase()
    .replace(/[’']/gu, '')
    .replace(/[,;!]|(?<![.])[.](?![.])/gu, '');

/** Messages that name who is claimed. */
export const NAMED = {
  'name: marked': (q, n) => `${n}: ${straight(q)}`,
  'bold name': (q, n) => `**${n}**: ${smart(q)}`,
  'bold name, quotation on the next line': (q, n) => `**${n}**\n${smart(q)}`,
  'block quote, signed': (q, n) => `> ${q}\n- ${n}`,
  'block quote, named above': (q, n) => `${n} at the rally:\n> ${q}`,
  'block quote with marks, signed with a year': (q, n) => `> ${smart(q)}\n— ${n}, 2016`,
  'signed with a year': (q, n) => `${straight(q)} - ${n}, 2016`,
  'signed in brackets': (q, n) => `${smart(q)} (${n})`,
  'signed, no marks': (q, n) => `${q} - ${surnameOf(n)}`,
  'signed, small letters, no apostrophes': (q, n) => `${typed(q)} - ${n.toLowerCase()}`,
  'did X really say': (q, n) => `lol did ${n} really say ${straight(q)}`,
  'did X really say, small letters': (q, n) => `did ${surnameOf(n).toLowerCase()} really say ${typed(q)}`,
  'did X really say that, no marks': (q, n) => `Did ${n} really say that ${q}`,
  'name: no marks': (q, n) => `${n}: ${q}`,
  'name: small letters': (q, n) => `${n.toLowerCase()}: ${typed(q)}`,
  hashtags: (q, n) => `${smart(q)} — ${n} #politics #Election2016 #quote`,
  emoji: (q, n) => `😂😂 ${n}: ${straight(q)} 🤡🤡`,
  link: (q, n) => `${n}: ${smart(q)} https://news.example/2016/05/story-${surnameOf(n).toLowerCase()}.html`,
  'link above': (q, n) => `https://news.example/politics/a-story\n${smart(q)} - ${surnameOf(n)}`,
  'single marks': (q, n) => `${n} said '${q.replace(/['’]/gu, '’')}'`,
  'no closing mark': (q, n) => `${n}: "${q}`,
  retweet: (q, n) => `RT @${n.replace(/[^\p{L}]/gu, '')}: ${q}`,
  'chat around it': (q, n) =>
    `ok so my uncle keeps posting this one, ${surnameOf(n)} supposedly said ${straight(q)} and I can't find it anywhere`,
  'told me': (q, n) => `somebody told me ${n} said ${smart(q)}, is that true?`,
  'according to': (q, n) => `According to ${n}, ${smart(q)}`,
  'as put it': (q, n) => `As ${n} once put it: ${smart(q)}`,
  'two parts': (q, n) => {
    const words = q.split(' ');
    const at = Math.ceil(words.length / 2);
    return `"${words.slice(0, at).join(' ')}," ${surnameOf(n)} said. "${words.slice(at).join(' ')}"`;
  },
  'said behind': (q, n) => `${straight(q.replace(/[.,]$/u, ''))}, ${n} said yesterday`,
  'role before': (q, n) => `the great ${n} everyone: ${smart(q)}`,
  italics: (q, n) => `*${q}* ~ ${n}`,
  spoiler: (q, n) => `||${smart(q)}|| - ||${n}||`,
  heading: (q, n) => `# ${n}\n> ${q}`,
};

/** Messages that name nobody. */
export const BARE = {
  bare: (q) => q,
  marked: (q) => smart(q),
  'small letters': (q) => typed(q),
  'who said': (q) => `who said ${straight(q)}??`,
  'is this real': (q) => `is this real: ${smart(q)}`,
  'block quote': (q) => `> ${q}`,
  'block quote and chat': (q) => `lmaooo look at this\n> ${q}\nno way that's real`,
  'fact check': (q) => `fact check please ${straight(q)}`,
};
