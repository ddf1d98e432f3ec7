/** What was said: a mention, its author, and how it was judged. Imports nothing of ours. */
@NullMarked
package dev.vouch.mention;

import org.jspecify.annotations.NullMarked;
