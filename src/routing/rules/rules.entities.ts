import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { RoutingRules, RoutingStrategy } from '../../contract/index.js';
import { Staff, Team } from '../../people/index.js';

/** Never updated: a save makes a new version, the highest is current. */
@Entity('routing_rules')
export class RoutingRulesRow {
  @PrimaryColumn('integer')
  version!: number;

  @Column('jsonb')
  rules!: RoutingRules;

  @Column('text', { default: '' })
  note!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @ForeignKey(() => Staff, { name: 'routing_rules_created_by_fkey' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;
}

/** How a team gives out its work. One row a team, made by the trigger `teams_team_routing`. */
@Entity('team_routing')
@Check('team_routing_strategy_known', "strategy IN ('balanced', 'round_robin', 'longest_idle', 'manual')")
export class TeamRouting {
  @ForeignKey(() => Team, { name: 'team_routing_team_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'team_id' })
  teamId!: string;

  @Column('text', { default: 'balanced' })
  strategy!: RoutingStrategy;

  /** A chat that its person leaves unanswered for so long goes back to the queue; null: never. */
  @Column('integer', { name: 'answer_within_seconds', nullable: true, default: 180 })
  answerWithinSeconds!: number | null;

  /** Who served a customer so lately comes first; 0: no matter. */
  @Column('integer', { name: 'last_agent_days', default: 7 })
  lastAgentDays!: number;

  /** After so long in the queue required skills are required no more; null: always. */
  @Column('integer', { name: 'relax_after_seconds', nullable: true, default: 60 })
  relaxAfterSeconds!: number | null;

  /** After so long in the queue the overflow teams may take it; null: never. */
  @Column('integer', { name: 'overflow_after_seconds', nullable: true, default: 300 })
  overflowAfterSeconds!: number | null;

  @Column('uuid', { name: 'overflow_team_ids', array: true, default: [] })
  overflowTeamIds!: string[];

  /** Only who has a shift at the moment is given work. */
  @Column('boolean', { name: 'shift_only', default: false })
  shiftOnly!: boolean;

  /** So many waiting are enough: who comes then is told before they write; null: any number. */
  @Column('integer', { name: 'queue_limit', nullable: true })
  queueLimit!: number | null;

  /** Work that has waited for its customer for so long gives back its units; null: never. */
  @Column('integer', { name: 'release_after_minutes', nullable: true, default: 60 })
  releaseAfterMinutes!: number | null;

  /** So many waiting begin a surge; null: none by itself. */
  @Column('integer', { name: 'surge_waiting', nullable: true })
  surgeWaiting!: number | null;

  @Column('integer', { default: 1 })
  version!: number;
}
