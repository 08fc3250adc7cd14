import { describe, expect, it } from 'vitest';
import { passagesJson, passagesText } from '../../src/terminal/passages.js';
import { styleOf } from '../../src/terminal/style.js';
import { folderWith } from '../folder.js';

const FILES = {
  'dam.txt':
    'Dam holds\n\n“The dam will hold,” engineer Ada Stone said.\n\nOne Question Stays\n\nRain fell all day in the hills.',
  'more/bridge.txt': 'Bridge stays\n\nThe bridge opens in May, according to Bo Reed.',
};

/** What is printed for these names. */
async function text(names: readonly string[], folder = 'data'): Promise<string> {
  const blocks = [];
  for await (const block of passagesText(names, folder, styleOf({}, {}))) blocks.push(block);
  return blocks.join('\n');
}

describe('the passages of an article', () => {
  it('stand under its headline with source, cue and content in brackets, and each statement is told below', async () => {
    const folder = folderWith(FILES);
    expect((await text(['dam'], folder)).split('\n')).toEqual([
      '{source} <cue> [content]',
      '',
      'dam#0',
      'Dam holds',
      '',
      'dam#1',
      '[¹“The dam will hold,”]¹ {¹engineer Ada Stone}¹ <¹said>¹.',
      expect.stringMatching(/^ {2}¹ Ada Stone · direct · quotation, then source · full name · \d\d % sure$/u),
      '',
      'One Question Stays',
      '',
      'dam#2',
      'Rain fell all day in the hills.',
      '',
    ]);
  });

  it('can be those of files, folders and stories, in the order they are named', async () => {
    const folder = folderWith(FILES);
    const all = await text([`${folder}/more`, `${folder}/dam.txt`, 'more/bridge'], folder);
    expect(all.match(/^(?:Dam holds|Bridge stays)$/gmu)).toEqual([
      'Bridge stays',
      'Dam holds',
      'Bridge stays',
    ]);
    expect(await text([], folder)).toContain('<¹according to>¹ {¹Bo Reed}¹');
  });

  it('have a headline that may claim something too, by somebody whom no paragraph names', async () => {
    const folder = folderWith({ 'a.txt': 'Guards: The dam “will hold”\n\nRain fell all day in the hills.' });
    expect(await text([], folder)).toContain(
      '{¹Guards}¹<¹:>¹ [¹The dam “will hold”]¹\n  ¹ Guards · mixed · colon',
    );
  });

  it('stand under a title that is front matter’s as it is', async () => {
    const folder = folderWith({ 'a.txt': '---\ntitle: Dam Holds\n---\nRain fell all day.' });
    expect(await text([], folder)).toContain('Dam Holds\n\na#1\nRain fell all day.');
  });

  it('say that nobody is known where nobody is', async () => {
    const folder = folderWith({ 'a.txt': 'A headline\n\n“The dam will hold,” he said.' });
    expect(await text([], folder)).toContain(
      '¹ nobody known · direct · quotation, then source · nobody · 0 % sure',
    );
  });

  it('are one object a passage for programs', async () => {
    const folder = folderWith(FILES);
    const found: unknown[] = [];
    for await (const line of passagesJson(['dam'], folder)) found.push(JSON.parse(line));
    expect(found).toEqual([
      expect.objectContaining({ id: 'dam#0', start: 0, end: 9, text: 'Dam holds', statements: [] }),
      expect.objectContaining({ id: 'dam#1', start: 11, end: 56, text: FILES['dam.txt'].slice(11, 56) }),
      expect.objectContaining({ id: 'dam#2', statements: [] }),
    ]);
    expect(found[1]).toHaveProperty('statements.0.content', [[11, 31]]);
  });

  it('are asked for in vain where there is no such thing, or no article in it', async () => {
    const folder = folderWith({ ...FILES, 'empty.txt': '' });
    await expect(text(['nowhere'], folder)).rejects.toThrow('no file, folder or story “nowhere”');
    await expect(text([`${folder}/empty.txt`])).rejects.toThrow(`${folder}/empty.txt is empty: write the`);
  });
});
