import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { decode, declaredEncoding } from '../../../src/article/import/decode.js';
import { ArticleError } from '../../../src/errors.js';

const ENGLISH = '“The café on the quay — it’s open,” Zoë Núñez said.\nShe paid €5 for it.';
const ARABIC =
  'قال مدير الميناء إن الجسر القديم سوف يغلق يوم الاثنين.\nوأضاف أن العمل يبدأ في الصباح وينتهي في المساء.';
const RUSSIAN = 'Начальник порта сказал, что старый мост закроют в понедельник.\nРаботы начнутся утром.';

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

/** The bytes of a text in an encoding of one byte a character. */
function singleByte(encoding: string, text: string): Uint8Array {
  const special: Record<string, number> = { '“': 0x93, '”': 0x94, '’': 0x92, '—': 0x97, '€': 0x80 };
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++)
    table.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from([...text].map((char) => special[char] ?? table.get(char) ?? 63));
}

describe('text is read right', () => {
  it.each([
    ['UTF-8', ENGLISH, Buffer.from(ENGLISH)],
    ['UTF-8 with a mark', ENGLISH, Buffer.from(`\uFEFF${ENGLISH}`)],
    ['UTF-8, in Arabic', ARABIC, Buffer.from(ARABIC)],
    ['UTF-16 LE with a mark', ENGLISH, utf16(ENGLISH, 'le', true)],
    ['UTF-16 BE with a mark', ENGLISH, utf16(ENGLISH, 'be', true)],
    ['UTF-16 LE without a mark', ENGLISH, utf16(ENGLISH, 'le', false)],
    ['UTF-16 BE without a mark', ENGLISH, utf16(ENGLISH, 'be', false)],
    ['UTF-16 LE without a mark, in Arabic', ARABIC, utf16(ARABIC, 'le', false)],
    ['UTF-16 BE without a mark, in Arabic', ARABIC, utf16(ARABIC, 'be', false)],
    ['windows-1252', ENGLISH, singleByte('windows-1252', ENGLISH)],
    ['windows-1256', ARABIC, singleByte('windows-1256', ARABIC)],
    [
      'windows-1256, one line',
      'قال الوزير إن الجسر سوف يفتح غدا',
      singleByte('windows-1256', 'قال الوزير إن الجسر سوف يفتح غدا'),
    ],
    ['windows-1251', RUSSIAN, singleByte('windows-1251', RUSSIAN)],
  ])('from %s', (_, text, bytes) => {
    expect(decode('a.txt', bytes)).toBe(text);
  });

  it('from an encoding that is declared', () => {
    const html = '<html><head><meta charset="windows-1251"></head><body>мост</body></html>';
    const bytes = singleByte('windows-1251', html);
    expect(decode('a', bytes, declaredEncoding(null, bytes))).toBe(html);
    expect(declaredEncoding('text/html; charset="ISO-8859-6"', bytes)).toBe('iso-8859-6');
    expect(declaredEncoding(null, Buffer.from('<?xml version="1.0" encoding="koi8-r"?>'))).toBe('koi8-r');
  });

  it('where nobody knows the encoding that is declared', () => {
    expect(decode('a', singleByte('windows-1252', ENGLISH), 'klingon')).toBe(ENGLISH);
  });

  test.prop([fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 })])(
    'from UTF-8, whatever it says',
    (text) => {
      fc.pre(text.trim().length > 0 && !/[\p{Cc}\ufffd]/u.test(text));
      fc.pre(!/^(?:%PDF|PK|Rar!|GIF8|RIFF|OggS|BZh|ID3|\uFEFF)/u.test(text));
      expect(decode('a.txt', Buffer.from(text))).toBe(text);
    },
  );
});

describe('what is no text is refused', () => {
  it.each([
    ['a zip named .txt', '504b0304140000000800', 'zip'],
    ['a PDF', '255044462d312e37', 'PDF'],
    ['an old office document', 'd0cf11e0a1b11ae1', 'office'],
    ['a picture', '89504e470d0a1a0a', 'picture'],
    ['a video', '00000018667479706d703432', 'video'],
    ['UTF-32', 'fffe000041000000', 'UTF-32'],
    ['nothing', '', 'empty'],
    ['white space', '200a0d0a09', 'empty'],
    ['a mark alone', 'efbbbf', 'empty'],
    ['a NUL in text', '68656c6c6f00776f726c64', 'not text'],
    ['random bytes', '0107f3009c8e11f0c2000403ff1b0e0f', 'not text'],
    ['control characters', '010203040506070801020304', 'not text'],
  ])('%s', (_, hex, why) => {
    expect(() => decode('a.txt', Buffer.from(hex, 'hex'))).toThrow(ArticleError);
    expect(() => decode('a.txt', Buffer.from(hex, 'hex'))).toThrow(why);
  });

  it('what is too large', () => {
    expect(() => decode('a.txt', new Uint8Array(9_000_000).fill(65))).toThrow('larger than 8 MB');
  });
});
