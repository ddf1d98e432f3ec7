/** The names of all keys, and the scripts that change what is under them. */
@NullMarked
package dev.vouch.store.key;

import org.jspecify.annotations.NullMarked;
