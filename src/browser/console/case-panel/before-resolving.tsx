import { Alert, Button } from 'antd';
import { missingToResolve, type TicketView } from '../../../contract/index.js';
import { useCategories } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { navigate } from '../routing/use-route.js';
import { useChecklist } from './checklist.js';
import { useFormTexts } from './form-texts.js';
import { wantFields } from './wanted-fields.js';

interface Props {
  ticket: TicketView;
  /** Fields that the server asked for, by key; it may know a newer form than this page. */
  refused: readonly string[];
  /** The reader goes to the form. */
  onLeave: () => void;
}

/** What a case still lacks before it can be called solved, and the way there. */
export function BeforeResolving({ ticket, refused, onLeave }: Props) {
  const { pick, formats } = useLanguage();
  const texts = useFormTexts();
  const sub = useCategories()
    .data?.items.find(({ key }) => key === ticket.category)
    ?.subCategories.find(({ key }) => key === ticket.subCategory);
  const form = sub?.form ?? [];
  const missing = [...new Set([...missingToResolve(form, ticket.form).map(({ key }) => key), ...refused])];
  const open = useChecklist(ticket).filter(({ key }) => !ticket.checks.some(({ item }) => item === key));
  const labels = missing.map((key) =>
    pick(form.find((field) => field.key === key)?.label ?? { 'zh-CN': key, en: key }),
  );
  if (missing.length === 0 && open.length === 0) return null;
  const fill = () => {
    onLeave();
    wantFields(ticket.number, missing);
    navigate({ number: ticket.number, panel: true });
  };
  return (
    <div className="before-resolving">
      {missing.length > 0 && (
        <Alert
          type="warning"
          role="alert"
          title={texts('missing')}
          description={formats.list(labels)}
          action={
            <Button size="small" onClick={fill}>
              {texts('fill')}
            </Button>
          }
        />
      )}
      {open.length > 0 && (
        <Alert
          type="info"
          title={texts('openItems', { count: open.length })}
          description={formats.list(open.map(({ label }) => pick(label)))}
        />
      )}
    </div>
  );
}
