import { ComponentType, type Attachment as Sent, type ModalSubmitInteraction } from 'discord.js';
import type { Submission } from '../commands/command.js';
import type { Attachment } from '../newsroom/attachment.js';

/** What somebody filled into a form, by the names of its fields. */
export function submissionOf({ fields }: ModalSubmitInteraction): Submission {
  const texts: Record<string, string> = {};
  const choices: Record<string, readonly string[]> = {};
  const files: Record<string, readonly Attachment[]> = {};
  for (const [name, field] of fields.fields) {
    if (field.type === ComponentType.TextInput) texts[name] = field.value;
    // discord.js leaves the files out where there are none.
    else if (field.type === ComponentType.FileUpload)
      files[name] = 'attachments' in field ? [...(field.attachments ?? []).values()].map(attachmentOf) : [];
    else if ('values' in field) choices[name] = field.values;
  }
  return { texts, choices, files };
}

/** A file as commands get it. */
export function attachmentOf({ url, name, size, contentType }: Sent): Attachment {
  return { url, name, size, contentType };
}
