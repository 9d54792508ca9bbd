import { useState } from 'preact/hooks';
import type { Way } from '@/components/reading/ReadingPane';
import { numberName } from '@/lib/i18n/format';
import { type PlainKey, t } from '@/lib/i18n/text';

/** One column of a chart. */
export interface Column {
  /** "Week of 27 July 2026" */
  name: string;
  values: number[];
  /** What it leads to. */
  way?: Way;
  /** Stands under it, where there is room: "2025", "March". */
  tick?: string | undefined;
}

/** What a value of a column counts. */
export interface Measure {
  /** "papers" */
  head: PlainKey;
  /** "5 papers" */
  counted(count: number): string;
}

export interface ColumnsProps {
  title: string;
  /** What the values of a column count; the first stands lowest. */
  units: readonly Measure[];
  columns: readonly Column[];
}

/** Numbers over time as columns, which say what they stand for on hovering, and as a table for whoever would rather read. */
export function Columns({ title, units, columns }: ColumnsProps) {
  const [at, setAt] = useState<number>();
  const most = Math.max(1, ...columns.map(total));
  const shown = columns[at ?? columns.length - 1];
  const columnAt = (event: MouseEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return Math.min(
      columns.length - 1,
      Math.floor(((event.clientX - box.left) / box.width) * columns.length),
    );
  };
  return (
    <figure class="chart">
      <figcaption>
        <h2>{title}</h2>
        <p class="chart-said" aria-hidden="true">
          {shown && t('trends.column', { name: shown.name, values: sentence(shown, units) })}
        </p>
      </figcaption>
      <div class="chart-plot">
        <span class="chart-most" aria-hidden="true">
          {numberName(most)}
        </span>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the table has the same links for the keyboard */}
        <svg
          role="img"
          aria-label={summary(title, columns, units)}
          viewBox={`0 0 ${columns.length} ${most}`}
          preserveAspectRatio="none"
          data-leads={columns.some(({ way }) => way) ? '' : undefined}
          onPointerMove={(event) => setAt(columnAt(event))}
          onPointerLeave={() => setAt(undefined)}
          onClick={(event) => columns[columnAt(event)]?.way?.onGo()}
        >
          {columns.map((column, index) => (
            <Bars key={column.name} column={column} index={index} most={most} isShown={index === at} />
          ))}
        </svg>
        <div class="chart-ticks" aria-hidden="true">
          {columns.map(
            ({ name, tick }, index) =>
              tick && (
                <span key={name} style={{ insetInlineStart: `${(index / columns.length) * 100}%` }}>
                  {tick}
                </span>
              ),
          )}
        </div>
      </div>
      <details class="chart-table">
        <summary>{t('trends.asTable')}</summary>
        <Table title={title} units={units} columns={columns} />
      </details>
    </figure>
  );
}

const total = ({ values }: Column) => values.reduce((sum, value) => sum + value, 0);

interface BarsProps {
  column: Column;
  index: number;
  most: number;
  isShown: boolean;
}

/** The values of one column, one on top of the other. */
function Bars({ column, index, most, isShown }: BarsProps) {
  let below = 0;
  return (
    <g class="chart-column" data-shown={isShown ? '' : undefined}>
      {column.values.map((value, part) => {
        below += value;
        return (
          <rect key={part} data-part={part} x={index + 0.1} y={most - below} width={0.8} height={value} />
        );
      })}
    </g>
  );
}

function Table({ title, units, columns }: ColumnsProps) {
  return (
    <table>
      <caption class="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trends.when')}</th>
          {units.map(({ head }) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.toReversed().map(({ name, values, way }) => (
          <tr key={name}>
            <th scope="row">{way ? <a href={way.href}>{name}</a> : name}</th>
            {values.map((value, part) => (
              <td key={units[part]?.head}>{numberName(value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sentence({ values }: Column, units: ColumnsProps['units']): string {
  return values.map((value, part) => units[part]?.counted(value)).join(t('list.between'));
}

function summary(title: string, columns: readonly Column[], units: ColumnsProps['units']): string {
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last) return title;
  return t('trends.summary', {
    title,
    first: first.name,
    before: sentence(first, units),
    last: last.name,
    now: sentence(last, units),
  });
}
