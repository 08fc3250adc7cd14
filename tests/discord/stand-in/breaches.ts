import { ButtonStyle, ComponentType as C, MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';

const id = z.int().positive().optional();
const label = z.string().trim().min(1).max(80);
const disabled = z.boolean().optional();
const textDisplay = z.strictObject({
  type: z.literal(C.TextDisplay),
  id,
  content: z.string().regex(/\S/u, 'is blank'),
});
const clickable = z.strictObject({
  type: z.literal(C.Button),
  id,
  style: z.literal([ButtonStyle.Primary, ButtonStyle.Secondary, ButtonStyle.Success, ButtonStyle.Danger]),
  label,
  custom_id: z.string().min(1).max(100),
  disabled,
});
const link = z.strictObject({
  type: z.literal(C.Button),
  id,
  style: z.literal(ButtonStyle.Link),
  label,
  url: z.url({ protocol: /^https?$/u }).max(512),
  disabled,
});
const button = z.discriminatedUnion('style', [clickable, link]);
const selectFields = {
  id,
  custom_id: z.string().min(1).max(100),
  placeholder: z.string().max(150).optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
};
const stringSelect = z.strictObject({
  ...selectFields,
  type: z.literal(C.StringSelect),
  options: z
    .array(
      z.strictObject({
        label: z.string().min(1).max(100),
        value: z.string().min(1).max(100),
        description: z.string().min(1).max(100).optional(),
        default: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(25),
});
const defaults = z.array(z.object({ id: z.string(), type: z.string() })).optional();
const channelSelect = z.strictObject({
  ...selectFields,
  type: z.literal(C.ChannelSelect),
  channel_types: z.array(z.int()).optional(),
  default_values: defaults,
});
const roleSelect = z.strictObject({
  ...selectFields,
  type: z.literal(C.RoleSelect),
  default_values: defaults,
});
const row = z.strictObject({
  type: z.literal(C.ActionRow),
  id,
  components: z
    .array(z.discriminatedUnion('type', [button, stringSelect, channelSelect, roleSelect]))
    .min(1)
    .max(5)
    .refine((all) => all.length === 1 || all.every((c) => c.type === C.Button), 'has more than one select'),
});
const textInput = z.object({
  type: z.literal(C.TextInput),
  custom_id: z.string().min(1).max(100),
  style: z.literal([1, 2]),
  required: z.boolean().optional(),
  max_length: z.int().min(1).max(4000).optional(),
  value: z.string().max(4000).optional(),
});
const fileUpload = z.object({
  type: z.literal(C.FileUpload),
  custom_id: z.string().min(1).max(100),
  min_values: z.int().min(0).max(10),
  max_values: z.int().min(1).max(10),
  required: z.boolean(),
});
/** A form: one to five labelled fields. */
export const modal = z.object({
  custom_id: z.string().min(1).max(100),
  title: z.string().min(1).max(45),
  components: z
    .array(
      z.strictObject({
        type: z.literal(C.Label),
        label: z.string().min(1).max(45),
        description: z.string().max(100).optional(),
        component: z.discriminatedUnion('type', [textInput, fileUpload]),
      }),
    )
    .min(1)
    .max(5),
});
export type Modal = z.infer<typeof modal>;
const container = z.strictObject({
  type: z.literal(C.Container),
  id,
  accent_color: z.int().min(0).max(0xffffff).nullish(),
  spoiler: z.boolean().optional(),
  components: z.array(z.discriminatedUnion('type', [row, textDisplay])).min(1),
});
const component = z.discriminatedUnion('type', [container, row, textDisplay]);

/** The kinds of component that On Record uses; any other is a breach. */
export type Component =
  | z.infer<typeof component>
  | z.infer<typeof button>
  | z.infer<typeof stringSelect>
  | z.infer<typeof channelSelect>
  | z.infer<typeof roleSelect>;

const allowedMentions = z.object({
  parse: z.array(z.string()).length(0, 'would let somebody be mentioned'),
  users: z.array(z.string()).length(0).optional(),
  roles: z.array(z.string()).length(0).optional(),
});
const body = z.object({
  flags: z.int().default(0),
  content: z.literal('', 'stands beside Components V2').nullish(),
  embeds: z.array(z.unknown()).length(0, 'stand beside Components V2').nullish(),
  components: z.array(component).min(1).check(whole),
  allowed_mentions: allowedMentions,
});

/** What a message has to be like: Components V2 within Discord's limits, and nobody mentioned. */
export const message = body.refine(
  ({ flags }) => flags & MessageFlags.IsComponentsV2,
  'is not Components V2',
);
export type MessageBody = z.infer<typeof message>;

/** The same for an edit of a message that has these flags: who can see it was fixed at the acknowledgement. */
export const edit = (flags: number) =>
  body
    .refine((b) => (b.flags | flags) & MessageFlags.IsComponentsV2, 'is not Components V2')
    .refine((b) => !(b.flags & ~flags & MessageFlags.Ephemeral), 'would make a public message private');

/** A deferred reply takes the Ephemeral flag and nothing else. */
export const deferred = z
  .object({ flags: z.literal([0, MessageFlags.Ephemeral]).default(0) })
  .default({ flags: 0 });

/** The suggestions of a completion. */
export const choices = z
  .array(
    z.object({ name: z.string().min(1).max(100), value: z.union([z.string().min(1).max(100), z.number()]) }),
  )
  .max(25);
export type Choice = z.infer<typeof choices>[number];

/** What is wrong, a line for each fault. */
export function breaches(value: unknown, rules: z.ZodType): string[] {
  return describe(rules.safeParse(value).error);
}

/** The faults that an error names. */
export function describe(error: z.ZodError | undefined): string[] {
  return (error?.issues ?? []).map(
    ({ path, message: text }) => `${path.join('.') || 'the message'}: ${text}`,
  );
}

/** Components and those inside them. */
export function everyComponent(list: readonly Component[]): Component[] {
  return list.flatMap((c) => [c, ...('components' in c ? everyComponent(c.components) : [])]);
}

/** The texts of a message, a line between them. */
export function textOf(list: readonly Component[]): string {
  return everyComponent(list)
    .flatMap((c) => (c.type === C.TextDisplay ? [c.content] : []))
    .join('\n');
}

/** The mentions that stand in a text unescaped. Nothing in code is one. */
export function mentions(text: string): string[] {
  const shown = text.replace(/```[\s\S]*?```|`[^`\n]+`/gu, ' ');
  return shown.match(/(?<!(?:^|[^\\])(?:\\\\)*\\)(?:<@[&!]?\d+>|@(?:everyone|here)\b)/gmu) ?? [];
}

/** What Discord limits over a whole message. */
function whole({ value, issues }: z.core.ParsePayload<z.infer<typeof component>[]>): void {
  const all = everyComponent(value);
  const complain = (text: string) => issues.push({ code: 'custom', message: text, input: value });
  if (all.length > 40) complain(`${all.length} components`);
  const characters = all.reduce((sum, c) => sum + (c.type === C.TextDisplay ? c.content.length : 0), 0);
  if (characters > 4000) complain(`${characters} characters of text`);
  const customIds = all.flatMap((c) => ('custom_id' in c ? [c.custom_id] : []));
  if (new Set(customIds).size < customIds.length) complain('a custom_id twice');
  const ids = all.flatMap((c) => c.id ?? []);
  if (new Set(ids).size < ids.length) complain('an id twice');
}
