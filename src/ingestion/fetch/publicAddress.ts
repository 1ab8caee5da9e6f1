import { lookup as resolve, type LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Whether an IP address belongs to the public internet: not this machine, its network, or a range with a purpose of its own. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` takes the IPv4 address out of one that is mapped into IPv6.
  return ipaddr.process(address).range() === "unicast";
}

/** Which addresses may be connected to. */
export type IsAllowed = (address: string) => boolean;

/**
 * Looks hosts up for connections and refuses those of which any address is not allowed: the address that is checked is the one
 * that is connected to, so that a name cannot change its mind in between.
 */
export function guardedLookup(isAllowed: IsAllowed): LookupFunction {
  return (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? [];
      if (error || first === undefined) {
        callback(error ?? new Error(`${host} has no address`), "", 0);
        return;
      }
      const inner = addresses.find(({ address }) => !isAllowed(address));
      if (inner)
        callback(new Error(`${host} is ${inner.address}, which is not on the public internet`), "", 0);
      else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
