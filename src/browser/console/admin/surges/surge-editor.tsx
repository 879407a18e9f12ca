import { Alert, App, Button } from 'antd';
import type { SurgeView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { PageFrame } from '../../shared/page-frame.js';
import { useDraft } from '../../shared/use-draft.js';
import { DraftForm } from '../draft-form.js';
import { useAdminTexts } from '../texts.js';
import { useEditSurge, useEndSurge } from './queries.js';
import { draftOf, gapsOf, inputOf, type SurgeDraft } from './surge-draft.js';
import { SurgeForm } from './surge-form.js';
import { SurgeRows } from './surge-rows.js';
import { useSurgeTexts } from './texts.js';
import { useSurgeTeams } from './use-surge-teams.js';

/** One surge: what it does, and its early end. What has ended is only read. */
export function SurgeEditor({ surge }: { surge: SurgeView }) {
  const { t, pick } = useLanguage();
  const texts = useSurgeTexts();
  const adminTexts = useAdminTexts();
  const { message, modal } = App.useApp();
  const { options, nameOf, mayEdit } = useSurgeTeams();
  const form = useDraft<SurgeDraft>(draftOf(surge));
  const saving = useEditSurge(surge.id);
  const ending = useEndSurge(surge.id);
  const toList = () => goTo(adminAddress('surges'));
  const isPlanned = surge.state === 'planned';
  const end = () =>
    modal.confirm({
      title: texts('endTitle', { reason: surge.reason }),
      content: texts(isPlanned ? 'dropDetail' : 'endDetail'),
      okText: texts(isPlanned ? 'drop' : 'end'),
      okButtonProps: { danger: true },
      onOk: () =>
        ending.mutateAsync(surge.version).then(
          () => {
            void message.success(texts('ended'));
            toList();
          },
          (error: unknown) => void message.error(problemText(t, error).title),
        ),
    });
  const shown = (key: keyof SurgeDraft, draft: SurgeDraft): string => {
    const value = draft[key];
    if (key === 'teamId') return nameOf(draft.teamId);
    if (key === 'announcement') return pick(draft.announcement);
    return typeof value === 'boolean' ? texts(value ? 'yes' : 'no') : String(value);
  };
  const label = (key: keyof SurgeDraft): string => {
    if (key === 'teamId') return texts('team');
    return texts(key === 'capacityPercent' ? 'capacity' : key);
  };
  const canEdit = surge.state !== 'ended' && mayEdit(surge.teamId);
  return (
    <PageFrame
      title={surge.reason}
      intro={nameOf(surge.teamId)}
      actions={<Button onClick={toList}>{adminTexts('back')}</Button>}
    >
      {!canEdit && (
        <>
          <SurgeRows surges={[surge]} />
          {surge.state !== 'ended' && <Alert type="info" title={texts('readOnly')} />}
        </>
      )}
      {canEdit && (
        <div className="surge-editor">
          <section className="sheet staff-part">
            <DraftForm
              form={form}
              saving={saving}
              toSave={() =>
                gapsOf(form.draft).length > 0
                  ? undefined
                  : { ...inputOf(form.draft), startsAt: inputOf(form.draft).startsAt ?? surge.startsAt }
              }
              draftOf={draftOf}
              field={(key, draft) => ({ label: label(key), value: shown(key, draft) })}
              label={texts('settings')}
              className="staff-form"
            >
              {({ tried, refused }) => (
                <SurgeForm
                  draft={form.draft}
                  teams={[...options, { value: surge.teamId ?? '', label: nameOf(surge.teamId) }].filter(
                    ({ value }, place, all) => all.findIndex((other) => other.value === value) === place,
                  )}
                  fixed
                  running={surge.state === 'on'}
                  byItself={surge.origin === 'threshold'}
                  tried={tried}
                  refused={refused}
                  onChange={form.set}
                />
              )}
            </DraftForm>
          </section>
          <div>
            <Button danger loading={ending.isPending} onClick={end}>
              {texts(isPlanned ? 'drop' : 'end')}
            </Button>
          </div>
        </div>
      )}
    </PageFrame>
  );
}
