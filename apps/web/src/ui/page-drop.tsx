import { Overlay, Paper, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

/**
 * Takes files that are dropped anywhere on the page. While one is held over it the page says what would happen.
 * @param onFiles called with what was dropped.
 */
export function PageDrop({ text, onFiles }: { text: string; onFiles: (files: File[]) => void }) {
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  useEffect(() => { take.current = onFiles; });
  useEffect(() => {
    let depth = 0; // elements under the pointer are entered before others are left
    const ofFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => { if (ofFiles(event)) { depth++; setOver(true); } };
    const leave = (event: DragEvent) => { if (ofFiles(event) && --depth <= 0) { depth = 0; setOver(false); } };
    const hold = (event: DragEvent) => { if (ofFiles(event)) event.preventDefault(); };
    const drop = (event: DragEvent) => {
      if (!ofFiles(event)) return;
      depth = 0;
      setOver(false);
      if (event.defaultPrevented) return; // a field of its own took it
      event.preventDefault();
      take.current([...(event.dataTransfer?.files ?? [])]);
    };
    const heard = { dragenter: enter, dragleave: leave, dragover: hold, drop } as const;
    for (const [name, listen] of Object.entries(heard)) window.addEventListener(name as 'drop', listen);
    return () => { for (const [name, listen] of Object.entries(heard)) window.removeEventListener(name as 'drop', listen); };
  }, []);
  if (!over) return null;
  return (
    <Overlay fixed color="#fff" backgroundOpacity={0.75} zIndex={400} center style={{ pointerEvents: 'none' }}>
      <Paper withBorder shadow="md" p="xl" style={{ borderStyle: 'dashed', borderWidth: 2 }}><Text fw={600}>{text}</Text></Paper>
    </Overlay>
  );
}
