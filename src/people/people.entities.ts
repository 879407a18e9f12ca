import { RecoveryCode, SecondFactor } from './account/second-factor.entities.js';
import { ContactPoint, Customer, CustomerStep, Shop, VisitorSession } from './customers/customer.entities.js';
import { ImportedCustomer } from './customers/imported-customer.entity.js';
import { StaffLink } from './links/staff-link.entity.js';
import { Site, SiteSecret, SiteSighting } from './sites/site.entity.js';
import { SiteApiKey } from './sites/site-api-key.entity.js';
import { Staff, StaffSession, Team, TeamMember } from './staff/staff.entities.js';
import { Shift } from './teams/shift.entity.js';

export { Customer, Shop, Site, Staff, Team };

export const PEOPLE_ENTITIES = [
  Staff,
  Team,
  TeamMember,
  StaffSession,
  StaffLink,
  SecondFactor,
  RecoveryCode,
  Shift,
  Site,
  SiteSecret,
  SiteSighting,
  SiteApiKey,
  Shop,
  Customer,
  ContactPoint,
  VisitorSession,
  CustomerStep,
  ImportedCustomer,
];
