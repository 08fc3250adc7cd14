import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isPublic, notPublic } from './address.js';

/**
 * What connects to public addresses alone. Names are checked as they are resolved for the very connection, so that no
 * second answer of a name server can lead elsewhere; addresses in figures, which are never resolved, before it.
 */
export function guardedAgent(lookup: LookupFunction): Agent {
  const connect = buildConnector({ lookup: publicOnly(lookup) });
  return new Agent({
    connect(options, callback) {
      if (isIP(options.hostname) && !isPublic(options.hostname)) callback(notPublic(options.hostname), null);
      else connect(options, callback);
    },
  });
}

/** What connects wherever a name leads: for hosts that the operator named. */
export function openAgent(lookup: LookupFunction): Agent {
  return new Agent({ connect: { lookup } });
}

function publicOnly(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found;
      const [first] = error ? [] : addresses;
      if (error) callback(error, []);
      else if (!first || !addresses.every(({ address }) => isPublic(address)))
        callback(notPublic(hostname), []);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
