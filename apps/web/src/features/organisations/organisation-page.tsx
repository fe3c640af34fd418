import { Box, Grid, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../app/fallbacks.js';
import { errorText } from '../../app/problems.js';
import { useApiQuery } from '../../app/use-api.js';
import { Loaded } from '../../ui/states.js';
import { AgreementsSection, TimelineSection } from './organisation-history.js';
import { ContactsSection, FactsSection } from './organisation-facts.js';
import { MergesNotice, OrganisationHeader } from './organisation-header.js';
import { PeopleSection, WhoKnowsSection, type HeldPost } from './organisation-people.js';
import { RelationshipsSection } from './organisation-relationships.js';
import { OrganisationOperation } from './operations.js';

/** One organisation: who it is, who knows it, what we have together. `partnership`: how we stand with it, for organisations from outside; `network`: its surroundings as a map; `endPost`: ends a post that somebody holds there. */
export function OrganisationPage({ id, partnership, network, endPost }: { id: string; partnership?: ReactNode; network?: ReactNode; endPost?: (post: HeldPost) => ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const query = useApiQuery(OrganisationOperation, { id });
  const survivor = query.data?.organisation?.id;
  // An old address of a merged record leads to the one that stayed. What was kept from before an undone merge is read anew first.
  const { isFetching } = query;
  useEffect(() => {
    if (!isFetching && survivor && survivor !== id) void navigate({ to: '/organizaciones/$id', params: { id: survivor }, replace: true });
  }, [isFetching, survivor, id, navigate]);
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ organisation }) => (organisation ? (
        <>
          <OrganisationHeader organisation={organisation} />
          <MergesNotice organisation={organisation} />
          {partnership && organisation.standing === 'external' && <Box mb="lg">{partnership}</Box>}
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, md: 7 }}>
              <Stack gap="lg">
                <WhoKnowsSection organisation={organisation} />
                <AgreementsSection organisation={organisation} />
                {network}
                <TimelineSection organisation={organisation} />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 5 }}>
              <Stack gap="lg">
                <FactsSection organisation={organisation} />
                <ContactsSection organisation={organisation} />
                <PeopleSection organisation={organisation} endPost={endPost} />
                <RelationshipsSection organisation={organisation} />
              </Stack>
            </Grid.Col>
          </Grid>
        </>
      ) : <NotFound />)}
    </Loaded>
  );
}
