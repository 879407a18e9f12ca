import { z } from 'zod';
import { readMailbox } from '../contract/index.js';

/** What to write instead, in both languages of the house. */
export const fix = (en: string, zh: string): string => `${en} · ${zh}`;

/** @param example what a right one looks like */
export const wholeNumber = (from: number, to: number) => {
  const error = fix(`write a whole number from ${from} to ${to}`, `请填写 ${from} 到 ${to} 之间的整数`);
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.number().min(from, { error }).max(to, { error }));
};

export const flag = z
  .enum(['true', 'false'], { error: fix('write true or false', '请填写 true 或 false') })
  .default('false')
  .transform((value) => value === 'true');

export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) => {
  const words = values.length < 2 ? values[0] : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
  return z.enum(values, { error: fix(`write ${words}`, `请填写 ${values.join('、')} 之一`) });
};

/** Parts with commas between, each of which must pass. */
export const listOf = (isGood: (part: string) => boolean, error: string) =>
  z
    .string()
    .default('')
    .transform((value, context) => {
      const parts = value
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean);
      const bad = parts.find((part) => !isGood(part));
      if (bad !== undefined) context.addIssue({ code: 'custom', message: `${bad}: ${error}` });
      return parts;
    });

/** An address that people or programs open. @param example shown when it is none */
export const address = (protocol: RegExp, en: string, zh: string) => z.url({ protocol, error: fix(en, zh) });

/** Random characters, and enough of them. Words and repetitions are no secret. */
export const secret = () =>
  z
    .string()
    .min(32, {
      error: fix(
        'write at least 32 random characters, e.g. from: openssl rand -base64 32',
        '请填写至少 32 个随机字符，例如：openssl rand -base64 32',
      ),
    })
    .refine((value) => new Set(value).size >= 8, {
      error: fix(
        'that repeats a few characters; use: openssl rand -base64 32',
        '重复的字符太多，请使用：openssl rand -base64 32',
      ),
    });

/** Who mail comes from, with or without a name. */
export const mailbox = () =>
  z.string().transform((value, context) => {
    const read = readMailbox(value);
    if (read) return read;
    context.addIssue({
      code: 'custom',
      message: fix('write Porchlight <desk@shop.example>', '请填写 长明客服 <desk@shop.example>'),
    });
    return z.NEVER;
  });
