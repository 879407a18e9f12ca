import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { Attachments } from './attachments.service.js';
import { Conversations } from './conversations.service.js';
import { Entries } from './entries.service.js';
import { EntryPresenter } from './entry.presenter.js';
import { EntryAnnouncer } from './entry-announcer.js';
import { Facts } from './facts.service.js';
import { FilesController } from './files.controller.js';
import { Grants } from './grants.service.js';

@Module({
  imports: [PeopleModule],
  controllers: [FilesController],
  providers: [Attachments, Conversations, Entries, EntryAnnouncer, EntryPresenter, Facts, Grants],
  exports: [Attachments, Conversations, Entries, EntryPresenter, Facts, Grants],
})
export class ConversationsModule {}
