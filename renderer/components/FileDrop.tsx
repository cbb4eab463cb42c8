/** A part of the page on which files can be dropped; says so while something is dragged over it. */
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import './FileDrop.css';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

export function FileDrop({ label, onDrop, children, isDisabled }: { label: string; onDrop: (files: File[]) => void; children: ReactNode; isDisabled?: boolean }) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const set = (delta: number): void => {
    depth.current = Math.max(0, depth.current + delta);
    setOver(depth.current > 0);
  };
  if (isDisabled) return <div className="file-drop">{children}</div>;
  return (
    <div
      className="file-drop"
      onDragEnter={(event) => hasFiles(event) && set(1)}
      onDragLeave={(event) => hasFiles(event) && set(-1)}
      onDragOver={(event) => {
        if (hasFiles(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        onDrop([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && <div className="file-drop-over"><Icon name="upload" /> {label}</div>}
    </div>
  );
}
