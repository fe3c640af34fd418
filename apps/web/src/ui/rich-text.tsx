import { Anchor } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import type { ContentMark, ContentNode } from '@tejido/domain/minutes-content.js';
import classes from './rich-text.module.css';

interface RichTextProps {
  content: ContentNode;
  /** Where a mention leads; plain text when absent. */
  linkTo?: (kind: string, id: string, label: string) => ReactNode;
}

/** What an editor wrote, as it is read: built from its tree, so that nothing in it can be markup of its own. */
export function RichText({ content, linkTo }: RichTextProps) {
  return <div className={classes.text}>{blocks(content, linkTo)}</div>;
}

type LinkTo = RichTextProps['linkTo'];

const blocks = (node: ContentNode, linkTo: LinkTo): ReactNode => (node.content ?? []).map((each, at) => <Fragment key={at}>{block(each, linkTo)}</Fragment>);

function block(node: ContentNode, linkTo: LinkTo): ReactNode {
  const inside = () => blocks(node, linkTo);
  switch (node.type) {
    case 'paragraph': return <p>{inside()}</p>;
    // Under the page's and the section's own headings.
    case 'heading': return Number(node.attrs?.['level'] ?? 3) <= 3 ? <h3>{inside()}</h3> : <h4>{inside()}</h4>;
    case 'bulletList': return <ul>{inside()}</ul>;
    case 'orderedList': return <ol start={Number(node.attrs?.['start'] ?? 1)}>{inside()}</ol>;
    case 'listItem': return <li>{inside()}</li>;
    case 'blockquote': return <blockquote>{inside()}</blockquote>;
    case 'horizontalRule': return <hr />;
    case 'table': return <div className={classes.scroll} tabIndex={0} role="group"><table><tbody>{inside()}</tbody></table></div>;
    case 'tableRow': return <tr>{inside()}</tr>;
    case 'tableHeader': return <th {...spanOf(node)}>{inside()}</th>;
    case 'tableCell': return <td {...spanOf(node)}>{inside()}</td>;
    default: return inline(node, linkTo);
  }
}

const spanOf = ({ attrs }: ContentNode) => ({ colSpan: Number(attrs?.['colspan'] ?? 1), rowSpan: Number(attrs?.['rowspan'] ?? 1) });

function inline(node: ContentNode, linkTo: LinkTo): ReactNode {
  if (node.type === 'hardBreak') return <br />;
  if (node.type === 'mention') {
    const { kind, id, label } = node.attrs as { kind: string; id: string; label?: string };
    return kind === 'unnamed' || !linkTo ? label : linkTo(kind, id, label ?? '');
  }
  return (node.marks ?? []).reduce<ReactNode>(marked, node.text ?? '');
}

function marked(inside: ReactNode, { type, attrs }: ContentMark): ReactNode {
  switch (type) {
    case 'bold': return <strong>{inside}</strong>;
    case 'italic': return <em>{inside}</em>;
    case 'underline': return <u>{inside}</u>;
    case 'strike': return <s>{inside}</s>;
    case 'link': return <Anchor inherit href={String(attrs?.['href'])} target="_blank" rel="noopener noreferrer nofollow">{inside}</Anchor>;
    default: return inside;
  }
}
