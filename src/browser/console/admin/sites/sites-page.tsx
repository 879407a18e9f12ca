import { useState } from 'react';
import { IssuedSecret } from './issued-secret.js';
import { NewSite } from './new-site.js';
import { SiteEditor } from './site-editor.js';
import { SiteList } from './site-list.js';
import './sites.css';

/** The sites: all of them, a new one, or one of them. A new secret is shown whichever is open. */
export default function SitesPage({ rest: [id] }: { rest: string[] }) {
  const [issued, setIssued] = useState<string>();
  return (
    <>
      {id === undefined && <SiteList />}
      {id === 'new' && <NewSite onIssued={setIssued} />}
      {id !== undefined && id !== 'new' && <SiteEditor key={id} id={id} onIssued={setIssued} />}
      <IssuedSecret secret={issued} onClose={() => setIssued(undefined)} />
    </>
  );
}
