import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { TicketView } from '../../../contract/index.js';
import { BriefSection } from '../bot-brief/brief-section.js';
import { useLanguage } from '../i18n/i18n.js';
import { KinshipSection } from '../kinship/kinship-section.js';
import { useKinshipTexts } from '../kinship/texts.js';
import { navigate } from '../routing/use-route.js';
import { ArticleSuggestions } from './articles/article-suggestions.js';
import { CaseArticle } from './articles/case-article.js';
import { useArticleTexts } from './articles/texts.js';
import { CallBack } from './call-back/call-back.js';
import { CaseFacts } from './case-facts.js';
import { CaseForm } from './case-form.js';
import { Checklist, useChecklist } from './checklist.js';
import { Clocks } from './clocks/clocks.js';
import { ContextCards } from './context-cards.js';
import { CustomerFacts } from './customer-facts.js';
import { useFormTexts } from './form-texts.js';
import { Routings } from './routing/routings.js';
import { useRoutingTexts } from './routing/texts.js';
import { Section } from './section.js';
import { Steps } from './steps.js';
import { Timeline } from './timeline.js';
import { useWantedFields } from './wanted-fields.js';
import './case-panel.css';

/** The right pane: who asks, what the matter is, and what has happened. */
export default function CasePanel({ ticket }: { ticket: TicketView }) {
  const { t } = useLanguage();
  const articleTexts = useArticleTexts();
  const kinshipTexts = useKinshipTexts();
  const routingTexts = useRoutingTexts();
  const formTexts = useFormTexts();
  const checklist = useChecklist(ticket);
  const isFormWanted = useWantedFields(ticket.number).length > 0;
  return (
    <>
      <div className="panel-back only-narrow">
        <Button type="text" icon={<ArrowLeftOutlined aria-hidden />} onClick={() => navigate({ panel: false })}>
          {t('common.back')}
        </Button>
        <strong>{t('panel.label')}</strong>
      </div>
      <div className="panel-scroll">
        <BriefSection ticket={ticket} />
        <Section name="customer" title={t('panel.customer')}>
          <CallBack ticket={ticket} />
          <CustomerFacts customer={ticket.customer} />
        </Section>
        <Section name="case" title={t('panel.case')} opened={isFormWanted}>
          <CaseFacts ticket={ticket} />
          <CaseForm ticket={ticket} />
        </Section>
        {checklist.length > 0 && (
          <Section name="checklist" title={formTexts('checklist')}>
            <Checklist ticket={ticket} items={checklist} />
          </Section>
        )}
        <Section name="kinship" title={kinshipTexts('title')}>
          <KinshipSection ticket={ticket} />
        </Section>
        <Section name="clocks" title={t('panel.clocks')}>
          <Clocks ticket={ticket} />
        </Section>
        <Section name="articles" title={articleTexts('title')}>
          <ArticleSuggestions ticket={ticket} />
          <CaseArticle ticket={ticket} />
        </Section>
        <Section name="routing" title={routingTexts('title')}>
          <Routings number={ticket.number} />
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
