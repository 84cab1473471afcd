/** What is left of the panel when its extension is gone: the person's own words, to be copied. */
import { translator } from '../../lib/text.ts';
import { Logo } from '../ui/logo.tsx';
import { trusted } from './trusted.ts';

export interface RescuedText {
  /** What the text was written for, in words. */
  readonly label: string;
  readonly text: string;
}

export interface RescuedProps {
  /** BCP 47 language of the interface. */
  readonly language: string;
  readonly side: 'left' | 'right';
  readonly texts: readonly RescuedText[];
  readonly onCopy: (text: string) => void;
  readonly onClose: () => void;
}

export function Rescued({ language, side, texts, onCopy, onClose }: RescuedProps) {
  const t = translator(language);
  return (
    <aside
      class="handrail"
      aria-label={t('panel.label')}
      lang={language}
      dir="ltr"
      data-side={side}
      data-collapsed={false}
      style={{ '--width': '372px' }}
    >
      <div class="frame">
        <header>
          <Logo />
          <div class="title">
            <h1>{t('app.name')}</h1>
          </div>
        </header>
        <div class="notice" role="alert">
          {t('rescue.says')}
        </div>
        <div class="scroll">
          {texts.map(({ label, text }, at) => (
            <section key={at} class="form">
              <label>
                <span>{label}</span>
                <textarea rows={5} readOnly value={text} />
              </label>
              <div class="row">
                <button type="button" class="button primary" onClick={trusted(() => onCopy(text))}>
                  {t('rescue.copy')}
                </button>
              </div>
            </section>
          ))}
          <section>
            <button type="button" class="link" onClick={trusted(() => onClose())}>
              {t('rescue.close')}
            </button>
          </section>
        </div>
      </div>
    </aside>
  );
}
