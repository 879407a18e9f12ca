import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../shortcuts/use-shortcuts.js';
import { useTicketsTexts } from './texts.js';

const PAUSE = 300;

/** Searches when one pauses; never while an input method is still choosing. */
export function SearchBox({ value, onChange }: { value: string; onChange: (value: string | undefined) => void }) {
  const texts = useTicketsTexts();
  const [text, setText] = useState(value);
  const [isComposing, setIsComposing] = useState(false);
  const [known, setKnown] = useState(value);
  const input = useRef<InputRef>(null);
  const tell = useRef(onChange);
  useShortcuts({ f: () => input.current?.focus({ cursor: 'all' }) });
  // Another view, or a step back: the field follows the address.
  if (known !== value) {
    setKnown(value);
    if (text.trim() !== value) setText(value);
  }
  useEffect(() => {
    tell.current = onChange;
  });
  useEffect(() => {
    if (isComposing || text.trim() === value) return;
    const timer = setTimeout(() => tell.current(text.trim() || undefined), PAUSE);
    return () => clearTimeout(timer);
  }, [text, isComposing, value]);
  return (
    <Input
      ref={input}
      className="tickets-search"
      value={text}
      allowClear
      maxLength={100}
      aria-label={texts('search')}
      placeholder={texts('searchHint')}
      prefix={<SearchOutlined aria-hidden />}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setIsComposing(true)}
      onCompositionEnd={() => setIsComposing(false)}
      onPressEnter={() => !isComposing && tell.current(text.trim() || undefined)}
    />
  );
}
