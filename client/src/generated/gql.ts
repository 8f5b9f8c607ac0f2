/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
  '\n  fragment SourceFields on Source {\n    key\n    title\n    publisher\n    url\n    readOn\n  }\n': typeof types.SourceFieldsFragmentDoc;
  '\n  fragment CitedRuleFields on CitedRule {\n    key\n    title\n    explanation\n    assumed\n    inForceFrom\n    sources {\n      ...SourceFields\n    }\n  }\n': typeof types.CitedRuleFieldsFragmentDoc;
  '\n  fragment EligibilityOutcomeFields on EligibilityOutcome {\n    verdict\n    headline\n    summary\n    fieldOfPractice\n    route\n    requirement {\n      days\n      minutes\n      privateDaysAtMost\n    }\n    possibilities {\n      when\n      route\n      planOnThis\n      requirement {\n        days\n        minutes\n      }\n    }\n    datesNeeded {\n      field\n      question\n      explanation\n    }\n    window {\n      months\n      opensOn\n      closesOn\n      explanation\n    }\n    threshold {\n      on\n      explanation\n    }\n    renewal {\n      opensOn\n      closesOn\n      isOpen\n    }\n    fees {\n      lines {\n        label\n        pence\n      }\n      totalPence\n      inForceFrom\n      explanation\n      sources {\n        ...SourceFields\n      }\n    }\n    moneyHelp {\n      title\n      explanation\n      upToPence\n      asOf\n      mayBeOutOfDate\n      sources {\n        ...SourceFields\n      }\n    }\n    whatCounts {\n      kind\n      title\n      explanation\n      examples\n      daysAtMost\n      sources {\n        ...SourceFields\n      }\n    }\n    nextActions {\n      title\n      explanation\n      link {\n        ...SourceFields\n      }\n    }\n    rules {\n      ...CitedRuleFields\n    }\n    wouldChange {\n      change\n      effect\n    }\n    myths {\n      claim\n      truth\n      sources {\n        ...SourceFields\n      }\n    }\n    programme {\n      verdict\n      explanation\n      rules {\n        ...CitedRuleFields\n      }\n    }\n  }\n': typeof types.EligibilityOutcomeFieldsFragmentDoc;
  '\n  fragment EligibilityQuestionFields on EligibilityQuestion {\n    key\n    title\n    hint\n    why\n    parts {\n      field\n      label\n      hint\n      kind\n      options {\n        value\n        label\n        hint\n      }\n    }\n  }\n': typeof types.EligibilityQuestionFieldsFragmentDoc;
  '\n  fragment EligibilityStepFields on EligibilityStep {\n    question {\n      ...EligibilityQuestionFields\n    }\n    answers {\n      field\n      label\n      answer\n    }\n  }\n': typeof types.EligibilityStepFieldsFragmentDoc;
  '\n  query EligibilitySteps($answers: EligibilityAnswersInput!) {\n    eligibility(answers: $answers) {\n      ... on EligibilityQuestionDue {\n        number\n        atMost\n        question {\n          ...EligibilityQuestionFields\n        }\n        steps {\n          ...EligibilityStepFields\n        }\n      }\n      ... on EligibilityContradicted {\n        refusals {\n          path\n          message\n          help\n        }\n        steps {\n          ...EligibilityStepFields\n        }\n      }\n      ... on EligibilityOutcome {\n        headline\n        steps {\n          ...EligibilityStepFields\n        }\n      }\n    }\n  }\n': typeof types.EligibilityStepsDocument;
  '\n  fragment RegionChoices on Query {\n    regions(first: 100) {\n      nodes {\n        id\n        code\n        name\n      }\n    }\n  }\n': typeof types.RegionChoicesFragmentDoc;
  '\n  query Boards($filter: IntegratedCareBoardFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    ...RegionChoices\n    integratedCareBoards(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        code\n        name\n        closedOn\n        region {\n          id\n          name\n        }\n        successions {\n          effectiveFrom\n          successor {\n            id\n            name\n          }\n        }\n        takenOverFrom {\n          effectiveFrom\n          predecessor {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n': typeof types.BoardsDocument;
  '\n  query EligibilityResult($answers: EligibilityAnswersInput!) {\n    eligibility(answers: $answers) {\n      ... on EligibilityQuestionDue {\n        question {\n          key\n        }\n      }\n      ... on EligibilityContradicted {\n        refusals {\n          path\n        }\n        steps {\n          question {\n            key\n            parts {\n              field\n            }\n          }\n        }\n      }\n      ... on EligibilityOutcome {\n        ...EligibilityOutcomeFields\n      }\n    }\n  }\n': typeof types.EligibilityResultDocument;
  '\n  query Profession($code: ProfessionCode!) {\n    profession(code: $code) {\n      id\n      code\n      name\n      fieldOfPractice\n      protectedTitles\n      registrants\n      registrantsCountedOn\n      isEnglandAhp\n      renewalWindow {\n        opensOn\n        closesOn\n        isOpen\n      }\n    }\n  }\n': typeof types.ProfessionDocument;
  '\n  query Professions {\n    professions(first: 100) {\n      nodes {\n        id\n        code\n        name\n        isEnglandAhp\n        renewalWindow {\n          opensOn\n          closesOn\n          isOpen\n        }\n      }\n    }\n  }\n': typeof types.ProfessionsDocument;
  '\n  query Regions($openOn: CalendarDate!) {\n    regions(first: 100) {\n      nodes {\n        id\n        code\n        name\n        boards(first: 1, filter: { openOn: $openOn }) {\n          countUpTo1000\n        }\n        trusts(first: 1, filter: { openOn: $openOn }) {\n          countUpTo1000\n        }\n      }\n    }\n  }\n': typeof types.RegionsDocument;
  '\n  query Sites(\n    $filter: SiteFilter\n    $trust: String!\n    $withTrust: Boolean!\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    trust(odsCode: $trust) @include(if: $withTrust) {\n      id\n      name\n    }\n    sites(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        odsCode\n        name\n        postcode\n        trust {\n          id\n          odsCode\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n': typeof types.SitesDocument;
  '\n  query Trusts($filter: TrustFilter, $openOn: CalendarDate!, $first: Int, $after: String, $last: Int, $before: String) {\n    ...RegionChoices\n    integratedCareBoards(first: 100, filter: { openOn: $openOn }) {\n      nodes {\n        id\n        code\n        name\n      }\n    }\n    trusts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        odsCode\n        name\n        postcode\n        region {\n          id\n          name\n        }\n        board {\n          id\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n': typeof types.TrustsDocument;
};
const documents: Documents = {
  '\n  fragment SourceFields on Source {\n    key\n    title\n    publisher\n    url\n    readOn\n  }\n':
    types.SourceFieldsFragmentDoc,
  '\n  fragment CitedRuleFields on CitedRule {\n    key\n    title\n    explanation\n    assumed\n    inForceFrom\n    sources {\n      ...SourceFields\n    }\n  }\n':
    types.CitedRuleFieldsFragmentDoc,
  '\n  fragment EligibilityOutcomeFields on EligibilityOutcome {\n    verdict\n    headline\n    summary\n    fieldOfPractice\n    route\n    requirement {\n      days\n      minutes\n      privateDaysAtMost\n    }\n    possibilities {\n      when\n      route\n      planOnThis\n      requirement {\n        days\n        minutes\n      }\n    }\n    datesNeeded {\n      field\n      question\n      explanation\n    }\n    window {\n      months\n      opensOn\n      closesOn\n      explanation\n    }\n    threshold {\n      on\n      explanation\n    }\n    renewal {\n      opensOn\n      closesOn\n      isOpen\n    }\n    fees {\n      lines {\n        label\n        pence\n      }\n      totalPence\n      inForceFrom\n      explanation\n      sources {\n        ...SourceFields\n      }\n    }\n    moneyHelp {\n      title\n      explanation\n      upToPence\n      asOf\n      mayBeOutOfDate\n      sources {\n        ...SourceFields\n      }\n    }\n    whatCounts {\n      kind\n      title\n      explanation\n      examples\n      daysAtMost\n      sources {\n        ...SourceFields\n      }\n    }\n    nextActions {\n      title\n      explanation\n      link {\n        ...SourceFields\n      }\n    }\n    rules {\n      ...CitedRuleFields\n    }\n    wouldChange {\n      change\n      effect\n    }\n    myths {\n      claim\n      truth\n      sources {\n        ...SourceFields\n      }\n    }\n    programme {\n      verdict\n      explanation\n      rules {\n        ...CitedRuleFields\n      }\n    }\n  }\n':
    types.EligibilityOutcomeFieldsFragmentDoc,
  '\n  fragment EligibilityQuestionFields on EligibilityQuestion {\n    key\n    title\n    hint\n    why\n    parts {\n      field\n      label\n      hint\n      kind\n      options {\n        value\n        label\n        hint\n      }\n    }\n  }\n':
    types.EligibilityQuestionFieldsFragmentDoc,
  '\n  fragment EligibilityStepFields on EligibilityStep {\n    question {\n      ...EligibilityQuestionFields\n    }\n    answers {\n      field\n      label\n      answer\n    }\n  }\n':
    types.EligibilityStepFieldsFragmentDoc,
  '\n  query EligibilitySteps($answers: EligibilityAnswersInput!) {\n    eligibility(answers: $answers) {\n      ... on EligibilityQuestionDue {\n        number\n        atMost\n        question {\n          ...EligibilityQuestionFields\n        }\n        steps {\n          ...EligibilityStepFields\n        }\n      }\n      ... on EligibilityContradicted {\n        refusals {\n          path\n          message\n          help\n        }\n        steps {\n          ...EligibilityStepFields\n        }\n      }\n      ... on EligibilityOutcome {\n        headline\n        steps {\n          ...EligibilityStepFields\n        }\n      }\n    }\n  }\n':
    types.EligibilityStepsDocument,
  '\n  fragment RegionChoices on Query {\n    regions(first: 100) {\n      nodes {\n        id\n        code\n        name\n      }\n    }\n  }\n':
    types.RegionChoicesFragmentDoc,
  '\n  query Boards($filter: IntegratedCareBoardFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    ...RegionChoices\n    integratedCareBoards(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        code\n        name\n        closedOn\n        region {\n          id\n          name\n        }\n        successions {\n          effectiveFrom\n          successor {\n            id\n            name\n          }\n        }\n        takenOverFrom {\n          effectiveFrom\n          predecessor {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n':
    types.BoardsDocument,
  '\n  query EligibilityResult($answers: EligibilityAnswersInput!) {\n    eligibility(answers: $answers) {\n      ... on EligibilityQuestionDue {\n        question {\n          key\n        }\n      }\n      ... on EligibilityContradicted {\n        refusals {\n          path\n        }\n        steps {\n          question {\n            key\n            parts {\n              field\n            }\n          }\n        }\n      }\n      ... on EligibilityOutcome {\n        ...EligibilityOutcomeFields\n      }\n    }\n  }\n':
    types.EligibilityResultDocument,
  '\n  query Profession($code: ProfessionCode!) {\n    profession(code: $code) {\n      id\n      code\n      name\n      fieldOfPractice\n      protectedTitles\n      registrants\n      registrantsCountedOn\n      isEnglandAhp\n      renewalWindow {\n        opensOn\n        closesOn\n        isOpen\n      }\n    }\n  }\n':
    types.ProfessionDocument,
  '\n  query Professions {\n    professions(first: 100) {\n      nodes {\n        id\n        code\n        name\n        isEnglandAhp\n        renewalWindow {\n          opensOn\n          closesOn\n          isOpen\n        }\n      }\n    }\n  }\n':
    types.ProfessionsDocument,
  '\n  query Regions($openOn: CalendarDate!) {\n    regions(first: 100) {\n      nodes {\n        id\n        code\n        name\n        boards(first: 1, filter: { openOn: $openOn }) {\n          countUpTo1000\n        }\n        trusts(first: 1, filter: { openOn: $openOn }) {\n          countUpTo1000\n        }\n      }\n    }\n  }\n':
    types.RegionsDocument,
  '\n  query Sites(\n    $filter: SiteFilter\n    $trust: String!\n    $withTrust: Boolean!\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    trust(odsCode: $trust) @include(if: $withTrust) {\n      id\n      name\n    }\n    sites(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        odsCode\n        name\n        postcode\n        trust {\n          id\n          odsCode\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n':
    types.SitesDocument,
  '\n  query Trusts($filter: TrustFilter, $openOn: CalendarDate!, $first: Int, $after: String, $last: Int, $before: String) {\n    ...RegionChoices\n    integratedCareBoards(first: 100, filter: { openOn: $openOn }) {\n      nodes {\n        id\n        code\n        name\n      }\n    }\n    trusts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        odsCode\n        name\n        postcode\n        region {\n          id\n          name\n        }\n        board {\n          id\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n':
    types.TrustsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment SourceFields on Source {\n    key\n    title\n    publisher\n    url\n    readOn\n  }\n',
): (typeof documents)['\n  fragment SourceFields on Source {\n    key\n    title\n    publisher\n    url\n    readOn\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment CitedRuleFields on CitedRule {\n    key\n    title\n    explanation\n    assumed\n    inForceFrom\n    sources {\n      ...SourceFields\n    }\n  }\n',
): (typeof documents)['\n  fragment CitedRuleFields on CitedRule {\n    key\n    title\n    explanation\n    assumed\n    inForceFrom\n    sources {\n      ...SourceFields\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment EligibilityOutcomeFields on EligibilityOutcome {\n    verdict\n    headline\n    summary\n    fieldOfPractice\n    route\n    requirement {\n      days\n      minutes\n      privateDaysAtMost\n    }\n    possibilities {\n      when\n      route\n      planOnThis\n      requirement {\n        days\n        minutes\n      }\n    }\n    datesNeeded {\n      field\n      question\n      explanation\n    }\n    window {\n      months\n      opensOn\n      closesOn\n      explanation\n    }\n    threshold {\n      on\n      explanation\n    }\n    renewal {\n      opensOn\n      closesOn\n      isOpen\n    }\n    fees {\n      lines {\n        label\n        pence\n      }\n      totalPence\n      inForceFrom\n      explanation\n      sources {\n        ...SourceFields\n      }\n    }\n    moneyHelp {\n      title\n      explanation\n      upToPence\n      asOf\n      mayBeOutOfDate\n      sources {\n        ...SourceFields\n      }\n    }\n    whatCounts {\n      kind\n      title\n      explanation\n      examples\n      daysAtMost\n      sources {\n        ...SourceFields\n      }\n    }\n    nextActions {\n      title\n      explanation\n      link {\n        ...SourceFields\n      }\n    }\n    rules {\n      ...CitedRuleFields\n    }\n    wouldChange {\n      change\n      effect\n    }\n    myths {\n      claim\n      truth\n      sources {\n        ...SourceFields\n      }\n    }\n    programme {\n      verdict\n      explanation\n      rules {\n        ...CitedRuleFields\n      }\n    }\n  }\n',
): (typeof documents)['\n  fragment EligibilityOutcomeFields on EligibilityOutcome {\n    verdict\n    headline\n    summary\n    fieldOfPractice\n    route\n    requirement {\n      days\n      minutes\n      privateDaysAtMost\n    }\n    possibilities {\n      when\n      route\n      planOnThis\n      requirement {\n        days\n        minutes\n      }\n    }\n    datesNeeded {\n      field\n      question\n      explanation\n    }\n    window {\n      months\n      opensOn\n      closesOn\n      explanation\n    }\n    threshold {\n      on\n      explanation\n    }\n    renewal {\n      opensOn\n      closesOn\n      isOpen\n    }\n    fees {\n      lines {\n        label\n        pence\n      }\n      totalPence\n      inForceFrom\n      explanation\n      sources {\n        ...SourceFields\n      }\n    }\n    moneyHelp {\n      title\n      explanation\n      upToPence\n      asOf\n      mayBeOutOfDate\n      sources {\n        ...SourceFields\n      }\n    }\n    whatCounts {\n      kind\n      title\n      explanation\n      examples\n      daysAtMost\n      sources {\n        ...SourceFields\n      }\n    }\n    nextActions {\n      title\n      explanation\n      link {\n        ...SourceFields\n      }\n    }\n    rules {\n      ...CitedRuleFields\n    }\n    wouldChange {\n      change\n      effect\n    }\n    myths {\n      claim\n      truth\n      sources {\n        ...SourceFields\n      }\n    }\n    programme {\n      verdict\n      explanation\n      rules {\n        ...CitedRuleFields\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment EligibilityQuestionFields on EligibilityQuestion {\n    key\n    title\n    hint\n    why\n    parts {\n      field\n      label\n      hint\n      kind\n      options {\n        value\n        label\n        hint\n      }\n    }\n  }\n',
): (typeof documents)['\n  fragment EligibilityQuestionFields on EligibilityQuestion {\n    key\n    title\n    hint\n    why\n    parts {\n      field\n      label\n      hint\n      kind\n      options {\n        value\n        label\n        hint\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment EligibilityStepFields on EligibilityStep {\n    question {\n      ...EligibilityQuestionFields\n    }\n    answers {\n      field\n      label\n      answer\n    }\n  }\n',
): (typeof documents)['\n  fragment EligibilityStepFields on EligibilityStep {\n    question {\n      ...EligibilityQuestionFields\n    }\n    answers {\n      field\n      label\n      answer\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query EligibilitySteps($answers: EligibilityAnswersInput!) {\n    eligibility(answers: $answers) {\n      ... on EligibilityQuestionDue {\n        number\n        atMost\n        question {\n          ...EligibilityQuestionFields\n        }\n        steps {\n          ...EligibilityStepFields\n        }\n      }\n      ... on EligibilityContradicted {\n        refusals {\n          path\n          message\n          help\n        }\n        steps {\n          ...EligibilityStepFields\n        }\n      }\n      ... on EligibilityOutcome {\n        headline\n        steps {\n          ...EligibilityStepFields\n        }\n      }\n    }\n  }\n',
): (typeof documents)['\n  query EligibilitySteps($answers: EligibilityAnswersInput!) {\n    eligibility(answers: $answers) {\n      ... on EligibilityQuestionDue {\n        number\n        atMost\n        question {\n          ...EligibilityQuestionFields\n        }\n        steps {\n          ...EligibilityStepFields\n        }\n      }\n      ... on EligibilityContradicted {\n        refusals {\n          path\n          message\n          help\n        }\n        steps {\n          ...EligibilityStepFields\n        }\n      }\n      ... on EligibilityOutcome {\n        headline\n        steps {\n          ...EligibilityStepFields\n        }\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment RegionChoices on Query {\n    regions(first: 100) {\n      nodes {\n        id\n        code\n        name\n      }\n    }\n  }\n',
): (typeof documents)['\n  fragment RegionChoices on Query {\n    regions(first: 100) {\n      nodes {\n        id\n        code\n        name\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Boards($filter: IntegratedCareBoardFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    ...RegionChoices\n    integratedCareBoards(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        code\n        name\n        closedOn\n        region {\n          id\n          name\n        }\n        successions {\n          effectiveFrom\n          successor {\n            id\n            name\n          }\n        }\n        takenOverFrom {\n          effectiveFrom\n          predecessor {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n',
): (typeof documents)['\n  query Boards($filter: IntegratedCareBoardFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    ...RegionChoices\n    integratedCareBoards(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        code\n        name\n        closedOn\n        region {\n          id\n          name\n        }\n        successions {\n          effectiveFrom\n          successor {\n            id\n            name\n          }\n        }\n        takenOverFrom {\n          effectiveFrom\n          predecessor {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query EligibilityResult($answers: EligibilityAnswersInput!) {\n    eligibility(answers: $answers) {\n      ... on EligibilityQuestionDue {\n        question {\n          key\n        }\n      }\n      ... on EligibilityContradicted {\n        refusals {\n          path\n        }\n        steps {\n          question {\n            key\n            parts {\n              field\n            }\n          }\n        }\n      }\n      ... on EligibilityOutcome {\n        ...EligibilityOutcomeFields\n      }\n    }\n  }\n',
): (typeof documents)['\n  query EligibilityResult($answers: EligibilityAnswersInput!) {\n    eligibility(answers: $answers) {\n      ... on EligibilityQuestionDue {\n        question {\n          key\n        }\n      }\n      ... on EligibilityContradicted {\n        refusals {\n          path\n        }\n        steps {\n          question {\n            key\n            parts {\n              field\n            }\n          }\n        }\n      }\n      ... on EligibilityOutcome {\n        ...EligibilityOutcomeFields\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Profession($code: ProfessionCode!) {\n    profession(code: $code) {\n      id\n      code\n      name\n      fieldOfPractice\n      protectedTitles\n      registrants\n      registrantsCountedOn\n      isEnglandAhp\n      renewalWindow {\n        opensOn\n        closesOn\n        isOpen\n      }\n    }\n  }\n',
): (typeof documents)['\n  query Profession($code: ProfessionCode!) {\n    profession(code: $code) {\n      id\n      code\n      name\n      fieldOfPractice\n      protectedTitles\n      registrants\n      registrantsCountedOn\n      isEnglandAhp\n      renewalWindow {\n        opensOn\n        closesOn\n        isOpen\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Professions {\n    professions(first: 100) {\n      nodes {\n        id\n        code\n        name\n        isEnglandAhp\n        renewalWindow {\n          opensOn\n          closesOn\n          isOpen\n        }\n      }\n    }\n  }\n',
): (typeof documents)['\n  query Professions {\n    professions(first: 100) {\n      nodes {\n        id\n        code\n        name\n        isEnglandAhp\n        renewalWindow {\n          opensOn\n          closesOn\n          isOpen\n        }\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Regions($openOn: CalendarDate!) {\n    regions(first: 100) {\n      nodes {\n        id\n        code\n        name\n        boards(first: 1, filter: { openOn: $openOn }) {\n          countUpTo1000\n        }\n        trusts(first: 1, filter: { openOn: $openOn }) {\n          countUpTo1000\n        }\n      }\n    }\n  }\n',
): (typeof documents)['\n  query Regions($openOn: CalendarDate!) {\n    regions(first: 100) {\n      nodes {\n        id\n        code\n        name\n        boards(first: 1, filter: { openOn: $openOn }) {\n          countUpTo1000\n        }\n        trusts(first: 1, filter: { openOn: $openOn }) {\n          countUpTo1000\n        }\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Sites(\n    $filter: SiteFilter\n    $trust: String!\n    $withTrust: Boolean!\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    trust(odsCode: $trust) @include(if: $withTrust) {\n      id\n      name\n    }\n    sites(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        odsCode\n        name\n        postcode\n        trust {\n          id\n          odsCode\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n',
): (typeof documents)['\n  query Sites(\n    $filter: SiteFilter\n    $trust: String!\n    $withTrust: Boolean!\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    trust(odsCode: $trust) @include(if: $withTrust) {\n      id\n      name\n    }\n    sites(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        odsCode\n        name\n        postcode\n        trust {\n          id\n          odsCode\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Trusts($filter: TrustFilter, $openOn: CalendarDate!, $first: Int, $after: String, $last: Int, $before: String) {\n    ...RegionChoices\n    integratedCareBoards(first: 100, filter: { openOn: $openOn }) {\n      nodes {\n        id\n        code\n        name\n      }\n    }\n    trusts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        odsCode\n        name\n        postcode\n        region {\n          id\n          name\n        }\n        board {\n          id\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n',
): (typeof documents)['\n  query Trusts($filter: TrustFilter, $openOn: CalendarDate!, $first: Int, $after: String, $last: Int, $before: String) {\n    ...RegionChoices\n    integratedCareBoards(first: 100, filter: { openOn: $openOn }) {\n      nodes {\n        id\n        code\n        name\n      }\n    }\n    trusts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        odsCode\n        name\n        postcode\n        region {\n          id\n          name\n        }\n        board {\n          id\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n'];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> =
  TDocumentNode extends DocumentNode<infer TType, any> ? TType : never;
