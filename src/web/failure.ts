import { FetchError } from '../errors.js';

/** What went wrong with a request, for the person who gave the address. Bugs are handed on as they are. */
export function failure(url: URL, error: unknown): unknown {
  if (error instanceof FetchError || !(error instanceof Error)) return error;
  const why = reason(error);
  return why ? new FetchError(`"${url.host}" ${why}.`, { cause: error, detail: url.href }) : error;
}

function reason(error: Error): string | null {
  const code = 'code' in error ? String(error.code) : '';
  if (error.name === 'TimeoutError' || /TIMEOUT|TIMEDOUT|ABORTED|^ABORT_ERR$/u.test(code))
    return 'takes too long to answer: try again later';
  if (code === 'ENOTFOUND') return "can't be found: look whether the address is spelled right";
  if (code === 'EAI_AGAIN') return "can't be looked up at the moment: try again later";
  if (
    code === 'ECONNREFUSED' ||
    code.endsWith('UNREACH') ||
    ('syscall' in error && error.syscall === 'connect')
  )
    return "can't be reached: look whether the address is right, or try again later";
  if (/^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/u.test(code)) return 'closed the connection: try again later';
  if (/^HPE_|^Z_|^ERR_|^UND_ERR_(?:HEADERS|RES|RESPONSE)|BROTLI/u.test(code))
    return code.startsWith('ERR_TLS') || code.startsWith('ERR_SSL')
      ? NOT_SECURE
      : "sent something broken that can't be read: open the page and paste its text instead";
  if (/CERT|SIGNATURE|ISSUER|^EPROTO$/u.test(code)) return NOT_SECURE;
  return null;
}

const NOT_SECURE = 'has no secure connection that can be trusted: open the page and paste its text instead';
