import type { ReactNode } from 'react';
import { LanguageSwitch } from '../i18n/language-switch.js';
import { LampMark } from '../shared/lamp-mark.js';
import { ThemeSwitch } from '../theme/theme-switch.js';
import './login-page.css';

/** What whoever is not in sees: one card. */
export function Door({ title, subtitle, children }: { title: string; subtitle?: string; children: ReactNode }) {
  return (
    <div className="login">
      <header className="login-corner">
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main className="login-card">
        <LampMark size={40} />
        <h1>{title}</h1>
        {subtitle && <p className="login-subtitle">{subtitle}</p>}
        {children}
      </main>
    </div>
  );
}
