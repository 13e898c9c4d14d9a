import type { APIAttachment } from 'discord-api-types/v10';
import { Gallery } from './gallery.tsx';
import { mediaOf } from './media.ts';
import { FileCard, Playable } from './picture.tsx';
import './media.css';

/** The files of a message: pictures and films together, then sounds and others, each in its own line. */
export function Attachments({ files }: { files: readonly APIAttachment[] }) {
  if (files.length === 0) return null;
  const all = files.map((file) => ({ file, media: mediaOf(file) }));
  const seen = all.filter(({ media }) => media.type === 'image' || media.type === 'video');
  return (
    <div class="files">
      {seen.length > 0 && <Gallery items={seen.map(({ media }) => media)} />}
      {all.map(({ file, media }) => {
        if (media.type === 'audio') return <Playable key={file.id} media={media} />;
        if (media.type !== 'file') return null;
        const { id, url, filename, size } = file;
        return <FileCard key={id} url={url} name={filename} size={size} isSpoiler={media.isSpoiler} />;
      })}
    </div>
  );
}
