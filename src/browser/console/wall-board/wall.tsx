import { createContext, type DragEvent, use, useState } from 'react';
import { type Holder, isSameHolder, type MovedCase } from './moves.js';

interface Wall {
  /** What hangs at the pointer. */
  dragged: MovedCase | undefined;
  drag: (moved: MovedCase | undefined) => void;
  /** Moves it there, or asks first when it leaves its team. */
  put: (moved: MovedCase, to: Holder) => void;
  /** Asks where to. */
  askWhereTo: (moved: MovedCase) => void;
  /** To whoever has it. */
  whisper: (number: string, name: string) => void;
}

export const WallContext = createContext<Wall | null>(null);

export function useWall(): Wall {
  const wall = use(WallContext);
  if (!wall) throw new Error('useWall needs a WallContext above it');
  return wall;
}

/** What makes a case hang at the pointer. */
export function useDraggable(moved: MovedCase) {
  const { drag } = useWall();
  return {
    draggable: true,
    onDragStart: (event: DragEvent<HTMLElement>) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', moved.number);
      // Not before the browser has taken the picture that hangs at the pointer.
      requestAnimationFrame(() => drag(moved));
    },
    onDragEnd: () => drag(undefined),
  };
}

/**
 * What makes something a place to put a case.
 * @param holderOf where the case would be; undefined when this is no place for it
 */
export function useDropPlace(holderOf: (moved: MovedCase) => Holder | undefined) {
  const { dragged, drag, put } = useWall();
  const [isOver, setOver] = useState(false);
  const to = dragged && holderOf(dragged);
  if (!dragged || !to || isSameHolder(to, dragged.from)) return {};
  return {
    'data-drop': isOver ? 'over' : 'ready',
    onDragOver: (event: DragEvent<HTMLElement>) => {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      if (!isOver) setOver(true);
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent<HTMLElement>) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      event.preventDefault();
      setOver(false);
      drag(undefined);
      put(dragged, to);
    },
  } as const;
}
