import { useComputed } from '@preact/signals';
import {
  type APIMessage,
  type APIMessageComponent,
  type APISelectMenuComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import { SelectMenu } from '../forms/select-menu.tsx';
import { answers, operate } from './answers.ts';
import { MessageButton } from './buttons.tsx';
import { colourOf } from './colour.ts';
import { Gallery } from './gallery.tsx';
import { Markdown } from './markdown/markdown.tsx';
import { fileName, type Media, mediaType } from './media.ts';
import { Covered, FileCard, Picture } from './picture.tsx';
import { useScope } from './scope.ts';
import './layout.css';

/** All components of a message, in their order. Keyed by place: a button that changes keeps the focus. */
export function Components({ components }: { components: APIMessage['components'] }) {
  if (components === undefined || components.length === 0) return null;
  return (
    <div class="layout">
      {components.map((component, index) => (
        <One key={index} component={component} />
      ))}
    </div>
  );
}

function One({ component }: { component: APIMessageComponent }) {
  switch (component.type) {
    case ComponentType.ActionRow:
      return (
        <div class="layout-row">
          {component.components.map((each, index) => (
            <One key={index} component={each} />
          ))}
        </div>
      );
    case ComponentType.Button:
      return <MessageButton button={component} />;
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return <Select menu={component} />;
    case ComponentType.TextDisplay:
      return <Markdown text={component.content} />;
    case ComponentType.Separator: {
      const isLarge = component.spacing === SeparatorSpacingSize.Large;
      const className = `layout-separator${isLarge ? ' layout-separator-large' : ''}`;
      return component.divider === false ? <div class={className} /> : <hr class={className} />;
    }
    case ComponentType.Section:
      return (
        <div class="layout-section">
          <div class="layout-section-text">
            {component.components.map((each, index) => (
              <One key={index} component={each} />
            ))}
          </div>
          <div class="layout-accessory">
            <One component={component.accessory} />
          </div>
        </div>
      );
    case ComponentType.Thumbnail: {
      const media = mediaOf(component.media, component.description, component.spoiler);
      return (
        <div class="layout-thumbnail">
          <Picture items={[media]} index={0} isSmall />
        </div>
      );
    }
    case ComponentType.MediaGallery:
      return (
        <Gallery
          items={component.items.map(({ media, description, spoiler }) => mediaOf(media, description, spoiler))}
        />
      );
    case ComponentType.File: {
      const { file, spoiler = false } = component;
      return (
        <FileCard
          url={file.url}
          name={component.name ?? fileName(file.url)}
          size={component.size}
          isSpoiler={spoiler}
        />
      );
    }
    case ComponentType.Container: {
      const colour = colourOf(component.accent_color);
      return (
        <Covered isCovered={component.spoiler ?? false}>
          <div
            class={colour === undefined ? 'layout-container' : 'layout-container layout-accented'}
            style={{ borderInlineStartColor: colour }}
          >
            {component.components.map((each, index) => (
              <One key={index} component={each} />
            ))}
          </div>
        </Covered>
      );
    }
    default:
      return null;
  }
}

function mediaOf(
  { url, content_type }: { url: string; content_type?: string | null | undefined },
  alt: string | null | undefined,
  isSpoiler: boolean | undefined,
): Media {
  const type = mediaType(content_type, url);
  return { url, alt: alt ?? '', type: type === 'video' ? 'video' : 'image', isSpoiler: isSpoiler ?? false };
}

function Select({ menu }: { menu: APISelectMenuComponent }) {
  const scope = useScope();
  const isAwaited = useComputed(() => answers.value.get(scope.messageId)?.kind === 'awaited').value;
  return (
    <SelectMenu
      component={menu}
      name={menu.placeholder ?? 'Make a selection'}
      isDisabled={isAwaited || (menu.disabled ?? false)}
      channelId={scope.channelId}
      onPick={(values) => void operate(scope, menu.custom_id, values)}
    />
  );
}
