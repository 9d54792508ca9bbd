import { asHtml, page } from '../../fixtures/pages/html.ts';
import { starter } from '../../support/starter.ts';

/** A page that would slow down whoever reads it. Its script says `isBuilt` once it is there. */
export interface HostilePage {
  name: string;
  html: string;
}

const built = (body: string, script: string) =>
  page({ title: 'Hostile', body: `${body}<script>${script}; globalThis.isBuilt = true;</script>` });

/** Titles of papers that are known, each with an end of its own: the page cannot tell that they are none. */
const decoys = Array.from({ length: 10_000 }, (_, i) => {
  const { title } = starter[i % starter.length] as (typeof starter)[number];
  return `${title.split(' ').slice(0, -1).join(' ')} number ${i}`;
});

const manyNodes = `
  for (let row = 0; row < 1_000; row += 1) {
    const section = document.body.appendChild(document.createElement('section'));
    const nodes = Array.from({ length: 1_000 }, () => document.createElement('i'));
    section.append(...nodes);
  }`;

const deepTree = `
  let at = document.body;
  for (let depth = 0; depth < 4_000; depth += 1) {
    at = at.appendChild(document.createElement('div'));
    at.append(decoys[depth % decoys.length]);
  }`;

const storm = `
  const lines = Array.from({ length: 2_000 }, () => document.body.appendChild(document.createElement('p')));
  let count = 0;
  setInterval(() => {
    count += 1;
    for (const [at, line] of lines.entries()) line.textContent = decoys[(at + count) % decoys.length];
  }, 16);`;

const someDecoys = `const decoys = ${JSON.stringify(decoys.slice(0, 500))};`;

export const hostilePages: readonly HostilePage[] = [
  {
    name: 'ten thousand decoy titles',
    html: built(decoys.map((decoy) => `<p>${asHtml(decoy)}</p>`).join('\n'), ''),
  },
  { name: 'decoy titles in one line', html: built(`<p>${asHtml(decoys.join('. '))}</p>`, '') },
  { name: 'a million nodes without a word', html: built('', manyNodes) },
  { name: 'a tree four thousand deep, decoys in it', html: built('', someDecoys + deepTree) },
  { name: 'a storm: two thousand decoys, rewritten in every frame', html: built('', someDecoys + storm) },
  {
    name: 'twenty megabytes of text in one node',
    html: built(
      '<p id="text"></p>',
      `document.getElementById('text').textContent = 'lorem ipsum '.repeat(1_700_000)`,
    ),
  },
];
