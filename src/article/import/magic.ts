import { ArticleError } from '../../errors.js';

/** The first bytes of files that aren't text, in hexadecimal, and what is said of them. */
const FORMATS: readonly (readonly [start: string, what: string])[] = [
  ['504b0304', 'a zip archive or an office document: save it as plain text'],
  ['504b0506', 'an empty zip archive: attach the text itself'],
  ['25504446', 'a PDF: copy its text, and paste it'],
  ['d0cf11e0', 'an old office document: save it as plain text'],
  ['7b5c727466', 'an RTF document: save it as plain text'],
  ['1f8b', 'a gzip archive: unpack it'],
  ['526172211a', 'a RAR archive: unpack it'],
  ['377abcaf271c', 'a 7z archive: unpack it'],
  ['425a68', 'a bzip2 archive: unpack it'],
  ['fd377a585a', 'an xz archive: unpack it'],
  ['28b52ffd', 'a zstd archive: unpack it'],
  ['89504e47', 'a picture: attach the text itself'],
  ['ffd8ff', 'a picture: attach the text itself'],
  ['474946383', 'a picture: attach the text itself'],
  ['52494646', 'a picture, a sound or a video: attach the text itself'],
  ['49443303', 'a sound: attach the text itself'],
  ['49443304', 'a sound: attach the text itself'],
  ['4f676753', 'a sound: attach the text itself'],
  ['7f454c46', 'a program: attach the text itself'],
  ['4d5a90', 'a program: attach the text itself'],
  ['53514c69746520666f726d6174', 'a database: attach the text itself'],
  ['fffe0000', 'in UTF-32: save it as UTF-8'],
  ['0000feff', 'in UTF-32: save it as UTF-8'],
];

/** @throws ArticleError where the first bytes are those of another kind of file, whatever its name says */
export function refuseOtherFormats(name: string, bytes: Uint8Array): void {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  const format = FORMATS.find(([magic]) => start.startsWith(magic));
  if (format) throw new ArticleError(name, `is not text but ${format[1]}`);
  if (start.slice(8, 16) === '66747970')
    throw new ArticleError(name, 'is not text but a video: attach the text itself');
}
