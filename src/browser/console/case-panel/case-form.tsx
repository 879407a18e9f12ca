import { Alert, Button, Cascader, Input, Select, Skeleton } from 'antd';
import { useId } from 'react';
import { NATURES, PRIORITIES, type TicketView } from '../../../contract/index.js';
import { useCategories } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { Labelled } from '../shared/labelled.js';
import { CaseFields } from './case-fields.js';
import { ChangesNotice } from './changes-notice.js';
import { useFormTexts } from './form-texts.js';
import { LeftOut } from './left-out.js';
import { NatureMark } from './nature-mark.js';
import { NextStep } from './next-step.js';
import { TagsField } from './tags-field.js';
import { useCaseForm } from './use-case-form.js';
import { useWantedFields } from './wanted-fields.js';

/** What the matter is: category, nature, priority, and the fields that belong to the sub-category. */
export function CaseForm({ ticket }: { ticket: TicketView }) {
  const { t, pick } = useLanguage();
  const texts = useFormTexts();
  const id = useId();
  const categories = useCategories();
  const wanted = useWantedFields(ticket.number);
  const form = useCaseForm(ticket, categories.data?.items ?? [], wanted);
  if (categories.isPending) return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  const { facts, set } = form;
  const readOnly = !ticket.allowed.edit;
  const options = categories.data?.items.map((category) => ({
    value: category.key as string,
    label: pick(category.name),
    children: category.subCategories
      .filter((sub) => !sub.archived || sub.key === ticket.subCategory)
      .map((sub) => ({
        value: sub.key,
        label: sub.archived ? t('form.archived', { name: pick(sub.name) }) : pick(sub.name),
      })),
  }));
  return (
    <form
      className="case-form"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      {readOnly && <p className="panel-hint">{t('form.readOnly')}</p>}
      <ChangesNotice form={form} categories={categories.data?.items ?? []} />
      <LeftOut values={form.leftOut} onClose={form.dismissLeftOut} />
      <Labelled id={`${id}-subject`} label={t('form.subject')} error={form.errorOf('subject')}>
        <Input
          id={`${id}-subject`}
          value={facts.subject}
          disabled={readOnly}
          maxLength={200}
          onChange={(event) => set({ subject: event.target.value })}
        />
      </Labelled>
      <Labelled
        id={`${id}-category`}
        label={t('form.category')}
        error={form.errorOf('category') ?? form.errorOf('subCategory')}
      >
        <Cascader
          id={`${id}-category`}
          style={{ width: '100%' }}
          options={options}
          allowClear={false}
          disabled={readOnly}
          showSearch
          placeholder={t('form.categoryPlaceholder')}
          value={facts.category ? [facts.category, facts.subCategory ?? ''].filter(Boolean) : undefined}
          onChange={([category = '', subCategory = '']) => form.chooseCategory(String(category), String(subCategory))}
        />
      </Labelled>
      <div className="case-pair">
        <Labelled
          id={`${id}-nature`}
          label={t('form.nature')}
          error={form.errorOf('nature')}
          mark={<NatureMark ticket={ticket} onConfirm={form.confirmNature} />}
        >
          <Select
            id={`${id}-nature`}
            style={{ width: '100%' }}
            disabled={readOnly}
            placeholder={t('form.unset')}
            value={facts.nature || undefined}
            onChange={(nature: string) => set({ nature })}
            options={NATURES.map((value) => ({ value, label: t(`nature.${value}`) }))}
          />
        </Labelled>
        <Labelled id={`${id}-priority`} label={t('form.priority')} error={form.errorOf('priority')}>
          <Select
            id={`${id}-priority`}
            style={{ width: '100%' }}
            disabled={readOnly}
            value={facts.priority}
            onChange={(priority: string) => set({ priority })}
            options={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
          />
        </Labelled>
      </div>
      <NextStep ticket={ticket} />
      <Labelled id={`${id}-tags`} label={texts('tags')}>
        <TagsField id={`${id}-tags`} ticket={ticket} />
      </Labelled>
      <CaseFields id={id} form={form} readOnly={readOnly} wanted={wanted} />
      {form.failure !== undefined && (
        <Alert
          type="error"
          showIcon
          title={problemText(t, form.failure).title}
          description={problemText(t, form.failure).detail}
        />
      )}
      {form.isDirty && (
        <div className="case-save">
          <span>{t('form.dirty')}</span>
          <Button type="text" onClick={form.discard}>
            {t('form.discard')}
          </Button>
          <Button type="primary" htmlType="submit" loading={form.isSaving}>
            {t('common.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
