import { ContactPoint, Customer, CustomerStep, Shop, VisitorSession } from './customers/customer.entities.js';
import { Site, SiteSecret, SiteSighting } from './sites/site.entity.js';
import { Staff, StaffSession, Team, TeamMember } from './staff/staff.entities.js';

export { Customer, Shop, Site, Staff, Team };

export const PEOPLE_ENTITIES = [
  Staff,
  Team,
  TeamMember,
  StaffSession,
  Site,
  SiteSecret,
  SiteSighting,
  Shop,
  Customer,
  ContactPoint,
  VisitorSession,
  CustomerStep,
];
