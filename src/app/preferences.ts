import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isLocale, type Locale } from '#platform/locale/locale.ts';
import { formFields } from '#platform/web/forms.ts';
import { localPath } from '#platform/web/local-path.ts';
import type { Theme } from '#ui/layout.tsx';

const YEAR = 365 * 24 * 60 * 60;

/** Indonesian unless the person chose otherwise: the interface of an Indonesian office does not follow the browser. */
export function localeOf(c: Context): Locale {
  const chosen = getCookie(c, 'locale');
  return isLocale(chosen) ? chosen : 'id';
}

export function themeOf(c: Context): Theme {
  const chosen = getCookie(c, 'theme');
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
}

export async function savePreferences(c: Context): Promise<Response> {
  const fields = await formFields(c);
  const options = { path: '/', maxAge: YEAR, httpOnly: true, sameSite: 'Lax' } as const;
  if (isLocale(fields.locale)) setCookie(c, 'locale', fields.locale, options);
  if (fields.theme === 'auto' || fields.theme === 'light' || fields.theme === 'dark') {
    setCookie(c, 'theme', fields.theme, options);
  }
  return c.redirect(localPath(fields.back), 303);
}
