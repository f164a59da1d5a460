/** HTTP/1.1 with as little as possible in between. */
export { createMessageReader, type Message } from './message-reader.ts';
