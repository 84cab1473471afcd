/** Publishing the policy in use: signed with a key from a file, as a plain file, or as a link. */
import { useRef, useState } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';
import { EarlierVersions, type EarlierVersionsProps } from './earlier-versions.tsx';

export interface PublishRequest {
  readonly version: number;
  /** Day, `2027-06-30`. */
  readonly expires: string;
  readonly rollout: number;
  readonly key: File;
}

export interface PublishPartProps {
  readonly t: PageTranslate;
  readonly name: string;
  /** There is a draft that says something else: it is not what is published. */
  readonly drafted: boolean;
  /** Suggested: one above what was published or is in use. */
  readonly version: number;
  readonly expires: string;
  /** Sentences on what was done, or what is wrong. */
  readonly said: readonly string[];
  readonly refused: boolean;
  readonly link: string | undefined;
  /** Absent before anything was published here. */
  readonly earlier: Omit<EarlierVersionsProps, 't'> | undefined;
  readonly onSign: (request: PublishRequest) => void;
  readonly onMakeKeys: () => void;
  readonly onPlain: () => void;
  readonly onLink: () => void;
}

export function PublishPart(props: PublishPartProps) {
  const { t, name, drafted, version, expires, said, refused, link, earlier, onSign, onMakeKeys, onPlain, onLink } = props;
  const [chosenVersion, setVersion] = useState<number>();
  const [until, setUntil] = useState<string>();
  const [rollout, setRollout] = useState(100);
  const [key, setKey] = useState<File>();
  const [keyMissing, setKeyMissing] = useState(false);
  const keyField = useRef<HTMLInputElement>(null);
  return (
    <div class="card">
      <p>{t('sharing.publish.what', { name })}</p>
      {drafted && (
        <p class="note">
          {t('sharing.publish.drafted')} <a href="#rules">{t('sites.inDraftLink')}</a>
        </p>
      )}
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          setKeyMissing(key === undefined);
          if (!key) {
            keyField.current?.focus();
            return;
          }
          onSign({ version: chosenVersion ?? version, expires: until ?? expires, rollout, key });
          setVersion(undefined);
        }}
      >
        <div class="row">
          <label>
            {t('sharing.publish.version')}
            <input
              type="number"
              min="1"
              value={chosenVersion ?? version}
              onInput={(event) => setVersion(event.currentTarget.valueAsNumber)}
              required
            />
          </label>
          <label>
            {t('sharing.publish.expires')}
            <input type="date" value={until ?? expires} onInput={(event) => setUntil(event.currentTarget.value)} required />
          </label>
          <label>
            {t('sharing.publish.rollout')}
            <input
              type="number"
              min="1"
              max="100"
              value={rollout}
              list="rollout-stages"
              onInput={(event) => setRollout(event.currentTarget.valueAsNumber)}
              required
            />
            <datalist id="rollout-stages">
              {[1, 10, 50, 100].map((percent) => (
                <option key={percent} value={percent} />
              ))}
            </datalist>
          </label>
        </div>
        <small>{t('sharing.publish.help')}</small>
        <div>
          <div class="actions">
            <label class="button file">
              {t('sharing.publish.key')}
              <input
                ref={keyField}
                type="file"
                accept=".key,.pem,.jwk,.json"
                aria-describedby="key-chosen key-help"
                onChange={(event) => {
                  setKey(event.currentTarget.files?.[0]);
                  setKeyMissing(false);
                }}
              />
            </label>
            <button type="button" class="button" onClick={onMakeKeys}>
              {t('sharing.publish.makeKeys')}
            </button>
          </div>
          <p id="key-chosen" class={keyMissing ? 'bad' : 'chosen'} role="status">
            {key ? t('sharing.publish.keyChosen', { file: key.name }) : t(keyMissing ? 'sharing.publish.keyMissing' : 'sharing.publish.noKey')}
          </p>
          <small id="key-help">{t('sharing.publish.keyHelp')}</small>
        </div>
        <div class="actions">
          <button type="submit" class="button primary">
            {t('sharing.publish.sign')}
          </button>
          <button type="button" class="button" onClick={onPlain}>
            {t('sharing.publish.plain')}
          </button>
          <button type="button" class="button" onClick={onLink}>
            {t('sharing.publish.link')}
          </button>
        </div>
      </form>
      <div class={said.length === 0 ? undefined : refused ? 'trouble' : 'note'} role="status">
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {link !== undefined && (
        <label class="link-text">
          {t('sharing.publish.linkLabel', { length: link.length })}
          <textarea readOnly rows={3} value={link} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
      <details>
        <summary>{t('sharing.host.title')}</summary>
        <ol class="plain-list">
          <li>{t('sharing.host.1')}</li>
          <li>{t('sharing.host.2')}</li>
          <li>{t('sharing.host.3')}</li>
          <li>{t('sharing.host.4')}</li>
        </ol>
      </details>
      {earlier && <EarlierVersions t={t} {...earlier} />}
    </div>
  );
}
