import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useLanguage } from '../i18n/i18n.js';
import { navigate } from '../routing/use-route.js';
import { useShortcuts } from '../shortcuts/use-shortcuts.js';

/** Opens any ticket by its number, as a customer reads it out over the phone. */
export function OpenByNumber() {
  const { t } = useLanguage();
  const [text, setText] = useState('');
  const input = useRef<InputRef>(null);
  useShortcuts({ '/': () => input.current?.focus({ cursor: 'all' }) });
  return (
    <search className="header-search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const number = text.trim().toUpperCase();
          if (!number) return;
          navigate({ number });
          setText('');
          input.current?.blur();
        }}
      >
        <Input
          ref={input}
          value={text}
          allowClear
          maxLength={40}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          prefix={<SearchOutlined aria-hidden />}
          suffix={text ? undefined : <kbd>/</kbd>}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') input.current?.blur();
          }}
        />
      </form>
    </search>
  );
}
