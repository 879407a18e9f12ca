import { NoticeChannel, NoticeDelivery } from './channels/channel.entities.js';

import { Letter, MailRefusal } from './letters/letter.entities.js';
import { Notice } from './staff/notice.entity.js';

export const NOTIFICATION_ENTITIES = [NoticeChannel, NoticeDelivery, Notice, Letter, MailRefusal];
