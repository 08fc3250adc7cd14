import {
  ButtonStyle,
  ComponentType,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuComponent,
} from 'discord-api-types/v10';
import { encodeId, type ComponentId } from './component-ids.js';
import { plainWithin } from './escape.js';

/** A message to send: the components of a Components V2 message, and who may see it. */
export interface Reply {
  readonly components: APIContainerComponent[];
  /** Seen by the person who asked alone. */
  readonly private: boolean;
}

/** A form to fill in, in place of a message. */
export interface ModalReply {
  readonly modal: APIModalInteractionResponseCallbackData;
}

/** The most characters over all texts of one message. */
export const LONGEST_MESSAGE = 4000;
const MOST_BUTTONS_IN_ROW = 5;
const LONGEST_LABEL = 80;
const LONGEST_LINK = 512;

/** The colours beside a message: somebody's words, the article's own voice, no answer, a moderator's business. */
export const COLOUR = {
  said: 0x2f6fde,
  narration: 0x7a8594,
  nothing: 0xd9a441,
  corpus: 0x3a9d6e,
  failure: 0xc2433a,
} as const;

/** A block of a message: markdown whose foreign parts are escaped, a row of buttons, or a select. */
export type Block = string | readonly APIButtonComponent[] | APISelectMenuComponent;

/** What Discord counts of blocks against the limit of a message. */
export function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (typeof block === 'string' ? block.length : 0), 0);
}

/** A message of blocks, in order. Empty blocks are left out. */
export function message(blocks: readonly Block[], options: { private: boolean; colour: number }): Reply {
  const components = blocks.flatMap((block): APIComponentInContainer[] => {
    if (typeof block === 'string') return block ? [{ type: ComponentType.TextDisplay, content: block }] : [];
    if ('type' in block) return [{ type: ComponentType.ActionRow, components: [block] }];
    const rows: APIComponentInContainer[] = [];
    for (let at = 0; at < block.length; at += MOST_BUTTONS_IN_ROW) {
      rows.push({ type: ComponentType.ActionRow, components: block.slice(at, at + MOST_BUTTONS_IN_ROW) });
    }
    return rows;
  });
  return {
    private: options.private,
    components: [{ type: ComponentType.Container, accent_color: options.colour, components }],
  };
}

/** A message of one text. */
export function notice(text: string, colour: number = COLOUR.nothing): Reply {
  return message([text], { private: true, colour });
}

/** A button that comes back to the bot. */
export function button(
  label: string,
  id: ComponentId,
  style: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Danger = ButtonStyle.Secondary,
): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style,
    label: plainWithin(label, LONGEST_LABEL),
    custom_id: encodeId(id),
  };
}

/** Discord takes short addresses of hosts that have a dot in their name. */
function isLinkable(address: string): boolean {
  return address.length <= LONGEST_LINK && URL.canParse(address) && new URL(address).hostname.includes('.');
}

/** A button that opens an address, or nothing where Discord would refuse the address. */
export function linkButton(label: string, ...addresses: readonly string[]): APIButtonComponent[] {
  const url = addresses.find(isLinkable);
  return url
    ? [{ type: ComponentType.Button, style: ButtonStyle.Link, label: plainWithin(label, LONGEST_LABEL), url }]
    : [];
}
