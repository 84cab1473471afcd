/**
 * The SLA matrix of a proposal. The default targets are written around the clock: 24 h and 48 h are one and two days. A team that is
 * open for part of the day promises the same days in business time: a day is its opening hours, never more than the default.
 */
import type { PageTranslate } from '../extension-text.ts';
import { defaultPolicy } from '../policy/default-policy.ts';
import type { PolicyInput } from '../policy/schema.ts';
import { parseDuration } from '../sla/duration.ts';
import { type DesignAnswers, hoursPerDay, WEEKDAYS } from './answers.ts';
import type { Decision } from './proposal.ts';
import { because, hoursText, minutesText } from './wording.ts';

/** A warning before 80 % leaves a fifth of the target; teams that miss targets get three tenths. */
const earlyWarning = 70;
/** Nobody in a team this small is free at every moment. */
const smallTeam = 5;

export interface Targets extends Pick<PolicyInput, 'priorities' | 'calendars' | 'sla'> {
  readonly decisions: readonly Decision[];
  readonly warnAtPercent: number;
}

export function proposeTargets(answers: DesignAnswers, t: PageTranslate): Targets {
  const dayHours = hoursPerDay(answers);
  const day = dayHours * 60;
  const shortDay = dayHours < 24;
  const decisions: Decision[] = [];
  const hoursSaid = shortDay
    ? t('design.because.hours', { from: answers.hours.from, to: answers.hours.to, days: answers.hours.days.length, zone: answers.timeZone })
    : t('design.because.always');
  decisions.push({
    about: 'targets',
    what: shortDay ? t('design.targets.day', { hours: hoursText(day, t) }) : t('design.targets.always'),
    because: hoursSaid,
  });
  const slow = answers.teamSize <= smallTeam;
  if (slow)
    decisions.push({
      about: 'targets',
      what: t('design.targets.small'),
      because: t('design.because.people', {
        people: t(answers.teamSize === 1 ? 'design.people.one' : 'design.people.other', { n: answers.teamSize }),
      }),
    });
  const onCall = answers.pains.includes('after-hours') && shortDay;
  if (onCall) decisions.push({ about: 'targets', what: t('design.pain.after-hours.what'), because: because('after-hours', t) });
  const warnAtPercent = answers.pains.includes('missed-targets') ? earlyWarning : 80;
  if (warnAtPercent !== 80)
    decisions.push({
      about: 'targets',
      what: t('design.pain.missed-targets.what', { percent: warnAtPercent }),
      because: because('missed-targets', t),
    });
  if (answers.pains.includes('no-updates'))
    decisions.push({
      about: 'targets',
      what: t('design.pain.no-updates.what', { hours: hoursText(Math.min(240, day), t) }),
      because: because('no-updates', t),
    });
  if (answers.shifts > 1 && !answers.hours.always)
    decisions.push({
      about: 'targets',
      what: t('design.targets.shifts'),
      because: t('design.because.shifts', { shifts: t('design.shifts.other', { n: answers.shifts }) }),
    });

  const priorities = defaultPolicy.priorities.map((priority): PolicyInput['priorities'][number] => {
    const around = (written: string | undefined, most: number): string => minutesText(Math.min((parseDuration(written ?? '') ?? 0) / 60_000, most));
    if (priority.id === 'critical' && onCall) return { ...priority, ...(slow && { firstResponse: '30m' }), calendar: 'always' };
    const days = priority.id === 'low' ? 2 : 1;
    return {
      ...priority,
      firstResponse: priority.id === 'critical' && slow ? '30m' : around(priority.firstResponse, priority.id === 'medium' ? day / 2 : day),
      resolution: shortDay ? around(priority.resolution, day * days) : (priority.resolution ?? '48h'),
    };
  });
  return {
    priorities,
    calendars: {
      default: answers.hours.always
        ? { name: { en: 'Always open', vi: 'Hoạt động 24/7' }, timeZone: answers.timeZone, alwaysOpen: true }
        : {
            name: { en: 'Business hours', vi: 'Giờ làm việc' },
            timeZone: answers.timeZone,
            hours: Object.fromEntries(
              WEEKDAYS.filter((one) => answers.hours.days.includes(one)).map((one) => [
                one,
                [[answers.hours.from, answers.hours.to] as [string, string]],
              ]),
            ),
          },
      ...(onCall && { always: { name: { en: 'On call, always', vi: 'Trực, luôn mở' }, timeZone: answers.timeZone, alwaysOpen: true } }),
    },
    sla: {
      calendar: 'default',
      warnAtPercent,
      ...(answers.pains.includes('no-updates') && { updateOwed: minutesText(Math.min(240, day)) }),
    },
    decisions,
    warnAtPercent,
  };
}
