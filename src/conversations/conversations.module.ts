import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { Attachments } from './attachments.service.js';
import { Branches } from './branches.service.js';
import { Conversations } from './conversations.service.js';
import { Entries } from './entries.service.js';
import { EntryPresenter } from './entry.presenter.js';
import { EntryAnnouncer } from './entry-announcer.js';
import { Erasures } from './erasures.service.js';
import { Facts } from './facts.service.js';
import { FilesController } from './files.controller.js';
import { Grants } from './grants.service.js';
import { Histories } from './histories.service.js';
import { Identify } from './identify.service.js';
import { Posts } from './posts.service.js';
import { Typing } from './typing.service.js';
import { UploadsController } from './uploads.controller.js';

@Module({
  imports: [PeopleModule],
  controllers: [FilesController, UploadsController],
  providers: [
    Attachments,
    Branches,
    Conversations,
    Entries,
    EntryAnnouncer,
    EntryPresenter,
    Erasures,
    Facts,
    Grants,
    Histories,
    Identify,
    Posts,
    Typing,
  ],
  exports: [
    Attachments,
    Branches,
    Conversations,
    Entries,
    EntryPresenter,
    Erasures,
    Facts,
    Grants,
    Histories,
    Identify,
    Typing,
  ],
})
export class ConversationsModule {}
