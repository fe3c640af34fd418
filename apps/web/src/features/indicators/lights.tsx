import { Group } from '@mantine/core';
import { FreshnessLight, Light, type Freshness, type ProgressLight } from '../../ui/light.js';

const PROGRESS: Record<string, ProgressLight> = { met: 'met', on_track: 'on_track', at_risk: 'at_risk', behind: 'behind', none: 'unknown' };
const FRESHNESS: Record<string, Freshness> = { fresh: 'fresh', ageing: 'ageing', stale: 'outdated', never: 'unconfirmed' };

/** The two lights of a figure: how far it is on its way, and how long ago somebody confirmed what it counts. */
export function Lights({ light, freshness }: { light: string; freshness: string }) {
  return <Group gap={6}><Light light={PROGRESS[light] ?? 'unknown'} /><FreshnessLight freshness={FRESHNESS[freshness] ?? 'unconfirmed'} /></Group>;
}
