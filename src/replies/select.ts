import {
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  type APIChannelSelectComponent,
  type APIRoleSelectComponent,
  type APISelectMenuOption,
  type APIStringSelectComponent,
} from 'discord-api-types/v10';
import { encodeId, type ComponentId } from './component-ids.js';
import { plainWithin } from './escape.js';

/** The most options of a select. */
export const MOST_OPTIONS = 25;
const LONGEST = { placeholder: 150, label: 100 } as const;

/** Something to choose from a list. */
export interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
  /** Chosen already. */
  readonly isChosen?: boolean;
}

/** How many may be chosen; one where nothing is said. */
interface Range {
  readonly least?: number;
  readonly most?: number;
}

/** A list to choose from. Options beyond the first 25 are left out. */
export function select(
  placeholder: string,
  id: ComponentId,
  options: readonly SelectOption[],
  { least = 1, most = 1 }: Range = {},
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: encodeId(id),
    placeholder: plainWithin(placeholder, LONGEST.placeholder),
    min_values: least,
    max_values: Math.min(most, options.length),
    options: options.slice(0, MOST_OPTIONS).map(optionOf),
  };
}

function optionOf({ label, value, description, isChosen }: SelectOption): APISelectMenuOption {
  return {
    label: plainWithin(label, LONGEST.label),
    value,
    ...(description ? { description: plainWithin(description, LONGEST.label) } : {}),
    ...(isChosen ? { default: true } : {}),
  };
}

/** A choice among the text channels of a server. */
export function channelSelect(
  placeholder: string,
  id: ComponentId,
  chosen: readonly string[],
  { least = 0, most = 1 }: Range = {},
): APIChannelSelectComponent {
  return {
    type: ComponentType.ChannelSelect,
    custom_id: encodeId(id),
    placeholder: plainWithin(placeholder, LONGEST.placeholder),
    channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    min_values: least,
    max_values: most,
    default_values: chosen
      .slice(0, most)
      .map((channel) => ({ id: channel, type: SelectMenuDefaultValueType.Channel })),
  };
}

/** A choice among the roles of a server. */
export function roleSelect(
  placeholder: string,
  id: ComponentId,
  chosen: readonly string[],
  { least = 0, most = 10 }: Range = {},
): APIRoleSelectComponent {
  return {
    type: ComponentType.RoleSelect,
    custom_id: encodeId(id),
    placeholder: plainWithin(placeholder, LONGEST.placeholder),
    min_values: least,
    max_values: most,
    default_values: chosen
      .slice(0, most)
      .map((role) => ({ id: role, type: SelectMenuDefaultValueType.Role })),
  };
}
