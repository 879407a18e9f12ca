import {
  BoldOutlined,
  FontSizeOutlined,
  InfoCircleOutlined,
  LinkOutlined,
  NodeIndexOutlined,
  OrderedListOutlined,
  PictureOutlined,
  PlayCircleOutlined,
  QuestionCircleOutlined,
  TableOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { App, Popover } from 'antd';
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { ARTICLE_LIMITS, type Locale } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { COMMANDS, type Command, continueList, type Edit, insertPicture, runCommand } from './markdown-edit.js';
import { MarkdownHelp } from './markdown-help.js';
import { useMarkdownTexts } from './markdown-texts.js';
import { articles } from './queries.js';

import { TextProblems } from './text-problems.js';
import { useArticleTexts } from './texts.js';

const ICONS: Record<Command, ReactNode> = {
  bold: <BoldOutlined aria-hidden />,
  heading: <FontSizeOutlined aria-hidden />,
  list: <UnorderedListOutlined aria-hidden />,
  numbers: <OrderedListOutlined aria-hidden />,
  link: <LinkOutlined aria-hidden />,
  table: <TableOutlined aria-hidden />,
  callout: <InfoCircleOutlined aria-hidden />,
  steps: <NodeIndexOutlined aria-hidden />,
  video: <PlayCircleOutlined aria-hidden />,
};

/**
 * Markdown in a plain text field: input methods, spell checkers, screen readers and the Tab key work as everywhere. What the
 * toolbar writes can be undone like what was typed.
 */
export function MarkdownField({
  id,
  value,
  lang,
  onChange,
}: {
  id: string;
  value: string;
  lang: Locale;
  onChange: (value: string) => void;
}) {
  const { t } = useLanguage();
  const texts = useArticleTexts();
  const markdownTexts = useMarkdownTexts();
  const { message } = App.useApp();
  const field = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [uploads, setUploads] = useState(0);

  const selected = (area: HTMLTextAreaElement) => ({
    text: area.value,
    start: area.selectionStart,
    end: area.selectionEnd,
  });
  const apply = (edit: Edit) => {
    const area = field.current;
    if (!area) return;
    area.focus();
    area.setSelectionRange(edit.from, edit.to);
    // The only way to write into a field that the browser's own undo knows of.
    const written = edit.insert
      ? document.execCommand('insertText', false, edit.insert)
      : document.execCommand('delete', false);
    if (!written) {
      area.setRangeText(edit.insert, edit.from, edit.to, 'end');
      onChange(area.value);
    }
    area.setSelectionRange(edit.start, edit.end);
  };
  const run = (command: Command) => {
    if (!field.current) return;
    const samples = {
      bold: texts('sample.bold'),
      link: texts('sample.link'),
      column: texts('sample.column'),
      cell: texts('sample.cell'),
      callout: markdownTexts('sample.callout'),
      step: markdownTexts('sample.step'),
      video: markdownTexts('sample.video'),
    };
    apply(runCommand(command, selected(field.current), samples));
  };
  const upload = async (picture: File) => {
    setUploads((count) => count + 1);
    try {
      const { url } = await articles.upload(picture);
      const words = picture.name.replace(/\.\w+$/, '') || texts('picture');
      if (field.current) apply(insertPicture(selected(field.current), url, words));
    } catch (error) {
      void message.error(texts('uploadFailed', { reason: problemText(t, error).title }));
    } finally {
      setUploads((count) => count - 1);
    }
  };
  const takePictures = (event: ClipboardEvent | DragEvent, files: FileList) => {
    const pictures = [...files].filter(({ type }) => type.startsWith('image/'));
    if (pictures.length === 0) return;
    event.preventDefault();
    for (const picture of pictures) void upload(picture);
  };
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'b') {
      event.preventDefault();
      run('bold');
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const edit = continueList(selected(event.currentTarget));
    if (!edit) return;
    event.preventDefault();
    apply(edit);
  };
  const named = (command: Command): string =>
    command === 'callout' || command === 'steps' || command === 'video'
      ? markdownTexts(`tool.${command}`)
      : texts(`tool.${command}`);
  const goToLine = (line: number) => {
    const area = field.current;
    if (!area) return;
    const start = area.value.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0);
    const end = area.value.indexOf('\n', start);
    area.focus();
    area.setSelectionRange(start, end < 0 ? area.value.length : end);
  };
  return (
    <div className="article-markdown">
      <div role="toolbar" aria-label={texts('toolbar')} aria-controls={id} className="article-tools">
        {COMMANDS.map((command) => (
          <button
            key={command}
            type="button"
            className="quiet-button"
            title={named(command)}
            aria-label={named(command)}
            onClick={() => run(command)}
          >
            {ICONS[command]}
          </button>
        ))}
        <button
          type="button"
          className="quiet-button"
          title={texts('tool.image')}
          aria-label={texts('tool.image')}
          onClick={() => file.current?.click()}
        >
          <PictureOutlined aria-hidden />
        </button>
        <Popover trigger="click" placement="bottomRight" content={<MarkdownHelp />}>
          <button
            type="button"
            className="quiet-button"
            title={markdownTexts('help')}
            aria-label={markdownTexts('help')}
          >
            <QuestionCircleOutlined aria-hidden />
          </button>
        </Popover>
        <span className="article-quiet" role="status">
          {uploads > 0 && texts('uploading')}
        </span>
        <span className="article-quiet article-length tabular">
          {texts('length', { count: value.length, limit: ARTICLE_LIMITS.body })}
        </span>
        <input
          ref={file}
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp"
          hidden
          onChange={(event) => {
            const [picture] = event.target.files ?? [];
            event.target.value = '';
            if (picture) void upload(picture);
          }}
        />
      </div>
      <textarea
        ref={field}
        id={id}
        lang={lang}
        className="article-body"
        value={value}
        maxLength={ARTICLE_LIMITS.body}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={keys}
        onPaste={(event) => takePictures(event, event.clipboardData.files)}
        onDrop={(event) => takePictures(event, event.dataTransfer.files)}
      />
      <TextProblems locale={lang} text={value} onLine={goToLine} />
    </div>
  );
}
