export { type CustomerSummary, Customers } from './customers/customers.service.js';
export { Customer, PEOPLE_ENTITIES, Shop, Site, Staff, Team } from './people.entities.js';
export { PeopleModule } from './people.module.js';
export type { CustomerPrincipal, StaffPrincipal } from './principals.js';
export { type SiteParts, Sites } from './sites/sites.service.js';
export { Directory, type TeamRecord } from './staff/directory.service.js';
