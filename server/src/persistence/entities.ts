import type { EntitySchema } from '@mikro-orm/core';
import {
  BoardSuccessionSchema,
  IntegratedCareBoardSchema,
  PostcodeDistrictSchema,
  RegionSchema,
  SiteSchema,
  TrustSchema,
} from '../organisations/organisation.entity.ts';
import { ProfessionSchema, StandardOfProficiencySchema } from '../organisations/profession.entity.ts';

/** The one list of entities. A new entity is stored only once it stands here. */
export const entities: EntitySchema[] = [
  RegionSchema,
  IntegratedCareBoardSchema,
  BoardSuccessionSchema,
  TrustSchema,
  SiteSchema,
  PostcodeDistrictSchema,
  ProfessionSchema,
  StandardOfProficiencySchema,
];
