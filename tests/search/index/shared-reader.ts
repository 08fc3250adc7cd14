import { StoryReader } from '../../../src/search/index/story-reader.js';

/** A thread that many libraries read in, one after another: it takes a second to begin, and longer than most tests. */
class SharedReader extends StoryReader {
  /** Others go on with it: it ends with the process. */
  override close(): Promise<void> {
    return Promise.resolve();
  }
}

/** What tests of more than the thread itself read in. */
export const sharedReader = new SharedReader({ idle: 600_000 });
