import type { Page } from 'playwright-core';

/** The drawing library keeps itself at its container: the journeys ask it what is drawn, and where, to click there. */
interface Drawn {
  nodes(selector: string): Elements;
  edges(): Elements;
}
interface Elements { length: number; map<T>(use: (element: Element_) => T): T[] }
interface Element_ {
  id(): string;
  position(): { x: number; y: number };
  renderedPosition(): { x: number; y: number };
  renderedMidpoint(): { x: number; y: number };
  renderedWidth(): number;
  degree(): number;
}

const MAP = '[data-drawn]';

/** The map shows what the page counts. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.locator(MAP).waitFor({ timeout: 60_000 }); // thousands of ties on a busy machine
  await page.waitForTimeout(600); // the answer of a changed filter, and the names that are chosen after a movement
}

export interface Counts {
  organisations: number;
  ties: number;
  drawn: { organisations: number; ties: number };
  positions: Record<string, { x: number; y: number }>;
}

/** What the page says above the map, and what is really on the canvas. */
export async function countsOf(page: Page): Promise<Counts> {
  const said = await page.getByTestId('network-counts').innerText();
  const [organisations, ties] = [...said.matchAll(/\d[\d.,]*/g)].slice(0, 2).map(([number]) => Number(number.replace(/[.,]/g, '')));
  const drawn = await page.evaluate((map) => {
    const { cy } = (document.querySelector(map) as unknown as { _cyreg: { cy: Drawn } })._cyreg;
    const nodes = cy.nodes('[ties]');
    const round = (value: number) => Math.round(value * 100) / 100;
    return { nodes: nodes.length, edges: cy.edges().length, positions: nodes.map((node) => [node.id(), { x: round(node.position().x), y: round(node.position().y) }] as const) };
  }, MAP);
  return { organisations: organisations!, ties: ties!, drawn: { organisations: drawn.nodes, ties: drawn.edges }, positions: Object.fromEntries(drawn.positions) };
}

/** Where on the page an organisation is drawn: that one, or the one with most ties. */
export async function nodePoint(page: Page, id?: string): Promise<{ id: string; x: number; y: number }> {
  return page.evaluate(({ map, wanted }) => {
    const container = document.querySelector(map)!;
    const { cy } = (container as unknown as { _cyreg: { cy: Drawn } })._cyreg;
    const box = container.getBoundingClientRect();
    const all = cy.nodes('[ties]').map((node) => ({ id: node.id(), ties: node.degree(), ...node.renderedPosition() }));
    const found = wanted ? all.find((each) => each.id === wanted)! : all.sort((x, y) => y.ties - x.ties)[0]!;
    return { id: found.id, x: box.x + found.x, y: box.y + found.y };
  }, { map: MAP, wanted: id });
}

/** A spot on the page that lies on a tie and far from every organisation. */
export async function edgePoint(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate((map) => {
    const container = document.querySelector(map)!;
    const { cy } = (container as unknown as { _cyreg: { cy: Drawn } })._cyreg;
    const box = container.getBoundingClientRect();
    const marks = cy.nodes('[ties]').map((node) => node.renderedPosition());
    const spots = cy.edges().map((edge) => edge.renderedMidpoint())
      .map((spot) => ({ ...spot, room: Math.min(...marks.map((mark) => Math.hypot(mark.x - spot.x, mark.y - spot.y))) }));
    const best = spots.filter(({ x }) => x < box.width - 70).sort((x, y) => y.room - x.room)[0]!;
    return { x: box.x + best.x, y: box.y + best.y };
  }, MAP);
}
