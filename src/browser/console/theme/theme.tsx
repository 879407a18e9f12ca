import { App, theme as antdTheme, ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import { type ReactNode, useLayoutEffect, useSyncExternalStore } from 'react';
import { useLanguage } from '../i18n/i18n.js';
import { storedValue, useStoredValue } from '../shared/stored-value.js';
import { useIsNarrow } from '../shared/use-is-narrow.js';
import './colors.css';
import './base.css';

export const THEME_MODES = ['system', 'light', 'dark'] as const;
export type ThemeMode = (typeof THEME_MODES)[number];

/** The chosen appearance of this browser. */
export const storedTheme = storedValue<ThemeMode>('porchlight.console.theme', THEME_MODES, () => 'system');

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribeToSystem(listener: () => void): () => void {
  systemDark.addEventListener('change', listener);
  return () => systemDark.removeEventListener('change', listener);
}

/** antd's part of the look; the console's own part stands in `colors.css`, with the same values. */
const shared: ThemeConfig = {
  token: {
    fontSize: 13,
    borderRadius: 6,
    controlHeight: 30,
    controlHeightSM: 24,
    fontFamily: 'inherit',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
};
const light: ThemeConfig = {
  token: {
    ...shared.token,
    colorPrimary: '#0b6660',
    colorLink: '#0b6660',
    colorError: '#b3261e',
    colorErrorBg: '#fdeceb',
    colorErrorBorder: '#efb4b0',
    colorWarning: '#b26205',
    colorWarningBg: '#fff4e3',
    colorWarningBorder: '#efc48a',
    colorSuccess: '#1c6b3c',
    colorSuccessBg: '#e9f6ee',
    colorSuccessBorder: '#a9d5ba',
    colorInfo: '#26588f',
    colorInfoBg: '#edf4fb',
    colorInfoBorder: '#b5cfea',
    colorTextBase: '#16201e',
    colorTextPlaceholder: '#66716e',
    colorTextDescription: '#4a5653',
    colorBorder: '#b9c3c0',
    // What antd derives from the primary colour is a grey that swallows the text on it.
    controlItemBgActive: '#e0f0ee',
    controlItemBgActiveHover: '#d3e9e6',
  },
};
const dark: ThemeConfig = {
  algorithm: antdTheme.darkAlgorithm,
  // What antd derives from the primary colour is too dim for text on dark.
  components: {
    Button: {
      defaultHoverColor: '#5cc9be',
      defaultHoverBorderColor: '#5cc9be',
      defaultActiveColor: '#8fdcd4',
      defaultActiveBorderColor: '#8fdcd4',
    },
  },
  token: {
    ...shared.token,
    colorPrimary: '#177a72',
    colorLink: '#5cc9be',
    colorPrimaryText: '#5cc9be',
    colorError: '#e5534b',
    colorTextBase: '#e6ecea',
    colorBgBase: '#151b1a',
    colorBgContainer: '#151b1a',
    colorBgElevated: '#1d2524',
    colorTextPlaceholder: '#8d9a97',
    colorTextDescription: '#b4c0bd',
    colorBorder: '#465350',
    controlItemBgActive: '#15332f',
    controlItemBgActiveHover: '#1b403b',
  },
};

// antd publishes these files as CommonJS types beside ES modules: what arrives depends on who resolves it.
type AntdLocale = typeof zhCN extends { default: infer L } ? L : typeof zhCN;
const unwrap = (module: unknown): AntdLocale =>
  (module && typeof module === 'object' && 'default' in module ? module.default : module) as AntdLocale;
const antdLocales = { 'zh-CN': unwrap(zhCN), en: unwrap(enUS) };

/** Colours, sizes and antd's own words, following language, choice and system. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const { locale } = useLanguage();
  const mode = useStoredValue(storedTheme);
  const isNarrow = useIsNarrow();
  const systemIsDark = useSyncExternalStore(subscribeToSystem, () => systemDark.matches);
  const isDark = mode === 'dark' || (mode === 'system' && systemIsDark);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  }, [isDark]);
  return (
    <ConfigProvider
      locale={antdLocales[locale]}
      theme={isDark ? dark : light}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App
        component={false}
        message={{ maxCount: 3, duration: 3 }}
        // Over the end of the lists, or of a phone's header: never over the case that somebody works on, or where they write.
        // Several lie on one another, and open under the pointer: who comes online is often given many at once.
        notification={{
          placement: isNarrow ? 'top' : 'bottomLeft',
          top: 8,
          bottom: 12,
          maxCount: 3,
          stack: { threshold: 1 },
        }}
      >
        {children}
      </App>
    </ConfigProvider>
  );
}
