import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountController } from './account/account.controller.js';
import { Accounts } from './account/account.service.js';
import { SecondFactors } from './account/second-factors.service.js';
import { Roster } from './administration/roster.service.js';
import { StaffController } from './administration/staff.controller.js';
import { StaffAdministration } from './administration/staff-administration.service.js';
import { StaffKeys } from './administration/staff-keys.service.js';
import { AuditController } from './audit/audit.controller.js';
import { ContextProvider } from './context/context-provider.service.js';
import { ContactPoints } from './customers/contact-points.service.js';
import { CustomerSearch } from './customers/customer-search.service.js';
import { CustomerSessions } from './customers/customer-sessions.service.js';
import { Customers } from './customers/customers.service.js';
import { ForgottenCustomers } from './customers/forgotten-customers.service.js';
import { HostCustomers } from './customers/host-customers.service.js';
import { Identities } from './customers/identities.service.js';
import { ImportedCustomers } from './customers/imported-customers.service.js';
import { Steps } from './customers/steps.service.js';
import { Acceptances } from './links/acceptances.service.js';
import { StaffLinksController } from './links/links.controller.js';
import { StaffLinks } from './links/staff-links.service.js';
import { Pruning } from './sessions/pruning.service.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { StaffGuard } from './sessions/staff.guard.js';
import { StaffSessions } from './sessions/staff-sessions.service.js';
import { Sightings } from './sites/sightings.service.js';
import { SignedCalls } from './sites/signed-calls.service.js';
import { SiteAdmin } from './sites/site-admin.service.js';
import { SiteApiKeysController } from './sites/site-api-keys.controller.js';
import { SiteApiKeys } from './sites/site-api-keys.service.js';
import { SiteSecrets } from './sites/site-secrets.service.js';
import { SitesController } from './sites/sites.controller.js';
import { Sites } from './sites/sites.service.js';
import { WidgetController } from './sites/widget.controller.js';
import { Directory } from './staff/directory.service.js';
import { ShiftsController } from './teams/shifts.controller.js';
import { Shifts } from './teams/shifts.service.js';
import { TeamAdministration } from './teams/team-administration.service.js';
import { TeamUses } from './teams/team-uses.js';
import { TeamsController } from './teams/teams.controller.js';

const DOOR = [
  SignedCalls,
  StaffAdministration,
  StaffLinks,
  TeamUses,
  Shifts,
  Directory,
  StaffSessions,
  ContactPoints,
  Customers,
  ForgottenCustomers,
  HostCustomers,
  ImportedCustomers,
  CustomerSearch,
  CustomerSessions,
  Identities,
  Steps,
  ContextProvider,
  Sites,
  SiteAdmin,
  SiteApiKeys,
];

/** Staff, teams, sessions; customers, shops, sites, verified identity. */
@Module({
  controllers: [
    AccountController,
    StaffController,
    StaffLinksController,
    ShiftsController,
    SessionsController,
    TeamsController,
    WidgetController,
    SitesController,
    SiteApiKeysController,
    AuditController,
  ],
  providers: [
    ...DOOR,
    Sightings,
    SiteSecrets,
    Acceptances,
    Accounts,
    Roster,
    StaffKeys,
    SecondFactors,
    TeamAdministration,
    Pruning,
    { provide: APP_GUARD, useClass: StaffGuard },
  ],
  exports: DOOR,
})
export class PeopleModule {}
