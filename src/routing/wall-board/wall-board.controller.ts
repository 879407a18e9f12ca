import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { WallBoardView } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { dto, id } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { WallBoard } from './wall-board.service.js';
import { Board } from './wall-board.views.js';

class OfTeam extends dto(z.object({ teamId: id.optional() })) {}

/** Queues, people and what they hold, at this moment. */
@ApiTags('routing')
@Roles('supervisor', 'admin')
@Controller('api/wall-board')
export class WallBoardController {
  constructor(private readonly board: WallBoard) {}

  /** Of one's own teams, or of one of them; administrators see all. */
  @Get()
  @Answers(200, Board, 'forbidden')
  show(@CurrentStaff() staff: StaffPrincipal, @Query() { teamId }: OfTeam): Promise<WallBoardView> {
    return this.board.of(staff, teamId);
  }
}
