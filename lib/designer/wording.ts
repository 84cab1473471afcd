/** Small phrases that several parts of a proposal and its document use. */
import type { PageTranslate } from '../extension-text.ts';
import type { Pain } from './answers.ts';

/** "because you said: ..." of a pain point. */
export const because = (pain: Pain, t: PageTranslate): string => t('design.because.pain', { pain: t(`design.pain.${pain}`) });

/** Minutes as a policy writes them: `15m`, `4h`, `9h30m`. Whole minutes, at least one. */
export function minutesText(minutes: number): string {
  const whole = Math.max(1, Math.floor(minutes));
  const hours = Math.floor(whole / 60);
  return `${hours > 0 ? `${hours}h` : ''}${whole % 60 > 0 || hours === 0 ? `${whole % 60}m` : ''}`;
}

/** `9 h 30 min` */
export function hoursText(minutes: number, t: PageTranslate): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const parts = [hours > 0 ? t('time.hours', { n: hours }) : '', whole % 60 > 0 || hours === 0 ? t('time.minutes', { n: whole % 60 }) : ''];
  return parts.filter(Boolean).join(' ');
}

/** A language inside a sentence: Vietnamese writes it small. */
export const spokenName = (language: string, t: PageTranslate): string => languageName(language, t).replace(/^Tiếng /, 'tiếng ');

/** A language by its name in the language of the page. */
export function languageName(language: string, t: PageTranslate): string {
  return new Intl.DisplayNames([t('design.locale')], { type: 'language', fallback: 'code' }).of(language) ?? language;
}
