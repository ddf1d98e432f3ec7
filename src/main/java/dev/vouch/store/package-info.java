/** State in Redis: the key schema, its scripts, the books kept there, and the bundled server. */
@NullMarked
package dev.vouch.store;

import org.jspecify.annotations.NullMarked;
