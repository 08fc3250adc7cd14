import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read.js';
import { read } from '../../src/attribution/attribute.js';
import { line, party, roles } from './reading.js';

const file = 'iraqi-delegation-hits-damascus-again.txt';
const reading = read(readArticle(file, readFileSync(new URL(`../../data/${file}`, import.meta.url))));
const paragraph = (number: number) =>
  reading.statements.filter((s) => s.passage.paragraph === number).map((s) => line(reading, s));

describe('the story that ships', () => {
  it.each<[number, string[]]>([
    [1, []],
    [
      2,
      [
        'indirect | a government statement | a government statement | According to | the delegation engaged in focused discussions on counter-terrorism cooperation, boosting trade, and restarting oil exports through Mediterranean routes',
      ],
    ],
    [3, []],
    [4, []],
    [
      5,
      [
        'mixed | Basem Al-Awadi | Government spokesperson Basem Al-Awadi | described | the visit as “highly important,”',
        'indirect | Basem Al-Awadi | Government spokesperson Basem Al-Awadi | telling | it represents a concrete step toward implementing prior agreements between the two countries',
        'direct | Basem Al-Awadi | Al-Awadi | said | “Baghdad and Damascus are moving toward each other to overcome the past, acting in good faith and with a focus on a more stable and cooperative future,”',
      ],
    ],
    [
      6,
      [
        'indirect | Analysts | Analysts | stress | the strategic potential of reviving Iraq-Syria relations',
        'indirect | Analysts | Analysts | arguing | that closer ties could fortify regional stability through enhanced cooperation in security, economics, politics, and social affairs',
      ],
    ],
    [
      7,
      [
        "direct | Fareed Saadon | Kurdish academic and political analyst Fareed Saadon | said | “The two nations endured long and difficult years of discord, shaped by the former regimes' rivalry,”",
      ],
    ],
    [
      8,
      [
        'indirect | Fareed Saadon | Saadon | argued | that restoring ties is now essential',
        'direct | Fareed Saadon | he | said | “Syria and Iraq need each other – they share a border, tribal communities, and economic interdependence. Most importantly, they share security and political concerns that could be resolved if Iraq aligns with the new Syrian government,”',
      ],
    ],
    [
      9,
      [
        'indirect | Fareed Saadon | He | pointed out | that Syria, mired in deep crises, urgently needs Arab support—and Iraq, as the eastern gate of the Arab world, is well-positioned to step in',
        'direct | Fareed Saadon | - | - | “This could mark a new era of Arab solidarity, particularly with Iraq taking a more central regional role.”',
      ],
    ],
    [
      10,
      [
        'indirect | Baghdad | Baghdad | accusations | that Damascus enabled militants to cross the border during Iraq’s years of sectarian violence',
      ],
    ],
    [11, []],
    [
      12,
      [
        'indirect | Mokhtar Al-Mousawi | Parliamentary foreign relations committee member Mokhtar Al-Mousawi | pointed to | Iraqi banks, Shiite religious shrines, and diaspora communities in Syria as reasons for Iraq to maintain the connection',
      ],
    ],
    [
      13,
      [
        'direct | Mokhtar Al-Mousawi | Al-Mousawi | told | “There are strategic ties between our peoples that cannot be ignored, regardless of who governs Syria,”',
        'indirect | Mokhtar Al-Mousawi | He | also hinted | that the delegation may have carried sensitive messages',
        'direct | Mokhtar Al-Mousawi | he | said | “Not everything is revealed publicly. One message could have been informing Al-Sharaa that now is not the right time to attend the Arab Summit in Baghdad,”',
      ],
    ],
    [
      14,
      [
        'indirect | Some analysts | Some analysts | speculate | that Baghdad is also quietly mediating between Damascus and Tehran, carving out a role as a regional bridge-builder in a deeply fractured landscape',
      ],
    ],
    [
      15,
      [
        'indirect | experts | experts | increasingly view | Iraq and Syria as two halves of a shared geopolitical puzzle',
        'direct | Ahmed Al-Sharifi | security expert Ahmed Al-Sharifi | said | “The two countries form a single geopolitical unit in the broader balance of regional and international power,”',
      ],
    ],
    [
      16,
      [
        'indirect | Ahmed Al-Sharifi | Al-Sharifi | underlined | the strategic urgency of reviving the historic Kirkuk-Haditha-Syria-Jordan oil pipeline, first constructed by the British in 1934',
      ],
    ],
    [
      17,
      [
        'indirect | Ahmed Al-Sharifi | Al-Sharifi | believes | resurrecting this route fits into a broader regional vision aligned with Saudi Arabia’s 2001 peace initiative',
        'direct | Ahmed Al-Sharifi | he | said | “This includes a pathway through Syria to the Mediterranean Basin, providing a vital new oil outlet,”',
      ],
    ],
    [
      18,
      [
        'indirect | experts | experts | warn | that rebuilding trust and forging a sustainable Iraq-Syria alliance will take time',
      ],
    ],
    [19, []],
  ])('says in paragraph %i who says what', (number, lines) => {
    expect(paragraph(number)).toEqual(lines);
  });

  it('keeps people with names that look alike apart', () => {
    const people = reading.parties.filter((p) => p.kind === 'person').map((p) => p.name);
    expect(people.toSorted()).toEqual([
      'Ahmad Al-Sharaa',
      'Ahmed Al-Sharifi',
      'Al-Assad',
      'Basem Al-Awadi',
      'Fareed Saadon',
      'Hamid Al-Shatri',
      'Mohammed Shia Al-Sudani',
      'Mokhtar Al-Mousawi',
      'Saddam Hussein',
    ]);
    expect(party(reading, 'Ahmad Al-Sharaa')?.mentions).toHaveLength(6);
  });

  it.each([
    ['Ahmad Al-Sharaa', 'President'],
    ['Hamid Al-Shatri', 'chief of the National Intelligence Service'],
    ['Mohammed Shia Al-Sudani', 'Prime Minister'],
    ['Basem Al-Awadi', 'Government spokesperson'],
    ['Fareed Saadon', 'Kurdish academic and political analyst'],
    ['Mokhtar Al-Mousawi', 'Parliamentary foreign relations committee member'],
    ['Ahmed Al-Sharifi', 'security expert'],
  ])('says of %s: %s', (name, role) => {
    expect(roles(reading, name)).toEqual([role]);
  });

  it('attributes nothing to people who are only named', () => {
    const speaking = new Set(reading.statements.map((s) => s.party?.name));
    for (const name of ['Ahmad Al-Sharaa', 'Hamid Al-Shatri', 'Mohammed Shia Al-Sudani', 'Al-Assad'])
      expect(speaking).not.toContain(name);
  });
});
