import type { Locale, NoticeChannelView } from '../../../../contract/index.js';
import type { ChannelInput } from './queries.js';

export interface ChannelDraft {
  name: string;
  teamId: string | null;
  locale: Locale;
  enabled: boolean;
  /** Empty: as it is. */
  address: string;
  secret: string;
  removeSecret: boolean;
}

export const NEW_CHANNEL: ChannelDraft = {
  name: '',
  teamId: null,
  locale: 'zh-CN',
  enabled: true,
  address: '',
  secret: '',
  removeSecret: false,
};

export const draftOf = ({ version, name, teamId, locale, enabled }: NoticeChannelView) => ({
  version,
  draft: { ...NEW_CHANNEL, name, teamId: teamId ?? null, locale, enabled } satisfies ChannelDraft,
});

/** What is sent: secrets only when they were typed. */
export function inputOf({ name, teamId, locale, enabled, address, secret, removeSecret }: ChannelDraft): ChannelInput {
  return {
    name: name.trim(),
    ...(teamId && { teamId }),
    locale,
    enabled,
    ...(address.trim() && { address: address.trim() }),
    ...(removeSecret ? { secret: null } : secret && { secret }),
  };
}
