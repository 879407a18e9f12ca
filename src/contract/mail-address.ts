/**
 * One plain address, as mailbox providers give them out: no quoted names, no lists, nothing that could end a header line or
 * an SMTP command. Punycode stands for other alphabets.
 */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;

/** RFC 5321: what no server need take. */
const LONGEST = { local: 64, whole: 254 };

export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  return (
    at > 0 && text.length <= LONGEST.whole && local.length <= LONGEST.local && LOCAL.test(local) && DOMAIN.test(domain)
  );
}

export interface Mailbox {
  name: string;
  address: string;
}

/** `desk@shop.example` or `Porchlight <desk@shop.example>`; undefined when it is neither. */
export function readMailbox(text: string): Mailbox | undefined {
  const [, name = '', address = ''] = /^(?:([^<>"\r\n]{0,100})<([^<>\s]{3,254})>)$/.exec(text.trim()) ?? [
    '',
    '',
    text.trim(),
  ];
  return isMailAddress(address) ? { name: name.trim(), address } : undefined;
}
