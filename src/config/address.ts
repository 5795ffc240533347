import { domainToASCII } from 'node:url';

const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A plain address (RFC 5322 dot-atom @ host name), its domain in ASCII; null when it is anything else. */
export function readAddress(value: string): string | null {
  const at = value.lastIndexOf('@');
  if (at < 1 || value.length > 254) return null;
  const local = value.slice(0, at);
  const domain = domainToASCII(value.slice(at + 1)).toLowerCase();
  if (local.length > 64 || domain === '' || !localPart.test(local)) return null;
  const address = `${local}@${domain}`;
  return address.length <= 254 && domain.split('.').every((label) => domainLabel.test(label)) ? address : null;
}

/** `Name <address>` or an address alone; null when it is neither. */
export function readNamedAddress(value: string): { readonly address: string; readonly name: string | null } | null {
  const open = value.lastIndexOf('<');
  if (open === -1) {
    const address = readAddress(value);
    return address === null ? null : { address, name: null };
  }
  if (!value.endsWith('>')) return null;
  const address = readAddress(value.slice(open + 1, -1).trim());
  const name = unquote(value.slice(0, open).trim());
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is kept out of a header
  if (address === null || /[\u0000-\u001f\u007f<>]/.test(name) || name.length > 100) return null;
  return { address, name: name === '' ? null : name };
}

function unquote(name: string): string {
  return name.length >= 2 && name.startsWith('"') && name.endsWith('"') ? name.slice(1, -1).trim() : name;
}
