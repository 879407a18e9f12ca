import { Button } from 'antd';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useLanguage } from '../i18n/i18n.js';

/** A fault of ours leaves a page that says so and a way on, not a white screen. */
export class CrashBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { t } = useLanguage();
  return (
    <main className="placeholder" style={{ height: '100%' }}>
      <strong>{t('app.crashed')}</strong>
      <p>{t('app.crashedDetail')}</p>
      <Button type="primary" onClick={() => location.reload()}>
        {t('app.reload')}
      </Button>
    </main>
  );
}
