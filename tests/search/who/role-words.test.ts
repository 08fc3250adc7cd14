import { describe, expect, it } from 'vitest';
import { askedRole, roleWords } from '../../../src/search/who/role-words.js';

describe('what a role says that somebody is', () => {
  it.each([
    ['harbour master', 'master'],
    ['the former governor of Ostmark', 'governor'],
    ['a spokesman for the Ferry Board', 'spokesperson'],
    ['chief executive officer of Petrol Lund', 'execut'],
    ['secretary general of the Tide League', 'secretari'],
    ['retired four-star general', 'general'],
    ['a veteran Whig strategist', 'strategist'],
    ['who was senior adviser to the mayor', 'advisor'],
    ['who served as the club’s treasurer', 'treasur'],
    ['mayoral candidate Rep.', 'repres candid'],
    ['a former aide to Ms. Vale and now the chairman of the Lund Fund', 'aid chair'],
    ['mother of Nils and Ulf Orr', 'mother'],
    ['a gardener, whose brother is a bishop', 'garden'],
    ['who runs a newsletter', ''],
  ])('is told by the noun that the rest belongs to: %s', (text, heads) => {
    expect(askedRole(text).heads.join(' ')).toBe(heads);
  });

  it.each([
    ['Ostmark governor', 'Ostmark Gov.'],
    ['Ostmark senator', 'Ostmark Sen.'],
    ['congresswoman', 'Rep.'],
    ['Ferry Board spokeswoman', 'press secretary of the Ferry Board'],
    ['Lundport police officer', 'Lundport cop'],
    ['vice-president', 'Vice President'],
    ['front-runner', 'frontrunner'],
  ])('is the same in other words: %s, %s', (one, other) => {
    expect(askedRole(one)).toEqual(askedRole(other));
  });

  it.each([
    ['president', 'vice president'],
    ['senator', 'state senator'],
    ['governor', 'Lt. Gov.'],
    ['director', 'deputy director'],
  ])('is another where the office is another: %s, %s', (one, other) => {
    expect(askedRole(one).heads).not.toEqual(askedRole(other).heads);
  });

  it('is known by the initials of a body too, which count for nothing', () => {
    const { words, size } = roleWords('head of the United Lamplighters Guild');
    expect([words.has('ulg'), size]).toEqual([true, 4]);
  });
});
