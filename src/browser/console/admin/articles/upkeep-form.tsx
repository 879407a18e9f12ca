import { App, Button, Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import { ARTICLE_LIMITS, type ArticleDraftView } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { fromField, toField } from '../../promise/moments.js';
import { useStaff } from '../../session/session.js';
import { Labelled } from '../../shared/labelled.js';
import { useDraft } from '../../shared/use-draft.js';
import { articles, useOwners } from './queries.js';
import { ConfirmButton } from './standing.js';
import { useArticleTexts } from './texts.js';
import type { ArticleEditing } from './use-article-editing.js';
import { useDeed } from './use-deed.js';

const { least, most } = ARTICLE_LIMITS.reviewDays;
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Who keeps an article true, how often it is looked at, and when it ends. Kept by a button of its own: readers see none of it. */
export function UpkeepForm({ editing }: { editing: ArticleEditing }) {
  const { formats } = useLanguage();
  const texts = useArticleTexts();
  const { message } = App.useApp();
  const { role } = useStaff();
  const id = useId();
  const { server } = editing;
  const form = useDraft(serverDraft(server));
  const owners = useOwners().data?.items ?? [];
  const known = server.owner && !owners.some(({ id: known }) => known === server.owner?.id) ? [server.owner] : [];
  const { draft } = form;
  const expires = fromField(draft.expires);
  const saving = useDeed(editing, (version) =>
    articles.upkeep(server.id, version, {
      ownerId: draft.ownerId || null,
      reviewDays: draft.reviewDays,
      expiresAt:
        draft.expires === ''
          ? null
          : draft.expires === form.theirs.expires
            ? (server.expiresAt ?? null)
            : (expires?.toISOString() ?? null),
    }),
  );
  const isRefused = isProblem(saving.error, 'invalid_input') || (draft.expires !== '' && !expires);
  const reviewed = server.reviewed && {
    at: formats.short(server.reviewed.at),
    by: server.reviewed.by ? texts('reviewedBy', { name: server.reviewed.by }) : '',
  };
  return (
    <details className="article-place">
      <summary>
        {texts('upkeep')}
        <span className="article-quiet">
          {server.owner && ` · ${server.owner.name}`}
          {server.expiresAt && ` · ${texts('until', { at: formats.short(server.expiresAt) })}`}
        </span>
      </summary>
      <div className="field-pair">
        <Labelled id={`${id}-owner`} label={texts('owner')} hint={texts('ownerHint')}>
          <Select
            id={`${id}-owner`}
            style={{ width: '100%' }}
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.ownerId}
            options={[
              { value: '', label: texts('nobody') },
              ...[...known, ...owners].map((owner) => ({ value: owner.id, label: owner.name })),
            ]}
            onChange={(ownerId: string) => form.set({ ownerId })}
          />
        </Labelled>
        <Labelled id={`${id}-days`} label={texts('reviewDays')} hint={texts('reviewDaysHint')}>
          <InputNumber
            id={`${id}-days`}
            min={least}
            max={most}
            precision={0}
            value={draft.reviewDays}
            onChange={(days) => form.set({ reviewDays: days ?? form.theirs.reviewDays })}
          />
        </Labelled>
        <Labelled
          id={`${id}-expires`}
          label={texts('expiresAt')}
          hint={texts(role === 'admin' ? 'expiresHint' : 'expiresAdmin', { zone: ZONE })}
          error={isRefused ? texts('expiresWrong') : undefined}
        >
          <Input
            id={`${id}-expires`}
            type="datetime-local"
            disabled={role !== 'admin'}
            value={draft.expires}
            status={isRefused ? 'error' : undefined}
            onChange={(event) => {
              saving.reset();
              form.set({ expires: event.target.value.slice(0, 16) });
            }}
          />
        </Labelled>
      </div>
      <div className="article-upkeep-foot">
        <span className="article-quiet">{reviewed ? texts('reviewedAt', reviewed) : texts('reviewedNever')}</span>
        {server.status === 'published' && <ConfirmButton editing={editing} label={texts('confirmShort')} />}
        {form.isDirty && (
          <Button
            type="primary"
            size="small"
            loading={saving.isPending}
            disabled={draft.expires !== '' && !expires}
            onClick={() =>
              saving.mutate(undefined, {
                onSuccess: (article) => {
                  if (!article) return;
                  form.saved(serverDraft(article));
                  void message.success(texts('upkeepSaved'));
                },
              })
            }
          >
            {texts('saveUpkeep')}
          </Button>
        )}
      </div>
    </details>
  );
}

const serverDraft = ({ version, owner, reviewDays, expiresAt }: ArticleDraftView) => ({
  version,
  draft: { ownerId: owner?.id ?? '', reviewDays, expires: expiresAt ? toField(new Date(expiresAt)) : '' },
});
