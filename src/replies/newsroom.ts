import type { NewsroomView } from '../newsroom/view.js';
import { inline } from './escape.js';
import { COLOUR, notice, type ModalReply, type Reply } from './message.js';

/** What a moderator is shown, or asked to fill in. */
export function newsroomReply(view: NewsroomView): Reply | ModalReply {
  return notice(inline(view.text, 1500), COLOUR.corpus);
}
