import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Empty, Select } from 'antd';
import {
  MODEL_CALL_OUTCOMES,
  MODEL_PURPOSES,
  type ModelCallOutcome,
  type ModelPurpose,
} from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import { adminAddress } from '../../routing/place.js';
import { goTo, useAddressQuery } from '../../routing/use-route.js';
import { LoadMore } from '../../shared/load-more.js';
import { PageFrame } from '../../shared/page-frame.js';
import { QueryState } from '../../shared/query-state.js';
import { CallLine } from './call-line.js';
import { useModelCallTexts } from './texts.js';
import { Usage } from './usage.js';
import './model-calls.css';

/** What the language model was asked and said, page by page. The filter stands in the address. */
export default function ModelCallsPage() {
  const texts = useModelCallTexts();
  const address = useAddressQuery();
  const outcome = MODEL_CALL_OUTCOMES.find((one) => one === address.get('outcome'));
  const purpose = MODEL_PURPOSES.find((one) => one === address.get('purpose'));
  const usage = useQuery({
    queryKey: ['model-usage'],
    queryFn: ({ signal }) => answer(routes.GET('/api/bot/model-calls/usage', { signal })),
  });
  const query = useInfiniteQuery({
    queryKey: ['model-calls', outcome, purpose],
    queryFn: ({ pageParam, signal }) =>
      answer(
        routes.GET('/api/bot/model-calls', { params: { query: { outcome, purpose, cursor: pageParam } }, signal }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
  const show = (next: { outcome?: ModelCallOutcome | undefined; purpose?: ModelPurpose | undefined }) => {
    const chosen = Object.entries(next).filter((pair): pair is [string, ModelCallOutcome & ModelPurpose] => !!pair[1]);
    goTo([adminAddress('model-calls'), new URLSearchParams(chosen).toString()].filter(Boolean).join('?'), 'replace');
  };
  const days = usage.data?.keptDays;
  return (
    <PageFrame
      title={texts('title')}
      intro={days ? texts('intro', { days }) : texts('introPlain')}
      actions={
        <>
          <Select<ModelPurpose | ''>
            aria-label={texts('purpose')}
            style={{ minWidth: 150 }}
            value={purpose ?? ''}
            options={[
              { value: '', label: `${texts('purpose')} · ${texts('all')}` },
              ...MODEL_PURPOSES.map((value) => ({ value, label: texts(`purpose.${value}`) })),
            ]}
            onChange={(value) => show({ outcome, purpose: value || undefined })}
          />
          <Select<ModelCallOutcome | ''>
            aria-label={texts('outcome')}
            style={{ minWidth: 170 }}
            value={outcome ?? ''}
            options={[
              { value: '', label: `${texts('outcome')} · ${texts('all')}` },
              ...MODEL_CALL_OUTCOMES.map((value) => ({ value, label: texts(`outcome.${value}`) })),
            ]}
            onChange={(value) => show({ purpose, outcome: value || undefined })}
          />
        </>
      }
    >
      {usage.data && <Usage usage={usage.data} />}
      <QueryState query={query}>
        {({ pages }) => {
          const lines = pages.flatMap(({ items }) => items);
          if (lines.length === 0)
            return (
              <Empty description={texts('none')} image={Empty.PRESENTED_IMAGE_SIMPLE}>
                {texts('noneDetail')}
              </Empty>
            );
          return (
            <>
              <ol className="sheet model-calls">
                {lines.map((line) => (
                  <CallLine key={line.id} line={line} />
                ))}
              </ol>
              <LoadMore query={query} />
            </>
          );
        }}
      </QueryState>
    </PageFrame>
  );
}
