import { useEffect, useRef, useState } from 'preact/hooks';
import type { CustomerCaseQuery, CustomerCaseView, Locale } from '../../../../../contract/index.js';
import { dayAndTime } from '../../logic/durations.js';
import { safeHref } from '../../logic/linkify.js';
import { useDesk, useNow, useTexts } from '../../state/context.js';
import type { State } from '../../state/store.js';

const TEXTS: Record<Locale, Record<'all' | 'active' | 'done' | 'own' | 'shop' | 'none' | 'more' | 'failed', string>> = {
  'zh-CN': {
    all: '全部工单',
    active: '处理中',
    done: '已完成',
    own: '我的',
    shop: '本店铺',
    none: '这里没有工单',
    more: '更多',
    failed: '没有取到，点此重试',
  },
  en: {
    all: 'All cases',
    active: 'Under way',
    done: 'Done',
    own: 'Mine',
    shop: 'My shop’s',
    none: 'No cases here',
    more: 'More',
    failed: 'Could not be fetched. Try again',
  },
};

/** Every case of the customer, and of their shop where they may; each opens its thread, or its page. */
export function AllCases({ state }: { state: State }) {
  const text = TEXTS[state.locale];
  const [isOpen, setOpen] = useState(false);
  if (!state.conversations.some(({ ticket }) => ticket) && !state.customer?.shopCases) return null;
  return (
    <section class="section all-cases">
      <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {text.all}
      </button>
      {isOpen && <Lists state={state} />}
    </section>
  );
}

function Lists({ state }: { state: State }) {
  const [of, setOf] = useState<CustomerCaseQuery['of']>('own');
  const [which, setWhich] = useState<CustomerCaseQuery['state']>('active');
  const text = TEXTS[state.locale];
  return (
    <>
      {state.customer?.shopCases && <Choice values={['own', 'shop']} chosen={of} choose={setOf} text={text} />}
      <Choice values={['active', 'done']} chosen={which} choose={setWhich} text={text} />
      <List key={`${of} ${which}`} query={{ of, state: which }} state={state} />
    </>
  );
}

interface ChoiceProps<Value extends string> {
  values: Value[];
  chosen: Value;
  choose: (value: Value) => void;
  text: Record<Value | 'all', string>;
}

function Choice<Value extends string>({ values, chosen, choose, text }: ChoiceProps<Value>) {
  return (
    <div class="tabs" role="radiogroup" aria-label={text.all}>
      {values.map((value) => (
        <label key={value} class={`chip ${value === chosen ? 'on' : ''}`}>
          <input
            class="hidden"
            type="radio"
            name={values.join()}
            checked={value === chosen}
            onChange={() => choose(value)}
          />
          {text[value]}
        </label>
      ))}
    </div>
  );
}

/** One list from its beginning; another question is another list. */
function List({ query, state }: { query: CustomerCaseQuery; state: State }) {
  const desk = useDesk();
  const text = TEXTS[state.locale];
  const [items, setItems] = useState<CustomerCaseView[]>();
  /** Empty: the first page; undefined: there is no more. */
  const [next, setNext] = useState<string | undefined>('');
  const [wanted, setWanted] = useState('');
  const [hasFailed, setFailed] = useState(false);
  const asked = useRef<string | null>(null);

  useEffect(() => {
    if (hasFailed || asked.current === wanted) return;
    asked.current = wanted;
    desk.cases({ ...query, ...(wanted && { cursor: wanted }) }).then(
      (page) => {
        setItems((before = []) => [...before, ...page.items]);
        setNext(page.nextCursor);
      },
      () => {
        asked.current = null;
        setFailed(true);
      },
    );
  }, [desk, query, wanted, hasFailed]);

  if (hasFailed)
    return (
      <button type="button" class="link" onClick={() => setFailed(false)}>
        {text.failed}
      </button>
    );
  if (!items) return <div class="skeleton" />;
  if (items.length === 0) return <p class="small">{text.none}</p>;
  return (
    <>
      <ul class="list card">
        {items.map((item) => (
          <CaseLine key={item.number} item={item} state={state} />
        ))}
      </ul>
      {next && (
        <button type="button" class="link" onClick={() => setWanted(next)}>
          {text.more}
        </button>
      )}
    </>
  );
}

function CaseLine({ item, state }: { item: CustomerCaseView; state: State }) {
  const desk = useDesk();
  const texts = useTexts();
  const now = useNow();
  const { number, status, about, openedAt, conversationId, customerName, statusUrl } = item;
  const words = (
    <span class="item">
      <span class="row">
        <strong>{number}</strong>
        <span class={`chip ${status}`}>{texts.status[status]}</span>
      </span>
      <span class="small preview">
        {[customerName, about || dayAndTime(Date.parse(openedAt), now, state.locale)].filter(Boolean).join(' · ')}
      </span>
    </span>
  );
  // Only what is loaded can be shown here; all else has a page of its own.
  const isHere = state.conversations.some(({ id }) => id === conversationId);
  return (
    <li>
      {isHere && conversationId ? (
        <button type="button" class="row" onClick={() => desk.goTo(conversationId)}>
          {words}
        </button>
      ) : (
        <a class="row" href={safeHref(statusUrl)} target="_blank" rel="noopener noreferrer">
          {words}
        </a>
      )}
    </li>
  );
}
