import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { LIMITS } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { useStaff } from '../session/session.js';
import { filterParameters, type Question } from './question.js';
import { useTicketsTexts } from './texts.js';

const FORMATS = ['xlsx', 'csv'] as const;

/** The tickets as they are filtered, as a file; for those who oversee others. */
export function ExportMenu({ question }: { question: Question }) {
  const { t, locale } = useLanguage();
  const texts = useTicketsTexts();
  const { notification } = App.useApp();
  const { role } = useStaff();
  const take = useMutation({
    mutationFn: (format: (typeof FORMATS)[number]) =>
      api.exportTickets({ ...filterParameters(question, new Date()), format }),
    onError: (error) => {
      const { title, detail } = problemText(t, error);
      notification.error({
        title: texts('exportFailed'),
        description: (
          <>
            <p>{title}</p>
            {detail && <p>{detail}</p>}
          </>
        ),
        role: 'alert',
      });
    },
  });
  if (role === 'agent') return null;
  return (
    <Dropdown
      trigger={['click']}
      disabled={take.isPending}
      menu={{
        items: [
          ...FORMATS.map((format) => ({
            key: format,
            label: texts(`export.${format}`),
            onClick: () => take.mutate(format),
          })),
          {
            key: 'limit',
            type: 'group' as const,
            className: 'tickets-export-limit',
            label: texts('exportLimit', { count: LIMITS.exportedTickets.toLocaleString(locale) }),
          },
        ],
      }}
    >
      <Button icon={<DownloadOutlined aria-hidden />} loading={take.isPending} className="tickets-export">
        {texts(take.isPending ? 'exporting' : 'export')}
      </Button>
    </Dropdown>
  );
}
