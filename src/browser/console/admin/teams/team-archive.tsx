import { Alert, App, Button } from 'antd';
import type { TeamRecordView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { useArchiveTeam, useRestoreTeam } from './queries.js';
import { useTeamTexts } from './texts.js';

/** The end of a team, and its return. A refusal stays on the page: it says what to move first. */
export function TeamArchive({ team }: { team: TeamRecordView }) {
  const { t, pick } = useLanguage();
  const texts = useTeamTexts();
  const { message, modal } = App.useApp();
  const archiving = useArchiveTeam(team.id);
  const restoring = useRestoreTeam(team.id);
  const error = archiving.error ?? restoring.error;
  const problem = error && problemText(t, error);
  const archive = () =>
    modal.confirm({
      title: texts('archiveTitle', { name: pick(team.name) }),
      content: texts('archiveDetail'),
      okText: texts('archive'),
      okButtonProps: { danger: true },
      onOk: () =>
        archiving.mutateAsync(undefined).then(
          () => void message.success(texts('archiveDone')),
          () => undefined,
        ),
    });
  return (
    <section className="sheet staff-part" aria-label={texts('danger')}>
      <h3>{texts('danger')}</h3>
      <p className="staff-quiet">{texts(team.archived ? 'archivedDetail' : 'dangerDetail')}</p>
      {problem && (
        <Alert
          type="warning"
          role="alert"
          showIcon
          title={problem.title}
          description={problem.detail}
          style={{ marginBlock: 10 }}
        />
      )}
      {team.archived ? (
        <Button
          loading={restoring.isPending}
          onClick={() => restoring.mutate(undefined, { onSuccess: () => void message.success(texts('restored')) })}
        >
          {texts('restore')}
        </Button>
      ) : (
        <Button danger loading={archiving.isPending} onClick={archive}>
          {texts('archive')}
        </Button>
      )}
    </section>
  );
}
