import {
  ComponentType,
  TextInputStyle,
  type APIComponentInLabel,
  type APILabelComponent,
} from 'discord-api-types/v10';
import { encodeId, type ComponentId } from './component-ids.js';
import { plainWithin } from './escape.js';
import type { ModalReply } from './message.js';

const LONGEST = { title: 45, label: 45, description: 100, text: 4000 } as const;

/** What a field is called, and how it is explained. */
interface Labelled {
  /** Under which a submission has it. */
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly isRequired?: boolean;
}

/** A form of one to five fields. */
export function modal(title: string, id: ComponentId, fields: readonly APILabelComponent[]): ModalReply {
  return {
    modal: { custom_id: encodeId(id), title: plainWithin(title, LONGEST.title), components: [...fields] },
  };
}

/** A field for text: a line, or several where it `isLong`. */
export function textField(
  field: Labelled & {
    readonly isLong?: boolean;
    /** What stands in it at first. */
    readonly value?: string;
    readonly longest?: number;
  },
): APILabelComponent {
  const longest = field.longest ?? LONGEST.text;
  return labelled(field, {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: field.isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.isRequired ?? false,
    max_length: longest,
    ...(field.value ? { value: field.value.slice(0, longest) } : {}),
  });
}

/** A field for files. */
export function fileField(field: Labelled & { readonly most?: number }): APILabelComponent {
  return labelled(field, {
    type: ComponentType.FileUpload,
    custom_id: field.name,
    required: field.isRequired ?? false,
    min_values: field.isRequired ? 1 : 0,
    max_values: field.most ?? 10,
  });
}

function labelled({ label, description }: Labelled, component: APIComponentInLabel): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: plainWithin(label, LONGEST.label),
    ...(description ? { description: plainWithin(description, LONGEST.description) } : {}),
    component,
  };
}
