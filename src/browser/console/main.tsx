import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/query-client.js';
import { App } from './app.js';
import { LanguageProvider } from './i18n/i18n.js';
import { SessionProvider } from './session/session.js';
import { CrashBoundary } from './shell/crash-boundary.js';
import { ThemeProvider } from './theme/theme.js';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <LanguageProvider>
        <ThemeProvider>
          <CrashBoundary>
            <SessionProvider>
              <App />
            </SessionProvider>
          </CrashBoundary>
        </ThemeProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
