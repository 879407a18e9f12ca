import { App, Button } from 'antd';
import { useLanguage } from '../i18n/i18n.js';

/** Copies a text, and says so. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => void message.success(t('common.copied')),
      () => void message.error(t('error.internal')),
    );
  return <Button onClick={() => void copy()}>{t('common.copy')}</Button>;
}
