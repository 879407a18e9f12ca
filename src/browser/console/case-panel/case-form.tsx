import { Alert, Button, Cascader, Input, Select, Skeleton } from 'antd';
import { type ReactNode, useId } from 'react';
import { NATURES, PRIORITIES, type TicketView } from '../../../contract/index.js';
import { useCategories } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { ChangesNotice } from './changes-notice.js';
import { FormField } from './form-field.js';
import { useCaseForm } from './use-case-form.js';

/** What the matter is: category, nature, priority, and the fields that belong to the sub-category. */
export function CaseForm({ ticket }: { ticket: TicketView }) {
  const { t, pick } = useLanguage();
  const id = useId();
  const categories = useCategories();
  const form = useCaseForm(ticket, categories.data?.items ?? []);
  if (categories.isPending) return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  const { facts, set, fields } = form;
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
        <Labelled id={`${id}-nature`} label={t('form.nature')} error={form.errorOf('nature')}>
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
      {fields.map((field) => (
        <Labelled
          key={field.key}
          id={`${id}-${field.key}`}
          label={field.archived ? t('form.archived', { name: pick(field.label) }) : pick(field.label)}
          required={field.required && !field.archived}
          error={form.errorOf(`form.${field.key}`)}
        >
          <FormField
            id={`${id}-${field.key}`}
            field={field}
            value={facts[`form.${field.key}`] ?? ''}
            disabled={readOnly || field.archived === true}
            isWrong={form.errorOf(`form.${field.key}`) !== undefined}
            onChange={(value) => set({ [`form.${field.key}`]: value })}
          />
        </Labelled>
      ))}
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

interface LabelledProps {
  id: string;
  label: string;
  required?: boolean;
  error?: string;
  children: ReactNode;
}

function Labelled({ id, label, required = false, error, children }: LabelledProps) {
  const { t } = useLanguage();
  return (
    <div className="labelled">
      <label className="field-label" htmlFor={id}>
        {label}
        {required && (
          <span className="required" title={t('form.required')}>
            {' *'}
            <span className="sr-only">{t('form.required')}</span>
          </span>
        )}
      </label>
      {children}
      {error && (
        <p role="alert" className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
