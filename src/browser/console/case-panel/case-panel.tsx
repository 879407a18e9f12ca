import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { TicketView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { navigate } from '../routing/use-route.js';
import { CaseFacts } from './case-facts.js';
import { CaseForm } from './case-form.js';
import { Clocks } from './clocks/clocks.js';
import { ContextCards } from './context-cards.js';
import { CustomerFacts } from './customer-facts.js';
import { Section } from './section.js';
import { Steps } from './steps.js';
import { Timeline } from './timeline.js';
import './case-panel.css';

/** The right pane: who asks, what the matter is, and what has happened. */
export default function CasePanel({ ticket }: { ticket: TicketView }) {
  const { t } = useLanguage();
  return (
    <>
      <div className="panel-back only-narrow">
        <Button type="text" icon={<ArrowLeftOutlined aria-hidden />} onClick={() => navigate({ panel: false })}>
          {t('common.back')}
        </Button>
        <strong>{t('panel.label')}</strong>
      </div>
      <div className="panel-scroll">
        <Section name="customer" title={t('panel.customer')}>
          <CustomerFacts customer={ticket.customer} />
        </Section>
        <Section name="case" title={t('panel.case')}>
          <CaseFacts ticket={ticket} />
          <CaseForm ticket={ticket} />
        </Section>
        <Section name="clocks" title={t('panel.clocks')}>
          <Clocks ticket={ticket} />
        </Section>
        <Section name="context" title={t('panel.context')}>
          <ContextCards number={ticket.number} />
        </Section>
        <Section name="steps" title={t('panel.steps')}>
          <Steps number={ticket.number} />
        </Section>
        <Section name="timeline" title={t('panel.timeline')}>
          <Timeline number={ticket.number} />
        </Section>
      </div>
    </>
  );
}
