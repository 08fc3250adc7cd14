import pino, { type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** Where secrets stand in objects that may be logged. */
const REDACTED_PATHS = [
  'token',
  '*.token',
  'headers.authorization',
  '*.headers.authorization',
  'requestBody',
  '*.requestBody',
];
/** An interaction's token stands in the address of each of its answers, and so in errors about them. */
const INTERACTION_TOKEN = /(interactions|webhooks)\/(\d{15,20})\/[\w.~%-]{8,}/gu;

/**
 * The log: JSON lines on standard error, or on `destination`. Neither the bot's token nor an interaction's is ever
 * written, wherever it turns up in a line.
 */
export function createLog(
  options: { level: string; token: string | null },
  destination?: DestinationStream,
): Log {
  const { token } = options;
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: REDACTED_PATHS, censor: '[redacted]' },
      serializers: { error: pino.stdSerializers.errWithCause },
      hooks: {
        streamWrite: (line) => {
          const safe = line.replace(INTERACTION_TOKEN, '$1/$2/[redacted]');
          return token ? safe.replaceAll(token, '[redacted]') : safe;
        },
      },
    },
    destination ?? pino.destination({ dest: 2, sync: true }),
  );
}
