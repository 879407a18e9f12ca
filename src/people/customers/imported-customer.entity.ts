import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Site } from '../sites/site.entity.js';
import { Customer } from './customer.entities.js';

/** By what a customer who was brought from another desk is found again, e.g. `email:lin@shop.example`. */
@Entity('imported_customers')
@Index('imported_customers_customer_id', ['customerId'])
export class ImportedCustomer {
  @ForeignKey(() => Site, { name: 'imported_customers_site_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'site_id' })
  siteId!: string;

  @PrimaryColumn('text', { name: 'known_by' })
  knownBy!: string;

  @ForeignKey(() => Customer, { name: 'imported_customers_customer_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'customer_id' })
  customerId!: string;
}
