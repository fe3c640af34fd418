import '@mantine/tiptap/styles.css';
import { RichTextEditor } from '@mantine/tiptap';
import { Mention } from '@tiptap/extension-mention';
import { TableKit } from '@tiptap/extension-table';
import { Placeholder } from '@tiptap/extensions';
import { useEditor, type Content } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { urlProblems } from '@tejido/domain/field-problems.js';
import type { ContentNode } from '@tejido/domain/minutes-content.js';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findNamed, MentionList, type Suggested } from './mention-list.js';
import classes from './minutes-editor.module.css';

interface MinutesEditorProps {
  label: string;
  content: ContentNode;
  /** Raised when the content comes from elsewhere and has to be shown. */
  revision: number;
  onChange: (content: ContentNode) => void;
}

/** The editor of one section: headings, lists, tables, and @ for organisations and people. Loaded with the first draft that is opened. */
export default function MinutesEditor({ label, content, revision, onChange }: MinutesEditorProps) {
  const { t } = useTranslation();
  const [suggested, setSuggested] = useState<Suggested | null>(null);
  const current = useRef<Suggested | null>(null);
  const tell = (next: Suggested | null) => { current.current = next; setSuggested(next); };
  const change = useRef(onChange);
  useEffect(() => { change.current = onChange; });
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        heading: { levels: [3, 4] }, code: false, codeBlock: false, trailingNode: false,
        link: { openOnClick: false, isAllowedUri: (url) => Boolean(url) && urlProblems('', url).length === 0 },
      }),
      TableKit.configure({ table: { resizable: false } }),
      Placeholder.configure({ placeholder: t('minutes.placeholder') }),
      NamedMention.configure({
        renderHTML: ({ node }) => ['span', { class: classes.mention, 'data-type': 'mention', 'data-id': String(node.attrs['id']), 'data-kind': String(node.attrs['kind']) }, String(node.attrs['label'] ?? '')],
        renderText: ({ node }) => String(node.attrs['label'] ?? ''),
        suggestion: {
          allowSpaces: true,
          items: ({ query }) => findNamed(query),
          render: () => ({
            onStart: (props) => tell({ ...props, at: 0 }),
            onUpdate: (props) => tell({ ...props, at: 0 }),
            onExit: () => tell(null),
            onKeyDown: ({ event }) => {
              const now = current.current;
              if (!now || now.items.length === 0) return false;
              const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
              if (step !== 0) tell({ ...now, at: (now.at + step + now.items.length) % now.items.length });
              if (event.key === 'Enter' || event.key === 'Tab') now.command(now.items[now.at]!);
              return step !== 0 || event.key === 'Enter' || event.key === 'Tab';
            },
          }),
        },
      }),
    ],
    content: content as Content,
    onUpdate: ({ editor: written }) => change.current(written.getJSON() as ContentNode),
    editorProps: { attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true' } },
  });
  const shown = useRef(revision);
  useEffect(() => {
    if (!editor || shown.current === revision) return;
    shown.current = revision;
    editor.commands.setContent(content as Content, { emitUpdate: false });
  }, [editor, revision, content]);
  const inTable = editor?.isActive('table') ?? false;
  const labels = { ...t('minutes.editor', { returnObjects: true }), tableInsertLabel: (columns: number, rows: number) => t('minutes.tableOf', { columns, rows }) };
  return (
    <RichTextEditor editor={editor} className={classes.root} classNames={{ toolbar: classes.toolbar, content: classes.content }} withCodeHighlightStyles={false} labels={labels}>
      <RichTextEditor.Toolbar>
        <RichTextEditor.ControlsGroup><RichTextEditor.Bold /><RichTextEditor.Italic /><RichTextEditor.Underline /></RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup><RichTextEditor.H3 /><RichTextEditor.H4 /></RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup><RichTextEditor.BulletList /><RichTextEditor.OrderedList /><RichTextEditor.Blockquote /></RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup><RichTextEditor.Link /><RichTextEditor.Unlink /></RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.TableInsert />
          {inTable && <><RichTextEditor.TableColumnAfter /><RichTextEditor.TableColumnDelete /><RichTextEditor.TableRowAfter /><RichTextEditor.TableRowDelete /><RichTextEditor.TableDelete /></>}
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup><RichTextEditor.Undo /><RichTextEditor.Redo /></RichTextEditor.ControlsGroup>
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content />
      {suggested && <MentionList suggested={suggested} />}
    </RichTextEditor>
  );
}

/** Knows what it names: an organisation or a person. */
const NamedMention = Mention.extend({
  addAttributes() {
    return {
      id: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('data-id') },
      kind: { default: 'organisation', parseHTML: (element: HTMLElement) => element.getAttribute('data-kind') },
      label: { default: '', parseHTML: (element: HTMLElement) => element.textContent },
    };
  },
});
