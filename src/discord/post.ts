import {
  ButtonStyle,
  ComponentType,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type ButtonInteraction,
} from 'discord.js';
import { decodeId, type ComponentId } from '../replies/component-ids.js';
import { inline } from '../replies/escape.js';
import { button, type Reply } from '../replies/message.js';
import type { Person } from './person.js';
import { remember } from './remember.js';
import { acknowledged, changedMessage, newMessage } from './respond.js';

/** The private messages that were posted, by their ids. */
const posted = new Set<string>();

/**
 * Posts a private message for everybody, as it stands, with Delete in place of Share. The private one loses its Share
 * only when that is done: what fails can be tried again, and a second click does nothing.
 */
export async function post(
  interaction: ButtonInteraction,
  person: Person,
  { owner }: Extract<ComponentId, { action: 'post' }>,
): Promise<void> {
  await acknowledged(interaction.deferUpdate());
  const { id, components } = interaction.message;
  if (!remember(posted, id)) return;
  const containers = components.flatMap((c) => (c.type === ComponentType.Container ? [c.toJSON()] : []));
  const by = `-# shared by ${inline(person.name, 60)}`;
  const remove = button('Delete', { action: 'delete', owner }, ButtonStyle.Danger);
  try {
    await interaction.followUp(newMessage(reply(containers, false, [remove], by)));
  } catch (error) {
    posted.delete(id);
    throw error;
  }
  await interaction.editReply(changedMessage(reply(containers, true, [], null)));
}

/** The containers again, other buttons in place of Share. */
function reply(
  containers: readonly APIContainerComponent[],
  isPrivate: boolean,
  instead: readonly APIButtonComponent[],
  line: string | null,
): Reply {
  return {
    private: isPrivate,
    components: containers.map((container, at) => ({
      ...container,
      components: [
        ...(line !== null && at === 0 ? [{ type: ComponentType.TextDisplay, content: line } as const] : []),
        ...container.components.flatMap((c) => replaced(c, instead)),
      ],
    })),
  };
}

function replaced(
  component: APIComponentInContainer,
  instead: readonly APIButtonComponent[],
): APIComponentInContainer[] {
  if (component.type !== ComponentType.ActionRow) return [component];
  const buttons = component.components.flatMap((c): readonly APIComponentInMessageActionRow[] =>
    'custom_id' in c && decodeId(c.custom_id)?.action === 'post' ? instead : [c],
  );
  return buttons.length > 0 ? [{ ...component, components: buttons }] : [];
}
