/** The policy as a text, in step with the forms, and loading and saving it as a file. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PolicyLoad } from '../../lib/policy/load-policy-data.ts';
import { printPolicy } from '../../lib/policy/print-policy.ts';
import type { PolicyInput } from '../../lib/policy/schema.ts';
import { localize } from '../../lib/text.ts';
import { ReviewDialog, type ReviewDialogProps } from './draft-bar.tsx';
import { LocalizedField } from './localized-field.tsx';
import { ListField, TextField } from './policy-fields.tsx';
import type { PolicyPageProps } from './tier-card.tsx';
import { YamlEditor } from './yaml-editor.tsx';

export interface ReadPolicyText {
  /** The text has the shape of a policy: it can be the draft, whatever else is wrong with it. */
  readonly policy: PolicyInput | undefined;
  readonly problems: Extract<PolicyLoad, { ok: false }>['problems'];
}

export interface PolicyFileProps extends PolicyPageProps {
  /** Sentences about the last file or update that was refused; the policy in use stays. */
  readonly refused: readonly string[];
  /** Parts of the last file that are locked, and so stayed as they were, in the words of the pages. */
  readonly overruled: readonly string[];
  readonly read: (text: string) => ReadPolicyText;
  /** Calls `act` after a pause; the next call begins the pause anew. */
  readonly pause: (act: () => void) => void;
  readonly onFile: (file: File) => void;
  readonly onExport: (text: string) => void;
  readonly onDefault: () => void;
  /** A file, or the default policy, that is shown before it is used. */
  readonly asked: Omit<ReviewDialogProps, 't'> | undefined;
}

export function PolicyFilePage(props: PolicyFileProps) {
  const { t, language, editor, refused, overruled, asked, onFile, onExport, onDefault } = props;
  return (
    <div class="editor">
      <p class="lead">
        {t('welcome.policy.done', { name: `${localize(editor.inUse.name, language)} · ${editor.inUse.label ?? editor.inUse.version}` })}
      </p>
      <div class="actions">
        <label class="button file">
          {t('policy.import')}
          <input
            type="file"
            accept=".yaml,.yml,.json"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = '';
              if (file) onFile(file);
            }}
          />
        </label>
        <button type="button" class="button" onClick={() => onExport(printPolicy(editor.draft))}>
          {t('policy.export')}
        </button>
        <button type="button" class="button" onClick={onDefault}>
          {t('policy.default')}
        </button>
      </div>
      {overruled.length > 0 && (
        <p class="note" role="status">
          {t('sharing.overruled', { paths: overruled.join('; ') })}
        </p>
      )}
      {refused.length ? (
        <div class="trouble" role="alert">
          <b>{t('policy.refused')}</b>
          <ul>
            {refused.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {asked && <ReviewDialog t={t} {...asked} />}
      <About {...props} />
      <section class="plain">
        <h2>{t('file.text')}</h2>
        <p>{t('file.textLead')}</p>
        <PolicyText {...props} />
      </section>
    </div>
  );
}

function About({ t, language, editor }: PolicyPageProps) {
  return (
    <section class="plain">
      <h2>{t('file.about')}</h2>
      <div class="two">
        <LocalizedField t={t} language={language} editor={editor} path={['name']} label={t('tiers.name')} />
        <TextField editor={editor} path={['label']} label={t('file.label')} help={t('file.labelHelp', { version: editor.draft.version })} optional />
        <TextField editor={editor} path={['organization', 'product']} label={t('file.product')} optional />
        <ListField editor={editor} path={['organization', 'languages']} label={t('file.languages')} help={t('file.languagesHelp')} />
        <TextField editor={editor} path={['expires']} label={t('file.expires')} help={t('file.expiresHelp')} optional />
        <TextField editor={editor} path={['id']} label={t('edit.id')} help={t('file.idHelp')} />
      </div>
    </section>
  );
}

function PolicyText({ t, editor, read, pause }: PolicyFileProps) {
  const { draft, text: aside } = editor;
  const [shown, setShown] = useState(() => ({ text: aside ?? printPolicy(draft) }));
  const [found, setFound] = useState(() => read(shown.text));
  // the draft that the text was printed from or became: layout and comments stay while nothing else changes it
  const standsFor = useRef(draft);
  const wasAside = useRef(aside !== undefined);
  const show = (text: string): void => {
    setShown({ text });
    setFound(read(text));
  };
  useEffect(() => {
    const dropped = wasAside.current && aside === undefined;
    wasAside.current = aside !== undefined;
    if (aside !== undefined || (draft === standsFor.current && !dropped)) return;
    standsFor.current = draft;
    show(printPolicy(draft));
  }, [draft, aside]);
  const take = (text: string): void => {
    const result = read(text);
    setFound(result);
    if (!result.policy) {
      editor.setText(text);
      return;
    }
    editor.change(() => result.policy ?? editor.draft, 'file');
    standsFor.current = editor.draft;
    wasAside.current = false;
    editor.setText(undefined);
  };
  return (
    <>
      <YamlEditor label={t('file.text')} shown={shown} problems={found.problems} onText={(text) => pause(() => take(text))} />
      <div role="status">
        {found.problems.length > 0 && (
          <ul class="failing">
            {found.problems.slice(0, 10).map(({ message, readable }) => (
              <li key={message}>{readable}</li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
