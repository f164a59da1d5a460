/** What the gateway tells about itself, and to whom: to its own log, and to nobody else. */
import './apollo-silent.ts';
