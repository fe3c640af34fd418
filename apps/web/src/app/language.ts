import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { graphql } from '../gql/gql.js';
import { request } from './graphql.js';
import { chooseLanguage, type Language } from './i18n.js';

const ChooseLanguage = graphql(`mutation ChooseLanguage($language: String!) { chooseLanguage(language: $language) }`);

/** Changes the language of the pages here at once, and of the viewer's account for their other devices. */
export function useChooseLanguage(): (language: Language) => void {
  const client = useQueryClient();
  return useCallback((language) => {
    void chooseLanguage(language);
    // Without an answer the page is in the chosen language all the same; the account learns it the next time.
    request(ChooseLanguage, { language }).then(() => client.invalidateQueries({ queryKey: ['Session'] }), () => undefined);
  }, [client]);
}
