import { type DragEvent, useState } from 'react';
import {
  type ArticleCategory,
  type ArticleSectionView,
  SECTION_LIMITS,
  sectionDepth,
} from '../../../../contract/index.js';
import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';
import { MoveButtons } from '../move-buttons.js';
import { useSectionName } from './place-select.js';
import type { SectionMove } from './queries.js';
import { useSectionTexts } from './texts.js';
import { besides, type Drop, dropped, nested, type SectionNode } from './tree.js';

/** What is being dragged, and over what; one for the whole page, as a section may go into another category. */
export interface Dragging {
  id: string | undefined;
  over: string | undefined;
  zone: Drop['zone'] | undefined;
}

export const NO_DRAGGING: Dragging = { id: undefined, over: undefined, zone: undefined };

interface Props {
  category: ArticleCategory;
  name: string;
  sections: readonly ArticleSectionView[];
  /** What the address names: a section, or `new` and where. */
  chosen: string | undefined;
  disabled: boolean;
  dragging: Dragging;
  onDrag: (dragging: Dragging) => void;
  onMove: (id: string, move: SectionMove) => void;
}

/** One category with its sections, put in order by dragging or by keyboard. */
export function SectionTree(props: Props) {
  const { category, name, sections, chosen, dragging, onDrag, onMove } = props;
  const texts = useSectionTexts();
  const tree = nested(sections, category);
  const drop: Drop = { zone: 'inside', category };
  const isTarget = (event: DragEvent) => {
    if (dragging.id === undefined || !dropped(sections, dragging.id, drop)) return false;
    event.preventDefault();
    return true;
  };
  return (
    <section className="sheet section-category" aria-label={name}>
      <h3
        data-drop={dragging.over === category ? dragging.zone : undefined}
        onDragOver={(event) => isTarget(event) && onDrag({ ...dragging, over: category, zone: 'inside' })}
        onDrop={(event) => {
          const move = dragging.id && dropped(sections, dragging.id, drop);
          if (!isTarget(event) || !dragging.id || !move) return;
          onMove(dragging.id, move);
          onDrag(NO_DRAGGING);
        }}
      >
        {name}
      </h3>
      {tree.length === 0 ? <p className="section-none">{texts('none')}</p> : <Level {...props} nodes={tree} />}
      <Link
        className="section-add"
        to={adminAddress('sections', 'new', category)}
        aria-current={chosen === `new/${category}` ? 'page' : undefined}
      >
        + {texts('create')}
      </Link>
    </section>
  );
}

function Level({ nodes, ...props }: Props & { nodes: SectionNode[] }) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.section.id}>
          <Row {...props} node={node} siblings={nodes} />
          {node.children.length > 0 && <Level {...props} nodes={node.children} />}
        </li>
      ))}
    </ul>
  );
}

function Row({
  node: { section, total },
  siblings,
  sections,
  chosen,
  disabled,
  dragging,
  onDrag,
  onMove,
}: Props & { node: SectionNode; siblings: SectionNode[] }) {
  const texts = useSectionTexts();
  const nameOf = useSectionName();
  const [isGrabbed, setIsGrabbed] = useState(false);
  const { id, articles, published } = section;
  const name = nameOf(section) || texts('untitled');
  const dropAt = (event: DragEvent<HTMLElement>): Drop => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const at = (event.clientY - top) / height;
    return { zone: at < 0.3 ? 'before' : at > 0.7 ? 'after' : 'inside', section };
  };
  const moveAt = (event: DragEvent<HTMLElement>) =>
    dragging.id === undefined || disabled ? undefined : dropped(sections, dragging.id, dropAt(event));
  const addTo = `${section.category}/${id}`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by the buttons of the row, without a pointer.
    <div
      className="section-row"
      draggable={isGrabbed}
      data-drop={dragging.over === id ? dragging.zone : undefined}
      data-dragged={dragging.id === id || undefined}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', name);
        onDrag({ ...NO_DRAGGING, id });
      }}
      onDragEnd={() => {
        setIsGrabbed(false);
        onDrag(NO_DRAGGING);
      }}
      onDragOver={(event) => {
        const isPossible = moveAt(event) !== undefined;
        if (isPossible) event.preventDefault();
        const [over, zone] = isPossible ? [id, dropAt(event).zone] : [undefined, undefined];
        if (over !== dragging.over || zone !== dragging.zone) onDrag({ ...dragging, over, zone });
      }}
      onDrop={(event) => {
        const move = moveAt(event);
        event.preventDefault();
        if (move && dragging.id) onMove(dragging.id, move);
        onDrag(NO_DRAGGING);
      }}
    >
      <span
        className="section-grip"
        aria-hidden
        title={texts('drag', { name })}
        onPointerDown={() => setIsGrabbed(true)}
        onPointerUp={() => setIsGrabbed(false)}
      >
        ⠿
      </span>
      <Link to={adminAddress('sections', id)} aria-current={chosen === id ? 'page' : undefined}>
        <span className="ellipsis">{name}</span>
        <span className="badge tabular" title={texts('countTitle', { articles, published, total })}>
          {total}
        </span>
      </Link>
      <MoveButtons
        name={name}
        isFirst={siblings[0]?.section.id === id}
        isLast={siblings.at(-1)?.section.id === id}
        disabled={disabled}
        onMove={(by) => {
          const move = besides(sections, section, by);
          if (move) onMove(id, move);
        }}
      />
      {sectionDepth(sections, id) < SECTION_LIMITS.levels ? (
        <Link
          className="quiet-button section-below"
          to={adminAddress('sections', 'new', section.category, id)}
          aria-label={texts('createIn', { name })}
          title={texts('createIn', { name })}
          aria-current={chosen === `new/${addTo}` ? 'page' : undefined}
        >
          +
        </Link>
      ) : (
        <span className="section-below" />
      )}
    </div>
  );
}
