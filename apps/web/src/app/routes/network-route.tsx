import { getRouteApi } from '@tanstack/react-router';
import { NetworkPage } from '../../features/network/network-page.js';
import type { NetworkSearch } from '../../features/network/search.js';

const route = getRouteApi('/app/red');

/** The network's page with what its address says; apart, so that it is loaded when first opened. */
export function NetworkRoute() {
  const navigate = route.useNavigate();
  return <NetworkPage search={route.useSearch() as NetworkSearch} onSearch={(search) => void navigate({ search: search as never, replace: true })} />;
}
