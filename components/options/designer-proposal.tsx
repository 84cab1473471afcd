/** The proposal as tables that can be changed, each with the answers it rests on. */
import type { Decision } from '../../lib/designer/proposal.ts';
import { localize } from '../../lib/text.ts';
import type { DesignerPageProps } from './designer-model.ts';

export function DesignerProposal(props: DesignerPageProps) {
  const { t, language, proposal, onUndoEdits, onTake } = props;
  if (!proposal) return null;
  const { policy, edits, edited, editProblems, troubles, decisions, plan } = proposal;
  // the policy's own word for "at once" in the words of the page
  const atOnce = t('design.doc.immediate');
  const cell = (id: string, value: string, label: string, rows = 1) => {
    const isTime = /\.(respondsWithin|firstResponse|resolution)$/.test(id);
    const problem = editProblems.find((one) => one.cell === id);
    const common = {
      'aria-label': label,
      'aria-invalid': problem ? ('true' as const) : undefined,
      'aria-describedby': problem ? `problem-${id}` : undefined,
      value: isTime && (edits[id] ?? value) === 'immediate' ? atOnce : (edits[id] ?? value),
      class: Object.hasOwn(edits, id) ? 'changed' : undefined,
      onChange: (event: Event) => {
        const typed = (event.currentTarget as HTMLInputElement).value;
        props.onEdit(id, isTime && typed.trim().toLowerCase() === atOnce.toLowerCase() ? 'immediate' : typed);
      },
    };
    return (
      <>
        {rows > 1 ? <textarea {...common} rows={rows} /> : <input type="text" {...common} />}
        {problem && (
          <small class="problem" id={`problem-${id}`}>
            {t(problem.problem === 'amount' ? 'design.proposal.badAmount' : 'design.proposal.badDuration', { found: problem.found })}
          </small>
        )}
      </>
    );
  };
  const text = (value: Parameters<typeof localize>[0]): string => localize(value, language);
  const column = (name: string, row: string): string => t('design.proposal.cell', { column: name, row });
  return (
    <div class="proposal">
      <p class="quiet">{t('design.proposal.lead')}</p>
      <section>
        <h3>{t('design.proposal.tiers')}</h3>
        <Reasons t={t} decisions={decisions} about="tiers" />
        <div class="wide">
          <table class="as-cards">
            <thead>
              <tr>
                <th scope="col">{t('design.proposal.tier')}</th>
                <th scope="col">{t('design.proposal.name')}</th>
                <th scope="col">
                  {t('design.proposal.handles')} <small class="help">{t('design.proposal.handlesHelp')}</small>
                </th>
                <th scope="col">{t('design.proposal.responds')}</th>
                <th scope="col">{t('design.staffing.agents')}</th>
                <th scope="col">{t('design.staffing.people')}</th>
                <th scope="col">{t('design.staffing.now')}</th>
              </tr>
            </thead>
            <tbody>
              {policy.tiers.map((tier) => {
                const row = t('design.doc.tierShort', { n: tier.tier });
                const staffing = plan.find((one) => one.tier === tier.tier);
                return (
                  <tr key={tier.tier}>
                    <th scope="row">
                      <span class={`tier tier-${tier.tier}`}>T{tier.tier}</span>
                    </th>
                    <td data-column={t('design.proposal.name')}>
                      {cell(`tier.${tier.tier}.name`, text(tier.name), column(t('design.proposal.name'), row))}
                    </td>
                    <td data-column={t('design.proposal.handles')}>
                      {cell(`tier.${tier.tier}.handles`, (tier.handles ?? []).map(text).join('\n'), column(t('design.proposal.handles'), row), 4)}
                    </td>
                    <td data-column={t('design.proposal.responds')}>
                      {cell(`tier.${tier.tier}.respondsWithin`, tier.respondsWithin, column(t('design.proposal.responds'), row))}
                    </td>
                    <td class="third" data-column={t('design.staffing.agents')}>
                      {staffing?.staffing.agents}
                    </td>
                    <td class="third" data-column={t('design.staffing.people')}>
                      {staffing && new Intl.NumberFormat(language).format(staffing.staffing.people)}
                    </td>
                    <td class="third" data-column={t('design.staffing.now')}>
                      {staffing?.peopleNow}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </section>
      <section>
        <h3>{t('design.proposal.targets')}</h3>
        <Reasons t={t} decisions={decisions} about="targets" />
        <p class="quiet">{t('design.proposal.durationHelp')}</p>
        <div class="wide">
          <table class="targets as-cards">
            <thead>
              <tr>
                <th scope="col">{t('design.sla.priority')}</th>
                <th scope="col">{t('design.sla.first')}</th>
                <th scope="col">{t('design.sla.resolution')}</th>
              </tr>
            </thead>
            <tbody>
              {policy.priorities.map((priority) => (
                <tr key={priority.id}>
                  <th scope="row">{text(priority.name)}</th>
                  <td class="half" data-column={t('design.sla.first')}>
                    {cell(`priority.${priority.id}.firstResponse`, priority.firstResponse ?? '', column(t('design.sla.first'), text(priority.name)))}
                  </td>
                  <td class="half" data-column={t('design.sla.resolution')}>
                    {cell(`priority.${priority.id}.resolution`, priority.resolution ?? '', column(t('design.sla.resolution'), text(priority.name)))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section>
        <h3>{t('design.proposal.thresholds')}</h3>
        <div class="thresholds">
          {(['revenue_threshold', 'ltv_threshold'] as const).map((name) => (
            <div key={name} class="field">
              <span class="label">{t(`design.proposal.threshold.${name}`)}</span>
              {cell(`variable.${name}`, String(policy.variables?.[name] ?? ''), t(`design.proposal.threshold.${name}`))}
            </div>
          ))}
        </div>
      </section>
      <section>
        <h3>{t('design.proposal.rules')}</h3>
        <Reasons t={t} decisions={decisions.filter(({ rule }) => rule === undefined || !policy.rules?.some(({ id }) => id === rule))} about="rules" />
        <div class="wide">
          <table class="rules as-cards">
            <thead>
              <tr>
                <th scope="col">{t('design.proposal.rule')}</th>
                <th scope="col">{t('design.proposal.mode')}</th>
                <th scope="col">{t('design.proposal.because')}</th>
              </tr>
            </thead>
            <tbody>
              {(policy.rules ?? []).map((rule) => (
                <tr key={rule.id}>
                  <th scope="row">
                    {text(rule.title)}
                    <code>{rule.rule}</code>
                  </th>
                  <td>
                    <select
                      aria-label={column(t('design.proposal.mode'), text(rule.title))}
                      class={Object.hasOwn(edits, `rule.${rule.id}.mode`) ? 'changed' : undefined}
                      value={rule.mode ?? 'on'}
                      onChange={(event) => props.onEdit(`rule.${rule.id}.mode`, event.currentTarget.value)}
                    >
                      {(['on', 'shadow', 'off'] as const).map((mode) => (
                        <option key={mode} value={mode}>
                          {t(`design.proposal.mode.${mode}`)}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td>
                    {decisions
                      .filter((decision) => decision.rule === rule.id)
                      .map(({ what, because }) => (
                        <p key={what}>
                          {what} <small>{because}</small>
                        </p>
                      ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <Reasons t={t} decisions={decisions} about="texts" />
      {troubles.length > 0 && (
        <div class="trouble" role="alert">
          <b>{t('design.proposal.bad')}</b>
          <ul>
            {troubles.map((trouble) => (
              <li key={trouble}>{trouble}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="note">
        <button type="button" class="button primary" disabled={troubles.length > 0} onClick={onTake}>
          {t('design.proposal.take')}
        </button>{' '}
        <span class="quiet">{t('design.proposal.replaces')}</span>
        {edited > 0 && (
          <p>
            {t('design.proposal.edited', { n: edited })}{' '}
            <button type="button" class="button" onClick={onUndoEdits}>
              {t('design.proposal.undo')}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}

function Reasons({
  t,
  decisions,
  about,
}: Pick<DesignerPageProps, 't'> & { readonly decisions: readonly Decision[]; readonly about: Decision['about'] }) {
  const own = decisions.filter((decision) => decision.about === about);
  if (own.length === 0) return null;
  return (
    <ul class="decisions" aria-label={t('design.proposal.because')}>
      {own.map(({ what, because }) => (
        <li key={what}>
          {what} <small>{because}</small>
        </li>
      ))}
    </ul>
  );
}
