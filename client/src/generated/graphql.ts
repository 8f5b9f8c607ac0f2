/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** How one part of a question is answered. */
export type AnswerKind =
  /** A date; a year alone, or a year and a month, will do. */
  | 'APPROXIMATE_DATE'
  /** Choose one of the options. */
  | 'OPTIONS';

/** A date as well as the person knows it: a year, perhaps a month, perhaps a day. */
export type ApproximateDateInput = {
  /** Day of the month; only together with the month. */
  day?: number | null | undefined;
  /** Month, 1 to 12. */
  month?: number | null | undefined;
  /** Year with four digits. Example: `2019`. */
  year: number;
};

/** The answers so far. Send none to get the first question; send them all to get the outcome. Answers that the path does not need are left aside and named in `unusedAnswers`. */
export type EligibilityAnswersInput = {
  /** Optional, never asked: when the person means to apply. Today if missing. */
  applicationOn?: string | null | undefined;
  /** When the person last practised, in any country, with patients or without. */
  lastPractised?: ApproximateDateInput | null | undefined;
  /** When the person came off the Register, or the renewal was missed. For `LEFT`. */
  leftRegister?: ApproximateDateInput | null | undefined;
  /** Where the person lives. */
  livesIn?: PlaceAnswer | null | undefined;
  /** Optional, never asked: whether an employer offers paid support work (band 3 or 4) meanwhile. */
  paidPost?: boolean | null | undefined;
  /** Where the person plans to work. */
  plansToWorkIn?: PlaceAnswer | null | undefined;
  /** Whether the person practises now. For `REGISTERED`. */
  practising?: PractisingAnswer | null | undefined;
  /** The profession. Example: `DT`. */
  profession?: ProfessionAnswer | null | undefined;
  /** When the person qualified. For `NEVER_REGISTERED`. */
  qualified?: ApproximateDateInput | null | undefined;
  /** Optional, never asked: when the person registered interest with the national programme. */
  registeredWithProgrammeOn?: string | null | undefined;
  /** Where the person stands with the Register. */
  registration?: RegistrationAnswer | null | undefined;
  /** Where the person trained. Asked for `NEVER_REGISTERED`; may be given for `LEFT`. */
  trained?: TrainingAnswer | null | undefined;
  /** Work since coming off the Register (`LEFT`) or since qualifying (`NEVER_REGISTERED`). */
  work?: WorkAnswer | null | undefined;
};

/** The questions, in the order in which they are asked. No path asks more than ten. */
export type EligibilityQuestionKey =
  /** When the person last practised. */
  | 'LAST_PRACTISED'
  /** When the person came off the Register. */
  | 'LEFT_REGISTER'
  /** Where the person lives and plans to work. */
  | 'PLACES'
  /** Whether a person on the Register practises now. */
  | 'PRACTISING'
  /** Which profession. */
  | 'PROFESSION'
  /** When a person who was never registered qualified. */
  | 'QUALIFIED'
  /** On the Register, left it, removed, or never on it. */
  | 'REGISTRATION'
  /** Where a person who was never registered trained. */
  | 'TRAINED'
  /** Work since coming off the Register, or since qualifying. */
  | 'WORK';

/** How sure the answer is. */
export type EligibilityVerdict =
  /** The published texts differ or are silent. Ask HCPC; the possible answers are shown. */
  | 'ASK_HCPC'
  /** The answer depends on a date that is not known well enough. The possible answers are shown. */
  | 'BETTER_DATE_NEEDED'
  /** The HCPC part is decided. A coordinator decides whether the national programme can help. */
  | 'COORDINATOR_DECIDES'
  /** The published rules give one answer. */
  | 'DECIDED';

/** Which boards to list; all conditions must hold. */
export type IntegratedCareBoardFilter = {
  /** Only boards that existed on this day. */
  openOn?: string | null | undefined;
  /** Only boards of the region with this code. Example: `Y58`. */
  regionCode?: string | null | undefined;
};

/** Where a person lives or plans to work. */
export type PlaceAnswer =
  /** Outside the United Kingdom. */
  | 'ELSEWHERE'
  /** England. */
  | 'ENGLAND'
  /** Northern Ireland. */
  | 'NORTHERN_IRELAND'
  /** Scotland. */
  | 'SCOTLAND'
  /** Wales. */
  | 'WALES';

/** Whether a person on the Register practises now. */
export type PractisingAnswer =
  /** Managing, teaching or doing research in the profession. That is practising too. */
  | 'MANAGING_TEACHING_OR_RESEARCH'
  /** Not practising. */
  | 'NOT_PRACTISING'
  /** Practising with patients, clients or samples. */
  | 'WITH_PEOPLE';

/** A profession by HCPC's register code, or osteopathy. */
export type ProfessionAnswer =
  /** Arts therapies. */
  | 'AS'
  /** Biomedical science. */
  | 'BS'
  /** Podiatry and chiropody. */
  | 'CH'
  /** Clinical science. */
  | 'CS'
  /** Dietetics. */
  | 'DT'
  /** Hearing aid dispensing. */
  | 'HAD'
  /** Operating department practice. */
  | 'ODP'
  /** Orthoptics. */
  | 'OR'
  /** Osteopathy: an allied health profession in England, but on the register of the General Osteopathic Council. */
  | 'OSTEOPATH'
  /** Occupational therapy. */
  | 'OT'
  /** Paramedic practice. */
  | 'PA'
  /** Physiotherapy. */
  | 'PH'
  /** Prosthetics and orthotics. */
  | 'PO'
  /** Practitioner psychology. */
  | 'PYL'
  /** Radiography. */
  | 'RA'
  /** Speech and language therapy. */
  | 'SL';

/** HCPC's code for a profession, as in a registration number. */
export type ProfessionCode =
  /** Arts therapist. */
  | 'AS'
  /** Biomedical scientist. */
  | 'BS'
  /** Chiropodist / podiatrist. */
  | 'CH'
  /** Clinical scientist. */
  | 'CS'
  /** Dietitian. */
  | 'DT'
  /** Hearing aid dispenser. */
  | 'HAD'
  /** Operating department practitioner. */
  | 'ODP'
  /** Orthoptist. */
  | 'OR'
  /** Occupational therapist. */
  | 'OT'
  /** Paramedic. */
  | 'PA'
  /** Physiotherapist. */
  | 'PH'
  /** Prosthetist / orthotist. */
  | 'PO'
  /** Practitioner psychologist. */
  | 'PYL'
  /** Radiographer. */
  | 'RA'
  /** Speech and language therapist. */
  | 'SL';

/** What the national return to practice programme in England can do. It is apart from HCPC's own rules. */
export type ProgrammeVerdict =
  /** The published conditions do not settle it. A coordinator decides. */
  | 'COORDINATOR_DECIDES'
  /** The published conditions are met. */
  | 'ELIGIBLE'
  /** The published conditions are not met. */
  | 'NOT_ELIGIBLE'
  /** No updating is needed, so there is nothing for the programme to arrange. */
  | 'NOT_NEEDED';

/** Where a person stands with the HCPC Register. */
export type RegistrationAnswer =
  /** Was on the Register, then came off or did not renew. */
  | 'LEFT'
  /** Has never been on the Register. */
  | 'NEVER_REGISTERED'
  /** On the HCPC Register now. */
  | 'REGISTERED'
  /** Was removed after a fitness to practise case. */
  | 'REMOVED_AFTER_FITNESS_TO_PRACTISE';

/** A way back to the Register. */
export type ReturnRoute =
  /** First application of a person trained abroad. */
  | 'INTERNATIONAL_APPLICATION'
  /** Another regulator decides: the General Osteopathic Council. */
  | 'OTHER_REGULATOR'
  /** Readmission form. */
  | 'READMISSION'
  /** Readmission form with the return to practice form. */
  | 'READMISSION_WITH_UPDATING'
  /** Choose at renewal: come off the Register, or renew and send the updating within six months. */
  | 'RENEW_OR_LEAVE'
  /** Restoration, run by the fitness to practise team of HCPC. */
  | 'RESTORATION'
  /** Short readmission: a short form within one month, and the registration fee only. */
  | 'SHORT_READMISSION'
  /** Nothing to apply for: stay on the Register and renew as usual. */
  | 'STAY_REGISTERED'
  /** First application of a person trained in the United Kingdom. */
  | 'UK_APPLICATION'
  /** First application of a person trained in the United Kingdom, with the return to practice form. */
  | 'UK_APPLICATION_WITH_UPDATING';

/** Which sites to list; all conditions must hold. */
export type SiteFilter = {
  /** Only sites whose name contains this. */
  nameContains?: string | null | undefined;
  /** Only sites of the trust with this ODS code. Example: `R0A`. */
  trustOdsCode?: string | null | undefined;
};

/** Where a person trained. */
export type TrainingAnswer =
  /** A course in another country. */
  | 'ABROAD'
  /** A course in the United Kingdom that HCPC approves. */
  | 'UNITED_KINGDOM';

/** Which trusts to list; all conditions must hold. */
export type TrustFilter = {
  /** Only trusts of the board with this code. Example: `QVV`. */
  boardCode?: string | null | undefined;
  /** Only trusts whose name contains this. */
  nameContains?: string | null | undefined;
  /** Only trusts that were open on this day. */
  openOn?: string | null | undefined;
  /** Only trusts of the region with this code. Example: `Y58`. */
  regionCode?: string | null | undefined;
};

/** The three kinds of updating. Any mix will do; only private study has a limit. Source: H1. */
export type UpdatingKind =
  /** Formal study: structured study given by a person or an organisation, at a distance too. */
  | 'FORMAL'
  /** Private study: reading and learning on one’s own. At most half of what is required. */
  | 'PRIVATE'
  /** Supervised practice: working under a registered member of the same profession. */
  | 'SUPERVISED';

/** Work since coming off the Register, or since qualifying for a person who never joined it. */
export type WorkAnswer =
  /** No work in the profession. */
  | 'NONE'
  /** Practised the profession in another country. */
  | 'PRACTISED_ABROAD'
  /** Related work in the United Kingdom that needs no registration, for example looking after an imaging system. */
  | 'RELATED_WORK';

export type SourceFieldsFragment = {
  __typename: 'Source';
  key: string;
  title: string;
  publisher: string;
  url: string;
  readOn: string;
};

export type CitedRuleFieldsFragment = {
  __typename: 'CitedRule';
  key: string;
  title: string;
  explanation: string;
  assumed: boolean;
  inForceFrom: string | null;
  sources: Array<{ __typename: 'Source'; key: string; title: string; publisher: string; url: string; readOn: string }>;
};

export type EligibilityOutcomeFieldsFragment = {
  __typename: 'EligibilityOutcome';
  verdict: EligibilityVerdict;
  headline: string;
  summary: string;
  fieldOfPractice: string;
  route: ReturnRoute | null;
  requirement: { __typename: 'UpdatingRequirement'; days: number; minutes: number; privateDaysAtMost: number } | null;
  possibilities: Array<{
    __typename: 'EligibilityPossibility';
    when: string;
    route: ReturnRoute;
    planOnThis: boolean;
    requirement: { __typename: 'UpdatingRequirement'; days: number; minutes: number };
  }>;
  datesNeeded: Array<{
    __typename: 'DateNeeded';
    field: string;
    question: EligibilityQuestionKey;
    explanation: string;
  }>;
  window: {
    __typename: 'UpdatingWindow';
    months: number;
    opensOn: string;
    closesOn: string;
    explanation: string;
  } | null;
  threshold: { __typename: 'EligibilityThreshold'; on: string; explanation: string } | null;
  renewal: { __typename: 'EligibilityRenewal'; opensOn: string; closesOn: string; isOpen: boolean } | null;
  fees: {
    __typename: 'Fees';
    totalPence: number;
    inForceFrom: string;
    explanation: string;
    lines: Array<{ __typename: 'FeeLine'; label: string; pence: number }>;
    sources: Array<{
      __typename: 'Source';
      key: string;
      title: string;
      publisher: string;
      url: string;
      readOn: string;
    }>;
  } | null;
  moneyHelp: Array<{
    __typename: 'MoneyHelp';
    title: string;
    explanation: string;
    upToPence: number | null;
    asOf: string;
    mayBeOutOfDate: boolean;
    sources: Array<{
      __typename: 'Source';
      key: string;
      title: string;
      publisher: string;
      url: string;
      readOn: string;
    }>;
  }>;
  whatCounts: Array<{
    __typename: 'WhatCounts';
    kind: UpdatingKind;
    title: string;
    explanation: string;
    examples: Array<string>;
    daysAtMost: number | null;
    sources: Array<{
      __typename: 'Source';
      key: string;
      title: string;
      publisher: string;
      url: string;
      readOn: string;
    }>;
  }>;
  nextActions: Array<{
    __typename: 'NextAction';
    title: string;
    explanation: string;
    link: { __typename: 'Source'; key: string; title: string; publisher: string; url: string; readOn: string } | null;
  }>;
  rules: Array<{
    __typename: 'CitedRule';
    key: string;
    title: string;
    explanation: string;
    assumed: boolean;
    inForceFrom: string | null;
    sources: Array<{
      __typename: 'Source';
      key: string;
      title: string;
      publisher: string;
      url: string;
      readOn: string;
    }>;
  }>;
  wouldChange: Array<{ __typename: 'WouldChange'; change: string; effect: string }>;
  myths: Array<{
    __typename: 'Myth';
    claim: string;
    truth: string;
    sources: Array<{
      __typename: 'Source';
      key: string;
      title: string;
      publisher: string;
      url: string;
      readOn: string;
    }>;
  }>;
  programme: {
    __typename: 'ProgrammeEligibility';
    verdict: ProgrammeVerdict;
    explanation: string;
    rules: Array<{
      __typename: 'CitedRule';
      key: string;
      title: string;
      explanation: string;
      assumed: boolean;
      inForceFrom: string | null;
      sources: Array<{
        __typename: 'Source';
        key: string;
        title: string;
        publisher: string;
        url: string;
        readOn: string;
      }>;
    }>;
  };
};

export type EligibilityQuestionFieldsFragment = {
  __typename: 'EligibilityQuestion';
  key: EligibilityQuestionKey;
  title: string;
  hint: string | null;
  why: string;
  parts: Array<{
    __typename: 'EligibilityQuestionPart';
    field: string;
    label: string;
    hint: string | null;
    kind: AnswerKind;
    options: Array<{ __typename: 'EligibilityOption'; value: string; label: string; hint: string | null }>;
  }>;
};

export type EligibilityStepFieldsFragment = {
  __typename: 'EligibilityStep';
  question: {
    __typename: 'EligibilityQuestion';
    key: EligibilityQuestionKey;
    title: string;
    hint: string | null;
    why: string;
    parts: Array<{
      __typename: 'EligibilityQuestionPart';
      field: string;
      label: string;
      hint: string | null;
      kind: AnswerKind;
      options: Array<{ __typename: 'EligibilityOption'; value: string; label: string; hint: string | null }>;
    }>;
  };
  answers: Array<{ __typename: 'EligibilityAnswerGiven'; field: string; label: string; answer: string }>;
};

export type EligibilityStepsQueryVariables = Exact<{
  answers: EligibilityAnswersInput;
}>;

export type EligibilityStepsQuery = {
  __typename: 'Query';
  eligibility:
    | {
        __typename: 'EligibilityContradicted';
        refusals: Array<{ __typename: 'RuleRefusal'; path: Array<string>; message: string; help: string }>;
        steps: Array<{
          __typename: 'EligibilityStep';
          question: {
            __typename: 'EligibilityQuestion';
            key: EligibilityQuestionKey;
            title: string;
            hint: string | null;
            why: string;
            parts: Array<{
              __typename: 'EligibilityQuestionPart';
              field: string;
              label: string;
              hint: string | null;
              kind: AnswerKind;
              options: Array<{ __typename: 'EligibilityOption'; value: string; label: string; hint: string | null }>;
            }>;
          };
          answers: Array<{ __typename: 'EligibilityAnswerGiven'; field: string; label: string; answer: string }>;
        }>;
      }
    | {
        __typename: 'EligibilityOutcome';
        headline: string;
        steps: Array<{
          __typename: 'EligibilityStep';
          question: {
            __typename: 'EligibilityQuestion';
            key: EligibilityQuestionKey;
            title: string;
            hint: string | null;
            why: string;
            parts: Array<{
              __typename: 'EligibilityQuestionPart';
              field: string;
              label: string;
              hint: string | null;
              kind: AnswerKind;
              options: Array<{ __typename: 'EligibilityOption'; value: string; label: string; hint: string | null }>;
            }>;
          };
          answers: Array<{ __typename: 'EligibilityAnswerGiven'; field: string; label: string; answer: string }>;
        }>;
      }
    | {
        __typename: 'EligibilityQuestionDue';
        number: number;
        atMost: number;
        question: {
          __typename: 'EligibilityQuestion';
          key: EligibilityQuestionKey;
          title: string;
          hint: string | null;
          why: string;
          parts: Array<{
            __typename: 'EligibilityQuestionPart';
            field: string;
            label: string;
            hint: string | null;
            kind: AnswerKind;
            options: Array<{ __typename: 'EligibilityOption'; value: string; label: string; hint: string | null }>;
          }>;
        };
        steps: Array<{
          __typename: 'EligibilityStep';
          question: {
            __typename: 'EligibilityQuestion';
            key: EligibilityQuestionKey;
            title: string;
            hint: string | null;
            why: string;
            parts: Array<{
              __typename: 'EligibilityQuestionPart';
              field: string;
              label: string;
              hint: string | null;
              kind: AnswerKind;
              options: Array<{ __typename: 'EligibilityOption'; value: string; label: string; hint: string | null }>;
            }>;
          };
          answers: Array<{ __typename: 'EligibilityAnswerGiven'; field: string; label: string; answer: string }>;
        }>;
      };
};

export type RegionChoicesFragment = {
  __typename: 'Query';
  regions: {
    __typename: 'RegionConnection';
    nodes: Array<{ __typename: 'Region'; id: string; code: string; name: string }>;
  };
};

export type BoardsQueryVariables = Exact<{
  filter?: IntegratedCareBoardFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;

export type BoardsQuery = {
  __typename: 'Query';
  integratedCareBoards: {
    __typename: 'IntegratedCareBoardConnection';
    countUpTo1000: number;
    nodes: Array<{
      __typename: 'IntegratedCareBoard';
      id: string;
      code: string;
      name: string;
      closedOn: string | null;
      region: { __typename: 'Region'; id: string; name: string };
      successions: Array<{
        __typename: 'BoardSuccession';
        effectiveFrom: string;
        successor: { __typename: 'IntegratedCareBoard'; id: string; name: string };
      }>;
      takenOverFrom: Array<{
        __typename: 'BoardSuccession';
        effectiveFrom: string;
        predecessor: { __typename: 'IntegratedCareBoard'; id: string; name: string };
      }>;
    }>;
    pageInfo: {
      __typename: 'PageInfo';
      hasNextPage: boolean;
      hasPreviousPage: boolean;
      startCursor: string | null;
      endCursor: string | null;
    };
  };
  regions: {
    __typename: 'RegionConnection';
    nodes: Array<{ __typename: 'Region'; id: string; code: string; name: string }>;
  };
};

export type EligibilityResultQueryVariables = Exact<{
  answers: EligibilityAnswersInput;
}>;

export type EligibilityResultQuery = {
  __typename: 'Query';
  eligibility:
    | {
        __typename: 'EligibilityContradicted';
        refusals: Array<{ __typename: 'RuleRefusal'; path: Array<string> }>;
        steps: Array<{
          __typename: 'EligibilityStep';
          question: {
            __typename: 'EligibilityQuestion';
            key: EligibilityQuestionKey;
            parts: Array<{ __typename: 'EligibilityQuestionPart'; field: string }>;
          };
        }>;
      }
    | {
        __typename: 'EligibilityOutcome';
        verdict: EligibilityVerdict;
        headline: string;
        summary: string;
        fieldOfPractice: string;
        route: ReturnRoute | null;
        requirement: {
          __typename: 'UpdatingRequirement';
          days: number;
          minutes: number;
          privateDaysAtMost: number;
        } | null;
        possibilities: Array<{
          __typename: 'EligibilityPossibility';
          when: string;
          route: ReturnRoute;
          planOnThis: boolean;
          requirement: { __typename: 'UpdatingRequirement'; days: number; minutes: number };
        }>;
        datesNeeded: Array<{
          __typename: 'DateNeeded';
          field: string;
          question: EligibilityQuestionKey;
          explanation: string;
        }>;
        window: {
          __typename: 'UpdatingWindow';
          months: number;
          opensOn: string;
          closesOn: string;
          explanation: string;
        } | null;
        threshold: { __typename: 'EligibilityThreshold'; on: string; explanation: string } | null;
        renewal: { __typename: 'EligibilityRenewal'; opensOn: string; closesOn: string; isOpen: boolean } | null;
        fees: {
          __typename: 'Fees';
          totalPence: number;
          inForceFrom: string;
          explanation: string;
          lines: Array<{ __typename: 'FeeLine'; label: string; pence: number }>;
          sources: Array<{
            __typename: 'Source';
            key: string;
            title: string;
            publisher: string;
            url: string;
            readOn: string;
          }>;
        } | null;
        moneyHelp: Array<{
          __typename: 'MoneyHelp';
          title: string;
          explanation: string;
          upToPence: number | null;
          asOf: string;
          mayBeOutOfDate: boolean;
          sources: Array<{
            __typename: 'Source';
            key: string;
            title: string;
            publisher: string;
            url: string;
            readOn: string;
          }>;
        }>;
        whatCounts: Array<{
          __typename: 'WhatCounts';
          kind: UpdatingKind;
          title: string;
          explanation: string;
          examples: Array<string>;
          daysAtMost: number | null;
          sources: Array<{
            __typename: 'Source';
            key: string;
            title: string;
            publisher: string;
            url: string;
            readOn: string;
          }>;
        }>;
        nextActions: Array<{
          __typename: 'NextAction';
          title: string;
          explanation: string;
          link: {
            __typename: 'Source';
            key: string;
            title: string;
            publisher: string;
            url: string;
            readOn: string;
          } | null;
        }>;
        rules: Array<{
          __typename: 'CitedRule';
          key: string;
          title: string;
          explanation: string;
          assumed: boolean;
          inForceFrom: string | null;
          sources: Array<{
            __typename: 'Source';
            key: string;
            title: string;
            publisher: string;
            url: string;
            readOn: string;
          }>;
        }>;
        wouldChange: Array<{ __typename: 'WouldChange'; change: string; effect: string }>;
        myths: Array<{
          __typename: 'Myth';
          claim: string;
          truth: string;
          sources: Array<{
            __typename: 'Source';
            key: string;
            title: string;
            publisher: string;
            url: string;
            readOn: string;
          }>;
        }>;
        programme: {
          __typename: 'ProgrammeEligibility';
          verdict: ProgrammeVerdict;
          explanation: string;
          rules: Array<{
            __typename: 'CitedRule';
            key: string;
            title: string;
            explanation: string;
            assumed: boolean;
            inForceFrom: string | null;
            sources: Array<{
              __typename: 'Source';
              key: string;
              title: string;
              publisher: string;
              url: string;
              readOn: string;
            }>;
          }>;
        };
      }
    | {
        __typename: 'EligibilityQuestionDue';
        question: { __typename: 'EligibilityQuestion'; key: EligibilityQuestionKey };
      };
};

export type ProfessionQueryVariables = Exact<{
  code: ProfessionCode;
}>;

export type ProfessionQuery = {
  __typename: 'Query';
  profession: {
    __typename: 'Profession';
    id: string;
    code: ProfessionCode;
    name: string;
    fieldOfPractice: string;
    protectedTitles: Array<string>;
    registrants: number;
    registrantsCountedOn: string;
    isEnglandAhp: boolean;
    renewalWindow: { __typename: 'RenewalWindow'; opensOn: string; closesOn: string; isOpen: boolean };
  } | null;
};

export type ProfessionsQueryVariables = Exact<{ [key: string]: never }>;

export type ProfessionsQuery = {
  __typename: 'Query';
  professions: {
    __typename: 'ProfessionConnection';
    nodes: Array<{
      __typename: 'Profession';
      id: string;
      code: ProfessionCode;
      name: string;
      isEnglandAhp: boolean;
      renewalWindow: { __typename: 'RenewalWindow'; opensOn: string; closesOn: string; isOpen: boolean };
    }>;
  };
};

export type RegionsQueryVariables = Exact<{
  openOn: string;
}>;

export type RegionsQuery = {
  __typename: 'Query';
  regions: {
    __typename: 'RegionConnection';
    nodes: Array<{
      __typename: 'Region';
      id: string;
      code: string;
      name: string;
      boards: { __typename: 'IntegratedCareBoardConnection'; countUpTo1000: number };
      trusts: { __typename: 'TrustConnection'; countUpTo1000: number };
    }>;
  };
};

export type SitesQueryVariables = Exact<{
  filter?: SiteFilter | null | undefined;
  trust: string;
  withTrust: boolean;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;

export type SitesQuery = {
  __typename: 'Query';
  trust?: { __typename: 'Trust'; id: string; name: string } | null;
  sites: {
    __typename: 'SiteConnection';
    countUpTo1000: number;
    nodes: Array<{
      __typename: 'Site';
      id: string;
      odsCode: string;
      name: string;
      postcode: string;
      trust: { __typename: 'Trust'; id: string; odsCode: string; name: string };
    }>;
    pageInfo: {
      __typename: 'PageInfo';
      hasNextPage: boolean;
      hasPreviousPage: boolean;
      startCursor: string | null;
      endCursor: string | null;
    };
  };
};

export type TrustsQueryVariables = Exact<{
  filter?: TrustFilter | null | undefined;
  openOn: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;

export type TrustsQuery = {
  __typename: 'Query';
  integratedCareBoards: {
    __typename: 'IntegratedCareBoardConnection';
    nodes: Array<{ __typename: 'IntegratedCareBoard'; id: string; code: string; name: string }>;
  };
  trusts: {
    __typename: 'TrustConnection';
    countUpTo1000: number;
    nodes: Array<{
      __typename: 'Trust';
      id: string;
      odsCode: string;
      name: string;
      postcode: string;
      region: { __typename: 'Region'; id: string; name: string };
      board: { __typename: 'IntegratedCareBoard'; id: string; name: string };
    }>;
    pageInfo: {
      __typename: 'PageInfo';
      hasNextPage: boolean;
      hasPreviousPage: boolean;
      startCursor: string | null;
      endCursor: string | null;
    };
  };
  regions: {
    __typename: 'RegionConnection';
    nodes: Array<{ __typename: 'Region'; id: string; code: string; name: string }>;
  };
};

export const SourceFieldsFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'SourceFields' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Source' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          { kind: 'Field', name: { kind: 'Name', value: 'key' } },
          { kind: 'Field', name: { kind: 'Name', value: 'title' } },
          { kind: 'Field', name: { kind: 'Name', value: 'publisher' } },
          { kind: 'Field', name: { kind: 'Name', value: 'url' } },
          { kind: 'Field', name: { kind: 'Name', value: 'readOn' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SourceFieldsFragment, unknown>;
export const CitedRuleFieldsFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'CitedRuleFields' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CitedRule' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          { kind: 'Field', name: { kind: 'Name', value: 'key' } },
          { kind: 'Field', name: { kind: 'Name', value: 'title' } },
          { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
          { kind: 'Field', name: { kind: 'Name', value: 'assumed' } },
          { kind: 'Field', name: { kind: 'Name', value: 'inForceFrom' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'sources' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'FragmentSpread', name: { kind: 'Name', value: 'SourceFields' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'SourceFields' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Source' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          { kind: 'Field', name: { kind: 'Name', value: 'key' } },
          { kind: 'Field', name: { kind: 'Name', value: 'title' } },
          { kind: 'Field', name: { kind: 'Name', value: 'publisher' } },
          { kind: 'Field', name: { kind: 'Name', value: 'url' } },
          { kind: 'Field', name: { kind: 'Name', value: 'readOn' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CitedRuleFieldsFragment, unknown>;
export const EligibilityOutcomeFieldsFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'EligibilityOutcomeFields' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'EligibilityOutcome' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          { kind: 'Field', name: { kind: 'Name', value: 'verdict' } },
          { kind: 'Field', name: { kind: 'Name', value: 'headline' } },
          { kind: 'Field', name: { kind: 'Name', value: 'summary' } },
          { kind: 'Field', name: { kind: 'Name', value: 'fieldOfPractice' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'requirement' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'days' } },
                { kind: 'Field', name: { kind: 'Name', value: 'minutes' } },
                { kind: 'Field', name: { kind: 'Name', value: 'privateDaysAtMost' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'possibilities' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'when' } },
                { kind: 'Field', name: { kind: 'Name', value: 'route' } },
                { kind: 'Field', name: { kind: 'Name', value: 'planOnThis' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'requirement' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'days' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'minutes' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'datesNeeded' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'field' } },
                { kind: 'Field', name: { kind: 'Name', value: 'question' } },
                { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'window' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'months' } },
                { kind: 'Field', name: { kind: 'Name', value: 'opensOn' } },
                { kind: 'Field', name: { kind: 'Name', value: 'closesOn' } },
                { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'threshold' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'on' } },
                { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'renewal' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'opensOn' } },
                { kind: 'Field', name: { kind: 'Name', value: 'closesOn' } },
                { kind: 'Field', name: { kind: 'Name', value: 'isOpen' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'fees' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'lines' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'label' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'pence' } },
                    ],
                  },
                },
                { kind: 'Field', name: { kind: 'Name', value: 'totalPence' } },
                { kind: 'Field', name: { kind: 'Name', value: 'inForceFrom' } },
                { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'sources' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'SourceFields' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'moneyHelp' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
                { kind: 'Field', name: { kind: 'Name', value: 'upToPence' } },
                { kind: 'Field', name: { kind: 'Name', value: 'asOf' } },
                { kind: 'Field', name: { kind: 'Name', value: 'mayBeOutOfDate' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'sources' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'SourceFields' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'whatCounts' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
                { kind: 'Field', name: { kind: 'Name', value: 'examples' } },
                { kind: 'Field', name: { kind: 'Name', value: 'daysAtMost' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'sources' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'SourceFields' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'nextActions' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'link' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'SourceFields' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'rules' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'FragmentSpread', name: { kind: 'Name', value: 'CitedRuleFields' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'wouldChange' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'change' } },
                { kind: 'Field', name: { kind: 'Name', value: 'effect' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'myths' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'claim' } },
                { kind: 'Field', name: { kind: 'Name', value: 'truth' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'sources' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'SourceFields' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'programme' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'verdict' } },
                { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'rules' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'CitedRuleFields' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'SourceFields' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Source' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          { kind: 'Field', name: { kind: 'Name', value: 'key' } },
          { kind: 'Field', name: { kind: 'Name', value: 'title' } },
          { kind: 'Field', name: { kind: 'Name', value: 'publisher' } },
          { kind: 'Field', name: { kind: 'Name', value: 'url' } },
          { kind: 'Field', name: { kind: 'Name', value: 'readOn' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'CitedRuleFields' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CitedRule' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          { kind: 'Field', name: { kind: 'Name', value: 'key' } },
          { kind: 'Field', name: { kind: 'Name', value: 'title' } },
          { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
          { kind: 'Field', name: { kind: 'Name', value: 'assumed' } },
          { kind: 'Field', name: { kind: 'Name', value: 'inForceFrom' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'sources' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'FragmentSpread', name: { kind: 'Name', value: 'SourceFields' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<EligibilityOutcomeFieldsFragment, unknown>;
export const EligibilityQuestionFieldsFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'EligibilityQuestionFields' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'EligibilityQuestion' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          { kind: 'Field', name: { kind: 'Name', value: 'key' } },
          { kind: 'Field', name: { kind: 'Name', value: 'title' } },
          { kind: 'Field', name: { kind: 'Name', value: 'hint' } },
          { kind: 'Field', name: { kind: 'Name', value: 'why' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'parts' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'field' } },
                { kind: 'Field', name: { kind: 'Name', value: 'label' } },
                { kind: 'Field', name: { kind: 'Name', value: 'hint' } },
                { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'options' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'label' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'hint' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<EligibilityQuestionFieldsFragment, unknown>;
export const EligibilityStepFieldsFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'EligibilityStepFields' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'EligibilityStep' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'question' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'FragmentSpread', name: { kind: 'Name', value: 'EligibilityQuestionFields' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'answers' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'field' } },
                { kind: 'Field', name: { kind: 'Name', value: 'label' } },
                { kind: 'Field', name: { kind: 'Name', value: 'answer' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'EligibilityQuestionFields' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'EligibilityQuestion' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          { kind: 'Field', name: { kind: 'Name', value: 'key' } },
          { kind: 'Field', name: { kind: 'Name', value: 'title' } },
          { kind: 'Field', name: { kind: 'Name', value: 'hint' } },
          { kind: 'Field', name: { kind: 'Name', value: 'why' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'parts' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'field' } },
                { kind: 'Field', name: { kind: 'Name', value: 'label' } },
                { kind: 'Field', name: { kind: 'Name', value: 'hint' } },
                { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'options' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'label' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'hint' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<EligibilityStepFieldsFragment, unknown>;
export const RegionChoicesFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'RegionChoices' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Query' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'regions' },
            arguments: [
              { kind: 'Argument', name: { kind: 'Name', value: 'first' }, value: { kind: 'IntValue', value: '100' } },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'nodes' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RegionChoicesFragment, unknown>;
export const EligibilityStepsDocument = {
  __meta__: { hash: 'sha256:c2054f54400e268a86c9e9546a9c787b54337d2226c3d6df95f9b8b7072c54a1' },
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'EligibilitySteps' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'answers' } },
          type: {
            kind: 'NonNullType',
            type: { kind: 'NamedType', name: { kind: 'Name', value: 'EligibilityAnswersInput' } },
          },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'eligibility' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'answers' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'answers' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'EligibilityQuestionDue' } },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'number' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'atMost' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'question' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            { kind: 'FragmentSpread', name: { kind: 'Name', value: 'EligibilityQuestionFields' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'steps' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            { kind: 'FragmentSpread', name: { kind: 'Name', value: 'EligibilityStepFields' } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'EligibilityContradicted' } },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'refusals' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'path' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'help' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'steps' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            { kind: 'FragmentSpread', name: { kind: 'Name', value: 'EligibilityStepFields' } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'EligibilityOutcome' } },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'headline' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'steps' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            { kind: 'FragmentSpread', name: { kind: 'Name', value: 'EligibilityStepFields' } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'EligibilityQuestionFields' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'EligibilityQuestion' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          { kind: 'Field', name: { kind: 'Name', value: 'key' } },
          { kind: 'Field', name: { kind: 'Name', value: 'title' } },
          { kind: 'Field', name: { kind: 'Name', value: 'hint' } },
          { kind: 'Field', name: { kind: 'Name', value: 'why' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'parts' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'field' } },
                { kind: 'Field', name: { kind: 'Name', value: 'label' } },
                { kind: 'Field', name: { kind: 'Name', value: 'hint' } },
                { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'options' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'label' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'hint' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'EligibilityStepFields' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'EligibilityStep' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'question' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'FragmentSpread', name: { kind: 'Name', value: 'EligibilityQuestionFields' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'answers' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'field' } },
                { kind: 'Field', name: { kind: 'Name', value: 'label' } },
                { kind: 'Field', name: { kind: 'Name', value: 'answer' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<EligibilityStepsQuery, EligibilityStepsQueryVariables>;
export const BoardsDocument = {
  __meta__: { hash: 'sha256:e00355507783e8445b5901d293fc3d8fe3cc7a817875d8c4455373c80b073caf' },
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Boards' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'IntegratedCareBoardFilter' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'last' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'before' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          { kind: 'FragmentSpread', name: { kind: 'Name', value: 'RegionChoices' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'integratedCareBoards' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'filter' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'first' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'after' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'last' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'last' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'before' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'before' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'countUpTo1000' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'nodes' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'closedOn' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'region' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'successions' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'effectiveFrom' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'successor' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                                ],
                              },
                            },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'takenOverFrom' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'effectiveFrom' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'predecessor' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'pageInfo' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'hasNextPage' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'hasPreviousPage' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'startCursor' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'endCursor' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'RegionChoices' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Query' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'regions' },
            arguments: [
              { kind: 'Argument', name: { kind: 'Name', value: 'first' }, value: { kind: 'IntValue', value: '100' } },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'nodes' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<BoardsQuery, BoardsQueryVariables>;
export const EligibilityResultDocument = {
  __meta__: { hash: 'sha256:87b85dfc0714c6b90e7dc131fff5729a0abe8b693108871a6253fa10b6d77d86' },
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'EligibilityResult' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'answers' } },
          type: {
            kind: 'NonNullType',
            type: { kind: 'NamedType', name: { kind: 'Name', value: 'EligibilityAnswersInput' } },
          },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'eligibility' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'answers' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'answers' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'EligibilityQuestionDue' } },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'question' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'key' } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'EligibilityContradicted' } },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'refusals' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'path' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'steps' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'question' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'key' } },
                                  {
                                    kind: 'Field',
                                    name: { kind: 'Name', value: 'parts' },
                                    selectionSet: {
                                      kind: 'SelectionSet',
                                      selections: [
                                        { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                                        { kind: 'Field', name: { kind: 'Name', value: 'field' } },
                                      ],
                                    },
                                  },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'EligibilityOutcome' } },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'EligibilityOutcomeFields' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'SourceFields' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Source' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          { kind: 'Field', name: { kind: 'Name', value: 'key' } },
          { kind: 'Field', name: { kind: 'Name', value: 'title' } },
          { kind: 'Field', name: { kind: 'Name', value: 'publisher' } },
          { kind: 'Field', name: { kind: 'Name', value: 'url' } },
          { kind: 'Field', name: { kind: 'Name', value: 'readOn' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'CitedRuleFields' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CitedRule' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          { kind: 'Field', name: { kind: 'Name', value: 'key' } },
          { kind: 'Field', name: { kind: 'Name', value: 'title' } },
          { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
          { kind: 'Field', name: { kind: 'Name', value: 'assumed' } },
          { kind: 'Field', name: { kind: 'Name', value: 'inForceFrom' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'sources' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'FragmentSpread', name: { kind: 'Name', value: 'SourceFields' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'EligibilityOutcomeFields' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'EligibilityOutcome' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          { kind: 'Field', name: { kind: 'Name', value: 'verdict' } },
          { kind: 'Field', name: { kind: 'Name', value: 'headline' } },
          { kind: 'Field', name: { kind: 'Name', value: 'summary' } },
          { kind: 'Field', name: { kind: 'Name', value: 'fieldOfPractice' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'requirement' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'days' } },
                { kind: 'Field', name: { kind: 'Name', value: 'minutes' } },
                { kind: 'Field', name: { kind: 'Name', value: 'privateDaysAtMost' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'possibilities' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'when' } },
                { kind: 'Field', name: { kind: 'Name', value: 'route' } },
                { kind: 'Field', name: { kind: 'Name', value: 'planOnThis' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'requirement' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'days' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'minutes' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'datesNeeded' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'field' } },
                { kind: 'Field', name: { kind: 'Name', value: 'question' } },
                { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'window' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'months' } },
                { kind: 'Field', name: { kind: 'Name', value: 'opensOn' } },
                { kind: 'Field', name: { kind: 'Name', value: 'closesOn' } },
                { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'threshold' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'on' } },
                { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'renewal' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'opensOn' } },
                { kind: 'Field', name: { kind: 'Name', value: 'closesOn' } },
                { kind: 'Field', name: { kind: 'Name', value: 'isOpen' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'fees' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'lines' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'label' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'pence' } },
                    ],
                  },
                },
                { kind: 'Field', name: { kind: 'Name', value: 'totalPence' } },
                { kind: 'Field', name: { kind: 'Name', value: 'inForceFrom' } },
                { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'sources' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'SourceFields' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'moneyHelp' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
                { kind: 'Field', name: { kind: 'Name', value: 'upToPence' } },
                { kind: 'Field', name: { kind: 'Name', value: 'asOf' } },
                { kind: 'Field', name: { kind: 'Name', value: 'mayBeOutOfDate' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'sources' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'SourceFields' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'whatCounts' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
                { kind: 'Field', name: { kind: 'Name', value: 'examples' } },
                { kind: 'Field', name: { kind: 'Name', value: 'daysAtMost' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'sources' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'SourceFields' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'nextActions' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'link' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'SourceFields' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'rules' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'FragmentSpread', name: { kind: 'Name', value: 'CitedRuleFields' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'wouldChange' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'change' } },
                { kind: 'Field', name: { kind: 'Name', value: 'effect' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'myths' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'claim' } },
                { kind: 'Field', name: { kind: 'Name', value: 'truth' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'sources' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'SourceFields' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'programme' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'verdict' } },
                { kind: 'Field', name: { kind: 'Name', value: 'explanation' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'rules' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'CitedRuleFields' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<EligibilityResultQuery, EligibilityResultQueryVariables>;
export const ProfessionDocument = {
  __meta__: { hash: 'sha256:c387e42125e5ba787d3f7731897d969446eddd282706bc6cafaf048d9e618743' },
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Profession' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'code' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ProfessionCode' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'profession' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'code' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'code' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                { kind: 'Field', name: { kind: 'Name', value: 'fieldOfPractice' } },
                { kind: 'Field', name: { kind: 'Name', value: 'protectedTitles' } },
                { kind: 'Field', name: { kind: 'Name', value: 'registrants' } },
                { kind: 'Field', name: { kind: 'Name', value: 'registrantsCountedOn' } },
                { kind: 'Field', name: { kind: 'Name', value: 'isEnglandAhp' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'renewalWindow' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'opensOn' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'closesOn' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'isOpen' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ProfessionQuery, ProfessionQueryVariables>;
export const ProfessionsDocument = {
  __meta__: { hash: 'sha256:fdea19ebe472980d3ba9866392fe968756d73dccbca87351745070c651f67624' },
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Professions' },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'professions' },
            arguments: [
              { kind: 'Argument', name: { kind: 'Name', value: 'first' }, value: { kind: 'IntValue', value: '100' } },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'nodes' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'isEnglandAhp' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'renewalWindow' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'opensOn' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'closesOn' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'isOpen' } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ProfessionsQuery, ProfessionsQueryVariables>;
export const RegionsDocument = {
  __meta__: { hash: 'sha256:aed6ef84906dccfcdeb98ba47959e9e1fe01ce56b946b0316f73b7d26b5ce244' },
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Regions' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'openOn' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'CalendarDate' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'regions' },
            arguments: [
              { kind: 'Argument', name: { kind: 'Name', value: 'first' }, value: { kind: 'IntValue', value: '100' } },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'nodes' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'boards' },
                        arguments: [
                          {
                            kind: 'Argument',
                            name: { kind: 'Name', value: 'first' },
                            value: { kind: 'IntValue', value: '1' },
                          },
                          {
                            kind: 'Argument',
                            name: { kind: 'Name', value: 'filter' },
                            value: {
                              kind: 'ObjectValue',
                              fields: [
                                {
                                  kind: 'ObjectField',
                                  name: { kind: 'Name', value: 'openOn' },
                                  value: { kind: 'Variable', name: { kind: 'Name', value: 'openOn' } },
                                },
                              ],
                            },
                          },
                        ],
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'countUpTo1000' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'trusts' },
                        arguments: [
                          {
                            kind: 'Argument',
                            name: { kind: 'Name', value: 'first' },
                            value: { kind: 'IntValue', value: '1' },
                          },
                          {
                            kind: 'Argument',
                            name: { kind: 'Name', value: 'filter' },
                            value: {
                              kind: 'ObjectValue',
                              fields: [
                                {
                                  kind: 'ObjectField',
                                  name: { kind: 'Name', value: 'openOn' },
                                  value: { kind: 'Variable', name: { kind: 'Name', value: 'openOn' } },
                                },
                              ],
                            },
                          },
                        ],
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'countUpTo1000' } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RegionsQuery, RegionsQueryVariables>;
export const SitesDocument = {
  __meta__: { hash: 'sha256:b7aae1eb6a7a3fed630cbd07e013119108e7bc9f81c12094ac4361796501769b' },
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Sites' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'SiteFilter' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'trust' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'withTrust' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Boolean' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'last' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'before' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'trust' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'odsCode' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'trust' } },
              },
            ],
            directives: [
              {
                kind: 'Directive',
                name: { kind: 'Name', value: 'include' },
                arguments: [
                  {
                    kind: 'Argument',
                    name: { kind: 'Name', value: 'if' },
                    value: { kind: 'Variable', name: { kind: 'Name', value: 'withTrust' } },
                  },
                ],
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'sites' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'filter' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'first' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'after' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'last' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'last' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'before' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'before' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'countUpTo1000' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'nodes' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'odsCode' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'postcode' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'trust' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'odsCode' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'pageInfo' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'hasNextPage' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'hasPreviousPage' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'startCursor' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'endCursor' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SitesQuery, SitesQueryVariables>;
export const TrustsDocument = {
  __meta__: { hash: 'sha256:3adb2c6ff5a1f0c6b0f26bd14b4c366290102698dbf85f4c92406f0426780aa7' },
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Trusts' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'TrustFilter' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'openOn' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'CalendarDate' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'last' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'before' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          { kind: 'FragmentSpread', name: { kind: 'Name', value: 'RegionChoices' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'integratedCareBoards' },
            arguments: [
              { kind: 'Argument', name: { kind: 'Name', value: 'first' }, value: { kind: 'IntValue', value: '100' } },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'filter' },
                value: {
                  kind: 'ObjectValue',
                  fields: [
                    {
                      kind: 'ObjectField',
                      name: { kind: 'Name', value: 'openOn' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'openOn' } },
                    },
                  ],
                },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'nodes' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'trusts' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'filter' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'first' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'after' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'last' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'last' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'before' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'before' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                { kind: 'Field', name: { kind: 'Name', value: 'countUpTo1000' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'nodes' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'odsCode' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'postcode' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'region' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'board' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'pageInfo' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'hasNextPage' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'hasPreviousPage' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'startCursor' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'endCursor' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'RegionChoices' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Query' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'regions' },
            arguments: [
              { kind: 'Argument', name: { kind: 'Name', value: 'first' }, value: { kind: 'IntValue', value: '100' } },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'nodes' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<TrustsQuery, TrustsQueryVariables>;
