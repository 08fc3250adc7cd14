import { describe, expect, it } from 'vitest';
import { readFolder } from '../../../src/corpus/folder.js';
import type { NoAnswer } from '../../../src/search/answer.js';
import { ask } from '../../../src/search/ask.js';
import { indexCorpus } from '../../../src/search/index/index-corpus.js';

const index = await indexCorpus(await readFolder('data'));

const AWADI = 'Basem Al-Awadi';
const SAADON = 'Fareed Saadon';
const MOUSAWI = 'Mokhtar Al-Mousawi';
const SHARIFI = 'Ahmed Al-Sharifi';

function first(text: string): { words: string; speakers: string[] } {
  const answer = ask(index, { text });
  expect(answer.reason).toBeNull();
  const hit = answer.hits[0]!;
  return {
    words: hit.passage.article.text.slice(hit.sentence.start, hit.sentence.end),
    speakers: hit.speakers.map((s) => s.name),
  };
}

describe('what each of the four said of his subjects', () => {
  it.each<[question: string, speaker: string, words: string]>([
    ['What did Al-Awadi say about the visit?', AWADI, '“highly important,”'],
    ['What did Basem Al-Awadi say about Baghdad and Damascus?', AWADI, 'moving toward each other'],
    ['What did the government spokesperson say about the past?', AWADI, 'overcome the past'],
    ['What did the Iraqi government spokesperson say about the agreements?', AWADI, 'prior agreements'],
    ['everything Al-Awadi said', AWADI, ''],
    ['What did Saadon say about the former regimes?', SAADON, "former regimes' rivalry"],
    ['What did Fareed Saadon say about Syria and Iraq needing each other?', SAADON, 'need each other'],
    ['What did Saadon say about Arab solidarity?', SAADON, 'new era of Arab solidarity'],
    ['What did the Kurdish analyst say about the shared border?', SAADON, 'they share a border'],
    ['What did the Kurdish academic say about security concerns?', SAADON, 'security and political concerns'],
    ['What did Saadon say about restoring ties?', SAADON, 'restoring ties is now essential'],
    ['Saadon on Iraq’s regional role', SAADON, 'regional role'],
    ['What did Al-Mousawi say about strategic ties?', MOUSAWI, 'strategic ties between our peoples'],
    ['What did Mokhtar Al-Mousawi say about the Arab summit?', MOUSAWI, 'not the right time'],
    ['What did Al-Mousawi say about Iraqi banks?', MOUSAWI, 'Iraqi banks'],
    ['What did the foreign relations committee member say about messages?', MOUSAWI, 'sensitive messages'],
    ['What did the parliament member say about shrines?', MOUSAWI, 'Shiite religious shrines'],
    ['Al-Mousawi on diaspora communities', MOUSAWI, 'diaspora communities'],
    ['What did Al-Sharifi say about the pipeline?', SHARIFI, 'oil pipeline'],
    ['What did Ahmed Al-Sharifi say about the Mediterranean?', SHARIFI, 'Mediterranean Basin'],
    ['What did the security expert say about geopolitics?', SHARIFI, 'single geopolitical unit'],
    ['What did Al-Sharifi say about Saudi Arabia’s peace initiative?', SHARIFI, '2001 peace initiative'],
    ['Al-Sharifi’s view of the balance of power', SHARIFI, 'balance of regional and international power'],
  ])('%s', (question, speaker, words) => {
    const answer = first(question);
    expect(answer.speakers[0]).toBe(speaker);
    expect(answer.words).toContain(words);
  });
});

describe('who said it, from a fragment', () => {
  it.each<[question: string, speaker: string]>([
    ['who said "the two countries form a single geopolitical unit"?', SHARIFI],
    ['“providing a vital new oil outlet” who said that', SHARIFI],
    ['who said the two nations endured long years of discord', SAADON],
    ['Who said Syria and Iraq need each other?', SAADON],
    ['who said a new era of Arab solidarity', SAADON],
    ['who said "not everything is public"', MOUSAWI],
    ['Who said there are strategic ties that can’t be ignored?', MOUSAWI],
    ['who said "now isn\'t the right time to attend the summit"', MOUSAWI],
    ['who called the visit highly important?', AWADI],
    ['who said baghdad and damascus are moving towards each other', AWADI],
  ])('%s', (question, speaker) => expect(first(question).speakers).toEqual([speaker]));
});

describe('facts of the story', () => {
  it.each<[question: string, words: string]>([
    ['When did the delegation arrive in Damascus?', 'on Friday'],
    ['Who led the delegation?', 'Hamid Al-Shatri'],
    ['Who leads the National Intelligence Service?', 'Hamid Al-Shatri'],
    ['Who is Hamid Al-Shatri?', 'chief of the National Intelligence Service'],
    ['Where did Al-Sudani meet Al-Sharaa?', 'in Doha'],
    ['Where did the prime minister meet the Syrian president?', 'in Doha'],
    ['Who brokered the meeting in Doha?', 'brokered by Qatar'],
    ['When was the pipeline built?', '1934'],
    ['by whom was the pipeline constructed?', 'by the British'],
    ['Who built the pipeline?', 'by the British'],
    ['When is the Arab League summit?', 'in May'],
    ['When is the summit?', 'in May'],
    ['When did Saddam Hussein fall?', '2003'],
    ['Why is there skepticism in Iraq?', 'due to Al-Sharaa'],
    ['Why should Iraq maintain the connection?', 'reasons for Iraq to maintain'],
    ['Why was the pipeline split?', 'colonial rivalries'],
    ['How did the former regimes affect relations?', 'former regimes'],
    ['What was discussed by the delegation?', 'counter-terrorism cooperation'],
    ['What do analysts say about Iraq-Syria relations?', 'strategic potential'],
    ['What do experts say about rebuilding trust?', 'will take time'],
    ['oil pipeline', 'oil pipeline'],
    ['Kirkuk Haditha', 'Kirkuk-Haditha-Syria-Jordan'],
    ['Tehran mediation', 'mediating between Damascus and Tehran'],
    ['counterterrorism', 'counter-terrorism'],
    ['US Iran nuclear talks', 'US-Iran nuclear negotiations'],
  ])('%s', (question, words) => expect(first(question).words).toContain(words));
});

describe('names misspelt', () => {
  it.each<[question: string, speaker: string]>([
    ['What did Sadoon say about the border?', SAADON],
    ['what did Al-Sharify say about the pipeline', SHARIFI],
    ['what did alsharifi say about the pipeline', SHARIFI],
    ['moktar al-musawi on the arab summit', MOUSAWI],
    ['what did al awadi say about the futur', AWADI],
  ])('%s', (question, speaker) => expect(first(question).speakers[0]).toBe(speaker));
});

describe('what the story does not say', () => {
  it.each<[question: string, reason: NoAnswer]>([
    ['How much did the pipeline cost?', 'not-in-stories'],
    ['How many people were in the delegation?', 'not-in-stories'],
    ['how many barrels of oil does Iraq export', 'not-in-stories'],
    ['How old is Al-Sharaa?', 'not-in-stories'],
    ['What is Turkey’s view of the visit?', 'not-in-stories'],
    ['What does Turkey say about the pipeline?', 'not-in-stories'],
    ['What did Konrad Brill say about Syria?', 'not-in-stories'],
    ['Who won the world cup?', 'not-in-stories'],
    ['best pizza in Baghdad', 'not-in-stories'],
    ['what is the weather in Damascus', 'not-in-stories'],
    ['who said to be or not to be', 'not-in-stories'],
    ['What did Al-Sharaa say about the summit?', 'never-quoted'],
    ['What did Hamid Al-Shatri say?', 'never-quoted'],
    ['What did Al-Shatri say about security?', 'never-quoted'],
    ['What did Al-Sudani say about Al-Sharaa?', 'never-quoted'],
    ['What did the prime minister say about the meeting?', 'never-quoted'],
    ['What did Al-Awadi say about the pipeline?', 'not-said-by-speaker'],
    ['What did Al-Awadi say about ISIS?', 'not-said-by-speaker'],
    ['What did Saadon say about the pipeline?', 'not-said-by-speaker'],
    ['What did Al-Mousawi say about oil?', 'not-said-by-speaker'],
    ['What did Al-Sharifi say about Shiite shrines?', 'not-said-by-speaker'],
    ['What did Al-Sharifi say about the Arab summit?', 'not-said-by-speaker'],
    ['', 'asks-nothing'],
    ['?', 'asks-nothing'],
    ['hello', 'asks-nothing'],
    ['tell me', 'asks-nothing'],
    ['what did he say', 'asks-nothing'],
    ['What happened?', 'asks-nothing'],
  ])('%s', (question, reason) => {
    const answer = ask(index, { text: question });
    expect(answer.found).toBe(false);
    expect(answer.reason).toBe(reason);
  });
});
