import { createHmac } from 'node:crypto';
import type { ChannelKind } from '../../contract/index.js';
import { signedHeaders } from '../../platform/fetch/index.js';

/** What is told by a channel. */
export interface ChannelMessage {
  /** The same when it is tried again. */
  id: string;
  text: string;
  /** For providers that do more than pass the text on; robots get the text alone. */
  details: object;
}

export interface ChannelRequest {
  url: string;
  body: string;
  headers: Record<string, string>;
}

interface Target {
  kind: ChannelKind;
  url: string;
  /** Undefined: this robot does not check signatures. */
  secret: string | undefined;
}

/** WeCom takes 2,048 bytes of text, and a character is three of them. */
const LONGEST_TEXT = 600;

/** The request by which this kind of channel is told, signed as its documentation says. */
export function requestOf(target: Target, message: ChannelMessage, now: Date): ChannelRequest {
  const text = message.text.slice(0, LONGEST_TEXT);
  switch (target.kind) {
    case 'feishu':
      return json(target.url, { ...feishuSignature(target.secret, now), msg_type: 'text', content: { text } });
    case 'dingtalk':
      return json(dingTalkUrl(target, now), { msgtype: 'text', text: { content: text } });
    case 'wecom':
      return json(target.url, { msgtype: 'text', text: { content: text } });
    default:
      return provider(target, message, now);
  }
}

function json(url: string, content: object): ChannelRequest {
  return { url, body: JSON.stringify(content), headers: { 'content-type': 'application/json; charset=utf-8' } };
}

/**
 * Seconds, and an HMAC over nothing whose key is what other schemes would sign:
 * https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 */
function feishuSignature(secret: string | undefined, now: Date): { timestamp?: string; sign?: string } {
  if (secret === undefined) return {};
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') };
}

/** Milliseconds, in the query: https://open.dingtalk.com/document/robots/customize-robot-security-settings */
function dingTalkUrl({ url, secret }: Target, now: Date): string {
  if (secret === undefined) return url;
  const timestamp = String(now.getTime());
  const signed = new URL(url);
  signed.searchParams.set('timestamp', timestamp);
  signed.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  return signed.href;
}

/** SMS and calls: what a provider needs, signed as all webhooks of this desk are (Standard Webhooks). */
function provider({ kind, url, secret }: Target, message: ChannelMessage, now: Date): ChannelRequest {
  const { body, headers, ...request } = json(url, { kind, text: message.text, ...message.details });
  const signed = signedHeaders(secret === undefined ? [] : [secret], { id: message.id, at: now, body });
  return { ...request, body, headers: { ...headers, ...signed } };
}
