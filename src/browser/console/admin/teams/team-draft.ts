import type { TeamRecordView } from '../../../../contract/index.js';
import type { TeamFields } from './queries.js';

export const NEW_TEAM: TeamFields = {
  name: { 'zh-CN': '', en: '' },
  leadId: null,
  dutyManagerId: null,
  memberIds: [],
  timeZone: 'Asia/Shanghai',
};

export const draftOf = ({ version, name, leadId, dutyManagerId, memberIds, timeZone }: TeamRecordView) => ({
  version,
  draft: {
    name,
    leadId: leadId ?? null,
    dutyManagerId: dutyManagerId ?? null,
    memberIds: [...memberIds].sort(),
    timeZone,
  } satisfies TeamFields,
});

/** What is sent: without the spaces that slip in. */
export const fieldsOf = ({ name, ...rest }: TeamFields): TeamFields => ({
  ...rest,
  name: { 'zh-CN': name['zh-CN'].trim(), en: name.en.trim() },
});

export const hasNames = ({ name }: TeamFields): boolean => name['zh-CN'].trim() !== '' && name.en.trim() !== '';
