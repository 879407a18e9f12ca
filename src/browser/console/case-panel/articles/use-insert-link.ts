import { App } from 'antd';
import { insertIntoReply } from '../../composer/insertions.js';
import { useArticleTexts } from './texts.js';

/** Puts title and address of an article into the reply, and says whether it did. */
export function useInsertLink(number: string): (title: string, url: string) => void {
  const texts = useArticleTexts();
  const { message } = App.useApp();
  return (title, url) => {
    const done = insertIntoReply(number, `${title}\n${new URL(url, location.origin)}`);
    void message[done ? 'success' : 'warning'](texts(done ? 'inserted' : 'closed'));
  };
}
