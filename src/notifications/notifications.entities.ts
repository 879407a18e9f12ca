import { NoticeChannel, NoticeDelivery } from './channels/channel.entities.js';

export const NOTIFICATION_ENTITIES = [NoticeChannel, NoticeDelivery];
