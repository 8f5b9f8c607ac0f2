import { addYears, type CalendarDate } from '../kernel/calendar-date.ts';
import type { EligibilityAnswers } from './answers.rules.ts';
import { fired, type RuleKey } from './cited.rules.ts';
import type { Programme, ProgrammeVerdict } from './outcome.rules.ts';
import type { Case } from './route.rules.ts';

const programme = (verdict: ProgrammeVerdict, explanation: string, ...rules: readonly RuleKey[]): Programme => ({
  verdict,
  explanation,
  rules: rules.map(fired),
});

/** What the national programme in England can do. It has its own conditions, apart from HCPC's (E3, E4, E5). */
export const decideProgramme = (
  answers: EligibilityAnswers,
  cases: readonly Case[],
  today: CalendarDate,
): Programme => {
  const { profession, registration, trained, livesIn, plansToWorkIn, registeredWithProgrammeOn } = answers;
  if (profession === 'OSTEOPATH')
    return programme(
      'NOT_ELIGIBLE',
      'The national programme does not take osteopathy. Some local boards do, for example Kent and Medway. Ask your board.',
      'OSTEOPATHY',
    );
  if (registration === 'REMOVED_AFTER_FITNESS_TO_PRACTISE')
    return programme(
      'NOT_ELIGIBLE',
      'The programme cannot help while a fitness to practise issue is open.',
      'PROGRAMME_NOT_AFTER_FTP',
    );
  if (registration === 'NEVER_REGISTERED' && trained === 'ABROAD')
    return programme(
      'NOT_ELIGIBLE',
      'The programme does not take people who trained abroad and never registered.',
      'INTERNATIONAL_ROUTE',
    );
  if (cases.every(({ days }) => days === 0))
    return programme('NOT_NEEDED', 'You need no updating, so there is nothing to arrange.');
  if (plansToWorkIn !== 'ENGLAND')
    return programme('NOT_ELIGIBLE', 'The programme is for people who plan to work in England.', 'PROGRAMME_ENGLAND');
  if (livesIn !== 'ENGLAND')
    return programme(
      'COORDINATOR_DECIDES',
      'You live outside England and plan to work there. A coordinator decides whether the programme can help.',
      'PROGRAMME_LIVES_ELSEWHERE',
      'PROGRAMME_ENGLAND',
    );
  if (profession === 'HAD')
    return programme(
      'COORDINATOR_DECIDES',
      'The pages do not say whether your profession is meant. A coordinator decides.',
      'PROGRAMME_OTHER_PROFESSION',
    );
  if (registeredWithProgrammeOn && addYears(registeredWithProgrammeOn, 1) < today)
    return programme(
      'COORDINATOR_DECIDES',
      'You registered interest over a year ago. A coordinator decides whether you can go on. HCPC’s own 12 months are not touched.',
      'PROGRAMME_ONE_YEAR',
    );
  return programme(
    'ELIGIBLE',
    'You meet the published conditions, if you have no fitness to practise issue. The programme helps to find placements.',
    'PROGRAMME_PROFESSIONS',
    'PROGRAMME_ENGLAND',
    ...(registration === 'REGISTERED' ? (['PROGRAMME_REGISTERED_NOT_PRACTISED'] as const) : []),
  );
};
